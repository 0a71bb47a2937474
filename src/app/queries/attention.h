// What needs the person at this device today; the counts in the navigation and the lists of Home are the same ones.
#pragma once

#include <vector>

#include "app/model_view.h"

namespace fullcircle {

struct CheckInDue {
  const Person* person = nullptr;
  std::optional<Day> last_held;
  Day due;  ///< the planned day, or the last one plus the team's rhythm
};

/// Feedback waited for: a request to me in this team, or one that came as a file.
struct FeedbackDue {
  const FeedbackRequest* request = nullptr;
  const ReceivedRequest* received = nullptr;
  std::optional<Day> due_day;
  int answered = 0, questions = 0;
};


/// Check-ins of my reports that are due up to tomorrow, the latest first.
std::vector<CheckInDue> check_ins_due(const ModelView& view);
/// Feedback I am asked for and have not sent, the earliest due day first.
std::vector<FeedbackDue> feedback_due_from_me(const ModelView& view);
/// Goals of my reports and mine (all people's for the lead) that are off track or missed, the worst first.
std::vector<const Goal*> goals_off_track(const ModelView& view);

struct AttentionCounts {
  int home = 0;      ///< everything in the three lists above, and the conflicts to decide
  int requests = 0;  ///< answers still out in the current cycle
};
AttentionCounts count_attention(const ModelView& view);

}  // namespace fullcircle

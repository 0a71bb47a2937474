// What happened with a person, newest first, and the figures at the top of their page.
#pragma once

#include <string>
#include <vector>

#include "app/queries/review_result_view.h"

namespace fullcircle {

enum class EventKind : std::uint8_t { feedback, check_in, self_review, goals_agreed, result_released, signed_off, plan_agreed, action_done };

struct TimelineEvent {
  Day day;
  EventKind kind = EventKind::feedback;
  std::string words;  ///< who, or what was done
};

/// Dated events from feedback, check-ins, reviews and plans; at most `most`. Private notes of others are left out.
std::vector<TimelineEvent> compute_timeline(const ModelView& view, Id<Person> person, std::size_t most);

/// A competency in which the others see the person highest.
struct Strength {
  std::string key, name;
  double score = 0;
};
struct Strengths {
  std::vector<Strength> best;  ///< highest first
  int answers = 0;             ///< 0 where only what was released is known
  std::string cycle;           ///< the name of the cycle they are from
  Id<Review> review;           ///< where they open into their terms
};
/// From the newest cycle in which whoever looks may see the others' view of at least one competency, as its result shows it.
Strengths compute_strengths(const ModelView& view, Id<Person> person, std::size_t most);

/// Feedback about the person that may be shown to whoever looks: not the private notes of somebody else. Newest first.
std::vector<const Feedback*> visible_feedback(const ModelView& view, Id<Person> person);

/// Check-ins with a wellbeing value, oldest first.
std::vector<const CheckIn*> wellbeing_values(const ModelView& view, Id<Person> person);

/// The last wellbeing value against the first one of the month before it or of its own.
struct WellbeingChange {
  const CheckIn* before = nullptr;
  const CheckIn* last = nullptr;
  double points() const { return *last->wellbeing - *before->wellbeing; }
};
/// Out: nothing with fewer than two values. In: as `wellbeing_values` gives them.
std::optional<WellbeingChange> compute_wellbeing_change(const std::vector<const CheckIn*>& values);

}  // namespace fullcircle

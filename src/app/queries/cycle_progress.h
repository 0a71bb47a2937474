// How far a review cycle has come: by stage for everybody, and by stage for one person.
#pragma once

#include <array>
#include <vector>

#include "app/model_view.h"

namespace fullcircle {

inline constexpr std::size_t kStageCount = enum_size<StageKind>();

/// done of total; total 0: nothing was asked for yet, which is not done.
struct StageShare {
  int done = 0;
  int total = 0;
  double share() const { return total > 0 ? static_cast<double>(done) / total : 0; }
  bool is_done() const { return total > 0 && done >= total; }
};

struct StageProgress {
  StageKind kind = StageKind::goals;
  StageShare share;
  std::optional<Day> start_day, due_day;
  bool is_current = false;  ///< the first stage that is not finished
};

struct CycleProgress {
  const ReviewCycle* cycle = nullptr;
  std::vector<StageProgress> stages;  ///< in the cycle's order
  double share = 0;                   ///< mean over the stages, 0..1
  int week = 0, weeks = 0;            ///< "week 3 of 6"; 0 without dates
};

/// What counts as done, for one participant:
/// goals: has goals of the cycle and all of them are agreed or finished; self_review: sent; feedback: each request that was not
/// withdrawn or declined is answered (counted by request); calibration: the result is released or calibrated; conversation: both
/// signed; development: has a plan agreed in this cycle.
StageShare compute_stage_share(const ModelView& view, const Review& review, StageKind stage);

CycleProgress compute_cycle_progress(const ModelView& view, const ReviewCycle& cycle);

/// The stage a person is in: the first of the cycle's stages that is not done; the last one when all are.
struct PersonStage {
  int finished = 0;        ///< whole stages behind them
  double within = 0;       ///< share of the current stage, 0..1
  StageKind current = StageKind::goals;
  bool is_participant = false;
};
PersonStage compute_person_stage(const ModelView& view, Id<Person> person, const ReviewCycle& cycle);

/// The own view of a participant, draft or sent; nullptr before it was begun. The same for the manager's.
const FeedbackResponse* find_response(const ModelView& view, Id<Person> subject, Id<ReviewCycle> cycle, RaterGroup group);

/// Requests of one cycle about one person that still count: not withdrawn, not declined.
std::vector<const FeedbackRequest*> active_requests(const ModelView& view, Id<Person> subject, Id<ReviewCycle> cycle);
/// Those of them that ask somebody else than the person.
std::vector<const FeedbackRequest*> requests_to_others(const ModelView& view, Id<Person> subject, Id<ReviewCycle> cycle);

}  // namespace fullcircle

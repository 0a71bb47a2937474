// A round of reviews: its stages with dates, its form, and the rules it started with.
#pragma once

#include "model/review_form.h"

namespace fullcircle {

enum class StageKind : std::uint8_t { goals, self_review, feedback, calibration, conversation, development };
FULLCIRCLE_ENUM_NAMES(StageKind, "stage", "goals", "self_review", "feedback", "calibration", "conversation", "development");

enum class CycleState : std::uint8_t { draft, open, closed };
FULLCIRCLE_ENUM_NAMES(CycleState, "cycle_state", "draft", "open", "closed");

struct CycleStage {
  StageKind kind = StageKind::goals;
  std::optional<Day> start_day;
  std::optional<Day> due_day;
  UnknownKeys unknown;
  bool operator==(const CycleStage&) const = default;
};
constexpr auto fields_of(CycleStage*) {
  using S = CycleStage;
  return std::tuple{Field{1, "kind", &S::kind}, Field{2, "start", &S::start_day}, Field{3, "due", &S::due_day}};
}
static_assert(table_is_complete<CycleStage>());

/// Who takes part is not listed here: each participant has a Review record, so late joiners never conflict.
struct ReviewCycle {
  Id<ReviewCycle> id;
  std::string name;
  CycleState state = CycleState::draft;
  std::optional<Day> start_day;
  std::optional<Day> end_day;
  Id<ReviewForm> form;
  RatingRules rules;
  std::vector<CycleStage> stages;
  std::optional<Instant> calibration_closed_at;  ///< from then on nobody is moved
};
constexpr auto fields_of(ReviewCycle*) {
  using C = ReviewCycle;
  constexpr auto team = Audience::team;
  return std::tuple{Field{1, "name", &C::name, team},        Field{2, "state", &C::state, team}, Field{3, "start", &C::start_day, team},
                    Field{4, "end", &C::end_day, team},      Field{5, "form", &C::form, team},   Field{6, "rules", &C::rules, team},
                    Field{7, "stages", &C::stages, team},
                    Field{8, "calibrationClosedAt", &C::calibration_closed_at}};
}
static_assert(table_is_complete<ReviewCycle>());

}  // namespace fullcircle

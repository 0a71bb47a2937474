// Goals of the organisation, its units and its people, and the points of progress recorded against them.
#pragma once

#include "model/person.h"

namespace fullcircle {

struct ReviewCycle;

/// How attainment is computed; see rating/goal_attainment.h.
enum class GoalKind : std::uint8_t { higher, lower, range, maintain, milestones, yes_no, higher_no_baseline, lower_no_baseline };
FULLCIRCLE_ENUM_NAMES(GoalKind, "goal_kind", "higher", "lower", "range", "maintain", "milestones", "yes_no", "higher_no_baseline",
                      "lower_no_baseline");

enum class GoalLevel : std::uint8_t { organisation, unit, person };
FULLCIRCLE_ENUM_NAMES(GoalLevel, "goal_level", "organisation", "unit", "person");

enum class GoalState : std::uint8_t { draft, proposed, agreed, done, dropped };
FULLCIRCLE_ENUM_NAMES(GoalState, "goal_state", "draft", "proposed", "agreed", "done", "dropped");

/// For `maintain`: on which side of the target the value must stay.
enum class GoalDirection : std::uint8_t { higher, lower };
FULLCIRCLE_ENUM_NAMES(GoalDirection, "goal_direction", "higher", "lower");

struct Milestone {
  std::string title;
  double weight = 1;
  bool is_done = false;
  std::optional<Day> done_day;
  UnknownKeys unknown;
  bool operator==(const Milestone&) const = default;
};
constexpr auto fields_of(Milestone*) {
  using M = Milestone;
  return std::tuple{Field{1, "title", &M::title}, Field{2, "weight", &M::weight}, Field{3, "isDone", &M::is_done},
                    Field{4, "doneDay", &M::done_day}};
}
static_assert(table_is_complete<Milestone>());

struct Goal {
  Id<Goal> id;
  std::string title;
  std::string description;
  GoalLevel level = GoalLevel::person;
  Id<Person> owner;
  Id<Unit> unit;
  Id<Goal> parent;  ///< the goal this one supports
  Id<ReviewCycle> cycle;
  GoalKind kind = GoalKind::higher;
  std::string metric;        ///< what is measured: "tickets answered within 4 hours"
  std::string measure_unit;  ///< "%", "days", "accounts"; empty for a bare number
  std::optional<double> baseline;
  std::optional<double> target;
  std::optional<double> range_low;
  std::optional<double> range_high;
  std::optional<double> tolerance;
  GoalDirection direction = GoalDirection::higher;
  std::vector<Milestone> milestones;
  std::optional<bool> is_reached;  ///< yes_no only; absent until somebody says so
  double weight_percent = 0;
  std::optional<Day> start_day;
  std::optional<Day> due_day;
  GoalState state = GoalState::draft;
  std::string scope_note;        ///< SMART: what exactly, and what not
  std::string source_note;       ///< SMART: where the figure comes from and how often
  std::string feasibility_note;  ///< SMART: what it needs to be achievable
  std::string relevance_note;    ///< SMART: how it supports the goal above
  std::optional<Instant> owner_agreed_at;
  std::optional<Instant> manager_agreed_at;
};
constexpr auto fields_of(Goal*) {
  using G = Goal;
  constexpr auto team = Audience::team;
  return std::tuple{Field{1, "title", &G::title, team},
                    Field{2, "description", &G::description, team},
                    Field{3, "level", &G::level, team},
                    Field{4, "owner", &G::owner, team},
                    Field{5, "unit", &G::unit, team},
                    Field{6, "parent", &G::parent, team},
                    Field{7, "cycle", &G::cycle, team},
                    Field{8, "kind", &G::kind, team},
                    Field{9, "metric", &G::metric, team},
                    Field{10, "measureUnit", &G::measure_unit, team},
                    Field{11, "baseline", &G::baseline, team},
                    Field{12, "target", &G::target, team},
                    Field{13, "rangeLow", &G::range_low, team},
                    Field{14, "rangeHigh", &G::range_high, team},
                    Field{15, "tolerance", &G::tolerance, team},
                    Field{16, "direction", &G::direction, team},
                    Field{17, "milestones", &G::milestones, team},
                    Field{18, "isReached", &G::is_reached, team},
                    Field{19, "weight", &G::weight_percent, team},
                    Field{20, "start", &G::start_day, team},
                    Field{21, "due", &G::due_day, team},
                    Field{22, "state", &G::state, team},
                    Field{23, "scopeNote", &G::scope_note, team},
                    Field{24, "sourceNote", &G::source_note, team},
                    Field{25, "feasibilityNote", &G::feasibility_note, team},
                    Field{26, "relevanceNote", &G::relevance_note, team},
                    Field{27, "ownerAgreedAt", &G::owner_agreed_at, team, MergeRule::greatest},
                    Field{28, "managerAgreedAt", &G::manager_agreed_at, team, MergeRule::greatest}};
}
static_assert(table_is_complete<Goal>());

/// A dated entry in a goal's log: a measured value, a remark, or both.
struct ProgressPoint {
  Id<ProgressPoint> id;
  Id<Goal> goal;
  Day day;
  std::optional<double> value;
  std::string note;
  Id<Person> author;
};
constexpr auto fields_of(ProgressPoint*) {
  using P = ProgressPoint;
  constexpr auto team = Audience::team;
  return std::tuple{Field{1, "goal", &P::goal, team}, Field{2, "day", &P::day, team},   Field{3, "value", &P::value, team},
                    Field{4, "note", &P::note, team}, Field{5, "author", &P::author, team}};
}
static_assert(table_is_complete<ProgressPoint>());

}  // namespace fullcircle

#include <algorithm>
#include <cmath>

#include "ui/screens/goal_parts.h"
#include "ui/screens/goal_terms.h"

namespace fullcircle {
namespace {

constexpr std::size_t kMostGoals = 100;
constexpr int kDeepestIndent = 5, kPlaces = 3;

std::string share_text(const ScreenContext& screen, const rating::Figure& share) {
  return share ? screen.formats.percent(*share, 1) : std::string(screen.tr("undefined." + std::string(rating::code_of(share.error()))));
}

std::string weight_text(const ScreenContext& screen, double weight) {
  return " · " + std::string(screen.tr("terms.column_weight")) + " " + screen.formats.short_number(weight);
}

void add_unlisted(const ScreenContext& screen, std::size_t count, ValueTable& rows) {
  if (count > 0) rows.add(screen.tr("conflict.more_items", {{"count", static_cast<std::int64_t>(count)}}), {});
}

/// One goal's measure while its rows are written.
struct Measure {
  const ScreenContext& screen;
  const Goal& goal;
  const rating::GoalFacts& facts;
  ValueTable& rows;

  std::string text(double number) const { return screen.formats.short_number(number); }
  void value(std::string_view label, const std::optional<double>& number) const {
    if (number) rows.add(std::string(label), in_goal_unit(screen, goal, *number));
  }
  /// The formula with its numbers, and what it gives.
  void formula(std::string words) const {
    if (const rating::Figure share = rating::compute_uncut_attainment(facts)) rows.add(std::move(words), screen.formats.number(*share, kPlaces));
  }
};

/// "12 ≥ 10": 1 where it holds, else 0.
void add_kept(const Measure& at, rating::Direction direction) {
  at.formula(at.text(*at.facts.actual) + (direction == rating::Direction::Higher ? " ≥ " : " ≤ ") + at.text(*at.facts.target));
}

void add_from_baseline(const Measure& at) {
  const auto &now = at.facts.actual, &start = at.facts.baseline, &target = at.facts.target;
  if (!now || !start || !target) return;
  if (*start == *target) return add_kept(at, at.facts.measure == rating::GoalMeasure::Higher ? rating::Direction::Higher : rating::Direction::Lower);
  const std::string from = at.text(*start);
  at.formula("(" + at.text(*now) + " − " + from + ") ÷ (" + at.text(*target) + " − " + from + ")");
}

void add_from_nothing(const Measure& at) {
  if (!at.facts.actual || !at.facts.target) return;
  const bool is_higher = at.facts.measure == rating::GoalMeasure::HigherNoBaseline;
  at.formula((is_higher ? "" : "2 − ") + at.text(*at.facts.actual) + " ÷ " + at.text(*at.facts.target));
}

void add_range(const Measure& at) {
  const auto& facts = at.facts;
  if (!facts.low || !facts.high) return;
  const auto& screen = at.screen;
  at.rows.add(std::string(screen.tr("guide.field_target")),
              screen.tr("goal.range_text", {{"low", at.text(*facts.low)}, {"high", screen.formats.quantity(*facts.high, at.goal.measure_unit)}}));
  at.value(screen.language.label_of<Goal>("tolerance"), facts.tolerance);
  if (!facts.actual) return;
  const double outside = std::max({*facts.low - *facts.actual, *facts.actual - *facts.high, 0.0});
  if (outside == 0) return at.formula(at.text(*facts.low) + " ≤ " + at.text(*facts.actual) + " ≤ " + at.text(*facts.high));
  at.value(screen.tr("goal.term_outside"), outside);
  at.formula(facts.tolerance > 0 ? "1 − " + at.text(outside) + " ÷ " + at.text(facts.tolerance) : std::string(screen.tr("goal.term_no_tolerance")));
}

void add_milestones(const Measure& at) {
  double done = 0, total = 0;
  for (const Milestone& milestone : at.goal.milestones) {
    at.rows.add(milestone.title + weight_text(at.screen, milestone.weight), milestone.is_done ? "1" : "0");
    total += milestone.weight;
    if (milestone.is_done) done += milestone.weight;
  }
  at.formula(at.text(done) + " ÷ " + at.text(total));
}

void add_measure(const Measure& at) {
  const auto& facts = at.facts;
  using rating::GoalMeasure;
  if (facts.measure == GoalMeasure::Milestones) return add_milestones(at);
  if (facts.measure == GoalMeasure::YesNo) {
    if (facts.reached) at.formula(std::string(at.screen.tr(*facts.reached ? "goal.reached" : "goal.reached_no")));
    return;
  }
  at.value(at.screen.tr("guide.field_now"), facts.actual);
  if (facts.measure == GoalMeasure::Range) return add_range(at);
  const bool has_start = facts.measure == GoalMeasure::Higher || facts.measure == GoalMeasure::Lower;
  if (has_start) at.value(at.screen.tr("goal.term_start"), facts.baseline);
  at.value(at.screen.tr("guide.field_target"), facts.target);
  if (has_start) add_from_baseline(at);
  else if (facts.measure != GoalMeasure::Maintain) add_from_nothing(at);
  else if (facts.actual && facts.target) add_kept(at, facts.direction);
}

}  // namespace

const GoalsBelow& below_of(const ScreenContext& screen, const Goal& goal, GoalDetailState& state) {
  return state.below.get(screen.view, goal.id, [&] { return list_goals_below(screen.view, goal, kMostGoals); });
}

ValueTable attainment_terms(const ScreenContext& screen, const Goal& goal, const GoalStatus& status, GoalDetailState& state) {
  ValueTable rows;
  if (status.is_rolled_up) {
    const GoalsBelow& below = below_of(screen, goal, state);
    for (const auto& [each, level] : below.lines)
      if (level == 0) rows.add(each.goal->title + weight_text(screen, each.weight), share_text(screen, each.attainment));
    add_unlisted(screen, below.unlisted_direct, rows);
  } else {
    const rating::GoalFacts facts = goal_measures(screen.view, goal);
    add_measure({screen, goal, facts, rows});
    rows.add(std::string(screen.tr("goal.term_limits")), screen.formats.percent(0) + " – " + screen.formats.percent(facts.cap));
  }
  rows.add(std::string(screen.tr("goal.attainment")), share_text(screen, status.attainment), true);
  return rows;
}

ValueTable roll_up_terms(const ScreenContext& screen, const Goal& goal, const GoalStatus& status, GoalDetailState& state) {
  ValueTable rows;
  const GoalsBelow& list = below_of(screen, goal, state);
  for (const auto& [below, level] : list.lines) {
    std::string label;
    for (int i = 0; i < std::min(level, kDeepestIndent); ++i) label += "\u00A0\u00A0\u00A0\u00A0";
    label += below.goal->title + weight_text(screen, below.weight);
    const auto add = [&label](std::string_view words) { label.append(" · ").append(words); };
    if (below.counted) add(screen.tr("goal.term_share", {{"share", screen.formats.percent(below.share, 1)}}));
    else add(screen.tr("terms.left_out", {{"reason", screen.tr("undefined." + std::string(rating::code_of(below.counted.error())))}}));
    if (below.counted && !below.forecast) add(screen.tr("goal.term_as_now"));
    rows.add(std::move(label), below.counted ? screen.formats.percent(*below.counted, 1) : std::string(screen.tr("common.empty_cell")));
  }
  add_unlisted(screen, list.unlisted, rows);
  rows.add(std::string(screen.tr("goal.term_rolled_up")), share_text(screen, status.forecast_attainment), true);
  return rows;
}

}  // namespace fullcircle

#include "ui/screens/goal_forecast.h"

#include <algorithm>
#include <cmath>

#include "ui/screens/goal_parts.h"
#include "ui/screens/value_rows.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/link.h"

namespace fullcircle {
namespace {

constexpr float kDialogWidth = 620;
constexpr double kDaysPerWeek = 7, kWholeFrom = 10;
constexpr std::size_t kMostValues = 60, kMostGoals = 100;
constexpr int kDeepestIndent = 5;

/// A change in the goal's unit: "+1.2", "−0.3 days", "+2 points" of a percentage.
std::string pace_text(const ScreenContext& screen, const Goal& goal, double change) {
  const std::string number = screen.formats.difference(change, std::abs(change) < kWholeFrom ? 1 : 0);
  if (goal.measure_unit.empty()) return number;
  return goal.measure_unit == "%" ? screen.tr("goal.pace_percent", {{"pace", number}}) : number + " " + goal.measure_unit;
}

std::string in_unit(const ScreenContext& screen, const Goal& goal, double value) {
  const double places = std::abs(value) < kWholeFrom ? 100 : 10;
  return screen.formats.quantity(std::round(value * places) / places, goal.measure_unit);
}

bool is_open(const ScreenContext& screen, const Goal& goal, const GoalStatus& status) {
  return goal.due_day && *goal.due_day > screen.view.today && status.outlook != rating::GoalOutlook::Done && goal.state != GoalState::done;
}

std::optional<double> needed_pace(const ScreenContext& screen, const Goal& goal) {
  const auto pace = rating::compute_needed_pace(goal_facts(screen.view, goal), screen.view.today.number, goal.due_day->number);
  return pace && *pace != 0 ? std::optional(*pace * kDaysPerWeek) : std::nullopt;
}

const ForecastCheck& check_of(const ScreenContext& screen, const Goal& goal, GoalDetailState& state) {
  return state.check.get(screen.view, goal.id, [&] { return compute_forecast_check(screen.view, goal); });
}

const GoalsBelow& below_of(const ScreenContext& screen, const Goal& goal, GoalDetailState& state) {
  return state.below.get(screen.view, goal.id, [&] { return list_goals_below(screen.view, goal, kMostGoals); });
}

/// What to do next, from the terms of the forecast.
std::vector<std::string> suggestions(const ScreenContext& screen, const Goal& goal, const GoalStatus& status, const ForecastCheck& check) {
  std::vector<std::string> lines;
  if (!is_open(screen, goal, status)) return lines;
  if (const auto pace = needed_pace(screen, goal)) {
    const std::string now = check.line.slope ? pace_text(screen, goal, *check.line.slope * kDaysPerWeek) : std::string(screen.tr("common.empty_cell"));
    lines.push_back(screen.tr("goal.pace_needed", {{"pace", pace_text(screen, goal, *pace)}, {"now", now}}));
  }
  if (check.missed)
    lines.push_back(screen.tr("goal.behind_since", {{"date", screen.formats.short_date(check.missed->day)}, {"seen", in_unit(screen, goal, check.missed->seen)},
                                                    {"wanted", in_unit(screen, goal, check.missed->wanted)}}));
  return lines;
}

std::string own_test(const ScreenContext& screen, const Goal& goal, const rating::ForecastRecord& own) {
  if (own.trials == 0) return std::string(screen.tr("goal.tested_few"));
  return screen.tr("goal.tested_own", {{"count", own.trials}, {"days", static_cast<int>(std::lround(*own.days_ahead))}, {"error", in_unit(screen, goal, *own.error)},
                                       {"unchanged", in_unit(screen, goal, *own.unchanged_error)}, {"held", own.held}, {"total", own.with_interval}});
}

std::string team_test(const ScreenContext& screen, const ForecastCheck& check) {
  const auto& team = check.team;
  if (team.trials == 0) return {};
  const double held = team.with_interval > 0 ? static_cast<double>(team.held) / team.with_interval : 0;
  return screen.tr("goal.tested_team", {{"goals", check.team_goals}, {"count", team.trials}, {"error", screen.formats.percent(*team.error)},
                                        {"unchanged", screen.formats.percent(*team.unchanged_error)}, {"held", screen.formats.percent(held)}});
}

std::string share_text(const ScreenContext& screen, const rating::Figure& share) {
  return share ? screen.formats.percent(*share, 1) : std::string(screen.tr("undefined." + std::string(rating::code_of(share.error()))));
}

std::string with_weight(const ScreenContext& screen, const GoalBelow& below) {
  return below.goal->title + " · " + std::string(screen.tr("terms.column_weight")) + " " + screen.formats.short_number(below.weight);
}

void add_unlisted(const ScreenContext& screen, std::size_t count, ValueTable& rows) {
  if (count > 0) rows.add(screen.tr("conflict.more_items", {{"count", static_cast<std::int64_t>(count)}}), {});
}

/// What the attainment is made of: the goals below with their weights, or the values of its own measure.
ValueTable attainment_terms(const ScreenContext& screen, const Goal& goal, const GoalStatus& status, GoalDetailState& state) {
  ValueTable rows;
  if (status.is_rolled_up) {
    const GoalsBelow& below = below_of(screen, goal, state);
    for (const auto& [each, level] : below.lines)
      if (level == 0) rows.add(with_weight(screen, each), share_text(screen, each.attainment));
    add_unlisted(screen, below.unlisted_direct, rows);
  } else {
    const rating::GoalFacts facts = goal_facts(screen.view, goal);
    const auto value = [&](std::string_view key, const std::optional<double>& number) {
      if (number) rows.add(std::string(screen.tr(key)), in_unit(screen, goal, *number));
    };
    value("guide.field_now", facts.actual);
    value("goal.term_start", facts.baseline);
    value("guide.field_target", facts.target);
    for (const Milestone& milestone : goal.milestones)
      rows.add(milestone.title + " · " + std::string(screen.tr("terms.column_weight")) + " " + screen.formats.short_number(milestone.weight), milestone.is_done ? "1" : "0");
    if (facts.actual && facts.baseline && facts.target && *facts.target != *facts.baseline)
      rows.add("(" + screen.formats.short_number(*facts.actual) + " − " + screen.formats.short_number(*facts.baseline) + ") ÷ (" + screen.formats.short_number(*facts.target) +
                   " − " + screen.formats.short_number(*facts.baseline) + ")",
               screen.formats.number((*facts.actual - *facts.baseline) / (*facts.target - *facts.baseline), 3));
    rows.add(std::string(screen.tr("goal.term_cap")), screen.formats.percent(facts.cap));
  }
  rows.add(std::string(screen.tr("goal.attainment")), share_text(screen, status.attainment), true);
  return rows;
}

/// The forecast of a goal that only sums up others: theirs, with how much each counts, down to those that are measured.
ValueTable roll_up_terms(const ScreenContext& screen, const Goal& goal, const GoalStatus& status, GoalDetailState& state) {
  ValueTable rows;
  const GoalsBelow& list = below_of(screen, goal, state);
  for (const auto& [below, level] : list.lines) {
    std::string label;
    for (int i = 0; i < std::min(level, kDeepestIndent); ++i) label += "\u00A0\u00A0\u00A0\u00A0";
    label += with_weight(screen, below);
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

ValueTable line_terms(const ScreenContext& screen, const Goal& goal, const GoalStatus& status, const ForecastCheck& check) {
  ValueTable rows;
  const auto& line = check.line;
  if (!line.slope || !line.intercept) return rows;
  const double today = screen.view.today.number, days = check.due_day - today, on_line = *line.intercept + *line.slope * today;
  rows.add(screen.tr("goal.term_line_today", {{"count", static_cast<int>(check.used.size())}}), in_unit(screen, goal, on_line));
  rows.add(screen.tr("goal.term_pace", {{"pace", pace_text(screen, goal, *line.slope * kDaysPerWeek)}, {"days", static_cast<int>(days)}}),
           pace_text(screen, goal, *line.slope * days));
  if (status.forecast) {
    const double cut = *status.forecast - (on_line + *line.slope * days);
    if (std::abs(cut) > 1e-9) rows.add(std::string(screen.tr("goal.term_cut")), pace_text(screen, goal, cut));
    rows.add(std::string(screen.tr("goal.term_forecast")), in_unit(screen, goal, *status.forecast), true);
  }
  if (status.forecast_interval)
    rows.add(std::string(screen.tr("goal.term_interval")),
             in_unit(screen, goal, status.forecast_interval->low) + " – " + in_unit(screen, goal, status.forecast_interval->high));
  if (status.chance) rows.add(std::string(screen.tr("goal.term_chance")), screen.formats.percent(*status.chance));
  return rows;
}

}  // namespace

void draw_forecast_words(ScreenContext& screen, Rect& area, const Goal& goal, const GoalStatus& status, GoalDetailState& state) {
  auto& ui = screen.ui;
  const auto line = [&](std::string_view text, ui::Colour colour) {
    if (!text.empty()) area.skip(ui.paragraph(area, ui::type::caption, colour, text) + 2);
  };
  if (!status.forecast) {
    if (goal.due_day && goal.state != GoalState::done) line(screen.tr("goal.forecast_needs_points"), ui.c.ink3);
    return;
  }
  const ForecastCheck& check = check_of(screen, goal, state);
  if (status.chance) line(screen.tr("goal.chance", {{"percent", screen.formats.percent(*status.chance)}}), ui.c.ink2);
  for (const std::string& suggestion : suggestions(screen, goal, status, check)) line(suggestion, ui.c.ink2);
  line(own_test(screen, goal, check.own), ui.c.ink3);
}

void draw_goal_terms_link(ScreenContext& screen, Rect& area, const GoalStatus& status, GoalDetailState& state) {
  auto& ui = screen.ui;
  if (!status.attainment && !status.forecast) return;
  area.skip(6);
  if (ui::link(ui, area.cut_top(ui.phone() ? ui::metrics::kPhoneTarget : 22), screen.tr("goal.terms_open"), {.style = ui::type::caption})) state.explains_figures = true;
}

namespace {

/// The forecast's part of the dialog.
void draw_forecast_part(ScreenContext& screen, Rect& area, const Goal& goal, const GoalStatus& status, const ForecastCheck& check) {
  auto& ui = screen.ui;
  ui.heading(area.cut_top(26), 3, ui::type::group, ui.c.ink, screen.tr("goal.forecast_title"));
  area.skip(ui.paragraph(area, ui::type::body, ui.c.ink2, screen.tr("goal.forecast_how")) + 10);
  line_terms(screen, goal, status, check).draw(screen.ui, area, screen.tr("goal.terms"));
  ui.heading(area.cut_top(26), 3, ui::type::group, ui.c.ink, screen.tr("goal.tested"));
  area.skip(ui.paragraph(area, ui::type::body, ui.c.ink2, own_test(screen, goal, check.own)) + 6);
  if (const std::string team = team_test(screen, check); !team.empty()) area.skip(ui.paragraph(area, ui::type::body, ui.c.ink2, team) + 6);
  area.skip(ui.paragraph(area, ui::type::caption, ui.c.ink3, screen.tr("goal.tested_how")) + 14);
  ValueTable values;
  const std::size_t first = check.used.size() > kMostValues ? check.used.size() - kMostValues : 0;
  for (std::size_t i = first; i < check.used.size(); ++i)
    values.add(screen.formats.short_date(Day{static_cast<std::int32_t>(check.used[i].x)}), in_unit(screen, goal, check.used[i].y));
  values.draw(screen.ui, area, screen.tr("insights.values"));
}

}  // namespace

void draw_goal_terms(ScreenContext& screen, const Goal& goal, const GoalStatus& status, GoalDetailState& state, Intents& intents) {
  if (!state.explains_figures) return;
  auto& ui = screen.ui;
  ui::Dialog dialog(ui, "goal-terms", {.title = screen.tr("goal.terms_open"), .width = kDialogWidth, .close = screen.tr("action.close")});
  Rect area = dialog.body();
  const auto guide = [&](std::string_view key) {
    if (!ui::link(ui, area.cut_top(ui.phone() ? ui::metrics::kPhoneTarget : 24), screen.tr("guide." + std::string(key)), {.icon = Icon::book_open})) return;
    intents.go = Route{Page::guides, {}, std::string(key)};
    state.explains_figures = false;
  };
  attainment_terms(screen, goal, status, state).draw(screen.ui, area, screen.tr("goal.attainment"));
  guide("rating");
  area.skip(14);
  if (status.forecast) {
    draw_forecast_part(screen, area, goal, status, check_of(screen, goal, state));
    guide("insights");
  } else if (status.is_rolled_up && status.forecast_attainment) {
    area.skip(ui.paragraph(area, ui::type::body, ui.c.ink2, screen.tr("goal.forecast_below")) + 10);
    roll_up_terms(screen, goal, status, state).draw(ui, area, screen.tr("goal.forecast_title"));
    guide("insights");
  }
  area.skip(8);
  ui.reach(area.y);
  if (dialog.result() != ui::Dialog::Result::none) state.explains_figures = false;
}

}  // namespace fullcircle

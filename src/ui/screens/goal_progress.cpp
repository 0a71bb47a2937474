#include "ui/screens/goal_progress.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/commands/goal_steps.h"
#include "ui/screens/goal_forecast.h"
#include "ui/screens/goal_parts.h"
#include "ui/screens/screen_parts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/charts/line_chart.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/form.h"
#include "ui/widgets/section.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/text_field.h"

namespace fullcircle {
namespace {

constexpr float kChartHeight = 176, kFigureGap = 12, kForecastShare = 0.46f;
constexpr double kNarrowBand = 3;      // "12 to 12" says nothing
constexpr float kLabelsApart = 0.16f;  // of the time axis: closer labels would overlap

std::string target_text(const ScreenContext& screen, const Goal& goal) {
  const auto& formats = screen.formats;
  if (goal.kind == GoalKind::range && goal.range_low && goal.range_high)
    return screen.tr("goal.range_text", {{"low", formats.short_number(*goal.range_low)}, {"high", formats.quantity(*goal.range_high, goal.measure_unit)}});
  if (goal.kind == GoalKind::milestones) return formats.integer(static_cast<std::int64_t>(goal.milestones.size()));
  if (goal.kind == GoalKind::yes_no) return std::string(screen.tr("goal.reached"));
  return goal.target ? formats.quantity(*goal.target, goal.measure_unit) : std::string();
}

std::string now_text(const ScreenContext& screen, const Goal& goal, const GoalStatus& status) {
  if (!status.is_rolled_up && status.actual) return screen.formats.quantity(*status.actual, goal.measure_unit);
  return goal_value_text(screen, goal, status);
}

std::string forecast_caption(const ScreenContext& screen, const Goal& goal, const GoalStatus& status) {
  if (!status.forecast_interval) return std::string(screen.tr("goal.forecast"));
  const bool is_whole = !goal.target || std::abs(*goal.target - std::round(*goal.target)) < 1e-9;
  const bool is_narrow = status.forecast_interval->high - status.forecast_interval->low < kNarrowBand;
  const int places = is_whole && !is_narrow ? 0 : 1;
  return screen.tr("goal.forecast_range", {{"low", screen.formats.number(status.forecast_interval->low, places)},
                                           {"high", screen.formats.number(status.forecast_interval->high, places)}});
}

/// Everything the chart's options point into, for as long as it is drawn.
struct ChartWords {
  std::vector<std::string> y_labels;
  std::vector<ui::AxisTick> x_ticks, y_ticks;
  std::string first, due, forecast, band;
};

bool is_forecast_shown(const Goal& goal, const GoalChart& chart, const GoalStatus& status) {
  return goal.state != GoalState::done && status.forecast && !chart.values.empty() && goal.due_day && *goal.due_day > chart.values.back().day;
}

float at_day(Day day) { return static_cast<float>(day.number); }

void name_axes(const ScreenContext& screen, const Goal& goal, const GoalChart& chart, ChartWords& words) {
  words.y_labels.reserve(chart.ticks.size());
  for (const double tick : chart.ticks) {
    words.y_labels.push_back(goal.measure_unit == "%" ? screen.formats.quantity(tick, "%") : screen.formats.short_number(tick));
    words.y_ticks.push_back({static_cast<float>(tick), words.y_labels.back(), goal.target && std::abs(*goal.target - tick) < 1e-9});
  }
  words.first = screen.formats.short_date(chart.first);
  words.due = screen.formats.short_date(chart.last);
  const float span = at_day(chart.last) - at_day(chart.first), today = at_day(screen.view.today);
  const bool is_first_far = today - at_day(chart.first) > span * kLabelsApart, is_last_far = at_day(chart.last) - today > span * kLabelsApart;
  if (is_first_far) words.x_ticks.push_back({at_day(chart.first), words.first});
  words.x_ticks.push_back({today, screen.tr("goal.chart_today"), true});
  if (is_last_far) words.x_ticks.push_back({at_day(chart.last), words.due});
}

/// The measured values, and a last row of the due day: forecast, band and target, each in a column of its own; on phones, which have no
/// room for six columns, each in a row.
ui::ChartData chart_table(const ScreenContext& screen, const Goal& goal, const GoalChart& chart, const GoalStatus& status, std::string_view caption) {
  ui::ChartData data{.caption = caption, .rows = {{std::string(screen.tr("common.day")), std::string(screen.tr("goal.value"))}}};
  for (const MeasuredValue& value : chart.values)
    data.rows.push_back({screen.formats.short_date(value.day), screen.formats.quantity(value.value, goal.measure_unit)});
  std::vector<std::string> due{goal.due_day ? screen.formats.short_date(*goal.due_day) : std::string(screen.tr("common.empty_cell")), std::string()};
  const auto add = [&](std::string_view head, std::string value) {
    data.rows[0].emplace_back(screen.tr(head));
    due.push_back(std::move(value));
  };
  if (is_forecast_shown(goal, chart, status)) {
    add("goal.forecast_title", in_goal_unit(screen, goal, *status.forecast));
    if (status.forecast_interval) {
      add("insights.column_low", in_goal_unit(screen, goal, status.forecast_interval->low));
      add("insights.column_high", in_goal_unit(screen, goal, status.forecast_interval->high));
    }
  }
  if (std::string target = target_text(screen, goal); !target.empty()) add("guide.field_target", std::move(target));
  if (due.size() == 2) return data;
  if (screen.ui.phone()) {
    for (std::size_t i = 2; i < due.size(); ++i) data.rows.push_back({due[0] + " · " + data.rows[0][i], due[i]});
    data.rows[0].resize(2);
    return data;
  }
  for (std::size_t i = 1; i < data.rows.size(); ++i) data.rows[i].resize(due.size());
  data.rows.push_back(std::move(due));
  return data;
}

/// "89%, 95% interval 80% to 97.5%"
std::string forecast_words(const ScreenContext& screen, const Goal& goal, const GoalStatus& status) {
  if (!status.forecast_interval) return in_goal_unit(screen, goal, *status.forecast);
  return screen.tr("goal.forecast_interval", {{"forecast", in_goal_unit(screen, goal, *status.forecast)}, {"low", in_goal_unit(screen, goal, status.forecast_interval->low)},
                                              {"high", in_goal_unit(screen, goal, status.forecast_interval->high)}});
}

std::optional<ui::Forecast> forecast_of(const GoalChart& chart, const Goal& goal, const GoalStatus& status, const ChartWords& words) {
  if (!is_forecast_shown(goal, chart, status)) return std::nullopt;
  const auto clamped = [&](double value) { return static_cast<float>(std::clamp(value, chart.low, chart.high)); };
  ui::Forecast forecast{.from = {at_day(chart.values.back().day), static_cast<float>(chart.values.back().value)},
                        .to = {at_day(*goal.due_day), clamped(*status.forecast)},
                        .label = words.forecast,
                        .hint = words.band};
  forecast.low = status.forecast_interval ? clamped(status.forecast_interval->low) : forecast.to.y;
  forecast.high = status.forecast_interval ? clamped(status.forecast_interval->high) : forecast.to.y;
  return forecast;
}

bool save_progress(ScreenContext& screen, const Goal& goal, ProgressDraft& draft, Intents& intents) {
  draft.was_tried = true;
  if (!draft.day || (!draft.value && draft.note.empty())) return false;
  ProgressPoint point;
  point.id = Id<ProgressPoint>(screen.new_id());
  point.goal = goal.id;
  point.day = *draft.day;
  point.value = draft.value;
  point.note = draft.note;
  point.author = screen.view.me;
  intents.edits.push_back(log_progress(screen.view, point));
  draft = {};
  return true;
}

}  // namespace

bool is_measured_in_numbers(const Goal& goal) { return goal.kind != GoalKind::milestones && goal.kind != GoalKind::yes_no && has_own_measure(goal); }

void draw_goal_figures(ScreenContext& screen, Rect& area, const Goal& goal, const GoalStatus& status) {
  auto& ui = screen.ui;
  // Neither measured nor carried by goals below: the SMART check says what is missing.
  if (status.is_rolled_up && screen.view.goals_under(goal.id).empty()) return;
  Rect row = area.cut_top(ui::kStat);
  const std::string forecast = goal.state == GoalState::done ? std::string() : goal_forecast_text(screen, goal, status);
  const std::string caption = forecast_caption(screen, goal, status), target = target_text(screen, goal);
  Rect right;
  if (!forecast.empty()) {
    const float wanted = std::max(ui.text_width(ui::type::figure, forecast), ui.text_width(ui::type::caption, caption)) + 2;
    right = row.cut_right(std::clamp(wanted, row.width / 3, row.width * kForecastShare));
    row.cut_right(kFigureGap);
  }
  ui::stat(ui, row.column(0, 2, kFigureGap), now_text(screen, goal, status), screen.tr("goal.now"));
  if (!target.empty()) ui::stat(ui, row.column(1, 2, kFigureGap), target, screen.tr("goal.target"));
  const auto colour = needs_attention(status.outlook) ? std::optional(ui::tone_text(ui.c, goal_tone(status.outlook))) : std::nullopt;
  if (!forecast.empty()) ui::stat(ui, right, forecast, caption, {.colour = colour});
  if (status.is_rolled_up) {
    area.skip(8);
    area.skip(ui.paragraph(area, ui::type::caption, ui.c.ink3, screen.tr("goal.rolled_up")));
  }
}

void draw_goal_chart(ScreenContext& screen, Rect& area, const Goal& goal, const GoalStatus& status, GoalDetailState& state) {
  if (!is_measured_in_numbers(goal)) return;
  const GoalChart& chart = state.chart.get(screen.view, goal.id, [&] { return compute_goal_chart(screen.view, goal, status); });
  auto& ui = screen.ui;
  area.skip(24);
  if (chart.values.empty()) {
    ui.text(area.cut_top(20), ui::type::control, ui.c.ink, screen.tr("goal.no_value"));
    area.skip(ui.paragraph(area, ui::type::body, ui.c.ink2, screen.tr("goal.log_empty_how")));
    return;
  }
  ChartWords words;
  name_axes(screen, goal, chart, words);
  const std::string forecast = goal_forecast_text(screen, goal, status);
  // The unit stands in the figures above; only a percent sign has room at the end of the line.
  words.forecast = forecast;
  if (const std::string unit = " " + goal.measure_unit; unit.size() > 1 && goal.measure_unit != "%" && forecast.ends_with(unit))
    words.forecast.resize(forecast.size() - unit.size());
  const std::string none(screen.tr("common.empty_cell"));
  const std::string due = goal.due_day ? screen.formats.short_date(*goal.due_day) : none;
  const std::string said = is_forecast_shown(goal, chart, status) ? forecast_words(screen, goal, status) : forecast;
  words.band = due + ": " + said;
  const std::string caption = screen.tr("goal.chart_label", {{"title", goal.title}, {"now", now_text(screen, goal, status)}, {"due", due},
                                                             {"forecast", said.empty() ? none : said}, {"target", target_text(screen, goal)}});
  ui::LineSeries series;
  for (const MeasuredValue& value : chart.values) series.points.push_back({at_day(value.day), static_cast<float>(value.value)});
  ui::LineChartOptions options;
  options.x_minimum = at_day(chart.first);
  options.x_maximum = at_day(chart.last);
  options.y_minimum = static_cast<float>(chart.low);
  options.y_maximum = static_cast<float>(chart.high);
  options.x_ticks = words.x_ticks;
  options.y_ticks = words.y_ticks;
  options.forecast = forecast_of(chart, goal, status, words);
  if (goal.target) options.target = static_cast<float>(*goal.target);
  options.target_label = screen.tr("goal.chart_target");
  options.today = at_day(screen.view.today);
  const Rect place = area.cut_top(kChartHeight);
  ui::line_chart(ui, place, {&series, 1}, options, chart_table(screen, goal, chart, status, caption));
  area.skip(10);
  draw_forecast_words(screen, area, goal, status, state);
}

Intents draw_goal_marks(ScreenContext& screen, Rect& area, const Goal& goal) {
  Intents intents;
  auto& ui = screen.ui;
  const auto change = [&](const Goal& after) {
    Edit edit("edit.goal.change");
    edit.update(goal, after);
    intents.edits.push_back(std::move(edit));
  };
  if (goal.kind == GoalKind::yes_no) {
    area.skip(20);
    const std::array<ui::Segment, 2> segments{{{screen.tr("goal.reached_no")}, {screen.tr("goal.reached")}}};
    int chosen = goal.is_reached ? (*goal.is_reached ? 1 : 0) : -1;
    if (ui::segmented(ui, area.cut_top(ui::metrics::kControl), screen.language.label_of<Goal>("isReached"), segments, chosen)) {
      Goal after = goal;
      after.is_reached = chosen == 1;
      change(after);
    }
    return intents;
  }
  if (goal.kind != GoalKind::milestones || goal.milestones.empty()) return intents;
  area.skip(20);
  ui.heading(area.cut_top(24), 2, ui::type::group, ui.c.ink, screen.tr("goal.milestones"));
  for (std::size_t i = 0; i < goal.milestones.size(); ++i) {
    const Milestone& milestone = goal.milestones[i];
    const ui::IdScope scope(ui, i);
    Rect row = area.cut_top(ui.phone() ? ui::metrics::kPhoneTarget : 32);
    if (milestone.done_day) ui.text(row.cut_right(72), ui::type::body, ui.c.ink3, screen.formats.short_date(*milestone.done_day), ui::Align::right);
    bool is_done = milestone.is_done;
    if (!ui::checkbox(ui, row, milestone.title.empty() ? screen.tr("common.unnamed") : std::string_view(milestone.title), is_done)) continue;
    Goal after = goal;
    after.milestones[i].is_done = is_done;
    after.milestones[i].done_day = is_done ? std::optional(screen.view.today) : std::nullopt;
    change(after);
  }
  return intents;
}

Intents draw_progress_form(ScreenContext& screen, Rect& area, const Goal& goal, ProgressDraft& draft) {
  Intents intents;
  auto& ui = screen.ui;
  const ui::IdScope scope(ui, "progress");
  area.skip(16);
  const bool has_value = is_measured_in_numbers(goal);
  if (!draft.day) draft.day = screen.view.today;
  const int wrong = ui.wrong_count();
  Rect left = area.column(0, has_value ? 2 : 1, 12), right = area.column(1, 2, 12);
  if (has_value) {
    number_row(screen, left, screen.tr("goal.value"), draft.value, {.most_decimals = 4, .unit = goal.measure_unit});
    day_row(screen, right, screen.tr("common.day"), draft.day);
  } else {
    day_row(screen, left, screen.tr("common.day"), draft.day);
  }
  area.skip(std::max(left.y, has_value ? right.y : left.y) - area.y);
  const bool is_empty = draft.was_tried && !draft.value && draft.note.empty();
  const ui::FormRowOptions row{.error = is_empty ? screen.tr("field_error.required") : std::string_view()};
  const GoalStatus status = compute_goal_status(screen.view, goal);
  const std::string_view label = screen.tr(needs_attention(status.outlook) ? "goal.why_low" : "goal.comment");
  const Rect field = ui::form_row_begin(ui, area, label, row);
  const auto written = ui::text_area(ui, field, label, draft.note, {.field = {.error = row.error, .spell_check = true}, .least_lines = 2});
  ui::form_row_end(ui, area, written.height, row);
  Rect buttons = area.cut_top(ui.control_height());
  if (ui::button_left(ui, buttons, screen.tr("action.save"), {.kind = ui::ButtonKind::primary, .height = buttons.height}) && ui.wrong_count() == wrong)
    save_progress(screen, goal, draft, intents);
  if (ui::button_left(ui, buttons, screen.tr("action.cancel"), {.kind = ui::ButtonKind::quiet, .height = buttons.height})) draft = {};
  return intents;
}

}  // namespace fullcircle

#include "app/queries/goal_words.h"

#include <algorithm>
#include <cmath>

namespace fullcircle {
namespace {

constexpr double kLargestCount = 1000, kFewFrom = 10;
constexpr double kNarrowBand = 3;      // "12 to 12" says nothing
constexpr double kLabelsApart = 0.16;  // of the time axis: closer labels would overlap

bool is_whole(double value) { return std::abs(value - std::round(value)) < 1e-9; }

/// "5 of 6" reads better than "5" only for small whole numbers that start at nothing.
bool counts_up(const Goal& goal) {
  const bool grows = goal.kind == GoalKind::higher || goal.kind == GoalKind::higher_no_baseline;
  return grows && goal.measure_unit != "%" && goal.target && is_whole(*goal.target) && *goal.target <= kLargestCount && goal.baseline.value_or(0) == 0;
}

}  // namespace

std::string in_goal_unit(const Formats& formats, const Goal& goal, double value) {
  const double places = std::abs(value) < kFewFrom ? 100 : 10;
  return formats.quantity(std::round(value * places) / places, goal.measure_unit);
}

bool is_measured_in_numbers(const Goal& goal) { return goal.kind != GoalKind::milestones && goal.kind != GoalKind::yes_no && has_own_measure(goal); }

std::string GoalWords::value() const {
  if (goal_.state == GoalState::done) return tr("outlook.done");
  if (status_.is_rolled_up) return status_.attainment ? formats_.percent(*status_.attainment) : tr("common.empty_cell");
  const auto out_of = [&](std::string value, std::string target) { return language_.tr("goal.value_of", {{"value", value}, {"target", target}}); };
  if (goal_.kind == GoalKind::milestones) return out_of(formats_.integer(status_.milestones_done), formats_.integer(status_.milestones));
  if (goal_.kind == GoalKind::yes_no) return tr(!goal_.is_reached ? "common.empty_cell" : *goal_.is_reached ? "goal.reached" : "goal.reached_no");
  if (!status_.actual) return tr("common.empty_cell");
  if (counts_up(goal_)) return out_of(formats_.short_number(*status_.actual), formats_.short_number(*goal_.target));
  return formats_.quantity(*status_.actual, goal_.measure_unit);
}

std::string GoalWords::now() const {
  return !status_.is_rolled_up && status_.actual ? formats_.quantity(*status_.actual, goal_.measure_unit) : value();
}

std::string GoalWords::target() const {
  if (goal_.kind == GoalKind::range && goal_.range_low && goal_.range_high)
    return language_.tr("goal.range_text", {{"low", formats_.short_number(*goal_.range_low)}, {"high", formats_.quantity(*goal_.range_high, goal_.measure_unit)}});
  if (goal_.kind == GoalKind::milestones) return formats_.integer(static_cast<std::int64_t>(goal_.milestones.size()));
  if (goal_.kind == GoalKind::yes_no) return tr("goal.reached");
  return goal_.target ? formats_.quantity(*goal_.target, goal_.measure_unit) : std::string();
}

std::string GoalWords::forecast() const {
  if (status_.is_rolled_up) return status_.forecast_attainment ? formats_.percent(*status_.forecast_attainment) : std::string();
  if (!status_.forecast) return {};
  // A forecast is not known to a decimal: whole numbers, or one place where the target itself has one.
  const double value = goal_.target && is_whole(*goal_.target) ? std::round(*status_.forecast) : *status_.forecast;
  return counts_up(goal_) ? formats_.short_number(value, 1) : formats_.quantity(value, goal_.measure_unit);
}

std::string GoalWords::forecast_caption() const {
  if (!status_.forecast_interval) return tr("goal.forecast");
  const auto& interval = *status_.forecast_interval;
  const int places = (!goal_.target || is_whole(*goal_.target)) && interval.high - interval.low >= kNarrowBand ? 0 : 1;
  return language_.tr("goal.forecast_range", {{"low", formats_.number(interval.low, places)}, {"high", formats_.number(interval.high, places)}});
}

std::string GoalWords::due() const { return goal_.due_day ? formats_.short_date(*goal_.due_day) : tr("common.empty_cell"); }

bool GoalWords::is_forecast_shown(const GoalChart& chart) const {
  return goal_.state != GoalState::done && status_.forecast && !chart.values.empty() && goal_.due_day && *goal_.due_day > chart.values.back().day;
}

/// "89%, 95% interval 80% to 97.5%"
std::string GoalWords::forecast_words() const {
  if (!status_.forecast_interval) return in_unit(*status_.forecast);
  return language_.tr("goal.forecast_interval", {{"forecast", in_unit(*status_.forecast)}, {"low", in_unit(status_.forecast_interval->low)}, {"high", in_unit(status_.forecast_interval->high)}});
}

void GoalWords::name_axes(const GoalChart& chart, LineFigure& figure) const {
  for (const double tick : chart.ticks)
    figure.y_ticks.push_back({tick, goal_.measure_unit == "%" ? formats_.quantity(tick, "%") : formats_.short_number(tick), goal_.target && std::abs(*goal_.target - tick) < 1e-9});
  const double today = view_.today.number, apart = (figure.x_high - figure.x_low) * kLabelsApart;
  if (today - figure.x_low > apart) figure.x_ticks.push_back({figure.x_low, formats_.short_date(chart.first)});
  figure.x_ticks.push_back({today, tr("goal.chart_today"), true});
  if (figure.x_high - today > apart) figure.x_ticks.push_back({figure.x_high, formats_.short_date(chart.last)});
}

TextTable GoalWords::chart_table(const GoalChart& chart) const {
  TextTable table{{tr("common.day"), tr("goal.value")}};
  for (const MeasuredValue& value : chart.values) table.push_back({formats_.short_date(value.day), formats_.quantity(value.value, goal_.measure_unit)});
  std::vector<std::string> last{due(), std::string()};
  const auto add = [&](std::string_view head, std::string value) {
    table[0].push_back(tr(head));
    last.push_back(std::move(value));
  };
  if (is_forecast_shown(chart)) {
    add("goal.forecast_title", in_unit(*status_.forecast));
    if (status_.forecast_interval) {
      add("insights.column_low", in_unit(status_.forecast_interval->low));
      add("insights.column_high", in_unit(status_.forecast_interval->high));
    }
  }
  if (std::string wanted = target(); !wanted.empty()) add("guide.field_target", std::move(wanted));
  if (last.size() == 2) return table;
  for (std::size_t i = 1; i < table.size(); ++i) table[i].resize(last.size());
  table.push_back(std::move(last));
  return table;
}

LineFigure GoalWords::chart(const GoalChart& chart) const {
  const std::string none = tr("common.empty_cell"), forecast = this->forecast(), said = is_forecast_shown(chart) ? forecast_words() : forecast;
  LineFigure figure{.caption = language_.tr("goal.chart_label", {{"title", goal_.title}, {"now", now()}, {"due", due()}, {"forecast", said.empty() ? none : said}, {"target", target()}}),
                    .x_low = static_cast<double>(chart.first.number),
                    .x_high = static_cast<double>(chart.last.number),
                    .y_low = chart.low,
                    .y_high = chart.high,
                    .target = goal_.target,
                    .today = view_.today.number,
                    .target_label = tr("goal.chart_target"),
                    .table = chart_table(chart)};
  name_axes(chart, figure);
  FigureLine& line = figure.lines.emplace_back();
  for (const MeasuredValue& value : chart.values) line.points.push_back({static_cast<double>(value.day.number), value.value});
  if (!is_forecast_shown(chart)) return figure;
  const auto within = [&](double value) { return std::clamp(value, chart.low, chart.high); };
  FigureForecast ahead{.from = line.points.back(), .to = {static_cast<double>(goal_.due_day->number), within(*status_.forecast)}, .label = forecast, .hint = due() + ": " + said};
  ahead.low = status_.forecast_interval ? within(status_.forecast_interval->low) : ahead.to.y;
  ahead.high = status_.forecast_interval ? within(status_.forecast_interval->high) : ahead.to.y;
  // The unit stands in the figures above; only a percent sign has room at the end of the line.
  if (const std::string unit = " " + goal_.measure_unit; unit.size() > 1 && goal_.measure_unit != "%" && forecast.ends_with(unit)) ahead.label.resize(forecast.size() - unit.size());
  figure.forecast = std::move(ahead);
  return figure;
}

}  // namespace fullcircle

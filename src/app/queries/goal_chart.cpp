#include "app/queries/goal_chart.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace fullcircle {
namespace {

constexpr double kMostSteps = 5;

/// The band of few, scattered values may reach far beyond anything measured; it is drawn as far as the axis goes.
constexpr double kBandShare = 0.6;

void widen(double& low, double& high, std::optional<double> value) {
  if (!value || !std::isfinite(*value)) return;
  low = std::min(low, *value);
  high = std::max(high, *value);
}

}  // namespace

std::vector<double> round_ticks(double low, double high) {
  if (!(high > low)) high = low + std::max(1.0, std::abs(low) * 0.1);
  const double wanted = (high - low) / kMostSteps;
  const double power = std::pow(10, std::floor(std::log10(wanted)));
  double step = 10 * power, first = 0, last = 0;
  for (const double factor : {1.0, 2.0, 2.5, 5.0, 10.0, 20.0}) {
    step = factor * power;
    first = std::floor(low / step + 1e-9) * step;
    last = std::ceil(high / step - 1e-9) * step;
    if ((last - first) / step <= kMostSteps + 1e-9) break;
  }
  std::vector<double> ticks;
  const int count = static_cast<int>(std::lround((last - first) / step));
  for (int i = 0; i <= count; ++i) ticks.push_back(first + step * i);
  if (ticks.size() == 2) ticks.insert(ticks.begin() + 1, first + step / 2);
  return ticks;
}

GoalChart compute_goal_chart(const ModelView& view, const Goal& goal, const GoalStatus& status) {
  std::map<Day, double> by_day;
  for (const ProgressPoint* point : view.points_of(goal.id))
    if (point->value && point->day <= view.today) by_day[point->day] = *point->value;
  GoalChart chart;
  for (const auto& [day, value] : by_day) chart.values.push_back({day, value});
  chart.first = !chart.values.empty() ? chart.values.front().day : goal.start_day.value_or(view.today - 1);
  chart.last = std::max({goal.due_day.value_or(view.today), view.today, chart.first + 1});

  double low = INFINITY, high = -INFINITY;
  for (const MeasuredValue& value : chart.values) widen(low, high, value.value);
  if (chart.values.size() < 2) widen(low, high, goal.baseline);
  widen(low, high, goal.target);
  widen(low, high, goal.range_low);
  widen(low, high, goal.range_high);
  if (status.forecast) widen(low, high, *status.forecast);
  if (!(low <= high)) low = 0, high = 1;
  if (status.forecast_interval) {
    const double reach = std::max(high - low, 1e-9) * kBandShare;
    const double floor = low - reach, ceiling = high + reach;
    widen(low, high, std::max(status.forecast_interval->low, floor));
    widen(low, high, std::min(status.forecast_interval->high, ceiling));
  }
  chart.ticks = round_ticks(low, high);
  chart.low = chart.ticks.front();
  chart.high = chart.ticks.back();
  return chart;
}

}  // namespace fullcircle

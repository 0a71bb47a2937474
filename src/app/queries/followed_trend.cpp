#include "app/queries/followed_trend.h"

#include <algorithm>
#include <span>

namespace fullcircle {
namespace {

struct TrendLine {
  rating::Figure TrendPoint::* figure;
  std::string_view label;  ///< key
  bool highlighted = false, drawn = true;
};
constexpr TrendLine kWhole[] = {{&TrendPoint::overall, "results.column_overall", true}, {&TrendPoint::others, "results.column_others"}};
constexpr TrendLine kOneCriterion[] = {{&TrendPoint::others, "results.column_others", true}, {&TrendPoint::self, "results.column_self", false, false}};

std::span<const TrendLine> lines_of(const FollowedTrend& followed) {
  return followed.name.empty() ? std::span<const TrendLine>(kWhole) : std::span<const TrendLine>(kOneCriterion);
}

}  // namespace

FollowedTrend compute_followed_trend(const ModelView& view, const std::vector<TrendPoint>& trend, const std::string& criterion) {
  FollowedTrend followed;
  for (const TrendCriterion& found : criteria_of(trend))
    if (found.key == criterion) followed.name = found.name;
  const std::string key = followed.name.empty() ? std::string() : criterion;
  followed.points = key.empty() ? trend : follow_criterion(trend, key);
  followed.changes = compute_person_changes(view, followed.points, key);
  return followed;
}

std::string TrendWords::value(const rating::Figure& figure, TrendGap gap) const {
  if (figure) return formats_.number(*figure, 2);
  return std::string(gap == TrendGap::none ? language_.tr("common.empty_cell") : language_.name_of(gap));
}

std::string TrendWords::summary(const FollowedTrend& followed) const {
  std::size_t most = 0;
  for (const TrendLine& line : lines_of(followed)) {
    if (!line.drawn) continue;
    std::vector<double> values;
    for (const TrendPoint& point : followed.points)
      if (point.*line.figure) values.push_back(*(point.*line.figure));
    if (values.size() >= 2)
      return language_.tr("person.trend_summary", {{"from", formats_.number(values.front(), 2)}, {"to", formats_.number(values.back(), 2)}, {"count", static_cast<int>(values.size())}});
    most = std::max(most, values.size());
  }
  return std::string(language_.tr(most > 0 ? "person.trend_few" : "person.trend_none"));
}

TextTable TrendWords::table(const FollowedTrend& followed) const {
  TextTable table{{std::string(language_.tr("insights.column_cycle"))}};
  for (const TrendLine& line : lines_of(followed)) table[0].emplace_back(language_.tr(line.label));
  for (const TrendPoint& point : followed.points) {
    auto& row = table.emplace_back(1, point.cycle);
    for (const TrendLine& line : lines_of(followed)) row.push_back(value(point.*line.figure, line.highlighted ? point.gap : TrendGap::none));
  }
  return table;
}

LineFigure TrendWords::figure(const FollowedTrend& followed, const RatingRules& rules) const {
  const std::string subject = followed.name.empty() ? std::string(language_.tr("person.trend")) : followed.name;
  LineFigure figure{.caption = subject + ": " + summary(followed), .x_high = static_cast<double>(followed.points.size() - 1), .y_low = static_cast<double>(rules.scale_low),
                    .y_high = static_cast<double>(rules.scale_high), .places = followed.points.size(), .table = table(followed)};
  for (const double at : {figure.y_low, (figure.y_low + figure.y_high) / 2, figure.y_high}) figure.y_ticks.push_back({at, formats_.short_number(at, 1)});
  figure.x_ticks = {{0, followed.points.front().cycle}, {figure.x_high, followed.points.back().cycle}};
  for (const TrendLine& line : lines_of(followed)) {
    if (!line.drawn) continue;
    const std::size_t first = figure.lines.size();
    bool is_new = true;
    for (std::size_t i = 0; i < followed.points.size(); ++i) {
      const auto& value = followed.points[i].*line.figure;
      if (value && is_new) figure.lines.push_back({.points = {}, .label = {}, .highlighted = line.highlighted, .dots = line.highlighted});
      is_new = !value;
      if (value) figure.lines.back().points.push_back({static_cast<double>(i), *value});
    }
    if (figure.lines.size() > first) figure.lines.back().label = language_.tr(line.label);
  }
  return figure;
}

}  // namespace fullcircle

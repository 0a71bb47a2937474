// What the charts of Insights show.
#include <algorithm>
#include <cmath>

#include "app/queries/insight_words.h"
#include "model/sorting.h"

namespace fullcircle {
namespace {

/// Where the fills change. They guide the eye inside the grid; the words High, Medium and Low have their own edges.
constexpr double kWeakBelow = 0.65, kStrongFrom = 0.80;

HeatLevel level_of(const AgreementCell& cell) {
  if (!cell.rwg) return cell.is_hidden ? HeatLevel::hidden : HeatLevel::middle;
  if (*cell.rwg < kWeakBelow) return HeatLevel::weak;
  return *cell.rwg >= kStrongFrom ? HeatLevel::strong : HeatLevel::middle;
}

/// The first `most` when sorted by `key`, the largest first.
std::vector<std::size_t> largest(std::size_t count, std::size_t most, auto&& key) {
  std::vector<std::size_t> order(count);
  for (std::size_t i = 0; i < count; ++i) order[i] = i;
  sort_stably(order, std::greater<>(), key);
  if (order.size() > most) order.resize(most);
  return order;
}

/// A round step that gives three to six ticks.
double tick_step(double width) {
  for (const double step : {0.1, 0.2, 0.5, 1.0, 2.0})
    if (width / step <= 6) return step;
  return 5;
}

}  // namespace

LineFigure InsightWords::rating_figure() const {
  const RatingLines& ratings = board_.ratings;
  const auto order = largest(ratings.lines.size(), kMostInChart, [&](std::size_t i) {
    return std::pair(static_cast<int>(i) == ratings.highlighted, board_.departments.all[static_cast<std::size_t>(ratings.lines[i].department)].people);
  });
  LineFigure figure{.caption = title(InsightPart::ratings) + ". " + finding(InsightPart::ratings), .x_high = static_cast<double>(std::max<std::size_t>(2, ratings.cycles.size()) - 1),
                    .table = rating_table()};
  double low = 1e6, high = -1e6;
  for (const std::size_t index : order) {
    const RatingLine& line = ratings.lines[index];
    FigureLine& drawn = figure.lines.emplace_back(FigureLine{.points = {}, .label = {}, .source = index});
    for (std::size_t c = 0; c < line.points.size(); ++c) {
      if (!line.points[c].mean) continue;
      const double value = *line.points[c].mean;
      low = std::min(low, value);
      high = std::max(high, value);
      drawn.points.push_back({static_cast<double>(c), value});
    }
    drawn.highlighted = static_cast<int>(index) == ratings.highlighted;
    drawn.dots = drawn.highlighted || drawn.points.size() == 1;
    drawn.label = department(line.department) + " " + formats_.number(drawn.points.back().y, 1);
  }
  figure.y_low = std::floor(low * 2) / 2;
  figure.y_high = std::max(std::ceil(high * 2) / 2, figure.y_low + 1);
  const double step = figure.y_high - figure.y_low > 2.1 ? 1 : 0.5;
  for (double at = figure.y_low; at <= figure.y_high + 0.01; at += step) figure.y_ticks.push_back({at, formats_.number(at, 1)});
  for (std::size_t c = 0; c < ratings.cycles.size(); ++c) figure.x_ticks.push_back({static_cast<double>(c), cycle(ratings.cycles[c])});
  // The rows of the table are the places of the lines: a cycle that only departments beyond the drawn ones have is none.
  for (std::size_t c = ratings.cycles.size(); c-- > 0;)
    if (std::ranges::none_of(order, [&](std::size_t index) { return ratings.lines[index].points[c].mean.has_value(); }))
      figure.table.erase(figure.table.begin() + static_cast<std::ptrdiff_t>(c) + 1);
  return figure;
}

ShareFigure InsightWords::goal_figure() const {
  ShareFigure figure{.parts = {std::string(language_.tr("insights.will_be_met")), std::string(language_.tr("insights.at_risk")), std::string(language_.tr("insights.off_track"))}};
  for (const GoalBar& bar : board_.goals.bars) {
    if (figure.bars.size() == kMostInChart) break;
    const GoalCounts& counts = bar.counts;
    ShareBar& drawn = figure.bars.emplace_back(ShareBar{.label = department(bar.department), .parts = {counts.met, counts.at_risk, counts.off_track}});
    drawn.share = counts.share() ? formats_.percent(*counts.share()) : std::string(language_.tr("common.empty_cell"));
    if (counts.forecast() == 0) drawn.note = language_.tr("insights.goals_without", {{"count", counts.without}});
    figure.most = std::max(figure.most, static_cast<double>(counts.forecast()));
  }
  return figure;
}

IntervalFigure InsightWords::change_figure(ChangesShown shown) const {
  const bool is_compared = shown == ChangesShown::compared;
  const InsightPart part = is_compared ? InsightPart::comparison : InsightPart::actions;
  const ChangesInOrder order = order_changes(board_.actions, shown);
  IntervalFigure figure{.caption = title(part) + ". " + finding(part), .table = table(part)};
  double low = 0, high = 0;
  for (std::size_t i = 0; i < order.drawn; ++i) {
    const ActionChange& change = *order.all[i];
    const double value = is_compared ? *change.comparison.effect.difference : *change.effect.mean;
    const rating::Interval interval = is_compared ? *change.comparison.effect.interval : *change.effect.interval;
    low = std::min(low, interval.low);
    high = std::max(high, interval.high);
    const std::string number = formats_.difference(value, 2), effect = effect_words(change, shown), name = action_name(change);
    const std::string people = is_compared ? language_.tr("insights.with_without", {{"with", change.comparison.with}, {"without", change.comparison.without}})
                                           : language_.tr("people.count", {{"count", change.people}});
    figure.lines.push_back({name, people + " · " + effect, number, value, interval.low, interval.high});
    figure.caption += " " + name + ": " + (is_compared ? comparison_words(change) : number) + ", " + effect + ".";
  }
  const double step = tick_step(std::max(0.4, high - low));
  const auto first = static_cast<int>(std::floor(low / step)), last = std::max(static_cast<int>(std::ceil(high / step)), first + 2);
  for (int i = first; i <= last; ++i) figure.ticks.push_back({i * step, formats_.difference(i * step, 1)});
  const double margin = 0.04 * (last - first) * step;
  figure.low = first * step - margin;
  figure.high = last * step + margin;
  figure.table.resize(order.drawn + 1);  // those drawn come first
  return figure;
}

HeatFigure InsightWords::agreement_figure(std::size_t most_columns) const {
  const AgreementGrid& grid = board_.agreement;
  auto columns = largest(grid.departments.size(), most_columns, [&](std::size_t i) { return board_.departments.all[static_cast<std::size_t>(grid.departments[i])].people; });
  sort_stably(columns);
  HeatFigure figure{.caption = title(InsightPart::agreement) + ". " + finding(InsightPart::agreement)};
  for (const std::size_t c : columns) figure.columns.push_back(department(grid.departments[c]));
  figure.sources = columns;
  for (std::size_t r = 0; r < grid.criteria.size(); ++r) {
    figure.rows.push_back(criterion(grid.criteria[r]));
    for (const std::size_t c : columns) {
      const AgreementCell& cell = grid.cell(r, c);
      figure.cells.push_back({cell.rwg ? formats_.number(*cell.rwg, 2) : std::string(language_.tr(cell.is_hidden ? "insights.hidden" : "common.empty_cell")), level_of(cell)});
    }
  }
  return figure;
}

}  // namespace fullcircle

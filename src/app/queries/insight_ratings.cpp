#include "app/queries/insight_ratings.h"

#include <algorithm>
#include <cmath>

#include "rating/moments.h"

namespace fullcircle {
namespace {

constexpr double kLeastChange = 0.05;  ///< what one decimal shows as a change

/// In the breakdown of a department that is shown as a whole, what is hidden must not be the difference of the rest.
void hide_differences(std::vector<RatingLine>& all, std::size_t cycle, int minimum) {
  int hidden = 0;
  for (const RatingLine& line : all)
    if (line.points[cycle].is_hidden) hidden += line.points[cycle].people;
  while (hidden > 0 && hidden < minimum) {
    RatingPoint* smallest = nullptr;
    for (RatingLine& line : all)
      if (line.points[cycle].mean && (!smallest || line.points[cycle].people < smallest->people)) smallest = &line.points[cycle];
    if (!smallest) return;
    smallest->mean.reset();
    smallest->is_hidden = true;
    hidden += smallest->people;
  }
}

std::optional<double> change_of(const RatingLine& line) {
  std::optional<double> first, last;
  for (const RatingPoint& point : line.points) {
    if (!point.mean) continue;
    if (!first)
      first = point.mean;
    else
      last = point.mean;
  }
  return first && last ? std::optional(*last - *first) : std::nullopt;
}

std::vector<RatingLine> all_lines(const InsightFacts& facts, const Departments& departments, RatingMeasure measure) {
  const std::size_t cycles = facts.cycles.size();
  std::vector<std::vector<double>> values(departments.all.size() * cycles);
  for (const RatedPerson& rated : facts.rated) {
    const int department = departments.of(rated.person);
    const auto value = rating_of(rated, measure);
    if (department >= 0 && rated.cycle >= 0 && value) values[static_cast<std::size_t>(department) * cycles + static_cast<std::size_t>(rated.cycle)].push_back(*value);
  }
  std::vector<RatingLine> lines;
  for (std::size_t d = 0; d < departments.all.size(); ++d) {
    RatingLine line{static_cast<int>(d), {}, {}};
    for (std::size_t c = 0; c < cycles; ++c) {
      const auto& of_cycle = values[d * cycles + c];
      RatingPoint point{{}, static_cast<int>(of_cycle.size()), !of_cycle.empty() && static_cast<int>(of_cycle.size()) < facts.cycles[c].minimum};
      if (!of_cycle.empty() && !point.is_hidden) point.mean = rating::compute_moments(of_cycle).mean;
      line.points.push_back(point);
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace

std::optional<double> rating_of(const RatedPerson& rated, RatingMeasure measure) {
  if (measure.criterion == RatingMeasure::kOthers) return rated.others;
  if (measure.criterion == RatingMeasure::kOverall) return rated.overall;
  const auto index = static_cast<std::size_t>(measure.criterion);
  return index < rated.criteria.size() ? rated.criteria[index] : std::nullopt;
}

RatingLines compute_rating_lines(const InsightFacts& facts, const Departments& departments, RatingMeasure measure) {
  auto lines = all_lines(facts, departments, measure);
  RatingLines result;
  for (std::size_t c = 0; c < facts.cycles.size(); ++c) {
    if (departments.is_part) hide_differences(lines, c, facts.cycles[c].minimum);
    if (std::ranges::any_of(lines, [&](const RatingLine& line) { return line.points[c].mean.has_value(); })) result.cycles.push_back(static_cast<int>(c));
  }
  for (RatingLine& line : lines) {
    const bool is_shown = std::ranges::any_of(line.points, [](const RatingPoint& point) { return point.mean.has_value(); });
    const bool is_rated = std::ranges::any_of(line.points, [](const RatingPoint& point) { return point.people > 0; });
    if (!is_shown && is_rated) result.hidden.push_back(line.department);
    if (!is_shown) continue;
    std::vector<RatingPoint> points;
    for (const int cycle : result.cycles) points.push_back(line.points[static_cast<std::size_t>(cycle)]);
    line.points = std::move(points);
    line.change = change_of(line);
    result.lines.push_back(std::move(line));
  }
  double most = kLeastChange;
  for (std::size_t i = 0; i < result.lines.size(); ++i) {
    const double change = std::abs(result.lines[i].change.value_or(0));
    if (change < most) continue;
    most = change;
    result.highlighted = static_cast<int>(i);
  }
  return result;
}

}  // namespace fullcircle

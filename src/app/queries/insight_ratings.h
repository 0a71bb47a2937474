// Ratings over the cycles, by department: how each has changed, and which the most.
#pragma once

#include <optional>
#include <vector>

#include "app/queries/insight_departments.h"
#include "app/queries/insight_facts.h"

namespace fullcircle {

/// What is followed over the cycles: the ratings by others, the overall result, or one criterion.
struct RatingMeasure {
  static constexpr int kOthers = -1, kOverall = -2;
  int criterion = kOthers;  ///< or an index into InsightFacts::criteria
  bool operator==(const RatingMeasure&) const = default;
};

std::optional<double> rating_of(const RatedPerson& rated, RatingMeasure measure);

struct RatingPoint {
  std::optional<double> mean;  ///< absent: nobody has a result, or it is hidden
  int people = 0;
  bool is_hidden = false;      ///< fewer people than may be shown
};

struct RatingLine {
  int department = 0;
  std::vector<RatingPoint> points;  ///< parallel to RatingLines::cycles
  std::optional<double> change;     ///< from the first shown point to the last, where there are two
};

struct RatingLines {
  std::vector<int> cycles;          ///< those in which any department has a point
  std::vector<RatingLine> lines;    ///< departments with a point
  std::vector<int> hidden;          ///< departments with results, of which none may be shown
  int highlighted = -1;             ///< the line that changed most, by what is shown with one decimal; -1 if none did
};

RatingLines compute_rating_lines(const InsightFacts& facts, const Departments& departments, RatingMeasure measure);

}  // namespace fullcircle

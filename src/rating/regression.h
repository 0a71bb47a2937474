// Straight lines through points: least squares with its intervals, and Theil-Sen, which an outlier cannot pull away.
#pragma once

#include <optional>
#include <vector>

#include "rating/figure.h"
#include "rating/goal_attainment.h"

namespace fullcircle::rating {

struct Point {
  double x = 0;
  double y = 0;
};

struct LeastSquares {
  int n = 0;
  Figure intercept, se_intercept, slope, se_slope, residual_sd, r2, f;
  double mean_x = 0, mean_y = 0, sum_squares_x = 0;  ///< where the line is anchored, for predictions
};

/// Ordinary least squares.
///
/// Out:    NoData without points; TooFewPoints below two (line) or three (errors); NoVariation if all x are equal, for r2 if
///         all y are, and for f if every point lies on the line.
/// Source: NIST/SEMATECH e-Handbook of Statistical Methods 4.1.4.1; certified data in tests/rating/science.
LeastSquares compute_least_squares(const std::vector<Point>& points);

/// What the line says at one x.
struct LinePrediction {
  Figure fit;
  FigureInterval confidence;  ///< of the line
  FigureInterval prediction;  ///< of a new observation
  Figure chance;              ///< that a new observation is at or beyond the target
  Figure new_error;           ///< standard error of a new observation
  Figure quantile;            ///< Student's t that both intervals are that many errors wide to each side
};

LinePrediction compute_prediction(const LeastSquares& line, double x, std::optional<double> target, Direction direction);

struct TheilSen {
  Figure slope;      ///< median of the slopes of all pairs with different x
  Figure intercept;  ///< median of y - slope x
  long long pairs = 0;
};

/// Source: Theil 1950; Sen 1968 (J Am Stat Assoc 63:1379).
/// Example: (0, 0) (1, 1) (2, 2) (3, 3) (4, 30) -> slope 1, where least squares says 6.2
TheilSen compute_theil_sen(const std::vector<Point>& points);

}  // namespace fullcircle::rating

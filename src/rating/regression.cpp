#include "rating/regression.h"

#include <algorithm>
#include <cmath>

#include "rating/moments.h"
#include "rating/probability.h"

namespace fullcircle::rating {

namespace {

struct Columns {
  std::vector<double> x, y;
};

Columns columns_of(const std::vector<Point>& points) {
  Columns columns;
  for (const Point& point : points) {
    columns.x.push_back(point.x);
    columns.y.push_back(point.y);
  }
  return columns;
}

LeastSquares undefined_line(std::size_t n, Undefined reason) {
  const auto why = undefined(reason);
  return {static_cast<int>(n), why, why, why, why, why, why, why};
}

/// Standard error of the line at x, in units of the residual standard deviation, squared.
double leverage(const LeastSquares& line, double x) {
  const double away = x - line.mean_x;
  return 1.0 / line.n + away * away / line.sum_squares_x;
}

}  // namespace

LeastSquares compute_least_squares(const std::vector<Point>& points) {
  if (points.empty()) return undefined_line(0, Undefined::NoData);
  if (points.size() == 1) return undefined_line(1, Undefined::TooFewPoints);
  const Columns columns = columns_of(points);
  const Moments x = compute_moments(columns.x);
  const Moments y = compute_moments(columns.y);
  if (x.sum_squares == 0) return undefined_line(points.size(), Undefined::NoVariation);

  // e-Handbook 4.1.4.1: slope = S_xy / S_xx through (mean x, mean y); everything is taken from the deviations.
  double cross = 0;
  for (const Point& point : points) cross += (point.x - x.mean) * (point.y - y.mean);
  const double slope = y.sum_squares == 0 ? 0 : cross / x.sum_squares;
  double residual_squares = 0;
  double reach = 0;
  for (const Point& point : points) {
    const double away = point.x - x.mean;
    const double residual = (point.y - y.mean) - slope * away;
    residual_squares += residual * residual;
    reach = std::max(reach, std::fabs(slope * away));
  }
  const double n = static_cast<double>(points.size());
  if (is_rounding_noise(residual_squares, n, y.magnitude + reach)) residual_squares = 0;

  LeastSquares line = undefined_line(points.size(), Undefined::TooFewPoints);
  line.mean_x = x.mean;
  line.mean_y = y.mean;
  line.sum_squares_x = x.sum_squares;
  line.slope = slope;
  line.intercept = y.mean - slope * x.mean;
  const double explained = slope * slope * x.sum_squares;
  if (y.sum_squares == 0) {
    line.r2 = undefined(Undefined::NoVariation);
  } else {
    line.r2 = explained / (explained + residual_squares);
  }
  if (points.size() < 3) return line;
  const double variance = residual_squares / (n - 2);
  line.residual_sd = std::sqrt(variance);
  line.se_slope = std::sqrt(variance / x.sum_squares);
  line.se_intercept = std::sqrt(variance * leverage(line, 0));
  if (variance == 0) {
    line.f = undefined(Undefined::NoVariation);
  } else {
    line.f = explained / variance;
  }
  return line;
}

LinePrediction compute_prediction(const LeastSquares& line, double x, std::optional<double> target, Direction direction) {
  if (!line.slope) {
    const auto why = undefined(line.slope.error());
    return {why, why, why, why, why, why};
  }
  const auto too_few = undefined(Undefined::TooFewPoints);
  const double fit = line.mean_y + *line.slope * (x - line.mean_x);
  LinePrediction prediction{fit, too_few, too_few, target ? too_few : undefined(Undefined::NoData), too_few, too_few};
  if (!line.residual_sd) return prediction;
  const double df = line.n - 2;
  const double t = t_quantile(0.975, df);
  const double h = leverage(line, x);
  const double line_half = t * *line.residual_sd * std::sqrt(h);
  prediction.new_error = *line.residual_sd * std::sqrt(1 + h);
  prediction.quantile = t;
  prediction.confidence = Interval{fit - line_half, fit + line_half};
  const double new_half = t * *prediction.new_error;
  prediction.prediction = Interval{fit - new_half, fit + new_half};
  if (!target) return prediction;
  if (*line.residual_sd == 0) {
    prediction.chance = undefined(Undefined::NoVariation);
    return prediction;
  }
  const double distance = (*target - fit) / *prediction.new_error;
  prediction.chance = t_upper_tail(direction == Direction::Higher ? distance : -distance, df);
  return prediction;
}

TheilSen compute_theil_sen(const std::vector<Point>& points) {
  const auto why = undefined(points.empty() ? Undefined::NoData : Undefined::TooFewPoints);
  TheilSen line{why, why};
  if (points.size() < 2) return line;
  std::vector<double> slopes;
  slopes.reserve(points.size() * (points.size() - 1) / 2);
  for (std::size_t i = 0; i < points.size(); ++i) {
    for (std::size_t j = i + 1; j < points.size(); ++j) {
      if (points[i].x == points[j].x) continue;
      slopes.push_back((points[j].y - points[i].y) / (points[j].x - points[i].x));
    }
  }
  line.pairs = static_cast<long long>(slopes.size());
  if (slopes.empty()) {
    line.slope = line.intercept = undefined(Undefined::NoVariation);
    return line;
  }
  const double slope = compute_median(slopes);
  std::vector<double> rests;
  for (const Point& point : points) rests.push_back(point.y - slope * point.x);
  line.slope = slope;
  line.intercept = compute_median(rests);
  return line;
}

}  // namespace fullcircle::rating

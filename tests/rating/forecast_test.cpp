#include "rating/goal_forecast.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace fullcircle::rating;
using doctest::Approx;

namespace {

const std::vector<Point> kOutlier{{0, 0}, {1, 1}, {2, 2}, {3, 3}, {4, 30}};

GoalFacts goal_from(double baseline, double target, double actual) {
  GoalFacts goal;
  goal.measure = GoalMeasure::Higher;
  goal.baseline = baseline;
  goal.target = target;
  goal.actual = actual;
  return goal;
}

GoalForecast forecast_of(double value) {
  GoalForecast forecast;
  forecast.forecast = value;
  return forecast;
}

}  // namespace

TEST_CASE("one outlier pulls least squares away and leaves Theil-Sen in place") {
  CHECK(*compute_theil_sen(kOutlier).slope == 1);
  CHECK(*compute_theil_sen(kOutlier).intercept == 0);
  CHECK(*compute_least_squares(kOutlier).slope == Approx(6.2));
}

TEST_CASE("a forecast is the robust line at the due day, its interval that of least squares") {
  const GoalForecast forecast = compute_goal_forecast({kOutlier, 10, 9, Direction::Higher, {}});
  CHECK(*forecast.forecast == 10);
  // R 4.2.2, predict(lm(y ~ x), interval = "prediction") at 10, and pt() of the distance to 9.
  CHECK(forecast.interval->low == Approx(-26.493401374).epsilon(1e-10));
  CHECK(forecast.interval->high == Approx(140.093401374).epsilon(1e-10));
  CHECK(*forecast.chance == Approx(0.917362988715).epsilon(1e-10));
}

TEST_CASE("a prediction says what its interval is made of") {
  const LinePrediction prediction = compute_prediction(compute_least_squares(kOutlier), 10, 9, Direction::Higher);
  CHECK(*prediction.quantile == Approx(3.182446305).epsilon(1e-9));  // R 4.2.2, qt(0.975, 3)
  CHECK(prediction.prediction->high - *prediction.fit == Approx(*prediction.quantile * *prediction.new_error).epsilon(1e-12));
  CHECK_FALSE(compute_prediction(compute_least_squares({{0, 0}, {1, 2}}), 10, 9, Direction::Higher).new_error);
}

TEST_CASE("a forecast stays within the bounds of its measure") {
  const GoalForecast forecast = compute_goal_forecast({kOutlier, 10, 9, Direction::Higher, Interval{0, 5}});
  CHECK(*forecast.forecast == 5);
  CHECK(forecast.interval->low >= 0);
  CHECK(forecast.interval->high == 5);
}

TEST_CASE("too few points give no forecast and say so") {
  CHECK(compute_goal_forecast({{}, 10}).forecast == undefined(Undefined::NoData));
  CHECK(compute_goal_forecast({{{1, 2}}, 10}).forecast == undefined(Undefined::TooFewPoints));
  const GoalForecast two = compute_goal_forecast({{{0, 0}, {1, 2}}, 10, 15.0});
  CHECK(*two.forecast == 20);
  CHECK(two.interval == undefined(Undefined::TooFewPoints));
  CHECK(two.chance == undefined(Undefined::TooFewPoints));
  CHECK(compute_goal_forecast({{{3, 0}, {3, 2}}, 10}).forecast == undefined(Undefined::NoVariation));
}

TEST_CASE("points exactly on a line have an interval without width and no chance to speak of") {
  const GoalForecast forecast = compute_goal_forecast({{{0, 0.1}, {1, 0.2}, {2, 0.3}}, 4, 0.5});
  CHECK(forecast.interval->low == Approx(0.5));
  CHECK(forecast.interval->low == forecast.interval->high);
  CHECK(forecast.chance == undefined(Undefined::NoVariation));
}

TEST_CASE("least squares says what it cannot") {
  const LeastSquares flat = compute_least_squares({{0, 2}, {1, 2}, {2, 2}});
  CHECK(*flat.slope == 0);
  CHECK(*flat.residual_sd == 0);
  CHECK(flat.r2 == undefined(Undefined::NoVariation));
  CHECK(flat.f == undefined(Undefined::NoVariation));
  CHECK(compute_least_squares({{1, 0}, {1, 5}, {1, 7}}).slope == undefined(Undefined::NoVariation));
}

TEST_CASE("a large offset costs the line no digits") {
  std::vector<Point> points;
  for (int i = 0; i < 20; ++i) points.push_back({1e9 + i, 1e9 + 0.5 * i + (i % 2 ? 0.25 : -0.25)});
  std::vector<Point> small;
  for (int i = 0; i < 20; ++i) small.push_back({double(i), 0.5 * i + (i % 2 ? 0.25 : -0.25)});
  const LeastSquares far = compute_least_squares(points);
  const LeastSquares near = compute_least_squares(small);
  CHECK(*far.slope == Approx(*near.slope).epsilon(1e-12));
  CHECK(*far.residual_sd == Approx(*near.residual_sd).epsilon(1e-12));
}

TEST_CASE("the outlook follows the attainment that the forecast would mean") {
  const GoalFacts tickets = goal_from(64, 90, 82);
  CHECK(compute_outlook(tickets, forecast_of(89), 8, 10, 40) == GoalOutlook::OnTrack);
  CHECK(compute_outlook(tickets, forecast_of(85), 8, 10, 40) == GoalOutlook::AtRisk);
  CHECK(compute_outlook(tickets, forecast_of(84), 8, 10, 40) == GoalOutlook::OffTrack);
  CHECK(compute_outlook(goal_from(0, 24, 11), forecast_of(19), 8, 10, 40) == GoalOutlook::OffTrack);
  CHECK(compute_outlook(goal_from(8, 5, 7), forecast_of(5.1), 8, 10, 40) == GoalOutlook::OnTrack);
}

TEST_CASE("a goal is done or missed before any forecast counts, and without points there is none") {
  CHECK(compute_outlook(goal_from(0, 5, 5), forecast_of(0), 8, 10, 40) == GoalOutlook::Done);
  CHECK(compute_outlook(goal_from(0, 5, 4), forecast_of(5), 8, 41, 40) == GoalOutlook::Missed);
  CHECK(compute_outlook(goal_from(0, 5, 4), forecast_of(5), 2, 10, 40) == GoalOutlook::NotEnough);
  GoalForecast none;
  none.forecast = undefined(Undefined::TooFewPoints);
  CHECK(compute_outlook(goal_from(0, 5, 4), none, 3, 10, 40) == GoalOutlook::NotEnough);
}

TEST_CASE("the pace needed is what is missing over the days that are left") {
  CHECK(*compute_needed_pace(goal_from(0, 24, 11), 10, 36) == 0.5);
  CHECK(*compute_needed_pace(goal_from(8, 5, 7), 0, 4) == -0.5);
  CHECK(compute_needed_pace(goal_from(0, 24, 11), 36, 36) == undefined(Undefined::TooFewPoints));
}

#include "rating/forecast_trials.h"

#include <doctest/doctest.h>

using namespace fullcircle::rating;

TEST_CASE("G9: each later value is forecast from those before it, nearest to the days ahead") {
  const std::vector<Point> points{{0, 10}, {10, 20}, {20, 30}, {30, 40}, {40, 60}};
  const auto trials = compute_forecast_trials(points, 10, std::nullopt);
  REQUIRE(trials.size() == 2);
  CHECK(trials[0].made_at == 20);
  CHECK(trials[0].day == 30);
  CHECK(trials[0].forecast == doctest::Approx(40));  // one a day, and it went on
  CHECK(trials[0].unchanged == 30);
  CHECK(trials[1].forecast == doctest::Approx(50));
  CHECK(trials[1].seen == 60);
  const auto far = compute_forecast_trials(points, 100, std::nullopt);
  CHECK(far[0].day == 40);  // the furthest that was measured
  CHECK(far[0].forecast == doctest::Approx(50));
}

TEST_CASE("G9: the record tells the mean error beside that of no change, and how often the interval held") {
  const std::vector<Point> points{{0, 10}, {10, 21}, {20, 29}, {30, 41}, {40, 60}};
  auto trials = compute_forecast_trials(points, 10, std::nullopt);
  for (ForecastTrial& trial : trials) trial.allowed_error = 50;
  const auto record = compute_forecast_record(trials);
  CHECK(record.trials == 2);
  const double first = std::abs(41 - trials[0].forecast), second = std::abs(60 - trials[1].forecast);
  CHECK(*record.error == doctest::Approx((first + second) / 2 / 50));
  CHECK(*record.unchanged_error == doctest::Approx((12.0 + 19.0) / 2 / 50));
  CHECK(*record.days_ahead == 10);
  CHECK(record.with_interval == 2);
  CHECK(record.held == 1);  // 41 lies in it, 60 does not
}

TEST_CASE("G9: three days have nothing to be tested on") {
  CHECK(compute_forecast_trials(std::vector<Point>{{0, 1}, {5, 2}, {5, 3}, {9, 4}}, 10, std::nullopt).empty());
  const auto record = compute_forecast_record({});
  CHECK(record.error == undefined(Undefined::NoData));
  CHECK(record.trials == 0);
}

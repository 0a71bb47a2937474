// ols, theil_sen, holt, backtest, forecast_goal.
#include <limits>

#include "app/analyse/methods.h"
#include "rating/backtest.h"
#include "rating/goal_forecast.h"
#include "rating/holt.h"

namespace fullcircle::analysis {

namespace {

using rating::Figure;
using rating::FigureInterval;
using rating::Undefined;
using rating::undefined;

/// Pairs of x and y; one that misses either is dropped.
std::vector<rating::Point> read_points(Request& request) {
  const Cells x = request.cells("x");
  const Cells y = request.cells("y");
  std::vector<rating::Point> points;
  if (!request.failed() && x.size() != y.size()) request.reject("y", "as many numbers as x, " + std::to_string(x.size()));
  if (request.failed()) return points;
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (x[i] && y[i]) points.push_back({*x[i], *y[i]});
  }
  return points;
}

rating::Direction read_direction(Request& request) {
  return request.choice("direction", {"higher", "lower"}, false) == 0 ? rating::Direction::Higher : rating::Direction::Lower;
}

void add_predictions(Reply& reply, const rating::LeastSquares& line, const Cells& at, std::optional<double> target,
                     rating::Direction direction) {
  std::vector<Figure> fits, chances;
  std::vector<Entry> predictions, confidences;
  for (const auto& x : at) {
    rating::LinePrediction prediction;
    if (x) prediction = rating::compute_prediction(line, *x, target, direction);
    fits.push_back(prediction.fit);
    chances.push_back(prediction.chance);
    predictions.push_back(entry_of(prediction.prediction));
    confidences.push_back(entry_of(prediction.confidence));
  }
  reply.add("fit", fits);
  reply.add_list("pi95", predictions);
  reply.add_list("ci95", confidences);
  if (target) reply.add("p_reach", chances);
}

void run_ols(Request& request, Reply& reply) {
  const auto points = read_points(request);
  const bool asked = request.has("at");
  const Cells at = asked ? request.cells("at") : Cells{};
  const std::optional<double> target = request.optional_number("target");
  const rating::Direction direction = read_direction(request);
  if (request.failed()) return;
  const rating::LeastSquares line = rating::compute_least_squares(points);
  reply.add("intercept", line.intercept);
  reply.add("se_intercept", line.se_intercept);
  reply.add("slope", line.slope);
  reply.add("se_slope", line.se_slope);
  reply.add("residual_sd", line.residual_sd);
  reply.add("r2", line.r2);
  reply.add("f", line.f);
  if (asked) add_predictions(reply, line, at, target, direction);
}

void run_theil_sen(Request& request, Reply& reply) {
  const auto points = read_points(request);
  if (request.failed()) return;
  const rating::TheilSen line = rating::compute_theil_sen(points);
  reply.add("slope", line.slope);
  reply.add("intercept", line.intercept);
  reply.add_value("pairs", Value(static_cast<std::int64_t>(line.pairs)));
}

void run_holt(Request& request, Reply& reply) {
  rating::HoltInput input;
  input.values = request.cells("y");
  input.alpha = request.number_between("alpha", 0, 1);
  input.beta = request.number_between("beta", 0, 1);
  input.horizon = request.whole("h", 0, 100'000);
  if (request.has("phi")) input.phi = request.number_between("phi", 0, 1);
  auto init = request.part("init");
  if (!init) return request.reject("init", "an object with level, trend and at");
  const bool first = init->choice("at", {"before", "first"}, false) == 1;
  input.start = first ? rating::HoltStart::AtFirst : rating::HoltStart::BeforeFirst;
  const bool from_data = first && !init->has("level") && !input.values.empty() && input.values[0];
  input.level = from_data ? *input.values[0] : init->number("level");
  input.trend = init->number("trend");
  request.take_error(*init);
  if (request.failed()) return;
  const rating::HoltResult result = rating::compute_holt(input);
  reply.add("fitted", result.fitted);
  reply.add("forecast", result.forecast);
  reply.add("level", Figure(result.level));
  reply.add("trend", Figure(result.trend));
}

void run_backtest(Request& request, Reply& reply) {
  const Cells train = request.cells("train");
  const Cells test = request.cells("test");
  const int season = request.whole("m", 1, std::numeric_limits<int>::max());
  if (request.failed()) return;
  const rating::Backtest result = rating::compute_backtest(train, test, season);
  const auto add = [&](const std::string& key, const rating::ForecastErrors& errors) {
    reply.add_object(key, {{"rmse", entry_of(errors.rmse)}, {"mae", entry_of(errors.mae)}, {"mape", entry_of(errors.mape)},
                           {"mase", entry_of(errors.mase)}});
  };
  add("mean", result.mean);
  add("naive", result.naive);
  add("seasonal_naive", result.seasonal_naive);
  reply.add("scale", result.scale);
}

/// [low, high]; null for an end that is open.
std::optional<rating::Interval> read_bounds(Request& request) {
  if (!request.has("bounds")) return std::nullopt;
  const Cells ends = request.cells("bounds");
  if (request.failed()) return std::nullopt;
  constexpr double kOpen = std::numeric_limits<double>::infinity();
  rating::Interval bounds{-kOpen, kOpen};
  if (ends.size() == 2) bounds = {ends[0].value_or(-kOpen), ends[1].value_or(kOpen)};
  if (ends.size() != 2 || bounds.low > bounds.high) request.reject("bounds", "[low, high]");
  return bounds;
}

void run_forecast_goal(Request& request, Reply& reply) {
  rating::ForecastInput input;
  const auto table = request.table("points");
  if (!request.failed() && !table.empty() && table[0].size() != 2) request.reject("points.0", "[day, value]");
  for (std::size_t i = 0; i < table.size() && !request.failed(); ++i) {
    if (table[i][0] && table[i][1]) input.points.push_back({*table[i][0], *table[i][1]});
  }
  input.target = request.optional_number("target");
  input.due_day = request.number("due");
  input.direction = read_direction(request);
  input.bounds = read_bounds(request);
  if (request.failed()) return;
  const rating::GoalForecast forecast = rating::compute_goal_forecast(input);
  reply.add("intercept", forecast.intercept);
  reply.add("slope", forecast.slope);
  reply.add("forecast", forecast.forecast);
  reply.add("pi95", forecast.interval);
  if (input.target) reply.add("p_reach", forecast.chance);
}

constexpr Method kMethods[] = {{"ols", run_ols},
                               {"theil_sen", run_theil_sen},
                               {"holt", run_holt},
                               {"backtest", run_backtest},
                               {"forecast_goal", run_forecast_goal}};

}  // namespace

std::span<const Method> forecast_methods() { return kMethods; }

}  // namespace fullcircle::analysis

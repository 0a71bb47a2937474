// Holt's linear exponential smoothing, damped or not.
#pragma once

#include <optional>
#include <vector>

namespace fullcircle::rating {

/// When the given state holds.
enum class HoltStart {
  BeforeFirst,  ///< before the first point, which is smoothed too
  AtFirst,      ///< at the first point; smoothing starts with the second
};

struct HoltInput {
  std::vector<std::optional<double>> values;  ///< a missing one leaves the forecast as the level
  double alpha = 0.5;  ///< 0..1
  double beta = 0.5;   ///< 0..1
  double phi = 1;      ///< 0..1; 1 is not damped
  int horizon = 1;
  double level = 0;
  double trend = 0;
  HoltStart start = HoltStart::BeforeFirst;
};

struct HoltResult {
  std::vector<double> fitted;    ///< one step ahead, made before its point is seen
  std::vector<double> forecast;  ///< 1..horizon steps after the last point
  double level = 0;
  double trend = 0;
};

/// Source: Hyndman & Athanasopoulos, Forecasting: Principles and Practice, 2nd ed., 7.2 (Holt 1957; Gardner & McKenzie 1985).
HoltResult compute_holt(const HoltInput& input);

}  // namespace fullcircle::rating

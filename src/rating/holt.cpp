#include "rating/holt.h"

namespace fullcircle::rating {

HoltResult compute_holt(const HoltInput& input) {
  HoltResult result;
  double level = input.level;
  double trend = input.trend;
  for (std::size_t t = input.start == HoltStart::AtFirst ? 1 : 0; t < input.values.size(); ++t) {
    const double expected = level + input.phi * trend;
    result.fitted.push_back(expected);
    const double seen = input.values[t].value_or(expected);
    const double next = input.alpha * seen + (1 - input.alpha) * expected;
    trend = input.beta * (next - level) + (1 - input.beta) * input.phi * trend;
    level = next;
  }
  double damping = 0;
  double power = 1;
  for (int h = 1; h <= input.horizon; ++h) {
    power *= input.phi;
    damping += power;
    result.forecast.push_back(level + damping * trend);
  }
  result.level = level;
  result.trend = trend;
  return result;
}

}  // namespace fullcircle::rating

// Properties that must hold in many generated cases. FULLCIRCLE_SEED=<number> repeats a run.
#pragma once

#include <doctest/doctest.h>

#include "store/scenario.h"

namespace fullcircle::test {

/// Runs `check(scenario)` on that many cases, forty times as many at night, each with its own seed; the first that does not hold is
/// named and ends the run.
template <class Check>
void for_cases(std::size_t count, Check&& check) {
  constexpr std::size_t kSteps = 14;
  if (std::getenv("FULLCIRCLE_NIGHTLY")) count *= 40;
  const std::uint64_t first = run_seed();
  MESSAGE("FULLCIRCLE_SEED=" << first << ", cases: " << count);
  for (std::uint64_t seed = first; seed < first + count; ++seed) {
    INFO("seed of the case: " << seed);
    Scenario scenario(seed);
    scenario.run(kSteps);
    if (!check(scenario)) return;
  }
}

inline bool holds(bool condition, const std::string& rule) {
  CHECK_MESSAGE(condition, rule);
  return condition;
}

}  // namespace fullcircle::test

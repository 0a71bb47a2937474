// The seed of a property test: new on every run and printed, or taken from FULLCIRCLE_SEED to run a failure again.
#pragma once

#include <doctest/doctest.h>

#include <cstdint>
#include <cstdlib>
#include <random>
#include <string>

namespace fullcircle::rating::test {

struct Random {
  std::uint64_t seed;
  std::mt19937_64 engine;

  Random() : seed(choose()), engine(seed) { MESSAGE("seed " << seed << " (FULLCIRCLE_SEED=" << seed << " repeats it)"); }

  int whole(int low, int high) { return std::uniform_int_distribution<int>(low, high)(engine); }
  double real(double low, double high) { return std::uniform_real_distribution<double>(low, high)(engine); }
  double normal() { return std::normal_distribution<double>()(engine); }
  bool chance(double probability) { return real(0, 1) < probability; }

 private:
  static std::uint64_t choose() {
    if (const char* given = std::getenv("FULLCIRCLE_SEED")) return std::strtoull(given, nullptr, 10);
    return std::random_device{}();
  }
};

}  // namespace fullcircle::rating::test

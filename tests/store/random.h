// Reproducible random choices for property tests: SplitMix64 (G. Steele, D. Lea, C. Flood, OOPSLA 2014).
#pragma once

#include <cstdint>
#include <cstdlib>
#include <random>
#include <vector>

namespace fullcircle::test {

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
  }
  std::size_t below(std::size_t end) { return static_cast<std::size_t>(next() % end); }
  bool chance(int percent) { return static_cast<int>(below(100)) < percent; }
  template <class T>
  void shuffle(std::vector<T>& list) {
    for (std::size_t i = list.size(); i > 1; --i) std::swap(list[i - 1], list[below(i)]);
  }

 private:
  std::uint64_t state_;
};

/// FULLCIRCLE_SEED repeats a run; otherwise every run tries other cases.
inline std::uint64_t run_seed() {
  const char* chosen = std::getenv("FULLCIRCLE_SEED");
  return chosen ? std::strtoull(chosen, nullptr, 10) : std::random_device{}();
}

}  // namespace fullcircle::test

// Chance that comes out the same on every device: for the sample and for nothing that must be secret.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "model/id.h"

namespace fullcircle {

/// SplitMix64. Source: G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
class SeededRandom {
 public:
  explicit SeededRandom(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
  }
  /// 0 … count - 1; count above 0.
  int below(int count) { return static_cast<int>((next() >> 32) * static_cast<std::uint64_t>(count) >> 32); }
  /// low … high, both included.
  int between(int low, int high) { return low + below(high - low + 1); }
  /// [0, 1)
  double share() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
  bool chance(double probability) { return share() < probability; }
  /// Around 0, seldom beyond ±1: the sum of three even draws.
  double spread() { return (share() + share() + share()) * (2.0 / 3.0) - 1.0; }
  template <class T>
  const T& pick(std::span<const T> items) {
    return items[static_cast<std::size_t>(below(static_cast<int>(items.size())))];
  }

  RecordId id() {
    RecordId id;
    while (id.is_none()) id = {next(), static_cast<std::uint16_t>(next())};
    return id;
  }
  /// 32 hexadecimal digits, the form of a request's token.
  std::string token() {
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string text;
    for (int half = 0; half < 2; ++half)
      for (std::uint64_t bits = next(), i = 0; i < 16; ++i, bits >>= 4) text += kDigits[bits & 15];
    return text;
  }

 private:
  std::uint64_t state_;
};

}  // namespace fullcircle

// Values of every kind for property tests: deep, wide, with texts of all scripts and numbers of all sizes.
#pragma once

#include <algorithm>
#include <bit>
#include <cmath>
#include <random>

#include "model/value.h"

namespace fullcircle {

class RandomValue {
 public:
  explicit RandomValue(std::uint64_t seed) : random_(seed) {}

  int below(int end) { return std::uniform_int_distribution(0, end - 1)(random_); }

  std::string text() {
    static const std::string kPieces[] = {"a", "Zoë", "中文", "😀", "\"", "\\", "\n", "\t", "\x01", "\x7F", "\xE2\x80\xA8", " ", "plain words that are longer", "{{name}}", std::string(1, '\0')};
    std::string text;
    for (int i = below(6); i > 0; --i) text += kPieces[below(std::size(kPieces))];
    return text;
  }

  double finite_double() {
    for (;;) {
      const auto number = below(2) ? std::bit_cast<double>(random_()) : static_cast<double>(below(100000)) / 100;
      if (std::isfinite(number)) return number;
    }
  }

  Value value(int depth = 4) {
    switch (below(depth > 0 ? 7 : 5)) {
      case 0: return Value();
      case 1: return below(2) == 1;
      case 2: return static_cast<std::int64_t>(random_() >> below(64));
      case 3: return finite_double();
      case 4: return text();
      case 5: {
        Value::List list;
        for (int i = below(5); i > 0; --i) list.push_back(value(depth - 1));
        return list;
      }
      default: {
        Value::Object object;
        for (int i = below(5); i > 0; --i) {
          auto key = text();
          if (std::ranges::find(object, key, &std::pair<std::string, Value>::first) == object.end()) object.emplace_back(std::move(key), value(depth - 1));
        }
        sort_keys(object);
        return object;
      }
    }
  }

 private:
  std::mt19937_64 random_;
};

}  // namespace fullcircle

#include "model/sorting.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>

using namespace fullcircle;

TEST_CASE("sorting does what the standard library's stable sort does, whatever the size") {
  std::mt19937 random(20261119);
  for (std::size_t count = 0; count < 70; ++count) {
    std::vector<std::pair<int, std::string>> items;
    for (std::size_t i = 0; i < count; ++i) items.emplace_back(static_cast<int>(random() % 9), "text long enough for the heap " + std::to_string(i));
    auto expected = items;
    std::ranges::stable_sort(expected, std::ranges::greater{}, &std::pair<int, std::string>::first);
    sort_stably(items, std::ranges::greater{}, &std::pair<int, std::string>::first);
    CHECK(items == expected);
  }
}

TEST_CASE("what is in order stays where it is") {
  std::vector<int> numbers = {1, 2, 2, 5};
  sort_stably(numbers);
  CHECK(numbers == std::vector{1, 2, 2, 5});
}

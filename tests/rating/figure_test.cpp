#include "rating/figure.h"

#include <doctest/doctest.h>

#include "rating/review_result.h"

using namespace fullcircle::rating;

TEST_CASE("a figure that nobody has set has no data, and is not 0") {
  const ReviewResult result;
  CHECK_FALSE(result.others.has_value());
  CHECK(result.others.error() == Undefined::NoData);
  CHECK_FALSE(FigureInterval().has_value());
}

TEST_CASE("what is computed from an undefined figure keeps its reason") {
  const Figure missing = undefined(Undefined::OneRater);
  const auto doubled = [](double value) -> Figure { return 2 * value; };
  CHECK(missing.and_then(doubled).error() == Undefined::OneRater);
  CHECK(Figure(1.5).and_then(doubled).value() == 3.0);
}

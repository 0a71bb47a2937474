#include "app/memo.h"

#include <doctest/doctest.h>

using namespace fullcircle;

TEST_CASE("an answer is computed once for a state, and again for another team at the same place that came as far") {
  Document shown, other;
  shown.set_workspace(RecordId{1, 1});
  other.set_workspace(RecordId{1, 2});
  REQUIRE(shown.revision() == other.revision());
  const ModelView view(shown);
  Memo<int> memo;
  int computed = 0;
  const auto compute = [&] { return ++computed; };
  CHECK(memo.get(view, compute) == 1);
  CHECK(memo.get(view, compute) == 1);
  shown = other;
  CHECK(memo.get(view, compute) == 2);
}

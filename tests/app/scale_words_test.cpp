#include "app/queries/scale_words.h"

#include <doctest/doctest.h>

#include "app/sample/sample_workspace.h"

using namespace fullcircle;

namespace {

const Day kToday = to_day({2026, 11, 19});

Document sample() {
  SampleOptions options;
  options.today = kToday;
  options.now = {kToday.number * 86'400'000LL + 15 * 3'600'000LL};
  return build_sample_workspace(options);
}

}  // namespace

TEST_CASE("a bare step of the scale is read as the word the form has for it") {
  const Document document = sample();
  const ModelView view(document);
  const Id<ReviewCycle> cycle = view.current_cycle()->id;
  CHECK(label_in_words(view, cycle, "4") == "Usually");
  CHECK(label_in_words(view, cycle, "1") == "Rarely");
}

TEST_CASE("a label that was named, is no step, or belongs to no cycle stays as it is") {
  const Document document = sample();
  const ModelView view(document);
  const Id<ReviewCycle> cycle = view.current_cycle()->id;
  CHECK(label_in_words(view, cycle, "Exceeds") == "Exceeds");
  CHECK(label_in_words(view, cycle, "9") == "9");
  CHECK(label_in_words(view, cycle, "") == "");
  CHECK(label_in_words(view, {}, "4") == "4");
}

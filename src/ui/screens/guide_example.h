// An example in a guide, with data to change and a button that computes again.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/queries/guide_examples.h"
#include "ui/screens/screen.h"

namespace fullcircle {

struct GuideExampleState {
  std::vector<std::string> texts;
  std::optional<ExampleAnswer> answer;
  std::string language;  ///< of the answer
};

/// The way to a section that a link names, taken once each time the page is come to.
struct GuideArrival {
  std::string tab;
  std::uint64_t frame = 0;  ///< in which it was last drawn
  float y = -1;             ///< of the heading, in the content
  bool is_done = false;
};

struct GuidesState {
  GuideArrival arrival;

  std::map<std::string, GuideExampleState, std::less<>> examples;  ///< by key
};

/// Cuts the example from the top of `area`; nothing for a key that no example has.
void draw_guide_example(ScreenContext& screen, Rect& area, std::string_view key, GuidesState& state);

}  // namespace fullcircle

#include "ui/widgets/rings.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include "ui/widgets/support/test_window.h"

using namespace fullcircle;
using namespace fullcircle::ui;

namespace {

int draw_calls() {
  int calls = 0;
  for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists) calls += list->CmdBuffer.Size;
  return calls;
}

}  // namespace

TEST_CASE("a screen full of begun cycles takes no draw call for each of them") {
  const float stages[] = {1, 1, 0.5f, 0.05f, 0, 0};
  int rows = 0;
  TestWindow window([&](Ui& ui) {
    Rect area = ui.screen();
    for (int i = 0; i < rows; ++i) cycle_dashes(ui, area.cut_top(30), stages, "Cycle " + std::to_string(i));
  });
  window.settle();
  const int without = draw_calls();
  rows = 20;
  window.settle();
  CHECK(window.count(MirrorRole::progress) == 20);
  CHECK(draw_calls() <= without + 2);
}

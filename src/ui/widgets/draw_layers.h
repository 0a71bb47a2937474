// One ImDrawList cut into channels, so that a popup drawn in the middle of a page ends up above all of it.
#pragma once

#include <imgui.h>

namespace fullcircle::ui {

class DrawLayers {
 public:
  static constexpr int kTop = 7;   ///< tooltips and notices, above six nested layers

  void begin(ImDrawList& list, float density) {
    list_ = &list;
    // The soft edge of a shape is one device pixel wide, however many of them make a logical one.
    list._FringeScale = 1.0f / (density > 0 ? density : 1.0f);
    ImGui::GetStyle().CircleTessellationMaxError = 0.12f / (density > 0 ? density : 1.0f);
    splitter_.Split(list_, kTop + 1);
  }
  void select(int channel) { splitter_.SetCurrentChannel(list_, channel); }
  void finish() { splitter_.Merge(list_); }
  ImDrawList& list() { return *list_; }

 private:
  ImDrawList* list_ = nullptr;
  ImDrawListSplitter splitter_;
};

}  // namespace fullcircle::ui

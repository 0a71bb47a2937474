// The WebGL canvas: a context, and the draw lists of the last frame to tell whether the next differs.
#pragma once

#include <cstdint>
#include <vector>

#include "ui/frame/rect.h"

struct ImDrawData;

namespace fullcircle {

class WebCanvas {
 public:
  /// False when the browser has no WebGL 2.
  bool open(const char* canvas_selector);

  /// Draws what ImGui::Render prepared, unless the canvas shows exactly that already. True when it drew.
  bool draw(const ImDrawData& data);

  /// The browser took the context away: draw nothing until `restore`.
  void lose() { lost_ = true; }
  void restore();

  std::uint32_t drawn_frames() const { return drawn_frames_; }

 private:
  bool remember(const ImDrawData& data);

  std::vector<unsigned char> shown_;
  std::uint32_t drawn_frames_ = 0;
  std::intptr_t context_ = 0;
  bool lost_ = false;
};

}  // namespace fullcircle

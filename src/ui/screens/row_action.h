// Actions of a row that wait for the pointer or the keyboard.
#pragma once

#include "ui/screens/screen.h"

namespace fullcircle {

/// Draws over the icon of an action that nobody reaches for: it stays where it is for pointer, keyboard and screen reader.
/// Touch has no hovering and always sees it.
inline void hide_action(ScreenContext& screen, const Rect& rect) {
  if (!screen.ui.frame.input().coarse_pointer) screen.ui.fill(rect.centred(18, 18), screen.ui.c.sheet);
}

}  // namespace fullcircle

// The SMART check of a goal, as it stands or while it is written.
#pragma once

#include "app/queries/smart_check.h"
#include "ui/screens/screen.h"

namespace fullcircle {

/// Head and five rows, cut from the top of `area`: what each part says, or what to write next.
void draw_smart_check(ScreenContext& screen, Rect& area, const Goal& goal);

}  // namespace fullcircle

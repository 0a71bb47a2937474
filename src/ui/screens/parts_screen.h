// The page of parts (`?parts`): every token and widget in every state, to be looked at and compared with the design.
#pragma once

#include "ui/screens/parts_state.h"
#include "ui/widgets/ui.h"

namespace fullcircle::ui {

void draw_parts_screen(Ui& ui, PartsState& state);

}  // namespace fullcircle::ui

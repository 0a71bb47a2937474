// The page of parts (`?parts`): tokens and widgets in all their states, to be looked at and compared with the design.
//
// Its words are not translated: it is a sheet for those who build the app, and its names are those of the tokens.
#pragma once

#include "ui/screens/parts_state.h"
#include "ui/widgets/ui.h"

namespace fullcircle::ui {

/// The whole page, in its own scroll area.
void draw_parts_screen(Ui& ui, PartsState& state);

/// The first section: colour, type, buttons, fields, states. Out: the height used.
float draw_basic_parts(Ui& ui, const Rect& area, PartsState& state);
/// The second section: everything else that is not a chart.
float draw_more_parts(Ui& ui, const Rect& area, PartsState& state);
/// The third section.
float draw_chart_parts(Ui& ui, const Rect& area, PartsState& state);

/// The last: a table of ten thousand rows.
void draw_table_part(Ui& ui, const Rect& area, PartsState& state);

}  // namespace fullcircle::ui

// Draws what a query says a chart of lines shows.
#pragma once

#include "app/queries/chart_figures.h"
#include "ui/widgets/ui.h"

namespace fullcircle {

void draw_line_figure(ui::Ui& ui, const Rect& rect, const LineFigure& figure);

}  // namespace fullcircle

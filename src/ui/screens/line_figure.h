// Draws what a query says a chart of lines shows.
#pragma once

#include "app/queries/chart_figures.h"
#include "ui/widgets/ui.h"

namespace fullcircle {

void draw_line_figure(ui::Ui& ui, const Rect& rect, const LineFigure& figure);

/// Under a chart, a link for each of its values: one after the other, in as many lines as they take, cut from the top of `area`.
class ValueLinks {
 public:
  ValueLinks(ui::Ui& ui, Rect& area);
  /// Where the next one stands. In: its width.
  Rect next(float width);

 private:
  Rect& area_;
  float height_;
  Rect row_;
};

}  // namespace fullcircle

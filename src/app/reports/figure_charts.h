// The charts of the screen as inline SVG in the light theme: same figures, same order, same axes and marks.
#pragma once

#include "app/queries/chart_figures.h"

namespace fullcircle {

/// Columns from the foot, and a tick across each whose mark differs.
std::string histogram_svg(const HistogramFigure& figure);

/// Everybody's name in their box, where they came from as a dashed ghost, and an arrow between the two.
std::string nine_box_svg(const NineBoxFigure& figure);

/// One or several lines; with a forecast its band, dashed line and hollow end.
std::string line_svg(const LineFigure& figure);

/// A bar for each, its parts one after the other: full, then soft with an outline.
std::string share_svg(const ShareFigure& figure, const std::string& label);

/// Figures in a grid whose soft fills show which are strong and which are weak.
std::string heat_svg(const HeatFigure& figure);

/// One line for each subject between two times, its values at both ends.
std::string slope_svg(const SlopeFigure& figure);

/// Three ordered parts of a hundred in each bar.
std::string mix_svg(const MixFigure& figure);

/// A dot and an interval for each line; hollow and grey where it holds zero.
std::string interval_svg(const IntervalFigure& figure);

}  // namespace fullcircle

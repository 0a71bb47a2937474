// The parts of Insights, each drawn from the top of `area`, which it cuts.
#pragma once

#include "ui/screens/insights_screen.h"
#include "ui/widgets/charts/figure.h"

namespace fullcircle {

struct InsightsDrawing {
  ScreenContext& screen;
  InsightsState& state;
  const InsightFacts& facts;
  const InsightBoard& board;
  InsightWords words;
};

void draw_insight_figures(const InsightsDrawing& drawing, Rect& area);
void draw_insight_ratings(const InsightsDrawing& drawing, Rect& area);
void draw_insight_goals(const InsightsDrawing& drawing, Rect& area);
void draw_insight_agreement(const InsightsDrawing& drawing, Rect& area);
void draw_insight_actions(const InsightsDrawing& drawing, Rect& area);
void draw_rating_quality(const InsightsDrawing& drawing, Rect& area);
/// The dialog with terms and method; does nothing while none is open.
void draw_insight_method(const InsightsDrawing& drawing, Intents& intents);

/// Title, the finding below it, and at the right the way to terms and method.
void insight_section_head(const InsightsDrawing& drawing, Rect& area, InsightPart part);
/// A quiet line with an icon; wraps. Nothing for an empty text.
void insight_note(const InsightsDrawing& drawing, Rect& area, ui::Icon icon, std::string_view text);
ui::ChartData chart_data(const InsightsDrawing& drawing, InsightPart part);

}  // namespace fullcircle

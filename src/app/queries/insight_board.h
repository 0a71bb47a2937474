// Everything the overview of Insights shows for one choice of department, from facts gathered before.
#pragma once

#include "app/queries/insight_agreement.h"
#include "app/queries/insight_effects.h"
#include "app/queries/insight_figures.h"
#include "app/queries/insight_goals.h"
#include "app/queries/insight_ratings.h"

namespace fullcircle {

struct InsightBoard {
  Departments departments;
  RatingMeasure measure;
  InsightFigures figures;
  RatingLines ratings;
  GoalBars goals;
  AgreementGrid agreement;  ///< of the last cycle of which any may be shown, else of the current one
  ActionChanges actions;
};

/// `within` none: all departments.
InsightBoard compute_insight_board(const ModelView& view, const InsightFacts& facts, Id<Unit> within, RatingMeasure measure);

}  // namespace fullcircle

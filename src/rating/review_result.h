// The main job's number: goals, competencies and values, by rater group, to one overall rating with all its terms.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rating/agreement_rwg.h"
#include "rating/anonymity.h"
#include "rating/bands.h"
#include "rating/goal_attainment.h"
#include "rating/scale.h"
#include "rating/self_other_gap.h"
#include "rating/term.h"

namespace fullcircle::rating {

/// One filled-in form: the rater's group and an answer (or none) to each rating item of the form.
struct RaterSheet {
  std::string group;  ///< "self", "manager", "peers", …
  std::vector<std::optional<double>> answers;
};

/// A competency or value and the form's items that ask about it.
struct Criterion {
  std::string id;
  double weight = 1;
  std::vector<std::size_t> items;    ///< indexes into RaterSheet::answers
  std::vector<std::string> item_ids; ///< parallel to items, for the terms; may be empty
};

/// A part of the review: rated criteria or goals. With both, the goals together weigh as much as the criteria together.
struct ReviewPart {
  std::string id;  ///< "goals", "competencies", "values"
  double weight = 1;
  std::vector<Criterion> criteria;
  std::vector<GoalFacts> goals;
};

struct ReviewInput {
  std::vector<ReviewPart> parts;
  std::vector<RaterSheet> sheets;
  AnonymityPolicy anonymity;
  GapPolicy gap;
  Scale scale;                        ///< of the form
  int scale_options = 5;              ///< points of the rating scale, for agreement
  Scale attainment_scale{0, 1};       ///< the attainment that becomes scale.min and scale.max
  std::optional<double> calibration;  ///< added to the overall, e.g. +0.4
  Bands bands;
  int places = 2;
};

/// One criterion or item as one column sees it.
struct Cell {
  Figure value;
  int n = 0;
};

struct ItemView {
  std::string id;
  std::vector<Cell> cells;  ///< parallel to ReviewResult::columns
};

/// A competency or value with everything the 360° page shows of it.
struct CriterionView {
  std::string part;
  std::string id;
  std::vector<Cell> cells;  ///< parallel to ReviewResult::columns; n is the largest count behind an item shown
  Figure self;
  Figure others;            ///< weighted over the columns without self
  Gap gap;
  Figure rwg;               ///< mean over the items; BelowMinimum under five anonymous answers
  Maybe<AgreementWord> agreement;
  std::vector<ItemView> items;
};

struct ReviewResult {
  std::vector<RaterColumn> columns;   ///< what may be shown, self included
  std::vector<std::string> left_out;  ///< groups whose answers are in no number
  std::vector<CriterionView> criteria;
  std::vector<Cell> column_means;     ///< parallel to columns: weighted over all criteria of the review
  Figure self;
  Figure others;
  Figure rwg;
  Maybe<AgreementWord> agreement;

  Term overall;                       ///< the explanation, from the overall down to goals and groups
  std::optional<Decimal> rounded;     ///< overall, rounded once
  Maybe<std::size_t> band;            ///< index into the bands
};

/// Every number of a review, from plain inputs.
///
/// Columns are formed once, from the raters who answered anything; then a column's item counts only if the minimum of
/// raters answered that item. All else is computed from those cells, so that what is shown cannot be taken apart further.
/// Agreement is given only where at least five anonymous raters stand behind it.
ReviewResult compute_review_result(const ReviewInput& input);

/// Anonymous answers needed before anything about their spread is shown.
inline constexpr int kSpreadMinimum = 5;

}  // namespace fullcircle::rating

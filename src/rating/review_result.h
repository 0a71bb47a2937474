// The main job's number: goals, competencies and values, by rater group, to one overall rating with all its terms.
#pragma once

#include "rating/agreement_rwg.h"
#include "rating/review_numbers.h"
#include "rating/term.h"

namespace fullcircle::rating {

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

/// Every number of a review with its terms, from plain inputs. The numbers are those of ReviewRater: only names, weights and
/// shares are added here.
ReviewResult compute_review_result(const ReviewInput& input);

}  // namespace fullcircle::rating

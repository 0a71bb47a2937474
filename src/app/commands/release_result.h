// Releasing a result: from then on the person may see it, in the app and in their own file.
#pragma once

#include "app/queries/review_result_view.h"
#include "store/edit.h"

namespace fullcircle {

/// What the person gets of a result: rounded figures by column and the comments, nothing below the anonymity minimum.
ReleasedResult compute_released_result(const ReviewResultView& shown, const RatingRules& rules);

/// Releases the result as it is now; releasing again replaces it (and amends what was signed).
Edit release_result(const ModelView& view, const Review& review);

/// Takes it back before anybody signed; does nothing afterwards.
Edit withdraw_result(const Review& review);

}  // namespace fullcircle

// What a release holds, and whether the answers noted with it are those it was made of.
#pragma once

#include "app/queries/review_result_view.h"

namespace fullcircle {

/// What the person gets of a result: rounded figures by column with the weights of the parts, the goals as they stand, and the comments;
/// nothing below the anonymity minimum.
ReleasedResult compute_released_result(const ModelView& view, const ReviewResultView& shown, const RatingRules& rules);

/// Whether any figure or comment in it comes from a group without names.
bool shows_anonymous(const ReleasedResult& released);

/// Whether it was ever released otherwise, or with other answers, on any device. Of most results it was not, and this is quick to see.
bool has_other_releases(const Document& document, const Review& review);

/// Whether the noted answers are all there and lead to what was released. They do not where two leads released apart: merging may keep
/// the figures of one and the notes of the other. In: something is released.
bool follows_from_shown_answers(const ModelView& view, const Review& review);
/// The same, without computing anything for a result that was released once: whether the noted answers may be in further figures on
/// paper, where they stand beside the released ones.
bool has_answers_as_released(const ModelView& view, const Review& review);

}  // namespace fullcircle

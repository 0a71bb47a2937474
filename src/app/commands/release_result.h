// Releasing a result: from then on the person may see it, in the app and in their own file.
#pragma once

#include "app/queries/result_page.h"
#include "store/edit.h"

namespace fullcircle {

/// What releasing now would give the person. Once a result was handed out, the anonymous answers behind it stay the same ones: what
/// came or was changed later is left out, because the difference of two files would give those few away.
ReleasedResult compute_next_release(const ModelView& view, const Review& review);
/// Anonymous answers that came after the result was handed out, or were changed since: in nothing the person gets.
int count_answers_too_late(const ModelView& view, const Review& review);

/// A result as it may be on paper or in a file.
struct ResultToHandOut {
  ResultPage page;
  Edit edit;  ///< what is noted when it is
};
/// What is out is with the person: its anonymous answers are those behind the release, the same ones every time, because answers that
/// came or were changed since would follow from the difference of two pages, or of a page and the person's file.
/// Out: nothing while anonymous answers are in it and it was not released yet.
std::optional<ResultToHandOut> compute_result_to_hand_out(const ModelView& view, const Review& review);

/// Releases the result as it is now; releasing again replaces it (and amends what was signed).
Edit release_result(const ModelView& view, const Review& review);

/// Takes it back before anybody signed or it left this device in the person's file; does nothing afterwards.
Edit withdraw_result(const Review& review);

}  // namespace fullcircle

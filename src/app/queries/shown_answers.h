// The anonymous answers behind a release, and which results may leave the device.
#pragma once

#include <vector>

#include "app/model_view.h"

namespace fullcircle {

/// The anonymous answers of a review as they are now.
std::vector<ShownAnswer> anonymous_answers(const ModelView& view, const Review& review);

/// An answer behind the release is gone or was changed.
bool has_lost_shown_answers(const ModelView& view, const Review& review);
/// Anonymous answers that are not behind the release, or were changed since.
int count_answers_not_shown(const ModelView& view, const Review& review);

/// Whether figures of this result may be on what the view is for. On paper: it is released, and out already or handed out by that paper;
/// before the release only without anonymous answers, and nothing of it for the person. On a screen: always.
bool goes_out(const ModelView& view, const Review& review);

}  // namespace fullcircle

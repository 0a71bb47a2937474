// The file a lead sends to a rater: what a person needs to answer, without an account and without the workspace.
#pragma once

#include <string>
#include <string_view>

#include "model/feedback_request.h"

namespace fullcircle {

inline constexpr std::string_view kRequestFormat = "fullcircle.request";
inline constexpr int kRequestVersion = 1;

/// Holds the form, the rater's group, the request's id and token, and nobody's answers: what the rater writes in `request` stays out.
std::string encode_request_file(const ReceivedRequest& request);

/// A fresh request without answers. `id` is the id of the FeedbackRequest it asks for.
/// Errors: those of reading JSON; kWrongKind, kTooNew, kMissing; kValue for a token that is not 32 hex digits, a scale that
///         does not rise, or two items with one key.
Result<ReceivedRequest> read_request_file(std::string_view bytes);

}  // namespace fullcircle

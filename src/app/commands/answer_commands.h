// Answering without a file in between: a request of this workspace, the own view, and the manager's.
#pragma once

#include "app/model_view.h"
#include "store/edit.h"

namespace fullcircle {

/// The request with this id if it is addressed to whoever uses this device; nullptr otherwise.
const FeedbackRequest* find_request_to_me(const ModelView& view, RecordId id);

/// A request of this workspace as its rater answers it here: the form as it is now, with the answers kept so far.
/// Errors: those of make_received_request.
Result<ReceivedRequest> draft_of_request(const ModelView& view, Id<FeedbackRequest> id);

/// The label of a draft that is kept while somebody writes.
inline constexpr std::string_view kKeepDraftLabel = "edit.answer.change";

/// Keeps a draft on this device.
Edit keep_answer_draft(const ModelView& view, const ReceivedRequest& draft);

/// Hands the draft in: it becomes the response of its request, as if a file had gone out and come back. Carries the day, not the
/// moment, and no author unless the group is self or manager.
/// Errors: error.request.missing, .withdrawn (also declined ones).
Result<Edit> hand_in_answer(const ModelView& view, const ReceivedRequest& draft);

/// What the person (group self) or the manager says in a review: the response there is, or a new one under the id that it has on
/// every device. Its author is whoever uses this device.
FeedbackResponse own_response(const ModelView& view, const Review& review, RaterGroup group);
/// Keeps it as it stands.
Edit keep_own_response(const ModelView& view, const FeedbackResponse& response);
/// The same, finished now; a request that asked for it counts as answered.
Edit send_own_response(const ModelView& view, FeedbackResponse response);

}  // namespace fullcircle

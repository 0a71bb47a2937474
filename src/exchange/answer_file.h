// The file a rater sends back. It names the request and the group, not the rater; a code over its bytes proves that whoever made it
// held the request and that nothing was changed since. It does not prove who that was.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/feedback_request.h"

namespace fullcircle {

inline constexpr std::string_view kAnswerFormat = "fullcircle.answer";
inline constexpr int kAnswerVersion = 1;

struct AnswerFile {
  Id<FeedbackRequest> request;
  RaterGroup group = RaterGroup::peer;
  Id<ReviewForm> form;
  std::int32_t form_version = 1;
  std::vector<Answer> answers;
  std::vector<Comment> comments;
  std::optional<Day> answered_day;  ///< a day, not a moment: a moment would help to tell raters apart
  std::string content;              ///< the canonical bytes the code is over, as the file's content gives them
  std::string code;                 ///< as in the file: 64 hex digits
};

/// Answers that say nothing are left out. The token of `request` must be 32 hex digits.
std::string encode_answer_file(const ReceivedRequest& request, Day today);

/// Checks the form of the file only; whether its code is right, is_genuine() says.
/// Errors: those of reading JSON; kWrongKind, kTooNew, kMissing.
Result<AnswerFile> read_answer_file(std::string_view bytes);

/// Whether the file was made with this token and is unchanged.
bool is_genuine(const AnswerFile& answer, std::string_view token);

/// The id of the response that answers the request with this token: the same on every device.
Id<FeedbackResponse> response_id_for(std::string_view token);

}  // namespace fullcircle

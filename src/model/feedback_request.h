// Asking for feedback and getting it: requests, the answers, and requests that arrived from somebody else.
#pragma once

#include "model/person.h"
#include "model/review_cycle.h"

namespace fullcircle {

enum class RequestState : std::uint8_t { nominated, approved, exported, received, declined, withdrawn };
FULLCIRCLE_ENUM_NAMES(RequestState, "request_state", "nominated", "approved", "exported", "received", "declined", "withdrawn");

struct FeedbackRequest {
  Id<FeedbackRequest> id;
  Id<ReviewCycle> cycle;
  Id<Person> subject;
  Id<Person> rater;
  RaterGroup group = RaterGroup::peer;
  std::optional<Day> due_day;
  RequestState state = RequestState::approved;
  std::string token;  ///< 128 random bits as 32 hex digits; whoever holds it can answer
  std::int32_t form_version = 1;
  std::optional<Instant> exported_at;
  std::optional<Instant> received_at;
};
constexpr auto fields_of(FeedbackRequest*) {
  using R = FeedbackRequest;
  return std::tuple{Field{1, "cycle", &R::cycle},
                    Field{2, "subject", &R::subject},
                    Field{3, "rater", &R::rater},
                    Field{4, "group", &R::group},
                    Field{5, "due", &R::due_day},
                    Field{6, "state", &R::state},
                    Field{7, "token", &R::token},
                    Field{8, "formVersion", &R::form_version},
                    Field{9, "exportedAt", &R::exported_at, Audience::leads, MergeRule::greatest},
                    Field{10, "receivedAt", &R::received_at, Audience::leads, MergeRule::greatest}};
}
static_assert(table_is_complete<FeedbackRequest>());

/// The answer to one item of the form. Absent rating and not `is_not_observed`: not answered (yet).
struct Answer {
  std::string item;
  std::optional<double> rating;
  bool is_not_observed = false;
  std::optional<std::int32_t> choice;  ///< index into the item's options
  UnknownKeys unknown;
  bool operator==(const Answer&) const = default;
};
constexpr auto fields_of(Answer*) {
  using A = Answer;
  return std::tuple{Field{1, "item", &A::item}, Field{2, "rating", &A::rating}, Field{3, "notObserved", &A::is_not_observed},
                    Field{4, "choice", &A::choice}};
}
static_assert(table_is_complete<Answer>());

/// Words to one item: free text, or the three parts of a concrete example.
struct Comment {
  std::string item;
  std::string situation;
  std::string behaviour;
  std::string impact;
  std::string text;
  UnknownKeys unknown;
  bool operator==(const Comment&) const = default;
};
constexpr auto fields_of(Comment*) {
  using C = Comment;
  return std::tuple{Field{1, "item", &C::item}, Field{2, "situation", &C::situation}, Field{3, "behaviour", &C::behaviour},
                    Field{4, "impact", &C::impact}, Field{5, "text", &C::text}};
}
static_assert(table_is_complete<Comment>());

/// One rater's answers about one person. Carries the group and, unless the group is self or manager, no name; its id is derived from
/// the request's token, so the same answer imported twice is one record, and two leads who import it agree.
struct FeedbackResponse {
  Id<FeedbackResponse> id;
  Id<ReviewCycle> cycle;
  Id<Person> subject;
  RaterGroup group = RaterGroup::peer;
  Id<Person> author;  ///< self and manager only
  Id<ReviewForm> form;
  std::int32_t form_version = 1;
  std::vector<Answer> answers;
  std::vector<Comment> comments;
  std::optional<Instant> submitted_at;  ///< absent: a draft of self or manager
};
constexpr auto fields_of(FeedbackResponse*) {
  using R = FeedbackResponse;
  return std::tuple{Field{1, "cycle", &R::cycle},          Field{2, "subject", &R::subject},
                    Field{3, "group", &R::group},          Field{4, "author", &R::author},
                    Field{5, "form", &R::form},            Field{6, "formVersion", &R::form_version},
                    Field{7, "answers", &R::answers},      Field{8, "comments", &R::comments},
                    Field{9, "submittedAt", &R::submitted_at}};
}
static_assert(table_is_complete<FeedbackResponse>());

/// A request file somebody sent to this device, with the draft of its answer. Never leaves the device as such; only the answer does.
struct ReceivedRequest {
  Id<ReceivedRequest> id;  ///< the id of the request it came with
  std::string team_name;
  std::string subject_name;
  std::string subject_role;
  std::string asked_by;
  RaterGroup group = RaterGroup::peer;
  std::int32_t anonymity_minimum = 3;
  double scale_low = 1;
  double scale_high = 5;
  std::optional<Day> due_day;
  std::string token;
  std::string coaching_wish;
  std::string lead_key;  ///< age recipient the answer is encrypted to; empty: the lead's version had none
  Id<ReviewForm> form;
  std::int32_t form_version = 1;
  std::vector<FormSection> sections;  ///< anchors filled in: a rater has no competencies to look them up in
  std::vector<Answer> answers;
  std::vector<Comment> comments;
  std::optional<Instant> answered_at;  ///< when the answer file was last exported
};
constexpr auto fields_of(ReceivedRequest*) {
  using R = ReceivedRequest;
  constexpr auto device = Audience::device;
  return std::tuple{Field{1, "teamName", &R::team_name, device},
                    Field{2, "subjectName", &R::subject_name, device},
                    Field{3, "subjectRole", &R::subject_role, device},
                    Field{4, "askedBy", &R::asked_by, device},
                    Field{5, "group", &R::group, device},
                    Field{6, "anonymityMinimum", &R::anonymity_minimum, device},
                    Field{7, "scaleLow", &R::scale_low, device},
                    Field{8, "scaleHigh", &R::scale_high, device},
                    Field{9, "due", &R::due_day, device},
                    Field{10, "token", &R::token, device},
                    Field{11, "coachingWish", &R::coaching_wish, device},
                    Field{12, "form", &R::form, device},
                    Field{13, "formVersion", &R::form_version, device},
                    Field{14, "sections", &R::sections, device},
                    Field{15, "answers", &R::answers, device},
                    Field{16, "comments", &R::comments, device},
                    Field{17, "answeredAt", &R::answered_at, device},
                    Field{18, "leadKey", &R::lead_key, device}};
}
static_assert(table_is_complete<ReceivedRequest>());

}  // namespace fullcircle

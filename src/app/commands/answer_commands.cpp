#include "app/commands/answer_commands.h"

#include <algorithm>

#include "app/files/request_files.h"
#include "app/queries/cycle_progress.h"
#include "exchange/answer_file.h"
#include "model/sha256.h"
#include "model/time_units.h"

namespace fullcircle {
namespace {

constexpr std::size_t kTokenDigits = 32;

bool is_closed(const FeedbackRequest& request) { return request.state == RequestState::withdrawn || request.state == RequestState::declined; }

bool names_its_author(RaterGroup group) { return group == RaterGroup::self || group == RaterGroup::manager; }

template <class Entity>
void create_or_update(Edit& edit, const ModelView& view, const Entity& entity) {
  if (const Entity* known = view.find(entity.id))
    edit.update(*known, entity);
  else
    edit.create(entity);
}

void mark_received(Edit& edit, const FeedbackRequest& request, Instant now) {
  FeedbackRequest after = request;
  after.state = RequestState::received;
  if (!after.received_at) after.received_at = now;
  edit.update(request, after);
}

const FeedbackRequest* find_request_for(const ModelView& view, Id<Person> subject, Id<ReviewCycle> cycle, RaterGroup group, Id<Person> rater) {
  for (const FeedbackRequest* request : active_requests(view, subject, cycle))
    if (request->group == group && request->rater == rater) return request;
  return nullptr;
}

/// The same on the lead's device and on the member's, so that both write one record.
Id<FeedbackResponse> response_id_of(const Review& review, RaterGroup group) {
  const std::string name = "own response " + to_text(review.id) + " " + std::string(to_name(group));
  return response_id_for(to_hex(sha256(name)).substr(0, kTokenDigits));
}

}  // namespace

const FeedbackRequest* find_request_to_me(const ModelView& view, RecordId id) {
  const FeedbackRequest* request = view.find(Id<FeedbackRequest>(id));
  return request && view.me && request->rater == view.me ? request : nullptr;
}

Result<ReceivedRequest> draft_of_request(const ModelView& view, Id<FeedbackRequest> id) {
  auto made = make_received_request(view.document(), id);
  if (!made) return made;
  if (const ReceivedRequest* known = view.find(made->id)) {
    made->answers = known->answers;
    made->comments = known->comments;
    made->answered_at = known->answered_at;
  }
  return made;
}

Edit keep_answer_draft(const ModelView& view, const ReceivedRequest& draft) {
  Edit edit{std::string(kKeepDraftLabel)};
  create_or_update(edit, view, draft);
  return edit;
}

Result<Edit> hand_in_answer(const ModelView& view, const ReceivedRequest& draft) {
  const FeedbackRequest* request = view.find(Id<FeedbackRequest>(RecordId(draft.id)));
  if (!request) return fail("error.request.missing");
  if (is_closed(*request)) return fail("error.request.withdrawn");
  FeedbackResponse response{.id = response_id_for(request->token), .cycle = request->cycle, .subject = request->subject, .group = request->group};
  if (names_its_author(request->group)) response.author = request->rater;
  response.form = draft.form;
  response.form_version = draft.form_version;
  response.answers = draft.answers;
  response.comments = draft.comments;
  response.submitted_at = Instant{view.today.number * kMsPerDay};
  ReceivedRequest kept = draft;
  kept.answered_at = view.now;
  Edit edit("edit.answer.hand_in");
  create_or_update(edit, view, response);
  create_or_update(edit, view, kept);
  mark_received(edit, *request, view.now);
  return edit;
}

FeedbackResponse own_response(const ModelView& view, const Review& review, RaterGroup group) {
  if (const auto* known = find_response(view, review.person, review.cycle, group)) return *known;
  FeedbackResponse response{.id = response_id_of(review, group), .cycle = review.cycle, .subject = review.person, .group = group, .author = view.me};
  if (const auto* request = find_request_for(view, review.person, review.cycle, group, view.me)) response.id = response_id_for(request->token);
  if (const auto* cycle = view.find(review.cycle)) response.form = cycle->form;
  if (const auto* form = view.find(response.form)) response.form_version = form->version;
  return response;
}

Edit keep_own_response(const ModelView& view, const FeedbackResponse& response) {
  Edit edit{std::string(kKeepDraftLabel)};
  create_or_update(edit, view, response);
  return edit;
}

Edit send_own_response(const ModelView& view, FeedbackResponse response) {
  response.submitted_at = view.now;
  Edit edit(response.group == RaterGroup::self ? "edit.self_review.finish" : "edit.answer.hand_in");
  create_or_update(edit, view, response);
  if (const auto* request = find_request_for(view, response.subject, response.cycle, response.group, response.author))
    mark_received(edit, *request, view.now);
  return edit;
}

}  // namespace fullcircle

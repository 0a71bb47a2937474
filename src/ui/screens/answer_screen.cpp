#include "ui/screens/answer_screen.h"

#include "app/commands/answer_commands.h"
#include "app/files/request_files.h"
#include "ui/screens/goal_parts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/shell.h"
#include "ui/widgets/states.h"

namespace fullcircle {
namespace {

/// The request as it is answered: with the form as it is now when it is one of this workspace, else as the file brought it.
Result<ReceivedRequest> find_draft(const ModelView& view, RecordId id) {
  if (const auto* request = find_request_to_me(view, id)) return draft_of_request(view, request->id);
  if (const auto* received = view.find(Id<ReceivedRequest>(id))) return *received;
  return fail("error.request.missing");
}

/// What is asked of the manager or of the person belongs to the review, where the same form keeps it.
std::optional<Route> page_in_review(const ModelView& view, RecordId id) {
  const FeedbackRequest* request = find_request_to_me(view, id);
  if (!request || (request->group != RaterGroup::self && request->group != RaterGroup::manager)) return std::nullopt;
  const Review* review = view.review(request->subject, request->cycle);
  if (!review) return std::nullopt;
  return Route{Page::self_review, review->id, request->group == RaterGroup::manager ? "manager" : ""};
}

std::string caption_of(const ScreenContext& screen, const ReceivedRequest& request) {
  const std::string& asker = request.asked_by.empty() ? request.team_name : request.asked_by;
  if (screen.ui.phone() || asker.empty()) {
    if (!request.due_day) return request.subject_role;
    const std::string due = screen.tr("common.due_day", {{"date", screen.formats.day_and_month(*request.due_day)}});
    return request.subject_role.empty() ? due : request.subject_role + " · " + due;
  }
  const std::string role = request.subject_role.empty() ? request.team_name : request.subject_role;
  if (!request.due_day) return screen.tr("answer.asked_by_no_date", {{"role", role}, {"name", asker}});
  return screen.tr("answer.asked_by", {{"role", role}, {"name", asker}, {"date", screen.formats.day_and_month(*request.due_day)}});
}

AnsweredForm make_form(const ScreenContext& screen, const ReceivedRequest& request) {
  const FeedbackRequest* here = find_request_to_me(screen.view, request.id);
  AnsweredForm form;
  form.id = request.id;
  form.delivery = here ? AnswerDelivery::in_place : AnswerDelivery::file;
  form.title = request.group == RaterGroup::self ? std::string(screen.tr("self_review.title")) : screen.tr("answer.title", {{"name", request.subject_name}});
  form.caption = caption_of(screen, request);
  form.person = person_number(here ? RecordId(here->subject) : RecordId(request.id));
  form.subject_name = request.subject_name;
  form.asked_by = request.asked_by.empty() ? request.team_name : request.asked_by;
  form.coaching_wish = request.coaching_wish;
  form.is_encrypted = !request.lead_key.empty();
  form.file_name = form.is_encrypted ? encrypted_file_name(answer_file_name(request)) : answer_file_name(request);
  form.sections = &request.sections;
  form.scale_low = request.scale_low;
  form.scale_high = request.scale_high;
  form.group = request.group;
  form.anonymity_minimum = request.anonymity_minimum;
  form.kept = {request.answers, request.comments};
  form.is_delivered = request.answered_at.has_value();
  form.delivered_at = request.answered_at;
  return form;
}

Intents draw_missing(ScreenContext& screen, Rect area, const Error& error) {
  Intents intents;
  auto& ui = screen.ui;
  const ui::Group page(ui, MirrorRole::region, area, screen.tr("answer.list_title"));
  ui::focus_header(ui, area, {.title = screen.tr("answer.list_title")});
  ui::EmptyOptions options;
  const std::string text = screen.language.describe(error);
  options.text = text;
  options.action = screen.tr("action.back");
  if (ui::empty_state(ui, area.inset(40), screen.tr("error.title"), options)) intents.go = screen.view.workspace() ? Route{} : Route{Page::answer, {}, {}};
  return intents;
}

}  // namespace

Intents draw_answer(ScreenContext& screen, Rect area, AnswerState& state) {
  if (screen.route.record.is_none()) return draw_received_list(screen, area, state.list);
  Intents intents;
  const RecordId id = screen.route.record;
  if (auto route = page_in_review(screen.view, id)) {
    intents.go = std::move(route);
    return intents;
  }
  const auto& found = state.request.get(screen.view, id, [&] { return find_draft(screen.view, id); });
  if (!found) return draw_missing(screen, area, found.error());
  AnsweredForm form = make_form(screen, *found);
  if (form.delivery == AnswerDelivery::file)
    form.contents = &state.contents.get(screen.view, id, [&] { return preview_answer(*found, screen.view.today, screen.view.document(), screen.language); });
  const auto result = draw_form_answering(screen, area, form, state.form);
  if (result.leave) intents.go = screen.view.workspace() ? Route{} : Route{Page::answer, {}, {}};
  if (!result.keep && !result.deliver) return intents;
  ReceivedRequest draft = *found;
  draft.answers = state.form.draft.answers;
  draft.comments = state.form.draft.comments;
  if (result.deliver && form.delivery == AnswerDelivery::in_place) {
    if (auto edit = hand_in_answer(screen.view, draft)) intents.edits.push_back(std::move(*edit));
    return intents;
  }
  intents.edits.push_back(keep_answer_draft(screen.view, draft));
  if (result.deliver) intents.tasks.push_back(ExportAnswer{draft.id});
  return intents;
}

}  // namespace fullcircle

#include "ui/screens/self_review_screen.h"

#include "app/commands/answer_commands.h"
#include "app/files/request_files.h"
#include "ui/screens/goal_parts.h"
#include "ui/widgets/shell.h"
#include "ui/widgets/states.h"

namespace fullcircle {
namespace {

std::vector<FormSection> sections_of(const ModelView& view, const FeedbackResponse& response) {
  const ReviewForm* form = view.find(response.form);
  return form ? sections_for(view.document(), *form, response.group) : std::vector<FormSection>();
}

std::optional<Day> due_day_of(const ModelView& view, const Review& review) {
  const ReviewCycle* cycle = view.find(review.cycle);
  if (!cycle) return std::nullopt;
  for (const CycleStage& stage : cycle->stages)
    if (stage.kind == StageKind::self_review) return stage.due_day;
  return std::nullopt;
}

std::string caption_of(const ScreenContext& screen, const Review& review, RaterGroup group) {
  const ReviewCycle* cycle = screen.view.find(review.cycle);
  std::string caption = group == RaterGroup::manager ? screen.view.role_of(review.person) : std::string();
  const auto add = [&caption](std::string_view part) {
    if (!part.empty()) caption.append(caption.empty() ? "" : " · ").append(part);
  };
  if (cycle) add(cycle->name);
  if (const auto due = due_day_of(screen.view, review)) add(screen.tr("common.due_day", {{"date", screen.formats.day_and_month(*due)}}));
  return caption;
}

AnsweredForm make_form(const ScreenContext& screen, const Review& review, const FeedbackResponse& response, const std::vector<FormSection>& sections) {
  const RatingRules& rules = screen.view.rules(review.cycle);
  const Person* person = screen.view.find(review.person);
  AnsweredForm form;
  form.id = response.id;
  form.delivery = response.group == RaterGroup::self ? AnswerDelivery::self : AnswerDelivery::manager;
  form.subject_name = screen.view.name_of(review.person);
  form.title = response.group == RaterGroup::self ? std::string(screen.tr("self_review.title")) : screen.tr("answer.title", {{"name", form.subject_name}});
  form.caption = caption_of(screen, review, response.group);
  form.person = person_number(review.person);
  if (person) form.coaching_wish = person->coaching_wish;
  form.sections = &sections;
  form.scale_low = rules.scale_low;
  form.scale_high = rules.scale_high;
  form.group = response.group;
  form.anonymity_minimum = rules.anonymity_minimum;
  form.kept = {response.answers, response.comments};
  form.is_delivered = response.submitted_at.has_value();
  const Workspace* workspace = screen.view.workspace();
  const bool is_members_copy = workspace && workspace->lead != screen.view.me;
  if (is_members_copy && response.group == RaterGroup::self) form.goes_back_to = screen.view.name_of(workspace->lead);
  return form;
}

/// Where one was before: Home for the own view, where it is asked for; else the person's page.
Route page_before(const ModelView& view, const Review* review) {
  return review && review->person != view.me ? Route{Page::person, review->person, {}} : Route{};
}

Intents draw_refusal(ScreenContext& screen, Rect area, const Review* review, const std::string& text) {
  Intents intents;
  auto& ui = screen.ui;
  const ui::Group page(ui, MirrorRole::region, area, screen.tr("self_review.title"));
  ui::focus_header(ui, area, {.title = screen.tr("self_review.title")});
  ui::EmptyOptions options;
  options.text = screen.tr("self_review.refused_how");
  options.action = screen.tr("action.back");
  if (ui::empty_state(ui, area.inset(40), text, options)) intents.go = page_before(screen.view, review);
  return intents;
}

}  // namespace

Intents draw_self_review(ScreenContext& screen, Rect area, SelfReviewState& state) {
  const ModelView& view = screen.view;
  const Review* review = view.find(Id<Review>(screen.route.record));
  if (!review) return draw_refusal(screen, area, nullptr, screen.tr("self_review.not_participant", {{"name", view.name_of(view.me)}}));
  const RaterGroup group = screen.route.tab == "manager" ? RaterGroup::manager : RaterGroup::self;
  const Id<Person> writer = group == RaterGroup::manager ? review->manager : review->person;
  if (writer != view.me) return draw_refusal(screen, area, review, screen.tr("self_review.only_person", {{"name", view.name_of(writer)}}));

  Intents intents;
  const FeedbackResponse response = own_response(view, *review, group);
  const auto& sections = state.sections.get(view, std::pair{RecordId(review->id), group}, [&] { return sections_of(view, response); });
  const AnsweredForm form = make_form(screen, *review, response, sections);
  const auto result = draw_form_answering(screen, area, form, state.form);
  if (result.leave) intents.go = page_before(screen.view, review);
  if (result.give_back) intents.tasks.push_back(ExportMemberFile{view.me});
  if (!result.keep && !result.deliver) return intents;
  FeedbackResponse draft = response;
  draft.answers = state.form.draft.answers;
  draft.comments = state.form.draft.comments;
  intents.edits.push_back(result.deliver ? send_own_response(view, std::move(draft)) : keep_own_response(view, draft));
  return intents;
}

}  // namespace fullcircle

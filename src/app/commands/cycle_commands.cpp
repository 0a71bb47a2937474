#include "app/commands/cycle_commands.h"

#include <algorithm>
#include <array>

namespace fullcircle {
namespace {

constexpr int kUsualCycleDays = 42;

struct StageSpan {
  StageKind kind;
  double share;
};
constexpr std::array<StageSpan, 6> kUsualSpans{{{StageKind::goals, 0.15},
                                                {StageKind::self_review, 0.15},
                                                {StageKind::feedback, 0.30},
                                                {StageKind::calibration, 0.10},
                                                {StageKind::conversation, 0.15},
                                                {StageKind::development, 0.15}}};

std::optional<Day> stage_due(const ReviewCycle& cycle, StageKind kind) {
  const auto stage = std::ranges::find(cycle.stages, kind, &CycleStage::kind);
  return stage == cycle.stages.end() ? cycle.end_day : stage->due_day;
}

std::optional<Day> usual_due(const ReviewCycle& cycle, RaterGroup group) {
  return stage_due(cycle, group == RaterGroup::self ? StageKind::self_review : StageKind::feedback);
}

bool works_here(const Person& person, Day today) { return !person.is_external && (!person.left_day || *person.left_day >= today); }

}  // namespace

std::vector<CycleStage> plan_stages(Day start, Day end) {
  std::vector<CycleStage> stages;
  const int days = std::max(static_cast<int>(kUsualSpans.size()), end - start + 1);
  double passed = 0;
  for (const StageSpan& span : kUsualSpans) {
    const Day first = start + static_cast<int>(passed * days);
    passed += span.share;
    stages.push_back({span.kind, first, std::min(end, start + static_cast<int>(passed * days + 1e-9) - 1)});
  }
  stages.back().due_day = end;
  return stages;
}

ReviewCycle draft_cycle(const ModelView& view, Id<ReviewCycle> id, Id<ReviewForm> form) {
  ReviewCycle cycle;
  cycle.id = id;
  cycle.start_day = view.today;
  cycle.end_day = view.today + (kUsualCycleDays - 1);
  cycle.form = form;
  cycle.rules = view.rules({});
  cycle.stages = plan_stages(*cycle.start_day, *cycle.end_day);
  return cycle;
}

std::vector<RaterChoice> suggest_raters(const ModelView& view, Id<Person> subject, int most_peers) {
  std::vector<RaterChoice> choices;
  const Person* person = view.find(subject);
  if (!person) return choices;
  if (view.find(person->manager)) choices.push_back({subject, person->manager, RaterGroup::manager});
  int peers = 0;
  if (person->manager)
    for (const Person* peer : view.reports_of(person->manager))
      if (peer->id != subject && works_here(*peer, view.today) && peers++ < most_peers) choices.push_back({subject, peer->id, RaterGroup::peer});
  for (const Person* report : view.reports_of(subject))
    if (works_here(*report, view.today)) choices.push_back({subject, report->id, RaterGroup::report});
  return choices;
}

bool is_group_too_small(const RatingRules& rules, RaterGroup group, int raters) {
  return group != RaterGroup::self && group != RaterGroup::manager && raters > 0 && raters < rules.anonymity_minimum;
}

Edit start_cycle(const ModelView& view, ReviewCycle cycle, const std::vector<Id<Person>>& participants, const std::vector<RaterChoice>& raters,
                 const std::vector<AgendaPoint>& agenda, const IdSource& new_id, const std::function<std::string()>& new_token) {
  Edit edit("edit.cycle.start");
  cycle.state = CycleState::open;
  edit.create(cycle);
  for (const auto person : participants) {
    add_participant(edit, view, cycle, person, agenda, new_id);
    add_request(edit, view, cycle, {person, person, RaterGroup::self}, new_id, new_token);
  }
  for (const RaterChoice& choice : raters)
    if (std::ranges::find(participants, choice.subject) != participants.end()) add_request(edit, view, cycle, choice, new_id, new_token);
  return edit;
}

void add_participant(Edit& edit, const ModelView& view, const ReviewCycle& cycle, Id<Person> person, const std::vector<AgendaPoint>& agenda,
                     const IdSource& new_id) {
  const Person* found = view.find(person);
  if (!found || view.review(person, cycle.id)) return;
  Review review;
  review.id = Id<Review>(new_id());
  review.cycle = cycle.id;
  review.person = person;
  review.manager = found->manager;
  review.agenda = agenda;
  edit.create(review);
}

void add_request(Edit& edit, const ModelView& view, const ReviewCycle& cycle, const RaterChoice& choice, const IdSource& new_id,
                 const std::function<std::string()>& new_token, std::optional<Day> due) {
  for (const FeedbackRequest* request : view.requests_about(choice.subject)) {
    if (request->cycle != cycle.id || request->rater != choice.rater) continue;
    if (request->state != RequestState::withdrawn && request->state != RequestState::declined) return;
    FeedbackRequest again = *request;
    again.state = RequestState::approved;
    again.group = choice.group;
    if (due) again.due_day = due;
    edit.update(*request, again);
    return;
  }
  FeedbackRequest request;
  request.id = Id<FeedbackRequest>(new_id());
  request.cycle = cycle.id;
  request.subject = choice.subject;
  request.rater = choice.rater;
  request.group = choice.group;
  request.due_day = due ? due : usual_due(cycle, choice.group);
  request.token = new_token();
  if (const auto* form = view.find(cycle.form)) request.form_version = form->version;
  edit.create(request);
}

void change_dates(Edit& edit, const ModelView& view, const ReviewCycle& before, ReviewCycle after) {
  for (const CycleStage& stage : after.stages) {
    if (stage.start_day && (!after.start_day || *stage.start_day < *after.start_day)) after.start_day = stage.start_day;
    if (stage.due_day && (!after.end_day || *stage.due_day > *after.end_day)) after.end_day = stage.due_day;
  }
  edit.update(before, after);
  for (const FeedbackRequest& request : view.table<FeedbackRequest>().alive()) {
    const auto due_before = usual_due(before, request.group), due_after = usual_due(after, request.group);
    if (due_before == due_after || request.cycle != before.id || request.state == RequestState::received || request.due_day != due_before) continue;
    FeedbackRequest moved = request;
    moved.due_day = due_after;
    edit.update(request, moved);
  }
}

RaterGroup usual_group(const ModelView& view, Id<Person> subject, Id<Person> rater) {
  const Person* about = view.find(subject);
  const Person* asked = view.find(rater);
  if (subject == rater) return RaterGroup::self;
  if (!about || !asked) return RaterGroup::peer;
  if (asked->is_external) return RaterGroup::customer;
  if (about->manager == rater) return RaterGroup::manager;
  if (asked->manager == subject) return RaterGroup::report;
  return about->manager == asked->manager ? RaterGroup::peer : RaterGroup::other_team;
}

void save_form(Edit& edit, const ModelView& view, const ReviewForm& before, ReviewForm after) {
  if (before.name == after.name && before.intro == after.intro && before.sections == after.sections) return;
  for (const FeedbackRequest& request : view.table<FeedbackRequest>().alive()) {
    const ReviewCycle* cycle = request.exported_at ? view.find(request.cycle) : nullptr;
    if (!cycle || cycle->form != before.id) continue;
    after.version = before.version + 1;
    break;
  }
  edit.update(before, after);
}

}  // namespace fullcircle

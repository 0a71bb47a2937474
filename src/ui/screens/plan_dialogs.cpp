#include "ui/screens/plan_dialogs.h"

#include "app/commands/plan_commands.h"
#include "ui/widgets/button.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/form.h"
#include "ui/widgets/text_field.h"

namespace fullcircle {
namespace {

using Result = ui::Dialog::Result;

const PersonChoices& people_of(ScreenContext& screen, PlanState& state) {
  return state.people.get(screen.view, [&] { return compute_person_choices(screen.view, screen.text); });
}

bool remove_button(ScreenContext& screen, Rect& body) {
  Rect row = body.cut_top(ui::metrics::kControl);
  return ui::button_left(screen.ui, row, screen.tr("action.remove"), {.icon = Icon::trash_2});
}

void text_row(ScreenContext& screen, Rect& body, std::string_view label, std::string& text, std::string_view error = {}) {
  const bool is_required = !error.empty();
  ui::text_field(screen.ui, ui::form_row(screen.ui, body, label, {.error = error, .required = is_required}), label, text, {.error = error});
}

/// Two fields side by side; out: their rectangles under the labels.
std::pair<Rect, Rect> two_rows(ScreenContext& screen, Rect& body, std::string_view left, std::string_view right) {
  auto& ui = screen.ui;
  Rect first = body.column(0, 2, 16), second = body.column(1, 2, 16);
  const Rect one = ui::form_row(ui, first, left), other = ui::form_row(ui, second, right);
  body.skip(first.y - body.y);
  return {one, other};
}

void choose_focus(ScreenContext& screen, Rect& body, const DevelopmentPlan& plan, PlanActionForm& form) {
  std::vector<std::string> titles;
  for (const FocusArea& area : plan.focus) titles.push_back(focus_title(screen.view, area));
  std::vector<ui::Choice> choices;
  for (const std::string& title : titles) choices.push_back({title});
  const auto label = screen.tr("plan.column_focus");
  ui::SelectOptions options;
  options.placeholder = options.none = screen.tr("plan.no_focus");
  ui::select(screen.ui, ui::form_row(screen.ui, body, label), label, choices, form.focus, options);
}

/// The action with the focus that was chosen in the form.
DevelopmentAction placed_action(const DevelopmentPlan& plan, const PlanActionForm& form) {
  DevelopmentAction action = form.action;
  const auto place = static_cast<std::size_t>(form.focus);
  const FocusArea area = form.focus >= 0 && place < plan.focus.size() ? plan.focus[place] : FocusArea{};
  action.competency = area.competency;
  action.area = area.competency ? std::string() : area.title;
  return action;
}

Intents draw_action_form(ScreenContext& screen, const DevelopmentPlan& plan, PlanState& state) {
  Intents intents;
  PlanActionForm& form = *state.action_form;
  DevelopmentAction& action = form.action;
  ui::Dialog dialog(screen.ui, "plan-action", form_dialog(screen, screen.tr(form.is_new ? "plan.new_action" : "plan.edit_action"),
                                                             screen.tr(form.is_new ? "action.add" : "action.save")));
  Rect body = dialog.body();
  const bool is_missing = form.was_tried && action.title.empty();
  text_row(screen, body, screen.tr("field.action.title"), action.title, is_missing ? screen.tr("plan.title_missing") : std::string_view());
  choose_focus(screen, body, plan, form);
  const auto kind = screen.tr("field.action.kind"), stage = screen.tr("field.action.state");
  const auto [kind_field, state_field] = two_rows(screen, body, kind, stage);
  enum_field(screen, kind_field, kind, action.kind);
  enum_field(screen, state_field, stage, action.state);
  const auto mentor = screen.tr("field.action.mentor"), due = screen.tr("field.action.due");
  Rect left = body.column(0, 2, 16), right = body.column(1, 2, 16);
  person_field(screen, ui::form_row(screen.ui, left, mentor), mentor, people_of(screen, state), action.mentor, screen.tr("plan.without_mentor"));
  day_row(screen, right, due, action.due_day);
  body.skip(std::max(left.y, right.y) - body.y);
  text_row(screen, body, screen.tr("field.action.target"), action.target);
  const auto note = screen.tr("field.action.note");
  const Rect field = ui::form_row_begin(screen.ui, body, note);
  ui::form_row_end(screen.ui, body, ui::text_area(screen.ui, field, note, action.note, {.least_lines = 2}).height);
  const bool is_removed = !form.is_new && remove_button(screen, body);
  const Result result = dialog.result();
  if (result == Result::confirmed) form.was_tried = true;
  const bool is_done = result == Result::confirmed && !action.title.empty();
  if (is_removed)
    intents.edits.push_back(remove_plan_action(action.id));
  else if (is_done)
    intents.edits.push_back(save_plan_action(screen.view, placed_action(plan, form)));
  if (is_removed || is_done || result == Result::cancelled) state.action_form.reset();
  return intents;
}

void choose_competency(ScreenContext& screen, Rect& body, FocusArea& area) {
  std::vector<ui::Choice> choices;
  std::vector<Id<Competency>> ids;
  int chosen = -1;
  for (const Competency& competency : screen.view.table<Competency>().alive()) {
    if (competency.id == area.competency) chosen = static_cast<int>(ids.size());
    choices.push_back({competency.name});
    ids.push_back(competency.id);
  }
  const auto label = screen.tr("field.action.competency");
  ui::SelectOptions options;
  options.placeholder = options.none = screen.tr("plan.other_title");
  if (ui::select(screen.ui, ui::form_row(screen.ui, body, label), label, choices, chosen, options))
    area.competency = chosen < 0 ? Id<Competency>() : ids[static_cast<std::size_t>(chosen)];
}

void draw_scores(ScreenContext& screen, Rect& body, const RatingRules& rules, FocusArea& area) {
  struct Score {
    std::string_view label;
    std::optional<double>& value;
  };
  const Score scores[] = {{screen.tr("plan.start_score"), area.start_score}, {screen.tr("plan.current"), area.current_score}, {screen.tr("plan.target_score"), area.target_score}};
  float bottom = body.y;
  for (std::size_t i = 0; i < 3; ++i) {
    Rect column = body.column(i, 3, 16);
    ui::NumberOptions options;
    options.minimum = rules.scale_low;
    options.maximum = rules.scale_high;
    options.most_decimals = rules.places;
    number_row(screen, column, scores[i].label, scores[i].value, options);
    bottom = std::max(bottom, column.y);
  }
  body.skip(bottom - body.y);
}

Intents draw_focus_form(ScreenContext& screen, const DevelopmentPlan& plan, PlanState& state) {
  Intents intents;
  FocusForm& form = *state.focus_form;
  ui::Dialog dialog(screen.ui, "plan-focus", form_dialog(screen, screen.tr(form.place ? "plan.edit_focus" : "plan.new_focus"),
                                                            screen.tr(form.place ? "action.save" : "action.add")));
  Rect body = dialog.body();
  choose_competency(screen, body, form.area);
  const bool is_missing = !form.area.competency && form.area.title.empty();
  if (!form.area.competency)
    text_row(screen, body, screen.tr("plan.focus_title"), form.area.title, form.was_tried && is_missing ? screen.tr("plan.focus_missing") : std::string_view());
  text_row(screen, body, screen.tr("plan.focus_reason"), form.area.reason);
  draw_scores(screen, body, screen.view.rules(plan.cycle), form.area);
  const bool is_removed = form.place && remove_button(screen, body);
  const Result result = dialog.result();
  if (result == Result::confirmed) form.was_tried = true;
  const bool is_done = result == Result::confirmed && !is_missing;
  if (is_removed)
    intents.edits.push_back(remove_focus(screen.view, plan, *form.place));
  else if (is_done)
    intents.edits.push_back(save_focus(screen.view, plan, form.place, form.area));
  if (is_removed || is_done || result == Result::cancelled) state.focus_form.reset();
  return intents;
}

Intents draw_details_form(ScreenContext& screen, const DevelopmentPlan& plan, PlanState& state) {
  Intents intents;
  DevelopmentPlan& form = *state.details_form;
  ui::Dialog dialog(screen.ui, "plan-details", form_dialog(screen, screen.tr("plan.details"), screen.tr("action.save")));
  Rect body = dialog.body();
  const auto mentor = screen.tr("field.plan.mentor"), agreed = screen.tr("field.plan.agreed"), next = screen.tr("field.plan.nextLook");
  person_field(screen, ui::form_row(screen.ui, body, mentor), mentor, people_of(screen, state), form.mentor, screen.tr("plan.without_mentor"));
  Rect left = body.column(0, 2, 16), right = body.column(1, 2, 16);
  day_row(screen, left, agreed, form.agreed_day);
  day_row(screen, right, next, form.next_look_day);
  body.skip(std::max(left.y, right.y) - body.y);
  const Result result = dialog.result();
  if (result == Result::confirmed) {
    DevelopmentPlan after = plan;
    after.mentor = form.mentor;
    after.agreed_day = form.agreed_day;
    after.next_look_day = form.next_look_day;
    intents.edits.push_back(save_plan(plan, after));
  }
  if (result != Result::none) state.details_form.reset();
  return intents;
}

}  // namespace

PlanActionForm make_action_form(const ScreenContext& screen, const DevelopmentPlan& plan, int focus) {
  PlanActionForm form;
  form.action.id = Id<DevelopmentAction>(screen.new_id());
  form.action.plan = plan.id;
  form.focus = focus;
  form.is_new = true;
  return form;
}

PlanActionForm make_action_form(const DevelopmentPlan& plan, const DevelopmentAction& action) {
  PlanActionForm form;
  form.action = action;
  for (std::size_t i = 0; i < plan.focus.size() && form.focus < 0; ++i)
    if (belongs_to(action, plan.focus[i])) form.focus = static_cast<int>(i);
  return form;
}

Intents draw_plan_dialogs(ScreenContext& screen, const DevelopmentPlan& plan, PlanState& state) {
  Intents intents;
  if (state.action_form) intents.add(draw_action_form(screen, plan, state));
  if (state.focus_form) intents.add(draw_focus_form(screen, plan, state));
  if (state.details_form) intents.add(draw_details_form(screen, plan, state));
  return intents;
}

}  // namespace fullcircle

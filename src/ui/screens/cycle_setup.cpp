// A review that has not started yet.
#include <algorithm>

#include "app/commands/cycle_check.h"
#include "ui/screens/cycle_parts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/form.h"
#include "ui/widgets/scroll.h"
#include "ui/widgets/section.h"
#include "ui/widgets/shell.h"
#include "ui/widgets/states.h"
#include "ui/widgets/text_field.h"

namespace fullcircle {
namespace {

using namespace ui::metrics;

constexpr float kPanelFrom = 1000;

/// "Autumn review": the seasons of the northern half, as the four names have it.
std::string_view season_key(Day day) {
  const int month = to_year_month_day(day).month;
  if (month >= 3 && month <= 5) return "cycle.name_default_spring";
  if (month >= 6 && month <= 8) return "cycle.name_default_summer";
  return month >= 9 && month <= 11 ? "cycle.name_default_autumn" : "cycle.name_default_winter";
}

CycleDraft new_draft(ScreenContext& screen) {
  Id<ReviewForm> form;
  for (const ReviewForm& one : screen.view.table<ReviewForm>().alive()) form = one.id;
  if (const ReviewCycle* last = screen.view.current_cycle(); last && screen.view.find(last->form)) form = last->form;
  CycleDraft draft{.cycle = draft_cycle(screen.view, Id<ReviewCycle>(screen.new_id()), form)};
  draft.cycle.name = screen.tr(season_key(screen.view.today));
  return draft;
}

std::vector<RaterChoice> raters_of(const CycleDraft& draft, Id<Person> subject) {
  std::vector<RaterChoice> raters;
  for (const RaterChoice& choice : draft.raters)
    if (choice.subject == subject) raters.push_back(choice);
  return raters;
}

/// Takes part from now on, with the raters who are usually asked.
void add_participant_to(ScreenContext& screen, CycleDraft& draft, Id<Person> person) {
  if (!person || std::ranges::contains(draft.participants, person)) return;
  draft.participants.push_back(person);
  const auto raters = suggest_raters(screen.view, person);
  draft.raters.insert(draft.raters.end(), raters.begin(), raters.end());
}

void remove_participant(CycleDraft& draft, Id<Person> person) {
  std::erase(draft.participants, person);
  std::erase_if(draft.raters, [&](const RaterChoice& choice) { return choice.subject == person; });
}

ParticipantLine line_for(ScreenContext& screen, const CycleDraft& draft, Id<Person> person) {
  const auto raters = raters_of(draft, person);
  ParticipantLine line{.person = person, .raters = screen.tr("cycle.raters_of_person", {{"count", static_cast<int>(raters.size())}}), .warning = {}};
  line.is_warning = raters.empty() || !small_groups(draft.cycle.rules, raters).empty();
  if (line.is_warning) line.warning = screen.tr(raters.empty() ? "cycle.no_raters" : "cycle.too_small");
  return line;
}

void draw_people(ScreenContext& screen, Rect& area, CycleSetupState& state) {
  auto& ui = screen.ui;
  CycleDraft& draft = *state.draft;
  const std::string count = screen.formats.integer(static_cast<std::int64_t>(draft.participants.size()));
  ui::section_head(ui, area.cut_top(ui::kSectionHead), screen.tr("cycle.participants"), {.icon = Icon::users, .count = count});
  area.skip(12);
  const auto is_taken = [&](Id<Person> person) { return std::ranges::contains(draft.participants, person); };
  for (const auto person : draw_participant_picker(screen, area, state, is_taken)) add_participant_to(screen, draft, person);
  if (draft.participants.empty()) {
    area.skip(8);
    ui.text(area.cut_top(24), ui::type::form, ui.c.ink2, screen.tr("cycle.participants_empty"));
    ui.text(area.cut_top(24), ui::type::body, ui.c.ink3, screen.tr("cycle.participants_empty_how"));
    return;
  }
  const auto result = draw_participants(screen, area, draft.participants, true, state.table, [&](Id<Person> person) { return line_for(screen, draft, person); });
  if (result.action == ParticipantAction::remove) remove_participant(draft, result.person);
  if (result.action == ParticipantAction::open) state.raters = RaterDraft{.subject = result.person, .raters = raters_of(draft, result.person), .new_people = draft.new_people};
}

void draw_raters_dialog(ScreenContext& screen, CycleSetupState& state) {
  if (!state.raters) return;
  CycleDraft& draft = *state.draft;
  const std::string title = screen.tr("cycle.raters_for", {{"name", screen.view.name_of(state.raters->subject)}});
  ui::Dialog dialog(screen.ui, "raters", {.title = title, .width = 560, .confirm = screen.tr("action.done"), .cancel = screen.tr("action.cancel"), .close = screen.tr("action.close")});
  Rect body = dialog.body();
  const PersonChoices& people = state.people.get(screen.view, [&] { return compute_person_choices(screen.view, screen.text); });
  draw_rater_draft(screen, body, *state.raters, people, draft.cycle.rules);
  const auto result = dialog.result();
  if (result == ui::Dialog::Result::confirmed) {
    std::erase_if(draft.raters, [&](const RaterChoice& choice) { return choice.subject == state.raters->subject; });
    draft.raters.insert(draft.raters.end(), state.raters->raters.begin(), state.raters->raters.end());
    draft.new_people = state.raters->new_people;
  }
  if (result != ui::Dialog::Result::none) state.raters.reset();
}

Intents start(ScreenContext& screen, CycleSetupState& state) {
  Intents intents;
  const CycleDraft& draft = *state.draft;
  state.was_tried = true;
  if (!check_cycle(draft.cycle, draft.participants.size()).empty()) return intents;
  Edit edit = start_cycle(screen.view, draft.cycle, draft.participants, draft.raters, usual_agenda(screen), screen.new_id, screen.new_token);
  for (const Person& person : draft.new_people)
    if (std::ranges::contains(draft.raters, person.id, &RaterChoice::rater)) edit.create(person);
  intents.edits.push_back(std::move(edit));
  intents.go = Route{Page::requests, {}, {}};
  return intents;
}

void draw_problems(ScreenContext& screen, Rect& area, const CycleSetupState& state) {
  if (!state.was_tried) return;
  std::string text;
  for (const auto key : check_cycle(state.draft->cycle, state.draft->participants.size())) text += (text.empty() ? "" : " ") + std::string(screen.tr(key));
  if (text.empty()) return;
  area.skip(ui::error_note(screen.ui, area, screen.tr("cycle.fix"), text) + 20);
}

void draw_main(ScreenContext& screen, Rect& area, CycleSetupState& state) {
  auto& ui = screen.ui;
  draw_problems(screen, area, state);
  ReviewCycle& cycle = state.draft->cycle;
  const std::string_view error = state.was_tried && cycle.name.empty() ? screen.tr("cycle.name_missing") : std::string_view();
  const Rect field = ui::form_row(ui, area, screen.tr("cycle.name"), {.error = error, .required = true});
  ui::text_field(ui, field.with_width(std::min(field.width, 420.0f)), screen.tr("cycle.name"), cycle.name, {.error = error, .required = true});
  area.skip(8);
  draw_people(screen, area, state);
}

void draw_settings(ScreenContext& screen, Rect& area, CycleSetupState& state) {
  auto& ui = screen.ui;
  ReviewCycle& cycle = state.draft->cycle;
  ui::section_head(ui, area.cut_top(ui::kSectionHead), screen.tr("cycle.form"), {.icon = Icon::list_checks});
  area.skip(12);
  draw_form_choice(screen, area, cycle.form, true, state);
  area.skip(kSectionGap);
  ui::section_head(ui, area.cut_top(ui::kSectionHead), screen.tr("cycle.dates"), {.icon = Icon::calendar_days});
  area.skip(8);
  if (draw_dates(screen, area, cycle.stages)) {
    if (!cycle.stages.empty() && cycle.stages.front().start_day) cycle.start_day = cycle.stages.front().start_day;
    if (!cycle.stages.empty() && cycle.stages.back().due_day) cycle.end_day = cycle.stages.back().due_day;
  }
  area.skip(kSectionGap);
  ui::section_head(ui, area.cut_top(ui::kSectionHead), screen.tr("cycle.rules"), {.icon = Icon::scale});
  area.skip(8);
  area.skip(ui.paragraph(area, ui::type::caption, ui.c.ink3, screen.tr("cycle.open_how")));
  draw_rule_fields(screen, area, cycle.rules);
}

Intents draw_phone(ScreenContext& screen, Rect area, CycleSetupState& state) {
  Intents intents;
  auto& ui = screen.ui;
  bool went_back = false;
  ui::phone_header(ui, area, screen.tr("cycle.title_new"), screen.tr("action.back"), went_back);
  if (went_back) intents.go = Route{Page::requests, {}, {}};
  const Rect action = ui::phone_actions(ui, area);
  const bool starts = ui::button(ui, action, screen.tr("cycle.open"), {.kind = ui::ButtonKind::primary, .height = kControlPhone});
  ui::ScrollArea scroll(ui, area, "cycle");
  Rect content = scroll.content().inset(kPhonePadding, 16);
  draw_main(screen, content, state);
  content.skip(kSectionGap);
  draw_settings(screen, content, state);
  if (starts) intents.add(start(screen, state));
  return intents;
}

Intents draw_desk(ScreenContext& screen, Rect area, CycleSetupState& state) {
  Intents intents;
  auto& ui = screen.ui;
  Rect bar = ui::top_bar(ui, area, screen.tr("cycle.title_new"));
  const bool starts = ui::button_right(ui, bar, screen.tr("cycle.open"), {.kind = ui::ButtonKind::primary});
  if (ui::button_right(ui, bar, screen.tr("action.cancel"))) {
    state = {};
    intents.go = Route{Page::requests, {}, {}};
    return intents;
  }
  const bool has_panel = area.width >= kPanelFrom;
  if (has_panel) {
    ui::ScrollArea scroll(ui, ui::detail_panel(ui, area), "settings");
    Rect panel = scroll.content().inset(kDetailPadding, kContentTop - 8);
    draw_settings(screen, panel, state);
  }
  ui::ScrollArea scroll(ui, area, "cycle");
  Rect content = scroll.content().inset(kContentPadding, kContentTop);
  draw_main(screen, content, state);
  if (!has_panel) {
    content.skip(kSectionGap);
    draw_settings(screen, content, state);
  }
  if (starts) intents.add(start(screen, state));
  return intents;
}

}  // namespace

Intents draw_cycle_setup(ScreenContext& screen, Rect area, CycleSetupState& state) {
  if (!state.draft) {
    state.draft = new_draft(screen);
    state.was_tried = false;
  }
  Intents intents = screen.ui.phone() ? draw_phone(screen, area, state) : draw_desk(screen, area, state);
  if (state.draft) draw_raters_dialog(screen, state);
  if (!intents.edits.empty()) state = {};
  return intents;
}

}  // namespace fullcircle

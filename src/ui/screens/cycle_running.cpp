// A review that runs or has run: who takes part, late joiners, more raters, other dates, closing and opening again.
#include <algorithm>
#include <array>

#include "app/queries/cycle_progress.h"
#include "ui/screens/cycle_parts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/scroll.h"
#include "ui/widgets/section.h"
#include "ui/widgets/shell.h"

namespace fullcircle {
namespace {

using namespace ui::metrics;

constexpr float kPanelFrom = 1000;

std::vector<RaterChoice> asked_about(const ModelView& view, Id<Person> subject, const ReviewCycle& cycle) {
  std::vector<RaterChoice> asked;
  for (const FeedbackRequest* request : requests_to_others(view, subject, cycle.id)) asked.push_back({subject, request->rater, request->group});
  return asked;
}

ParticipantLine line_for(ScreenContext& screen, const ReviewCycle& cycle, Id<Person> person) {
  const auto requests = requests_to_others(screen.view, person, cycle.id);
  const auto received = std::ranges::count(requests, RequestState::received, &FeedbackRequest::state);
  ParticipantLine line{.person = person, .raters = {}, .warning = {}};
  line.raters = screen.tr("cycle.received_of", {{"received", static_cast<int>(received)}, {"total", static_cast<int>(requests.size())}});
  line.is_warning = requests.empty() || !small_groups(cycle.rules, asked_about(screen.view, person, cycle)).empty();
  if (line.is_warning) line.warning = screen.tr(requests.empty() ? "cycle.no_raters" : "cycle.too_small");
  return line;
}

std::vector<Id<Person>> participants_by_name(ScreenContext& screen, const ReviewCycle& cycle) {
  std::vector<Id<Person>> people;
  std::vector<std::string_view> names;
  for (const Review* review : screen.view.reviews_in(cycle.id)) {
    people.push_back(review->person);
    names.push_back(screen.view.name_of(review->person));
  }
  std::vector<Id<Person>> sorted;
  for (const auto index : screen.text.sorted_order(names)) sorted.push_back(people[index]);
  return sorted;
}

/// A late joiner comes with the raters who are usually asked.
Edit join(ScreenContext& screen, const ReviewCycle& cycle, std::span<const Id<Person>> people) {
  Edit edit("edit.cycle.participants");
  const auto agenda = usual_agenda(screen);
  for (const auto person : people) {
    add_participant(edit, screen.view, cycle, person, agenda, screen.new_id);
    add_request(edit, screen.view, cycle, {person, person, RaterGroup::self}, screen.new_id, screen.new_token);
    for (const RaterChoice& choice : suggest_raters(screen.view, person)) add_request(edit, screen.view, cycle, choice, screen.new_id, screen.new_token);
  }
  return edit;
}

Intents draw_people(ScreenContext& screen, Rect& area, const ReviewCycle& cycle, CycleSetupState& state) {
  Intents intents;
  auto& ui = screen.ui;
  const auto people = participants_by_name(screen, cycle);
  const std::string count = screen.formats.integer(static_cast<std::int64_t>(people.size()));
  ui::section_head(ui, area.cut_top(ui::kSectionHead), screen.tr("cycle.participants"), {.icon = Icon::users, .count = count});
  area.skip(12);
  if (cycle.state == CycleState::open) {
    const auto joining = draw_participant_picker(screen, area, state, [&](Id<Person> person) { return screen.view.review(person, cycle.id) != nullptr; });
    if (!joining.empty()) intents.edits.push_back(join(screen, cycle, joining));
  }
  const auto result = draw_participants(screen, area, people, false, state.table, [&](Id<Person> person) { return line_for(screen, cycle, person); });
  if (result.action == ParticipantAction::open) state.raters = RaterDraft{.subject = result.person};
  return intents;
}

void draw_asked(ScreenContext& screen, Rect& area, const std::vector<RaterChoice>& asked) {
  if (asked.empty()) return;
  auto& ui = screen.ui;
  constexpr float kGroupColumn = 116;
  ui.heading(area.cut_top(24), 3, ui::type::control, ui.c.ink, screen.tr("cycle.asked_already"));
  for (std::size_t i = 0; i < enum_size<RaterGroup>(); ++i) {
    const auto group = static_cast<RaterGroup>(i);
    std::vector<std::string> names;
    for (const RaterChoice& choice : asked)
      if (choice.group == group) names.push_back(screen.view.name_of(choice.rater));
    if (names.empty()) continue;
    Rect row = area;
    row.skip(4);
    const std::string title = std::string(screen.language.name_of(group)) + " " + screen.formats.integer(static_cast<std::int64_t>(names.size()));
    ui.text(row.cut_left(kGroupColumn).with_height(20), ui::type::body, ui.c.ink3, title);
    area.skip(4 + std::max(20.0f, ui.paragraph(row, ui::type::body, ui.c.ink, screen.formats.list(names))));
  }
  area.skip(20);
}

Intents draw_raters_dialog(ScreenContext& screen, const ReviewCycle& cycle, CycleSetupState& state) {
  Intents intents;
  if (!state.raters) return intents;
  RaterDraft& draft = *state.raters;
  const std::string title = screen.tr("cycle.raters_for", {{"name", screen.view.name_of(draft.subject)}});
  const std::string confirm = ask_label(screen, draft.raters.size());
  ui::Dialog dialog(screen.ui, "raters", {.title = title, .width = 560, .confirm = confirm, .cancel = screen.tr("action.cancel"), .close = screen.tr("action.close"),
                                          .confirm_disabled = draft.raters.empty()});
  Rect body = dialog.body();
  const auto asked = asked_about(screen.view, draft.subject, cycle);
  draw_asked(screen, body, asked);
  const PersonChoices& people = state.people.get(screen.view, [&] { return compute_person_choices(screen.view, screen.text); });
  draw_rater_draft(screen, body, draft, people, cycle.rules, asked);
  const auto result = dialog.result();
  if (result == ui::Dialog::Result::confirmed) {
    Edit edit("edit.raters.change");
    for (const Person& person : draft.new_people)
      if (std::ranges::contains(draft.raters, person.id, &RaterChoice::rater)) edit.create(person);
    for (const RaterChoice& choice : draft.raters) add_request(edit, screen.view, cycle, choice, screen.new_id, screen.new_token);
    intents.edits.push_back(std::move(edit));
  }
  if (result != ui::Dialog::Result::none) state.raters.reset();
  return intents;
}

Intents draw_panel(ScreenContext& screen, Rect& area, const ReviewCycle& cycle, CycleSetupState& state) {
  Intents intents;
  auto& ui = screen.ui;
  ui::section_head(ui, area.cut_top(ui::kSectionHead), screen.tr("cycle.dates"), {.icon = Icon::calendar_days});
  area.skip(8);
  ReviewCycle after = cycle;
  if (draw_dates(screen, area, after.stages)) {
    Edit edit("edit.cycle.change");
    change_dates(edit, screen.view, cycle, after);
    intents.edits.push_back(std::move(edit));
  }
  area.skip(kSectionGap);
  ui::section_head(ui, area.cut_top(ui::kSectionHead), screen.tr("cycle.form"), {.icon = Icon::list_checks});
  area.skip(12);
  Id<ReviewForm> form = cycle.form;
  draw_form_choice(screen, area, form, false, state);
  area.skip(kSectionGap);
  ui::section_head(ui, area.cut_top(ui::kSectionHead), screen.tr("cycle.rules"), {.icon = Icon::scale});
  area.skip(8);
  area.skip(ui.paragraph(area, ui::type::caption, ui.c.ink3, screen.tr("cycle.rules_kept")));
  draw_rules(screen, area, cycle.rules);
  return intents;
}

Edit state_edit(const ReviewCycle& cycle, CycleState to, std::string label) {
  ReviewCycle after = cycle;
  after.state = to;
  Edit edit(std::move(label));
  edit.update(cycle, after);
  return edit;
}

Intents draw_closing(ScreenContext& screen, const ReviewCycle& cycle, CycleSetupState& state) {
  Intents intents;
  if (!state.is_closing) return intents;
  const std::string title = screen.tr("cycle.close_title", {{"name", cycle.name}});
  const auto result = ui::confirm(screen.ui, "close-cycle", {.title = title, .text = screen.tr("cycle.close_body"), .confirm = screen.tr("cycle.close"), .cancel = screen.tr("action.cancel")});
  if (result == ui::Dialog::Result::confirmed) intents.edits.push_back(state_edit(cycle, CycleState::closed, "edit.cycle.close"));
  if (result != ui::Dialog::Result::none) state.is_closing = false;
  return intents;
}

Intents draw_actions(ScreenContext& screen, Rect& bar, const ReviewCycle& cycle, CycleSetupState& state) {
  Intents intents;
  auto& ui = screen.ui;
  const float height = ui.control_height();
  if (cycle.state == CycleState::open) {
    if (ui::button_right(ui, bar, screen.tr("cycle.close"), {.height = height})) state.is_closing = true;
  } else {
    if (ui::button_right(ui, bar, screen.tr("cycle.new"), {.kind = ui::ButtonKind::primary, .icon = Icon::plus, .height = height})) intents.go = Route{Page::cycle, {}, "new"};
    if (ui::button_right(ui, bar, screen.tr("cycle.reopen"), {.height = height})) intents.edits.push_back(state_edit(cycle, CycleState::open, "edit.cycle.reopen"));
  }
  return intents;
}

Intents draw_phone(ScreenContext& screen, Rect area, const ReviewCycle& cycle, CycleSetupState& state) {
  Intents intents;
  auto& ui = screen.ui;
  bool went_back = false;
  ui::phone_header(ui, area, cycle.name, screen.tr("action.back"), went_back);
  if (went_back) intents.go = Route{Page::requests, {}, {}};
  ui::ScrollArea scroll(ui, area, "cycle");
  Rect content = scroll.content().inset(kPhonePadding, 8);
  Rect actions = content.cut_top(kControlPhone);
  intents.add(draw_actions(screen, actions, cycle, state));
  content.skip(8);
  intents.add(draw_people(screen, content, cycle, state));
  content.skip(kSectionGap);
  intents.add(draw_panel(screen, content, cycle, state));
  return intents;
}

}  // namespace

Intents draw_cycle_running(ScreenContext& screen, Rect area, const ReviewCycle& cycle, CycleSetupState& state) {
  Intents intents;
  auto& ui = screen.ui;
  if (ui.phone()) {
    intents = draw_phone(screen, area, cycle, state);
  } else {
    const std::array<std::string_view, 2> path{screen.tr("nav.requests"), cycle.name};
    int clicked = -1;
    Rect bar = ui::top_bar_path(ui, area, path, clicked, ui::FirstHeading::below);
    if (clicked == 0) intents.go = Route{Page::requests, {}, {}};
    intents.add(draw_actions(screen, bar, cycle, state));
    const bool has_panel = area.width >= kPanelFrom;
    if (has_panel) {
      ui::ScrollArea scroll(ui, ui::detail_panel(ui, area), "settings");
      Rect panel = scroll.content().inset(kDetailPadding, kContentTop - 8);
      intents.add(draw_panel(screen, panel, cycle, state));
    }
    ui::ScrollArea scroll(ui, area, "cycle");
    Rect content = scroll.content().inset(kContentPadding, kContentTop);
    Rect head = content.cut_top(28);
    ui.heading(head.with_width(head.width - 120), 1, ui::type::page_title, ui.c.ink, cycle.name);
    ui::chip_right(ui, head, screen.language.name_of(cycle.state), cycle.state == CycleState::open ? ui::Tone::accent : ui::Tone::neutral);
    content.skip(20);
    intents.add(draw_people(screen, content, cycle, state));
    if (!has_panel) {
      content.skip(kSectionGap);
      intents.add(draw_panel(screen, content, cycle, state));
    }
  }
  intents.add(draw_raters_dialog(screen, cycle, state));
  intents.add(draw_closing(screen, cycle, state));
  return intents;
}

}  // namespace fullcircle

#include "ui/screens/cycle_parts.h"

#include <algorithm>
#include <array>

#include "app/commands/cycle_check.h"
#include "ui/screens/goal_parts.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/columns.h"
#include "ui/widgets/form.h"
#include "ui/widgets/list.h"
#include "ui/widgets/section.h"

namespace fullcircle {
namespace {

constexpr float kDateRow = 40, kDateField = 116, kDateGap = 8, kRuleRow = 40, kRuleField = 88, kPhoneRow = 64;

template <class Weight>
void weight_field(ScreenContext& screen, Rect& area, std::string_view name, Weight& weight) {
  auto& ui = screen.ui;
  Rect row = area.cut_top(std::max(kRuleRow, ui.control_height() + 4));
  const Rect field = row.cut_right(kRuleField).middle(ui.control_height());
  ui.text(row, ui::type::body, ui.c.ink2, name);
  std::optional<double> value = weight.weight_percent;
  const ui::NumberOptions options{.minimum = 0, .maximum = 100, .unit = "%"};
  const auto typed = number_field(screen, field, screen.tr("cycle.weight_of", {{"name", name}}), value, options);
  if (typed.changed) weight.weight_percent = value.value_or(0);
  if (typed.wrong) area.skip(ui.paragraph(area, ui::type::caption, ui.c.bad, number_expected(screen, options)) + 4);
}

void rules_title(ScreenContext& screen, Rect& area, std::string_view title, std::string_view how) {
  auto& ui = screen.ui;
  area.skip(12);
  ui.heading(area.cut_top(20), 3, ui::type::control, ui.c.ink, title);
  if (!how.empty()) area.skip(ui.paragraph(area, ui::type::caption, ui.c.ink3, how) + 4);
}

std::string_view part_name(const ScreenContext& screen, const PartWeight& part) { return screen.language.name_of(part.part); }

void rule_line(ScreenContext& screen, Rect& area, std::string_view name, const std::string& value) {
  auto& ui = screen.ui;
  const Rect row = area.cut_top(26);
  ui.text(row, ui::type::body, ui.c.ink2, name);
  ui.text(row, ui::type::body.figures(), ui.c.ink, value, ui::Align::right);
}

/// A name may break between words, not within one.
float widest_word(const ui::Ui& ui, std::string_view name) {
  float widest = 0;
  while (!name.empty()) {
    const std::size_t end = std::min(name.find(' '), name.size());
    widest = std::max(widest, ui.text_width(ui::type::body, name.substr(0, end)));
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return widest;
}

/// On phones: the name over the raters, with what is wrong with them.
ParticipantResult draw_participant_cards(ScreenContext& screen, Rect& area, const std::vector<Id<Person>>& people, bool can_remove,
                                         const std::function<ParticipantLine(Id<Person>)>& line_of) {
  auto& ui = screen.ui;
  ParticipantResult result;
  const ui::Group list(ui, MirrorRole::list, area.with_height(kPhoneRow * static_cast<float>(people.size())), screen.tr("cycle.participants"));
  for (std::size_t i = 0; i < people.size(); ++i) {
    const Rect place = area.cut_top(kPhoneRow);
    ui.reach(place.bottom());
    if (!ui.visible(place)) continue;
    const ParticipantLine line = line_of(people[i]);
    const std::string& name = screen.view.name_of(line.person);
    ui::ListRow row(ui, place, people[i].high, name, {.first = i == 0, .overhang = 8});
    Rect rest = row.rect();
    ui::avatar(ui, rest.cut_left(44), person_number(line.person), name, 32);
    if (can_remove) {
      if (ui::icon_button(ui, rest.cut_right(44).centred(44, 44), Icon::x, screen.tr("cycle.remove_person", {{"name", name}}))) result = {ParticipantAction::remove, line.person};
    } else {
      ui.paint_icon(rest.cut_right(20), Icon::chevron_right, ui.c.ink3);
    }
    rest = rest.middle(42);
    ui.text(rest.cut_top(22), ui::type::row, ui.c.ink, name);
    rest.cut_left(ui.text(rest, ui::type::body, ui.c.ink2, line.raters) + 10);
    if (line.is_warning) {
      ui.paint_icon(rest.cut_left(14), Icon::eye_off, ui.c.warn, 14);
      rest.cut_left(6);
      ui.text(rest, ui::type::caption, ui.c.warn, line.warning);
    }
    if (row.clicked() && result.action == ParticipantAction::none) result = {ParticipantAction::open, line.person};
  }
  return result;
}

}  // namespace

ParticipantResult draw_participants(ScreenContext& screen, Rect& area, const std::vector<Id<Person>>& people, bool can_remove, ui::TableState& table_state,
                                    const std::function<ParticipantLine(Id<Person>)>& line_of) {
  auto& ui = screen.ui;
  if (ui.phone()) return draw_participant_cards(screen, area, people, can_remove, line_of);
  ParticipantResult result;
  const std::array<ui::Column, 3> columns{{{.title = screen.tr("cycle.column_person")},
                                           {.title = screen.tr("cycle.column_groups"), .width = -1.1f},
                                           {.title = {}, .width = can_remove ? 32.0f : 20.0f}}};
  ui::TableOptions options;
  options.last_line = true;
  ui::Table table(ui, area, screen.tr("cycle.participants"), columns, table_state, people.size(), options);
  while (auto row = table.next([&](std::size_t i) { return people[i].high; })) {
    const ParticipantLine line = line_of(people[row->index]);
    const std::string& name = screen.view.name_of(line.person);
    table.person_cell(0, person_number(line.person), name, 28, screen.view.role_of(line.person));
    Rect cell = table.cell(1);
    cell.cut_left(ui.text(cell, ui::type::body, ui.c.ink2, line.raters) + 10);
    if (line.is_warning) {
      ui.paint_icon(cell.cut_left(16), Icon::eye_off, ui.c.warn, 14);
      cell.cut_left(6);
      ui.text(cell, ui::type::caption, ui.c.warn, line.warning);
    }
    const Rect last = table.cell(2);
    if (can_remove) {
      if (ui::icon_button(ui, last.centred(28, 28), Icon::x, screen.tr("cycle.remove_person", {{"name", name}}))) result = {ParticipantAction::remove, line.person};
    } else {
      ui.paint_icon(last, Icon::chevron_right, ui.c.ink3);
    }
    if (row->clicked && result.action == ParticipantAction::none) result = {ParticipantAction::open, line.person};
  }
  return result;
}

std::vector<Id<Person>> draw_participant_picker(ScreenContext& screen, Rect& area, CycleSetupState& state, const std::function<bool(Id<Person>)>& is_taken) {
  auto& ui = screen.ui;
  const PersonChoices& people = state.people.get(screen.view, [&] { return compute_person_choices(screen.view, screen.text); });
  PersonChoices left;
  for (std::size_t i = 0; i < people.ids.size(); ++i) {
    if (is_taken(people.ids[i])) continue;
    left.ids.push_back(people.ids[i]);
    left.choices.push_back(people.choices[i]);
  }
  if (left.ids.empty()) return {};
  const float height = ui.control_height();
  Rect row = area.cut_top(height);
  area.skip(8);
  Rect below;
  if (ui.phone()) below = area.cut_top(height + 8).with_height(height);
  if (ui::button_right(ui, ui.phone() ? below : row, screen.tr("cycle.add_all"), {.icon = Icon::users, .height = height})) return left.ids;
  int chosen = -1;
  const ui::SelectOptions options{.placeholder = screen.tr("cycle.add_person"), .search = screen.tr("action.search"), .nothing_found = screen.tr("palette.empty")};
  if (!ui::person_picker(ui, ui.phone() ? row : row.with_width(std::min(row.width, 320.0f)), screen.tr("cycle.add_person"), left.choices, chosen, options)) return {};
  return {left.at(chosen)};
}

bool draw_dates(ScreenContext& screen, Rect& area, std::vector<CycleStage>& stages) {
  auto& ui = screen.ui;
  // Both dates must be read in full, and the stage as well: where they do not fit on one line it stands above them.
  float names = 0;
  for (const CycleStage& stage : stages) names = std::max(names, widest_word(ui, screen.language.name_of(stage.kind)));
  const bool is_stacked = ui.phone() || names + 2 * (kDateField + kDateGap) > area.width;
  const std::string_view starts = screen.tr("cycle.column_stage_start"), ends = screen.tr("cycle.column_stage_due");
  if (!is_stacked) {
    const ui::Columns heads(area.cut_top(24), {-1, kDateField, kDateField}, kDateGap);
    ui.text(heads[1], ui::type::head, ui.c.ink3, starts);
    ui.text(heads[2], ui::type::head, ui.c.ink3, ends);
  }
  bool is_changed = false, is_wrong = false;
  for (CycleStage& stage : stages) {
    const std::string_view name = screen.language.name_of(stage.kind);
    const std::string start = screen.tr("cycle.start_of", {{"stage", name}}), end = screen.tr("cycle.end_of", {{"stage", name}});
    const float height = ui.control_height();
    Rect first, second;
    if (is_stacked) {
      ui.text(area.cut_top(24), ui::type::body, ui.c.ink2, name);
      const Rect row = area.cut_top(height);
      first = row.column(0, 2, 8);
      second = row.column(1, 2, 8);
      area.skip(12);
    } else {
      const ui::Columns row(area.cut_top(kDateRow), {-1, kDateField, kDateField}, kDateGap);
      ui.paragraph(row[0].middle(ui.paragraph_height(row[0].width, ui::type::body, name, 2)), ui::type::body, ui.c.ink2, name, 2);
      first = row[1].middle(height);
      second = row[2].middle(height);
    }
    const auto began = day_field(screen, first, start, stage.start_day);
    const auto ended = day_field(screen, second, end, stage.due_day, is_backward(stage) ? screen.tr("cycle.date_order") : std::string_view());
    is_changed |= began.changed || ended.changed;
    is_wrong |= began.wrong || ended.wrong;
  }
  if (is_wrong) area.skip(ui.paragraph(area, ui::type::caption, ui.c.bad, date_expected(screen, date_words(screen))) + 4);
  if (std::ranges::any_of(stages, is_backward)) area.skip(ui.paragraph(area, ui::type::caption, ui.c.bad, screen.tr("cycle.date_order")));
  return is_changed;
}

void draw_rule_fields(ScreenContext& screen, Rect& area, RatingRules& rules) {
  auto& ui = screen.ui;
  rules_title(screen, area, screen.tr("cycle.part_weights"), screen.tr("cycle.part_weights_how"));
  for (PartWeight& part : rules.part_weights) weight_field(screen, area, part_name(screen, part), part);
  rules_title(screen, area, screen.tr("cycle.group_weights"), screen.tr("cycle.group_weights_how"));
  for (GroupWeight& group : rules.group_weights)
    if (group.group != RaterGroup::self) weight_field(screen, area, screen.language.name_of(group.group), group);
  rules_title(screen, area, screen.tr("cycle.anonymity"), screen.tr("cycle.anonymity_how"));
  std::optional<double> minimum = rules.anonymity_minimum;
  const ui::NumberOptions options{.most_decimals = 0, .minimum = 3, .maximum = 10};
  const auto typed = number_field(screen, area.cut_top(ui.control_height()).with_width(kRuleField), screen.tr("cycle.anonymity"), minimum, options);
  if (typed.changed && minimum) rules.anonymity_minimum = static_cast<std::int32_t>(*minimum);
  if (typed.wrong) area.skip(ui.paragraph(area, ui::type::caption, ui.c.bad, number_expected(screen, options)) + 4);
}

void draw_rules(ScreenContext& screen, Rect& area, const RatingRules& rules) {
  const auto percent = [&](double weight) { return screen.formats.percent(weight / 100); };
  rules_title(screen, area, screen.tr("cycle.part_weights"), {});
  for (const PartWeight& part : rules.part_weights) rule_line(screen, area, part_name(screen, part), percent(part.weight_percent));
  rules_title(screen, area, screen.tr("cycle.group_weights"), {});
  for (const GroupWeight& group : rules.group_weights)
    if (group.group != RaterGroup::self) rule_line(screen, area, screen.language.name_of(group.group), percent(group.weight_percent));
  area.skip(12);
  rule_line(screen, area, screen.tr("cycle.anonymity"), screen.formats.integer(rules.anonymity_minimum));
}

}  // namespace fullcircle

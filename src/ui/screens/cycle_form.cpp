// The form of a review: which one, its questions, and editing them.
#include <algorithm>
#include <array>

#include "ui/screens/cycle_parts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/form.h"
#include "ui/widgets/menu.h"
#include "ui/widgets/states.h"
#include "ui/widgets/text_field.h"

namespace fullcircle {
namespace {

constexpr float kQuestionRow = 44, kDetailsIndent = 16;
constexpr float kQuietPadding = 12;  ///< of a quiet button, whose icon stands in line with the fields above

int question_count(const ReviewForm& form) {
  int count = 0;
  for (const FormSection& section : form.sections) count += static_cast<int>(section.items.size());
  return count;
}

/// A key no item of the form has or had: answers refer to it for good.
std::string free_key(const ReviewForm& before, const ReviewForm& after) {
  const auto is_taken = [](const ReviewForm& form, const std::string& key) {
    return std::ranges::any_of(form.sections, [&](const FormSection& section) { return std::ranges::contains(section.items, key, &FormItem::key); });
  };
  for (int number = 1;; ++number) {
    std::string key = "question_" + std::to_string(number);
    if (!is_taken(before, key) && !is_taken(after, key)) return key;
  }
}

FormItem new_item(const FormDraft& draft, ItemKind kind) {
  FormItem item;
  item.key = free_key(draft.before, draft.after);
  item.kind = kind;
  item.is_required = kind == ItemKind::rating;
  item.asks_comment = kind == ItemKind::rating;
  return item;
}

/// Which competency a rated question belongs to: its anchors and the criterion of the result come from there.
void choose_competency(ScreenContext& screen, Rect& area, FormItem& item) {
  std::vector<ui::Choice> choices;
  std::vector<Id<Competency>> ids;
  int chosen = -1;
  for (const Competency& competency : screen.view.table<Competency>().alive()) {
    if (competency.id == item.competency) chosen = static_cast<int>(ids.size());
    choices.push_back({competency.name});
    ids.push_back(competency.id);
  }
  const auto label = screen.tr("field.action.competency");
  ui::SelectOptions options;
  options.placeholder = options.none = screen.tr("cycle.question_own_scale");
  if (ui::select(screen.ui, ui::form_row(screen.ui, area, label).with_width(std::min(area.width, 320.0f)), label, choices, chosen, options))
    item.competency = chosen < 0 ? Id<Competency>() : ids[static_cast<std::size_t>(chosen)];
}

std::string joined_lines(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : "\n") + line;
  return text;
}

std::vector<std::string> split_lines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

/// What else a question says about itself, under it while it is open.
void draw_details(ScreenContext& screen, Rect& area, FormItem& item, FormDraft& draft) {
  auto& ui = screen.ui;
  Rect inside = area;
  inside.cut_left(kDetailsIndent);
  inside.skip(4);
  switch (item.kind) {
    case ItemKind::rating:
      choose_competency(screen, inside, item);
      inside.skip(-8);
      ui::checkbox(ui, inside.cut_top(30), screen.tr("cycle.question_comment"), item.asks_comment);
      break;
    case ItemKind::text: {
      const auto label = screen.tr("cycle.question_tone");
      const Rect field = ui::form_row(ui, inside, label);
      enum_field(screen, field.with_width(std::min(field.width, 240.0f)), label, item.tone);
      inside.skip(-8);
      break;
    }
    case ItemKind::choice: {
      const auto label = screen.tr("cycle.question_options");
      const Rect field = ui::form_row_begin(ui, inside, label);
      const auto typed = ui::text_area(ui, field, label, draft.options, {.least_lines = 3});
      ui::form_row_end(ui, inside, typed.height);
      if (typed.changed) item.options = split_lines(draft.options);
      inside.skip(-8);
      break;
    }
  }
  ui::checkbox(ui, inside.cut_top(30), screen.tr("cycle.question_required"), item.is_required);
  inside.skip(10);
  area.skip(inside.y - area.y);
}

enum class PartAction : std::uint8_t { none, details, up, down, remove };

PartAction draw_item(ScreenContext& screen, Rect& area, FormItem& item, int number, bool is_first, bool is_last, FormDraft& draft) {
  auto& ui = screen.ui;
  const ui::IdScope scope(ui, item.key);
  Rect row = area.cut_top(ui.phone() ? 52.0f : kQuestionRow);
  const std::array<ui::MenuItem, 4> items{{{.label = screen.tr("cycle.question_details"), .icon = Icon::settings_2, .checked = draft.opened == item.key},
                                           {.label = screen.tr("action.move_up"), .icon = Icon::arrow_up, .disabled = is_first},
                                           {.label = screen.tr("action.move_down"), .icon = Icon::arrow_down, .disabled = is_last},
                                           {.label = screen.tr("action.remove"), .icon = Icon::trash_2, .separator_before = true, .danger = true}}};
  const std::string actions = screen.tr("cycle.question_actions", {{"number", number}});
  const int chosen = ui::more_menu(ui, row.cut_right(32).middle(32), actions, items);
  row.cut_right(4);
  const std::string_view kind = screen.language.name_of(item.kind);
  if (!ui.phone()) {
    ui.text(row.cut_right(64), ui::type::caption, ui.c.ink3, kind);
    row.cut_right(12);
  }
  const std::string name = std::string(screen.tr("cycle.question")) + " " + screen.formats.integer(number);
  const float height = ui.control_height();
  ui::text_field(ui, row.middle(height), name, item.text, {.key = "text", .placeholder = screen.tr("cycle.question"), .spell_check = true});
  if (draft.opened == item.key) draw_details(screen, area, item, draft);
  return chosen < 0 ? PartAction::none : static_cast<PartAction>(chosen + 1);
}

/// Carries out what was chosen for one of several parts.
template <class Part>
void change_order(std::vector<Part>& parts, std::size_t at, PartAction action) {
  const auto place = parts.begin() + static_cast<std::ptrdiff_t>(at);
  switch (action) {
    case PartAction::up: std::iter_swap(place, place - 1); break;
    case PartAction::down: std::iter_swap(place, place + 1); break;
    case PartAction::remove: parts.erase(place); break;
    case PartAction::none:
    case PartAction::details: break;
  }
}

void draw_items(ScreenContext& screen, Rect& area, FormDraft& draft, FormSection& section, int& number) {
  std::size_t changed = 0;
  PartAction action = PartAction::none;
  for (std::size_t i = 0; i < section.items.size(); ++i) {
    const bool is_last = i + 1 == section.items.size();
    const PartAction wanted = draw_item(screen, area, section.items[i], ++number, i == 0, is_last, draft);
    if (wanted == PartAction::none) continue;
    changed = i;
    action = wanted;
  }
  if (action == PartAction::details) {
    const FormItem& item = section.items[changed];
    draft.opened = draft.opened == item.key ? std::string() : item.key;
    draft.options = joined_lines(item.options);
  }
  change_order(section.items, changed, action);
}

void draw_adders(ScreenContext& screen, Rect& area, FormDraft& draft, FormSection& section) {
  auto& ui = screen.ui;
  struct Adder {
    std::string_view label;
    ItemKind kind;
  };
  const Adder adders[] = {{screen.tr("cycle.add_rated"), ItemKind::rating}, {screen.tr("cycle.add_written"), ItemKind::text}, {screen.tr("cycle.add_choice"), ItemKind::choice}};
  Rect row = area.cut_top(40);
  row.x -= kQuietPadding;
  for (const Adder& adder : adders) {
    if (ui.phone() && &adder != adders) {
      row = area.cut_top(40);
      row.x -= kQuietPadding;
    }
    if (!ui::button_left(ui, row, adder.label, {.kind = ui::ButtonKind::quiet, .icon = Icon::plus})) continue;
    section.items.push_back(new_item(draft, adder.kind));
    draft.opened = section.items.back().key;
    draft.options.clear();
  }
}

PartAction draw_section(ScreenContext& screen, Rect& area, FormDraft& draft, std::size_t index, int& number) {
  auto& ui = screen.ui;
  FormSection& section = draft.after.sections[index];
  const ui::IdScope scope(ui, index);
  const std::array<ui::MenuItem, 3> items{{{.label = screen.tr("action.move_up"), .icon = Icon::arrow_up, .disabled = index == 0},
                                           {.label = screen.tr("action.move_down"), .icon = Icon::arrow_down, .disabled = index + 1 == draft.after.sections.size()},
                                           {.label = screen.tr("cycle.section_remove"), .icon = Icon::trash_2, .separator_before = true, .danger = true}}};
  Rect field = ui::form_row(ui, area, screen.tr("cycle.section"));
  const int chosen = ui::more_menu(ui, field.cut_right(32).middle(32), screen.tr("cycle.section_actions", {{"title", section.title}}), items, "section");
  field.cut_right(4);
  ui::text_field(ui, field, screen.tr("cycle.section"), section.title, {.key = "section-title"});
  area.skip(-8);
  draw_items(screen, area, draft, section, number);
  draw_adders(screen, area, draft, section);
  area.skip(16);
  constexpr PartAction kActions[] = {PartAction::up, PartAction::down, PartAction::remove};
  return chosen < 0 ? PartAction::none : kActions[chosen];
}

void draw_sections(ScreenContext& screen, Rect& area, FormDraft& draft) {
  auto& ui = screen.ui;
  int number = 0;
  std::size_t changed = 0;
  PartAction action = PartAction::none;
  for (std::size_t i = 0; i < draft.after.sections.size(); ++i) {
    const PartAction wanted = draw_section(screen, area, draft, i, number);
    if (wanted == PartAction::none) continue;
    changed = i;
    action = wanted;
  }
  change_order(draft.after.sections, changed, action);
  Rect row = area.cut_top(ui.control_height());
  if (ui::button_left(ui, row, screen.tr("cycle.add_section"), {.icon = Icon::plus, .height = row.height})) draft.after.sections.emplace_back();
  area.skip(8);
}

bool was_exported(const ModelView& view, Id<ReviewForm> form) {
  return std::ranges::any_of(view.table<FeedbackRequest>().alive(), [&](const FeedbackRequest& request) {
    const ReviewCycle* cycle = request.exported_at ? view.find(request.cycle) : nullptr;
    return cycle && cycle->form == form;
  });
}

}  // namespace

void draw_form_choice(ScreenContext& screen, Rect& area, Id<ReviewForm>& form, bool can_choose, CycleSetupState& state) {
  auto& ui = screen.ui;
  const ReviewForm* chosen_form = screen.view.find(form);
  std::vector<ui::Choice> choices;
  std::vector<Id<ReviewForm>> ids;
  int chosen = -1;
  for (const ReviewForm& one : screen.view.table<ReviewForm>().alive()) {
    if (one.id == form) chosen = static_cast<int>(ids.size());
    ids.push_back(one.id);
    choices.push_back({one.name});
  }
  Rect row = area.cut_top(ui.control_height());
  if (chosen_form && ui::button_right(ui, row, screen.tr("cycle.edit_form"), {.icon = Icon::pencil, .height = row.height})) state.form = FormDraft{*chosen_form, *chosen_form, {}, {}};
  if (can_choose && ids.size() > 1) {
    if (ui::select(ui, row, screen.tr("cycle.form"), choices, chosen)) form = ids[static_cast<std::size_t>(chosen)];
  } else {
    ui.text(row, ui::type::row, ui.c.ink, chosen_form ? std::string_view(chosen_form->name) : screen.tr("cycle.form_missing"));
  }
  if (!chosen_form) return;
  const std::string questions = screen.tr("cycle.form_questions", {{"count", question_count(*chosen_form)}});
  ui.text(area.cut_top(22), ui::type::caption, ui.c.ink3,
          screen.tr("cycle.questions_in", {{"questions", questions}, {"sections", static_cast<int>(chosen_form->sections.size())}}));
}

Intents draw_form_editor(ScreenContext& screen, CycleSetupState& state) {
  Intents intents;
  if (!state.form) return intents;
  auto& ui = screen.ui;
  FormDraft& draft = *state.form;
  const std::string title = screen.tr("cycle.edit_form_title", {{"name", draft.before.name}});
  ui::Dialog dialog(screen.ui, "form", {.title = title, .width = 720, .confirm = screen.tr("action.save"), .cancel = screen.tr("action.cancel"), .close = screen.tr("action.close")});
  Rect body = dialog.body();
  if (was_exported(screen.view, draft.before.id)) body.skip(ui::note(screen.ui, body, Icon::triangle_alert, screen.tr("cycle.form_kept"), ui::Tone::warn) + 16);
  body.skip(ui.paragraph(body, ui::type::body, ui.c.ink2, screen.tr("cycle.name_hint")) + 16);
  draw_sections(screen, body, draft);
  switch (dialog.result()) {
    case ui::Dialog::Result::none: break;
    case ui::Dialog::Result::cancelled: state.form.reset(); break;
    case ui::Dialog::Result::confirmed: {
      for (FormSection& section : draft.after.sections) std::erase_if(section.items, [](const FormItem& item) { return item.text.empty(); });
      std::erase_if(draft.after.sections, [](const FormSection& section) { return section.items.empty(); });
      Edit edit("edit.form.change");
      save_form(edit, screen.view, draft.before, draft.after);
      if (!edit.empty()) intents.edits.push_back(std::move(edit));
      state.form.reset();
      break;
    }
  }
  return intents;
}

}  // namespace fullcircle

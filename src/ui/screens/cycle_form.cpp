// The form of a review: which one, its questions, and editing them.
#include <algorithm>
#include <array>

#include "ui/screens/cycle_parts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/form.h"
#include "ui/widgets/states.h"
#include "ui/widgets/text_field.h"

namespace fullcircle {
namespace {

constexpr float kQuestionRow = 44;

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

void draw_item(ScreenContext& screen, Rect& area, FormItem& item, int number, bool& is_removed) {
  auto& ui = screen.ui;
  const ui::IdScope scope(ui, item.key);
  Rect row = area.cut_top(kQuestionRow);
  is_removed = ui::icon_button_right(ui, row, Icon::x, screen.tr("cycle.question_remove", {{"number", number}}));
  const std::string_view kind = screen.language.name_of(item.kind);
  ui.text(row.cut_right(72), ui::type::caption, ui.c.ink3, kind);
  row.cut_right(12);
  const std::string name = std::string(screen.tr("cycle.question")) + " " + screen.formats.integer(number);
  ui::text_field(ui, row.middle(ui::metrics::kControl), name, item.text, {.key = "text", .placeholder = screen.tr("cycle.question"), .spell_check = true});
}

void draw_section(ScreenContext& screen, Rect& area, FormDraft& draft, FormSection& section, std::size_t index, int& number) {
  auto& ui = screen.ui;
  const ui::IdScope scope(ui, index);
  ui::text_field(ui, ui::form_row(ui, area, screen.tr("cycle.section")), screen.tr("cycle.section"), section.title);
  area.skip(-8);
  std::optional<std::size_t> removed;
  for (std::size_t i = 0; i < section.items.size(); ++i) {
    bool is_removed = false;
    draw_item(screen, area, section.items[i], ++number, is_removed);
    if (is_removed) removed = i;
  }
  if (removed) section.items.erase(section.items.begin() + static_cast<std::ptrdiff_t>(*removed));
  Rect row = area.cut_top(40);
  row.x -= 8;
  const auto add = [&](std::string_view label, ItemKind kind) {
    if (ui::button_left(ui, row, label, {.kind = ui::ButtonKind::quiet, .icon = Icon::plus})) section.items.push_back(new_item(draft, kind));
  };
  add(screen.tr("cycle.add_rated"), ItemKind::rating);
  add(screen.tr("cycle.add_written"), ItemKind::text);
  area.skip(16);
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
  Rect row = area.cut_top(ui::metrics::kControl);
  if (chosen_form && ui::button_right(ui, row, screen.tr("cycle.edit_form"), {.icon = Icon::pencil})) state.form = FormDraft{*chosen_form, *chosen_form};
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
  FormDraft& draft = *state.form;
  const std::string title = screen.tr("cycle.edit_form_title", {{"name", draft.before.name}});
  ui::Dialog dialog(screen.ui, "form", {.title = title, .width = 720, .confirm = screen.tr("action.save"), .cancel = screen.tr("action.cancel"), .close = screen.tr("action.close")});
  Rect body = dialog.body();
  if (was_exported(screen.view, draft.before.id)) body.skip(ui::note(screen.ui, body, Icon::triangle_alert, screen.tr("cycle.form_kept"), ui::Tone::warn) + 16);
  int number = 0;
  for (std::size_t i = 0; i < draft.after.sections.size(); ++i) draw_section(screen, body, draft, draft.after.sections[i], i, number);
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

#include "ui/screens/check_in_dialog.h"

#include <array>

#include "ui/widgets/dialog.h"
#include "ui/widgets/form.h"
#include "ui/widgets/rating_scale.h"
#include "ui/widgets/states.h"
#include "ui/widgets/text_field.h"

namespace fullcircle {
namespace {

constexpr int kDaysAhead = 7;  // a check-in planned up to a week ahead is the one that is held now

void draw_words(ScreenContext& screen, Rect& body, const std::string& label, std::string& text, int lines, std::string_view hint = {}) {
  const Rect field = ui::form_row_begin(screen.ui, body, label, {.hint = hint});
  const auto done = ui::text_area(screen.ui, field, label, text, {.field = {.hint = hint, .spell_check = true}, .least_lines = lines});
  ui::form_row_end(screen.ui, body, done.height, {.hint = hint});
}

void draw_wellbeing(ScreenContext& screen, Rect& body, const std::string& name, std::optional<double>& wellbeing) {
  std::array<std::string, 5> figures;
  std::array<ui::RatingStep, 5> steps;
  for (int i = 0; i < 5; ++i) {
    figures[static_cast<std::size_t>(i)] = screen.formats.integer(i + 1);
    steps[static_cast<std::size_t>(i)] = {.value = i + 1, .figure = figures[static_cast<std::size_t>(i)]};
  }
  const std::string label = screen.tr("check_in.wellbeing", {{"name", name}});
  std::optional<int> value = wellbeing ? std::optional(static_cast<int>(*wellbeing)) : std::nullopt;
  if (ui::rating_row(screen.ui, ui::form_row(screen.ui, body, label), label, steps, value)) wellbeing = value ? std::optional<double>(*value) : std::nullopt;
}

}  // namespace

void open_check_in(CheckInDialogState& state, const ScreenContext& screen, Id<Person> person) {
  state = {};
  state.is_open = true;
  for (const CheckIn* planned : screen.view.check_ins_of(person))
    if (!planned->is_held && planned->day <= screen.view.today + kDaysAhead) state.check_in = *planned;
  if (!state.check_in.id) state.check_in.id = Id<CheckIn>(screen.new_id());
  state.check_in.person = person;
  state.check_in.with = screen.view.me;
  state.check_in.day = screen.view.today;
  state.check_in.is_held = true;
}

Intents draw_check_in_dialog(ScreenContext& screen, CheckInDialogState& state) {
  Intents intents;
  if (!state.is_open) return intents;
  const std::string& name = screen.view.name_of(state.check_in.person);
  const std::string title = screen.tr("check_in.title", {{"name", name}});
  ui::Dialog dialog(screen.ui, "check-in", {.title = title, .width = 600, .confirm = screen.tr("check_in.save"), .cancel = screen.tr("action.cancel"),
                                            .close = screen.tr("action.close")});
  Rect body = dialog.body();
  draw_words(screen, body, screen.tr("check_in.person_words", {{"name", name}}), state.check_in.person_words, 3);
  draw_words(screen, body, std::string(screen.tr("check_in.with_words")), state.check_in.with_words, 3);
  draw_words(screen, body, std::string(screen.tr("check_in.next_steps")), state.check_in.next_steps, 2);
  draw_wellbeing(screen, body, name, state.check_in.wellbeing);
  const std::string how = screen.tr("check_in.private_note_how", {{"name", name}});
  draw_words(screen, body, std::string(screen.tr("check_in.private_note")), state.check_in.private_note, 2, how);
  switch (dialog.result()) {
    case ui::Dialog::Result::none: break;
    case ui::Dialog::Result::cancelled: state.is_open = false; break;
    case ui::Dialog::Result::confirmed: {
      Edit edit("edit.check_in.add");
      edit.create(state.check_in);
      intents.edits.push_back(std::move(edit));
      state.is_open = false;
      break;
    }
  }
  return intents;
}

}  // namespace fullcircle

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

bool has_words(const CheckIn& check_in) {
  return !check_in.person_words.empty() || !check_in.with_words.empty() || !check_in.next_steps.empty() || !check_in.private_note.empty();
}

/// The check-in that was planned for these days, or a new one.
void choose_person(CheckInDialogState& state, const ScreenContext& screen, Id<Person> person) {
  state.check_in = CheckIn();
  for (const CheckIn* planned : screen.view.check_ins_of(person))
    if (!planned->is_held && planned->day <= screen.view.today + kDaysAhead) state.check_in = *planned;
  if (!state.check_in.id) state.check_in.id = Id<CheckIn>(screen.new_id());
  state.check_in.person = person;
  state.check_in.with = screen.view.me;
  state.check_in.day = screen.view.today;
  state.check_in.is_held = true;
}

void draw_words(ScreenContext& screen, Rect& body, CheckIn& check_in, const std::string& name) {
  words_row(screen, body, screen.tr("check_in.person_words", {{"name", name}}), check_in.person_words);
  words_row(screen, body, screen.tr("check_in.with_words"), check_in.with_words);
  words_row(screen, body, screen.tr("check_in.next_steps"), check_in.next_steps, {.least_lines = 2});
  draw_wellbeing(screen, body, name, check_in.wellbeing);
  const std::string how = screen.tr("check_in.private_note_how", {{"name", name}});
  words_row(screen, body, screen.tr("check_in.private_note"), check_in.private_note, {.least_lines = 2, .hint = how});
}

}  // namespace

void open_check_in(CheckInDialogState& state, const ScreenContext& screen, Id<Person> person) {
  state.is_open = true;
  state.asks_person = !person;
  // What was written before the dialog was left is still there, for the same person.
  if (!has_words(state.check_in) || (person && state.check_in.person != person)) choose_person(state, screen, person);
}

Intents draw_check_in_dialog(ScreenContext& screen, CheckInDialogState& state) {
  Intents intents;
  if (!state.is_open) return intents;
  const std::string& name = screen.view.name_of(state.check_in.person);
  const std::string title = state.asks_person ? std::string(screen.tr("home.new_check_in")) : screen.tr("check_in.title", {{"name", name}});
  auto options = form_dialog(screen, title, screen.tr("check_in.save"), 600);
  options.confirm_disabled = !state.check_in.person;
  ui::Dialog dialog(screen.ui, "check-in", options);
  Rect body = dialog.body();
  if (state.asks_person) {
    const auto& people = state.people.get(screen.view, [&] { return compute_person_choices(screen.view, screen.text); });
    Id<Person> person = state.check_in.person;
    const auto label = screen.tr("check_in.who");
    if (person_field(screen, ui::form_row(screen.ui, body, label), label, people, person)) {
      if (has_words(state.check_in)) state.check_in.person = person;
      else choose_person(state, screen, person);
    }
  }
  if (state.check_in.person) draw_words(screen, body, state.check_in, screen.view.name_of(state.check_in.person));
  switch (dialog.result()) {
    case ui::Dialog::Result::none: break;
    case ui::Dialog::Result::cancelled: state.is_open = false; break;
    case ui::Dialog::Result::confirmed: {
      Edit edit("edit.check_in.add");
      edit.create(state.check_in);
      intents.edits.push_back(std::move(edit));
      state = CheckInDialogState();
      break;
    }
  }
  return intents;
}

}  // namespace fullcircle

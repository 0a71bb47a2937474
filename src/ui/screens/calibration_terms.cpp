// How a person's numbers in calibration came about: the same dialog as on the page of their result.
#include <algorithm>

#include "ui/screens/calibration_parts.h"
#include "ui/screens/result_parts.h"

namespace fullcircle {
namespace {

std::string_view name_key(ShownNumber number) {
  switch (number) {
    case ShownNumber::uncalibrated: return "result.before_calibration";
    case ShownNumber::calibration: return "terms.calibration";
    default: return "result.overall";
  }
}

}  // namespace

bool open_terms(const CalibrationDrawing& drawing, std::size_t person, ShownNumber number) {
  const CalibrationPerson& opened = drawing.shown.people[person];
  if (!opened.now) return false;
  drawing.state.explained = opened.review->id;
  drawing.state.terms.opened = NumberKey{number, {}, {}};
  drawing.state.terms.turned.clear();
  return true;
}

void terms_button(const CalibrationDrawing& drawing, const Rect& rect, std::size_t person, ShownNumber number, std::string_view shown) {
  const ScreenContext& screen = drawing.screen;
  auto& ui = screen.ui;
  const CalibrationPerson& of = drawing.shown.people[person];
  if (!of.now) return;
  const std::string what = drawing.name_of(person) + ": " + std::string(screen.tr(name_key(number))) + " " + std::string(shown);
  const ui::IdScope scope(ui, of.review->id.high);
  const ui::Behaviour done = ui.behave(ui.make_id(name_key(number)), rect, MirrorRole::button, screen.tr("result.open_terms", {{"number", what}}));
  if (done.hovered || done.pressed) ui.fill(rect, done.pressed ? ui.c.press : ui.c.hover, ui::metrics::kRadiusControl);
  if (done.focus_visible) ui.focus_ring(rect, ui::metrics::kRadiusControl);
  if (done.clicked) open_terms(drawing, person, number);
}

void draw_calibration_terms(const CalibrationDrawing& drawing, Intents& intents) {
  CalibrationState& state = drawing.state;
  if (!state.terms.opened) return;
  const ModelView& view = drawing.screen.view;
  const auto& people = drawing.shown.people;
  const auto found = std::ranges::find(people, state.explained, [](const CalibrationPerson& person) { return person.review->id; });
  if (found == people.end()) {
    state.terms.opened.reset();
    return;
  }
  const std::string name = drawing.name_of(static_cast<std::size_t>(found - people.begin()));
  const ShownResult* shown = &state.terms.result.get(view, found->review->id, [&] { return ShownResult{.page = result_page_of(view, *found->review)}; });
  ShownResult unnamed;
  Person nobody;
  if (state.hides_names) {  // questions speak of the person by name
    nobody.name = name;
    unnamed = *shown;
    unnamed.page.person = &nobody;
    shown = &unnamed;
  }
  const ResultWords words(drawing.screen.language, drawing.screen.formats, shown->page);
  draw_result_terms(ResultDrawing{drawing.screen, *shown, words, state.terms}, intents, name);
}

}  // namespace fullcircle

#include "ui/screens/calibration_parts.h"
#include "ui/screens/screen_parts.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/form.h"
#include "ui/widgets/link.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/states.h"
#include "ui/widgets/text_field.h"

namespace fullcircle {
namespace {

const CalibrationPerson* person_of(const CalibrationView& shown, Id<Review> review) {
  for (const CalibrationPerson& person : shown.people)
    if (person.review->id == review) return &person;
  return nullptr;
}

std::string_view problem_text(const ScreenContext& screen, MoveProblem problem) {
  switch (problem) {
    case MoveProblem::none: return {};
    case MoveProblem::reason_missing: return screen.tr("calibration.reason_missing");
    case MoveProblem::outside_scale: return screen.tr("calibration.outside_scale");
  }
  return {};
}

void overall_row(const CalibrationDrawing& drawing, Rect& body, const CalibrationPerson& person, MoveForm& form) {
  ScreenContext& screen = drawing.screen;
  const RatingRules& rules = drawing.cycle.rules;
  const auto label = screen.tr("calibration.overall");
  if (!person.before) {
    ui::note(screen.ui, body.cut_top(ui::note_height(screen.ui, body.width, screen.tr("calibration.no_rating")) + 16), ui::Icon::info, screen.tr("calibration.no_rating"));
    return;
  }
  const std::string hint = screen.tr("calibration.computed", {{"score", drawing.score_text(person.before)}});
  const bool is_outside = form.problem == MoveProblem::outside_scale;
  const std::string_view problem = is_outside ? problem_text(screen, form.problem) : std::string_view();
  number_row(screen, body, label, form.move.overall, {.field = {.hint = hint, .error = problem}, .most_decimals = rules.places});
  if (is_only_released(screen.view, *person.review)) return;
  const std::string how = screen.tr("terms.title", {{"value", drawing.score_text(person.before)}});
  if (ui::link(screen.ui, body.cut_top(screen.ui.phone() ? ui::metrics::kPhoneTarget : 24), how, {.icon = Icon::list_tree}))
    open_terms(drawing, static_cast<std::size_t>(&person - drawing.shown.people.data()), ShownNumber::uncalibrated);
  body.skip(10);
}

void potential_row(const CalibrationDrawing& drawing, Rect& body, MoveForm& form) {
  ScreenContext& screen = drawing.screen;
  const ui::Segment levels[] = {{screen.tr("calibration.potential_low")}, {screen.tr("calibration.potential_medium")}, {screen.tr("calibration.potential_high")}};
  const auto label = screen.tr("calibration.potential");
  int chosen = form.move.potential ? static_cast<int>(*form.move.potential) : -1;
  if (ui::segmented(screen.ui, ui::form_row(screen.ui, body, label), label, levels, chosen) && chosen >= 0) form.move.potential = static_cast<NineBoxLevel>(chosen);
}

void reason_row(const CalibrationDrawing& drawing, Rect& body, MoveForm& form) {
  ScreenContext& screen = drawing.screen;
  const auto label = screen.tr("calibration.reason");
  const ui::FormRowOptions row{.hint = screen.tr("calibration.reason_how"),
                               .error = form.problem == MoveProblem::reason_missing ? problem_text(screen, form.problem) : std::string_view()};
  const Rect field = ui::form_row_begin(screen.ui, body, label, row);
  const auto typed = ui::text_area(screen.ui, field, label, form.move.reason, {.field = {.error = row.error, .spell_check = true}, .least_lines = 3});
  ui::form_row_end(screen.ui, body, typed.height, row);
}

}  // namespace

void open_move(const CalibrationDrawing& drawing, std::size_t index, std::optional<int> cell) {
  if (drawing.is_closed()) {
    open_terms(drawing, index, ShownNumber::overall);  // what can still be done with it
    return;
  }
  const CalibrationPerson& person = drawing.shown.people[index];
  MoveForm form{.review = person.review->id, .move = {person.now, person.potential, person.review->calibration_reason}};
  if (cell) {
    form.move.potential = cell_potential(*cell);
    if (person.now && person.performance != cell_performance(*cell)) form.move.overall = nearest_score(drawing.cycle.rules, *person.now, cell_performance(*cell));
  }
  drawing.state.form = form;
}

Intents draw_move_dialog(const CalibrationDrawing& drawing) {
  Intents intents;
  if (!drawing.state.form || drawing.state.terms.opened) return intents;  // behind the terms its entries wait
  ScreenContext& screen = drawing.screen;
  MoveForm& form = *drawing.state.form;
  const CalibrationPerson* person = person_of(drawing.shown, form.review);
  if (!person) {
    drawing.state.form.reset();
    return intents;
  }
  const std::string title = screen.tr("calibration.move", {{"name", drawing.name_of(static_cast<std::size_t>(person - drawing.shown.people.data()))}});
  ui::Dialog dialog(screen.ui, "move", {.title = title, .confirm = screen.tr("action.save"), .cancel = screen.tr("action.cancel"), .close = screen.tr("action.close")});
  Rect body = dialog.body();
  overall_row(drawing, body, *person, form);
  potential_row(drawing, body, form);
  reason_row(drawing, body, form);
  if (person->review->released) {
    const auto text = screen.tr("calibration.is_released");
    body.skip(ui::note(screen.ui, body, ui::Icon::info, text));
  }
  switch (dialog.result()) {
    case ui::Dialog::Result::none: break;
    case ui::Dialog::Result::cancelled: drawing.state.form.reset(); break;
    case ui::Dialog::Result::confirmed:
      form.problem = check_move(*person, drawing.cycle.rules, form.move);
      if (form.problem != MoveProblem::none) break;
      intents.edits.push_back(calibrate(*person, drawing.cycle.rules, form.move));
      drawing.state.form.reset();
      break;
  }
  return intents;
}

}  // namespace fullcircle

#include "ui/screens/calibration_screen.h"

#include <algorithm>

#include "app/reports/outgoing.h"
#include "ui/screens/calibration_parts.h"
#include "ui/screens/goal_parts.h"
#include "ui/screens/screen_parts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/menu.h"
#include "ui/widgets/scroll.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/shell.h"
#include "ui/widgets/states.h"

namespace fullcircle {
namespace {

using namespace ui::metrics;

constexpr float kAside = 416, kWithAside = 1000, kPrintNeeds = 300;

void print_calibration(const CalibrationDrawing& drawing, Intents& intents) {
  const ScreenContext& screen = drawing.screen;
  Outgoing page = write_calibration(screen.view, drawing.cycle, drawing.state.hides_names, screen.language, screen.formats);
  intents.tasks.push_back(PrintDocument{std::move(page.bytes), std::move(page.edit)});
}

void draw_print_menu(const CalibrationDrawing& drawing, const Rect& place, Intents& intents) {
  const ScreenContext& screen = drawing.screen;
  const ui::MenuItem items[] = {{screen.tr("action.print"), Icon::printer}};
  if (ui::more_menu(screen.ui, place, screen.tr("action.more"), items) == 0) print_calibration(drawing, intents);
}

void draw_actions(const CalibrationDrawing& drawing, Rect& bar, Intents& intents) {
  ScreenContext& screen = drawing.screen;
  const bool is_closed = drawing.is_closed();
  const ui::ButtonOptions options{.kind = is_closed ? ui::ButtonKind::secondary : ui::ButtonKind::primary, .icon = is_closed ? Icon::lock_open : Icon::lock};
  const std::string_view close = screen.tr(is_closed ? "calibration.open" : "calibration.close"), hide_names = screen.tr("calibration.hide_names");
  const ui::ButtonOptions hide{.kind = ui::ButtonKind::quiet, .icon = Icon::eye_off, .toggled = drawing.state.hides_names, .toggle = true};
  const ui::ButtonOptions print{.kind = ui::ButtonKind::quiet, .icon = Icon::printer};
  // Laid out from the right, drawn from the left: the keyboard follows the order of reading.
  Rect close_place = bar.cut_right(ui::button_width(screen.ui, close, options)), hide_place = bar.cut_right(8 + ui::button_width(screen.ui, hide_names, hide));
  hide_place.cut_right(8);
  const bool is_narrow = bar.width < kPrintNeeds;
  Rect print_place = bar.cut_right(is_narrow ? kControl : ui::button_width(screen.ui, screen.tr("action.print"), print));
  bar.cut_right(8);
  cycle_choice(screen, bar, drawing.cycle, drawing.state.cycle);
  if (is_narrow) draw_print_menu(drawing, print_place.middle(kControl), intents);
  else if (ui::button_right(screen.ui, print_place, screen.tr("action.print"), print)) print_calibration(drawing, intents);
  if (ui::button_right(screen.ui, hide_place, hide_names, hide)) drawing.state.hides_names = !drawing.state.hides_names;
  if (ui::button_right(screen.ui, close_place, close, options))
    intents.edits.push_back(is_closed ? open_calibration(drawing.cycle) : close_calibration(drawing.cycle, screen.view.now));
}

void draw_view_choice(const CalibrationDrawing& drawing, Rect& area) {
  ScreenContext& screen = drawing.screen;
  Rect row = area.cut_top(kControl);
  const int people = static_cast<int>(drawing.shown.people.size()), moved = static_cast<int>(drawing.shown.moves.size());
  const std::string count = screen.tr("calibration.count", {{"people", screen.tr("people.count", {{"count", people}})}, {"moved", moved}});
  screen.ui.text(row.cut_right(screen.ui.text_width(ui::type::body, count) + 2), ui::type::body, screen.ui.c.ink2, count, ui::Align::right);
  const ui::Segment views[] = {{screen.tr("calibration.nine_box")}, {screen.tr("calibration.table")}};
  int chosen = drawing.state.as_table ? 1 : 0;
  if (ui::segmented(screen.ui, row, screen.tr("calibration.view"), views, chosen)) drawing.state.as_table = chosen == 1;
  area.skip(16);
}

void draw_people(const CalibrationDrawing& drawing, Rect& area) {
  draw_view_choice(drawing, area);
  if (drawing.is_closed()) {
    const auto& formats = drawing.screen.formats;
    const std::string text = drawing.screen.tr("calibration.is_closed", {{"date", formats.short_date(formats.day_of(*drawing.cycle.calibration_closed_at))}});
    area.skip(ui::note(drawing.screen.ui, area, Icon::lock, text) + 16);
  }
  const bool fits_boxes = drawing.shown.people.size() <= kMostInNineBox;
  if (!fits_boxes) area.skip(ui::note(drawing.screen.ui, area, Icon::info, drawing.screen.tr("calibration.too_many")) + 16);
  drawing.state.as_table || !fits_boxes ? draw_calibration_table(drawing, area) : draw_nine_box(drawing, area);
}

/// Boxes at the left and what they add up to at the right; one under the other where there is no room.
Intents draw_parts(const CalibrationDrawing& drawing, Rect area) {
  auto& ui = drawing.screen.ui;
  Intents intents;
  if (area.width < kWithAside) {
    ui::ScrollArea scroll(ui, area, "calibration");
    Rect content = ui.phone() ? scroll.content().inset(kPhonePadding, 8) : scroll.content().inset(kContentPadding, kContentTop);
    draw_people(drawing, content);
    content.skip(24);
    return draw_calibration_aside(drawing, content);
  }
  const Rect panel = ui::detail_panel(ui, area, kAside);
  {
    ui::ScrollArea scroll(ui, area, "calibration");
    Rect content = scroll.content().inset(kContentPadding, kContentTop);
    draw_people(drawing, content);
  }
  ui::ScrollArea scroll(ui, panel, "calibration-aside");
  Rect content = scroll.content().inset(32, kContentTop);
  intents.add(draw_calibration_aside(drawing, content));
  return intents;
}

void draw_empty(ScreenContext& screen, Rect area, bool has_cycle, Intents& intents) {
  const Rect place = area.inset(screen.ui.phone() ? kPhonePadding : kContentPadding, kContentTop);
  if (has_cycle) {
    ui::empty_state(screen.ui, place, screen.tr("calibration.not_yours"), {.text = screen.tr("calibration.not_yours_how")});
    return;
  }
  const ui::EmptyOptions options{.text = screen.tr("calibration.no_cycle_how"), .action = screen.tr("home.cycle_open")};
  if (ui::empty_state(screen.ui, place, screen.tr("calibration.no_cycle"), options)) intents.go = Route{Page::cycle, {}, {}};
}

}  // namespace

std::uint64_t CalibrationDrawing::tint_of(std::size_t person) const { return state.hides_names ? 0 : person_number(shown.people[person].person->id); }

std::string_view CalibrationDrawing::level_text(std::optional<NineBoxLevel> level) const {
  if (!level) return screen.tr("common.empty_cell");
  switch (*level) {
    case NineBoxLevel::low: return screen.tr("calibration.potential_low");
    case NineBoxLevel::medium: return screen.tr("calibration.potential_medium");
    case NineBoxLevel::high: return screen.tr("calibration.potential_high");
  }
  return {};
}

Intents draw_calibration(ScreenContext& screen, Rect area, CalibrationState& state) {
  Intents intents;
  auto& ui = screen.ui;
  const ReviewCycle* cycle = screen.view.find(state.cycle);
  if (!cycle) cycle = screen.view.current_cycle();
  bool went_back = false;
  Rect bar = ui.phone() ? ui::phone_header(ui, area, screen.tr("calibration.title"), screen.tr("nav.more"), went_back)
                        : ui::top_bar(ui, area, screen.tr("calibration.title"));
  if (went_back) intents.go = Route{Page::home, {}, {}};
  const CalibrationView* shown = cycle ? &state.view.get(screen.view, cycle->id, [&] { return compute_calibration(screen.view, *cycle); }) : nullptr;
  if (!shown || shown->people.empty()) {
    draw_empty(screen, area, cycle != nullptr, intents);
    return intents;
  }
  const CalibrationDrawing drawing{screen, *cycle, *shown, state};
  if (ui.phone()) {
    draw_print_menu(drawing, bar.cut_right(kPhoneTarget), intents);
  } else {
    draw_actions(drawing, bar, intents);
  }
  intents.add(draw_parts(drawing, area));
  intents.add(draw_move_dialog(drawing));
  draw_calibration_terms(drawing, intents);
  draw_calibration_figures(drawing, intents);
  return intents;
}

}  // namespace fullcircle

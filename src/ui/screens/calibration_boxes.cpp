#include <algorithm>
#include <array>

#include "ui/screens/calibration_parts.h"
#include "ui/screens/goal_parts.h"
#include "ui/widgets/charts/nine_box.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/list.h"

namespace fullcircle {
namespace {

using namespace ui::metrics;

constexpr float kBoxes = 680, kBoxesPhone = 560;

void draw_reason(const CalibrationDrawing& drawing, const Rect& place, const CalibrationPerson& person) {
  drawing.screen.ui.text(place, ui::type::body, drawing.screen.ui.c.ink2, person.review->calibration_reason);
}

void draw_score(const CalibrationDrawing& drawing, const Rect& cell, std::size_t index, ShownNumber number) {
  auto& ui = drawing.screen.ui;
  const CalibrationPerson& person = drawing.shown.people[index];
  const bool is_now = number == ShownNumber::overall;
  const std::string text = drawing.score_text(is_now ? person.now : person.before);
  terms_button(drawing, cell.middle(30).grow(6, 0), index, number, text);
  ui.text(cell, ui::type::body.figures(), !is_now ? ui.c.ink2 : person.review->calibration_points ? ui.c.accent : ui.c.ink, text, ui::Align::right);
}

/// On phones every person is a row: there is no room for nine boxes of chips and a table.
void draw_rows(const CalibrationDrawing& drawing, Rect& area) {
  auto& ui = drawing.screen.ui;
  const ui::Group list(ui, MirrorRole::list, area.with_height(kRowTask * static_cast<float>(drawing.shown.people.size())), drawing.screen.tr("calibration.title"));
  for (std::size_t i = 0; i < drawing.shown.people.size(); ++i) {
    const Rect place = area.cut_top(kRowTask);
    ui.reach(place.bottom());
    if (!ui.visible(place)) continue;
    const CalibrationPerson& person = drawing.shown.people[i];
    ui::ListRow row(ui, place, person.review->id.high, drawing.name_of(i), {.first = i == 0});
    Rect rest = row.rect();
    if (person.is_moved()) ui::chip_right(ui, rest, drawing.screen.tr("calibration.moved"), ui::Tone::accent, {}, 8);
    const Rect score = rest.cut_right(56);
    terms_button(drawing, score.grow(4, -4), i, ShownNumber::overall, drawing.score_text(person.now));
    ui.text(score, ui::type::row.figures(), ui.c.ink, drawing.score_text(person.now), ui::Align::right);
    ui::two_lines(ui, rest, drawing.name_of(i), std::string(drawing.screen.tr("calibration.potential")) + ": " + std::string(drawing.level_text(person.potential)));
    if (row.clicked()) open_move(drawing, i);
  }
}

}  // namespace

void draw_nine_box(const CalibrationDrawing& drawing, Rect& area) {
  const NineBoxFigure figure = drawing.words().nine_box(drawing.shown, drawing.names());
  ui::NineBoxWords words{.row_axis = figure.row_axis, .column_axis = figure.column_axis, .counts = figure.counts};
  std::ranges::copy(figure.cells, words.cells.begin());
  std::ranges::copy(figure.rows, words.rows.begin());
  std::ranges::copy(figure.columns, words.columns.begin());
  std::vector<ui::NineBoxPerson> people;
  for (const NineBoxChip& chip : figure.people)
    people.push_back({.person = drawing.tint_of(chip.person), .name = chip.name, .cell = chip.cell, .moved_from = chip.moved_from});
  const ui::ChartData data{figure.caption, figure.table};
  const float height = std::max(drawing.screen.ui.phone() ? kBoxesPhone : kBoxes, ui::nine_box_height(area.width, people));
  const auto done = ui::nine_box(drawing.screen.ui, area.cut_top(height), drawing.screen.tr("calibration.nine_box"), people, words, data);
  figures_link(drawing, area);
  if (done.clicked >= 0) open_move(drawing, figure.people[static_cast<std::size_t>(done.clicked)].person);
  if (done.dragged >= 0) open_move(drawing, figure.people[static_cast<std::size_t>(done.dragged)].person, done.to_cell);
}

void draw_calibration_table(const CalibrationDrawing& drawing, Rect& area) {
  const ScreenContext& screen = drawing.screen;
  if (screen.ui.phone()) return draw_rows(drawing, area);
  const std::array<ui::Column, 7> columns{{{.title = screen.tr("calibration.column_person"), .width = -2},
                                           {.title = screen.tr("calibration.column_unit"), .width = -1.4f},
                                           {.title = screen.tr("calibration.column_before"), .width = 64, .align = ui::Align::right},
                                           {.title = screen.tr("calibration.column_now"), .width = 64, .align = ui::Align::right},
                                           {.title = screen.tr("calibration.column_label"), .width = -1},
                                           {.title = screen.tr("calibration.potential"), .width = 84},
                                           {.title = screen.tr("calibration.column_reason"), .width = -3}}};
  ui::Table table(screen.ui, area, screen.tr("calibration.title"), columns, drawing.state.table, drawing.shown.people.size(), {.last_line = true});
  while (const auto row = table.next([&](std::size_t i) { return drawing.shown.people[i].review->id.high; })) {
    const CalibrationPerson& person = drawing.shown.people[row->index];
    const Unit* unit = screen.view.find(person.unit);
    table.person_cell(0, drawing.tint_of(row->index), drawing.name_of(row->index), 28);
    table.text_cell(1, unit ? std::string_view(unit->name) : std::string_view());
    draw_score(drawing, table.cell(2), row->index, ShownNumber::uncalibrated);
    draw_score(drawing, table.cell(3), row->index, ShownNumber::overall);
    table.text_cell(4, drawing.label_of(person.band));
    table.text_cell(5, drawing.level_text(person.potential));
    draw_reason(drawing, table.cell(6), person);
    if (row->clicked) open_move(drawing, row->index);
  }
}

}  // namespace fullcircle

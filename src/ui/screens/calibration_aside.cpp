#include <algorithm>

#include "ui/screens/calibration_parts.h"
#include "ui/screens/goal_parts.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/charts/histogram.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/list.h"
#include "ui/widgets/section.h"

namespace fullcircle {
namespace {

constexpr float kHistogram = 108, kGap = 24, kUnitHeight = 14, kGuideRow = 28;

void draw_histogram(const ScreenContext& screen, const Rect& place, const HistogramFigure& figure) {
  std::vector<ui::HistogramBar> bars;
  for (const HistogramColumn& column : figure.columns) {
    ui::HistogramBar bar{.label = column.label, .value = static_cast<float>(column.value)};
    if (column.mark && *column.mark != column.value) bar.before = static_cast<float>(*column.mark);
    bars.push_back(bar);
  }
  const auto most = static_cast<float>(figure.maximum);
  const ui::ChartData data{figure.caption, figure.table};
  ui::histogram(screen.ui, place, bars, data, {.maximum = most, .unit_height = std::min(kUnitHeight, (place.height - 24) / std::max(1.0f, most))});
}

void draw_unit(const CalibrationDrawing& drawing, Rect place, std::size_t index, const std::string& name, const HistogramFigure& figure) {
  auto& ui = drawing.screen.ui;
  ui.text(place.cut_top(20), ui::type::body.medium(), ui.c.ink, name);
  const ui::IdScope scope(ui, drawing.shown.units[index].unit.high);
  draw_histogram(drawing.screen, place, figure);
}

void draw_units(const CalibrationDrawing& drawing, Rect& area) {
  auto& ui = drawing.screen.ui;
  ui.heading(area.cut_top(28), 2, ui::type::section, ui.c.ink, drawing.screen.tr("calibration.by_unit"));
  area.skip(8);
  if (drawing.shown.units.empty()) {
    ui.text(area.cut_top(24), ui::type::body, ui.c.ink2, drawing.screen.tr("calibration.no_ratings"));
    area.skip(kGap);
    return;
  }
  const std::vector<std::string> names = drawing.unit_names();
  const std::vector<HistogramFigure> figures = drawing.words().unit_figures(drawing.shown, names);
  for (std::size_t i = 0; i < figures.size(); i += 2) {
    const Rect row = area.cut_top(kHistogram);
    for (std::size_t j = i; j < std::min(i + 2, figures.size()); ++j) draw_unit(drawing, row.column(j - i, 2, kGap), j, names[j], figures[j]);
    area.skip(10);
  }
  const ui::LegendEntry entries[] = {{drawing.screen.tr("calibration.legend_now"), ui.c.accent_fill, ui::LegendMark::square},
                                     {drawing.screen.tr("calibration.legend_before"), ui.c.ink, ui::LegendMark::dash}};
  ui::legend(ui, area.cut_top(20), entries);
  area.skip(20);
}

/// The guide is something to talk about: how far apart, in words, and nothing is forced.
void draw_guide(const CalibrationDrawing& drawing, Rect& area) {
  const ScreenContext& screen = drawing.screen;
  const HistogramFigure figure = drawing.words().guide_figure(drawing.shown);
  if (figure.columns.empty()) return;
  screen.ui.heading(area.cut_top(28), 3, ui::type::group, screen.ui.c.ink, screen.tr("calibration.guide"));
  area.skip(screen.ui.paragraph(area, ui::type::body, screen.ui.c.ink2, figure.caption) + 8);
  draw_histogram(screen, area.cut_top(kHistogram), figure);
  area.skip(8);
  const ui::LegendEntry entries[] = {{screen.tr("calibration.legend_now"), screen.ui.c.accent_fill, ui::LegendMark::square},
                                     {screen.tr("plan.guide"), screen.ui.c.ink, ui::LegendMark::dash}};
  ui::legend(screen.ui, area.cut_top(20), entries);
  area.skip(8);
  for (std::size_t band = 1; band < figure.table.size(); ++band) {
    Rect row = area.cut_top(kGuideRow);
    const auto& cells = figure.table[band];
    screen.ui.text(row.cut_right(150), ui::type::body.figures(), screen.ui.c.ink2, screen.tr("calibration.guide_row", {{"now", cells[1]}, {"guide", cells[2]}}), ui::Align::right);
    screen.ui.text(row, ui::type::body, screen.ui.c.ink, cells[0]);
  }
  figures_link(drawing, area);
  area.skip(16);
}

ui::Tone tone_of(double points) { return points > 0 ? ui::Tone::good : ui::Tone::warn; }

/// "3.4 → 3.8" and the shift, cut from the right end of `row`; each opens into its terms.
void draw_scores(const CalibrationDrawing& drawing, Rect& row, std::size_t index, double points) {
  auto& ui = drawing.screen.ui;
  const CalibrationPerson& person = drawing.shown.people[index];
  constexpr float kReach = 4, kArrow = 26, kHeight = 28;
  const std::string before = drawing.score_text(person.before), now = drawing.score_text(person.now);
  const std::string shift = drawing.screen.formats.difference(points, drawing.cycle.rules.places);
  const ui::TextStyle style = ui::type::body.figures(), strong = ui::type::row.figures();
  const Rect chip = row.cut_right(ui::chip_width(ui, shift));
  row.cut_right(10);
  const Rect after = row.cut_right(ui.text_width(strong, now) + 1), arrow = row.cut_right(kArrow), first = row.cut_right(ui.text_width(style, before) + 1);
  row.cut_right(8);
  const auto button = [&](const Rect& place, ShownNumber number, std::string_view text) { terms_button(drawing, place.middle(kHeight).grow(kReach, 0), index, number, text); };
  button(first, ShownNumber::uncalibrated, before);
  ui.text(first, style, ui.c.ink2, before, ui::Align::right);
  ui.paint_icon(arrow, Icon::arrow_right, ui.c.ink3, 14);
  button(after, ShownNumber::overall, now);
  ui.text(after, strong, ui.c.ink, now, ui::Align::right);
  button(chip, ShownNumber::calibration, shift);
  ui::chip(ui, chip, shift, tone_of(points));
}

void draw_move(const CalibrationDrawing& drawing, Rect& area, std::size_t index, bool is_first) {
  auto& ui = drawing.screen.ui;
  const CalibrationPerson& person = drawing.shown.people[index];
  const float reason = ui.paragraph_height(area.width - 38, ui::type::body, person.review->calibration_reason);
  ui::ListRow row(ui, area.cut_top(40 + reason + 12), person.review->id.high, drawing.name_of(index), {.clickable = !drawing.is_closed(), .first = is_first});
  Rect rest = row.rect();
  Rect head = rest.cut_top(44);
  ui::avatar(ui, head.cut_left(38), drawing.tint_of(index), drawing.name_of(index), 28);
  if (const auto points = person.review->calibration_points) {
    draw_scores(drawing, head, index, *points);
  } else {
    const std::string levels = std::string(drawing.level_text(person.potential_before)) + " → " + std::string(drawing.level_text(person.potential));
    ui.text(head.cut_right(ui.text_width(ui::type::body, levels) + 8), ui::type::body, ui.c.ink, levels, ui::Align::right);
  }
  ui.text(head, ui::type::row, ui.c.ink, drawing.name_of(index));
  rest.cut_left(38);
  ui.paragraph(rest, ui::type::body, ui.c.ink2, person.review->calibration_reason);
  if (row.clicked()) open_move(drawing, index);
}

void draw_moves(const CalibrationDrawing& drawing, Rect& area, Intents& intents) {
  const ScreenContext& screen = drawing.screen;
  const auto& shown = drawing.shown;
  const std::string count = screen.formats.integer(static_cast<int>(shown.moves.size()));
  std::string means;
  if (shown.mean_before && shown.mean_now)
    means = screen.tr("calibration.means", {{"before", drawing.score_text(shown.mean_before)},
                                            {"now", drawing.score_text(shown.mean_now)}});
  if (ui::section_head(screen.ui, area.cut_top(ui::kSectionHead), screen.tr("calibration.moves"), {.count = count, .action = means, .style = ui::type::section}))
    drawing.state.explains = true;
  if (shown.moves.empty()) {
    area.skip(8);
    area.skip(screen.ui.paragraph(area, ui::type::body, screen.ui.c.ink2, screen.tr(drawing.is_closed() ? "calibration.no_moves_closed" : "calibration.no_moves")) + 16);
    return;
  }
  {
    const ui::Group list(screen.ui, MirrorRole::list, area.with_height(1), screen.tr("calibration.moves"));
    for (std::size_t i = 0; i < shown.moves.size(); ++i) draw_move(drawing, area, shown.moves[i], i == 0);
  }
  area.skip(12);
  Rect foot = area.cut_top(ui::metrics::kControl);
  if (screen.app.undo_label == kCalibrateLabel && ui::button_left(screen.ui, foot, screen.tr("calibration.undo"), {.icon = Icon::undo_2})) intents.tasks.push_back(Undo{});
  area.skip(kGap);
}

/// Who is not in the nine-box yet, and what is missing.
void draw_unplaced(const CalibrationDrawing& drawing, Rect& area) {
  auto& ui = drawing.screen.ui;
  std::vector<std::size_t> unplaced;
  for (std::size_t i = 0; i < drawing.shown.people.size(); ++i)
    if (!drawing.shown.people[i].is_placed()) unplaced.push_back(i);
  if (unplaced.empty()) return;
  const std::string count = drawing.screen.formats.integer(static_cast<int>(unplaced.size()));
  ui::section_head(ui, area.cut_top(ui::kSectionHead), drawing.screen.tr("calibration.unplaced"), {.count = count, .style = ui::type::section});
  const ui::Group list(ui, MirrorRole::list, area.with_height(44 * static_cast<float>(unplaced.size())), drawing.screen.tr("calibration.unplaced"));
  for (std::size_t i = 0; i < unplaced.size(); ++i) {
    const CalibrationPerson& person = drawing.shown.people[unplaced[i]];
    ui::ListRow row(ui, area.cut_top(44), person.review->id.high, drawing.name_of(unplaced[i]), {.clickable = !drawing.is_closed() || person.now, .first = i == 0});
    Rect rest = row.rect();
    ui::avatar(ui, rest.cut_left(38), drawing.tint_of(unplaced[i]), drawing.name_of(unplaced[i]), 28);
    const auto missing = drawing.words().missing(person);
    ui.text(rest.cut_right(ui.text_width(ui::type::body, missing) + 2), ui::type::body, ui.c.ink2, missing, ui::Align::right);
    ui.text(rest, ui::type::row, ui.c.ink, drawing.name_of(unplaced[i]));
    if (row.clicked()) open_move(drawing, unplaced[i]);
  }
}

}  // namespace

Intents draw_calibration_aside(const CalibrationDrawing& drawing, Rect& area) {
  Intents intents;
  draw_units(drawing, area);
  draw_guide(drawing, area);
  draw_moves(drawing, area, intents);
  draw_unplaced(drawing, area);
  return intents;
}

}  // namespace fullcircle

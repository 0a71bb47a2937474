// Agreement of raters by competency and department, and change after development actions.
#include <algorithm>

#include "ui/screens/insights_parts.h"
#include "ui/widgets/charts/heat_grid.h"
#include "ui/widgets/charts/interval_dots.h"
#include "ui/widgets/scroll.h"
#include "ui/widgets/segmented.h"

namespace fullcircle {
namespace {

constexpr float kColumn = 86, kPhoneColumn = 78, kLabel = 150, kPhoneLabel = 124, kGridHead = 32, kGridRow = 36;
constexpr std::size_t kMostColumns = 8;

std::string opening(const InsightsDrawing& drawing, std::string_view name, std::string_view value) {
  return drawing.screen.tr("result.open_terms", {{"number", drawing.screen.tr("result.terms_title", {{"number", name}, {"value", value}})}});
}

/// Out: the number of columns that had room.
std::size_t draw_grid(const InsightsDrawing& drawing, Rect rect, const HeatFigure& figure, float label_width) {
  const std::size_t width = figure.columns.size();
  std::vector<std::string> spoken;
  for (std::size_t i = 0; i < figure.cells.size(); ++i) {
    const bool opens = drawing.board.agreement.cell(i / width, figure.sources[i % width]).rwg.has_value();
    spoken.push_back(opens ? opening(drawing, figure.rows[i / width] + " · " + figure.columns[i % width], figure.cells[i].text) : std::string());
  }
  std::vector<ui::HeatCell> cells;
  for (std::size_t i = 0; i < figure.cells.size(); ++i) cells.push_back({figure.cells[i].text, static_cast<ui::HeatLevel>(figure.cells[i].level), spoken[i]});
  const std::vector<std::string_view> heads(figure.columns.begin(), figure.columns.end()), labels(figure.rows.begin(), figure.rows.end());
  auto data = chart_data(drawing, InsightPart::agreement);
  data.caption = figure.caption;
  if (const auto cell = ui::heat_grid(drawing.screen.ui, rect, data, heads, labels, cells, label_width))
    drawing.state.opened = InsightNumber(InsightPart::agreement, static_cast<int>(*cell / width), static_cast<int>(figure.sources[*cell % width]));
  return width;
}

void draw_changes(const InsightsDrawing& drawing, Rect& area, const IntervalFigure& figure, InsightPart part) {
  std::vector<std::string> spoken;
  for (const IntervalLine& line : figure.lines) spoken.push_back(opening(drawing, line.label, line.shown));
  std::vector<ui::IntervalRow> rows;
  for (std::size_t i = 0; i < spoken.size(); ++i) {
    const IntervalLine& line = figure.lines[i];
    rows.push_back({line.label, line.caption, static_cast<float>(line.value), static_cast<float>(line.low), static_cast<float>(line.high), line.shown, spoken[i]});
  }
  std::vector<std::pair<float, std::string_view>> ticks;
  for (const FigureTick& tick : figure.ticks) ticks.emplace_back(static_cast<float>(tick.at), tick.label);
  const ui::ChartData data{figure.caption, figure.table};
  const ui::IntervalOptions options{.minimum = static_cast<float>(figure.low), .maximum = static_cast<float>(figure.high), .ticks = ticks, .label_width = 190};
  if (const auto row = ui::interval_dots(drawing.screen.ui, area, rows, data, options)) drawing.state.opened = InsightNumber(part, static_cast<int>(*row));
}

}  // namespace

void draw_insight_agreement(const InsightsDrawing& drawing, Rect& area) {
  auto& ui = drawing.screen.ui;
  const ui::IdScope scope(ui, "agreement");
  insight_section_head(drawing, area, InsightPart::agreement);
  area.skip(8);
  const AgreementGrid& grid = drawing.board.agreement;
  if (grid.criteria.empty()) return;
  const float label_width = ui.phone() ? kPhoneLabel : kLabel;
  const float height = kGridHead + kGridRow * static_cast<float>(grid.criteria.size());
  if (ui.phone()) {
    const HeatFigure figure = drawing.words.agreement_figure(kMostColumns);
    const float width = label_width + kPhoneColumn * static_cast<float>(figure.columns.size());
    const Rect place = area.cut_top(height);
    const ui::ScrollArea scroll(ui, place, "grid", drawing.words.title(InsightPart::agreement), {.end_padding = 0, .horizontal = true, .content_width = width, .takes_focus = width > place.width});
    const Rect content = scroll.content();
    draw_grid(drawing, {content.x, content.y, std::max(width, place.width), height}, figure, label_width);
  } else {
    const auto fit = static_cast<std::size_t>(std::max(1.0f, (area.width - label_width) / kColumn));
    const std::size_t drawn = draw_grid(drawing, area.cut_top(height), drawing.words.agreement_figure(fit), label_width);
    if (drawn < grid.departments.size())
      insight_note(drawing, area, Icon::table, drawing.screen.tr("insights.more_in_table", {{"count", static_cast<int>(grid.departments.size() - drawn)}}));
  }
}

void draw_insight_actions(const InsightsDrawing& drawing, Rect& area) {
  auto& ui = drawing.screen.ui;
  const ui::IdScope scope(ui, "actions");
  ChangesShown& shown = drawing.state.changes;
  const InsightPart part = shown == ChangesShown::compared ? InsightPart::comparison : InsightPart::actions;
  insight_section_head(drawing, area, part);
  area.skip(8);
  const ui::Segment segments[] = {{drawing.screen.tr("plan.before_and_after")}, {drawing.screen.tr("insights.compared")}};
  int chosen = static_cast<int>(shown);
  ui::segmented(ui, area.cut_top(ui.phone() ? ui::metrics::kControlPhone : ui::metrics::kControlSmall), drawing.screen.tr("insights.actions_title"), segments, chosen);
  area.skip(10);
  if (const IntervalFigure figure = drawing.words.change_figure(shown); figure.lines.empty())
    area.skip(ui.paragraph(area, ui::type::body, ui.c.ink3, drawing.screen.tr(part == InsightPart::actions ? "insights.actions_none" : "insights.compared_none")));
  else
    draw_changes(drawing, area, figure, part);
  insight_note(drawing, area, Icon::circle_alert, drawing.words.regression_warning(shown));
  insight_note(drawing, area, Icon::shield_check, drawing.words.hidden(part));
  shown = static_cast<ChangesShown>(chosen);  // drawn with from the next frame on
}

}  // namespace fullcircle

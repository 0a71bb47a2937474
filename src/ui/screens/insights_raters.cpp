// Agreement of raters by competency and department, and change after development actions.
#include <algorithm>
#include <cmath>
#include <span>

#include "model/sorting.h"
#include "ui/screens/insights_parts.h"
#include "ui/widgets/charts/heat_grid.h"
#include "ui/widgets/charts/interval_dots.h"
#include "ui/widgets/scroll.h"
#include "ui/widgets/segmented.h"

namespace fullcircle {
namespace {

constexpr float kColumn = 86, kPhoneColumn = 78, kLabel = 150, kPhoneLabel = 124, kGridHead = 32, kGridRow = 36;
constexpr std::size_t kMostColumns = 8;
/// Where the fills change. They guide the eye inside the grid; the words High, Medium and Low have their own edges.
constexpr double kWeakBelow = 0.65, kStrongFrom = 0.80;

ui::HeatLevel level_of(const AgreementCell& cell) {
  if (!cell.rwg) return cell.is_hidden ? ui::HeatLevel::hidden : ui::HeatLevel::middle;
  if (*cell.rwg < kWeakBelow) return ui::HeatLevel::weak;
  return *cell.rwg >= kStrongFrom ? ui::HeatLevel::strong : ui::HeatLevel::middle;
}

/// The columns that fit: those of the largest departments, in their order.
std::vector<std::size_t> drawn_columns(const InsightsDrawing& drawing, std::size_t most) {
  const AgreementGrid& grid = drawing.board.agreement;
  std::vector<std::size_t> columns;
  for (std::size_t i = 0; i < grid.departments.size(); ++i) columns.push_back(i);
  if (columns.size() <= most) return columns;
  sort_stably(columns, std::greater<>(),
              [&](std::size_t i) { return drawing.board.departments.all[static_cast<std::size_t>(grid.departments[i])].people; });
  columns.resize(most);
  sort_stably(columns);
  return columns;
}

void draw_grid(const InsightsDrawing& drawing, const Rect& rect, const std::vector<std::size_t>& columns, float label_width) {
  const AgreementGrid& grid = drawing.board.agreement;
  std::vector<std::string> heads, labels, texts;
  for (const std::size_t c : columns) heads.push_back(drawing.words.department(grid.departments[c]));
  for (std::size_t r = 0; r < grid.criteria.size(); ++r) {
    labels.push_back(drawing.words.criterion(grid.criteria[r]));
    for (const std::size_t c : columns) {
      const AgreementCell& cell = grid.cell(r, c);
      texts.push_back(cell.rwg ? drawing.screen.formats.number(*cell.rwg, 2)
                               : std::string(drawing.screen.tr(cell.is_hidden ? "insights.hidden" : "common.empty_cell")));
    }
  }
  std::vector<ui::HeatCell> cells;
  for (std::size_t r = 0; r < grid.criteria.size(); ++r)
    for (std::size_t c = 0; c < columns.size(); ++c) cells.push_back({texts[r * columns.size() + c], level_of(grid.cell(r, columns[c]))});
  const std::vector<std::string_view> head_views(heads.begin(), heads.end()), label_views(labels.begin(), labels.end());
  auto data = chart_data(drawing, InsightPart::agreement);
  const std::string caption = drawing.words.title(InsightPart::agreement) + ". " + drawing.words.finding(InsightPart::agreement);
  data.caption = caption;
  ui::heat_grid(drawing.screen.ui, rect, data, head_views, label_views, cells, label_width);
}

/// A round step that gives three to six ticks.
float tick_step(float width) {
  for (const float step : {0.1f, 0.2f, 0.5f, 1.0f, 2.0f})
    if (width / step <= 6) return step;
  return 5;
}

struct ShownChange {
  double value;
  rating::Interval interval;
};
ShownChange shown_change(const ActionChange& change, bool is_compared) {
  return is_compared ? ShownChange{*change.comparison.effect.difference, *change.comparison.effect.interval} : ShownChange{*change.effect.mean, *change.effect.interval};
}

void draw_changes(const InsightsDrawing& drawing, Rect& area, std::span<const ActionChange* const> changes, InsightPart part) {
  const bool is_compared = part == InsightPart::comparison;
  auto& ui = drawing.screen.ui;
  const auto& formats = drawing.screen.formats;
  std::vector<std::string> names, captions, values;
  float low = 0, high = 0;
  for (const ActionChange* change : changes) {
    names.push_back(drawing.words.action_name(*change));
    const ShownChange shown = shown_change(*change, is_compared);
    captions.push_back(is_compared ? drawing.screen.tr("insights.with_without", {{"with", change->comparison.with}, {"without", change->comparison.without}})
                                   : drawing.screen.tr("people.count", {{"count", change->people}}));
    captions.back() += " · " + drawing.words.effect_words(*change, drawing.state.changes);
    values.push_back(formats.difference(shown.value, 2));
    low = std::min(low, static_cast<float>(shown.interval.low));
    high = std::max(high, static_cast<float>(shown.interval.high));
  }
  std::vector<ui::IntervalRow> rows;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const ShownChange shown = shown_change(*changes[i], is_compared);
    rows.push_back({names[i], captions[i], static_cast<float>(shown.value), static_cast<float>(shown.interval.low), static_cast<float>(shown.interval.high), values[i]});
  }
  const float step = tick_step(std::max(0.4f, high - low));
  const auto first = static_cast<int>(std::floor(low / step)), last = std::max(static_cast<int>(std::ceil(high / step)), first + 2);
  std::vector<std::string> tick_labels;
  std::vector<std::pair<float, std::string_view>> ticks;
  for (int i = first; i <= last; ++i) tick_labels.push_back(formats.difference(static_cast<double>(i) * static_cast<double>(step), 1));
  for (int i = first; i <= last; ++i) ticks.emplace_back(static_cast<float>(i) * step, tick_labels[static_cast<std::size_t>(i - first)]);
  std::string caption = drawing.words.title(part) + ". " + drawing.words.finding(part);
  for (std::size_t i = 0; i < changes.size(); ++i)
    caption += " " + names[i] + ": " + (is_compared ? drawing.words.comparison_words(*changes[i]) : values[i]) + ", " + drawing.words.effect_words(*changes[i], drawing.state.changes) + ".";
  auto data = chart_data(drawing, part);
  data.rows.resize(changes.size() + 1);  // those drawn come first
  data.caption = caption;
  const float margin = 0.04f * static_cast<float>(last - first) * step;
  area.skip(ui::interval_dots(ui, area, rows, data,
                              {.minimum = static_cast<float>(first) * step - margin, .maximum = static_cast<float>(last) * step + margin, .ticks = ticks,
                               .label_width = 190}));
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
    const auto columns = drawn_columns(drawing, kMostColumns);
    const float width = label_width + kPhoneColumn * static_cast<float>(columns.size());
    const Rect place = area.cut_top(height);
    const ui::ScrollArea scroll(ui, place, "grid", drawing.words.title(InsightPart::agreement), {.end_padding = 0, .horizontal = true, .content_width = width, .takes_focus = width > place.width});
    const Rect content = scroll.content();
    draw_grid(drawing, {content.x, content.y, std::max(width, place.width), height}, columns, label_width);
  } else {
    const auto fit = static_cast<std::size_t>(std::max(1.0f, (area.width - label_width) / kColumn));
    const auto columns = drawn_columns(drawing, fit);
    draw_grid(drawing, area.cut_top(height), columns, label_width);
    if (columns.size() < grid.departments.size())
      insight_note(drawing, area, Icon::table, drawing.screen.tr("insights.more_in_table", {{"count", static_cast<int>(grid.departments.size() - columns.size())}}));
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
  const ChangesInOrder order = order_changes(drawing.board.actions, shown);
  if (order.drawn == 0)
    area.skip(ui.paragraph(area, ui::type::body, ui.c.ink3, drawing.screen.tr(part == InsightPart::actions ? "insights.actions_none" : "insights.compared_none")));
  else
    draw_changes(drawing, area, std::span(order.all).first(order.drawn), part);
  insight_note(drawing, area, Icon::circle_alert, drawing.words.regression_warning(shown));
  insight_note(drawing, area, Icon::shield_check, drawing.words.hidden(part));
  shown = static_cast<ChangesShown>(chosen);  // drawn with from the next frame on
}

}  // namespace fullcircle

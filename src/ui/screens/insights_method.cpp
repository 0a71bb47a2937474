// How a figure of Insights came about: what was counted, what was left out, by which method, and the values behind it.
#include <algorithm>
#include <cmath>

#include "ui/screens/insights_parts.h"
#include "ui/screens/value_rows.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/link.h"
#include "ui/widgets/scroll.h"

namespace fullcircle {
namespace {

constexpr float kDialogWidth = 720, kRowHeight = 30, kFirstColumn = 72, kLeastColumn = 48, kMostColumn = 200;
constexpr std::size_t kMostRows = 80;

float gap_of(const ui::Ui& ui) { return ui.phone() ? 8 : 16; }

bool is_of_quality(InsightPart part) { return part == InsightPart::raters || part == InsightPart::adjusted || part == InsightPart::forms; }

TextTable table_of(const InsightsDrawing& drawing, InsightPart part) {
  if (!is_of_quality(part)) return drawing.words.table(part);
  return drawing.state.quality && drawing.state.quality_done ? drawing.words.table(drawing.state.quality->result(), part) : TextTable();
}

/// Figures stand to the right, also where some are hidden; words to the left.
struct ValueColumn {
  float width = kLeastColumn;
  bool is_figure = false;
};

bool has_digit(std::string_view text) { return text.find_first_of("0123456789") != std::string_view::npos; }

/// Each as wide as its longest cell; what is left over goes to the first.
std::vector<ValueColumn> measure(const ScreenContext& screen, const TextTable& table, std::size_t rows, float room) {
  auto& ui = screen.ui;
  const std::string_view hidden = screen.tr("insights.hidden"), none = screen.tr("common.empty_cell");
  std::vector<ValueColumn> columns(table[0].size());
  float total = -gap_of(ui);
  for (std::size_t c = 0; c < columns.size(); ++c) {
    ValueColumn& column = columns[c];
    if (c == 0) column.width = kFirstColumn;
    bool has_words = false;
    for (std::size_t r = 0; r < rows; ++r) {
      if (c >= table[r].size()) continue;
      column.width = std::max(column.width, ui.text_width(r == 0 ? ui::type::head : ui::type::body.figures(), table[r][c]) + 2);
      if (r > 0 && c > 0 && has_digit(table[r][c])) column.is_figure = true;
      has_words = has_words || (r > 0 && !table[r][c].empty() && table[r][c] != hidden && table[r][c] != none);
    }
    if (c > 0 && !has_words) column.is_figure = true;
    column.width = std::ceil(std::min(column.width, kMostColumn));
    total += column.width + gap_of(ui);
  }
  if (total < room) columns[0].width += room - total;
  return columns;
}

void draw_cells(const InsightsDrawing& drawing, Rect row, const std::vector<std::string>& cells, std::span<const ValueColumn> columns, bool is_head) {
  auto& ui = drawing.screen.ui;
  for (std::size_t i = 0; i < cells.size() && i < columns.size(); ++i) {
    const Rect cell = row.cut_left(columns[i].width);
    row.cut_left(gap_of(ui));
    const ui::Group group(ui, is_head ? MirrorRole::column_header : i == 0 ? MirrorRole::row_header : MirrorRole::cell, cell, {});
    const bool is_empty = cells[i].empty();
    const ui::Colour colour = is_head || is_empty ? ui.c.ink3 : i == 0 ? ui.c.ink : ui.c.ink2;
    ui.text(cell, is_head ? ui::type::head : ui::type::body.figures(), colour, is_empty ? drawing.screen.tr("common.empty_cell") : std::string_view(cells[i]),
            columns[i].is_figure ? ui::Align::right : ui::Align::left);
  }
}

/// Wider than the dialog: it scrolls sideways.
void draw_table(const InsightsDrawing& drawing, Rect& area, const TextTable& table, std::string_view title_key) {
  auto& ui = drawing.screen.ui;
  const std::string_view title = drawing.screen.tr(title_key);
  ui.heading(area.cut_top(24), 3, ui::type::group, ui.c.ink, title);
  const std::size_t shown = std::min(table.size(), kMostRows + 1);
  const auto columns = measure(drawing.screen, table, shown, area.width);
  float width = -gap_of(ui);
  for (const ValueColumn& column : columns) width += column.width + gap_of(ui);
  const float height = kRowHeight * static_cast<float>(shown) + 12;
  {
    const ui::ScrollArea scroll(ui, area.cut_top(height), title_key, title, {.end_padding = 0, .horizontal = true, .content_width = width, .takes_focus = width > area.width});
    Rect content = scroll.content();
    content.width = width;
    const ui::Group group(ui, MirrorRole::table, content.with_height(height), title);
    for (std::size_t r = 0; r < shown; ++r) {
      const Rect row = content.cut_top(kRowHeight);
      const ui::Group line(ui, MirrorRole::row, row, {});
      if (r > 0) ui.hairline(row.x, row.y, row.width);
      draw_cells(drawing, row, table[r], columns, r == 0);
    }
  }
  if (table.size() > shown)
    area.skip(ui.paragraph(area, ui::type::caption, ui.c.ink3, drawing.screen.tr("insights.more_in_file", {{"count", static_cast<int>(table.size() - shown)}})));
}

std::string_view guide_place(InsightPart part) {
  switch (part) {
    case InsightPart::goals_met:
    case InsightPart::goals: return "insights:forecast";
    case InsightPart::agreement_figure:
    case InsightPart::agreement: return "insights:agreement";
    case InsightPart::actions: return "insights:change";
    case InsightPart::comparison: return "insights:compare";
    case InsightPart::raters:
    case InsightPart::adjusted:
    case InsightPart::forms: return "insights:quality";
    default: return "insights";
  }
}

/// Following it closes the dialog.
void draw_guide_link(const InsightsDrawing& drawing, Rect& area, Intents& intents) {
  auto& ui = drawing.screen.ui;
  if (ui::link(ui, area.cut_top(ui.phone() ? ui::metrics::kPhoneTarget : 24), drawing.screen.tr("guide.insights"), {.icon = Icon::book_open})) {
    intents.go = Route{Page::guides, {}, std::string(guide_place(drawing.state.opened->part))};
    drawing.state.opened.reset();
  }
  area.skip(12);
}

}  // namespace

void draw_insight_method(const InsightsDrawing& drawing, Intents& intents) {
  if (!drawing.state.opened) return;
  auto& ui = drawing.screen.ui;
  const InsightNumber number = *drawing.state.opened;
  const InsightPart part = number.part;
  const auto& quality = drawing.state.quality;
  const auto one = drawing.words.number_terms(number, is_of_quality(part) && quality && drawing.state.quality_done ? &quality->result() : nullptr);
  if (number.row >= 0 && !one) {  // no longer there
    drawing.state.opened.reset();
    return;
  }
  const std::string title = one ? one->title : drawing.words.title(part);
  ui::Dialog dialog(ui, "insight-method", {.title = title, .width = kDialogWidth, .close = drawing.screen.tr("action.close")});
  Rect area = dialog.body();
  std::size_t index = 0;
  if (one) {
    ValueTable lines;
    for (const ValueLine& line : one->lines) lines.add(line.label, line.value, line.strong);
    lines.draw(ui, area, drawing.screen.tr("goal.terms"));
    draw_guide_link(drawing, area, intents);
  }
  for (const std::string& paragraph : drawing.words.method(number)) {
    ui.heading(area.cut_top(22), 3, ui::type::group, ui.c.ink, drawing.screen.tr(kMethodHeads[std::min(index++, kMethodHeads.size() - 1)]));
    area.skip(ui.paragraph(area, ui::type::body, ui.c.ink2, paragraph) + 12);
  }
  if (!one) {
    if (const TextTable terms = drawing.words.terms(part); terms.size() > 1) draw_table(drawing, area, terms, "goal.terms");
    if (const TextTable table = table_of(drawing, part); table.size() > 1) draw_table(drawing, area, table, "insights.values");
    area.skip(12);
    draw_guide_link(drawing, area, intents);
  }
  area.skip(8);
  ui.reach(area.y);
  if (dialog.result() != ui::Dialog::Result::none) drawing.state.opened.reset();
}

}  // namespace fullcircle

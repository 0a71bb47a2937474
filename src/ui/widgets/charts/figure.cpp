#include "ui/widgets/charts/figure.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/widgets/button.h"
#include "ui/widgets/layer.h"
#include "ui/widgets/scroll.h"

namespace fullcircle::ui {
namespace {

/// The values for screen readers, without a place on the screen.
void say_table(Ui& ui, const Rect& rect, const ChartData& data) {
  if (data.rows.empty()) return;
  Mirror& mirror = ui.frame.mirror();
  const WidgetId table = ui.make_id("data");
  mirror.open({.id = table, .role = MirrorRole::table, .rect = rect, .name = data.caption, .states = mirror_state::hidden_visually, .tab_index = -1,
               .count = static_cast<int>(data.rows.size())});
  for (std::size_t r = 0; r < data.rows.size(); ++r) {
    const WidgetId row = widget_id(static_cast<std::uint64_t>(r + 1), table);
    mirror.open({.id = row, .role = MirrorRole::row, .rect = rect, .tab_index = -1, .index = static_cast<int>(r) + 1});
    for (std::size_t i = 0; i < data.rows[r].size(); ++i)
      mirror.add({.id = widget_id(static_cast<std::uint64_t>(i + 1), row),
                  .role = r == 0 ? MirrorRole::column_header : i == 0 ? MirrorRole::row_header : MirrorRole::cell, .rect = rect,
                  .name = data.rows[r][i], .tab_index = -1, .index = static_cast<int>(i) + 1});
    mirror.close();
  }
  mirror.close();
}

struct CopiedTable {
  std::vector<std::vector<std::string>> rows;
};

WidgetId words_id() { return widget_id("chart words"); }
WidgetId copied_id() { return widget_id("chart copied"); }

/// Each column as wide as its longest text; figures stand to the right, words to the left.
struct TableColumns {
  std::vector<float> widths;
  std::vector<bool> figures;
  float total = 0;
};

TableColumns measure(const Ui& ui, const ChartData& data, float gap, const ChartWords& words) {
  constexpr float kLeast = 40;
  TableColumns columns{std::vector<float>(data.rows[0].size(), kLeast), std::vector<bool>(data.rows[0].size(), true), -gap};
  std::vector<bool> has_digits(data.rows[0].size());
  for (std::size_t r = 0; r < data.rows.size(); ++r)
    for (std::size_t i = 0; i < std::min(columns.widths.size(), data.rows[r].size()); ++i) {
      const std::string& text = data.rows[r][i];
      columns.widths[i] = std::max(columns.widths[i], std::ceil(ui.text_width(r == 0 ? type::head : type::body.figures(), text)) + 2);
      if (r == 0) continue;
      if (text.find_first_of("0123456789") != std::string::npos) has_digits[i] = true;
      if (!text.empty() && text != words.hidden && text != words.none) columns.figures[i] = false;  // unless it has a digit somewhere
    }
  for (std::size_t i = 0; i < has_digits.size(); ++i) columns.figures[i] = i > 0 && (columns.figures[i] || has_digits[i]);
  for (const float width : columns.widths) columns.total += width + gap;
  return columns;
}

/// "Self 4.4 · Manager 3.8": a row in words, where its columns have no room beside one another or no heads above them.
std::string row_in_words(const ChartData& data, std::size_t row) {
  std::string text;
  for (std::size_t i = 1; i < std::min(data.rows[0].size(), data.rows[row].size()); ++i)
    if (!data.rows[row][i].empty()) text.append(text.empty() ? "" : " · ").append(data.rows[0][i]).append(" ").append(data.rows[row][i]);
  return text;
}

void draw_rows_in_words(Ui& ui, Rect& area, const ChartData& data) {
  for (std::size_t r = 1; r < data.rows.size(); ++r) {
    if (r > 1) ui.hairline(area.x, area.y, area.width);
    area.skip(6);
    ui.text(area.cut_top(20), type::body.medium(), ui.c.ink, data.rows[r].empty() ? std::string_view() : std::string_view(data.rows[r][0]));
    area.skip(ui.paragraph(area, type::caption.figures(), ui.c.ink2, row_in_words(data, r)) + 6);
  }
}

/// The same values to see, under the chart, and to copy. The button stands first: it has the focus, and the rows below scroll.
void draw_table(Ui& ui, const Rect& anchor, const ChartData& data, bool& open, WidgetId opener) {
  constexpr float kRow = 28, kPadding = 16, kLeastWidth = 260, kMostWidth = 760;
  const float gap = ui.phone() ? 8.0f : 16.0f, edges = 2 * kPadding;
  const ChartWords& words = ui.memory.state<ChartWords>(words_id());
  const TableColumns columns = measure(ui, data, gap, words);
  const float inside = std::clamp(columns.total + edges, kLeastWidth, std::max(kLeastWidth, std::min(kMostWidth, ui.screen().width - 2 * kPadding))) - edges;
  const float head = ui.paragraph_height(inside, type::group, data.caption) + 8;
  constexpr float kLeastScale = 0.8f;  // with less, words are cut to nothing
  const float scale = std::min(1.0f, (inside + gap) / (columns.total + gap)), spare = std::max(0.0f, inside - columns.total);
  float rows = kRow * static_cast<float>(data.rows.size());
  if (scale < kLeastScale) {
    rows = 0;
    for (std::size_t r = 1; r < data.rows.size(); ++r) rows += 32 + ui.paragraph_height(inside, type::caption.figures(), row_in_words(data, r));
  }
  const float height = head + ui.control_height() + 8 + rows + edges;
  const Rect place = place_popup(ui, anchor, inside + edges, std::min(height, 420.0f));
  Layer layer(ui, place, "values", {.name = data.caption, .opener = opener, .radius = metrics::kRadiusChoice});
  ScrollArea scroll(ui, place, "scroll", {}, {.end_padding = kPadding});
  Rect rest = scroll.content().inset(kPadding);
  ui.long_heading(rest.cut_top(head), 3, type::group, ui.c.ink, data.caption);
  Rect buttons = rest.cut_top(ui.control_height());
  if (button_left(ui, buttons, words.copy, {.icon = Icon::copy, .height = buttons.height})) {
    ui.memory.state<CopiedTable>(copied_id()).rows = data.rows;
    open = false;
  }
  rest.skip(8);
  if (scale < kLeastScale) draw_rows_in_words(ui, rest, data);
  for (std::size_t r = 0; r < data.rows.size() && scale >= kLeastScale; ++r) {
    Rect row = rest.cut_top(kRow);
    if (r > 0) ui.hairline(row.x, row.y, row.width);
    for (std::size_t i = 0; i < std::min(columns.widths.size(), data.rows[r].size()); ++i) {
      const Rect cell = row.cut_left((columns.widths[i] + gap) * scale - gap + (i == 0 ? spare : 0));
      row.cut_left(gap);
      ui.text(cell, r == 0 ? type::head : type::body.figures(), r == 0 ? ui.c.ink3 : i == 0 ? ui.c.ink : ui.c.ink2, data.rows[r][i],
              columns.figures[i] ? Align::right : Align::left);
    }
  }
  if (layer.closed()) open = false;
}

}  // namespace

void set_chart_words(Ui& ui, ChartWords words) { ui.memory.state<ChartWords>(words_id()) = std::move(words); }

std::vector<std::vector<std::string>> take_copied_table(Ui& ui) { return std::exchange(ui.memory.state<CopiedTable>(copied_id()).rows, {}); }

Figure::Figure(Ui& ui, const Rect& rect, std::string_view key, const ChartData& data) : ui_(ui), rect_(rect), data_(data), id_(ui.make_id(key)) {
  ui.reach(rect.bottom());
  ui.push_id(id_);
  ui.frame.mirror().open({.id = id_, .role = MirrorRole::figure, .rect = rect, .name = data.caption,
                          .states = mirror_state::focusable, .keys = key_set::of(Key::enter) | key_set::horizontal | key_set::ends});
  behaviour_ = ui.behaviour_of(id_);
  appeared_ = ui.visible(rect) ? ui.appear(id_) : 1;
  say_table(ui, rect, data);
  if (behaviour_.focus_visible) ui.focus_ring(rect, metrics::kRadiusChip);
  step(data);
}

/// Which value the keyboard has come to: the first one with the focus, the others with the arrows.
void Figure::step(const ChartData& data) {
  const std::size_t last = data.rows.empty() ? 0 : data.rows.size() - 1;
  std::size_t& at = ui_.memory.state<std::size_t>(widget_id("row", id_));
  if (!behaviour_.focused || last == 0) {
    at = 0;
    return;
  }
  if (at == 0 && behaviour_.focus_visible) at = 1;
  if (ui_.frame.key(id_, Key::right)) ++at;
  if (ui_.frame.key(id_, Key::left) && at > 1) --at;
  if (ui_.frame.key(id_, Key::home)) at = 1;
  if (ui_.frame.key(id_, Key::end)) at = last;
  row_ = at = std::min(at, last);
}

/// The way to all values: over the chart, therefore drawn after it.
void Figure::draw_values(const ChartData& data) {
  constexpr float kLeastHeight = 80, kButton = 28;
  bool& open = ui_.memory.state<bool>(widget_id("open", id_));
  const bool is_large = rect_.height >= kLeastHeight;
  if (ui_.frame.key(id_, Key::enter) || (ui_.phone() && behaviour_.clicked)) open = !open;
  WidgetId opener = id_;
  const std::string& label = ui_.memory.state<ChartWords>(words_id()).values;
  // It stays for as long as it has the focus itself, or the way on with Tab would lead back to the chart.
  const bool has_focus = behaviour_.focus_visible || ui_.behaviour_of(button_id(ui_, label)).focused;
  if (is_large && (open || has_focus || ui_.pointer_over(rect_))) {
    const Rect corner = values_place_.value_or(Rect{rect_.right() - kButton, rect_.y, kButton, kButton});
    ui_.fill(corner, ui_.c.sheet, metrics::kRadiusControl);
    if (icon_button(ui_, corner, Icon::table, label, {.height = kButton})) open = !open;
    opener = button_id(ui_, label);
  }
  if (open) draw_table(ui_, rect_, data, open, opener);
}

Figure::~Figure() {
  if (data_.rows.size() > 1) draw_values(data_);
  ui_.frame.mirror().close();
  ui_.pop_id();
}

bool Figure::hint(const Rect& place, std::string_view text) {
  if (!ui_.pointer_over(place)) return false;
  ui_.tooltip({.id = widget_id(text, id_), .hovered = true}, place, text);
  return true;
}

bool Figure::hint_row(const Rect& place, const ChartData& data, std::size_t row, std::string_view words) {
  if (row >= data.rows.size() || !(is_at(row) || ui_.pointer_over(place))) return false;
  std::string text(words);
  if (words.empty() && !data.rows[row].empty()) text = data.rows[row][0] + "   " + row_in_words(data, row);
  if (!is_at(row)) return hint(place, text);
  ui_.tooltip({.id = widget_id(text, id_), .focused = true, .focus_visible = true}, place, text);
  return true;
}

}  // namespace fullcircle::ui

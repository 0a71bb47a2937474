#include "ui/widgets/charts/figure.h"

#include <cmath>

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

/// The same values to see, under the chart; opened with Enter.
void draw_table(Ui& ui, const Rect& anchor, const ChartData& data, bool& open, WidgetId opener) {
  constexpr float kRow = 28, kColumn = 110, kPadding = 16, kHead = 36;
  const std::size_t columns = data.rows.empty() ? 1 : data.rows[0].size();
  const float width = std::max(260.0f, static_cast<float>(columns) * kColumn + 2 * kPadding);
  const float height = kHead + kRow * static_cast<float>(data.rows.size()) + 2 * kPadding;
  const Rect place = place_popup(ui, anchor, std::min(width, 640.0f), std::min(height, 420.0f));
  Layer layer(ui, place, "values", {.name = data.caption, .opener = opener, .radius = metrics::kRadiusChoice});
  ScrollArea scroll(ui, place, "scroll", {}, {.end_padding = kPadding});
  Rect rest = scroll.content().inset(kPadding);
  ui.heading(rest.cut_top(kHead), 3, type::group, ui.c.ink, data.caption);
  for (std::size_t r = 0; r < data.rows.size(); ++r) {
    const Rect row = rest.cut_top(kRow);
    if (r > 0) ui.hairline(row.x, row.y, row.width);
    for (std::size_t i = 0; i < data.rows[r].size(); ++i)
      ui.text(row.column(i, columns, 12), r == 0 ? type::head : type::body.figures(), r == 0 ? ui.c.ink3 : i == 0 ? ui.c.ink : ui.c.ink2, data.rows[r][i],
              i == 0 ? Align::left : Align::right);
  }
  if (layer.closed()) open = false;
}

}  // namespace

Figure::Figure(Ui& ui, const Rect& rect, std::string_view key, const ChartData& data) : ui_(ui), id_(ui.make_id(key)) {
  ui.reach(rect.bottom());
  ui.push_id(id_);
  ui.frame.mirror().open({.id = id_, .role = MirrorRole::figure, .rect = rect, .name = data.caption,
                          .states = mirror_state::focusable, .keys = key_set::of(Key::enter)});
  behaviour_ = ui.behaviour_of(id_);
  appeared_ = ui.visible(rect) ? ui.appear(id_) : 1;
  say_table(ui, rect, data);
  if (behaviour_.focus_visible) ui.focus_ring(rect, metrics::kRadiusChip);
  bool& open = ui.memory.state<bool>(id_);
  if (ui.frame.key(id_, Key::enter) && !data.rows.empty()) open = !open;
  if (open) draw_table(ui, rect, data, open, id_);
}

Figure::~Figure() {
  ui_.frame.mirror().close();
  ui_.pop_id();
}

bool Figure::hint(const Rect& place, std::string_view text) {
  if (!ui_.pointer_over(place)) return false;
  ui_.tooltip({.id = widget_id(text, id_), .hovered = true}, place, text);
  return true;
}

bool Figure::hint_row(const Rect& place, const ChartData& data, std::size_t row) {
  if (row >= data.rows.size() || !ui_.pointer_over(place)) return false;
  std::string text;
  for (const std::string& value : data.rows[row]) text.append(text.empty() ? "" : "   ").append(value);
  return hint(place, text);
}

}  // namespace fullcircle::ui

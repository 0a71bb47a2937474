#include "ui/widgets/list.h"

namespace fullcircle::ui {

ListRow::ListRow(Ui& ui, const Rect& rect, std::uint64_t key, std::string_view name, const ListRowOptions& options) : ui_(ui), rect_(rect) {
  ui.push_id(key);
  const WidgetId id = ui.make_id("row");
  MirrorStates states = options.clickable ? mirror_state::clickable | mirror_state::focusable : 0;
  if (options.selected) states |= mirror_state::current;
  ui.reach(rect.bottom());
  ui.frame.mirror().open({.id = id, .role = MirrorRole::list_item, .rect = rect, .name = name, .states = states,
                          .tab_index = options.clickable ? 0 : -1});
  behaviour_ = ui.behaviour_of(id);
  if (!options.clickable) behaviour_.clicked = behaviour_.hovered = false;
  const bool lit = options.selected || behaviour_.pressed || behaviour_.hovered || behaviour_.focus_visible;
  if (!options.first && ui.lit_row_bottom_ != rect.y) ui.hairline(rect.x, rect.y - 1, rect.width);
  ui.lit_row_bottom_ = lit ? rect.bottom() : -1;
  // Both hairlines are covered: the one above, and the one below because the next row does not draw it.
  const Rect shape{rect.x - options.overhang, rect.y - 1, rect.width + 2 * options.overhang, rect.height + 1};
  if (options.selected)
    ui.fill(shape, ui.c.accent_soft, metrics::kRadiusControl);
  else if (behaviour_.pressed)
    ui.fill(shape, ui.c.press, metrics::kRadiusControl);
  else if (behaviour_.hovered || behaviour_.focus_visible)
    ui.fill(shape, ui.c.hover, metrics::kRadiusControl);
  if (behaviour_.focus_visible) ui.outline(shape, ui.c.accent, metrics::kRadiusControl, 2);
}

ListRow::~ListRow() {
  ui_.frame.mirror().close();
  ui_.pop_id();
}

void two_lines(Ui& ui, const Rect& rect, std::string_view title, std::string_view caption) {
  Rect rest = rect.middle(ui.line_height(type::row) + ui.line_height(type::body));
  ui.text(rest.cut_top(ui.line_height(type::row)), ui.phone() ? TextStyle{15, 20, Weight::medium} : type::row, ui.c.ink, title);
  ui.text(rest, type::body, ui.c.ink2, caption);
}

}  // namespace fullcircle::ui

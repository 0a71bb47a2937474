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
  const TextStyle style = ui.phone() ? type::phone_row : type::row;
  const float caption_height = ui.line_height(type::body);
  const int most_lines = ui.phone() && rect.height >= 2 * ui.line_height(style) + caption_height ? 2 : 1;
  const float title_height = ui.paragraph_height(rect.width, style, title, most_lines);
  Rect rest = rect.middle(title_height + caption_height);
  ui.paragraph(rest.cut_top(title_height), style, ui.c.ink, title, most_lines);
  ui.text(rest, type::body, ui.c.ink2, caption);
}

}  // namespace fullcircle::ui

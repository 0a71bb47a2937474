#include "ui/widgets/menu.h"

#include <cmath>

#include "ui/widgets/button.h"
#include "ui/widgets/layer.h"
#include "ui/widgets/scroll.h"
#include "ui/widgets/surface.h"

namespace fullcircle::ui {
namespace {

constexpr float kItem = 32, kPadding = 6, kInner = 10, kIcon = 16;

float menu_width(const Ui& ui, std::span<const MenuItem> items, const MenuOptions& options) {
  float widest = 0;
  for (const MenuItem& item : items) {
    float width = ui.text_width(type::body, item.label) + kIcon + 10;
    if (!item.key_cap.empty()) width += 48;
    if (!item.caption.empty()) width += 12 + ui.text_width(type::caption, item.caption);
    widest = std::max(widest, width);
  }
  return std::ceil(std::max(options.least_width, widest + 2 * (kPadding + kInner)));
}

float menu_height(std::span<const MenuItem> items) {
  float height = 2 * kPadding;
  for (const MenuItem& item : items) height += kItem + (item.separator_before ? 9.0f : 0.0f);
  return height;
}

/// Where the keys lead from item `index`; disabled ones are passed over.
int target_of(const KeyPress& press, std::span<const MenuItem> items, int index) {
  const int count = static_cast<int>(items.size());
  const auto find = [&](int start, int step) {
    for (int tried = 0, i = start; tried < count; ++tried, i += step) {
      const int at = (i % count + count) % count;
      if (!items[static_cast<std::size_t>(at)].disabled) return at;
    }
    return index;
  };
  switch (press.key) {
    case Key::down: return find(index + 1, 1);
    case Key::up: return find(index - 1, -1);
    case Key::home: return find(0, 1);
    case Key::end: return find(count - 1, -1);
    case Key::character:
      for (int tried = 1; tried <= count; ++tried) {
        const int at = (index + tried) % count;
        const std::string_view label = items[static_cast<std::size_t>(at)].label;
        if (!label.empty() && !press.text.empty() && (label[0] | 0x20) == (press.text[0] | 0x20)) return at;
      }
      return index;
    default: return index;
  }
}

void paint_item(Ui& ui, const Rect& place, const MenuItem& item, const Behaviour& done) {
  if (!item.disabled && (done.hovered || done.focused)) ui.fill(place, done.pressed ? ui.c.press : ui.c.hover, metrics::kRadiusChip);
  Rect inside = place.inset(kInner, 0);
  const Colour colour = item.disabled ? ui.c.ink3 : item.danger ? ui.c.bad : ui.c.ink;
  const Icon icon = item.checked ? Icon::check : item.icon;
  ui.paint_icon(inside.cut_left(kIcon), icon, item.danger || item.disabled ? colour : ui.c.ink2);
  inside.cut_left(10);
  if (!item.key_cap.empty()) key_cap(ui, inside.cut_right(44), item.key_cap, Align::right);
  const float width = ui.paint_text(inside, type::body, colour, item.label);
  inside.cut_left(width + 12);
  ui.paint_text(inside, type::caption, ui.c.ink3, item.caption);
  if (done.focus_visible) ui.outline(place, ui.c.accent, metrics::kRadiusChip, 2);
}

}  // namespace

int menu(Ui& ui, const Rect& anchor, std::string_view key, std::span<const MenuItem> items, bool& open, const MenuOptions& options) {
  const Rect place = place_popup(ui, anchor, menu_width(ui, items, options), menu_height(items), options.align);
  Layer layer(ui, place, key, {.role = MirrorRole::menu, .name = options.name, .opener = options.opener});
  ScrollArea scroll(ui, place, "items", {}, {.end_padding = kPadding});
  Rect rest = scroll.content().inset(kPadding, 0);
  rest.skip(kPadding);
  int chosen = -1;
  for (int i = 0; i < static_cast<int>(items.size()); ++i) {
    const MenuItem& item = items[static_cast<std::size_t>(i)];
    if (item.separator_before) {
      ui.hairline(rest.x, rest.y + 4, rest.width);
      rest.skip(9);
    }
    const Rect row = rest.cut_top(kItem);
    const WidgetId id = ui.make_id(item.label);
    MirrorStates states = item.disabled ? mirror_state::disabled : 0;
    if (item.checked) states |= mirror_state::checked;
    const Behaviour done = ui.behave(MirrorItem{.id = id, .role = MirrorRole::menu_item, .rect = row, .name = item.label,
                                                .description = item.caption, .states = states,
                                                .keys = key_set::vertical | key_set::ends | key_set::characters, .tab_index = 0,
                                                .index = i + 1, .count = static_cast<int>(items.size())});
    paint_item(ui, row, item, done);
    if (done.clicked) chosen = i;
    if (const KeyPress* press = ui.frame.key(id)) {
      const int target = target_of(*press, items, i);
      if (target != i) ui.set_focus(ui.peek_id(items[static_cast<std::size_t>(target)].label));
    }
  }
  if (chosen >= 0 || layer.closed()) open = false;
  return chosen;
}

int more_menu(Ui& ui, const Rect& rect, std::string_view label, std::span<const MenuItem> items, std::string_view key) {
  IdScope scope(ui, key);
  bool& open = ui.memory.state<bool>(ui.make_id("open"));
  const WidgetId opener = button_id(ui, label);
  if (icon_button(ui, rect, Icon::ellipsis, label, {.opens_menu = true, .open = open})) open = !open;
  if (!open) return -1;
  return menu(ui, rect, "menu", items, open, {.align = Align::right, .name = label, .opener = opener});
}

int menu_button_right(Ui& ui, Rect& row, std::string_view label, std::span<const MenuItem> items, Icon icon, float gap) {
  IdScope scope(ui, label);
  bool& open = ui.memory.state<bool>(ui.make_id("open"));
  const WidgetId opener = button_id(ui, label);
  const ButtonOptions options{.icon = icon, .trailing = Icon::chevron_down, .opens_menu = true, .open = open};
  const Rect place = row.cut_right(button_width(ui, label, options)).middle(ui.control_height());
  row.cut_right(gap);
  if (button(ui, place, label, options)) open = !open;
  if (!open) return -1;
  return menu(ui, place, "menu", items, open, {.align = Align::right, .name = label, .opener = opener});
}

}  // namespace fullcircle::ui

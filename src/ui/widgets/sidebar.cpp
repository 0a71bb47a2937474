// The navigation at the left of every screen, and its form on phones.
#include <cmath>

#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/progress_bar.h"
#include "ui/widgets/rings.h"
#include "ui/widgets/shell.h"
#include "ui/widgets/surface.h"

namespace fullcircle::ui {
namespace {

constexpr float kItemGap = 2, kGroupGap = 14, kGroupHead = 24;

bool nav_item(Ui& ui, const Rect& place, const NavigationItem& item, bool active) {
  const WidgetId id = ui.make_id(item.label);
  std::string& spoken = ui.memory.spoken_buffer;
  spoken = item.label;
  if (!item.count.empty()) spoken.append(" ").append(item.count);
  const Behaviour done = ui.behave(id, place, MirrorRole::button, spoken, active ? mirror_state::current : 0);
  const Colour rest = active ? ui.c.press : ui.c.canvas;
  if (active || done.hovered || done.pressed)
    ui.fill(place, done.pressed ? ui.c.press : active ? rest : ui.animate_colour(id, rest, ui.c.hover, done.hovered), metrics::kRadiusControl);
  Rect inside = place.inset(8, 0);
  ui.paint_icon(inside.cut_left(16), item.icon, active ? ui.c.accent : ui.c.ink2);
  inside.cut_left(10);
  if (!item.count.empty()) inside.cut_right(ui.paint_text(inside, type::caption.figures(), ui.c.ink3, item.count, Align::right) + 8);
  ui.paint_text(inside, type::control, active ? ui.c.ink : ui.c.ink2, item.label);
  if (done.focus_visible) ui.focus_ring(place.inset(2), metrics::kRadiusControl - 2);
  return done.clicked;
}

bool workspace_button(Ui& ui, const Rect& place, std::string_view workspace, bool is_open) {
  const WidgetId id = ui.make_id("workspace");
  const Behaviour done = ui.behave(id, place, MirrorRole::button, workspace, mirror_state::has_menu | (is_open ? mirror_state::expanded : 0));
  if (done.hovered) ui.fill(place, ui.c.hover, metrics::kRadiusControl);
  Rect inside = place.inset(8, 0);
  mark(ui, inside.cut_left(26).centred(24, 24));
  inside.cut_left(10);
  ui.paint_icon(inside.cut_right(16).moved(1, 0), Icon::chevrons_up_down, ui.c.ink3, 14);
  ui.paint_text(inside, type::group, ui.c.ink, workspace);
  if (done.focus_visible) ui.focus_ring(place.inset(2), metrics::kRadiusControl - 2);
  return done.clicked;
}

bool search_button(Ui& ui, const Rect& place, const SidebarOptions& options) {
  const WidgetId id = ui.make_id("search");
  const Behaviour done = ui.behave(id, place, MirrorRole::button, options.search);
  ui.fill(place, ui.animate_colour(id, ui.c.sheet, ui.c.hover, done.hovered), metrics::kRadiusControl);
  ui.outline(place, ui.c.line, metrics::kRadiusControl);
  Rect inside = place.inset(9, 0);
  ui.paint_icon(inside.cut_left(14), Icon::search, ui.c.ink3, 14);
  inside.cut_left(8);
  key_cap(ui, inside, options.search_keys, Align::right);
  ui.paint_text(inside, type::body, ui.c.ink3, options.search);
  if (done.focus_visible) ui.focus_ring(place.inset(2), metrics::kRadiusControl - 2);
  return done.clicked;
}

/// Two quiet lines; the second turns warn when a backup is overdue.
bool storage_lines(Ui& ui, const Rect& place, const SidebarOptions& options) {
  const WidgetId id = ui.make_id("storage");
  std::string& spoken = ui.memory.spoken_buffer;
  spoken = options.storage;
  if (!options.backup.empty()) spoken.append(". ").append(options.backup);
  const Behaviour done = ui.behave(id, place, MirrorRole::button, spoken);
  if (done.hovered) ui.fill(place, ui.c.hover, metrics::kRadiusControl);
  Rect inside = place.inset(8, 4);
  ui.paint_icon(inside.cut_left(16).with_height(16), Icon::hard_drive, ui.c.ink3);
  inside.cut_left(10);
  ui.paint_text(inside.cut_top(16), type::caption, ui.c.ink2, options.storage);
  Rect second = inside.cut_top(16);
  if (options.backup_due) {
    ui.paint_icon(second.cut_left(12), Icon::clock, ui.c.warn, 12);
    second.cut_left(4);
  }
  ui.paint_text(second, type::caption, options.backup_due ? ui.c.warn : ui.c.ink3, options.backup);
  if (done.focus_visible) ui.focus_ring(place.inset(2), metrics::kRadiusControl - 2);
  return done.clicked;
}

}  // namespace

SidebarResult sidebar(Ui& ui, const Rect& rect, std::span<const NavigationItem> items, int active, const SidebarOptions& options) {
  SidebarResult result;
  IdScope scope(ui, "sidebar");
  Group group(ui, MirrorRole::navigation, rect, options.name);
  ui.fill(rect, ui.c.canvas);
  Rect rest = rect.inset(metrics::kSidebarPadding, 0);
  rest.skip(12);
  result.workspace_place = rest.cut_top(40);
  result.workspace_id = ui.make_id("workspace");
  result.workspace = workspace_button(ui, result.workspace_place, options.workspace, options.workspace_open);
  rest.skip(8);
  result.search = search_button(ui, rest.cut_top(32), options);
  rest.skip(16);
  rest.cut_bottom(14);
  Rect foot = rest.cut_bottom(32 + 3 + 40);
  std::string_view head;
  for (int i = 0; i < static_cast<int>(items.size()); ++i) {
    const NavigationItem& item = items[static_cast<std::size_t>(i)];
    if (item.group != head) {
      rest.skip(kGroupGap - kItemGap);
      ui.text(rest.cut_top(kGroupHead).inset(8, 0), type::caption, ui.c.ink3, item.group);
      rest.skip(2);
    }
    head = item.group;
    if (nav_item(ui, rest.cut_top(metrics::kSidebarItem), item, i == active)) result.chosen = i;
    rest.skip(kItemGap);
  }
  result.storage = storage_lines(ui, foot.cut_top(40), options);
  const Rect gap = foot.cut_top(3);
  if (options.saving >= 0) progress_bar(ui, gap.inset(8, 0), options.saving, options.storage, {.height = 3});
  result.settings = nav_item(ui, foot.cut_top(32), {.label = options.settings, .icon = Icon::settings_2}, options.settings_active);
  return result;
}

Rect phone_header(Ui& ui, Rect& window, std::string_view title, std::string_view back, bool& went_back, FirstHeading heading) {
  Rect bar = window.cut_top(metrics::kPhoneHeader).inset(20, 0);
  went_back = false;
  if (back.empty()) {
    mark(ui, bar.cut_left(26).middle(26));
    bar.cut_left(10);
  } else {
    const Rect arrow = bar.cut_left(20).middle(metrics::kPhoneTarget).grow(12, 0);
    went_back = icon_button(ui, arrow, Icon::chevron_left, back, {.key = "back"});
    bar.cut_left(12);
  }
  bar.cut_left(bar_title(ui, bar.with_width(bar.width * 0.7f), {15, 22, Weight::semibold}, title, heading));
  return bar;
}

int phone_tab_bar(Ui& ui, Rect& window, std::string_view name, std::span<const NavigationItem> items, int active) {
  const Rect bar = window.cut_bottom(metrics::kPhoneTabBar);
  IdScope scope(ui, "tab bar");
  Group group(ui, MirrorRole::navigation, bar, name);
  ui.fill(bar, ui.c.canvas);
  ui.hairline(bar.x, bar.y, bar.width);
  int clicked = -1;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Rect place = bar.column(i, items.size(), 0);
    const bool is_active = static_cast<int>(i) == active;
    const Behaviour done = ui.behave(ui.make_id(items[i].label), place, MirrorRole::button, items[i].label, is_active ? mirror_state::current : 0);
    const Colour colour = is_active ? ui.c.accent : ui.c.ink2;
    Rect inside = place.inset(2, 12);
    ui.paint_icon(inside.cut_top(24), items[i].icon, colour, 22);
    inside.skip(2);
    ui.paint_text(inside.cut_top(14), {11, 14, Weight::medium}, colour, items[i].label, Align::centre);
    if (done.focus_visible) ui.focus_ring(place.inset(8), 4);
    if (done.clicked) clicked = static_cast<int>(i);
  }
  return clicked;
}

void phone_status(Ui& ui, Rect& window, Icon icon, std::string_view text, float saving) {
  const Rect bar = window.cut_bottom(36);
  const Group group(ui, MirrorRole::region, bar, text);
  ui.fill(bar, ui.c.sheet);
  ui.hairline(bar.x, bar.y, bar.width);
  if (saving >= 0) progress_bar(ui, bar.with_height(3), saving, text, {.height = 3});
  const float width = 14 + 8 + ui.text_width(type::caption, text);
  Rect inside = bar.centred(std::min(width + 1, bar.width - 24), bar.height);
  ui.paint_icon(inside.cut_left(14), icon, ui.c.ink3, 14);
  inside.cut_left(8);
  ui.text(inside, type::caption, ui.c.ink3, text);
}

Rect phone_actions(Ui& ui, Rect& window) {
  const Rect bar = window.cut_bottom(80);
  ui.fill(bar, ui.c.sheet);
  ui.hairline(bar.x, bar.y, bar.width);
  return bar.inset(16, 16);
}

}  // namespace fullcircle::ui

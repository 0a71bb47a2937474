#include "ui/widgets/palette.h"

#include <algorithm>
#include <cmath>

#include "ui/widgets/avatar.h"
#include "ui/widgets/layer.h"
#include "ui/widgets/scroll.h"
#include "ui/widgets/surface.h"

namespace fullcircle::ui {
namespace {

constexpr float kWidth = 640, kTop = 124, kEntry = 60, kRow = 40, kGroup = 32, kFoot = 44, kPadding = 8;

float results_height(std::span<const PaletteItem> items) {
  float height = kPadding;
  std::string_view group;
  for (const PaletteItem& item : items) {
    if (item.group != group) height += kGroup;
    group = item.group;
    height += kRow;
  }
  return items.empty() ? 64 : height;
}

char lower(char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte; }

/// The title with what was typed in semibold.
void paint_title(Ui& ui, Rect& rest, std::string_view title, std::string_view typed) {
  const auto match = std::search(title.begin(), title.end(), typed.begin(), typed.end(), [](char a, char b) { return lower(a) == lower(b); });
  if (typed.empty() || match == title.end()) {
    rest.cut_left(ui.paint_text(rest, type::form, ui.c.ink, title));
    return;
  }
  const auto at = static_cast<std::size_t>(match - title.begin());
  const std::string_view parts[] = {title.substr(0, at), title.substr(at, typed.size()), title.substr(at + typed.size())};
  for (int i = 0; i < 3; ++i)
    rest.cut_left(ui.paint_text(rest, i == 1 ? type::group : type::form, ui.c.ink, parts[i]));
}

/// One row. Out: clicked.
bool draw_item(Ui& ui, const Rect& row, const PaletteItem& item, WidgetId id, bool marked, std::string_view typed, int index, int count) {
  const Behaviour done = ui.behave(MirrorItem{.id = id, .role = MirrorRole::option, .rect = row, .name = item.title, .description = item.caption,
                                              .states = marked ? mirror_state::selected : MirrorStates{0}, .tab_index = -1,
                                              .index = index + 1, .count = count});
  if (marked) ui.fill(row, ui.c.accent_soft, metrics::kRadiusControl);
  else if (done.hovered) ui.fill(row, ui.c.hover, metrics::kRadiusControl);
  Rect rest = row.inset(12, 0);
  const Rect picture = rest.cut_left(24);
  rest.cut_left(12);
  if (item.person != 0) avatar(ui, picture, item.person, item.title, 24);
  else ui.paint_icon(picture, item.icon, ui.c.ink3);
  if (!item.keys.empty()) {
    const float width = key_caps(ui, rest, item.keys, Align::right);
    rest.cut_right(width + 8);
  }
  if (marked && item.keys.empty()) rest.cut_right(key_cap(ui, rest, "\xE2\x86\xB5", Align::right) + 8);
  if (marked && !item.verb.empty()) rest.cut_right(ui.paint_text(rest, type::body, ui.c.ink2, item.verb, Align::right) + 12);
  if (item.person != 0) rest.cut_left(ui.paint_text(rest, type::group, ui.c.ink, item.title));
  else paint_title(ui, rest, item.title, typed);
  rest.cut_left(12);
  if (rest.width > 20) ui.paint_text(rest, type::body, ui.c.ink3, item.caption);
  return done.clicked;
}

void draw_foot(Ui& ui, const Rect& foot, const PaletteWords& words) {
  ui.push_clip(foot);
  ui.fill(foot.grow(0, metrics::kRadiusPalette).moved(0, -metrics::kRadiusPalette), ui.c.subtle, metrics::kRadiusPalette);
  ui.pop_clip();
  ui.hairline(foot.x, foot.y, foot.width);
  Rect rest = foot.inset(20, 0);
  ui.text(rest.cut_right(std::ceil(ui.text_width(type::caption, words.results)) + 1), type::caption, ui.c.ink3, words.results, Align::right);
  if (ui.phone()) return;
  const auto hint = [&](std::span<const std::string_view> keys, std::string_view meaning) {
    for (const auto key : keys) rest.cut_left(key_cap(ui, rest, key) + 8);
    rest.cut_left(ui.text(rest, type::caption, ui.c.ink3, meaning) + 24);
  };
  constexpr std::string_view kMove[] = {"\xE2\x86\x91", "\xE2\x86\x93"}, kOpen[] = {"\xE2\x86\xB5"}, kActions[] = {">"};
  hint(kMove, words.to_move);
  hint(kOpen, words.to_open);
  if (!words.only_actions.empty()) hint(kActions, words.only_actions);
}

/// Arrow keys move the mark. Out: Enter was pressed.
bool move_mark(Ui& ui, WidgetId field, PaletteState& state, int count) {
  if (state.marked >= count) state.marked = std::max(0, count - 1);
  const KeyPress* press = ui.frame.key(field);
  if (press == nullptr || count == 0) return false;
  if (press->key == Key::down) state.marked = (state.marked + 1) % count;
  if (press->key == Key::up) state.marked = (state.marked + count - 1) % count;
  if (press->key == Key::page_down) state.marked = std::min(count - 1, state.marked + 8);
  if (press->key == Key::page_up) state.marked = std::max(0, state.marked - 8);
  return press->key == Key::enter;
}

}  // namespace

int palette(Ui& ui, PaletteState& state, std::span<const PaletteItem> items, const PaletteWords& words) {
  const Rect window = ui.screen();
  const float top = ui.phone() ? 8.0f : std::min(kTop, window.height * 0.14f);
  const float width = std::min(kWidth, window.width - 16);
  const float height = std::min(kEntry + results_height(items) + kFoot, window.height - top - 16);
  const Rect box = ui.snap(Rect{(window.width - width) / 2, top, width, height});
  Layer layer(ui, box, "palette", {.kind = LayerKind::modal, .role = MirrorRole::dialog, .name = words.name, .radius = metrics::kRadiusPalette});
  Rect rest = box;
  Rect entry = rest.cut_top(kEntry).inset(20, 0);
  const WidgetId list = ui.peek_id("results");
  const WidgetId marked = widget_id(static_cast<std::uint64_t>(state.marked), list);
  key_cap(ui, entry.cut_right(40), "Esc", Align::right);
  ui.paint_icon(entry.cut_left(20).moved(-1, 0), Icon::search, ui.c.ink3, 18);
  entry.cut_left(12);
  const WidgetId field = ui.make_id(words.name);
  const auto text = ui.frame.new_text(field);
  const bool is_outdated = text && *text != state.text;
  if (is_outdated) {
    state.text = *text;
    state.marked = 0;
  }
  const TextStyle style{17, 24};
  const Behaviour done = ui.behave(MirrorItem{.id = field, .role = MirrorRole::search_field, .rect = entry, .name = words.name, .value = state.text,
                                              .placeholder = words.placeholder, .states = mirror_state::has_list | mirror_state::expanded,
                                              .keys = key_set::vertical | key_set::pages | key_set::of(Key::enter), .controls = items.empty() ? 0 : marked,
                                              .text = {.size_px = style.size, .line_height_px = style.line, .padding_top = (kEntry - style.line) / 2, .colour = ui.c.ink}});
  if (!done.focused) ui.paint_text(entry, style, state.text.empty() ? ui.c.ink3 : ui.c.ink, state.text.empty() ? words.placeholder : std::string_view(state.text));
  ui.hairline(box.x, rest.y, box.width);
  Rect foot = rest.cut_bottom(kFoot);
  const int count = static_cast<int>(items.size());
  const int before = state.marked;
  const bool acts = move_mark(ui, field, state, count) || state.acts_next;
  state.acts_next = acts && is_outdated;
  int chosen = acts && !is_outdated && count > 0 ? state.marked : -1;
  {
    ScrollArea scroll(ui, rest, "scroll", {}, {.end_padding = kPadding});
    Rect area = scroll.content().inset(kPadding, 0);
    Group group(ui, MirrorItem{.id = list, .role = MirrorRole::list_box, .rect = area.with_height(results_height(items)), .name = words.name, .tab_index = -1});
    std::string_view head;
    for (int i = 0; i < count; ++i) {
      const PaletteItem& item = items[static_cast<std::size_t>(i)];
      if (item.group != head) ui.paint_text(area.cut_top(kGroup).inset(12, 0).moved(0, 2), type::head, ui.c.ink3, item.group);
      head = item.group;
      const WidgetId id = widget_id(static_cast<std::uint64_t>(i), list);
      if (draw_item(ui, area.cut_top(kRow), item, id, i == state.marked, state.text, i, count)) chosen = i;
      if (i == state.marked && before != state.marked) ui.frame.reveal(id);
    }
    if (count == 0) ui.text(area.cut_top(48).inset(12, 0), type::form, ui.c.ink3, words.nothing_found);
  }
  draw_foot(ui, foot, words);
  if (chosen >= 0 || layer.closed()) state = {};
  return chosen;
}

}  // namespace fullcircle::ui

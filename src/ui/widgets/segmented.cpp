#include "ui/widgets/segmented.h"

#include <cmath>

#include "ui/widgets/scroll.h"

namespace fullcircle::ui {
namespace {

constexpr float kSegmentPadding = 12, kCountGap = 6, kInset = 2, kTabGap = 24;

float label_width(const Ui& ui, const Segment& segment) {
  float width = ui.text_width(type::control, segment.label);
  if (!segment.count.empty()) width += kCountGap + ui.text_width(type::body, segment.count);
  return width;
}

void paint_label(Ui& ui, Rect rect, const Segment& segment, Colour colour) {
  rect = rect.centred(label_width(ui, segment) + 1, rect.height);
  rect.x = ui.snap(rect.x);
  rect.cut_left(ui.paint_text(rect, type::control, colour, segment.label));
  if (segment.count.empty()) return;
  rect.cut_left(kCountGap);
  ui.paint_text(rect, type::body, ui.c.ink3, segment.count);
}

/// Arrow keys move the choice, as in every group of which one is chosen.
bool move_by_keys(Ui& ui, WidgetId id, int count, int& chosen) {
  const int step = ui.frame.key(id, Key::right) ? 1 : ui.frame.key(id, Key::left) ? -1 : 0;
  if (step != 0) chosen = (chosen + step + count) % count;
  if (ui.frame.key(id, Key::home)) chosen = 0;
  if (ui.frame.key(id, Key::end)) chosen = count - 1;
  return ui.frame.key(id) != nullptr;
}


}  // namespace

float segmented_width(Ui& ui, std::span<const Segment> segments) {
  float width = 2 * kInset;
  for (const Segment& segment : segments) width += label_width(ui, segment) + 2 * kSegmentPadding;
  return width;
}

namespace {

/// What was chosen when the row was last drawn: a new choice is scrolled into view, once.
struct ShownChoice {
  int chosen = -1;
};

void reveal_choice(Ui& ui, WidgetId row, WidgetId id, const Rect& place, int chosen) {
  ShownChoice& shown = ui.memory.state<ShownChoice>(row);
  if (shown.chosen == chosen) return;
  shown.chosen = chosen;
  if (place.x < ui.clip().x || place.right() > ui.clip().right()) ui.frame.reveal(id);
}

}  // namespace

bool segmented(Ui& ui, const Rect& rect, std::string_view name, std::span<const Segment> segments, int& chosen) {
  const int before = chosen;
  const float height = std::min(rect.height, metrics::kSegmented);
  Rect base = rect.middle(height).with_width(segmented_width(ui, segments));
  IdScope scope(ui, name);
  Group group(ui, MirrorRole::radio_group, base, name);
  ui.fill(base, ui.c.hover, metrics::kRadiusControl);
  Rect rest = base.inset(kInset);
  for (int i = 0; i < static_cast<int>(segments.size()); ++i) {
    const Segment& segment = segments[static_cast<std::size_t>(i)];
    const Rect place = rest.cut_left(label_width(ui, segment) + 2 * kSegmentPadding);
    const WidgetId id = ui.make_id(segment.label);
    const bool is_chosen = i == chosen;
    std::string& spoken = ui.memory.spoken_buffer;
    spoken = segment.label;
    if (!segment.count.empty()) spoken.append(" ").append(segment.count);
    const Behaviour done = ui.behave(MirrorItem{.id = id, .role = MirrorRole::radio, .rect = place, .name = spoken,
                                                .states = is_chosen ? mirror_state::checked : 0,
                                                .keys = key_set::horizontal | key_set::ends, .tab_index = is_chosen ? 0 : -1});
    if (is_chosen) {
      reveal_choice(ui, ui.peek_id("shown"), id, place, i);
      ui.fill(place, ui.c.sheet, metrics::kRadiusSmall);
      ui.outline(place.grow(1), ui.c.line2, metrics::kRadiusSmall + 1);
    }
    paint_label(ui, place, segment, is_chosen ? ui.c.ink : ui.animate_colour(id, ui.c.ink2, ui.c.ink, done.hovered));
    if (done.focus_visible) ui.focus_ring(place, metrics::kRadiusSmall);
    if (done.clicked) chosen = i;
    if (done.focused && move_by_keys(ui, id, static_cast<int>(segments.size()), chosen))
      ui.set_focus(ui.peek_id(segments[static_cast<std::size_t>(chosen)].label));
  }
  return chosen != before;
}

bool segmented_right(Ui& ui, Rect& row, std::string_view name, std::span<const Segment> segments, int& chosen, float gap) {
  const Rect place = row.cut_right(segmented_width(ui, segments));
  row.cut_right(gap);
  return segmented(ui, place, name, segments, chosen);
}

bool tabs(Ui& ui, const Rect& rect, std::string_view name, std::span<const Segment> tabs, int& chosen) {
  const int before = chosen;
  const Rect bar = rect.with_height(std::min(rect.height, metrics::kTab));
  ui.hairline(bar.x, bar.bottom() - 1, bar.width);
  float width = 0;
  for (const Segment& tab : tabs) width += label_width(ui, tab) + kTabGap;
  ScrollArea scroll(ui, bar.grow(4, 0), name, {}, {.horizontal = true, .content_width = width + 8});
  Rect rest = scroll.content().inset(4, 0);
  Group group(ui, MirrorRole::tab_list, rest, name);
  for (int i = 0; i < static_cast<int>(tabs.size()); ++i) {
    const Segment& tab = tabs[static_cast<std::size_t>(i)];
    const Rect place = ui.snap(rest.cut_left(label_width(ui, tab)));
    rest.cut_left(kTabGap);
    const bool is_chosen = i == chosen;
    const WidgetId id = ui.make_id(tab.label);
    const Behaviour done = ui.behave(MirrorItem{.id = id, .role = MirrorRole::tab, .rect = place, .name = tab.label,
                                                .states = is_chosen ? mirror_state::selected : 0,
                                                .keys = key_set::horizontal | key_set::ends, .tab_index = is_chosen ? 0 : -1});
    paint_label(ui, place.moved(0.5f, -1), tab, is_chosen ? ui.c.ink : ui.animate_colour(id, ui.c.ink2, ui.c.ink, done.hovered));
    if (is_chosen) reveal_choice(ui, ui.peek_id("shown"), id, place, i);
    if (is_chosen) ui.fill({place.x, place.bottom() - 2, place.width, 2}, ui.c.accent, 1);
    if (done.focus_visible) ui.outline(place.grow(4, -6), ui.c.accent, metrics::kRadiusChip, 2);
    if (done.clicked) chosen = i;
    if (done.focused && move_by_keys(ui, id, static_cast<int>(tabs.size()), chosen))
      ui.set_focus(ui.peek_id(tabs[static_cast<std::size_t>(chosen)].label));
  }
  return chosen != before;
}

}  // namespace fullcircle::ui

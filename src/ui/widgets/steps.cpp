#include "ui/widgets/steps.h"

#include <imgui.h>

#include <numbers>

#include "ui/widgets/avatar.h"

namespace fullcircle::ui {
namespace {

constexpr float kStep = 40, kStage = 32, kTimelineEntry = 48, kDisc = 24;

/// 18 across: a circle, an arc under way, or a tick.
void paint_state(Ui& ui, const Rect& rect, StepState state, float size) {
  if (!ui.visible(rect)) return;
  const Point centre = rect.centre();
  ImDrawList& list = ui.draw();
  const float radius = size / 2 - 1.5f;
  switch (state) {
    case StepState::open: ui.paint_icon(rect, Icon::circle, ui.c.field, size); break;
    case StepState::done: ui.paint_icon(rect, Icon::circle_check, ui.c.accent, size); break;
    case StepState::current: {
      list.AddCircle({centre.x, centre.y}, radius, ui.c.track, 0, 2.5f);
      constexpr float kTop = -std::numbers::pi_v<float> / 2;
      list.PathArcTo({centre.x, centre.y}, radius, kTop, kTop + std::numbers::pi_v<float> * 1.25f, 24);
      list.PathStroke(ui.c.accent, 0, 2.5f);
      break;
    }
  }
}

}  // namespace

int step_rail(Ui& ui, const Rect& rect, std::string_view name, std::span<const Step> steps, int shown) {
  IdScope scope(ui, name);
  Group group(ui, MirrorRole::navigation, rect.with_height(kStep * static_cast<float>(steps.size())), name);
  int clicked = -1;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const Step& step = steps[i];
    const Rect place = rect.row(i, kStep);
    const WidgetId id = ui.make_id(step.label);
    const bool current = static_cast<int>(i) == shown;
    const Behaviour done = ui.behave(id, place, MirrorRole::button, step.label, current ? mirror_state::current : 0);
    if (current) ui.fill(place, ui.c.press, metrics::kRadiusControl);
    else if (done.hovered) ui.fill(place, ui.c.hover, metrics::kRadiusControl);
    Rect inside = place.inset(12, 0);
    paint_state(ui, inside.cut_left(18), step.state, 18);
    inside.cut_left(12);
    if (!step.note.empty()) {
      ui.paint_text(inside.cut_right(ui.text_width(type::body.figures(), step.note) + 1), type::body.figures(), ui.c.ink3, step.note);
      inside.cut_right(8);
    }
    ui.paint_text(inside, current ? type::control : type::body, current ? ui.c.ink : ui.c.ink2, step.label);
    if (done.focus_visible) ui.focus_ring(place, metrics::kRadiusControl);
    if (done.clicked) clicked = static_cast<int>(i);
  }
  return clicked;
}

float stage_list(Ui& ui, const Rect& rect, std::span<const Step> steps) {
  const float height = kStage * static_cast<float>(steps.size());
  Group group(ui, MirrorRole::list, rect.with_height(height), {});
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const Step& step = steps[i];
    Rect row = rect.row(i, kStage);
    IdScope scope(ui, static_cast<std::uint64_t>(i));
    Group item(ui, MirrorRole::list_item, row, {});
    const bool current = step.state == StepState::current;
    const TextStyle style = current ? type::control.semibold() : type::body;
    paint_state(ui, row.cut_left(16), step.state, 16);
    row.cut_left(10);
    if (!step.note.empty()) {
      const float width = ui.text_width(style.figures(), step.note) + 1;
      ui.text(row.cut_right(width), style.figures(), current ? ui.c.ink : ui.c.ink2, step.note);
      row.cut_right(8);
    }
    ui.text(row, style, current ? ui.c.ink : ui.c.ink2, step.label);
  }
  return height;
}

float check_list(Ui& ui, const Rect& rect, std::span<const CheckLine> lines) {
  Rect rest = rect;
  Group group(ui, MirrorRole::list, rect.with_height(44 * static_cast<float>(lines.size())), {});
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const CheckLine& line = lines[i];
    IdScope scope(ui, static_cast<std::uint64_t>(i));
    const float words = rest.width - 20 - 12;
    const float caption = ui.paragraph_height(words, type::caption, line.caption);
    Rect row = rest.cut_top(20 + caption);
    Group item(ui, MirrorRole::list_item, row, {});
    icon_disc(ui, row.cut_left(20), line.tone == Tone::good ? Icon::check : Icon::circle_alert, line.tone, 20);
    row.cut_left(12);
    ui.text(row.cut_top(18), type::control, ui.c.ink, line.label);
    ui.paragraph(row, type::caption, ui.c.ink2, line.caption);
    rest.skip(8);
  }
  return rest.y - rect.y;
}

float timeline_height(std::size_t entries) { return kTimelineEntry * static_cast<float>(entries); }

int timeline(Ui& ui, const Rect& rect, std::string_view name, std::span<const TimelineEntry> entries) {
  IdScope scope(ui, name);
  Group group(ui, MirrorRole::list, rect.with_height(timeline_height(entries.size())), name);
  int clicked = -1;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const TimelineEntry& entry = entries[i];
    IdScope row_scope(ui, static_cast<std::uint64_t>(i));
    Rect row = rect.row(i, kTimelineEntry);
    const WidgetId id = ui.make_id("entry");
    const MirrorStates states = entry.clickable ? mirror_state::clickable | mirror_state::focusable : 0;
    Group item(ui, MirrorItem{.id = id, .role = MirrorRole::list_item, .rect = row, .name = entry.title, .states = states,
                              .tab_index = entry.clickable ? 0 : -1});
    const Behaviour done = ui.behaviour_of(id);
    if (entry.clickable && done.hovered) ui.fill(row.grow(6, 0).moved(0, -4), ui.c.hover, metrics::kRadiusControl);
    const Rect disc = row.cut_left(kDisc);
    icon_disc(ui, disc.with_height(kDisc), entry.icon, entry.tone, kDisc);
    if (i + 1 < entries.size()) ui.fill({disc.centre().x - 1, row.y + kDisc + 3, 2, kTimelineEntry - kDisc - 6}, ui.c.line);
    row.cut_left(12);
    ui.text(row.cut_top(18), type::control, ui.c.ink, entry.title);
    ui.text(row.cut_top(16), type::caption, ui.c.ink3, entry.caption);
    if (done.focus_visible) ui.focus_ring(row.with_height(40), metrics::kRadiusChip);
    if (entry.clickable && done.clicked) clicked = static_cast<int>(i);
  }
  return clicked;
}

}  // namespace fullcircle::ui

#include "ui/widgets/states.h"

#include <imgui.h>

#include <cmath>

#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/dashes.h"

namespace fullcircle::ui {

bool empty_state(Ui& ui, const Rect& rect, std::string_view title, const EmptyOptions& options, float* height) {
  Rect rest = rect;
  rest.width = std::min(rest.width, 520.0f);
  rest.skip(8);
  rest.skip(ui.paragraph(rest, type::section, ui.c.ink, title));
  rest.skip(4);
  rest.skip(ui.paragraph(rest, type::form, ui.c.ink2, options.text));
  bool clicked = false;
  if (!options.action.empty()) {
    rest.skip(16);
    const ButtonOptions look{.kind = options.primary ? ButtonKind::primary : ButtonKind::secondary, .icon = options.icon,
                             .height = ui.control_height()};
    Rect row = rest.cut_top(look.height);
    clicked = button_left(ui, row, options.action, look);
  }
  if (height != nullptr) *height = rest.y - rect.y;
  return clicked;
}

bool drop_zone(Ui& ui, const Rect& rect, std::string_view title, const DropOptions& options) {
  const bool over = ui.frame.input().files_over_window;
  IdScope scope(ui, title);
  Group group(ui, MirrorRole::region, rect, title);
  ui.fill(rect, over ? ui.c.band : ui.c.accent_soft, metrics::kRadiusSheet);
  dashed_outline(ui, rect.inset(0.75f), metrics::kRadiusSheet, ui.c.accent, over ? 2.0f : 1.5f, 6, 4);
  const float words = options.text.empty() ? 0.0f : 24.0f;
  const float content = options.compact ? 20 + words + 12 + 32 : 44 + 14 + 22 + words + 14 + 32;
  Rect rest = rect.middle(content);
  if (!options.compact) {
    const Rect disc = rest.cut_top(44).centred(44, 44);
    if (ui.visible(disc)) ui.draw().AddCircleFilled({disc.centre().x, disc.centre().y}, 22, ui.c.sheet);
    ui.paint_icon(disc, options.icon, ui.c.accent, 20);
    rest.skip(14);
  }
  ui.text(rest.cut_top(options.compact ? 20.0f : 22.0f), options.compact ? type::group : TextStyle{15, 22, Weight::semibold}, ui.c.ink, title,
          Align::centre);
  if (!options.text.empty()) {
    rest.skip(4);
    ui.text(rest.cut_top(20), type::body, ui.c.ink2, options.text, Align::centre);
  }
  rest.skip(options.compact ? 12.0f : 14.0f);
  return button(ui, rest.cut_top(32).centred(button_width(ui, options.action), 32), options.action);
}

float error_note(Ui& ui, const Rect& rect, std::string_view title, std::string_view text) {
  Rect inside = rect.inset(14, 12);
  inside.cut_left(26);
  const float height = 20 + (text.empty() ? 0 : ui.paragraph_height(inside.width, type::body, text));
  const Rect box = rect.with_height(height + 24);
  const WidgetId id = ui.make_id(title);
  ui.frame.mirror().open({.id = id, .role = MirrorRole::alert, .rect = box, .tab_index = -1});
  ui.fill(box, ui.c.bad_soft, metrics::kRadiusChoice);
  ui.paint_icon({rect.x + 14, inside.y, 16, 20}, Icon::circle_alert, ui.c.bad);
  ui.text(inside.cut_top(20), type::control, ui.c.ink, title);
  ui.paragraph(inside, type::body, ui.c.ink2, text);
  ui.frame.mirror().close();
  return box.height;
}

namespace {

constexpr float kNoteIcon = 22, kNotePadding = 10;

}  // namespace

float note_height(Ui& ui, float width, std::string_view marked) {
  return std::max(32.0f, ui.rich_height(width - 2 * kNotePadding - kNoteIcon, {12, 18}, marked) + 14);
}

float note(Ui& ui, const Rect& rect, Icon icon, std::string_view marked, Tone tone) {
  const Rect box = rect.with_height(note_height(ui, rect.width, marked));
  ui.fill(box, tone == Tone::neutral ? ui.c.subtle : tone_soft(ui.c, tone), metrics::kRadiusControl);
  Rect inside = box.inset(kNotePadding, 7);
  ui.paint_icon(inside.cut_left(14).with_height(18), icon, tone_text(ui.c, tone), 14);
  inside.cut_left(kNoteIcon - 14);
  ui.rich(inside, {12, 18}, ui.c.ink2, marked);
  return box.height;
}

void loading_rows(Ui& ui, const Rect& rect, float row_height, int rows, std::string_view name) {
  const WidgetId id = ui.make_id(name);
  ui.frame.mirror().add({.id = id, .role = MirrorRole::status, .rect = rect, .name = name, .states = mirror_state::busy, .tab_index = -1});
  const double since = ui.memory.first_seen_ms.try_emplace(id, ui.now_ms()).first->second;
  if (ui.now_ms() < since + 300) return ui.frame.redraw_at(since + 300);
  constexpr float kShares[] = {0.62f, 0.48f, 0.7f, 0.55f};
  for (int i = 0; i < rows; ++i) {
    const Rect row = rect.row(static_cast<std::size_t>(i), row_height);
    ui.fill(row.with_width(row.width * kShares[i % 4]).middle(12), ui.c.hover, 6);
  }
}

}  // namespace fullcircle::ui

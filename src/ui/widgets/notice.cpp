#include "ui/widgets/notice.h"

#include <cmath>

#include "ui/widgets/button.h"
#include "ui/widgets/draw_layers.h"

namespace fullcircle::ui {
namespace {

constexpr float kHeight = 44;
constexpr double kShownMs = metrics::kNoticeSeconds * 1000;

/// The clock stands still while somebody looks at the notice. Out: it is over.
bool tick(Ui& ui, Notice& notice, bool attended) {
  const double now = ui.now_ms();
  if (notice.leaves_at_ms == 0) notice.leaves_at_ms = now + kShownMs;
  if (attended) {
    if (notice.left_ms == 0) notice.left_ms = std::max(1.0, notice.leaves_at_ms - now);
    return false;
  }
  if (notice.left_ms > 0) {
    notice.leaves_at_ms = now + notice.left_ms;
    notice.left_ms = 0;
  }
  if (now >= notice.leaves_at_ms) return true;
  ui.frame.redraw_at(notice.leaves_at_ms);
  return false;
}

}  // namespace

std::uint64_t show_notice(Ui& ui, std::string_view text, std::string_view action, bool problem) {
  ui.memory.notices.clear();   // the newest only: a pile would be read by nobody
  ui.memory.notices.push_back({.number = ++ui.memory.notices_shown, .text = std::string(text), .action = std::string(action), .problem = problem});
  ui.frame.redraw();
  return ui.memory.notices_shown;
}

std::optional<std::uint64_t> draw_notices(Ui& ui) {
  if (ui.memory.notices.empty()) return std::nullopt;
  Notice& notice = ui.memory.notices.back();
  IdScope scope(ui, notice.number);
  const WidgetId id = ui.make_id("notice");
  const ButtonOptions quiet{.kind = ButtonKind::quiet, .key = "undo"};
  const float action = notice.action.empty() ? 0 : button_width(ui, notice.action, quiet);
  const Rect window = ui.screen();
  const float most = window.width - 32;
  const float width = std::min(most, std::ceil(14 + 16 + 10 + ui.text_width(type::body, notice.text) + (action > 0 ? 8 + action + 6 : 16)));
  const float bottom = ui.phone() ? metrics::kPhoneTabBar + 16 : 24.0f;
  const float rise = 4 * (1 - ui.appear(id, metrics::kMenuSeconds));
  const Rect box = ui.snap(Rect{(window.width - width) / 2, window.height - bottom - kHeight + rise, width, kHeight});
  ui.memory.draw_layers->select(DrawLayers::kTop);
  ui.frame.mirror().open({.id = id, .role = notice.problem ? MirrorRole::alert : MirrorRole::status, .rect = box,
                          .states = mirror_state::clickable, .tab_index = -1, .layer = 90});
  ui.raised(box, metrics::kRadiusChoice);
  Rect inside = box;
  inside.cut_left(14);
  ui.paint_icon(inside.cut_left(16), notice.problem ? Icon::circle_alert : Icon::circle_check, notice.problem ? ui.c.bad : ui.c.good);
  inside.cut_left(10);
  bool undone = false;
  if (action > 0) {
    inside.cut_right(6);
    undone = button(ui, inside.cut_right(action).middle(metrics::kControl), notice.action, quiet);
    inside.cut_right(8);
  }
  ui.text(inside, type::body, ui.c.ink, notice.text);
  const bool attended = ui.frame.hovered(id) || ui.frame.focused(button_id(ui, "undo"));
  ui.frame.mirror().close();
  ui.memory.draw_layers->select(0);
  const std::uint64_t number = notice.number;
  if (tick(ui, notice, attended) || undone) {
    ui.memory.notices.clear();
    ui.frame.redraw();
  }
  if (undone) return number;
  return std::nullopt;
}

}  // namespace fullcircle::ui

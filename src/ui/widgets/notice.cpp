#include "ui/widgets/notice.h"

#include <algorithm>
#include <cmath>

#include "ui/widgets/button.h"
#include "ui/widgets/draw_layers.h"

namespace fullcircle::ui {
namespace {

constexpr float kHeight = 44, kMostWidth = 720, kBeforeText = 14 + 16 + 10;
/// Narrower text beside the actions would become a column of words: they go below it.
constexpr float kLeastText = 180;
constexpr std::string_view kActionKeys[] = {"undo", "second"};
constexpr double kShownMs = metrics::kNoticeSeconds * 1000;

/// At the foot of the window; at its head while a dialog's buttons or a menu lie where it would be.
Rect place_notice(const Ui& ui, float width, float height) {
  const Rect window = ui.screen();
  const float below = ui.phone() ? metrics::kPhoneTabBar + 16 : 24.0f;
  const Rect foot{(window.width - width) / 2, window.height - below - height, width, height};
  const bool is_taken = std::ranges::any_of(ui.memory.layers, [&](const OpenLayer& layer) { return layer.rect.overlaps(foot); });
  return is_taken ? Rect{foot.x, 16, width, height} : foot;
}

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

std::uint64_t show_notice(Ui& ui, std::string_view text, std::string_view action, bool problem, std::string_view second_action) {
  ui.memory.notices.clear();   // the newest only: a pile would be read by nobody
  ui.memory.notices.push_back({.number = ++ui.memory.notices_shown, .text = std::string(text),
                               .actions = {std::string(action), std::string(second_action)}, .problem = problem});
  ui.frame.redraw();
  return ui.memory.notices_shown;
}

std::optional<NoticeClick> draw_notices(Ui& ui) {
  if (ui.memory.notices.empty()) return std::nullopt;
  Notice& notice = ui.memory.notices.back();
  IdScope scope(ui, notice.number);
  const WidgetId id = ui.make_id("notice");
  const auto quiet = [](std::size_t index) { return ButtonOptions{.kind = ButtonKind::quiet, .key = kActionKeys[index]}; };
  float actions = 0;
  for (std::size_t i = 0; i < 2; ++i)
    if (!notice.actions[i].empty()) actions += button_width(ui, notice.actions[i], quiet(i)) + 4;
  const Rect window = ui.screen();
  const float most = std::min(window.width - 32, kMostWidth), text_width = std::ceil(ui.text_width(type::body, notice.text));
  const float beside = actions > 0 ? 8 + actions + 2 : 16;
  const bool is_stacked = actions > 0 && kBeforeText + beside + std::min(text_width, kLeastText) > most;
  const float around = kBeforeText + (is_stacked ? 16 : beside);
  const float width = is_stacked ? most : std::min(most, around + text_width);
  const float text_height = ui.paragraph_height(width - around, type::body, notice.text), row_height = ui.control_height();
  const float text_part = std::max(kHeight, text_height + 24), height = text_part + (is_stacked ? row_height + 4 : 0);
  const float rise = 4 * (1 - ui.appear(id, metrics::kMenuSeconds));
  const Rect box = ui.snap(place_notice(ui, width, height).moved(0, rise));
  ui.memory.draw_layers->select(DrawLayers::kTop);
  ui.frame.mirror().open({.id = id, .role = notice.problem ? MirrorRole::alert : MirrorRole::status, .rect = box,
                          .states = mirror_state::clickable, .tab_index = -1, .layer = 90});
  ui.raised(box, metrics::kRadiusChoice);
  Rect rest = box, inside = rest.cut_top(text_part);
  Rect row = is_stacked ? rest.cut_top(row_height).cut_right(actions + 2) : inside.cut_right(actions > 0 ? actions + 2 : 0);
  inside.cut_left(14);
  ui.paint_icon(inside.cut_left(16), notice.problem ? Icon::circle_alert : Icon::circle_check, notice.problem ? ui.c.bad : ui.c.good);
  inside.cut_left(10);
  std::optional<NoticeClick> clicked;
  bool attended = ui.frame.hovered(id);
  for (std::size_t i = 0; i < 2; ++i) {
    if (notice.actions[i].empty()) continue;
    if (button_left(ui, row, notice.actions[i], quiet(i), 4)) clicked = NoticeClick{notice.number, i};
    attended = attended || ui.frame.focused(button_id(ui, kActionKeys[i]));
  }
  inside.cut_right(is_stacked ? 16 : beside - actions - 2);
  text_height > 22 ? void(ui.paragraph(inside.middle(text_height), type::body, ui.c.ink, notice.text))
                   : void(ui.text(inside, type::body, ui.c.ink, notice.text));
  ui.frame.mirror().close();
  ui.memory.draw_layers->select(0);
  if (tick(ui, notice, attended) || clicked) {
    ui.memory.notices.clear();
    ui.frame.redraw();
  }
  return clicked;
}

}  // namespace fullcircle::ui

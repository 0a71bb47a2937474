#include "ui/storage_banner.h"

#include <vector>

#include "ui/widgets/button.h"

namespace fullcircle {
namespace {

using namespace ui::metrics;

struct BannerAction {
  std::string_view label;
  Icon icon{};
  std::vector<Task> tasks;
};
struct Banner {
  ui::Tone tone = ui::Tone::warn;
  std::string text;
  std::vector<BannerAction> actions;
  bool can_close = false;
};

Banner damage_banner(const ScreenContext& screen, const LoadReport& report) {
  Banner banner{ui::Tone::warn, {}, {}, true};
  const int count = static_cast<int>(report.set_aside.size());
  banner.text = count > 0 ? screen.tr("storage.damaged", {{"count", count}}) : std::string(screen.tr("storage.damaged_kept"));
  BannerAction save_all{screen.tr("action.download"), Icon::download, {}};
  for (const SetAside& part : report.set_aside)
    if (part.is_kept) save_all.tasks.push_back(DownloadSetAside{part.name});
  for (const std::string& name : report.kept) save_all.tasks.push_back(DownloadSetAside{name});
  if (!save_all.tasks.empty()) banner.actions.push_back(std::move(save_all));
  return banner;
}

/// What matters most to whoever is about to type.
std::optional<Banner> choose_banner(const ScreenContext& screen, const StorageBannerState& state) {
  const SaveState& save = screen.app.save;
  if (save.mode == StoreMode::too_new) return Banner{ui::Tone::warn, std::string(screen.tr("storage.too_new_how")), {}, false};
  if (save.mode == StoreMode::reading) {
    const bool has_unsaved = save.status == SaveStatus::not_saved;
    return Banner{has_unsaved ? ui::Tone::bad : ui::Tone::neutral, std::string(screen.tr(has_unsaved ? "storage.elsewhere_unsaved" : "storage.elsewhere")),
                  {{screen.tr("storage.edit_here"), {}, {TakeOverWriting{}}}}, false};
  }
  if (save.status == SaveStatus::not_saved)
    return Banner{ui::Tone::bad, screen.tr("storage.not_saved_why", {{"reason", save.reason ? screen.language.describe(*save.reason) : std::string()}}),
                  {{screen.tr("storage.download_copy"), Icon::download, {BackUp{}}}, {screen.tr("action.retry"), {}, {RetrySave{}}}}, false};
  if (screen.app.load_report && state.seen != screen.app.open_workspace) return damage_banner(screen, *screen.app.load_report);
  return std::nullopt;
}

Icon icon_of(ui::Tone tone) { return tone == ui::Tone::neutral ? Icon::info : Icon::triangle_alert; }

void draw_actions(ScreenContext& screen, Rect row, const Banner& banner, Intents& intents) {
  for (const BannerAction& action : banner.actions)
    if (ui::button_left(screen.ui, row, action.label, {.icon = action.icon, .height = kControlSmall}))
      intents.tasks.insert(intents.tasks.end(), action.tasks.begin(), action.tasks.end());
}

float actions_width(ui::Ui& ui, const Banner& banner) {
  float width = 0;
  for (const BannerAction& action : banner.actions) width += ui::button_width(ui, action.label, {.icon = action.icon, .height = kControlSmall}) + 8;
  return width;
}

}  // namespace

Intents draw_storage_banner(ScreenContext& screen, Rect& area, StorageBannerState& state) {
  Intents intents;
  const auto banner = choose_banner(screen, state);
  if (!banner) return intents;
  auto& ui = screen.ui;
  constexpr float kMargin = 8, kPadding = 14, kIcon = 26;
  const float close = banner->can_close ? 36.0f : 0.0f;
  const float buttons = actions_width(ui, *banner);
  const float words = area.width - 2 * (kMargin + kPadding) - kIcon - close;
  const bool is_stacked = ui.text_width(ui::type::body, banner->text) > words - buttons - 16;
  const float text_height = is_stacked ? ui.paragraph_height(words, ui::type::body, banner->text) : kControlSmall;
  const bool has_row = is_stacked && !banner->actions.empty();
  Rect box = area.cut_top(kMargin + text_height + 16 + (has_row ? 36 : 0)).inset(kMargin, 0);
  box.skip(kMargin);
  const ui::Group region(ui, MirrorRole::region, box, screen.tr("settings.storage_title"));
  ui.fill(box, ui::tone_soft(ui.c, banner->tone), kRadiusControl);
  Rect inside = box.inset(kPadding, 8);
  Rect side = inside.cut_right(close);
  if (banner->can_close && ui::icon_button(ui, side.with_height(kControlSmall).with_width(kControlSmall).moved(8, 0), Icon::x, screen.tr("action.close")))
    state.seen = screen.app.open_workspace;
  ui.paint_icon(inside.cut_left(16).with_height(is_stacked ? 20 : kControlSmall), icon_of(banner->tone), ui::tone_text(ui.c, banner->tone));
  inside.cut_left(kIcon - 16);
  if (!is_stacked) draw_actions(screen, inside.cut_right(buttons), *banner, intents);
  const Rect text = inside.cut_top(text_height);
  is_stacked ? void(ui.paragraph(text, ui::type::body, ui.c.ink, banner->text)) : void(ui.text(text, ui::type::body, ui.c.ink, banner->text));
  if (has_row) draw_actions(screen, inside.cut_top(36).moved(0, 4), *banner, intents);
  return intents;
}

}  // namespace fullcircle

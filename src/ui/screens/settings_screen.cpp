#include "ui/screens/settings_screen.h"

#include <array>

#include "ui/screens/settings_parts.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/form.h"
#include "ui/widgets/scroll.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/shell.h"

namespace fullcircle {
namespace {

using namespace ui::metrics;

constexpr float kListWidth = 224, kContentWidth = 720;

struct SectionEntry {
  std::string_view key;
  ui::Icon icon;
};
constexpr std::array<SectionEntry, 8> kSections{{{"settings.general", Icon::sliders_horizontal},
                                                 {"settings.scales", Icon::ruler},
                                                 {"settings.storage", Icon::hard_drive},
                                                 {"first_run.your_teams", Icon::users},
                                                 {"encryption.title", Icon::key_round},
                                                 {"lock.title", Icon::lock},
                                                 {"settings.look", Icon::languages},
                                                 {"settings.keyboard", Icon::keyboard}}};

SettingsSection section_of(const Route& route) { return parse_name<SettingsSection>(route.tab).value_or(route.tab == "sharing" ? SettingsSection::storage : SettingsSection::general); }

/// The list of sections at the left. Out: the one to go to.
std::optional<SettingsSection> draw_list(ScreenContext& screen, Rect area, SettingsSection active) {
  auto& ui = screen.ui;
  const ui::Group list(ui, MirrorRole::navigation, area.with_height(34 * kSections.size()), screen.tr("settings.title"));
  std::optional<SettingsSection> chosen;
  for (std::size_t i = 0; i < kSections.size(); ++i) {
    if (draw_entry_of_list(ui, area.cut_top(32), kSections[i].icon, screen.tr(kSections[i].key), static_cast<std::size_t>(active) == i))
      chosen = static_cast<SettingsSection>(i);
    area.skip(2);
  }
  return chosen;
}

void draw_section(ScreenContext& screen, Rect& area, SettingsSection section, SettingsState& state, Intents& intents) {
  const bool is_of_team = section == SettingsSection::general || section == SettingsSection::rules;
  const LockedFields locked(screen, is_of_team);
  switch (section) {
    case SettingsSection::general: return draw_general_settings(screen, area, state, intents);
    case SettingsSection::rules: return draw_rule_settings(screen, area, state, intents);
    case SettingsSection::storage: return draw_storage_settings(screen, area, state, intents);
    case SettingsSection::teams: return draw_team_settings(screen, area, state, intents);
    case SettingsSection::encryption: return draw_encryption_settings(screen, area, state, intents);
    case SettingsSection::lock: return draw_lock_settings(screen, area, state, intents);
    case SettingsSection::look: return draw_look_settings(screen, area, intents);
    case SettingsSection::keyboard: return draw_keyboard_settings(screen, area);
  }
}

void take_draft(const ScreenContext& screen, SettingsState& state) {
  const std::uint64_t revision = screen.view.document().revision();
  const Workspace* workspace = screen.view.workspace();
  // Documents count on their own: that of another team may be as far as the last one was.
  if (state.draft && workspace && state.draft->id == workspace->id && state.draft_of == revision) return;
  state.draft = workspace ? std::optional(*workspace) : std::nullopt;
  state.draft_of = revision;
}

}  // namespace

Rect setting_field(ui::Ui& ui, Rect& area, std::string_view title, std::string_view caption, float width) {
  Rect row = ui::setting_row(ui, area, title, caption, true, ui.phone() ? area.width : 0);
  return ui.phone() ? row : row.cut_right(std::min(width, row.width * 0.36f)).middle(ui.control_height());
}

Rect draw_settings_head(ScreenContext& screen, Rect& area, std::string_view title, std::string_view how, bool line, float button_width) {
  auto& ui = screen.ui;
  Rect button = area.with_height(ui.control_height());
  const bool is_stacked = ui.phone() && button_width > 0;
  const float width = is_stacked ? area.width : std::min(area.width * 0.8f, area.width - button_width - 16);
  ui.heading(area.cut_top(24).with_width(width), 2, ui::type::section, ui.c.ink, title);
  area.skip(std::max(how.empty() ? 8.0f : 20.0f, ui.paragraph(area.with_width(width), ui::type::body, ui.c.ink2, how)));
  if (is_stacked) {
    area.skip(10);
    button = area.cut_top(ui.control_height()).with_width(std::min(area.width, button_width));
  }
  area.skip(13);
  if (line) ui.hairline(area.x, area.y, area.width);
  area.skip(1);
  return button;
}

bool setting_button(ScreenContext& screen, Rect& area, std::string_view title, std::string_view caption, std::string_view label, const ui::ButtonOptions& look) {
  Rect row = ui::setting_row(screen.ui, area, title, caption, true, ui::button_width(screen.ui, label, look));
  return ui::button_right(screen.ui, row, label, look);
}

Intents draw_settings(ScreenContext& screen, Rect area, SettingsState& state) {
  Intents intents;
  auto& ui = screen.ui;
  take_draft(screen, state);
  const SettingsSection section = section_of(screen.route);
  const auto go = [&](SettingsSection to) { intents.go = Route{Page::settings, {}, std::string(to_name(to))}; };
  if (ui.phone()) {
    bool went_back = false;
    ui::phone_header(ui, area, screen.tr("settings.title"), {}, went_back);
    std::array<ui::Segment, kSections.size()> tabs;
    for (std::size_t i = 0; i < tabs.size(); ++i) tabs[i].label = screen.tr(kSections[i].key);
    int chosen = static_cast<int>(section);
    if (ui::tabs(ui, area.cut_top(kTab).inset(kPhonePadding, 0), screen.tr("settings.title"), tabs, chosen)) go(static_cast<SettingsSection>(chosen));
  } else {
    const std::array<std::string_view, 2> path{screen.tr("settings.title"), screen.tr(kSections[static_cast<std::size_t>(section)].key)};
    int clicked = -1;
    ui::top_bar_path(ui, area, path, clicked);
    if (clicked == 0) go(SettingsSection::general);
  }
  {
    ui::ScrollArea scroll(ui, area, "settings");
    Rect content = scroll.content().inset(ui.phone() ? kPhonePadding : 32, ui.phone() ? 12 : 28);
    if (!ui.phone()) {
      Rect list = content.cut_left(kListWidth);
      if (const auto to = draw_list(screen, list, section)) go(*to);
      list.skip(34 * kSections.size() + 8);
      if (draw_entry_of_list(ui, list.cut_top(32), Icon::book_open, screen.tr("guide.title"), false)) intents.go = Route{Page::guides, {}, {}};
      content.cut_left(kColumnGap);
      content.width = std::min(content.width, kContentWidth);
    }
    draw_section(screen, content, section, state, intents);
  }
  intents.add(draw_create_team(screen, state.new_team));
  intents.add(draw_team_dialogs(screen, state.teams));
  intents.add(draw_lock_dialog(screen, state.lock));
  return intents;
}

}  // namespace fullcircle

#include "ui/navigation.h"

#include <array>

#include "ui/phone_more.h"
#include "ui/screens/team_list.h"
#include "ui/screens/page_marks.h"
#include "ui/widgets/menu.h"
#include "ui/widgets/shell.h"

namespace fullcircle {
namespace {

/// Which entry of the navigation a page belongs to.
Page section_of(Page page) {
  switch (page) {
    case Page::person: return Page::people;
    case Page::cycle:
    case Page::answer: return Page::requests;
    case Page::result:
    case Page::self_review: return Page::results;
    case Page::conversation: return Page::conversations;
    case Page::plan: return Page::plans;
    case Page::conflicts: return Page::home;
    case Page::guides: return Page::settings;
    default: return page;
  }
}

constexpr std::size_t kFirstOfCycle = 3, kFirstOfGrowth = 7;

std::string count_text(const ScreenContext& screen, int count) { return count > 0 ? screen.formats.integer(count) : std::string(); }

std::string storage_line(const ScreenContext& screen) {
  switch (screen.app.save.mode) {
    case StoreMode::reading:
    case StoreMode::too_new: return std::string(screen.tr("storage.read_only"));
    default: break;
  }
  switch (screen.app.save.status) {
    case SaveStatus::saved: return std::string(screen.tr("storage.saved"));
    case SaveStatus::saving:
      return screen.app.save.fraction ? screen.tr("storage.saving_share", {{"share", screen.formats.percent(*screen.app.save.fraction)}}) : std::string(screen.tr("storage.saving"));
    case SaveStatus::not_saved: return std::string(screen.tr("storage.not_saved"));
  }
  return {};
}

/// Of a long saving; below 0: none is under way.
float saving_share(const ScreenContext& screen) {
  const SaveState& save = screen.app.save;
  return save.mode == StoreMode::writing && save.status == SaveStatus::saving && save.fraction ? static_cast<float>(*save.fraction) : -1;
}

constexpr int kBackupDueDays = 14;

struct BackupLine {
  std::string text;
  bool is_due = false;
};

/// What stands under the state: why it is so or what to do, else how old the last backup is.
BackupLine backup_line(const ScreenContext& screen) {
  if (screen.app.save.mode == StoreMode::reading) return {std::string(screen.tr("storage.read_only_why")), false};
  if (screen.app.save.mode == StoreMode::too_new) return {std::string(screen.tr("storage.too_new")), false};
  if (screen.app.save.status == SaveStatus::not_saved) return {std::string(screen.tr("storage.download_copy")), true};
  if (!screen.app.last_backup) return {std::string(screen.tr("storage.backup_never")), false};
  const Day day = screen.formats.day_of(*screen.app.last_backup);
  return {screen.tr("storage.backup_age", {{"when", screen.formats.relative_day_inside(day)}}), screen.view.today - day > kBackupDueDays};
}

/// The teams to choose from, a new one, and the page with all of them.
void draw_team_menu(ScreenContext& screen, const ui::SidebarResult& head, NavigationState& state, Intents& intents) {
  std::vector<ui::MenuItem> items;
  std::vector<RecordId> ids;
  for (const WorkspaceEntry* entry : teams_to_choose(screen.app.workspaces)) {
    const bool is_open = entry->id == screen.app.open_workspace;
    items.push_back({.label = entry->name, .icon = is_open ? Icon{} : Icon::users, .checked = is_open});
    ids.push_back(entry->id);
  }
  items.push_back({.label = screen.tr("first_run.create"), .icon = Icon::plus, .separator_before = true});
  items.push_back({.label = screen.tr("teams.all"), .icon = Icon::settings_2});
  if (screen.app.is_lock_on) items.push_back({.label = screen.tr("lock.now"), .icon = Icon::lock});
  const int chosen = ui::menu(screen.ui, head.workspace_place, "teams", items, state.is_team_menu_open,
                              {.least_width = head.workspace_place.width, .name = screen.tr("first_run.your_teams"), .opener = head.workspace_id});
  if (chosen < 0) return;
  const std::size_t index = static_cast<std::size_t>(chosen);
  if (index < ids.size()) return intents.tasks.push_back(OpenWorkspace{ids[index]});
  if (index == ids.size()) state.new_team.is_creating = true;
  if (index == ids.size() + 1) intents.go = Route{Page::settings, {}, "teams"};
  if (index == ids.size() + 2) intents.tasks.push_back(LockNow{});
}

Rect draw_sidebar(ScreenContext& screen, NavigationState& state, CommandPaletteState& palette, Intents& intents) {
  const auto& counts = state.counts.get(screen.view, [&] { return count_attention(screen.view); });
  const std::string home_count = count_text(screen, counts.home), request_count = count_text(screen, counts.requests);
  const ReviewCycle* cycle = screen.view.current_cycle();
  const std::string cycle_name = cycle ? cycle->name : std::string(screen.tr("nav.group_review"));
  std::array<ui::NavigationItem, kSidebarPages> items;
  int active = -1;
  for (std::size_t i = 0; i < kSidebarPages; ++i) {
    items[i] = {screen.tr(kPageMarks[i].key), kPageMarks[i].icon};
    if (i >= kFirstOfCycle) items[i].group = i >= kFirstOfGrowth ? screen.tr("nav.group_growth") : std::string_view(cycle_name);
    if (kPageMarks[i].page == section_of(screen.route.page)) active = static_cast<int>(i);
  }
  items[0].count = home_count;
  items[kFirstOfCycle].count = request_count;

  const std::string storage = storage_line(screen);
  const BackupLine backup = backup_line(screen);
  ui::SidebarOptions options;
  options.name = screen.tr("nav.label");
  options.workspace = screen.view.workspace() ? std::string_view(screen.view.workspace()->name) : screen.tr("app.name");
  options.workspace_open = state.is_team_menu_open;
  options.search = screen.tr("nav.search");
  options.search_keys = screen.tr("nav.search_keys");
  options.storage = storage;
  options.saving = saving_share(screen);
  options.backup = backup.text;
  options.backup_due = backup.is_due;
  options.settings = screen.tr("nav.settings");
  options.settings_active = section_of(screen.route.page) == Page::settings;

  Rect window = screen.ui.screen();
  const auto result = ui::sidebar(screen.ui, window.cut_left(ui::metrics::kSidebarWidth), items, active, options);
  if (result.chosen >= 0) intents.go = Route{kPageMarks[static_cast<std::size_t>(result.chosen)].page};
  if (result.workspace) state.is_team_menu_open = !state.is_team_menu_open;
  if (state.is_team_menu_open) draw_team_menu(screen, result, state, intents);
  if (result.settings || result.storage) intents.go = Route{Page::settings, {}, result.storage ? "storage" : ""};
  if (result.search) palette.palette = {.open = true};
  return ui::sheet(screen.ui, window);
}

Rect draw_tab_bar(ScreenContext& screen, NavigationState& state, Intents& intents) {
  constexpr std::array<PageMark, 5> kTabs{{{Page::home, "nav.home", Icon::house},
                                           {Page::people, "nav.people", Icon::users},
                                           {Page::goals, "nav.goals", Icon::target},
                                           {Page::results, "nav.reviews", Icon::circle_dot_dashed},
                                           {Page::settings, "nav.more", Icon::ellipsis}}};
  std::array<ui::NavigationItem, kTabs.size()> items;
  int active = -1;
  for (std::size_t i = 0; i < kTabs.size(); ++i) {
    items[i] = {screen.tr(kTabs[i].key), kTabs[i].icon};
    if (kTabs[i].page == section_of(screen.route.page)) active = static_cast<int>(i);
  }
  constexpr int kMore = static_cast<int>(kTabs.size()) - 1;
  if (is_page_of_more(section_of(screen.route.page))) active = kMore;
  Rect window = screen.ui.screen();
  const int chosen = ui::phone_tab_bar(screen.ui, window, screen.tr("nav.label"), items, active);
  if (chosen == kMore)
    state.shows_more = true;
  else if (chosen >= 0)
    intents.go = Route{kTabs[static_cast<std::size_t>(chosen)].page};
  ui::phone_status(screen.ui, window, Icon::hard_drive, screen.tr("storage.phone_line", {{"state", storage_line(screen)}, {"backup", backup_line(screen).text}}), saving_share(screen));
  return window;
}

}  // namespace

Rect draw_navigation(ScreenContext& screen, NavigationState& state, CommandPaletteState& palette, Intents& intents) {
  return screen.ui.phone() ? draw_tab_bar(screen, state, intents) : draw_sidebar(screen, state, palette, intents);
}

void draw_navigation_sheet(ScreenContext& screen, NavigationState& state, Intents& intents) {
  intents.add(draw_create_team(screen, state.new_team));
  if (!state.shows_more || !screen.ui.phone()) return;
  const auto& counts = state.counts.get(screen.view, [&] { return count_attention(screen.view); });
  draw_phone_more(screen, counts.requests, state.shows_more, intents);
}

}  // namespace fullcircle

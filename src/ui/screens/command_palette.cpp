#include "ui/screens/command_palette.h"

#include <algorithm>
#include <array>

#include "app/queries/search_words.h"
#include "ui/screens/goal_parts.h"
#include "ui/screens/team_list.h"
#include "ui/screens/page_marks.h"

namespace fullcircle {
namespace {

constexpr char kOnlyActions = '>';

/// One line of the palette and what choosing it does. The texts live until the frame ends.
struct Line {
  std::string title, caption;
  std::string_view group;
  ui::Icon icon{};
  std::uint64_t person = 0;
  Intents intents;
  bool is_action = false;
};

Line go_line(std::string_view title, std::string caption, std::string_view group, ui::Icon icon, Route route) {
  Line line{std::string(title), std::move(caption), group, icon, 0, {}};
  line.intents.go = std::move(route);
  return line;
}

/// "Support · David"
std::string whose(const ScreenContext& screen, const Goal& goal) {
  const Unit* unit = screen.view.find(goal.unit);
  const std::string& owner = screen.view.name_of(goal.owner);
  if (!unit || unit->name.empty()) return owner;
  return owner.empty() ? unit->name : unit->name + " · " + owner;
}

void add_found(const ScreenContext& screen, const Found& found, std::vector<Line>& lines) {
  switch (found.kind) {
    case FoundKind::person: {
      Line line = go_line(found.person->name, screen.view.role_of(found.person->id), screen.tr("palette.people"), {}, {Page::person, found.person->id, {}});
      line.person = person_number(found.person->id);
      lines.push_back(std::move(line));
      break;
    }
    case FoundKind::goal:
      lines.push_back(go_line(found.goal->title, whose(screen, *found.goal), screen.tr("palette.goals"), Icon::target, {Page::goals, found.goal->id, {}}));
      break;
    case FoundKind::page:
      for (const PageMark& entry : kPageMarks)
        if (entry.page == found.page) lines.push_back(go_line(screen.tr(entry.key), {}, screen.tr("palette.pages"), entry.icon, {entry.page, {}, {}}));
      break;
  }
}

/// What can be done with the person found first.
void add_actions(const ScreenContext& screen, const Person& person, std::string_view group, std::vector<Line>& lines) {
  lines.push_back(go_line(screen.tr("person.start_check_in"), screen.tr("palette.check_in_with", {{"name", person.name}}), group, Icon::message_circle, {Page::person, person.id, "check-in"}));
  lines.push_back(go_line(screen.tr("person.give_feedback"), screen.tr("palette.feedback_about", {{"name", person.name}}), group, Icon::message_square_quote, {Page::person, person.id, "give-feedback"}));
  if (const auto* cycle = screen.view.current_cycle())
    if (const auto* review = screen.view.review(person.id, cycle->id))
      lines.push_back(go_line(screen.tr("palette.open_result"), cycle->name, group, Icon::circle_dot_dashed, {Page::result, review->id, {}}));
  Line file{std::string(screen.tr("palette.export_member_file")), screen.tr("palette.export_member_note", {{"name", person.name}}), group, Icon::file_down, 0, {}};
  file.intents.tasks.push_back(ExportMemberFile{person.id});
  lines.push_back(std::move(file));
  for (Line& line : lines) line.is_action = line.is_action || line.group == group;
}

/// What can be done anywhere, as far as its name holds every word of `words`.
void add_general_actions(const ScreenContext& screen, std::string_view words, std::vector<Line>& lines) {
  const auto group = screen.tr("palette.actions");
  const std::size_t before = lines.size();
  const auto go = [&](std::string_view key, ui::Icon icon, Route route) {
    lines.push_back(go_line(screen.tr(key), {}, group, icon, std::move(route)));
    lines.back().is_action = true;
  };
  const auto task = [&](std::string_view key, ui::Icon icon, Task what) {
    Line line{std::string(screen.tr(key)), {}, group, icon, 0, {}, true};
    line.intents.tasks.push_back(std::move(what));
    lines.push_back(std::move(line));
  };
  go("home.new_check_in", Icon::message_circle, {Page::home, {}, "check-in"});
  go("goals.new", Icon::target, {Page::goals, {}, "new"});
  go("people.add", Icon::user_plus, {Page::people, {}, "add"});
  go("people.import", Icon::file_input, {Page::people, {}, "import"});
  for (const WorkspaceEntry* entry : teams_to_choose(screen.app.workspaces)) {
    if (entry->id == screen.app.open_workspace) continue;
    Line line{screen.tr("teams.switch_to", {{"name", entry->name}}), {}, group, Icon::users, 0, {}, true};
    line.intents.tasks.push_back(OpenWorkspace{entry->id});
    lines.push_back(std::move(line));
  }
  if (screen.app.is_lock_on) task("lock.now", Icon::lock, LockNow{});
  task("settings.backup_now", Icon::download, OfferBackUp{});
  task("action.undo", Icon::undo_2, Undo{});
  const bool is_dark = screen.ui.theme.dark;
  task(is_dark ? "settings.theme_use_light" : "settings.theme_use_dark", is_dark ? Icon::sun : Icon::moon, SetTheme{is_dark ? ThemeChoice::light : ThemeChoice::dark});
  const SearchWords typed(screen.text.search_key(words));
  const auto misses = [&](const Line& line) { return !typed.are_in(screen.text.search_key(line.title)); };
  lines.erase(std::remove_if(lines.begin() + static_cast<std::ptrdiff_t>(before), lines.end(), misses), lines.end());
}

std::vector<Line> make_lines(const ScreenContext& screen, const std::vector<Found>& found, const std::string& actions_for, std::string_view typed) {
  std::vector<Line> lines;
  if (typed.starts_with(kOnlyActions)) {
    add_general_actions(screen, typed.substr(1), lines);
    return lines;
  }
  for (const Found& item : found)
    if (item.kind != FoundKind::page) add_found(screen, item, lines);
  if (!found.empty() && found.front().kind == FoundKind::person && !actions_for.empty()) add_actions(screen, *found.front().person, actions_for, lines);
  for (const Found& item : found)
    if (item.kind == FoundKind::page) add_found(screen, item, lines);
  if (actions_for.empty()) add_general_actions(screen, typed, lines);
  return lines;
}

}  // namespace

Intents draw_command_palette(ScreenContext& screen, CommandPaletteState& state) {
  auto& ui = screen.ui;
  if (ui.frame.shortcut({Key::character, 'k', key_modifier::control, true})) state.palette = {.open = true};
  Intents intents;
  if (screen.route.page == Page::home && screen.route.tab == "search") {   // how a phone, which has no sidebar, asks for it
    state.palette = {.open = true};
    intents.go = Route{Page::home, {}, {}};
  }
  if (!state.palette.open) return intents;

  std::vector<PageName> pages;
  for (const PageMark& entry : kPageMarks) pages.push_back({entry.page, screen.tr(entry.key)});
  const auto& found = state.found.get(screen.view, state.palette.text, [&] { return search_all(screen.view, screen.text, state.palette.text, pages); });
  const bool names_person = !state.palette.text.empty() && !found.empty() && found.front().kind == FoundKind::person;
  const std::string actions_for = names_person ? screen.tr("palette.actions_for", {{"name", found.front().person->name}}) : std::string();
  std::vector<Line> lines = make_lines(screen, found, actions_for, state.palette.text);

  std::vector<ui::PaletteItem> items;
  for (const Line& line : lines)
    items.push_back({.title = line.title, .caption = line.caption, .group = line.group, .icon = line.icon, .person = line.person, .verb = line.is_action ? std::string_view() : screen.tr("palette.open")});
  const std::string nothing = screen.tr("palette.empty", {{"text", state.palette.text}});
  const std::string results = screen.tr("palette.results", {{"count", static_cast<int>(items.size())}});
  const int chosen = ui::palette(ui, state.palette, items,
                                 {.name = screen.tr("palette.title"), .placeholder = screen.tr("palette.entry"), .nothing_found = nothing,
                                  .to_move = screen.tr("palette.hint_move"), .to_open = screen.tr("palette.hint_open"),
                                  .only_actions = screen.tr("palette.hint_actions"), .results = results});
  if (chosen >= 0) intents.add(std::move(lines[static_cast<std::size_t>(chosen)].intents));
  return intents;
}

}  // namespace fullcircle

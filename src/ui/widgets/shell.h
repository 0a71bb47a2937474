// The frame around every screen: sidebar and sheet, top bar, the header of a focus screen, and their forms on phones.
#pragma once

#include <span>
#include <string_view>

#include "ui/widgets/section.h"

namespace fullcircle::ui {

struct NavigationItem {
  std::string_view label;
  Icon icon{};
  std::string_view count{};
  std::string_view group{};      ///< caption above, where it differs from the item before
};

struct SidebarOptions {
  std::string_view name;            ///< for screen readers: "Main"
  std::string_view workspace;       ///< name of the team at the top
  bool workspace_open = false;      ///< its menu is open
  std::string_view search;          ///< "Search"
  std::string_view search_keys;     ///< "Ctrl K"
  std::string_view storage;         ///< "Saved on this device"
  float saving = -1;                ///< how much of a long saving is done, as a bar below the line; below 0: none
  std::string_view backup;          ///< "Last backup 2 days ago"
  bool backup_due = false;
  std::string_view settings;
  bool settings_active = false;
};

struct SidebarResult {
  int chosen = -1;                  ///< index into the items
  bool workspace = false, search = false, storage = false, settings = false;
  Rect workspace_place;             ///< where its menu goes
  WidgetId workspace_id = 0;
};
SidebarResult sidebar(Ui& ui, const Rect& rect, std::span<const NavigationItem> items, int active, const SidebarOptions& options);

/// The white sheet in what the sidebar leaves of the window. Out: the area inside its outline.
Rect sheet(Ui& ui, const Rect& window);

/// Bar of 56 at the top of the sheet with a line below. Cut it from the sheet; draw actions from the right end of the result
/// with button_right, primary first.
Rect top_bar(Ui& ui, Rect& sheet, std::string_view title, std::string_view note = {}, FirstHeading heading = FirstHeading::in_bar);
/// The same with a way back; `clicked` gets the index of the part clicked.
Rect top_bar_path(Ui& ui, Rect& sheet, std::span<const std::string_view> parts, int& clicked, FirstHeading heading = FirstHeading::in_bar);

/// A panel at the right with a line at its left, for details; cut from the area. Out: the panel.
Rect detail_panel(Ui& ui, Rect& area, float width = metrics::kDetailPanel);

/// The header of a focus screen: 64, the mark, a line, what `title` says, progress line of 3 below. Out: where actions go.
struct FocusHeader {
  std::uint64_t person = 0, second_person = 0;
  std::string_view person_name, second_name;
  std::string_view title, caption;
  float progress = -1;             ///< below 0: none
  std::string_view progress_name;
};
Rect focus_header(Ui& ui, Rect& window, const FocusHeader& header);
/// Card of a focus screen with rail and aside; on narrower windows the aside, then the rail, are left out (width 0).
struct FocusAreas {
  Rect rail, card, aside;
};
FocusAreas focus_areas(Ui& ui, const Rect& window);

/// Phone: 56, back arrow where `back` is not empty. Out: where actions go; `went_back` tells.
Rect phone_header(Ui& ui, Rect& window, std::string_view title, std::string_view back, bool& went_back, FirstHeading heading = FirstHeading::in_bar);
/// Phone: 64 at the bottom, at most five. Out: the index clicked, -1 for none.
int phone_tab_bar(Ui& ui, Rect& window, std::string_view name, std::span<const NavigationItem> items, int active);
/// Phone: a line above the tab bar, "Saved on this device".
void phone_status(Ui& ui, Rect& window, Icon icon, std::string_view text, float saving = -1);
/// Phone: buttons at the foot of a form; cut from the window. Out: their row.
Rect phone_actions(Ui& ui, Rect& window);

}  // namespace fullcircle::ui

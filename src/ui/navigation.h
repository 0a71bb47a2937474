// The frame around the pages: sidebar and sheet, or header and tab bar on phones.
#pragma once

#include "app/memo.h"
#include "app/queries/attention.h"
#include "ui/screens/command_palette.h"
#include "ui/screens/first_run_screen.h"
#include "ui/screens/screen.h"

namespace fullcircle {

struct NavigationState {
  Memo<AttentionCounts> counts;
  bool is_team_menu_open = false;
  FirstRunState new_team;
  bool shows_more = false;  ///< phones: the sheet with the pages that have no tab
};

/// Draws the navigation and puts what was chosen into `intents`. Out: the area for the page.
Rect draw_navigation(ScreenContext& screen, NavigationState& state, CommandPaletteState& palette, Intents& intents);

/// What lies over the page: draw it after the page.
void draw_navigation_sheet(ScreenContext& screen, NavigationState& state, Intents& intents);

}  // namespace fullcircle

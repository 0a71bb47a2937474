// The sheet behind "More" in the tab bar of phones: the pages and actions for which five tabs have no room.
#pragma once

#include "ui/screens/screen.h"

namespace fullcircle {

/// Whether the page is reached through the sheet, so that its tab shows as the current one.
bool is_page_of_more(Page page);

/// Call it only while `is_open`. `requests_out` is shown beside Requests.
void draw_phone_more(ScreenContext& screen, int requests_out, bool& is_open, Intents& intents);

}  // namespace fullcircle

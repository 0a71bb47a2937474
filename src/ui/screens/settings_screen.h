// Settings: storage and sharing, rules, look and language, keyboard.
#pragma once

#include "ui/screens/screen.h"

namespace fullcircle {

struct SettingsState {
};

/// In: `area` is the sheet beside the sidebar, or the window above the tab bar on phones.
Intents draw_settings(ScreenContext& screen, Rect area, SettingsState& state);

}  // namespace fullcircle

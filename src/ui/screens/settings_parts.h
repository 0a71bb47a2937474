// The sections of the settings; each cuts what it draws from the top of `area`.
#pragma once

#include "ui/screens/settings_screen.h"

namespace fullcircle {

void draw_general_settings(ScreenContext& screen, Rect& area, SettingsState& state, Intents& intents);
void draw_rule_settings(ScreenContext& screen, Rect& area, SettingsState& state, Intents& intents);
void draw_storage_settings(ScreenContext& screen, Rect& area, SettingsState& state, Intents& intents);
void draw_look_settings(ScreenContext& screen, Rect& area, Intents& intents);

}  // namespace fullcircle

// The sections of the settings; each cuts what it draws from the top of `area`.
#pragma once

#include "ui/screens/settings_screen.h"

namespace fullcircle {

void draw_general_settings(ScreenContext& screen, Rect& area, SettingsState& state, Intents& intents);
void draw_rule_settings(ScreenContext& screen, Rect& area, SettingsState& state, Intents& intents);
void draw_storage_settings(ScreenContext& screen, Rect& area, SettingsState& state, Intents& intents);
void draw_look_settings(ScreenContext& screen, Rect& area, Intents& intents);
void draw_keyboard_settings(ScreenContext& screen, Rect& area);

/// Heading, a sentence below it, and the line over the rows that follow unless `line` is false. Out: where a button at the right goes.
Rect draw_settings_head(ScreenContext& screen, Rect& area, std::string_view title, std::string_view how = {}, bool line = true);

}  // namespace fullcircle

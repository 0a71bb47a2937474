// The sections of the settings; each cuts what it draws from the top of `area`.
#pragma once

#include <algorithm>

#include "ui/screens/settings_screen.h"
#include "ui/widgets/button.h"

namespace fullcircle {

void draw_general_settings(ScreenContext& screen, Rect& area, SettingsState& state, Intents& intents);
void draw_rule_settings(ScreenContext& screen, Rect& area, SettingsState& state, Intents& intents);
void draw_storage_settings(ScreenContext& screen, Rect& area, SettingsState& state, Intents& intents);
void draw_folder_settings(ScreenContext& screen, Rect& area, Intents& intents);
void draw_team_settings(ScreenContext& screen, Rect& area, SettingsState& state, Intents& intents);
void draw_lock_settings(ScreenContext& screen, Rect& area, SettingsState& state, Intents& intents);
void draw_encryption_settings(ScreenContext& screen, Rect& area, SettingsState& state, Intents& intents);
void draw_look_settings(ScreenContext& screen, Rect& area, Intents& intents);
void draw_keyboard_settings(ScreenContext& screen, Rect& area);

/// Heading, a sentence below it, and the line over the rows that follow unless `line` is false. Out: where a button at the right goes,
/// which the words leave `button_width`; on phones it goes below them.
Rect draw_settings_head(ScreenContext& screen, Rect& area, std::string_view title, std::string_view how = {}, bool line = true, float button_width = 0);

/// A row with one button at its right, below the words where a phone has no room. Out: clicked.
bool setting_button(ScreenContext& screen, Rect& area, std::string_view title, std::string_view caption, std::string_view label, const ui::ButtonOptions& look);

/// Where a field goes at the right end of a setting's row, as wide as the words at its left allow.
/// On phones below the words, from side to side.
Rect setting_field(ui::Ui& ui, Rect& area, std::string_view title, std::string_view caption, float width);

}  // namespace fullcircle

// Settings: the team, the rules of rating, storage and sharing, encryption, look and language, the keys.
#pragma once

#include "ui/screens/encryption_dialogs.h"
#include "ui/screens/first_run_screen.h"
#include "ui/screens/lock_dialogs.h"
#include "ui/screens/screen_parts.h"
#include "ui/screens/team_list.h"

namespace fullcircle {

enum class SettingsSection : std::uint8_t { general, rules, storage, teams, encryption, lock, look, keyboard };
FULLCIRCLE_ENUM_NAMES(SettingsSection, "settings_section", "general", "rules", "storage", "teams", "encryption", "lock", "look", "keyboard");

struct SettingsState {
  Memo<PersonChoices> people;
  std::optional<Workspace> draft;  ///< what is being edited; saved field by field
  std::uint64_t draft_of = 0;      ///< revision of the document the draft was taken from
  int export_choice = 0;
  Id<Person> member;
  FirstRunState new_team;
  TeamListState teams;
  LockDialogState lock;
  bool is_recovery_shown = false;
  std::string recovery_text;       ///< typed to restore a key
};

/// In: `area` is the sheet beside the sidebar, or the window above the tab bar on phones.
Intents draw_settings(ScreenContext& screen, Rect area, SettingsState& state);

}  // namespace fullcircle

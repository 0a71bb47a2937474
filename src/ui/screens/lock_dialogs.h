// The lock of what is stored here: the screen that asks for its passphrase, and the dialogs that switch and change it.
#pragma once

#include "ui/screens/screen_parts.h"

namespace fullcircle {

struct UnlockState {
  std::string passphrase;
};
/// All there is while the device is locked.
Intents draw_unlock(ScreenContext& screen, Rect area, UnlockState& state);

struct LockDialogState {
  enum class Kind : std::uint8_t { none, on, off, change };
  Kind kind = Kind::none;
  std::string passphrase;           ///< the one in use
  std::string next, offered;        ///< the new one, and what was offered for it
  bool are_kept = false;
  bool was_tried = false;           ///< what is wrong with the passphrase is shown from then on
  std::uint64_t changes_before = 0; ///< state().lock_changes when it was opened
};
void open_lock_dialog(ScreenContext& screen, LockDialogState& state, LockDialogState::Kind kind);
Intents draw_lock_dialog(ScreenContext& screen, LockDialogState& state);

}  // namespace fullcircle

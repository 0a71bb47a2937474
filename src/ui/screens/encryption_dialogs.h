// Dialogs of encrypted files: the words that are to protect one, the passphrase of one that came in, work that lasts.
#pragma once

#include <optional>
#include <string>

#include "ui/screens/screen.h"

namespace fullcircle {

struct ProtectState {
  std::string words;
  std::string offered;     ///< as they were drawn; other words are the person's own
  bool are_kept = false;  ///< the person says that they have them somewhere else
};

/// The words, what they are worth, and the question whether they are kept; cut from `body`. Out: the file may be saved with them.
bool draw_protect_words(ScreenContext& screen, Rect& body, ProtectState& state);
/// Five others, drawn by chance.
void take_new_words(ScreenContext& screen, ProtectState& state);

struct LockedFileState {
  std::string file;        ///< the rest is about it
  std::string passphrase;
};

/// Over every page: asks for the passphrase of a file that came in, and shows work that lasts with the way to stop it.
Intents draw_encryption_dialogs(ScreenContext& screen, LockedFileState& state);

}  // namespace fullcircle

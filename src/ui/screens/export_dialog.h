// "This file contains": what a file for somebody holds and what was left out, before it is saved, and who can open it.
#pragma once

#include "ui/screens/encryption_dialogs.h"

namespace fullcircle {

struct ExportDialogState {
  std::uint64_t offer = 0;  ///< the number of the one the rest is about
  int protection = 0;      ///< place in the choices shown
  ProtectState words;
  std::string keys;         ///< public ones of whoever may open it, as they were typed
  bool waiting_too = true;  ///< the files for others that wait are saved with this one
  bool shows_all = false;   ///< all names, not the first of each line
};

/// "This file contains", each line with a mark, and below it what was left out, and why; cut from `area`.
void draw_file_contents(ScreenContext& screen, Rect& area, const FileContents& contents, bool& shows_all);

/// A dialog over every page, while state().export_offer waits.
Intents draw_export_dialog(ScreenContext& screen, ExportDialogState& state);

}  // namespace fullcircle

// "This file contains": what a file for somebody holds and what was left out, before it is saved, and who can open it.
#pragma once

#include "ui/screens/encryption_dialogs.h"

namespace fullcircle {

struct ExportDialogState {
  std::uint64_t offer = 0;  ///< the number of the one the rest is about
  int protection = 0;      ///< place in the choices shown
  ProtectState words;
  bool waiting_too = true;  ///< the files for others that wait are saved with this one
};

/// "This file contains", each line with a mark, and below it what was left out, and why; cut from `area`.
void draw_file_contents(ScreenContext& screen, Rect& area, const FileContents& contents);

/// A dialog over every page, while state().export_offer waits.
Intents draw_export_dialog(ScreenContext& screen, ExportDialogState& state);

}  // namespace fullcircle

// A strip over every page while what is stored needs the person: not saved, edited elsewhere, damaged.
#pragma once

#include "ui/screens/screen.h"

namespace fullcircle {

struct StorageBannerState {
  RecordId seen;   ///< the workspace whose damage the person has put away
};

/// Cuts what it needs from the top of `area`; nothing while all is well.
Intents draw_storage_banner(ScreenContext& screen, Rect& area, StorageBannerState& state);

}  // namespace fullcircle

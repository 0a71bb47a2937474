// The running review on Home: the ring, its stages and what comes up, or one card on phones.
#pragma once

#include <optional>

#include "app/queries/cycle_progress.h"
#include "ui/screens/screen.h"

namespace fullcircle {

/// Beside the lists, or below them where there is no room. Without a cycle: how to begin one.
void draw_cycle_aside(ScreenContext& screen, Rect area, const std::optional<CycleProgress>& shown, Intents& intents);
/// On phones a card under the greeting: ring, name, stage, answers. Cut from `area`.
void draw_cycle_card(ScreenContext& screen, Rect& area, const std::optional<CycleProgress>& shown, Intents& intents);

}  // namespace fullcircle

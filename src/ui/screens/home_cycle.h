// The running review on Home: the ring, its stages and what comes up, or one card on phones.
#pragma once

#include <optional>

#include "app/queries/cycle_progress.h"
#include "ui/screens/screen.h"

namespace fullcircle {

/// Beside the lists, or below them where there is no room. Without a cycle: how to begin one.
/// `explains`: the share of the whole review was asked about.
void draw_cycle_aside(ScreenContext& screen, Rect area, const std::optional<CycleProgress>& shown, bool& explains, Intents& intents);
/// On phones a card under the greeting: ring, name, stage, answers. Cut from `area`.
void draw_cycle_card(ScreenContext& screen, Rect& area, const std::optional<CycleProgress>& shown, bool& explains, Intents& intents);
/// The dialog with what was counted in each stage; call it in every frame.
void draw_cycle_terms(ScreenContext& screen, const std::optional<CycleProgress>& shown, bool& is_open, Intents& intents);

}  // namespace fullcircle

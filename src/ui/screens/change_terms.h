// The dialog with the terms of one person's change: on the person's page and beside the plan.
#pragma once

#include <span>

#include "app/queries/person_change.h"
#include "ui/screens/screen.h"

namespace fullcircle {

/// Call it in every frame. In: `more`: paragraphs of its own. Out: it stays open.
bool draw_change_dialog(ScreenContext& screen, const PersonChange& change, std::string_view title, std::span<const std::string> more, Intents& intents);

}  // namespace fullcircle

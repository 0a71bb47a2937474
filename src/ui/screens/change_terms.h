// One person's change in words, and the dialog with its terms: on the person's page and beside the plan.
#pragma once

#include <span>

#include "app/queries/person_change.h"
#include "ui/screens/screen.h"

namespace fullcircle {

std::string change_sentence(const ScreenContext& screen, const PersonChange& change);
/// "+0.12 to +0.88"
std::string change_interval(const ScreenContext& screen, const rating::Interval& interval);

/// Call it in every frame. In: `more`: paragraphs of its own. Out: it stays open.
bool draw_change_dialog(ScreenContext& screen, const PersonChange& change, std::string_view title, std::span<const std::string> more, Intents& intents);

}  // namespace fullcircle

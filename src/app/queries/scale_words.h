// The words of the rating scale for an overall rating.
#pragma once

#include <string>

#include "app/model_view.h"

namespace fullcircle {

/// The label of a band as it is read. A band whose label is a bare step of the scale ("4") takes the word that the questions
/// of the cycle's form have for that step; one that was named keeps its name, and so does a step without one word.
/// Example: "4" in a form whose anchors say "Rarely, Sometimes, Often, Usually, Role model" -> "Usually"
std::string label_in_words(const ModelView& view, Id<ReviewCycle> cycle, const std::string& label);

}  // namespace fullcircle

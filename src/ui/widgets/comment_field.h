// A comment in three parts (situation, behaviour, impact), drawn as one field.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "ui/widgets/ui.h"

namespace fullcircle::ui {

struct CommentPart {
  std::string_view label;        ///< "Situation"
  std::string_view prompt;       ///< placeholder: "When and where was it?"
};

/// On phones one part at a time, chosen by the chips above the text. Out: changed; `height` gets the height used.
bool comment_field(Ui& ui, const Rect& rect, std::string_view name, std::array<std::string, 3>& values, const std::array<CommentPart, 3>& parts,
                   float* height = nullptr);

}  // namespace fullcircle::ui

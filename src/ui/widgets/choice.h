// Yes or no, and one of a few: checkbox, radio, radio cards, switch.
#pragma once

#include <span>
#include <string_view>

#include "ui/widgets/ui.h"

namespace fullcircle::ui {

struct CheckboxOptions {
  std::string_view key;
  bool mixed = false;
  bool disabled = false;
  bool hide_label = false;      ///< the label is only its name: a table's first column
  bool wide = false;            ///< all of the rectangle is the target
  std::string_view error;
  TextStyle style = type::body;
};
/// Box and label, left in `rect`, centred vertically. Out: changed.
bool checkbox(Ui& ui, const Rect& rect, std::string_view label, bool& checked, const CheckboxOptions& options = {});

struct RadioChoice {
  std::string_view label;
  std::string_view caption{};
};
/// One under the other, 32 each. Out: changed.
bool radio_list(Ui& ui, const Rect& rect, std::string_view name, std::span<const RadioChoice> choices, int& chosen);
float radio_list_height(std::span<const RadioChoice> choices);
/// A lone radio button drawn where the caller wants it, inside a Group with MirrorRole::radio_group. Out: chosen by this click.
bool radio(Ui& ui, const Rect& rect, std::string_view label, bool chosen, bool disabled = false);

/// Equal cards side by side with title and caption (stacked on phones). Out: changed.
bool radio_cards(Ui& ui, const Rect& rect, std::string_view name, std::span<const RadioChoice> choices, int& chosen);
float radio_cards_height(Ui& ui, float width, std::span<const RadioChoice> choices);

/// 32 by 18, left in `rect`, centred vertically; `name` is not drawn. Out: changed.
bool toggle_switch(Ui& ui, const Rect& rect, std::string_view name, bool& on, bool disabled = false);

}  // namespace fullcircle::ui

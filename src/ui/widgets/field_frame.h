// What all fields share: measures, the outline with its states, and reading what was typed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ui/widgets/text_field.h"

namespace fullcircle::ui {

struct FieldMetrics {
  TextStyle style;
  float padding = 10;        ///< from the outline to the text
  float area_padding = 9;    ///< above and below the text of several lines
};

/// Raised where the program replaces a text while it is being edited.
struct FieldText {
  std::uint32_t revision = 0;
};

/// What stands in a number field, which need not be a number yet.
struct NumberText {
  std::string text;
  std::uint64_t drawn_in = 0;   ///< the frame
  std::optional<double> value{};
  bool was_told = false;        ///< the entry was left, or taken with Enter, while it was no allowed number
};

FieldMetrics field_metrics(const Ui& ui, const FieldOptions& options, float height);
MirrorStates field_states(const FieldOptions& options);
/// Fill and outline: field, accent when focused, bad with an error.
void paint_field_frame(Ui& ui, const Rect& rect, const FieldOptions& options, const Behaviour& done);
/// Takes over what the person typed.
void take_text(Ui& ui, WidgetId id, std::string& value, FieldResult& result);
/// A field of one line; `kept_right` pixels at its right end stay free for the caller.
FieldResult edit_line(Ui& ui, const Rect& rect, std::string_view name, std::string& value, const FieldOptions& options, MirrorRole role,
                      float kept_right);

/// What confirms a dialog does not take the focus away from the field it is pressed in.
bool is_confirmed_within(const Ui& ui, const FieldResult& field);

std::optional<double> parse_number(std::string_view text, const NumberOptions& options);
std::string format_number(std::optional<double> value, const NumberOptions& options);

}  // namespace fullcircle::ui

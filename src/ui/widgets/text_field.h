// Fields for text. The browser edits; what is drawn here is the frame and, unfocused, the text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ui/widgets/ui.h"

namespace fullcircle::ui {

struct FieldOptions {
  std::string_view key;          ///< tells fields apart; the name when empty
  std::string_view placeholder;
  std::string_view hint;         ///< read out with the field; drawn by form_row
  std::string_view error;        ///< outline in bad and an icon; the words are drawn by form_row
  TextEntry entry = TextEntry::text;
  Icon icon{};
  bool disabled = false;
  bool read_only = false;
  bool required = false;
  bool spell_check = false;
  bool small_text = false;       ///< 13 instead of 14: filters in a tool bar
  bool frameless = false;        ///< no outline of its own: inside a card or a comment field
  KeySet keys = 0;               ///< keys the caller handles itself: arrows in a list of suggestions
};

struct FieldResult {
  bool changed = false;          ///< the text is different now
  bool committed = false;        ///< left the field, or Enter in a single line
  bool focused = false;
  WidgetId id = 0;
};

/// One line, 32 high or as high as `rect`. `name` is the label for screen readers.
FieldResult text_field(Ui& ui, const Rect& rect, std::string_view name, std::string& value, const FieldOptions& options = {});

struct TextAreaOptions {
  FieldOptions field;
  int least_lines = 3;
  int most_lines = 0;            ///< grows with the text up to here; 0: as long as it needs
};

/// Grows with its text. Out: changed, and the height it takes.
struct TextAreaResult : FieldResult {
  float height = 0;
};
TextAreaResult text_area(Ui& ui, const Rect& rect, std::string_view name, std::string& value, const TextAreaOptions& options = {});
float text_area_height(Ui& ui, float width, std::string_view value, const TextAreaOptions& options = {});

/// With the magnifier and, when there is text, a button that empties it. Escape empties it first.
FieldResult search_field(Ui& ui, const Rect& rect, std::string_view name, std::string& value, const FieldOptions& options = {});

/// Digits with the decimal mark of the language. An empty field is no value; an entry that is no number, or beyond the limits, keeps
/// the value.
struct NumberOptions {
  FieldOptions field;
  char decimal_mark = '.';
  int most_decimals = 2;
  double minimum = -1e15;
  double maximum = 1e15;
  std::string_view unit;         ///< drawn behind the number: "%"
  std::string_view expected{};   ///< said of an entry that is no allowed number: what to write
};

/// `wrong`: what stands in the field is no allowed number, and was left or confirmed. The outline says so; the words (`expected`) are for
/// the caller to draw below.
struct NumberResult : FieldResult {
  bool wrong = false;
};
NumberResult number_field(Ui& ui, const Rect& rect, std::string_view name, std::optional<double>& value, const NumberOptions& options = {});

}  // namespace fullcircle::ui

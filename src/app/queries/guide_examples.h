// Examples of the guides that compute again: a person may change the data, and the functions behind the screens give the figures.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/formats.h"

namespace fullcircle {

/// A line of figures that may be changed; its label is "guide.field_<key>".
struct ExampleField {
  std::string_view key;
  std::string_view initial;  ///< numbers with spaces between them, rows with a semicolon, "-" for none
};

/// Its name is "guide.example_<key>".
struct GuideExample {
  std::string_view key;
  std::span<const ExampleField> fields;
};

std::span<const GuideExample> guide_examples();
/// nullptr for a key that no example has.
const GuideExample* find_guide_example(std::string_view key);

struct ExampleRow {
  std::string label, value;
  bool is_result = false;
};

struct ExampleAnswer {
  std::vector<ExampleRow> rows;  ///< terms first, the result last
  int bad_field = -1;            ///< index of the field that cannot be read; then there are no rows
};

/// In: one text for each field.
ExampleAnswer run_guide_example(const GuideExample& example, std::span<const std::string> texts, const Language& language, const Formats& formats);

}  // namespace fullcircle

// Texts of assets/ that are part of the program, so that a new team and the sample need no other file.
#pragma once

#include <span>
#include <string_view>

namespace fullcircle {

/// The bytes of an #embed as text; g++ takes no bytes above 127 for a char.
inline std::string_view as_text(std::span<const unsigned char> bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

/// assets/templates/<code>.json; English for a language that has none.
std::string_view embedded_templates(std::string_view language_code);

/// assets/sample/<code>.json; English for a language that has none.
std::string_view embedded_sample_words(std::string_view language_code);

/// assets/languages/<code>.json, for programs without a site beside them; English for any other code.
/// Linked only where it is called: the browser fetches its languages.
std::string_view embedded_language(std::string_view language_code);

}  // namespace fullcircle

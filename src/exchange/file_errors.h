// The codes of everything that can be wrong with a file. Each is a key in the language files: one clear sentence there,
// with the place and detail of the Error put in.
#pragma once

#include <string_view>

namespace fullcircle::file_error {

// Reading JSON. Place: line and column, and where that is in the tree, "12:7 records.people.3.name".
inline constexpr std::string_view kEmpty = "error.file.empty";
inline constexpr std::string_view kNotJson = "error.file.not_json";              ///< detail: what was expected
inline constexpr std::string_view kCutOff = "error.file.cut_off";                ///< ends in the middle
inline constexpr std::string_view kTrailing = "error.file.trailing";             ///< goes on after its end
inline constexpr std::string_view kEncoding = "error.file.encoding";             ///< not UTF-8; detail: what it looks like, if known
inline constexpr std::string_view kDuplicateKey = "error.file.duplicate_key";    ///< detail: the key
inline constexpr std::string_view kNumberRange = "error.file.number_range";      ///< detail: the number as written
inline constexpr std::string_view kTooLarge = "error.file.too_large";            ///< detail: the limit in MB
inline constexpr std::string_view kTooDeep = "error.file.too_deep";              ///< detail: the limit
inline constexpr std::string_view kTextTooLong = "error.file.text_too_long";     ///< detail: the limit in bytes
inline constexpr std::string_view kTooMany = "error.file.too_many";              ///< list members or records; detail: the limit
inline constexpr std::string_view kValue = "error.file.value";                   ///< detail: what was expected

// Our own files.
inline constexpr std::string_view kMissing = "error.file.missing";               ///< a member every such file has; detail: its key
inline constexpr std::string_view kWrongKind = "error.file.wrong_kind";          ///< detail: the format it names
inline constexpr std::string_view kTooNew = "error.file.too_new";                ///< detail: the version that can read it

}  // namespace fullcircle::file_error

// How a function of ours reports failure: a value or one Error. Nothing below `platform` throws.
#pragma once

#include <expected>
#include <string>
#include <utility>

namespace fullcircle {

/// What went wrong, in a form the screens translate: a stable code, the place in the input, and the offending text.
struct Error {
  std::string code;    ///< key in assets/languages, e.g. "error.file.not_json"
  std::string place;   ///< where: "people.9k3v….name", "row 12, column Email", empty when it is the whole
  std::string detail;  ///< the words in question or what was expected, never translated

  bool operator==(const Error&) const = default;
};

template <class T = void>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> fail(std::string code, std::string place = {}, std::string detail = {}) {
  return std::unexpected(Error{std::move(code), std::move(place), std::move(detail)});
}

}  // namespace fullcircle

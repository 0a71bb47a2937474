// What the browser's file dialog offers to open. The content of a file decides what it is, not its name.
#pragma once

#include <string_view>

namespace fullcircle {

inline constexpr std::string_view kOpenTypes = ".fullcircle,.json,.csv,.age,application/json,text/csv";
inline constexpr std::string_view kSentTypes = ".fullcircle,.json,.age,application/json";  ///< requests and answers

}  // namespace fullcircle

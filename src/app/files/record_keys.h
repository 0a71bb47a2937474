// Keys of a record in a file that are no fields. A field's key starts with a lower-case letter, so these never collide with one.
#pragma once

#include <string_view>

namespace fullcircle::record_key {

inline constexpr std::string_view kBases = "_bases";   ///< lesser stamps of a record that was created more than once
inline constexpr std::string_view kLife = "_life";     ///< deletions and restorations
inline constexpr std::string_view kStamps = "_t";      ///< when and by whom what stands here was written
inline constexpr std::string_view kOlder = "_was";     ///< versions that do not show
inline constexpr std::string_view kBaseStamp = "*";    ///< inside `_t`: the record's creation
inline constexpr std::string_view kId = "id";

}  // namespace fullcircle::record_key

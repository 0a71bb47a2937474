// Which of the seven tints a person's avatar has: it follows from their id, so it is the same everywhere and needs no field.
#pragma once

#include <cstddef>
#include <cstdint>

namespace fullcircle {

inline constexpr std::size_t kPersonTints = 7;

/// `person` is the high half of the id, or any stable number made from a name.
constexpr std::size_t person_tint(std::uint64_t person) {
  return static_cast<std::size_t>((person ^ (person >> 29) ^ (person >> 51)) % kPersonTints);
}

}  // namespace fullcircle

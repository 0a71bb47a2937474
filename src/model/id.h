// Strong record ids: 80 random bits, written as 16 base-32 characters, so that copies edited apart never collide.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace fullcircle {

/// The bits of an id without its kind. All zero means "none".
struct RecordId {
  std::uint64_t high = 0;
  std::uint16_t low = 0;

  constexpr bool is_none() const { return high == 0 && low == 0; }
  constexpr auto operator<=>(const RecordId&) const = default;
};

/// 16 characters of Crockford's base 32 in lower case; sorts like the bits. Empty for "none".
std::string to_text(RecordId id);
/// Errors (as nullopt): anything but 16 such characters or the empty text.
std::optional<RecordId> parse_record_id(std::string_view text);

/// An id that can only name a record of kind `Entity`.
template <class Entity>
struct Id : RecordId {
  constexpr Id() = default;
  constexpr explicit Id(RecordId raw) : RecordId(raw) {}
  constexpr explicit operator bool() const { return !is_none(); }
  constexpr auto operator<=>(const Id&) const = default;
};

/// Where new ids come from; the platform supplies real randomness, tests a seeded one.
using IdSource = std::function<RecordId()>;

}  // namespace fullcircle

template <>
struct std::hash<fullcircle::RecordId> {
  std::size_t operator()(const fullcircle::RecordId& id) const noexcept {
    return static_cast<std::size_t>(id.high ^ (id.high >> 32) ^ (std::uint64_t{id.low} << 16));
  }
};
template <class Entity>
struct std::hash<fullcircle::Id<Entity>> : std::hash<fullcircle::RecordId> {};

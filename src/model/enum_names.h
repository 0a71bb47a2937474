// Stable text names of enumerators, used in files and as language keys ("enum.<type>.<name>").
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace fullcircle {

/// Specialised next to each enum: `kType` and `kNames` in the enum's own order.
template <class Enum>
struct EnumNames;

template <class Enum>
concept NamedEnum = requires { EnumNames<Enum>::kNames; };

template <NamedEnum Enum>
constexpr std::string_view to_name(Enum value) {
  return EnumNames<Enum>::kNames[static_cast<std::size_t>(value)];
}

template <NamedEnum Enum>
constexpr std::optional<Enum> parse_name(std::string_view name) {
  for (std::size_t i = 0; i < std::size(EnumNames<Enum>::kNames); ++i)
    if (EnumNames<Enum>::kNames[i] == name) return static_cast<Enum>(i);
  return std::nullopt;
}

template <NamedEnum Enum>
constexpr std::size_t enum_size() {
  return std::size(EnumNames<Enum>::kNames);
}

/// FULLCIRCLE_ENUM_NAMES(GoalKind, "goal_kind", "higher", "lower"): declares the names next to the enum.
#define FULLCIRCLE_ENUM_NAMES(Enum, type, ...)                        \
  template <>                                                         \
  struct EnumNames<Enum> {                                            \
    static constexpr std::string_view kType = type;                   \
    static constexpr std::string_view kNames[] = {__VA_ARGS__};       \
  }

}  // namespace fullcircle

// A field table with its types taken off, so that merging, history and undo are compiled once for all kinds.
#pragma once

#include <optional>
#include <span>
#include <type_traits>

#include "model/kinds.h"

namespace fullcircle {

/// Position in AllKinds. Not stable over program versions: files use the key.
using KindIndex = std::uint8_t;

struct FieldAccess {
  std::uint16_t id;
  std::string_view key;
  MergeRule merge;
  Audience audience;
  Value (*read)(const void* entity);
  /// False when this program cannot read the value: it stays as it was, and the member gets its default.
  bool (*write)(void* entity, Value& value);
  bool (*equal)(const void* left, const void* right);
  bool (*is_default)(const void* entity);
  void (*reset)(void* entity);
  Value (*default_value)();
  /// The form this program would write, so that 4 and 4.0 are one value of a field; unchanged when it cannot read it.
  Value (*canonical)(Value&& value);
};

/// A record of a kind only a newer program knows: every field of it is unknown.
struct UnknownRecord {
  Id<UnknownRecord> id;
};

namespace field_access {

template <class Entity, class... Entities>
consteval KindIndex position(KindList<Entities...>) {
  KindIndex index = 0;
  for (bool is_it : {std::is_same_v<Entity, Entities>...}) {
    if (is_it) return index;
    ++index;
  }
  return index;
}

template <class... Entities>
consteval std::size_t count(KindList<Entities...>) {
  return sizeof...(Entities);
}

}  // namespace field_access

template <class Entity>
inline constexpr KindIndex kKindIndex = field_access::position<Entity>(AllKinds{});
inline constexpr std::size_t kKindCount = field_access::count(AllKinds{});

/// The key in files of a kind by its index, and its fields in table order. The tables are made in one source file:
/// they are what takes longest to compile.
std::string_view kind_key(KindIndex kind);
std::span<const FieldAccess> kind_fields(KindIndex kind);
template <class Entity>
std::span<const FieldAccess> fields_of_kind() {
  if constexpr (std::is_same_v<Entity, UnknownRecord>)
    return {};
  else
    return kind_fields(kKindIndex<Entity>);
}

std::optional<KindIndex> find_kind(std::string_view file_key);

/// nullptr when the kind has no such field.
const FieldAccess* find_field(std::span<const FieldAccess> fields, std::uint16_t id);
const FieldAccess* find_field(std::span<const FieldAccess> fields, std::string_view key);

}  // namespace fullcircle

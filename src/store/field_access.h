// A field table with its types taken off, so that merging, history and undo are compiled once for all kinds.
#pragma once

#include <array>
#include <optional>
#include <span>

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
  /// False when this program cannot read the value; the member then has its default.
  bool (*write)(void* entity, Value&& value);
  bool (*equal)(const void* left, const void* right);
  bool (*is_default)(const void* entity);
  void (*reset)(void* entity);
  void (*move)(void* into, void* from);
};

/// A record of a kind only a newer program knows: every field of it is unknown.
struct UnknownRecord {
  Id<UnknownRecord> id;
};
constexpr auto fields_of(UnknownRecord*) { return std::tuple{}; }

namespace field_access {

template <class Entity, std::size_t I>
constexpr FieldAccess make() {
  constexpr auto kMember = std::get<I>(kFields<Entity>).member;
  constexpr auto& kField = std::get<I>(kFields<Entity>);
  return {.id = kField.id,
          .key = kField.key,
          .merge = kField.merge,
          .audience = kField.audience,
          .read = [](const void* entity) { return to_value(static_cast<const Entity*>(entity)->*kMember); },
          .write =
              [](void* entity, Value&& value) {
                auto& member = static_cast<Entity*>(entity)->*kMember;
                if (from_value(std::move(value), member)) return true;
                member = Entity{}.*kMember;
                return false;
              },
          .equal = [](const void* left, const void* right) {
            return static_cast<const Entity*>(left)->*kMember == static_cast<const Entity*>(right)->*kMember;
          },
          .is_default = [](const void* entity) {
            static const Entity fresh{};
            return static_cast<const Entity*>(entity)->*kMember == fresh.*kMember;
          },
          .reset = [](void* entity) { static_cast<Entity*>(entity)->*kMember = Entity{}.*kMember; },
          .move = [](void* into, void* from) { static_cast<Entity*>(into)->*kMember = std::move(static_cast<Entity*>(from)->*kMember); }};
}

template <class Entity, std::size_t... I>
constexpr auto make_all(std::index_sequence<I...>) {
  return std::array<FieldAccess, sizeof...(I)>{make<Entity, I>()...};
}

template <class Entity>
inline constexpr auto kAll = make_all<Entity>(std::make_index_sequence<std::tuple_size_v<decltype(kFields<Entity>)>>());

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

/// All fields of a kind in table order.
template <class Entity>
constexpr std::span<const FieldAccess> fields_of_kind() {
  return field_access::kAll<Entity>;
}

template <class Entity>
inline constexpr KindIndex kKindIndex = field_access::position<Entity>(AllKinds{});
inline constexpr std::size_t kKindCount = field_access::count(AllKinds{});

/// The key in files of a kind by its index, and its fields.
std::string_view kind_key(KindIndex kind);
std::span<const FieldAccess> kind_fields(KindIndex kind);
std::optional<KindIndex> find_kind(std::string_view file_key);

/// nullptr when the kind has no such field.
const FieldAccess* find_field(std::span<const FieldAccess> fields, std::uint16_t id);
const FieldAccess* find_field(std::span<const FieldAccess> fields, std::string_view key);

}  // namespace fullcircle

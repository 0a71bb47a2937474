// The record kinds by number, so that what does not need to know an entity's type is compiled once for all kinds.
#pragma once

#include <optional>
#include <span>
#include <type_traits>

#include "model/kinds.h"
#include "model/struct_type.h"

namespace fullcircle {

/// Position in AllKinds. Not stable over program versions: files use the key.
using KindIndex = std::uint8_t;

/// A record of a kind only a newer program knows: every field of it is unknown.
struct UnknownRecord {
  Id<UnknownRecord> id;
};

namespace kind_types {

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

}  // namespace kind_types

inline constexpr std::size_t kKindCount = kind_types::count(AllKinds{});
template <class Entity>
inline constexpr KindIndex kKindIndex = kind_types::position<Entity>(AllKinds{});  // of UnknownRecord: kKindCount

/// How the rows of a kind are made, copied and let go of. Each function works on the room of one row.
struct RowType {
  std::size_t size;
  KindIndex kind;
  void (*make)(void* room, RecordId id);
  void (*copy)(void* room, const void* row);
  void (*take)(void* room, void* row);  ///< moves out of `row`, which stays to be destroyed
  void (*destroy)(void* row);
};

/// The key in files, the fields and the rows of a kind. The tables are made in one source file: they are what takes longest
/// to compile. For kKindCount there is only a row type.
std::string_view kind_key(KindIndex kind);
const StructType& kind_type(KindIndex kind);
const RowType& row_type(KindIndex kind);
/// In table order; none for kKindCount.
std::span<const FieldAccess> kind_fields(KindIndex kind);
template <class Entity>
std::span<const FieldAccess> fields_of_kind() {
  return kind_fields(kKindIndex<Entity>);
}

std::optional<KindIndex> find_kind(std::string_view file_key);
/// The kind an id refers to; nullopt for none of ours.
std::optional<KindIndex> find_kind_of_target(const char* target);

}  // namespace fullcircle

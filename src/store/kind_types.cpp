#include "store/kind_types.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "store/row.h"

namespace fullcircle {
namespace {

template <class Entity>
constexpr RowType make_row_type() {
  using R = Row<Entity>;
  return {.size = sizeof(R),
          .kind = kKindIndex<Entity>,
          .make = [](void* room, RecordId id) { (new (room) R())->entity.id = Id<Entity>(id); },
          .copy = [](void* room, const void* row) { new (room) R(*static_cast<const R*>(row)); },
          .take = [](void* room, void* row) { new (room) R(std::move(*static_cast<R*>(row))); },
          .destroy = [](void* row) { static_cast<R*>(row)->~R(); }};
}

struct KindEntry {
  std::string_view key;
  const StructType& (*type)();
  const char* target;
  RowType rows;
};

template <class... Entities>
constexpr std::array<KindEntry, sizeof...(Entities)> make_kinds(KindList<Entities...>) {
  return {KindEntry{Kind<Entities>::kFileKey, &struct_type_of<Entities>, &kTarget<Entities>, make_row_type<Entities>()}...};
}

constexpr auto kKinds = make_kinds(AllKinds{});
constexpr RowType kUnknownRows = make_row_type<UnknownRecord>();

}  // namespace

std::string_view kind_key(KindIndex kind) { return kKinds[kind].key; }

const StructType& kind_type(KindIndex kind) { return kKinds[kind].type(); }

const RowType& row_type(KindIndex kind) { return kind < kKindCount ? kKinds[kind].rows : kUnknownRows; }

std::span<const FieldAccess> kind_fields(KindIndex kind) {
  if (kind >= kKindCount) return {};
  return kind_type(kind).fields;
}

std::optional<KindIndex> find_kind(std::string_view file_key) {
  const auto at = std::ranges::find(kKinds, file_key, &KindEntry::key);
  if (at == kKinds.end()) return std::nullopt;
  return static_cast<KindIndex>(at - kKinds.begin());
}

std::optional<KindIndex> find_kind_of_target(const char* target) {
  const auto at = std::ranges::find(kKinds, target, &KindEntry::target);
  if (at == kKinds.end()) return std::nullopt;
  return static_cast<KindIndex>(at - kKinds.begin());
}

}  // namespace fullcircle

#include "store/field_access.h"

#include <algorithm>
#include <array>

namespace fullcircle {
namespace {

/// Reading takes lists and objects apart even when it fails inside them, so those are read from a copy.
template <class Member>
bool write_member(Member& member, const Member& fresh, Value& value) {
  const bool is_nested = value.as_list() || value.as_object();
  if (is_nested ? from_value(Value(value), member).has_value() : from_value(std::move(value), member).has_value()) return true;
  member = fresh;
  return false;
}

template <class Entity>
const Entity& fresh() {
  static const Entity kFresh{};
  return kFresh;
}

template <class Entity, std::size_t I>
constexpr FieldAccess make() {
  constexpr auto kMember = std::get<I>(kFields<Entity>).member;
  constexpr auto& kField = std::get<I>(kFields<Entity>);
  return {.id = kField.id,
          .key = kField.key,
          .merge = kField.merge,
          .audience = kField.audience,
          .read = [](const void* entity) { return to_value(static_cast<const Entity*>(entity)->*kMember); },
          .write = [](void* entity, Value& value) { return write_member(static_cast<Entity*>(entity)->*kMember, fresh<Entity>().*kMember, value); },
          .equal = [](const void* left, const void* right) {
            return static_cast<const Entity*>(left)->*kMember == static_cast<const Entity*>(right)->*kMember;
          },
          .is_default = [](const void* entity) { return static_cast<const Entity*>(entity)->*kMember == fresh<Entity>().*kMember; },
          .reset = [](void* entity) { static_cast<Entity*>(entity)->*kMember = fresh<Entity>().*kMember; },
          .default_value = [] { return to_value(fresh<Entity>().*kMember); },
          .canonical = [](Value&& value) {
            auto member = fresh<Entity>().*kMember;
            return write_member(member, fresh<Entity>().*kMember, value) ? to_value(member) : std::move(value);
          }};
}

template <class Entity, std::size_t... I>
constexpr auto make_all(std::index_sequence<I...>) {
  return std::array<FieldAccess, sizeof...(I)>{make<Entity, I>()...};
}

template <class Entity>
inline constexpr auto kAll = make_all<Entity>(std::make_index_sequence<std::tuple_size_v<decltype(kFields<Entity>)>>());

struct KindAccess {
  std::string_view key;
  std::span<const FieldAccess> fields;
};

template <class... Entities>
constexpr std::array<KindAccess, sizeof...(Entities)> make_kinds(KindList<Entities...>) {
  return {KindAccess{Kind<Entities>::kFileKey, std::span<const FieldAccess>(kAll<Entities>)}...};
}

constexpr auto kKinds = make_kinds(AllKinds{});

}  // namespace

std::string_view kind_key(KindIndex kind) { return kKinds[kind].key; }

std::span<const FieldAccess> kind_fields(KindIndex kind) { return kKinds[kind].fields; }

std::optional<KindIndex> find_kind(std::string_view file_key) {
  const auto at = std::ranges::find(kKinds, file_key, &KindAccess::key);
  if (at == kKinds.end()) return std::nullopt;
  return static_cast<KindIndex>(at - kKinds.begin());
}

const FieldAccess* find_field(std::span<const FieldAccess> fields, std::uint16_t id) {
  const auto at = std::ranges::find(fields, id, &FieldAccess::id);
  return at == fields.end() ? nullptr : &*at;
}

const FieldAccess* find_field(std::span<const FieldAccess> fields, std::string_view key) {
  const auto at = std::ranges::find(fields, key, &FieldAccess::key);
  return at == fields.end() ? nullptr : &*at;
}

}  // namespace fullcircle

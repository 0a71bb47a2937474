// A described struct as data: its fields with the types taken off, so that reading, writing, comparing and copying any member of
// any struct is compiled once.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

#include "model/day.h"
#include "model/enum_names.h"
#include "model/field.h"
#include "model/id.h"

namespace fullcircle {

struct StructType;

/// Every form a member may have. A new one is added here, in struct_type.cpp, value_codec.cpp and exchange/field_codec.cpp.
enum class Shape : std::uint8_t { flag, integer, number, text, day, instant, id, name, optional, list, object };

/// What a list holds; an optional holds one item or none.
struct ItemsView {
  const void* first = nullptr;
  std::size_t count = 0;
};

struct MemberType {
  Shape shape = Shape::flag;
  const char* target = nullptr;              ///< id: what it refers to, as kTarget; null: anything
  std::span<const std::string_view> names;   ///< name: of the enumerators in their order
  const StructType& (*object)() = nullptr;   ///< object
  const MemberType* item = nullptr;          ///< optional, list; and so are the following
  std::size_t item_size = 0;
  ItemsView (*items)(const void* member) = nullptr;
  void* (*add)(void* member) = nullptr;      ///< a fresh item at the end; an optional must be empty
  void (*clear)(void* member) = nullptr;
  void (*shrink)(void* member) = nullptr;    ///< gives back the room a growing list took

  const void* item_at(const ItemsView& view, std::size_t at) const { return static_cast<const char*>(view.first) + at * item_size; }
};

/// A field of any struct. `owner` in its functions points to a struct it is a field of.
struct FieldAccess {
  std::uint16_t id;
  std::string_view key;
  MergeRule merge;
  Audience audience;
  const MemberType* type;
  void* (*place)(void* owner);
  const StructType& (*owner_type)();

  void* in(void* owner) const { return place(owner); }
  const void* in(const void* owner) const { return place(const_cast<void*>(owner)); }
  Value read(const void* owner) const;
  /// False when this program cannot read the value: it stays as it was, and the member gets its default.
  bool write(void* owner, Value& value) const;
  bool equal(const void* left, const void* right) const;
  bool is_default(const void* owner) const;
  void reset(void* owner) const;
  Value default_value() const;
  /// The form this program would write, so that 4 and 4.0 are one value of a field; unchanged when it cannot read it.
  Value canonical(Value&& value) const;
};

struct StructType {
  std::span<const FieldAccess> fields;       ///< in table order
  std::span<const std::uint8_t> by_key;      ///< their places, ascending by key: the order of our files
  UnknownKeys* (*unknown)(void* owner);      ///< null for entities, whose unknown keys the row keeps
  const void* (*fresh)();                    ///< one with every member at its default
  /// Calls visit(fresh struct, context).
  void (*with_fresh)(void (*visit)(void* owner, void* context), void* context);

  const FieldAccess& field_by_key(std::size_t position) const { return fields[by_key[position]]; }
};

/// nullptr when there is no such field.
const FieldAccess* find_field(std::span<const FieldAccess> fields, std::uint16_t id);
const FieldAccess* find_field(std::span<const FieldAccess> fields, std::string_view key);
/// `hint` is the position to look at first; when keys come in order the first look finds each.
const FieldAccess* find_field(const StructType& type, std::string_view key, std::size_t& hint);

bool same_member(const MemberType& type, const void* left, const void* right);
void copy_member(const MemberType& type, void* to, const void* from);
void clear_struct(const StructType& type, void* owner);

/// Calls visit(id, target) for every id in the member, however deep.
void visit_ids(const MemberType& type, const void* member, void (*visit)(RecordId id, const char* target, void* context), void* context);

/// Names a kind by the address of a variable, for levels that do not know the list of kinds.
template <class Entity>
inline constexpr char kTarget = 0;

// ---- made from the field tables ----

template <class T>
struct MemberTypeOf;
template <class T>
concept FieldMember = requires { MemberTypeOf<T>::make(); };

template <FieldMember T>
inline constexpr MemberType kMemberType = MemberTypeOf<T>::make();

namespace struct_type {

template <Described Type, std::size_t I>
constexpr FieldAccess make_field();
template <Described Type, std::size_t... I>
constexpr auto make_fields(std::index_sequence<I...>) {
  return std::array<FieldAccess, sizeof...(I)>{make_field<Type, I>()...};
}
template <Described Type>
inline constexpr auto kAll = make_fields<Type>(std::make_index_sequence<std::tuple_size_v<decltype(kFields<Type>)>>());

template <Described Type>
constexpr auto order_by_key() {
  constexpr auto keys = std::apply([](const auto&... field) { return std::array{field.key...}; }, kFields<Type>);
  std::array<std::uint8_t, keys.size()> order{};
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<std::uint8_t>(i);
  std::ranges::sort(order, {}, [&](std::uint8_t at) { return keys[at]; });
  return order;
}
template <Described Type>
inline constexpr auto kByKey = order_by_key<Type>();

template <Described Type>
constexpr auto unknown_of() -> UnknownKeys* (*)(void*) {
  if constexpr (requires(Type& owner) { owner.unknown; })
    return [](void* owner) { return &static_cast<Type*>(owner)->unknown; };
  else
    return nullptr;
}

}  // namespace struct_type

template <Described Type>
const StructType& struct_type_of() {
  static constexpr StructType kType = {
      .fields = struct_type::kAll<Type>,
      .by_key = struct_type::kByKey<Type>,
      .unknown = struct_type::unknown_of<Type>(),
      .fresh = []() -> const void* {
        static const Type kFresh{};
        return &kFresh;
      },
      .with_fresh = [](void (*visit)(void*, void*), void* context) {
        Type owner{};
        visit(&owner, context);
      }};
  return kType;
}

template <Described Type, std::size_t I>
constexpr FieldAccess struct_type::make_field() {
  constexpr auto& kField = std::get<I>(kFields<Type>);
  constexpr auto kMember = kField.member;
  return {.id = kField.id,
          .key = kField.key,
          .merge = kField.merge,
          .audience = kField.audience,
          .type = &kMemberType<std::remove_cvref_t<decltype(std::declval<Type&>().*kMember)>>,
          .place = [](void* owner) -> void* { return &(static_cast<Type*>(owner)->*kMember); },
          .owner_type = &struct_type_of<Type>};
}

template <Shape kShape>
struct PlainMember {
  static constexpr MemberType make() { return {.shape = kShape}; }
};
template <> struct MemberTypeOf<bool> : PlainMember<Shape::flag> {};
template <> struct MemberTypeOf<std::int32_t> : PlainMember<Shape::integer> {};
template <> struct MemberTypeOf<double> : PlainMember<Shape::number> {};
template <> struct MemberTypeOf<std::string> : PlainMember<Shape::text> {};
template <> struct MemberTypeOf<Day> : PlainMember<Shape::day> {};
template <> struct MemberTypeOf<Instant> : PlainMember<Shape::instant> {};
template <> struct MemberTypeOf<RecordId> : PlainMember<Shape::id> {};

template <class Entity>
struct MemberTypeOf<Id<Entity>> {
  static constexpr MemberType make() { return {.shape = Shape::id, .target = &kTarget<Entity>}; }
};

template <NamedEnum Enum>
struct MemberTypeOf<Enum> {
  static_assert(std::is_same_v<std::underlying_type_t<Enum>, std::uint8_t>);
  static constexpr MemberType make() { return {.shape = Shape::name, .names = EnumNames<Enum>::kNames}; }
};

template <Described Nested>
struct MemberTypeOf<Nested> {
  static constexpr MemberType make() { return {.shape = Shape::object, .object = &struct_type_of<Nested>}; }
};

template <class T>
struct MemberTypeOf<std::optional<T>> {
  using Optional = std::optional<T>;
  static constexpr MemberType make() {
    return {.shape = Shape::optional,
            .item = &kMemberType<T>,
            .item_size = sizeof(T),
            .items = [](const void* member) {
              const auto& optional = *static_cast<const Optional*>(member);
              return optional ? ItemsView{&*optional, 1} : ItemsView{};
            },
            .add = [](void* member) -> void* { return &static_cast<Optional*>(member)->emplace(); },
            .clear = [](void* member) { static_cast<Optional*>(member)->reset(); }};
  }
};

template <class T>
struct MemberTypeOf<std::vector<T>> {
  using List = std::vector<T>;
  static constexpr MemberType make() {
    return {.shape = Shape::list,
            .item = &kMemberType<T>,
            .item_size = sizeof(T),
            .items = [](const void* member) {
              const auto& list = *static_cast<const List*>(member);
              return ItemsView{list.data(), list.size()};
            },
            .add = [](void* member) -> void* { return &static_cast<List*>(member)->emplace_back(); },
            .clear = [](void* member) { static_cast<List*>(member)->clear(); },
            .shrink = [](void* member) { static_cast<List*>(member)->shrink_to_fit(); }};
  }
};

}  // namespace fullcircle

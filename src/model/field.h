// One declaration per field. A struct is described once by `fields_of(Type*)`, a tuple of Field; JSON, CSV, the journal,
// merging, history, undo and form rows all read that table.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

#include "model/value.h"

namespace fullcircle {

/// What two concurrent values of a field mean.
enum class MergeRule : std::uint8_t {
  latest,    ///< the later one shows, the other is listed as a conflict
  greatest,  ///< facts that only move forward (received, exported): the later one shows, no conflict is listed
};

/// Who may receive a field in a file. A new field reaches nobody but the leads until its table says otherwise.
enum class Audience : std::uint8_t {
  team,     ///< in the member file of anyone the record concerns
  subject,  ///< only in the member file of the person the record is about
  leads,    ///< only in workspace files
  device,   ///< never leaves this device
};

template <class Owner, class Member>
struct Field {
  std::uint16_t id;       ///< permanent; never reused in this table
  std::string_view key;   ///< stable JSON key; the label is "field.<kind>.<key>" in the language files
  Member Owner::* member;
  Audience audience = Audience::leads;
  MergeRule merge = MergeRule::latest;
};

/// Keys a newer version wrote inside a nested object; kept as they came. Not a field: no table lists it.
struct UnknownKeys {
  Value::Object members;
  bool operator==(const UnknownKeys&) const = default;
};

template <class Type>
concept Described = requires { fields_of(static_cast<Type*>(nullptr)); };

template <Described Type>
inline constexpr auto kFields = fields_of(static_cast<Type*>(nullptr));

/// Calls visit(field) for each field in table order.
template <Described Type, class Visit>
constexpr void for_each_field(Visit&& visit) {
  std::apply([&](const auto&... field) { (visit(field), ...); }, kFields<Type>);
}

/// The permanent number of a member in its owner's table: field_id(&Review::potential).
template <Described Type, class Member>
consteval std::uint16_t field_id(Member Type::* member) {
  std::uint16_t id = 0;
  for_each_field<Type>([&](const auto& field) {
    if constexpr (std::is_same_v<decltype(field.member), Member Type::*>)
      if (field.member == member) id = field.id;
  });
  return id;
}

namespace field_check {

struct Anything {
  template <class T>
  operator T() const;
};

template <class Type, std::size_t... I>
consteval bool takes(std::index_sequence<I...>) {
  return requires { Type{(static_cast<void>(I), Anything{})...}; };
}

/// Whether an aggregate has exactly `count` members: it can be initialised with that many values and not with one more.
/// Only these two are tried, because every translation unit pays for the attempts.
template <class Type, std::size_t count>
consteval bool has_members() {
  return takes<Type>(std::make_index_sequence<count>{}) && !takes<Type>(std::make_index_sequence<count + 1>{});
}

template <class Type>
consteval bool ids_and_keys_are_unique() {
  constexpr auto list = std::apply([](const auto&... f) { return std::array{std::pair{f.id, f.key}...}; }, kFields<Type>);
  for (std::size_t i = 0; i < list.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (list[i].first == list[j].first || list[i].second == list[j].second) return false;
  return true;
}

}  // namespace field_check

/// True when the table lists every member but `unlisted` of them (the id of an entity, the UnknownKeys of a nested struct)
/// and reuses no id or key. Each entity header asserts it.
template <class Type, std::size_t unlisted = 1>
consteval bool table_is_complete() {
  return field_check::has_members<Type, std::tuple_size_v<decltype(kFields<Type>)> + unlisted>() &&
         field_check::ids_and_keys_are_unique<Type>();
}

}  // namespace fullcircle

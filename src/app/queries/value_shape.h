// What a field's values mean to a reader, from its type: a day, an enumerator, the name of a record.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "model/kinds.h"

namespace fullcircle {

enum class ValueMeaning : std::uint8_t { text, number, yes_no, day, instant, enumerator, reference, parts };

struct ValueShape {
  std::string_view key;                   ///< of the member
  std::uint16_t field = 0;
  ValueMeaning meaning = ValueMeaning::text;
  std::string_view enum_type;             ///< of enumerators: "enum.<type>.<name>" in the language files
  std::span<const ValueShape> parts;      ///< of a nested object
};

namespace value_shape {

template <class T>
struct Inner {
  using Type = T;
};
template <class T>
struct Inner<std::optional<T>> : Inner<T> {};
template <class T>
struct Inner<std::vector<T>> : Inner<T> {};

template <Described Type>
struct Shapes;

template <class Member>
constexpr ValueShape shape_of() {
  using T = typename Inner<Member>::Type;
  if constexpr (std::is_same_v<T, bool>) return {.meaning = ValueMeaning::yes_no};
  else if constexpr (std::is_arithmetic_v<T>) return {.meaning = ValueMeaning::number};
  else if constexpr (std::is_same_v<T, Day>) return {.meaning = ValueMeaning::day};
  else if constexpr (std::is_same_v<T, Instant>) return {.meaning = ValueMeaning::instant};
  else if constexpr (NamedEnum<T>) return {.meaning = ValueMeaning::enumerator, .enum_type = EnumNames<T>::kType};
  else if constexpr (std::is_base_of_v<RecordId, T>) return {.meaning = ValueMeaning::reference};
  else if constexpr (Described<T>) return {.meaning = ValueMeaning::parts, .parts = Shapes<T>::kAll};
  else return {};
}

template <class Owner, class Member>
constexpr ValueShape shape_of(const Field<Owner, Member>& field) {
  ValueShape shape = shape_of<Member>();
  shape.key = field.key;
  shape.field = field.id;
  return shape;
}

template <Described Type>
struct Shapes {
  static constexpr auto kAll = std::apply([](const auto&... field) { return std::array{shape_of(field)...}; }, kFields<Type>);
};

}  // namespace value_shape

/// The fields of a described type in table order.
template <Described Type>
constexpr std::span<const ValueShape> value_shapes() {
  return value_shape::Shapes<Type>::kAll;
}

}  // namespace fullcircle

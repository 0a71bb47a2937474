#include "model/struct_type.h"

#include "model/value_codec.h"

namespace fullcircle {
namespace {

template <class T>
bool same(const void* left, const void* right) {
  return *static_cast<const T*>(left) == *static_cast<const T*>(right);
}

template <class T>
void copy(void* to, const void* from) {
  *static_cast<T*>(to) = *static_cast<const T*>(from);
}

bool same_items(const MemberType& type, const void* left, const void* right) {
  const ItemsView some = type.items(left), other = type.items(right);
  if (some.count != other.count) return false;
  for (std::size_t i = 0; i < some.count; ++i)
    if (!same_member(*type.item, type.item_at(some, i), type.item_at(other, i))) return false;
  return true;
}

void copy_items(const MemberType& type, void* to, const void* from) {
  type.clear(to);
  const ItemsView items = type.items(from);
  for (std::size_t i = 0; i < items.count; ++i) copy_member(*type.item, type.add(to), type.item_at(items, i));
}

const UnknownKeys& unknown_keys(const StructType& type, const void* owner) { return *type.unknown(const_cast<void*>(owner)); }

bool same_struct(const StructType& type, const void* left, const void* right) {
  return std::ranges::all_of(type.fields, [&](const FieldAccess& field) { return field.equal(left, right); }) &&
         (!type.unknown || unknown_keys(type, left) == unknown_keys(type, right));
}

void copy_struct(const StructType& type, void* to, const void* from) {
  for (const FieldAccess& field : type.fields) copy_member(*field.type, field.in(to), field.in(from));
  if (type.unknown) *type.unknown(to) = unknown_keys(type, from);
}

}  // namespace

const FieldAccess* find_field(std::span<const FieldAccess> fields, std::uint16_t id) {
  const auto at = std::ranges::find(fields, id, &FieldAccess::id);
  return at == fields.end() ? nullptr : &*at;
}

const FieldAccess* find_field(std::span<const FieldAccess> fields, std::string_view key) {
  const auto at = std::ranges::find(fields, key, &FieldAccess::key);
  return at == fields.end() ? nullptr : &*at;
}

const FieldAccess* find_field(const StructType& type, std::string_view key, std::size_t& hint) {
  const auto key_at = [&](std::size_t position) { return type.field_by_key(position).key; };
  while (hint < type.by_key.size() && key_at(hint) < key) ++hint;
  if (hint < type.by_key.size() && key_at(hint) == key) return &type.field_by_key(hint++);
  return find_field(type.fields, key);
}

bool same_member(const MemberType& type, const void* left, const void* right) {
  switch (type.shape) {
    case Shape::flag: return same<bool>(left, right);
    case Shape::integer: return same<std::int32_t>(left, right);
    case Shape::number: return same<double>(left, right);
    case Shape::text: return same<std::string>(left, right);
    case Shape::day: return same<Day>(left, right);
    case Shape::instant: return same<Instant>(left, right);
    case Shape::id: return same<RecordId>(left, right);
    case Shape::name: return same<std::uint8_t>(left, right);
    case Shape::optional:
    case Shape::list: return same_items(type, left, right);
    case Shape::object: return same_struct(type.object(), left, right);
  }
  return false;
}

void copy_member(const MemberType& type, void* to, const void* from) {
  switch (type.shape) {
    case Shape::flag: return copy<bool>(to, from);
    case Shape::integer: return copy<std::int32_t>(to, from);
    case Shape::number: return copy<double>(to, from);
    case Shape::text: return copy<std::string>(to, from);
    case Shape::day: return copy<Day>(to, from);
    case Shape::instant: return copy<Instant>(to, from);
    case Shape::id: return copy<RecordId>(to, from);
    case Shape::name: return copy<std::uint8_t>(to, from);
    case Shape::optional:
    case Shape::list: return copy_items(type, to, from);
    case Shape::object: return copy_struct(type.object(), to, from);
  }
}

void clear_struct(const StructType& type, void* owner) { copy_struct(type, owner, type.fresh()); }

void visit_ids(const MemberType& type, const void* member, void (*visit)(RecordId, const char*, void*), void* context) {
  if (type.shape == Shape::id) {
    visit(*static_cast<const RecordId*>(member), type.target, context);
  } else if (type.shape == Shape::object) {
    for (const FieldAccess& field : type.object().fields) visit_ids(*field.type, field.in(member), visit, context);
  } else if (type.items) {
    const ItemsView items = type.items(member);
    for (std::size_t i = 0; i < items.count; ++i) visit_ids(*type.item, type.item_at(items, i), visit, context);
  }
}

Value FieldAccess::read(const void* owner) const { return to_value(*type, in(owner)); }

/// Reading takes lists and objects apart even when it fails inside them, so those are read from a copy.
bool FieldAccess::write(void* owner, Value& value) const {
  const bool is_nested = value.as_list() || value.as_object();
  const bool is_read = is_nested ? from_value(*type, Value(value), in(owner)).has_value() : from_value(*type, std::move(value), in(owner)).has_value();
  if (!is_read) reset(owner);
  return is_read;
}

bool FieldAccess::equal(const void* left, const void* right) const { return same_member(*type, in(left), in(right)); }

bool FieldAccess::is_default(const void* owner) const { return equal(owner, owner_type().fresh()); }

void FieldAccess::reset(void* owner) const { copy_member(*type, in(owner), in(owner_type().fresh())); }

Value FieldAccess::default_value() const { return read(owner_type().fresh()); }

Value FieldAccess::canonical(Value&& value) const {
  struct Context {
    const FieldAccess& field;
    Value& value;
  } context{*this, value};
  owner_type().with_fresh(
      [](void* owner, void* given) {
        auto& [field, value] = *static_cast<Context*>(given);
        if (field.write(owner, value)) value = field.read(owner);
      },
      &context);
  return std::move(value);
}

}  // namespace fullcircle

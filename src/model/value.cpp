#include "model/value.h"

#include <algorithm>

#include "model/sorting.h"

namespace fullcircle {

const Value* Value::find(std::string_view key) const {
  const Object* object = as_object();
  if (!object) return nullptr;
  for (const auto& [name, value] : *object)
    if (name == key) return &value;
  return nullptr;
}

std::strong_ordering Value::operator<=>(const Value& other) const {
  if (data_.index() != other.data_.index()) return data_.index() <=> other.data_.index();
  if (const bool* flag = as_bool()) return *flag <=> *other.as_bool();
  if (const auto* number = as_integer()) return *number <=> *other.as_integer();
  if (const double* number = as_double()) return std::strong_order(*number, *other.as_double());
  if (const auto* text = as_text()) return *text <=> *other.as_text();
  if (const auto* list = as_list()) return *list <=> *other.as_list();
  if (const auto* object = as_object()) return *object <=> *other.as_object();
  return std::strong_ordering::equal;
}

void sort_keys(Value::Object& object) {
  sort_stably(object, {}, [](const auto& member) -> const std::string& { return member.first; });
}

}  // namespace fullcircle

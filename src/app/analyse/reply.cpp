#include "app/analyse/reply.h"

#include <cmath>

namespace fullcircle::analysis {

using rating::Figure;
using rating::FigureInterval;
using rating::Maybe;

Value number_value(double number) { return Value(number == 0 ? 0.0 : number); }

Entry entry_of(const Figure& figure) {
  if (!figure) return rating::undefined(figure.error());
  // An overflow in the arithmetic on absurdly large data must not reach the reply as a number that is none.
  if (!std::isfinite(*figure)) return rating::undefined(rating::Undefined::NoVariation);
  return number_value(*figure);
}

Entry entry_of(const FigureInterval& interval) {
  if (!interval) return rating::undefined(interval.error());
  if (!std::isfinite(interval->low) || !std::isfinite(interval->high)) return rating::undefined(rating::Undefined::NoVariation);
  return Value(Value::List{number_value(interval->low), number_value(interval->high)});
}

Value Reply::keep(const std::string& path, const Entry& entry) {
  if (!entry.why) return entry.value;
  undefined_.emplace_back(path, Value(std::string(rating::code_of(*entry.why))));
  return Value();
}

void Reply::add(const std::string& key, const Figure& figure) { values_.emplace_back(key, keep(key, entry_of(figure))); }
void Reply::add(const std::string& key, const FigureInterval& interval) { values_.emplace_back(key, keep(key, entry_of(interval))); }

void Reply::add(const std::string& key, const Maybe<bool>& flag) {
  values_.emplace_back(key, keep(key, flag ? Entry(Value(*flag)) : Entry(rating::undefined(flag.error()))));
}

void Reply::add(const std::string& key, const std::vector<Figure>& figures) {
  std::vector<Entry> entries;
  for (const Figure& figure : figures) entries.push_back(entry_of(figure));
  add_list(key, entries);
}

void Reply::add(const std::string& key, const std::vector<double>& numbers) {
  std::vector<Entry> entries;
  for (double number : numbers) entries.push_back(entry_of(Figure(number)));
  add_list(key, entries);
}

void Reply::add(const std::string& key, int count) { values_.emplace_back(key, Value(count)); }
void Reply::add_value(const std::string& key, Value value) { values_.emplace_back(key, std::move(value)); }

void Reply::add_list(const std::string& key, const std::vector<Entry>& entries) {
  Value::List list;
  for (std::size_t i = 0; i < entries.size(); ++i) list.push_back(keep(key + "." + std::to_string(i), entries[i]));
  values_.emplace_back(key, std::move(list));
}

void Reply::add_object(const std::string& key, const std::vector<std::pair<std::string, Entry>>& entries) {
  Value::Object object;
  for (const auto& [name, entry] : entries) object.emplace_back(name, keep(key + "." + name, entry));
  sort_keys(object);
  values_.emplace_back(key, std::move(object));
}

Value Reply::to_value(const std::string& method) && {
  sort_keys(values_);
  sort_keys(undefined_);
  return Value(Value::Object{{"method", Value(method)}, {"undefined", Value(std::move(undefined_))}, {"values", Value(std::move(values_))}});
}

}  // namespace fullcircle::analysis

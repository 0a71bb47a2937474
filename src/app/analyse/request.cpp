#include "app/analyse/request.h"

#include <cmath>
#include <limits>


namespace fullcircle::analysis {

namespace {

constexpr double kNone = -std::numeric_limits<double>::infinity();

/// "3" or "0.5": bounds in messages.
std::string plain(double number) {
  std::string text = std::to_string(number);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

std::string item(std::string_view key, std::size_t index) { return std::string(key) + "." + std::to_string(index); }

}  // namespace

Request::Request(const Value& value, std::string place) : value_(value), place_(std::move(place)) {
  if (!value.as_object()) error_ = Error{"error.analyse.request", place_, "an object"};
}

void Request::reject(std::string_view key, std::string expected) {
  if (!error_) error_ = Error{"error.analyse.request", place_of(key), std::move(expected)};
}

void Request::take_error(const Request& part) {
  if (!error_ && part.error_) error_ = part.error_;
}

std::string Request::place_of(std::string_view key) const {
  return place_.empty() || key.empty() ? place_ + std::string(key) : place_ + "." + std::string(key);
}

bool Request::has(std::string_view key) const {
  const Value* value = value_.find(key);
  return value && !value->is_null();
}

bool Request::names(std::string_view key) const { return value_.find(key) != nullptr; }

std::optional<double> Request::as_number(const Value& value) {
  if (const auto* whole = value.as_integer()) return static_cast<double>(*whole);
  if (const double* number = value.as_double()) return *number;
  return std::nullopt;
}

std::optional<std::string> Request::as_name(const Value& value) {
  if (const auto* text = value.as_text()) return *text;
  if (const auto* whole = value.as_integer()) return std::to_string(*whole);
  return std::nullopt;
}

double Request::number(std::string_view key) { return number_from(key, kNone); }

double Request::number_from(std::string_view key, double least) {
  return number_between(key, least, std::numeric_limits<double>::infinity());
}

double Request::number_from(std::string_view key, double least, double otherwise) {
  return has(key) ? number_from(key, least) : otherwise;
}

double Request::number_between(std::string_view key, double least, double most) {
  const Value* value = value_.find(key);
  const auto number = value ? as_number(*value) : std::nullopt;
  if (number && *number >= least && *number <= most) return *number;
  std::string expected = "a number";
  if (!std::isinf(most)) {
    expected += " from " + plain(least) + " to " + plain(most);
  } else if (least != kNone) {
    expected += " of " + plain(least) + " or more";
  }
  reject(key, expected);
  return least == kNone ? 0 : least;
}

std::optional<double> Request::optional_number(std::string_view key) {
  if (!has(key)) return std::nullopt;
  return number(key);
}

std::optional<double> Request::nullable_number(std::string_view key) {
  if (!names(key)) {
    reject(key, "a number, or null for none");
    return std::nullopt;
  }
  return optional_number(key);
}

int Request::whole(std::string_view key, int least, int most) {
  const Value* value = value_.find(key);
  const auto number = value ? as_number(*value) : std::nullopt;
  if (number && *number == std::floor(*number) && *number >= least && *number <= most) return static_cast<int>(*number);
  reject(key, "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
  return least;
}

int Request::whole(std::string_view key, int least, int most, int otherwise) {
  return has(key) ? whole(key, least, most) : otherwise;
}

std::size_t Request::choice(std::string_view key, const std::vector<std::string_view>& options, bool required) {
  if (!required && !has(key)) return 0;
  const Value* value = value_.find(key);
  const std::string* text = value ? value->as_text() : nullptr;
  for (std::size_t i = 0; text && i < options.size(); ++i) {
    if (*text == options[i]) return i;
  }
  std::string expected = "one of";
  for (std::string_view option : options) expected += " " + std::string(option);
  reject(key, expected);
  return 0;
}

const Value::List* Request::list(std::string_view key, std::string_view expected) {
  const Value* value = value_.find(key);
  if (value && value->as_list()) return value->as_list();
  reject(key, std::string(expected));
  return nullptr;
}

Cells Request::read_cells(const Value::List& list, std::string_view key, bool nulls, double least) {
  Cells cells;
  cells.reserve(list.size());
  for (std::size_t i = 0; i < list.size(); ++i) {
    const auto number = as_number(list[i]);
    if (number && *number >= least) {
      cells.emplace_back(*number);
    } else if (nulls && list[i].is_null()) {
      cells.emplace_back();
    } else {
      const std::string bound = least == kNone ? "" : " of " + plain(least) + " or more";
      reject(item(key, i), "a number" + bound + (nulls ? " or null" : ""));
      return {};
    }
  }
  return cells;
}

Cells Request::cells(std::string_view key) {
  const Value::List* values = list(key, "an array of numbers (null where missing)");
  return values ? read_cells(*values, key, true, kNone) : Cells{};
}

std::vector<double> Request::numbers(std::string_view key) { return numbers_from(key, kNone); }

std::vector<double> Request::numbers_from(std::string_view key, double least) {
  const Value::List* values = list(key, "an array of numbers");
  std::vector<double> numbers;
  if (!values) return numbers;
  for (const auto& cell : read_cells(*values, key, false, least)) numbers.push_back(*cell);
  return numbers;
}

std::vector<double> Request::present(std::string_view key) {
  std::vector<double> numbers;
  for (const auto& cell : cells(key)) {
    if (cell) numbers.push_back(*cell);
  }
  return numbers;
}

std::vector<Cells> Request::table(std::string_view key) {
  const Value::List* rows = list(key, "an array of rows");
  std::vector<Cells> table;
  if (!rows) return table;
  for (std::size_t r = 0; r < rows->size(); ++r) {
    const Value::List* row = (*rows)[r].as_list();
    if (!row || (r > 0 && row->size() != table[0].size())) {
      reject(item(key, r), row ? "as many cells as in the first row, " + std::to_string(table[0].size()) : "an array");
      return {};
    }
    table.push_back(read_cells(*row, item(key, r), true, kNone));
    if (failed()) return {};
  }
  return table;
}

std::vector<std::vector<double>> Request::groups(std::string_view key) {
  const Value::List* lists = list(key, "an array of arrays of numbers");
  std::vector<std::vector<double>> groups;
  if (!lists) return groups;
  for (std::size_t g = 0; g < lists->size(); ++g) {
    const Value::List* group = (*lists)[g].as_list();
    if (!group) {
      reject(item(key, g), "an array of numbers");
      return {};
    }
    auto& present = groups.emplace_back();
    for (const auto& cell : read_cells(*group, item(key, g), true, kNone)) {
      if (cell) present.push_back(*cell);
    }
  }
  return groups;
}

std::vector<std::string> Request::name_list(std::string_view key) {
  const Value::List* values = list(key, "an array of names");
  std::vector<std::string> names;
  if (!values) return names;
  for (std::size_t i = 0; i < values->size(); ++i) {
    const auto name = as_name((*values)[i]);
    if (!name) {
      reject(item(key, i), "a name: a string or an integer");
      return {};
    }
    names.push_back(*name);
  }
  return names;
}

std::string Request::name(std::string_view key) {
  const Value* value = value_.find(key);
  const auto name = value ? as_name(*value) : std::nullopt;
  if (!name) reject(key, "a name: a string or an integer");
  return name.value_or("");
}

std::vector<Request> Request::parts(std::string_view key) {
  const Value::List* values = list(key, "an array of objects");
  std::vector<Request> parts;
  if (!values) return parts;
  for (std::size_t i = 0; i < values->size(); ++i) {
    parts.emplace_back((*values)[i], place_of(item(key, i)));
    take_error(parts.back());
  }
  return parts;
}

std::optional<Request> Request::part(std::string_view key) {
  if (!has(key)) return std::nullopt;
  std::optional<Request> part(std::in_place, *value_.find(key), place_of(key));
  take_error(*part);
  return part;
}

}  // namespace fullcircle::analysis

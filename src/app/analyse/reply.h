// Collects the values of one reply; what is undefined becomes null with its reason under its path.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/value.h"
#include "rating/figure.h"

namespace fullcircle::analysis {

/// A value, or why there is none.
struct Entry {
  Entry(Value known) : value(std::move(known)) {}
  Entry(std::unexpected<rating::Undefined> reason) : why(reason.error()) {}

  Value value;
  std::optional<rating::Undefined> why;
};

class Reply {
 public:
  void add(const std::string& key, const rating::Figure& figure);
  void add(const std::string& key, const rating::FigureInterval& interval);
  void add(const std::string& key, const rating::Maybe<bool>& flag);
  void add(const std::string& key, const std::vector<rating::Figure>& figures);
  void add(const std::string& key, const std::vector<double>& numbers);
  void add(const std::string& key, int count);
  void add_value(const std::string& key, Value value);
  /// A list whose entries may be undefined, each of any kind.
  void add_list(const std::string& key, const std::vector<Entry>& entries);
  /// An object by name; an undefined entry is named key.name.
  void add_object(const std::string& key, const std::vector<std::pair<std::string, Entry>>& entries);

  Value to_value(const std::string& method) &&;

 private:
  Value keep(const std::string& path, const Entry& entry);

  Value::Object values_;
  Value::Object undefined_;
};

/// A figure as an entry for lists and objects. Never -0.
Entry entry_of(const rating::Figure& figure);
Entry entry_of(const rating::FigureInterval& interval);
Value number_value(double number);

}  // namespace fullcircle::analysis

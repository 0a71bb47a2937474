// Reads the inputs of one request. The first thing that is wrong sticks; what follows reads as empty.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/result.h"
#include "model/value.h"

namespace fullcircle::analysis {

using Cells = std::vector<std::optional<double>>;

class Request {
 public:
  /// `place`: how an error calls this object, e.g. "goals.2"; empty for the request itself.
  explicit Request(const Value& value, std::string place = {});

  bool failed() const { return error_.has_value(); }
  const Error& error() const { return *error_; }
  /// Makes the request malformed at a key: "x" or, for a list's item, "x.3".
  void reject(std::string_view key, std::string expected);
  /// Takes over what was wrong with a part of this request.
  void take_error(const Request& part);

  bool has(std::string_view key) const;  ///< there and not null
  bool names(std::string_view key) const;  ///< there, null or not
  const Value* find(std::string_view key) const { return value_.find(key); }
  std::string place_of(std::string_view key) const;

  double number(std::string_view key);
  double number_from(std::string_view key, double least, double otherwise);  ///< `otherwise` if absent or null
  double number_from(std::string_view key, double least);
  double number_between(std::string_view key, double least, double most);
  std::optional<double> optional_number(std::string_view key);  ///< absent or null: nothing
  std::optional<double> nullable_number(std::string_view key);  ///< has to be there, may be null
  int whole(std::string_view key, int least, int most);
  int whole(std::string_view key, int least, int most, int otherwise);
  /// One of `options`; the first if absent and `required` is false.
  std::size_t choice(std::string_view key, const std::vector<std::string_view>& options, bool required);

  Cells cells(std::string_view key);                    ///< numbers and nulls
  std::vector<double> numbers(std::string_view key);    ///< numbers, no nulls
  std::vector<double> numbers_from(std::string_view key, double least);
  std::vector<double> present(std::string_view key);    ///< numbers; nulls are dropped
  std::vector<Cells> table(std::string_view key);       ///< rows of equal length
  std::vector<std::vector<double>> groups(std::string_view key);  ///< arrays of any length; nulls are dropped
  std::vector<std::string> name_list(std::string_view key);
  std::string name(std::string_view key);
  std::vector<Request> parts(std::string_view key);     ///< a list of objects
  std::optional<Request> part(std::string_view key);    ///< an object, or nothing

  static std::optional<double> as_number(const Value& value);
  static std::optional<std::string> as_name(const Value& value);

 private:
  const Value::List* list(std::string_view key, std::string_view expected);
  Cells read_cells(const Value::List& list, std::string_view key, bool nulls, double least);

  const Value& value_;
  std::string place_;
  std::optional<Error> error_;
};

}  // namespace fullcircle::analysis

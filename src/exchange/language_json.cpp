#include "exchange/language_json.h"

#include <nlohmann/json.hpp>

namespace fullcircle {
namespace {

constexpr int kDeepestLevel = 16;

using Json = nlohmann::json;

/// Notes where the text stopped being JSON; the tree itself is built by nlohmann's own reader.
struct FirstFault : nlohmann::json_sax<Json> {
  std::size_t byte = 0;
  int level = 0;
  bool is_too_deep = false;

  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool key(string_t&) override { return true; }
  bool start_object(std::size_t) override { return enter(); }
  bool end_object() override { return leave(); }
  bool start_array(std::size_t) override { return enter(); }
  bool end_array() override { return leave(); }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
    byte = position;
    return false;
  }

  bool enter() {
    is_too_deep = ++level > kDeepestLevel;
    return !is_too_deep;
  }
  bool leave() {
    --level;
    return true;
  }
};

Value to_tree(const Json& json) {
  switch (json.type()) {
    case Json::value_t::boolean: return json.get<bool>();
    case Json::value_t::number_integer:
    case Json::value_t::number_unsigned: return json.get<std::int64_t>();
    case Json::value_t::number_float: return json.get<double>();
    case Json::value_t::string: return json.get<std::string>();
    case Json::value_t::array: {
      Value::List list;
      for (const auto& item : json) list.push_back(to_tree(item));
      return list;
    }
    case Json::value_t::object: {
      Value::Object object;
      for (const auto& [key, member] : json.items()) object.emplace_back(key, to_tree(member));
      sort_keys(object);
      return object;
    }
    default: return {};
  }
}

}  // namespace

Result<Value> parse_asset_json(std::string_view text) {
  FirstFault fault;
  if (!Json::sax_parse(text, &fault))
    return fault.is_too_deep ? fail("error.file.too_deep") : fail("error.file.not_json", "byte " + std::to_string(fault.byte));
  return to_tree(Json::parse(text, nullptr, false));
}

}  // namespace fullcircle

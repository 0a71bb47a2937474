#include "exchange/json_reader.h"

#include <algorithm>
#include <utility>

namespace fullcircle {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

}  // namespace

JsonReader::JsonReader(std::string_view text, const JsonLimits& limits) : text_(text), limits_(limits) {
  if (text.size() > limits.bytes) {
    fail_at(0, file_error::kTooLarge, std::to_string(limits.bytes >> 20));
  } else if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
    fail_at(0, file_error::kEncoding, "UTF-16");
  } else if (text.starts_with(kByteOrderMark)) {
    at_ = kByteOrderMark.size();
  }
}

JsonType JsonReader::peek() {
  if (!expect_value()) return JsonType::none;
  switch (text_[at_]) {
    case 'n': return JsonType::null;
    case 't':
    case 'f': return JsonType::boolean;
    case '"': return JsonType::text;
    case '[': return JsonType::list;
    case '{': return JsonType::object;
    default:
      if (text_[at_] == '-' || (text_[at_] >= '0' && text_[at_] <= '9')) return JsonType::number;
      fail_at(at_, file_error::kNotJson, "value");
      return JsonType::none;
  }
}

bool JsonReader::begin_object() { return begin(true, '{'); }
bool JsonReader::begin_list() { return begin(false, '['); }

bool JsonReader::begin(bool is_object, char open) {
  if (!expect_value()) return false;
  if (text_[at_] != open) return peek() != JsonType::none && fail_at(at_, file_error::kValue, is_object ? "object" : "list");
  if (depth_ == static_cast<std::size_t>(limits_.depth)) return fail_at(at_, file_error::kTooDeep, std::to_string(limits_.depth));
  if (frames_.size() == depth_) frames_.emplace_back();
  Frame& frame = frames_[depth_++];
  frame.start = at_++;
  frame.count = frame.key_at = frame.key_length = 0;
  frame.is_object = is_object;
  frame.needs_key_check = false;
  frame.kept_key.clear();
  return true;
}

bool JsonReader::next_member(char close, bool& found) {
  found = false;
  if (failed_) return false;
  if (!skip_space()) return run_out();
  Frame& frame = frames_[depth_ - 1];
  if (text_[at_] == close) {
    ++at_;
    if (frame.needs_key_check && !check_keys(frame)) return false;
    --depth_;
    return true;
  }
  if (frame.count > 0) {
    if (text_[at_] != ',') return fail_at(at_, file_error::kNotJson, close == '}' ? "',' or '}'" : "',' or ']'");
    ++at_;
    if (!skip_space()) return run_out();
  }
  if (++frame.count > limits_.members) return fail_at(at_, file_error::kTooMany, std::to_string(limits_.members));
  if (!frame.is_object && ++items_ > limits_.items_in_all) return fail_at(at_, file_error::kTooMany, std::to_string(limits_.items_in_all));
  return found = true;
}

bool JsonReader::next_item() {
  bool found;
  return next_member(']', found) && found;
}

bool JsonReader::next_key(std::string_view& key) {
  bool found;
  if (!next_member('}', found) || !found) return false;
  Frame& frame = frames_[depth_ - 1];
  const std::string_view before = text_.substr(frame.key_at, frame.key_length);
  if (text_[at_] != '"') return fail_at(at_, file_error::kNotJson, "key in quotes");
  const std::size_t start = at_ + 1;
  if (!scan_text(key)) return false;
  frame.key_at = start;
  frame.key_length = at_ - 1 - start;
  frame.kept_key.clear();
  const bool is_escaped = key.data() == scratch_.data();
  if (checks_keys_ && (is_escaped || (frame.count > 1 && before >= key))) frame.needs_key_check = true;
  if (!skip_space()) return run_out();
  if (text_[at_] != ':') return fail_at(at_, file_error::kNotJson, "':'");
  ++at_;
  return true;
}

/// Keys in ascending order cannot repeat, and ours are. Others are collected in a second look at the object.
bool JsonReader::check_keys(const Frame& frame) {
  if (frame.start == std::string_view::npos) return true;  // its text is gone; whoever continued the text checks
  JsonReader again(text_.substr(frame.start, at_ - frame.start), limits_);
  again.checks_keys_ = false;
  std::vector<std::string> keys;
  std::string_view key;
  again.begin_object();
  while (again.next_key(key)) {
    keys.emplace_back(key);
    again.skip();
  }
  std::ranges::sort(keys);
  const auto twice = std::ranges::adjacent_find(keys);
  return twice == keys.end() || fail_at(at_ - 1, file_error::kDuplicateKey, *twice);
}

bool JsonReader::read_literal(std::string_view word) {
  const std::string_view rest = text_.substr(at_);
  if (rest.starts_with(word)) {
    at_ += word.size();
    return true;
  }
  if (word.starts_with(rest)) return run_out();
  return fail_at(at_, file_error::kNotJson, "value");
}

bool JsonReader::read_null() {
  const JsonType type = peek();
  if (type != JsonType::null) return type != JsonType::none && fail_at(at_, file_error::kValue, "null");
  return read_literal("null");
}

bool JsonReader::read_bool(bool& out) {
  const JsonType type = peek();
  if (type != JsonType::boolean) return type != JsonType::none && fail_at(at_, file_error::kValue, "true or false");
  out = text_[at_] == 't';
  return read_literal(out ? "true" : "false");
}

bool JsonReader::skip() {
  const std::size_t base = depth_;
  do {
    if (depth_ > base) {
      std::string_view key;
      const bool moved = frames_[depth_ - 1].is_object ? next_key(key) : next_item();
      if (failed_) return false;
      if (!moved) continue;
    }
    std::string_view view;
    bool flag;
    Value number;
    switch (peek()) {
      case JsonType::null: read_null(); break;
      case JsonType::boolean: read_bool(flag); break;
      case JsonType::number: read_number(number); break;
      case JsonType::text: scan_text(view); break;
      case JsonType::list: begin_list(); break;
      case JsonType::object: begin_object(); break;
      case JsonType::none: break;
    }
    if (failed_) return false;
  } while (depth_ > base);
  return true;
}

bool JsonReader::finish() {
  if (failed_) return false;
  return !skip_space() || fail_at(at_, file_error::kTrailing, {});
}

bool JsonReader::skip_space() {
  while (at_ < text_.size() && is_space(text_[at_])) ++at_;
  return at_ < text_.size();
}

bool JsonReader::expect_value() {
  if (failed_) return false;
  return skip_space() || run_out();
}

bool JsonReader::fail_at(std::size_t at, std::string_view code, std::string_view detail) {
  if (failed_) return false;
  failed_ = true;
  error_ = Error{std::string(code), place_at(at), std::string(detail)};
  return false;
}

bool JsonReader::run_out() {
  if (failed_) return false;
  ran_out_ = true;
  const bool is_blank = dropped_lines_ == 0 && dropped_column_ == 0 &&
                        std::ranges::all_of(text_.starts_with(kByteOrderMark) ? text_.substr(3) : text_, is_space);
  return fail_at(text_.size(), is_blank ? file_error::kEmpty : file_error::kCutOff, {});
}

bool JsonReader::reject(std::string_view code, std::string_view detail) { return fail_at(at_, code, detail); }

JsonReader::Mark JsonReader::mark() const { return {at_, depth_, depth_ ? frames_[depth_ - 1].count : 0, items_}; }

void JsonReader::rewind(const Mark& mark) {
  at_ = mark.at;
  depth_ = mark.depth;
  items_ = mark.items;
  if (depth_ > 0) frames_[depth_ - 1].count = mark.count;
  failed_ = ran_out_ = false;
  error_ = {};
}

std::size_t JsonReader::release() {
  const std::string_view gone = text_.substr(0, at_);
  const auto last_line = gone.rfind('\n');
  dropped_lines_ += static_cast<std::size_t>(std::ranges::count(gone, '\n'));
  dropped_column_ = last_line == std::string_view::npos ? dropped_column_ + gone.size() : gone.size() - last_line - 1;
  for (std::size_t i = 0; i < depth_; ++i) {
    Frame& frame = frames_[i];
    if (frame.kept_key.empty()) frame.kept_key = text_.substr(frame.key_at, frame.key_length);
    frame.key_at = frame.key_length = 0;
    frame.start = std::string_view::npos;
  }
  text_ = {};
  return std::exchange(at_, 0);
}

void JsonReader::continue_with(std::string_view rest) { text_ = rest; }

std::string JsonReader::place_at(std::size_t at) const {
  const std::string_view before = text_.substr(0, at);
  const auto line_start = before.rfind('\n');
  const std::string_view line = line_start == std::string_view::npos ? before : before.substr(line_start + 1);
  const auto characters = std::ranges::count_if(line, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
  const std::size_t lines = dropped_lines_ + static_cast<std::size_t>(std::ranges::count(before, '\n'));
  const std::size_t column = static_cast<std::size_t>(characters) + (line_start == std::string_view::npos ? dropped_column_ : 0);
  std::string place = std::to_string(lines + 1) + ":" + std::to_string(column + 1);
  const std::string where = path();
  return where.empty() ? place : place + " " + where;
}

std::string JsonReader::path() const {
  std::string path;
  for (std::size_t i = 0; i < depth_; ++i) {
    const Frame& frame = frames_[i];
    std::string step = frame.kept_key;
    if (step.empty()) step = frame.is_object ? std::string(text_.substr(frame.key_at, frame.key_length)) : frame.count ? std::to_string(frame.count - 1) : "";
    if (!step.empty()) path += (path.empty() ? "" : ".") + step;
  }
  return path;
}

}  // namespace fullcircle

// Reads JSON text value by value, without building a tree: what reads a file of ours asks for the next key or value and puts
// it where it belongs. Strict RFC 8259, no recursion deeper than the limit; everything a hostile file could do is an Error.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/file_errors.h"
#include "model/result.h"
#include "model/value.h"

namespace fullcircle {

/// What is refused as hostile, whatever it holds.
struct JsonLimits {
  std::size_t bytes = std::size_t{512} << 20;
  std::size_t text_bytes = std::size_t{1} << 20;
  std::size_t members = 2'000'000;        ///< of one list or object
  std::size_t items_in_all = 16'000'000;  ///< of all lists together: an item of 3 bytes can take a hundred in memory
  int depth = 64;
};

enum class JsonType : std::uint8_t { null, boolean, number, text, list, object, none };

/// A cursor over JSON text. Every reading function returns false at a failure, and from then on always; `error()` says what
/// and where. Duplicate keys, lone surrogates, bad UTF-8, numbers out of range and a byte-order mark in the middle are failures;
/// a UTF-8 mark at the start is skipped.
///
/// Example, for {"name": "Ada", "age": 36}:
///   JsonReader json(text);
///   std::string_view key;
///   json.begin_object();
///   while (json.next_key(key)) key == "name" ? json.read_text(name) : json.skip();
///   if (json.finish()) …
class JsonReader {
 public:
  explicit JsonReader(std::string_view text, const JsonLimits& limits = {});

  /// What comes next; `none` at a failure.
  JsonType peek();

  bool begin_object();
  /// Moves to the next member; false after the last one (then the object is closed) and at a failure.
  /// `key` holds until the next call of any reading function.
  bool next_key(std::string_view& key);
  bool begin_list();
  /// Moves to the next item; false after the last one (then the list is closed) and at a failure.
  bool next_item();

  bool read_null();
  bool read_bool(bool& out);
  /// Whole numbers as written without point or exponent.
  bool read_integer(std::int64_t& out);
  bool read_double(double& out);
  bool read_text(std::string& out);
  /// Text that holds until the next call of any reading function.
  bool read_text_view(std::string_view& out);
  /// Any value; objects come out with their keys sorted.
  bool read_value(Value& out);
  /// Checks a value as strictly as reading it would, and forgets it.
  bool skip();
  /// True when the text ends here, after its one value.
  bool finish();

  bool failed() const { return failed_; }
  /// True when it failed because the text ended in the middle: with more text it may succeed.
  bool ran_out() const { return ran_out_; }
  const Error& error() const { return error_; }
  /// Makes the failure ours: for values that are JSON but not what the file may hold. Always returns false.
  bool reject(std::string_view code, std::string_view detail);

  std::size_t position() const { return at_; }

  /// A place before a value or between two members, to come back to.
  struct Mark {
    std::size_t at = 0;
    std::size_t depth = 0;
    std::size_t count = 0;
    std::size_t items = 0;
  };
  Mark mark() const;
  /// Goes back to a mark in a list or object that was not left since, forgetting a failure. Not across release().
  void rewind(const Mark& mark);
  /// For texts that arrive in pieces: forgets what was read and says how many bytes that is. The text may change then, until
  /// continue_with() says where its rest, and what follows it, now is. Keys of the open objects are no longer checked for repeats.
  std::size_t release();
  void continue_with(std::string_view rest);

 private:
  struct Frame {
    std::size_t start = 0;        ///< of the object, for the check of duplicate keys
    std::size_t count = 0;        ///< members so far
    std::size_t key_at = 0;       ///< the current key as written, between its quotes
    std::size_t key_length = 0;
    bool is_object = false;
    bool needs_key_check = false; ///< keys came neither sorted nor unescaped
    std::string kept_key;         ///< the current key once its text was dropped
  };

  bool fail_at(std::size_t at, std::string_view code, std::string_view detail);
  bool run_out();
  bool skip_space();
  bool expect_value();
  bool begin(bool is_object, char open);
  bool next_member(char close, bool& found);
  bool check_keys(const Frame& frame);
  bool scan_text(std::string_view& out);
  bool scan_escaped(std::string_view& out, std::size_t start);
  bool scan_escape();
  bool scan_hex4(unsigned& unit);
  bool scan_character();
  bool scan_number(std::string_view& digits, bool& is_whole);
  bool read_literal(std::string_view word);
  bool read_digits(std::string_view& digits, bool& is_whole, std::string_view expected);
  bool parse_whole(std::string_view digits, std::int64_t& out);
  bool parse_decimal(std::string_view digits, double& out);
  bool read_number(Value& out);
  std::string place_at(std::size_t at) const;
  std::string path() const;

  std::string_view text_;
  JsonLimits limits_;
  std::size_t at_ = 0;
  std::size_t dropped_lines_ = 0;   ///< newlines in text dropped so far
  std::size_t dropped_column_ = 0;  ///< bytes after the last of them
  std::vector<Frame> frames_;
  std::size_t depth_ = 0;           ///< frames in use
  std::size_t items_ = 0;           ///< of all lists so far
  std::string scratch_;
  Error error_;
  bool checks_keys_ = true;
  bool failed_ = false;
  bool ran_out_ = false;
};

/// The whole text as one value.
Result<Value> parse_json(std::string_view text, const JsonLimits& limits = {});

}  // namespace fullcircle

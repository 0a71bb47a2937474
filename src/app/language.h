// The words of the app in one language, from assets/languages/<code>.json (i18next v4: nested keys, {{name}}, _one/_other).
#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "app/number_text.h"
#include "app/ports.h"
#include "model/enum_names.h"
#include "model/kinds.h"
#include "model/result.h"
#include "model/value.h"

namespace fullcircle {

using PluralRule = std::function<PluralCategory(double count)>;

/// The cardinal rules of English, German, Danish, Swedish and Chinese; English for any other code.
/// The suffix of a key is the category's name. TextServices::plural_category replaces it through Language::set_plural_rule.
/// Source: Unicode CLDR, plural rules, table "cardinal".
PluralRule native_plural_rule(std::string_view language_code);

/// A value to put in for {{name}}. A number called "count" also chooses the plural form.
class Argument {
 public:
  Argument(std::string_view name, std::string_view text) : name_(name), text_(text) {}
  Argument(std::string_view name, const char* text) : name_(name), text_(text) {}
  Argument(std::string_view name, const std::string& text) : name_(name), text_(text) {}
  template <std::integral Integer>
  Argument(std::string_view name, Integer number) : name_(name), number_(static_cast<std::int64_t>(number)), is_number_(true) {}
  template <std::floating_point Number>
  Argument(std::string_view name, Number number) = delete;  // say how many places: pass Formats::number(...)

  std::string_view name() const { return name_; }
  std::string_view text() const { return text_; }
  std::int64_t number() const { return number_; }
  bool is_number() const { return is_number_; }

 private:
  std::string_view name_;
  std::string_view text_;
  std::int64_t number_ = 0;
  bool is_number_ = false;
};
using Arguments = std::initializer_list<Argument>;

class Language {
 public:
  /// Errors: those of parse_json; error.file.value for anything but objects of texts.
  static Result<Language> parse(std::string_view code, std::string_view json, std::shared_ptr<const Language> fallback = {});

  const std::string& code() const { return code_; }
  const NumberMarks& number_marks() const { return marks_; }

  /// The text of a key as it stands; valid as long as this language (and its fallback) lives. Allocates nothing.
  /// A key nobody has comes back as itself and is listed in missing_keys().
  std::string_view tr(std::string_view key) const;

  /// With {{name}} filled in, and the plural form of `count` if it has one: "people.count_one", "_other"; "_zero" for 0 wins.
  /// Example: "Good morning, {{name}}" with {{"name", "Aisha"}} -> "Good morning, Aisha"
  std::string tr(std::string_view key, Arguments arguments) const;

  /// Whether this language itself (not its fallback) has the key.
  bool has(std::string_view key) const { return texts_.contains(key); }
  std::vector<std::string_view> keys() const;

  /// The word for an enumerator: "enum.goal_kind.higher".
  template <NamedEnum Enum>
  std::string_view name_of(Enum value) const {
    return tr_joined("enum", EnumNames<Enum>::kType, to_name(value));
  }
  /// The label of a field: "field.goal.title" for label_of<Goal>("title").
  template <class Entity>
  std::string_view label_of(std::string_view field_key) const {
    return tr_joined("field", Kind<Entity>::kLanguageKey, field_key);
  }
  /// "error.file.not_json" with its {{place}} and {{detail}} filled in: one clear sentence.
  std::string describe(const Error& error) const;

  void set_plural_rule(PluralRule rule) { plural_rule_ = std::move(rule); }

  /// Keys asked for that this language lacks, whether or not the fallback had them.
  const std::set<std::string, std::less<>>& missing_keys() const { return missing_; }

 private:
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };

  Result<> add(std::string& key, Value&& value);
  const std::string* find(std::string_view key) const;
  const std::string* find_plural(std::string_view key, std::int64_t count) const;
  std::string_view tr_joined(std::string_view group, std::string_view type, std::string_view name) const;
  void note_missing(std::string_view key) const;

  std::string code_;
  std::shared_ptr<const Language> fallback_;
  std::unordered_map<std::string, std::string, TextHash, std::equal_to<>> texts_;
  NumberMarks marks_;
  PluralRule plural_rule_;
  mutable std::set<std::string, std::less<>> missing_;
};

/// A piece of a text in one weight.
struct TextRun {
  std::string_view text;
  bool is_strong = false;
  bool operator==(const TextRun&) const = default;
};

/// Splits "<b>3 check-ins</b> are due" into its runs; views into `text`. An unclosed mark reaches to the end.
std::vector<TextRun> split_runs(std::string_view text);

}  // namespace fullcircle

#include "app/language.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "exchange/json_reader.h"
#include "model/sorting.h"

namespace fullcircle {
namespace {

constexpr std::string_view kPluralSuffixes[] = {"_zero", "_one", "_two", "_few", "_many", "_other"};
constexpr std::size_t kLongestKey = 160;

/// Where reading a file stopped, as a JsonReader writes it: "12:7 records.people.3.name".
struct TextSpot {
  std::string_view line, column, path;
};

std::optional<TextSpot> parse_text_spot(std::string_view place) {
  constexpr std::string_view kDigits = "0123456789";
  const auto line_end = place.find_first_not_of(kDigits);
  if (line_end == 0 || line_end == std::string_view::npos || place[line_end] != ':') return std::nullopt;
  const auto column_end = std::min(place.find_first_not_of(kDigits, line_end + 1), place.size());
  if (column_end == line_end + 1 || (column_end < place.size() && place[column_end] != ' ')) return std::nullopt;
  return TextSpot{place.substr(0, line_end), place.substr(line_end + 1, column_end - line_end - 1), place.substr(std::min(column_end + 1, place.size()))};
}

/// A key put together from parts without touching the heap; a longer one is cut and so found nowhere.
class KeyBuffer {
 public:
  KeyBuffer& operator<<(std::string_view part) {
    const auto count = std::min(part.size(), text_.size() - size_);
    std::memcpy(text_.data() + size_, part.data(), count);
    size_ += count;
    return *this;
  }
  std::string_view text() const { return {text_.data(), size_}; }

 private:
  std::array<char, kLongestKey> text_;
  std::size_t size_ = 0;
};

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

/// Fills in {{name}}; a placeholder without an argument stays visible, so that the mistake is seen.
std::string filled(std::string_view pattern, Arguments arguments, const NumberMarks& marks) {
  std::string out;
  out.reserve(pattern.size() + 16);
  while (!pattern.empty()) {
    const auto open = pattern.find("{{");
    const auto close = open == std::string_view::npos ? open : pattern.find("}}", open);
    if (close == std::string_view::npos) break;
    out += pattern.substr(0, open);
    const auto name = trimmed(pattern.substr(open + 2, close - open - 2));
    const auto* argument = std::ranges::find(arguments, name, &Argument::name);
    if (argument == arguments.end())
      out += pattern.substr(open, close + 2 - open);
    else if (argument->is_number())
      out += integer_text(argument->number(), marks);
    else
      out += argument->text();
    pattern.remove_prefix(close + 2);
  }
  return out += pattern;
}

}  // namespace

PluralRule native_plural_rule(std::string_view language_code) {
  if (language_code.starts_with("zh")) return [](double) { return PluralCategory::other; };
  if (language_code.starts_with("da"))  // fractions below 2 are singular in Danish: "1,5 point"
    return [](double count) { return count == 1 || (count > 0 && count < 2) ? PluralCategory::one : PluralCategory::other; };
  return [](double count) { return count == 1 ? PluralCategory::one : PluralCategory::other; };
}

Result<Language> Language::parse(std::string_view code, std::string_view json, std::shared_ptr<const Language> fallback) {
  auto tree = parse_json(json);
  if (!tree) return std::unexpected(std::move(tree.error()));
  Language language;
  language.code_ = code;
  language.fallback_ = std::move(fallback);
  language.plural_rule_ = native_plural_rule(code);
  std::string key;
  if (auto added = language.add(key, std::move(*tree)); !added) return std::unexpected(std::move(added.error()));
  if (const auto* mark = language.find("format.decimal_mark")) language.marks_.decimal = *mark;
  if (const auto* mark = language.find("format.group_mark")) language.marks_.group = *mark;
  return language;
}

/// Recursion is as deep as parse_json lets a file be.
Result<> Language::add(std::string& key, Value&& value) {
  if (auto* text = value.as_text()) {
    texts_.insert_or_assign(key, std::move(*text));
    return {};
  }
  auto* members = value.as_object();
  if (!members) return fail("error.file.value", key, "text");
  const auto length = key.size();
  for (auto& [name, member] : *members) {
    if (length > 0) key += '.';
    key += name;
    if (auto added = add(key, std::move(member)); !added) return added;
    key.resize(length);
  }
  return {};
}

const std::string* Language::find(std::string_view key) const {
  const auto found = texts_.find(key);
  return found == texts_.end() ? nullptr : &found->second;
}

const std::string* Language::find_plural(std::string_view key, std::int64_t count) const {
  const auto with_suffix = [&](PluralCategory category) {
    return find((KeyBuffer() << key << kPluralSuffixes[static_cast<std::size_t>(category)]).text());
  };
  const std::string* text = count == 0 ? with_suffix(PluralCategory::zero) : nullptr;
  if (!text) text = with_suffix(plural_rule_(static_cast<double>(count)));
  if (!text) text = with_suffix(PluralCategory::other);
  return text ? text : find(key);
}

void Language::note_missing(std::string_view key) const {
  if (!missing_.contains(key)) missing_.emplace(key);
}

std::string_view Language::tr(std::string_view key) const {
  if (const auto* text = find(key)) return *text;
  note_missing(key);
  return fallback_ ? fallback_->tr(key) : key;
}

std::string Language::tr(std::string_view key, Arguments arguments) const {
  const auto* count = std::ranges::find_if(arguments, [](const Argument& a) { return a.is_number() && a.name() == "count"; });
  const auto* text = count == arguments.end() ? find(key) : find_plural(key, count->number());
  if (text) return filled(*text, arguments, marks_);
  note_missing(key);
  return fallback_ ? fallback_->tr(key, arguments) : std::string(key);
}

std::string_view Language::tr_joined(std::string_view group, std::string_view type, std::string_view name) const {
  const auto key = KeyBuffer() << group << "." << type << "." << name;
  if (const auto* text = find(key.text())) return *text;
  note_missing(key.text());
  return fallback_ ? fallback_->tr_joined(group, type, name) : name;
}

std::string Language::describe(const Error& error) const {
  std::string place = error.place;
  if (const auto spot = parse_text_spot(place)) {
    const auto key = spot->path.empty() ? "error.place.line" : "error.place.line_and_path";
    place = tr(key, {{"line", spot->line}, {"column", spot->column}, {"path", spot->path}});
  }
  return tr(error.code, {{"place", place}, {"detail", error.detail}});
}

std::vector<std::string_view> Language::keys() const {
  std::vector<std::string_view> keys;
  keys.reserve(texts_.size());
  for (const auto& [key, text] : texts_) keys.push_back(key);
  sort_stably(keys);
  return keys;
}

std::vector<TextRun> split_runs(std::string_view text) {
  std::vector<TextRun> runs;
  bool is_strong = false;
  while (!text.empty()) {
    const auto mark = std::string_view(is_strong ? "</b>" : "<b>");
    const auto end = std::min(text.find(mark), text.size());
    if (end > 0) runs.push_back({text.substr(0, end), is_strong});
    text.remove_prefix(std::min(end + mark.size(), text.size()));
    is_strong = !is_strong;
  }
  return runs;
}

}  // namespace fullcircle

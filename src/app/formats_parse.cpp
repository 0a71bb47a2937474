// Reading what a person typed into a date field.
#include <algorithm>
#include <vector>

#include "app/formats.h"

namespace fullcircle {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_separator(char c) { return c == ' ' || c == '.' || c == ',' || c == '/' || c == '-'; }

struct Piece {
  std::string_view text;
  bool is_number = false;
};

/// Numbers and words between separators; a number may touch a word ("18Dec", "12月18日").
std::vector<Piece> split_pieces(std::string_view text) {
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i < text.size();) {
    if (is_separator(text[i])) {
      ++i;
      continue;
    }
    const bool number = is_digit(text[i]);
    const auto start = i;
    while (i < text.size() && !is_separator(text[i]) && is_digit(text[i]) == number) ++i;
    pieces.push_back({text.substr(start, i - start), number});
  }
  return pieces;
}

int number_of(std::string_view digits) {
  int number = 0;
  for (char digit : digits.substr(0, 6)) number = number * 10 + (digit - '0');
  return number;
}

int full_year(Piece piece) { return piece.text.size() <= 2 ? 2000 + number_of(piece.text) : number_of(piece.text); }

std::optional<Day> day_if_real(int year, int month, int day) {
  if (year < 1900 || year > 2200 || day < 1 || day > days_in_month(year, month)) return std::nullopt;
  return to_day({year, month, day});
}

/// ASCII letters only; month names of the shipped languages differ in case only in ASCII.
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool starts_like(std::string_view whole, std::string_view start) {
  return whole.size() >= start.size() && std::ranges::equal(whole.substr(0, start.size()), start, {}, lower, lower);
}

}  // namespace

std::optional<int> Formats::parse_month(std::string_view word) const {
  constexpr std::size_t kShortestMonth = 3;
  for (int month = 1; month <= 12; ++month) {
    const auto number = std::to_string(month);
    const auto full = language_->tr("format.month_long." + number);
    if (word.size() >= kShortestMonth && (starts_like(full, word) || starts_like(language_->tr("format.month_short." + number), word)))
      return month;
  }
  return std::nullopt;
}

std::optional<Day> Formats::parse_date(std::string_view text) const {
  auto pieces = split_pieces(text);
  if (pieces.size() < 2) return std::nullopt;
  std::optional<int> month;
  for (auto piece = pieces.begin(); piece != pieces.end();) {
    if (piece->is_number) {
      ++piece;
      continue;
    }
    if (const auto found = parse_month(piece->text)) {
      if (month) return std::nullopt;
      month = found;
    } else if (starts_like(piece->text, "\u5e74") || starts_like(piece->text, "\u6708") || starts_like(piece->text, "\u65e5")) {
      // year, month and day marks of Chinese dates
    } else {
      return std::nullopt;
    }
    piece = pieces.erase(piece);
  }
  const int this_year = to_year_month_day(today_).year;
  const auto value = [&](std::size_t i) { return number_of(pieces[i].text); };
  if (month) {
    if (pieces.size() == 1) return day_if_real(this_year, *month, value(0));
    if (pieces.size() == 2) return day_if_real(full_year(pieces[1]), *month, value(0));
    return std::nullopt;
  }
  const bool is_year_first = !pieces.empty() && (pieces[0].text.size() == 4 || language_->tr("format.date_order") == "ymd");
  const bool is_month_first = language_->tr("format.date_order") == "mdy" || (is_year_first && pieces.size() == 2);
  if (pieces.size() == 3 && is_year_first) return day_if_real(full_year(pieces[0]), value(1), value(2));
  if (pieces.size() != 2 && pieces.size() != 3) return std::nullopt;
  const int year = pieces.size() == 3 ? full_year(pieces[2]) : this_year;
  return is_month_first ? day_if_real(year, value(0), value(1)) : day_if_real(year, value(1), value(0));
}

}  // namespace fullcircle

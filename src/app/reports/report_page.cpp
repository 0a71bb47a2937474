#include "app/reports/report_page.h"

#include <algorithm>

#include "app/reports/report_style.h"

namespace fullcircle {
namespace {

constexpr std::size_t kMostColumns = 9, kLongestFigure = 24;  ///< in bytes: a figure with its unit, not a sentence with a number in it

/// "12", "+0.4", "−0.3"; not "Spring 2026".
bool starts_as_figure(std::string_view text) {
  constexpr std::string_view kMinus = "\u2212";
  if (text.starts_with(kMinus)) return true;
  return !text.empty() && std::string_view("0123456789+").find(text[0]) != std::string_view::npos;
}

/// Figures, or nothing but the words that stand where there is none.
bool holds_figures(const TextTable& table, std::size_t column, const Language& language) {
  bool any = false, has_words = false;
  for (std::size_t r = 1; r < table.size(); ++r) {
    if (column >= table[r].size()) continue;
    const std::string& cell = table[r][column];
    if (cell.size() > kLongestFigure) return false;
    any = any || starts_as_figure(cell);
    has_words = has_words || (!cell.empty() && cell != language.tr("insights.hidden") && cell != language.tr("common.empty_cell"));
  }
  return any || !has_words;
}

/// Several words, which beside many figures would stand one below the other.
bool holds_sentences(const TextTable& table, std::size_t column) {
  return std::ranges::any_of(table, [&](const auto& row) { return column < row.size() && std::ranges::count(row[column], ' ') > 1; });
}

/// Too wide for paper: in parts, each with the heads of the rows. Columns that belong together come in pairs.
std::vector<TextTable> side_by_side(const TextTable& table) {
  const std::size_t columns = table[0].size() - 1, parts = (columns + kMostColumns - 2) / (kMostColumns - 1), each = (columns / parts + 1) / 2 * 2;
  std::vector<TextTable> all;
  for (std::size_t from = 1; from <= columns; from += each) {
    TextTable& part = all.emplace_back();
    for (const auto& row : table) {
      auto& cells = part.emplace_back(1, row[0]);
      for (std::size_t c = from; c < std::min(from + each, row.size()); ++c) cells.push_back(row[c]);
    }
  }
  return all;
}

TextTable turned(const TextTable& table) {
  TextTable rows(table[0].size(), std::vector<std::string>(table.size()));
  for (std::size_t r = 0; r < table.size(); ++r)
    for (std::size_t c = 0; c < std::min(table[r].size(), rows.size()); ++c) rows[c][r] = table[r][c];
  return rows;
}

}  // namespace

ReportPage::ReportPage(const Language& language, const Formats& formats, const std::string& title, std::span<const std::string> lines) : language_(language) {
  raw("<!doctype html>\n<html lang=\"").text(language.code()).raw("\"><head><meta charset=\"utf-8\">");
  element("title", title).raw("<style>").raw(kReportStyle).raw("</style></head><body>\n<header>").element("h1", title);
  for (const std::string& line : lines) paragraph(line, true);
  paragraph(language.tr("print.printed", {{"date", formats.long_date(formats.today())}}), true);
  raw("</header>\n<main>\n");
}

void ReportPage::paragraph(std::string_view words, bool is_quiet) {
  if (!words.empty()) element("p", words, is_quiet ? " class=\"quiet\"" : "");
}

void ReportPage::figure(std::string_view caption, std::string_view value, std::string_view attributes) {
  raw("<div>").element("dt", caption).element("dd", value, attributes).raw("</div>");
}

void ReportPage::table(const TextTable& table) {
  if (table.size() < 2) return;
  if (table[0].size() > kMostColumns && table.size() <= kMostColumns) return this->table(turned(table));
  if (table[0].size() > kMostColumns) {
    for (const TextTable& part : side_by_side(table)) this->table(part);
    return;
  }
  std::vector<bool> are_figures;
  std::vector<std::string_view> words;
  for (std::size_t c = 0; c < table[0].size(); ++c) {
    are_figures.push_back(c > 0 && holds_figures(table, c, language_));
    words.push_back(c > 0 && holds_sentences(table, c) ? " class=\"sentence\"" : "");
  }
  raw("<table class=\"values\">");
  for (std::size_t r = 0; r < table.size(); ++r) {
    raw(r == 0 ? "<thead><tr>" : "<tr>");
    for (std::size_t c = 0; c < std::min(table[r].size(), are_figures.size()); ++c) {
      const bool is_head = r == 0 || c == 0;
      element(is_head ? "th" : "td", !is_head && table[r][c].empty() ? language_.tr("common.empty_cell") : std::string_view(table[r][c]), are_figures[c] ? " class=\"number\"" : words[c]);
    }
    raw(r == 0 ? "</tr></thead><tbody>\n" : "</tr>\n");
  }
  raw("</tbody></table>\n");
}

void ReportPage::lines(std::string_view title, std::span<const ValueLine> lines) {
  if (lines.empty()) return;
  element("h3", title).raw("<table class=\"values\"><tbody>\n");
  for (const ValueLine& line : lines) {
    const std::string_view tag = line.strong ? "strong" : "span";
    raw("<tr><th>").element(tag, line.label).raw("</th><td class=\"number\">").element(tag, line.value).raw("</td></tr>\n");
  }
  raw("</tbody></table>\n");
}

}  // namespace fullcircle

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
  std::vector<bool> are_figures;
  for (std::size_t c = 0; c < table[0].size(); ++c) are_figures.push_back(c > 0 && holds_figures(table, c, language_));
  raw("<table class=\"values\">");
  for (std::size_t r = 0; r < table.size(); ++r) {
    raw(r == 0 ? "<thead><tr>" : "<tr>");
    for (std::size_t c = 0; c < std::min(table[r].size(), are_figures.size()); ++c)
      element(r == 0 || c == 0 ? "th" : "td", table[r][c], are_figures[c] ? " class=\"number\"" : "");
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

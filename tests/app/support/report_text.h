// What tests of printed documents look for in their bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/queries/chart_figures.h"
#include "app/reports/html_writer.h"

namespace fullcircle::test {

inline bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

inline std::size_t count_of(const std::string& text, std::string_view part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

/// Every element is closed in the order it was opened, and nothing stands before the document or after it.
inline bool is_well_formed(const std::string& html) {
  std::vector<std::string> open;
  for (auto at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
    const auto end = html.find('>', at);
    if (end == std::string::npos) return false;
    const std::string tag = html.substr(at + 1, end - at - 1);
    if (tag.starts_with('!') || tag.ends_with('/') || tag.starts_with("meta")) continue;
    if (!tag.starts_with('/')) {
      open.push_back(tag.substr(0, tag.find(' ')));
    } else {
      if (open.empty() || open.back() != tag.substr(1)) return false;
      open.pop_back();
    }
  }
  return open.empty() && html.starts_with("<!doctype html>");
}

/// Each row of the table stands in the document, cell after cell; the first one is the row's head. An empty cell is an en dash there.
inline bool holds_rows(const std::string& html, const TextTable& table) {
  for (const auto& row : table) {
    std::size_t at = 0;
    bool found = false;
    const auto cell_at = [&](std::size_t from, const std::string& cell) { return html.find(">" + escape_html(cell) + "</t", from); };
    for (at = cell_at(0, row[0]); at != std::string::npos && !found; at = cell_at(at + 1, row[0])) {
      const auto end = html.find("</tr>", at);
      std::size_t next = at;
      found = true;
      for (std::size_t c = 0; c < row.size(); ++c) {
        next = cell_at(next, c > 0 && row[c].empty() && &row != &table[0] ? "–" : row[c]);
        found = found && next < end;
        if (next != std::string::npos) ++next;
      }
    }
    if (!found) return false;
  }
  return true;
}

}  // namespace fullcircle::test

#include "exchange/csv.h"

#include <algorithm>
#include <array>

#include "exchange/file_errors.h"
#include "exchange/utf8.h"
#include "model/double_text.h"

namespace fullcircle {
namespace {

constexpr std::size_t kMostBytes = std::size_t{32} << 20;
constexpr std::size_t kMostRows = 200'000;
constexpr std::size_t kMostCells = 500;
constexpr std::string_view kDelimiters = ",;\t";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// The separator that gives the same number of cells, more than one, in most of the first lines. Quoted text does not count.
char guess_delimiter(std::string_view text) {
  constexpr int kLines = 20;
  std::array<std::vector<int>, 3> counts;
  std::array<int, 3> here{};
  bool is_quoted = false, is_blank = true;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const char c = i < text.size() ? text[i] : '\n';
    if (c == '"') is_quoted = !is_quoted;
    if (is_quoted && i < text.size()) continue;
    if (c != '\n' && c != '\r') {
      is_blank = false;
      if (const auto at = kDelimiters.find(c); at != std::string_view::npos) ++here[at];
      continue;
    }
    for (std::size_t d = 0; d < 3 && !is_blank; ++d) counts[d].push_back(here[d]);
    here = {};
    is_blank = true;
    if (counts[0].size() == kLines) break;
  }
  std::size_t best = 0;
  double best_score = -1;
  for (std::size_t d = 0; d < 3; ++d) {
    if (counts[d].empty() || counts[d][0] == 0) continue;
    const auto same = std::ranges::count(counts[d], counts[d][0]);
    const double score = static_cast<double>(same) / static_cast<double>(counts[d].size()) + counts[d][0] * 1e-3;
    if (score > best_score) best_score = score, best = d;
  }
  return kDelimiters[best];
}

class CsvParser {
 public:
  CsvParser(std::string_view text, char delimiter) : text_(text) { table_.delimiter = delimiter; }

  Result<CsvTable> parse() {
    while (at_ < text_.size()) {
      const int line = line_;
      std::vector<std::string> cells;
      if (auto row = parse_row(cells); !row) return std::unexpected(row.error());
      if (std::ranges::all_of(cells, [](const std::string& cell) { return cell.find_first_not_of(" \t") == std::string::npos; })) continue;
      if (table_.rows.size() == kMostRows) return fail(std::string(file_error::kTooMany), std::to_string(line), std::to_string(kMostRows));
      table_.rows.push_back(std::move(cells));
      table_.lines.push_back(line);
    }
    if (table_.rows.empty()) return fail(std::string(file_error::kEmpty));
    return std::move(table_);
  }

 private:
  Result<> parse_row(std::vector<std::string>& cells) {
    for (;;) {
      if (cells.size() == kMostCells) return fail(std::string(file_error::kTooMany), std::to_string(line_), std::to_string(kMostCells));
      if (auto cell = parse_cell(cells.emplace_back()); !cell) return cell;
      if (at_ == text_.size()) return {};
      const char c = text_[at_++];
      if (c == table_.delimiter) continue;
      if (c == '\r' && at_ < text_.size() && text_[at_] == '\n') ++at_;
      ++line_;
      return {};
    }
  }

  /// Up to a separator or line end. A quote counts only where the cell begins; one in the middle is text, as spreadsheets have it.
  Result<> parse_cell(std::string& cell) {
    if (at_ < text_.size() && text_[at_] == '"') {
      if (auto quoted = parse_quoted(cell); !quoted) return quoted;
    }
    const auto ends = [&](char c) { return c == table_.delimiter || c == '\n' || c == '\r'; };
    const std::size_t start = at_;
    while (at_ < text_.size() && !ends(text_[at_])) ++at_;
    cell.append(text_, start, at_ - start);
    return {};
  }

  Result<> parse_quoted(std::string& cell) {
    const int opened = line_;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '"') {
        if (at_ + 1 == text_.size() || text_[at_ + 1] != '"') {
          ++at_;
          return {};
        }
        ++at_;
      }
      if (text_[at_] == '\n' || (text_[at_] == '\r' && (at_ + 1 == text_.size() || text_[at_ + 1] != '\n'))) ++line_;
      cell += text_[at_];
    }
    return fail("error.csv.open_quote", std::to_string(opened));
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int line_ = 1;
  CsvTable table_;
};

bool looks_like_figure(std::string_view cell) { return cell.find_first_of("0123456789@") != std::string_view::npos; }

/// A heading has a word in every cell and no figures or addresses, while some row below has one, or says something else altogether.
bool guess_header(const CsvTable& table) {
  const auto& first = table.rows.front();
  if (std::ranges::any_of(first, [](const std::string& cell) { return cell.empty() || looks_like_figure(cell); })) return false;
  if (table.rows.size() == 1) return true;
  return std::ranges::any_of(table.rows.begin() + 1, table.rows.end(), [&](const auto& row) { return row != first; });
}

Result<> check_encoding(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") || bytes.substr(0, 64).find('\0') != std::string_view::npos)
    return fail(std::string(file_error::kEncoding), "1", "UTF-16");
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t length = utf8_length_at(bytes, at);
    if (length == 0) return fail(std::string(file_error::kEncoding), std::to_string(std::ranges::count(bytes.substr(0, at), '\n') + 1), "Windows-1252?");
    at += length;
  }
  return {};
}

/// Whether a spreadsheet would run the cell. "-12.5" is a number and stays one, "-12,5" as well.
bool is_formula(std::string_view cell) {
  if (cell.empty() || std::string_view("=+-@\t\r").find(cell[0]) == std::string_view::npos) return false;
  if (cell[0] != '-') return true;
  std::string plain(cell);
  if (std::ranges::count(plain, ',') == 1 && plain.find('.') == std::string::npos) std::ranges::replace(plain, ',', '.');
  const auto number = read_number(plain);
  return !number || number->length != plain.size();
}

}  // namespace

std::size_t CsvTable::column_count() const {
  std::size_t count = header.size();
  for (const auto& row : rows) count = std::max(count, row.size());
  return count;
}

Result<CsvTable> parse_csv(std::string_view bytes, CsvOptions options) {
  if (bytes.size() > kMostBytes) return fail(std::string(file_error::kTooLarge), {}, std::to_string(kMostBytes >> 20));
  if (auto checked = check_encoding(bytes); !checked) return std::unexpected(checked.error());
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  if (bytes.starts_with("sep=") && bytes.size() > 5) {  // a spreadsheet's own way to say it
    if (!options.delimiter) options.delimiter = bytes[4];
    bytes.remove_prefix(std::min(bytes.size(), bytes.find('\n') + 1));
  }
  auto table = CsvParser(bytes, options.delimiter ? options.delimiter : guess_delimiter(bytes)).parse();
  if (!table) return table;
  table->has_header = options.header == CsvOptions::Header::guess ? guess_header(*table) : options.header == CsvOptions::Header::yes;
  if (table->has_header) {
    table->header = std::move(table->rows.front());
    table->rows.erase(table->rows.begin());
    table->lines.erase(table->lines.begin());
  }
  return table;
}

std::string encode_csv(std::span<const std::vector<std::string>> rows, char delimiter) {
  const std::string special = std::string("\"\r\n") + delimiter;
  std::string text(kByteOrderMark);
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) text += delimiter;
      std::string cell = is_formula(row[i]) ? "'" + row[i] : row[i];
      if (cell.find_first_of(special) == std::string::npos) {
        text += cell;
        continue;
      }
      text += '"';
      for (char c : cell) text.append(c == '"' ? 2 : 1, c);
      text += '"';
    }
    text += "\r\n";
  }
  return text;
}

}  // namespace fullcircle

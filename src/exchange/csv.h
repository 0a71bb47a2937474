// Tables as CSV (RFC 4180, and what spreadsheets make of it): separator and heading guessed, errors by row.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/result.h"

namespace fullcircle {

struct CsvTable {
  char delimiter = ',';
  bool has_header = true;                      ///< guessed; `header` is then the first row
  std::vector<std::string> header;             ///< empty without a heading
  std::vector<std::vector<std::string>> rows;  ///< cells as they stand, without quotes; blank rows are left out
  std::vector<int> lines;                      ///< where each row begins in the file, from 1
  /// The widest row's cells.
  std::size_t column_count() const;
};

struct CsvOptions {
  char delimiter = 0;  ///< 0: guess among comma, semicolon and tab
  enum class Header : unsigned char { guess, yes, no } header = Header::guess;
};

/// Errors: error.file.empty, .encoding (UTF-16 and other encodings than UTF-8; place: the line), .too_large, .too_many,
///         error.csv.open_quote (a quote that is never closed; place: the line where it opens).
Result<CsvTable> parse_csv(std::string_view bytes, CsvOptions options = {});

/// Cells quoted where needed, rows ended by CRLF, with a byte-order mark, so that spreadsheets read accents.
/// A cell that a spreadsheet would run as a formula (it starts with = + - @, tab or return) gets a leading quote;
/// numbers keep their minus.
std::string encode_csv(std::span<const std::vector<std::string>> rows, char delimiter = ',');

}  // namespace fullcircle

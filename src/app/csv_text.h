// A table of texts as CSV, for the clipboard and for files.
#pragma once

#include <string>
#include <vector>

namespace fullcircle {

/// Cells that a spreadsheet would take for a formula get a leading quote.
std::string csv_text(const std::vector<std::vector<std::string>>& rows);

}  // namespace fullcircle

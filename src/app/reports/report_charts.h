// Charts of a report as inline SVG, in ink that survives a printer. Their values stand in a table beside them.
#pragma once

#include <string>

#include "app/reports/result_words.h"

namespace fullcircle {

/// Self dashed, others filled; empty with fewer than three criteria.
std::string radar_svg(const ResultPage& page, const std::string& label);

/// The mark of a group in a legend: "self" or the key of a column.
std::string key_svg(const ResultPage& page, std::string_view column);

/// The bars of one criterion: self hollow, then the groups.
std::string bars_svg(const ResultPage& page, const ResultRow& row, const ResultWords& words);

}  // namespace fullcircle

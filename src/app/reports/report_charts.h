// Charts of a report as inline SVG, in ink that survives a printer. Their values stand in a table beside them.
#pragma once

#include <string>

#include "app/reports/result_words.h"

namespace fullcircle {

/// As on the screen: a net with spokes and the scale's figures, others filled with full dots, self dashed with hollow ones, both open where
/// a value is missing. Names stand in as many lines as they need. Empty where the screen has no radar either.
std::string radar_svg(const ResultPage& page, const ResultWords& words, const std::string& label);

/// The mark of a group in a legend: "self" or the key of a column.
std::string key_svg(const ResultPage& page, std::string_view column);

/// The bars of one criterion: self hollow, then the groups.
std::string bars_svg(const ResultPage& page, const ResultRow& row, const ResultWords& words);

}  // namespace fullcircle

// Insights on paper: the figures at the top, each chart of the overview with its values, and how they are computed.
#pragma once

#include <string>

#include "app/queries/insight_words.h"

namespace fullcircle {

/// A whole HTML document. What the board hides stays hidden: it is written from the board alone.
std::string insight_report_html(const InsightWords& words, const InsightBoard& board, const std::string& department, const Language& language, const Formats& formats);

/// The same for the quality of ratings, whose tables are all it shows.
std::string quality_report_html(const InsightWords& words, const RatingQuality& quality, const std::string& department, const Language& language, const Formats& formats);

}  // namespace fullcircle

// A result as a document of its own: to print, to keep as a page, or as a table. Same figures and terms as the screen.
#pragma once

#include <string>

#include "app/reports/result_words.h"

namespace fullcircle {

/// A whole HTML document that needs nothing else: tables, inline charts, every term of the overall rating.
std::string review_report_html(const ResultPage& page, const Language& language, const Formats& formats, const std::string& role);

/// Figures by criterion and group, then the terms of the overall rating, as CSV.
std::string review_report_csv(const ResultPage& page, const Language& language, const Formats& formats);

}  // namespace fullcircle

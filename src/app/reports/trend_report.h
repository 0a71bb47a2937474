// A person's results over the cycles on paper.
#pragma once

#include <string>

#include "app/formats.h"
#include "app/language.h"
#include "app/queries/result_trend.h"

namespace fullcircle {

/// Those that were released: the paper may go to the person. Fewer than two are no course over time.
std::vector<TrendPoint> released_results(const std::vector<TrendPoint>& trend);

/// A whole HTML document: the whole results and, where one is followed, that competency or value as charts, every change with its terms, all
/// competencies as a table. In: `released`: two or more. `criterion`: key of the one that is followed; empty: none.
std::string trend_report_html(const ModelView& view, Id<Person> person, const std::vector<TrendPoint>& released, const std::string& criterion, const Language& language,
                              const Formats& formats);

}  // namespace fullcircle

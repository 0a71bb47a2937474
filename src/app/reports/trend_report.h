// A person's results over the cycles on paper.
#pragma once

#include <string>

#include "app/formats.h"
#include "app/language.h"
#include "app/queries/result_trend.h"

namespace fullcircle {

/// A whole HTML document: the whole results and, where one is followed, that competency or value as charts, every change with its terms, all
/// competencies as a table. In: `released`: those for paper, two or more: fewer are no course over time. `criterion`: key of the one that is followed; empty: none.
std::string trend_report_html(const ModelView& view, Id<Person> person, const std::vector<TrendPoint>& released, const std::string& criterion, const Language& language,
                              const Formats& formats);

}  // namespace fullcircle

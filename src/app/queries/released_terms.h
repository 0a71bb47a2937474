// How each number of a released copy came about, from what was released alone: the answers below it never travel.
#pragma once

#include "app/queries/result_page.h"
#include "app/queries/result_terms.h"

namespace fullcircle {

/// The same trees as of a computed result, down to rater groups and goals; every figure in them is one that was released, or follows from
/// those.
///
/// Out:    nothing for a number that is not in the copy, as the agreement of the raters. A released score keeps its value where the rounded
///         scores below it lead to another last place; where they lead elsewhere it has no terms. What the overall has more than its parts
///         and no rounding explains is the calibration.
std::optional<rating::Term> explain_released(const ResultPage& page, const NumberKey& which);

/// Of a computed result or of a released copy, whatever the page holds.
std::optional<rating::Term> explain_number(const ResultPage& page, const NumberKey& which);

}  // namespace fullcircle

// How each number of a result came about, as a tree of terms: what opens when one is clicked.
#pragma once

#include <optional>
#include <string>

#include "app/queries/review_result_view.h"

namespace fullcircle {

enum class ShownNumber : std::uint8_t {
  overall,
  part,                 ///< `key` is the part
  others,
  self,
  agreement,            ///< mean of the criteria's rwg
  criterion,            ///< the others' view of one criterion, by group
  criterion_self,
  column,               ///< one group's view of one criterion
  gap,                  ///< self minus others
  criterion_agreement,
  uncalibrated,         ///< the overall before calibration; without one the overall itself
  calibration,          ///< what calibration really added
};

struct NumberKey {
  ShownNumber number = ShownNumber::overall;
  std::string key;     ///< id of the criterion, or the part
  std::string column;  ///< only with ShownNumber::column
  bool operator==(const NumberKey&) const = default;
};

/// The value of the tree is the number shown. Nothing when there is no such number.
std::optional<rating::Term> explain_number(const ReviewResultView& shown, const NumberKey& which);

}  // namespace fullcircle

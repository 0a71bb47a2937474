// A calibration on paper, to hand to those who calibrate: boxes, distributions, the guide, moves with their reasons.
#pragma once

#include <span>
#include <string>

#include "app/queries/calibration_words.h"

namespace fullcircle {

/// What the screen names people and departments by, which may be numbers.
struct CalibrationNames {
  std::span<const std::string> people, units;  ///< parallel to those of the view
};

/// A whole HTML document. Holds people and figures of `shown` only. `most_in_boxes`: of more people there is no nine-box.
std::string calibration_report_html(const CalibrationView& shown, const ReviewCycle& cycle, const CalibrationNames& names, const Language& language, const Formats& formats,
                                    std::size_t most_in_boxes);

}  // namespace fullcircle

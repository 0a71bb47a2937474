// Moving a rating in calibration: never without a reason, and as a term of its own on top of what was computed.
#pragma once

#include <optional>
#include <string>

#include "app/queries/calibration_view.h"
#include "store/edit.h"

namespace fullcircle {

struct CalibrationMove {
  std::optional<double> overall;           ///< what it should be; nothing where there is no rating yet
  std::optional<NineBoxLevel> potential;
  std::string reason;
};

enum class MoveProblem : std::uint8_t {
  none,
  reason_missing,  ///< the overall or the potential changes, and nothing says why
  outside_scale,
};
/// The potential may be entered for the first time without a reason.
MoveProblem check_move(const CalibrationPerson& person, const RatingRules& rules, const CalibrationMove& move);

inline constexpr std::string_view kCalibrateLabel = "edit.review.calibrate";
/// In: a move without a problem. An overall equal to the computed one takes the calibration back.
Edit calibrate(const CalibrationPerson& person, const RatingRules& rules, const CalibrationMove& move);

/// Afterwards nobody is moved until it is opened again.
Edit close_calibration(const ReviewCycle& cycle, Instant now);
Edit open_calibration(const ReviewCycle& cycle);

}  // namespace fullcircle

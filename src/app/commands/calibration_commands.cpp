#include "app/commands/calibration_commands.h"

#include "rating/rounding.h"

namespace fullcircle {
namespace {

/// The difference between what it should be and what was computed, without the noise of binary fractions; nothing for none.
std::optional<double> points_of(const CalibrationPerson& person, const RatingRules& rules, const CalibrationMove& move) {
  if (!move.overall || !person.before) return std::nullopt;
  const double points = rating::round_score(*move.overall - *person.before, rules.places).to_double();
  return points != 0 ? std::optional(points) : std::nullopt;
}

}  // namespace

MoveProblem check_move(const CalibrationPerson& person, const RatingRules& rules, const CalibrationMove& move) {
  if (move.overall && (*move.overall < rules.scale_low || *move.overall > rules.scale_high)) return MoveProblem::outside_scale;
  const bool moves_rating = points_of(person, rules, move).has_value();
  const bool moves_potential = person.potential && move.potential != person.potential;
  const bool has_reason = move.reason.find_first_not_of(" \t\n") != std::string::npos;
  return (moves_rating || moves_potential) && !has_reason ? MoveProblem::reason_missing : MoveProblem::none;
}

Edit calibrate(const CalibrationPerson& person, const RatingRules& rules, const CalibrationMove& move) {
  Review after = *person.review;
  after.calibration_points = points_of(person, rules, move);
  after.calibration_reason = move.reason;
  // Within its third the potential stays as it was entered.
  if (move.potential != person.potential) after.potential = move.potential ? std::optional(score_of_level(rules, *move.potential)) : std::nullopt;
  Edit edit{std::string(kCalibrateLabel)};
  edit.update(*person.review, after);
  return edit;
}

Edit close_calibration(const ReviewCycle& cycle, Instant now) {
  ReviewCycle after = cycle;
  after.calibration_closed_at = now;
  Edit edit("edit.cycle.close_calibration");
  edit.update(cycle, after);
  return edit;
}

Edit open_calibration(const ReviewCycle& cycle) {
  ReviewCycle after = cycle;
  after.calibration_closed_at.reset();
  Edit edit("edit.cycle.open_calibration");
  edit.update(cycle, after);
  return edit;
}

}  // namespace fullcircle

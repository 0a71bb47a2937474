// A cycle's ratings side by side, before they are released: who stands where, who was moved and why.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "app/model_view.h"
#include "rating/distribution_guide.h"

namespace fullcircle {

/// Thirds of an axis of the nine-box.
enum class NineBoxLevel : std::uint8_t { low, medium, high };

/// Where medium and high begin, as shares of the scale: 2.6 and 3.6 on a scale from 1 to 5. The highest third takes in its end.
inline constexpr std::array<double, 2> kNineBoxCuts{0.4, 0.65};

/// In: an already rounded score on the rules' scale.
NineBoxLevel nine_box_level(const RatingRules& rules, double score);
/// The score that stands for a level when a person is put there: the middle of its third.
double score_of_level(const RatingRules& rules, NineBoxLevel level);

/// The nearest score to this one, rounded as the rules say, that lies in the level's third: where a drop in another column puts a rating.
double nearest_score(const RatingRules& rules, double score, NineBoxLevel level);

/// Of a level: from `low` to under `high`, the highest with its end.
struct ScoreRange {
  double low = 0, high = 0;
};
ScoreRange range_of_level(const RatingRules& rules, NineBoxLevel level);

struct CalibrationPerson {
  const Review* review = nullptr;
  const Person* person = nullptr;
  Id<Unit> unit;
  rating::Figure exact_before, exact_now;     ///< before any rounding; of a result of which only the released copy is left, as released. On
                                              ///< paper none, nor rounded ones, before the release: two papers would show what an answer changed
  std::optional<double> before;               ///< the overall as computed, rounded
  std::optional<double> now;                  ///< with the calibration, rounded
  std::optional<std::size_t> band_before, band;
  std::optional<NineBoxLevel> performance_before, performance;
  std::optional<NineBoxLevel> potential_before, potential;   ///< before: as it was first entered

  bool is_placed() const { return performance && potential; }
  bool is_moved() const { return review->calibration_points.has_value() || (is_placed() && potential != potential_before); }
};

/// 0 to 8, row by row from the upper left: high potential above, high performance at the right.
int nine_box_cell(NineBoxLevel performance, NineBoxLevel potential);
NineBoxLevel cell_performance(int cell);
NineBoxLevel cell_potential(int cell);

/// How many people of a unit have which label.
struct UnitRatings {
  Id<Unit> unit;
  std::vector<int> now, before;  ///< parallel to the bands of the rules
};

/// What the means are made of: the ratings before any rounding, so that they are rounded once.
struct CalibrationMean {
  int counted = 0;  ///< people with a rating
  int moved = 0;    ///< of these, whose rating calibration changed
  double sum_before = 0, sum_now = 0;
};

struct CalibrationView {
  int without_figures = 0;                   ///< on paper: people whose result is not released, who have a label and a box only
  std::vector<CalibrationPerson> people;     ///< whose result the person at this device may see in full, by name
  std::vector<std::size_t> moves;            ///< indexes of those moved, by name
  std::vector<UnitRatings> units;            ///< with anybody rated, in file order; people without a unit last
  CalibrationMean mean;
  std::optional<double> mean_before, mean_now;  ///< over those rated, rounded once
  std::optional<rating::DistributionCheck> guide;  ///< all ratings now against the guide of the rules; nothing without one
};

CalibrationView compute_calibration(const ModelView& view, const ReviewCycle& cycle);

}  // namespace fullcircle

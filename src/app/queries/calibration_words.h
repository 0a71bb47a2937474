// Calibration in words and tables: what stands behind the nine-box and the distributions, for screen readers and spreadsheets.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "app/formats.h"
#include "app/language.h"
#include "app/queries/calibration_view.h"

namespace fullcircle {

class CalibrationWords {
 public:
  CalibrationWords(const Language& language, const Formats& formats, const ReviewCycle& cycle) : language_(language), formats_(formats), cycle_(cycle) {}

  /// The name of one of the nine, counted as in nine_box_cell.
  std::string box(int cell) const;
  /// "low", "medium" or "high" of an axis, as the axis calls it.
  std::string potential(NineBoxLevel level) const;
  std::string performance(NineBoxLevel level) const;
  std::string score(std::optional<double> score) const;
  std::string label(std::optional<std::size_t> band) const;

  /// "14 people placed, 3 moved: Solid 3, Strong 3, …": the fullest box first.
  std::string boxes_summary(const CalibrationView& shown) const;
  /// A row for each person placed, in their order, heads first. In: `names` of all people, which may be hidden.
  std::vector<std::vector<std::string>> boxes_table(const CalibrationView& shown, std::span<const std::string> names) const;

  /// "Support: 4 people, most often “Strong”, 1 with another label than before".
  std::string unit_summary(const std::string& unit, const UnitRatings& ratings) const;
  std::vector<std::vector<std::string>> unit_table(const UnitRatings& ratings) const;

 private:
  std::string word(std::string_view key) const { return std::string(language_.tr("calibration." + std::string(key))); }

  const Language& language_;
  const Formats& formats_;
  const ReviewCycle& cycle_;
};

/// The box a person stands in, and the one they were moved from. In: somebody who is placed.
int box_of(const CalibrationPerson& person);
int box_before(const CalibrationPerson& person);

/// How many people of a unit have another label than before calibration, at least.
int count_changed(const UnitRatings& ratings);

}  // namespace fullcircle

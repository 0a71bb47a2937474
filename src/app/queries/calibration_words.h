// Calibration in words and tables: what stands behind the nine-box and the distributions, for screen readers and spreadsheets.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "app/formats.h"
#include "app/language.h"
#include "app/queries/calibration_view.h"
#include "app/queries/chart_figures.h"

namespace fullcircle {

/// Of more people there is no nine-box: it could not be read.
inline constexpr std::size_t kMostInNineBox = 300;

class CalibrationWords {
 public:
  CalibrationWords(const Language& language, const Formats& formats, const ReviewCycle& cycle) : language_(language), formats_(formats), cycle_(cycle) {}

  /// The name of one of the nine, counted as in nine_box_cell.
  std::string box(int cell) const;
  /// "low", "medium" or "high" of an axis, as the axis calls it.
  std::string potential(NineBoxLevel level) const;
  std::string performance(NineBoxLevel level) const;
  std::string score(std::optional<double> score) const;
  /// The label where there is no figure, see CalibrationPerson::exact_now.
  std::string rating(std::optional<double> figure, std::optional<std::size_t> band) const;
  std::string label(std::optional<std::size_t> band) const;

  /// What a person is called; a number where names are hidden, so that a rating is seen before its owner.
  std::string name(const CalibrationView& shown, std::size_t person, bool hides_names) const;
  std::vector<std::string> names(const CalibrationView& shown, bool hides_names) const;
  std::vector<std::string> unit_names(const ModelView& view, const CalibrationView& shown) const;

  /// "14 people placed, 3 moved: Solid 3, Strong 3, …": the fullest box first.
  std::string boxes_summary(const CalibrationView& shown) const;
  /// A row for each person placed, in their order, heads first. In: `names` of all people, which may be hidden.
  TextTable boxes_table(const CalibrationView& shown, std::span<const std::string> names) const;
  NineBoxFigure nine_box(const CalibrationView& shown, std::span<const std::string> names) const;

  /// "Support: 4 people, most often “Strong”, 1 with another label than before".
  std::string unit_summary(const std::string& unit, const UnitRatings& ratings) const;
  TextTable unit_table(const UnitRatings& ratings) const;
  /// One for each of the units with anybody rated, all with one axis; ticks where it was before. In: `names` of the units.
  std::vector<HistogramFigure> unit_figures(const CalibrationView& shown, std::span<const std::string> names) const;

  /// All ratings now, with ticks where the guide would have them; no columns without a guide.
  HistogramFigure guide_figure(const CalibrationView& shown) const;
  std::string guide_apart(const CalibrationView& shown) const;

  /// Who was moved, from where to where, and why.
  TextTable moves_table(const CalibrationView& shown, std::span<const std::string> names) const;
  /// "no rating yet", "no potential yet". In: somebody who is not placed.
  std::string_view missing(const CalibrationPerson& person) const;

  /// What the figures of the whole are made of: the means, the share apart from the guide, the edges of the boxes.
  std::vector<ValueLine> mean_lines(const CalibrationView& shown) const;
  std::vector<ValueLine> guide_lines(const CalibrationView& shown) const;
  std::vector<ValueLine> edge_lines() const;
  std::string edges_how() const;

 private:
  std::string band_mark(std::size_t band) const { return formats_.integer(static_cast<int>(band) + 1); }
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

// Every number of a review without names and terms: the one place where results are computed, for one person or ten thousand.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "rating/review_input.h"

namespace fullcircle::rating {

/// One criterion or item as one column sees it.
struct Cell {
  Figure value;
  int n = 0;
};

/// How far raters agree about one item or, as a mean over its items, about one criterion.
struct AgreementNumbers {
  Figure rwg;         ///< over the answers in the figures shown
  int anonymous = 0;  ///< how many of these nobody may be told from; of a criterion: the fewest of an item
  /// What may be shown of it for one person.
  Figure shown;
};

struct CriterionNumbers {
  Figure self;
  Figure others;  ///< weighted over the columns without self
  AgreementNumbers agreement;
};

struct PartNumbers {
  Figure goals;  ///< on the form's scale; NoData where the part has no goals
  Figure rated;  ///< weighted mean of its criteria
  Figure value;
};

struct ReviewNumbers {
  const RaterColumns* columns = nullptr;  ///< held by the ReviewRater
  std::vector<Cell> items;                ///< column by column: one for each item of the form
  std::vector<Cell> cells;                ///< column by column: one for each criterion
  std::vector<Cell> column_means;         ///< weighted over all criteria of the review
  std::vector<AgreementNumbers> item_agreement;
  std::vector<CriterionNumbers> criteria;  ///< in the order of the parts
  std::vector<PartNumbers> parts;
  Figure uncalibrated;
  Figure overall;
  Figure self, others, rwg;
};

/// The answers of one review laid out for counting.
struct ReviewRows {
  std::span<const std::uint8_t> groups;  ///< index into the group names, one for each rater
  std::span<const double> answers;       ///< item_count cells for each rater, NaN where there is none
  std::span<const std::optional<Figure>> attainments;  ///< one for each part: the goals' weighted mean; may be shorter
  std::optional<double> calibration;
};

/// Rates the reviews of one form under one set of rules. Room is used again, so that rating a person allocates nothing.
class ReviewRater {
 public:
  /// `form`: its sheets, goals and calibration are not looked at. `groups`: what rater groups are called, at most 255.
  ReviewRater(const ReviewInput& form, std::vector<std::string> groups, std::size_t item_count);

  /// Columns are formed once, from the raters who answered anything; then a column's item counts only if the minimum of
  /// raters answered that item. All else is computed from those cells, so that what is shown cannot be taken apart further.
  /// Agreement is given only where at least kSpreadMinimum anonymous raters stand behind it.
  /// Out: holds until the next call.
  const ReviewNumbers& rate(const ReviewRows& rows);

 private:
  struct Pattern {
    RaterColumns columns;
    std::vector<int> column_of_group;  ///< -1: in no number
  };
  struct Subject {
    double weight = 1;
    std::vector<std::size_t> items;
  };
  struct Part {
    double weight = 1;
    std::size_t first = 0, end = 0;  ///< of its criteria
  };

  const Pattern& pattern_for(const ReviewRows& rows);
  void fill_items(const Pattern& pattern, const ReviewRows& rows);
  void fill_agreement(const Pattern& pattern, const ReviewRows& rows);
  CriterionNumbers rate_criterion(const Pattern& pattern, std::size_t criterion);
  AgreementNumbers criterion_agreement(const Subject& criterion) const;
  PartNumbers rate_part(const Part& part, const std::optional<Figure>& attainment) const;
  void fill_summaries(const Pattern& pattern);
  template <class FigureOf>
  Figure over_criteria(FigureOf&& figure_of) const;

  AnonymityPolicy anonymity_;
  Scale scale_, attainment_scale_;
  int scale_options_;
  std::vector<std::string> groups_;
  std::size_t item_count_;
  std::vector<Subject> criteria_;
  std::vector<Part> parts_;
  std::map<std::vector<int>, Pattern> patterns_;  ///< by count of raters; few occur, and forming columns is the slow part
  std::vector<int> counts_;
  std::vector<double> sums_;
  std::vector<double> together_;
  ReviewNumbers numbers_;
};

/// Anonymous answers needed before anything about their spread is shown.
inline constexpr int kSpreadMinimum = 5;

}  // namespace fullcircle::rating

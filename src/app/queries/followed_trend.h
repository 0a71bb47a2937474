// A person's results over the cycles as a chart: the whole of them, or one competency or value.
#pragma once

#include "app/formats.h"
#include "app/language.h"
#include "app/queries/chart_figures.h"
#include "app/queries/person_change.h"

namespace fullcircle {

struct FollowedTrend {
  std::vector<TrendPoint> points;
  std::vector<PersonChange> changes;
  std::string name;  ///< of the criterion; empty: the whole
};

/// In: `trend`: of whole results. `criterion`: its key; empty, or one that no cycle asked about: the whole.
FollowedTrend compute_followed_trend(const ModelView& view, const std::vector<TrendPoint>& trend, const std::string& criterion);

class TrendWords {
 public:
  TrendWords(const Language& language, const Formats& formats) : language_(language), formats_(formats) {}

  /// A figure, or why the cycle has none.
  std::string value(const rating::Figure& figure, TrendGap gap) const;
  /// "3.4 to 3.9 over 4 cycles": of the overall result, else of the view of others.
  std::string summary(const FollowedTrend& followed) const;
  /// A line ends where a cycle has no value, and begins again after it. In: two points or more.
  LineFigure figure(const FollowedTrend& followed, const RatingRules& rules) const;

 private:
  TextTable table(const FollowedTrend& followed) const;

  const Language& language_;
  const Formats& formats_;
};

}  // namespace fullcircle

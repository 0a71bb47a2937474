// Insights as they may leave the device: of the results that were released, with the figures of the release.
#pragma once

#include "app/queries/insight_words.h"
#include "app/reports/outgoing.h"

namespace fullcircle {

class InsightPaper {
 public:
  /// In: language and formats outlive it. `shown`: what a screen shows, of which `measure` is.
  InsightPaper(const ModelView& view, const InsightFacts& shown, Id<Unit> within, RatingMeasure measure, const Language& language, const Formats& formats);
  InsightPaper(const InsightPaper&) = delete;
  InsightPaper& operator=(const InsightPaper&) = delete;

  /// Overview: the whole, one part of it as a table, or the figures at its head as one.
  Outgoing overview() const;
  Outgoing table(InsightPart part) const;
  Outgoing figure_table() const;
  /// The quality of a cycle's ratings.
  Outgoing quality(const ReviewCycle& cycle) const;
  Outgoing quality_table(const ReviewCycle& cycle, InsightPart part) const;

 private:
  RatingQuality compute_quality(const ReviewCycle& cycle) const { return compute_rating_quality(view_, cycle, board_.departments); }
  std::string department() const;
  Outgoing with_note(std::string bytes) const;

  ModelView view_;
  Id<Unit> within_;
  const Language& language_;
  const Formats& formats_;
  InsightFacts facts_;
  InsightBoard board_;
  InsightWords words_;
};

}  // namespace fullcircle

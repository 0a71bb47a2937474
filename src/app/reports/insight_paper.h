// Insights as they may leave the device: of the results that were released, with the figures of the release.
#pragma once

#include "app/queries/insight_words.h"
#include "store/edit.h"

namespace fullcircle {

class InsightPaper {
 public:
  /// In: the words outlive it. `shown`: what a screen shows, of which `measure` is.
  InsightPaper(const ModelView& view, const InsightFacts& shown, Id<Unit> within, RatingMeasure measure, const Language& language, const Formats& formats);
  InsightPaper(const InsightPaper&) = delete;
  InsightPaper& operator=(const InsightPaper&) = delete;

  const InsightWords& words() const { return words_; }
  const InsightBoard& board() const { return board_; }
  RatingQuality quality(const ReviewCycle& cycle) const { return compute_rating_quality(view_, cycle, board_.departments); }
  /// Notes that the results in it are out.
  Edit hand_out() const;

 private:
  ModelView view_;
  InsightFacts facts_;
  InsightBoard board_;
  InsightWords words_;
};

}  // namespace fullcircle

// Insights as they may leave the device: of the results that were released, with the figures of the release.
#pragma once

#include "app/queries/insight_words.h"
#include "app/reports/insight_order.h"
#include "app/reports/outgoing.h"

namespace fullcircle {

/// Writes what was ordered, a part at a time, so that a page can draw in between.
class InsightPaperWork {
 public:
  /// The language outlives it.
  InsightPaperWork(const ModelView& view, InsightOrder order, const Language& language, const Formats& formats);
  InsightPaperWork(const InsightPaperWork&) = delete;
  InsightPaperWork& operator=(const InsightPaperWork&) = delete;

  /// Some milliseconds. In: the document as it was at the start. Out: true when it is written.
  bool step();
  /// How much of it is done, from 0 to 1.
  double share() const;
  /// In: it is written. Once.
  Outgoing take();

 private:
  enum class Stage : std::uint8_t { collect, compare, quality, write, note, done };
  void compare();
  std::string write() const;
  bool note_slice();
  std::string department() const;

  Stage stage_ = Stage::collect;
  ModelView view_;
  InsightOrder order_;
  const Language& language_;
  Formats formats_;
  InsightCollector collector_;
  InsightBoard board_;
  std::optional<RatingQualityWork> quality_;
  std::size_t noted_ = 0;  ///< of the rated people
  Outgoing written_;
};

/// All at once.
Outgoing write_insights(const ModelView& view, const InsightOrder& order, const Language& language, const Formats& formats);

}  // namespace fullcircle

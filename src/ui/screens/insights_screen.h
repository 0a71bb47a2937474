// Insights over the team for whoever leads it: figures, trends, forecasts, agreement, change after actions, and rating quality.
#pragma once

#include <optional>
#include <tuple>

#include "app/memo.h"
#include "app/queries/insight_board.h"
#include "app/queries/insight_words.h"
#include "app/queries/rating_quality.h"
#include "ui/screens/screen.h"
#include "ui/widgets/table.h"

namespace fullcircle {

struct InsightsState {
  struct Gathering {
    std::optional<InsightCollector> collector;  ///< while it runs
    SeenState source;                           ///< what the facts belong to
    std::size_t slice = 0;                      ///< taken per frame
    double last_frame_ms = 0;
    std::optional<InsightFacts> facts;          ///< the last complete ones
    std::uint64_t generation = 0;               ///< raised with them
  } gathering;

  using BoardQuestion = std::tuple<std::uint64_t, RecordId, int>;
  Memo<InsightBoard, BoardQuestion> board;
  Memo<Departments> departments;                ///< to choose from
  Id<Unit> department;                          ///< none: all
  RatingMeasure measure;
  ChangesShown changes = ChangesShown::before_after;

  using QualityQuestion = std::tuple<std::uint64_t, RecordId, int>;
  std::optional<RatingQualityWork> quality;
  QualityQuestion quality_question;
  bool quality_done = false;
  int quality_cycle = -1;                       ///< index; -1: the current one
  ui::TableState rater_table, adjusted_table;

  std::optional<InsightNumber> opened;          ///< how it was computed
};

/// In: `area` is the sheet beside the sidebar, or the window above the tab bar on phones.
Intents draw_insights(ScreenContext& screen, Rect area, InsightsState& state);

}  // namespace fullcircle

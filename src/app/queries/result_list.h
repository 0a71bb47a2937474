// Every result of a cycle in one row each: for the list of results.
#pragma once

#include <string>
#include <vector>

#include "app/queries/review_result_view.h"

namespace fullcircle {

enum class ResultProgress : std::uint8_t {
  waiting,   ///< answers are still out, or none was asked for
  ready,     ///< all answers that count are in
  released,
  signed_,   ///< by both sides
};
FULLCIRCLE_ENUM_NAMES(ResultProgress, "result_progress", "waiting", "ready", "released", "signed");

struct ResultListRow {
  const Review* review = nullptr;
  const Person* person = nullptr;
  ResultProgress progress = ResultProgress::waiting;
  rating::Figure self, others;
  std::optional<double> overall;  ///< rounded
  std::string label;
  rating::Maybe<rating::AgreementWord> agreement;
  int answers_in = 0, answers_asked = 0;
};

/// The participants whose result the person at this device may see, as far as they may see it, by name as it is written.
std::vector<ResultListRow> compute_result_list(const ModelView& view, const ReviewCycle& cycle);

enum class ResultColumnKind : std::uint8_t { person, role, others, self, overall, label, answers, agreement, progress };

/// Sorts by one column; rows without a value come last in both directions, equal ones keep their order.
void sort_result_list(std::vector<ResultListRow>& rows, ResultColumnKind by, bool descending, const ModelView& view);

ResultProgress compute_result_progress(const ModelView& view, const Review& review);

}  // namespace fullcircle

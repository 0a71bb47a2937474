#include "app/queries/result_list.h"

#include <algorithm>

#include "app/queries/cycle_progress.h"
#include "app/queries/result_page.h"
#include "app/queries/scale_words.h"
#include "model/sorting.h"

namespace fullcircle {
namespace {

void fill_released(const ReleasedResult& released, ResultListRow& row) {
  row.self = read_score(released.self);
  row.others = read_score(released.others);
  if (const auto overall = read_score(released.overall)) row.overall = *overall;
  row.label = released.label;
}

void fill_computed(const ModelView& view, const Review& review, ResultListRow& row) {
  const ResultNumbers& numbers = view.results().of(view, review);
  const RatingRules& rules = view.rules(review.cycle);
  row.self = numbers.self;
  row.others = numbers.others;
  row.agreement = numbers.rwg.transform(rating::word_for_rwg);
  row.overall = numbers.rounded;
  if (const auto band = static_cast<std::size_t>(numbers.band); numbers.band >= 0 && band < rules.bands.size()) row.label = rules.bands[band].label;
  for (const FeedbackRequest* request : requests_to_others(view, review.person, review.cycle)) {
    ++row.answers_asked;
    row.answers_in += request->state == RequestState::received;
  }
}

/// Sorted as numbers: what has none is last, whichever direction.
template <class NumberOf>
void sort_by_number(std::vector<ResultListRow>& rows, bool descending, NumberOf&& number_of) {
  sort_stably(rows, [&](const ResultListRow& a, const ResultListRow& b) {
    const std::optional<double> left = number_of(a), right = number_of(b);
    if (!left || !right) return left.has_value() && !right.has_value();
    return descending ? *left > *right : *left < *right;
  });
}

template <class TextOf>
void sort_by_text(std::vector<ResultListRow>& rows, bool descending, TextOf&& text_of) {
  sort_stably(rows, [&](const ResultListRow& a, const ResultListRow& b) {
    const std::string& left = text_of(a);
    const std::string& right = text_of(b);
    if (left.empty() || right.empty()) return !left.empty() && right.empty();
    return descending ? left > right : left < right;
  });
}

std::optional<double> number(const rating::Figure& figure) { return figure ? std::optional(*figure) : std::nullopt; }

}  // namespace

ResultProgress compute_result_progress(const ModelView& view, const Review& review) {
  if (review.person_sign_off && review.manager_sign_off) return ResultProgress::signed_;
  if (review.released) return ResultProgress::released;
  const StageShare share = compute_stage_share(view, review, StageKind::feedback);
  return share.is_done() ? ResultProgress::ready : ResultProgress::waiting;
}

std::vector<ResultListRow> compute_result_list(const ModelView& view, const ReviewCycle& cycle) {
  std::vector<ResultListRow> rows;
  for (const Review* review : view.reviews_in(cycle.id)) {
    const ResultAccess access = result_access(view, *review);
    const Person* person = view.find(review->person);
    if (access == ResultAccess::none || !person) continue;
    ResultListRow row;
    row.review = review;
    row.person = person;
    row.progress = compute_result_progress(view, *review);
    if (access == ResultAccess::released || is_only_released(view, *review))
      fill_released(*review->released, row);
    else
      fill_computed(view, *review, row);
    row.label = label_in_words(view, cycle.id, row.label);
    rows.push_back(std::move(row));
  }
  sort_stably(rows, {}, [](const ResultListRow& row) { return row.person->name; });
  return rows;
}

void sort_result_list(std::vector<ResultListRow>& rows, ResultColumnKind by, bool descending, const ModelView& view) {
  switch (by) {
    case ResultColumnKind::person:
      return sort_by_text(rows, descending, [](const ResultListRow& row) -> const std::string& { return row.person->name; });
    case ResultColumnKind::role:
      return sort_by_text(rows, descending, [&](const ResultListRow& row) -> const std::string& { return view.role_of(row.person->id); });
    case ResultColumnKind::label:
    case ResultColumnKind::overall: return sort_by_number(rows, descending, [](const ResultListRow& row) { return row.overall; });
    case ResultColumnKind::others: return sort_by_number(rows, descending, [](const ResultListRow& row) { return number(row.others); });
    case ResultColumnKind::self: return sort_by_number(rows, descending, [](const ResultListRow& row) { return number(row.self); });
    case ResultColumnKind::answers:
      return sort_by_number(rows, descending, [](const ResultListRow& row) {
        return row.answers_asked > 0 ? std::optional(static_cast<double>(row.answers_in) / row.answers_asked) : std::nullopt;
      });
    case ResultColumnKind::agreement:
      return sort_by_number(rows, descending, [](const ResultListRow& row) {
        return row.agreement ? std::optional(-static_cast<double>(*row.agreement)) : std::nullopt;  // the enum begins with High
      });
    case ResultColumnKind::progress:
      return sort_by_number(rows, descending, [](const ResultListRow& row) { return std::optional(static_cast<double>(row.progress)); });
  }
}

}  // namespace fullcircle

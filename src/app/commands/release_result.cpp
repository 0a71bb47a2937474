#include "app/commands/release_result.h"

#include "app/commands/hand_out.h"
#include "app/queries/released_result.h"
#include "app/queries/shown_answers.h"

namespace fullcircle {
namespace {

/// The released copy stands in where the answers behind it are not all there any more, or are not known.
ResultPage compute_page_as_released(const ModelView& view, const Review& review) {
  if (is_only_released(view, review)) return released_result_page(view, review);
  if (review.shown_answers.empty()) {
    const bool shows_any = shows_anonymous(*review.released) || shows_anonymous(compute_next_release(view, review));
    return shows_any ? released_result_page(view, review) : compute_result_page(view, review);
  }
  ResultPage page = follows_from_shown_answers(view, review) ? compute_result_page(view, review, CountedAnswers::shown_before) : released_result_page(view, review);
  page.answers_not_counted = count_answers_not_shown(view, review);
  return page;
}

}  // namespace

ReleasedResult compute_next_release(const ModelView& view, const Review& review) {
  if (review.handed_out_at && review.released && !review.shown_answers.empty() && !follows_from_shown_answers(view, review)) return *review.released;
  const auto counted = review.handed_out_at && !review.shown_answers.empty() ? CountedAnswers::shown_before : CountedAnswers::all;
  return compute_released_result(view, compute_review_result_view(view, review, counted), view.rules(review.cycle));
}

int count_answers_too_late(const ModelView& view, const Review& review) {
  return review.handed_out_at && !review.shown_answers.empty() ? count_answers_not_shown(view, review) : 0;
}

std::optional<ResultToHandOut> compute_result_to_hand_out(const ModelView& view, const Review& review) {
  if (review.released) return ResultToHandOut{compute_page_as_released(view, review), hand_out_results(view, review.person)};
  if (shows_anonymous(compute_next_release(view, review))) return std::nullopt;
  return ResultToHandOut{compute_result_page(view, review), Edit()};
}

Edit release_result(const ModelView& view, const Review& review) {
  Review after = review;
  after.released = compute_next_release(view, review);
  if (!review.handed_out_at || review.shown_answers.empty()) after.shown_answers = shows_anonymous(*after.released) ? anonymous_answers(view, review) : std::vector<ShownAnswer>();
  after.released_at = view.now;
  if (review.handed_out) after.handed_out = note_of(after);
  Edit edit("edit.review.release");
  edit.update(review, after);
  return edit;
}

Edit withdraw_result(const Review& review) {
  Edit edit("edit.review.withdraw");
  if (review.person_sign_off || review.manager_sign_off || review.handed_out_at) return edit;
  Review after = review;
  after.released.reset();
  after.released_at.reset();
  edit.update(review, after);
  return edit;
}

}  // namespace fullcircle

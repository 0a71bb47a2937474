#include "app/queries/shown_answers.h"

#include <algorithm>
#include <functional>

#include "app/queries/cycle_rating.h"
#include "exchange/json_writer.h"
#include "model/sha256.h"
#include "model/sorting.h"

namespace fullcircle {

namespace {

bool is_anonymous_answer(const Review& review, const FeedbackResponse& response) {
  return response.cycle == review.cycle && response.submitted_at && is_anonymous(response.group);
}

bool has_anonymous_answers(const ModelView& view, const Review& review) {
  return std::ranges::any_of(view.responses_about(review.person), [&](const FeedbackResponse* response) { return is_anonymous_answer(review, *response); });
}

}  // namespace

std::vector<ShownAnswer> anonymous_answers(const ModelView& view, const Review& review) {
  std::vector<ShownAnswer> answers;
  for (const FeedbackResponse* response : view.responses_about(review.person))
    if (is_anonymous_answer(review, *response))
      answers.push_back({response->id, to_hex(sha256(to_json(to_value(response->answers)) + to_json(to_value(response->comments)))), {}});
  sort_stably(answers, {}, &ShownAnswer::response);
  return answers;
}

bool has_lost_shown_answers(const ModelView& view, const Review& review) {
  if (review.shown_answers.empty()) return false;
  const auto now = anonymous_answers(view, review);
  return std::ranges::any_of(review.shown_answers, [&](const ShownAnswer& answer) { return std::ranges::find(now, answer) == now.end(); });
}

int count_answers_not_shown(const ModelView& view, const Review& review) {
  const auto is_as_shown = [&](const ShownAnswer& answer) { return std::ranges::find(review.shown_answers, answer) != review.shown_answers.end(); };
  return static_cast<int>(std::ranges::count_if(anonymous_answers(view, review), std::not_fn(is_as_shown)));
}

bool goes_out(const ModelView& view, const Review& review) {
  if (!view.paper) return true;
  const Id<Person> person = view.paper->person;
  if (!review.released) return !person && !has_anonymous_answers(view, review);
  return review.handed_out_at || !person || person == review.person;
}

}  // namespace fullcircle

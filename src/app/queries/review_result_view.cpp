#include "app/queries/review_result_view.h"

#include <algorithm>
#include <functional>

#include "app/queries/cycle_progress.h"
#include "app/queries/goal_status.h"
#include "model/sorting.h"

namespace fullcircle {
namespace {

std::vector<const FeedbackResponse*> submitted_responses(const ModelView& view, const Review& review, CountedAnswers counted) {
  std::vector<const FeedbackResponse*> responses;
  for (const FeedbackResponse* response : view.responses_about(review.person))
    if (is_counted(review, *response, counted)) responses.push_back(response);
  return responses;
}

std::string joined(const Comment& comment) {
  std::string text = comment.text;
  for (const std::string* part : {&comment.situation, &comment.behaviour, &comment.impact})
    if (!part->empty()) text += (text.empty() ? "" : " ") + *part;
  return text;
}

/// The column of the result that a group's answers are in; nullptr when they are left out.
const rating::RaterColumn* column_of(const rating::ReviewResult& result, RaterGroup group) {
  for (const auto& column : result.columns)
    if (std::ranges::find(column.groups, to_name(group)) != column.groups.end()) return &column;
  return nullptr;
}

void collect_comments(const ModelView& view, ReviewResultView& shown, CountedAnswers counted) {
  const auto items = items_of(form_of(view, shown.review->cycle));
  for (const FeedbackResponse* response : submitted_responses(view, *shown.review, counted)) {
    const auto* column = column_of(shown.result, response->group);
    for (const Comment& comment : response->comments) {
      const auto text = joined(comment);
      if (text.empty()) continue;
      if (!column) {
        ++shown.hidden_comments;
        continue;
      }
      const auto item = std::ranges::find(items, comment.item, &FormItem::key);
      shown.comments.push_back({text, comment.situation, comment.behaviour, comment.impact,
                                item == items.end() ? CommentTone::neutral : (*item)->tone, column->key(),
                                item == items.end() ? std::string() : criterion_name(view, **item)});
    }
  }
  // By a hash of the words: the same on every device, and unrelated to who answered first.
  sort_stably(shown.comments, {}, [](const ResultComment& comment) {
    std::uint64_t hash = 14695981039346656037u;
    for (unsigned char c : comment.text) hash = (hash ^ c) * 1099511628211u;
    return std::pair(hash, comment.text);
  });
}

void collect_names(const ModelView& view, ReviewResultView& shown) {
  for (const Goal* goal : rated_goals(view, shown.review->person, shown.review->cycle)) shown.names[to_text(goal->id)] = goal->title;
  for (const FormItem* item : items_of(form_of(view, shown.review->cycle))) {
    shown.names[item->key] = item->text;
    if (const auto* competency = view.find(item->competency)) shown.names[to_text(competency->id)] = competency->name;
    if (const auto* value = view.find(item->core_value)) shown.names[to_text(value->id)] = value->name;
  }
}

rating::ReviewResult explained_result(const ModelView& view, const Review& review, CountedAnswers counted) {
  return rating::compute_review_result(view.results().rating_of(view, review.cycle).explained_input(view, review, counted));
}

}  // namespace

std::string criterion_name(const ModelView& view, const FormItem& item) {
  if (const auto* competency = view.find(item.competency)) return competency->name;
  if (const auto* value = view.find(item.core_value)) return value->name;
  return {};
}

rating::ReviewResult compute_result(const ModelView& view, const Review& review) {
  return explained_result(view, review, CountedAnswers::all);
}

ReviewResultView compute_review_result_view(const ModelView& view, const Review& review, CountedAnswers counted) {
  ReviewResultView shown;
  shown.review = &review;
  shown.person = view.find(review.person);
  shown.cycle = view.find(review.cycle);
  shown.result = explained_result(view, review, counted);
  for (const FeedbackRequest* request : requests_to_others(view, review.person, review.cycle)) {
    ++shown.answers_asked;
    shown.answers_in += request->state == RequestState::received;
  }
  collect_names(view, shown);
  collect_comments(view, shown, counted);
  return shown;
}

}  // namespace fullcircle

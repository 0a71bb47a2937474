#include "app/queries/review_result_view.h"

#include <algorithm>
#include <functional>

#include "app/queries/cycle_progress.h"
#include "app/queries/goal_status.h"
#include "model/sorting.h"

namespace fullcircle {
namespace {

using Items = std::vector<const FormItem*>;

Items items_of(const ReviewForm* form) {
  Items items;
  if (form)
    for (const FormSection& section : form->sections)
      for (const FormItem& item : section.items) items.push_back(&item);
  return items;
}

Items rating_items(const ReviewForm* form) {
  Items items = items_of(form);
  std::erase_if(items, [](const FormItem* item) { return item->kind != ItemKind::rating; });
  return items;
}

const ReviewForm* form_of(const ModelView& view, const Review& review) {
  const auto* cycle = view.find(review.cycle);
  return cycle ? view.find(cycle->form) : nullptr;
}

std::vector<const FeedbackResponse*> submitted_responses(const ModelView& view, const Review& review, CountedAnswers counted) {
  std::vector<const FeedbackResponse*> responses;
  for (const FeedbackResponse* response : view.responses_about(review.person)) {
    if (response->cycle != review.cycle || !response->submitted_at) continue;
    const bool may_be_new = counted == CountedAnswers::all || !is_anonymous(response->group);
    if (may_be_new || std::ranges::find(review.shown_answers, response->id, &ShownAnswer::response) != review.shown_answers.end()) responses.push_back(response);
  }
  return responses;
}

rating::RaterSheet sheet_of(const FeedbackResponse& response, const Items& items) {
  rating::RaterSheet sheet{std::string(to_name(response.group)), {}};
  sheet.answers.resize(items.size());
  for (const Answer& answer : response.answers)
    for (std::size_t i = 0; i < items.size(); ++i)
      if (items[i]->key == answer.item && !answer.is_not_observed) sheet.answers[i] = answer.rating;
  return sheet;
}

template <class Entity>
rating::ReviewPart rated_part(ReviewPart part, const Items& items, Id<Entity> FormItem::* subject) {
  rating::ReviewPart result{std::string(to_name(part)), 0, {}, {}};
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto id = items[i]->*subject;
    if (!id) continue;
    const auto key = to_text(id);
    auto criterion = std::ranges::find(result.criteria, key, &rating::Criterion::id);
    if (criterion == result.criteria.end()) criterion = result.criteria.insert(criterion, rating::Criterion{key, 1, {}, {}});
    criterion->items.push_back(i);
    criterion->item_ids.push_back(items[i]->key);
  }
  return result;
}

double weight_of(const RatingRules& rules, ReviewPart part) {
  const auto found = std::ranges::find(rules.part_weights, part, &PartWeight::part);
  return found == rules.part_weights.end() ? 0 : found->weight_percent;
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
  const Items items = items_of(form_of(view, *shown.review));
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
  for (const FormItem* item : items_of(form_of(view, *shown.review))) {
    shown.names[item->key] = item->text;
    if (const auto* competency = view.find(item->competency)) shown.names[to_text(competency->id)] = competency->name;
    if (const auto* value = view.find(item->core_value)) shown.names[to_text(value->id)] = value->name;
  }
}

}  // namespace

std::string criterion_name(const ModelView& view, const FormItem& item) {
  if (const auto* competency = view.find(item.competency)) return competency->name;
  if (const auto* value = view.find(item.core_value)) return value->name;
  return {};
}

rating::Bands bands_of(const RatingRules& rules) {
  rating::Bands bands;
  if (rules.bands.empty()) return bands;
  bands.edges.clear();
  bands.labels.clear();
  for (const Band& band : rules.bands) {
    bands.edges.push_back(band.from);
    bands.labels.push_back(band.label);
  }
  bands.edges.push_back(rules.scale_high);
  return bands;
}

bool is_anonymous(RaterGroup group) { return !rating::AnonymityPolicy().is_identified(std::string(to_name(group))); }

rating::ReviewInput review_input(const ModelView& view, const Review& review, CountedAnswers counted) {
  const RatingRules& rules = view.rules(review.cycle);
  const Items items = rating_items(form_of(view, review));
  rating::ReviewInput input;

  rating::ReviewPart goals{std::string(to_name(ReviewPart::goals)), weight_of(rules, ReviewPart::goals), {}, {}};
  for (const Goal* goal : rated_goals(view, review.person, review.cycle)) goals.goals.push_back(goal_facts(view, *goal));
  auto competencies = rated_part(ReviewPart::competencies, items, &FormItem::competency);
  auto values = rated_part(ReviewPart::values, items, &FormItem::core_value);
  competencies.weight = weight_of(rules, ReviewPart::competencies);
  values.weight = weight_of(rules, ReviewPart::values);
  input.parts = {std::move(goals), std::move(competencies), std::move(values)};

  for (const FeedbackResponse* response : submitted_responses(view, review, counted)) input.sheets.push_back(sheet_of(*response, items));
  input.anonymity.min_raters = rules.anonymity_minimum;
  for (const GroupWeight& weight : rules.group_weights) input.anonymity.weights[std::string(to_name(weight.group))] = weight.weight_percent;

  const double width = rules.scale_high - rules.scale_low;
  input.scale = {rules.scale_low, rules.scale_high};
  input.scale_options = static_cast<int>(width) + 1;
  input.gap = {rules.gap_points, rules.scale_low + 0.75 * width, rules.scale_low + 0.5 * width};
  input.calibration = review.calibration_points;
  input.bands = bands_of(rules);
  input.places = rules.places;
  return input;
}

rating::ReviewResult compute_result(const ModelView& view, const Review& review) {
  return rating::compute_review_result(review_input(view, review));
}

ReviewResultView compute_review_result_view(const ModelView& view, const Review& review, CountedAnswers counted) {
  ReviewResultView shown;
  shown.review = &review;
  shown.person = view.find(review.person);
  shown.cycle = view.find(review.cycle);
  shown.result = rating::compute_review_result(review_input(view, review, counted));
  for (const FeedbackRequest* request : requests_to_others(view, review.person, review.cycle)) {
    ++shown.answers_asked;
    shown.answers_in += request->state == RequestState::received;
  }
  collect_names(view, shown);
  collect_comments(view, shown, counted);
  return shown;
}

}  // namespace fullcircle

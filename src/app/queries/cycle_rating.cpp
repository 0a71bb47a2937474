#include "app/queries/cycle_rating.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "app/queries/person_goals.h"

namespace fullcircle {
namespace {

constexpr double kNoAnswer = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t kGoalsPart = 0;

using Items = std::vector<const FormItem*>;

Items rated_items(const ModelView& view, Id<ReviewCycle> cycle) {
  Items items = items_of(form_of(view, cycle));
  std::erase_if(items, [](const FormItem* item) { return item->kind != ItemKind::rating; });
  return items;
}

double weight_of(const RatingRules& rules, ReviewPart part) {
  const auto found = std::ranges::find(rules.part_weights, part, &PartWeight::part);
  return found == rules.part_weights.end() ? 0 : found->weight_percent;
}

template <class Entity>
rating::ReviewPart rated_part(const RatingRules& rules, ReviewPart part, const Items& items, Id<Entity> FormItem::* subject) {
  rating::ReviewPart result{std::string(to_name(part)), weight_of(rules, part), {}, {}};
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

rating::ReviewInput form_input(const ModelView& view, Id<ReviewCycle> cycle) {
  const RatingRules& rules = view.rules(cycle);
  const Items items = rated_items(view, cycle);
  rating::ReviewInput input;
  input.parts = {rating::ReviewPart{std::string(to_name(ReviewPart::goals)), weight_of(rules, ReviewPart::goals), {}, {}},
                 rated_part(rules, ReviewPart::competencies, items, &FormItem::competency),
                 rated_part(rules, ReviewPart::values, items, &FormItem::core_value)};
  input.anonymity.min_raters = rules.anonymity_minimum;
  for (const GroupWeight& weight : rules.group_weights) input.anonymity.weights[std::string(to_name(weight.group))] = weight.weight_percent;
  const double width = rules.scale_high - rules.scale_low;
  input.scale = {rules.scale_low, rules.scale_high};
  input.scale_options = static_cast<int>(width) + 1;
  input.gap = {rules.gap_points, rules.scale_low + 0.75 * width, rules.scale_low + 0.5 * width};
  input.bands = bands_of(rules);
  input.places = rules.places;
  return input;
}

std::vector<std::string> keys_of(const Items& items) {
  std::vector<std::string> keys;
  for (const FormItem* item : items) keys.push_back(item->key);
  return keys;
}

std::vector<std::string> group_names() {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < enum_size<RaterGroup>(); ++i) names.emplace_back(to_name(static_cast<RaterGroup>(i)));
  return names;
}

}  // namespace

bool is_anonymous(RaterGroup group) { return !rating::AnonymityPolicy().is_identified(std::string(to_name(group))); }

bool is_counted(const Review& review, const FeedbackResponse& response, CountedAnswers counted) {
  if (response.cycle != review.cycle || !response.submitted_at) return false;
  if (counted == CountedAnswers::all || !is_anonymous(response.group)) return true;
  return std::ranges::find(review.shown_answers, response.id, &ShownAnswer::response) != review.shown_answers.end();
}

CycleRating::CycleRating(const ModelView& view, Id<ReviewCycle> cycle)
    : form_(form_input(view, cycle)), items_(keys_of(rated_items(view, cycle))), rater_(form_, group_names(), items_.size()) {}

void CycleRating::read_row(const FeedbackResponse& response, double* row) const {
  std::size_t next = 0;  // answers mostly come in the order of the form
  for (const Answer& answer : response.answers) {
    if (answer.is_not_observed) continue;
    if (next == items_.size() || items_[next] != answer.item) next = static_cast<std::size_t>(std::ranges::find(items_, answer.item) - items_.begin());
    if (next < items_.size()) row[next++] = answer.rating.value_or(kNoAnswer);
  }
}

void CycleRating::read_answers(const ModelView& view, const Review& review, CountedAnswers counted) {
  groups_.clear();
  answers_.clear();
  answers_of_others_ = 0;
  for (const FeedbackResponse* response : view.responses_about(review.person)) {
    if (!is_counted(review, *response, counted)) continue;
    groups_.push_back(static_cast<std::uint8_t>(response->group));
    answers_.resize(groups_.size() * items_.size(), kNoAnswer);
    read_row(*response, answers_.data() + answers_.size() - items_.size());
    answers_of_others_ += response->group != RaterGroup::self;
  }
}

void CycleRating::read_goals(const ModelView& view, const Review& review) {
  list_rated_measures(view, review.person, review.cycle, goals_);
}

const rating::ReviewNumbers& CycleRating::rate(const ModelView& view, const Review& review, CountedAnswers counted) {
  read_answers(view, review, counted);
  read_goals(view, review);
  std::optional<rating::Figure> attainment;
  if (!goals_.empty()) attainment = rating::compute_goals_attainment(goals_);
  static_assert(kGoalsPart == 0);
  return rater_.rate({groups_, answers_, std::span(&attainment, 1), review.calibration_points});
}

rating::ReviewInput CycleRating::explained_input(const ModelView& view, const Review& review, CountedAnswers counted) {
  read_answers(view, review, counted);
  rating::ReviewInput input = form_;
  for (const Goal* goal : rated_goals(view, review.person, review.cycle)) input.parts[kGoalsPart].goals.push_back(goal_facts(view, *goal));
  for (std::size_t r = 0; r < groups_.size(); ++r) {
    rating::RaterSheet& sheet = input.sheets.emplace_back();
    sheet.group = to_name(static_cast<RaterGroup>(groups_[r]));
    for (const double answer : std::span(answers_).subspan(r * items_.size(), items_.size()))
      sheet.answers.push_back(std::isnan(answer) ? std::nullopt : std::optional(answer));
  }
  input.calibration = review.calibration_points;
  return input;
}

std::vector<const FormItem*> items_of(const ReviewForm* form) {
  Items items;
  if (form)
    for (const FormSection& section : form->sections)
      for (const FormItem& item : section.items) items.push_back(&item);
  return items;
}

const ReviewForm* form_of(const ModelView& view, Id<ReviewCycle> cycle) {
  const auto* found = view.find(cycle);
  return found ? view.find(found->form) : nullptr;
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

}  // namespace fullcircle

#include "app/commands/release_result.h"

#include <algorithm>

#include "app/queries/goal_status.h"
#include "app/queries/shown_answers.h"
#include "model/double_text.h"
#include "store/row_content.h"

namespace fullcircle {
namespace {

std::string score_text(const rating::Figure& figure, int places) { return figure ? rating::round_score(*figure, places).text() : std::string(); }

constexpr int kAttainmentPlaces = 4;

void collect_terms(const ModelView& view, const rating::Term& term, int places, ReleasedResult& released, bool is_inside_part = false) {
  if (term.kind == rating::TermKind::Part && !is_inside_part)
    released.parts.push_back({.key = term.key, .score = score_text(term.value, places), .raters = term.n, .weight = shortest_text(term.weight),
                              .left_out = term.left_out ? std::string(rating::code_of(*term.left_out)) : std::string()});
  if (term.kind == rating::TermKind::Goal) {
    ReleasedGoal line{.key = term.key, .attainment = score_text(term.value, kAttainmentPlaces), .weight = shortest_text(term.weight)};
    const auto id = parse_record_id(term.key);
    if (const Goal* goal = id ? view.find(Id<Goal>(*id)) : nullptr) {
      line.title = goal->title;
      line.unit = goal->measure_unit;
      if (goal->target) line.target = shortest_text(*goal->target);
      if (const auto actual = compute_goal_status(view, *goal).actual) line.reached = shortest_text(*actual);
    }
    released.goals.push_back(std::move(line));
  }
  for (const rating::Term& below : term.children) collect_terms(view, below, places, released, is_inside_part || term.kind == rating::TermKind::Part);
}

/// Whether any figure or comment in it comes from a group without names.
bool shows_anonymous(const ReleasedResult& released) {
  const auto is_of_manager = [](const std::string& column) { return column == to_name(RaterGroup::manager) || column == rating::kSelfGroup; };
  return std::ranges::any_of(released.criteria, [&](const ReleasedCriterion& line) { return !std::ranges::all_of(line.columns, is_of_manager, &ReleasedScore::key); }) ||
         !std::ranges::all_of(released.comments, is_of_manager, &ReleasedComment::column);
}

using ColumnScores = std::vector<std::pair<std::string, ReleasedScore>>;

ColumnScores anonymous_scores(const ReleasedResult& released) {
  ColumnScores scores;
  for (const ReleasedCriterion& line : released.criteria)
    for (const ReleasedScore& column : line.columns)
      if (column.key != to_name(RaterGroup::manager)) scores.emplace_back(line.key, column);
  return scores;
}

/// Whether the noted answers are all there and lead to what was released. They do not where two leads released apart: merging may keep
/// the figures of one and the notes of the other.
bool follows_from_shown_answers(const ModelView& view, const Review& review) {
  if (has_lost_shown_answers(view, review)) return false;
  const ReleasedResult now = compute_released_result(view, compute_review_result_view(view, review, CountedAnswers::shown_before), view.rules(review.cycle));
  return anonymous_scores(now) == anonymous_scores(*review.released);
}

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

ReleasedResult compute_released_result(const ModelView& view, const ReviewResultView& shown, const RatingRules& rules) {
  const auto& result = shown.result;
  ReleasedResult released;
  if (result.rounded) released.overall = result.rounded->text();
  if (result.band && *result.band < rules.bands.size()) released.label = rules.bands[*result.band].label;
  released.self = score_text(result.self, rules.places);
  released.others = score_text(result.others, rules.places);
  collect_terms(view, result.overall, rules.places, released);
  const ReviewForm* form = shown.cycle ? view.find(shown.cycle->form) : nullptr;
  if (form) {
    released.form = form->id;
    released.form_version = form->version;
  }
  for (const auto& criterion : result.criteria) {
    ReleasedCriterion line;
    line.key = criterion.id;
    if (const auto name = shown.names.find(criterion.id); name != shown.names.end()) line.name = name->second;
    line.self = score_text(criterion.self, rules.places);
    line.others = score_text(criterion.others, rules.places);
    for (std::size_t i = 0; i < result.columns.size(); ++i)
      if (!result.columns[i].is_self() && criterion.cells[i].value)
        line.columns.push_back({result.columns[i].key(), score_text(criterion.cells[i].value, rules.places), criterion.cells[i].n, {}, {}, {}});
    released.criteria.push_back(std::move(line));
  }
  for (const ResultComment& comment : shown.comments)
    released.comments.push_back({comment.text, std::string(to_name(comment.tone)), comment.column, comment.criterion, {}});
  return released;
}

ReleasedResult compute_next_release(const ModelView& view, const Review& review) {
  if (review.handed_out_at && review.released && !review.shown_answers.empty() && !follows_from_shown_answers(view, review)) return *review.released;
  const auto counted = review.handed_out_at && !review.shown_answers.empty() ? CountedAnswers::shown_before : CountedAnswers::all;
  return compute_released_result(view, compute_review_result_view(view, review, counted), view.rules(review.cycle));
}

int count_answers_too_late(const ModelView& view, const Review& review) {
  return review.handed_out_at && !review.shown_answers.empty() ? count_answers_not_shown(view, review) : 0;
}

Edit hand_out_results(const ModelView& view, Id<Person> person) {
  const auto reviews = view.reviews_of(person);
  return hand_out_results(view, std::vector<const Review*>(reviews.begin(), reviews.end()));
}

Edit hand_out_results(const ModelView& view, std::span<const Review* const> reviews) {
  Edit edit("edit.review.hand_out");
  for (const Review* review : reviews) {
    if (!review->released || result_access(view, *review) != ResultAccess::full) continue;
    Review after = *review;
    if (!after.handed_out_at) after.handed_out_at = view.now;
    edit.update(*review, after);
  }
  edit.make_final();
  return edit;
}

Edit hand_out_calibration(const ModelView& view, const ReviewCycle& cycle) {
  const auto reviews = view.reviews_in(cycle.id);
  return hand_out_results(view, std::vector<const Review*>(reviews.begin(), reviews.end()));
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
  Edit edit("edit.review.release");
  edit.update(review, after);
  return edit;
}

void keep_what_is_out(const Document& document, Document& import) {
  std::vector<RecordId> out;
  const RowList& added = import.table<Review>().list();
  for (std::size_t at = 0; at < added.size(); ++at) {
    const Review* review = document.table<Review>().find(Id<Review>(added.id(at)));
    if (!review || !review->handed_out_at) continue;
    const bool came_handed_out = static_cast<const Review*>(added[at].entity)->handed_out_at == review->handed_out_at;
    if (content_of(added[at]).bases.empty() || !came_handed_out) out.push_back(added.id(at));
  }
  if (!out.empty()) import.table<Review>().remove_rows(out);
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

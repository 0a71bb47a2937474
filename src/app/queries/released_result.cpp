#include "app/queries/released_result.h"

#include <algorithm>

#include "app/queries/goal_status.h"
#include "app/queries/shown_answers.h"
#include "model/double_text.h"

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

using ColumnScores = std::vector<std::pair<std::string, ReleasedScore>>;

ColumnScores anonymous_scores(const ReleasedResult& released) {
  ColumnScores scores;
  for (const ReleasedCriterion& line : released.criteria)
    for (const ReleasedScore& column : line.columns)
      if (column.key != to_name(RaterGroup::manager)) scores.emplace_back(line.key, column);
  return scores;
}

bool was_ever_different(const Row<Review>& row, std::uint16_t field) {
  const FieldState* state = row.find_state(field);
  return state && std::ranges::any_of(state->older, [&](const Version& version) { return version.stamp != row.base; });
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

bool shows_anonymous(const ReleasedResult& released) {
  const auto is_of_manager = [](const std::string& column) { return column == to_name(RaterGroup::manager) || column == rating::kSelfGroup; };
  return std::ranges::any_of(released.criteria, [&](const ReleasedCriterion& line) { return !std::ranges::all_of(line.columns, is_of_manager, &ReleasedScore::key); }) ||
         !std::ranges::all_of(released.comments, is_of_manager, &ReleasedComment::column);
}

bool has_other_releases(const Document& document, const Review& review) {
  const Row<Review>* row = document.table<Review>().find_row(review.id);
  return row && (was_ever_different(*row, field_id(&Review::released)) || was_ever_different(*row, field_id(&Review::shown_answers)));
}

bool follows_from_shown_answers(const ModelView& view, const Review& review) {
  if (has_lost_shown_answers(view, review)) return false;
  const ReleasedResult now = compute_released_result(view, compute_review_result_view(view, review, CountedAnswers::shown_before), view.rules(review.cycle));
  return anonymous_scores(now) == anonymous_scores(*review.released);
}

bool has_answers_as_released(const ModelView& view, const Review& review) {
  return has_other_releases(view.document(), review) ? follows_from_shown_answers(view, review) : !has_lost_shown_answers(view, review);
}

}  // namespace fullcircle

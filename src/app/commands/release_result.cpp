#include "app/commands/release_result.h"

namespace fullcircle {
namespace {

std::string score_text(const rating::Figure& figure, int places) { return figure ? rating::round_score(*figure, places).text() : std::string(); }

void collect_parts(const rating::Term& term, int places, std::vector<ReleasedScore>& parts) {
  if (term.kind == rating::TermKind::Part) {
    parts.push_back({term.key, score_text(term.value, places), term.n, {}});
    return;
  }
  for (const rating::Term& below : term.children) collect_parts(below, places, parts);
}

}  // namespace

ReleasedResult compute_released_result(const ReviewResultView& shown, const RatingRules& rules) {
  const auto& result = shown.result;
  ReleasedResult released;
  if (result.rounded) released.overall = result.rounded->text();
  if (result.band && *result.band < rules.bands.size()) released.label = rules.bands[*result.band].label;
  released.self = score_text(result.self, rules.places);
  released.others = score_text(result.others, rules.places);
  collect_parts(result.overall, rules.places, released.parts);
  for (const auto& criterion : result.criteria) {
    ReleasedCriterion line;
    line.key = criterion.id;
    if (const auto name = shown.names.find(criterion.id); name != shown.names.end()) line.name = name->second;
    line.self = score_text(criterion.self, rules.places);
    line.others = score_text(criterion.others, rules.places);
    for (std::size_t i = 0; i < result.columns.size(); ++i)
      if (!result.columns[i].is_self() && criterion.cells[i].value)
        line.columns.push_back({result.columns[i].key(), score_text(criterion.cells[i].value, rules.places), criterion.cells[i].n, {}});
    released.criteria.push_back(std::move(line));
  }
  for (const ResultComment& comment : shown.comments)
    released.comments.push_back({comment.text, std::string(to_name(comment.tone)), comment.column, comment.criterion, {}});
  return released;
}

Edit release_result(const ModelView& view, const Review& review) {
  Review after = review;
  after.released = compute_released_result(compute_review_result_view(view, review), view.rules(review.cycle));
  after.released_at = view.now;
  Edit edit("edit.review.release");
  edit.update(review, after);
  return edit;
}

Edit withdraw_result(const Review& review) {
  Edit edit("edit.review.withdraw");
  if (review.person_sign_off || review.manager_sign_off) return edit;
  Review after = review;
  after.released.reset();
  after.released_at.reset();
  edit.update(review, after);
  return edit;
}

}  // namespace fullcircle

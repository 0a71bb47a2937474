#include "app/queries/insight_board.h"

#include <algorithm>

namespace fullcircle {

InsightBoard compute_insight_board(const ModelView& view, const InsightFacts& facts, Id<Unit> within, RatingMeasure measure) {
  InsightBoard board;
  board.departments = compute_departments(view, within);
  board.measure = measure;
  board.figures = compute_insight_figures(facts, board.departments);
  board.ratings = compute_rating_lines(facts, board.departments, measure);
  board.goals = compute_goal_bars(facts, board.departments, facts.current());
  const int cycle = latest_cycle_with_agreement(facts, board.departments, facts.current());
  board.agreement = compute_agreement_grid(facts, board.departments, cycle < 0 ? facts.current() : cycle);
  board.actions = compute_action_changes(view, facts, board.departments);
  return board;
}

}  // namespace fullcircle

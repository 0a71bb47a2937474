#include "app/queries/released_terms.h"

#include <algorithm>
#include <cmath>

#include "model/double_text.h"
#include "rating/anonymity.h"
#include "rating/rounding.h"

namespace fullcircle {
namespace {

using rating::LeftOut;
using rating::Term;
using rating::TermKind;
using rating::TermRule;

constexpr double kNoise = 1e-9;

Term term_of(TermKind kind, std::string key, rating::Figure value) {
  Term term;
  term.kind = kind;
  term.key = std::move(key);
  term.value = std::move(value);
  return term;
}

/// Half a unit of the last place for what is below, half for the score itself.
bool is_rounding(double difference, const ResultPage& page) { return std::abs(difference) <= std::pow(10.0, -page.rules.places) + kNoise; }

/// The released score over its children: without them where they do not lead to it.
void put_over(Term& term, const ResultPage& page) {
  const rating::Figure released = term.value;
  rating::apply_weighted_mean(term);
  const bool follows = released.has_value() == term.value.has_value() && (!released || is_rounding(*released - *term.value, page));
  term.value = released;
  if (follows) return;
  term.rule = TermRule::Given;
  term.children.clear();
}

double weight_of(const RatingRules& rules, std::string_view column) {
  double weight = 0;
  while (!column.empty()) {
    const auto end = std::min(column.find('+'), column.size());
    const auto found = std::ranges::find(rules.group_weights, column.substr(0, end), [](const GroupWeight& w) { return to_name(w.group); });
    weight += found == rules.group_weights.end() ? 1 : found->weight_percent;
    column.remove_prefix(std::min(end + 1, column.size()));
  }
  return weight;
}

Term self_term(const ResultRow& row) { return term_of(TermKind::Criterion, row.id, row.self); }

Term criterion_term(const ResultPage& page, const ResultRow& row) {
  Term term = term_of(TermKind::Criterion, row.id, row.others);
  term.children.push_back(term_of(TermKind::Group, rating::kSelfGroup, row.self));
  term.children.back().left_out = LeftOut::SelfView;
  for (std::size_t i = 0; i < page.columns.size(); ++i) {
    const ResultColumn& column = page.columns[i];
    Term& child = term.children.emplace_back(term_of(column.is_pool ? TermKind::Pool : TermKind::Group, column.key, row.columns[i]));
    child.weight = weight_of(page.rules, column.key);
    child.n = row.counts[i];
    // Why it was not released is not said: too few and none at all look the same.
    if (!child.value) child.left_out = LeftOut::Undefined;
  }
  put_over(term, page);
  return term;
}

template <class TermOf>
Term over_rows(const ResultPage& page, std::string key, const rating::Figure& value, TermOf&& term_of_row) {
  Term mean = term_of(TermKind::Group, std::move(key), value);
  for (const ResultRow& row : page.rows) mean.children.push_back(term_of_row(row));
  put_over(mean, page);
  return mean;
}

/// Attainment of the goals as they stood, put on the form's scale.
void add_goals(Term& part, const ResultPage& page) {
  const auto& goals = page.review->released->goals;
  if (goals.empty()) return;
  Term attainment = term_of(TermKind::Attainment, {}, {});
  for (const ReleasedGoal& goal : goals) {
    const auto weight = read_number(goal.weight);
    Term& child = attainment.children.emplace_back(term_of(TermKind::Goal, goal.key, read_score(goal.attainment)));
    child.weight = weight ? weight->value : 1;
  }
  rating::apply_weighted_mean(attainment);
  const double low = page.rules.scale_low, width = page.rules.scale_high - low;
  if (!part.value || !attainment.value || !is_rounding(*part.value - (low + width * std::clamp(*attainment.value, 0.0, 1.0)), page)) return;
  attainment.share = 1;
  part.rule = TermRule::Rescaled;
  part.children = {std::move(attainment)};
}

Term part_term(const ResultPage& page, const ReleasedScore& released) {
  Term part = term_of(TermKind::Part, released.key, read_score(released.score));
  if (const auto weight = read_number(released.weight)) {
    part.weight = weight->value;
  } else {  // released before weights were kept
    const auto rule = std::ranges::find(page.rules.part_weights, released.key, [](const PartWeight& w) { return to_name(w.part); });
    part.weight = rule == page.rules.part_weights.end() ? 0 : rule->weight_percent;
  }
  for (int i = 0; i <= static_cast<int>(LeftOut::Undefined); ++i)
    if (released.left_out == rating::code_of(static_cast<LeftOut>(i))) part.left_out = static_cast<LeftOut>(i);
  for (const ResultRow& row : page.rows)
    if (row.part == released.key) part.children.push_back(criterion_term(page, row));
  if (!part.children.empty())
    put_over(part, page);
  else if (released.key == to_name(ReviewPart::goals))
    add_goals(part, page);
  return part;
}

Term overall_term(const ResultPage& page) {
  Term mean = term_of(TermKind::Parts, {}, {});
  for (const ReleasedScore& part : page.review->released->parts) mean.children.push_back(part_term(page, part));
  rating::apply_weighted_mean(mean);
  const rating::Figure released = read_score(page.overall);
  const bool has_both = released && mean.value;
  const double moved = has_both ? rating::snap(*released - *mean.value) : 0;
  const bool was_moved = page.review->calibration_points.value_or(0) != 0;  // known to the leads alone
  if (!has_both || (!was_moved && is_rounding(moved, page))) {
    mean.kind = TermKind::Overall;
    mean.value = released;
    return mean;
  }
  Term overall = term_of(TermKind::Overall, {}, released);
  overall.rule = TermRule::Sum;
  overall.children = {std::move(mean), term_of(TermKind::Calibration, {}, moved)};
  return overall;
}

std::optional<Term> calibration_term(Term overall) {
  if (overall.rule != TermRule::Sum) return std::nullopt;
  Term difference = std::move(overall.children.back());
  difference.rule = TermRule::Sum;
  Term before = std::move(overall.children.front());
  before.children.clear();
  before.rule = TermRule::Given;
  before.value = -*before.value;  // the sum of the two is the difference
  difference.children = {term_of(TermKind::Overall, {}, overall.value), std::move(before)};
  return difference;
}

Term gap_term(const ResultRow& row) {
  Term gap = term_of(TermKind::Criterion, row.id, row.gap.value);
  gap.rule = TermRule::Sum;
  gap.children = {term_of(TermKind::Group, rating::kSelfGroup, row.self),
                  term_of(TermKind::Group, "others", row.others.transform([](double value) { return -value; }))};
  return gap;
}

std::optional<Term> explain_row(const ResultPage& page, const NumberKey& which) {
  const auto row = std::ranges::find(page.rows, which.key, &ResultRow::id);
  if (row == page.rows.end()) return std::nullopt;
  switch (which.number) {
    case ShownNumber::criterion: return criterion_term(page, *row);
    case ShownNumber::criterion_self: return self_term(*row);
    case ShownNumber::gap: return gap_term(*row);
    case ShownNumber::column: {
      const Term criterion = criterion_term(page, *row);
      const auto column = std::ranges::find(criterion.children, which.column, &Term::key);
      if (column != criterion.children.end()) return *column;
      break;
    }
    default: break;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Term> explain_released(const ResultPage& page, const NumberKey& which) {
  if (!page.review || !page.review->released) return std::nullopt;
  switch (which.number) {
    case ShownNumber::overall: return overall_term(page);
    case ShownNumber::calibration: return calibration_term(overall_term(page));
    case ShownNumber::uncalibrated: {
      Term overall = overall_term(page);
      return overall.rule == TermRule::Sum ? std::move(overall.children.front()) : std::move(overall);
    }
    case ShownNumber::part:
      for (const ReleasedScore& part : page.review->released->parts)
        if (part.key == which.key) return part_term(page, part);
      return std::nullopt;
    case ShownNumber::others: return over_rows(page, "others", page.others, [&](const ResultRow& row) { return criterion_term(page, row); });
    case ShownNumber::self: return over_rows(page, rating::kSelfGroup, page.self, self_term);
    default: return explain_row(page, which);
  }
}

std::optional<Term> explain_number(const ResultPage& page, const NumberKey& which) {
  return page.computed ? explain_number(*page.computed, which) : explain_released(page, which);
}

}  // namespace fullcircle

// How a score came about: the tree that screens, reports and the command line show, down to single goals and groups.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rating/figure.h"

namespace fullcircle::rating {

/// Which kind of thing a term stands for; with its key it says what to print as its name.
enum class TermKind {
  Overall,      ///< the result of a review
  Parts,        ///< the weighted mean of the parts, before calibration
  Part,         ///< goals, competencies, values, …
  Attainment,   ///< the goals' weighted attainment, 0..cap, before it is put on the form's scale
  Goal,
  Criterion,    ///< a competency or value
  Group,        ///< a rater group shown by itself
  Pool,         ///< rater groups shown only together
  Item,         ///< one question
  Calibration,  ///< an adjustment agreed in calibration
};

/// How the value follows from the children.
enum class TermRule {
  Given,         ///< no children: measured or entered
  WeightedMean,  ///< sum of share × value over the children that count
  Sum,           ///< sum of the children that count
  Rescaled,      ///< the only child, put on another scale
};

/// Why a term is not counted.
enum class LeftOut {
  NoData,        ///< nothing measured or answered
  BelowMinimum,  ///< too few answers to show without giving somebody away
  SelfView,      ///< the own view is shown beside the others' and never part of it
  NoWeight,      ///< its weight is 0
  Undefined,     ///< its own value is undefined for another reason (see `value`)
};

std::string_view code_of(TermKind kind);
std::string_view code_of(TermRule rule);
std::string_view code_of(LeftOut reason);

/// One line of an explanation.
///
/// A term with `left_out` takes no part in its parent's value. Shares of the others are weight / sum of their weights.
struct Term {
  TermKind kind = TermKind::Overall;
  std::string key;  ///< id or name in the workspace; the members joined with '+' for a pool
  TermRule rule = TermRule::Given;
  Figure value = undefined(Undefined::NoData);
  double weight = 1;
  double share = 0;  ///< 0..1 of the parent, after what is left out
  int n = 0;         ///< answers behind it, 0 where that means nothing
  std::optional<LeftOut> left_out;
  std::vector<Term> children;
};

/// Fills value and shares of a term from its children by the weighted mean; children without a value are left out.
///
/// Out:    `term.value` (NoData if no child counts), each child's `share` and, where it has none, `left_out`.
/// Example: children 4 @ 60 and 2 @ 40 -> 3.2, shares 0.6 and 0.4
void apply_weighted_mean(Term& term);

/// The same where the value is known already, from the same children: fills in shares and what is left out.
void set_weighted_mean(Term& term, const Figure& value);

/// Share of the children's weight that has a value, 0..1; NoData if the weights add up to 0.
Figure compute_coverage(const Term& term);

}  // namespace fullcircle::rating

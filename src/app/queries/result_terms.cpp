#include "app/queries/result_terms.h"

#include <algorithm>

namespace fullcircle {
namespace {

using rating::Term;
using rating::TermKind;
using rating::TermRule;

template <class Accept>
const Term* find_term(const Term& term, Accept&& accept) {
  if (accept(term)) return &term;
  for (const Term& child : term.children)
    if (const Term* found = find_term(child, accept)) return found;
  return nullptr;
}

void collect_criteria(const Term& term, std::vector<const Term*>& criteria) {
  if (term.kind == TermKind::Criterion) {
    criteria.push_back(&term);
    return;
  }
  for (const Term& child : term.children) collect_criteria(child, criteria);
}

const Term* criterion_term(const ReviewResultView& shown, const std::string& id) {
  return find_term(shown.result.overall, [&](const Term& term) { return term.kind == TermKind::Criterion && term.key == id; });
}

const rating::CriterionView* criterion_view(const ReviewResultView& shown, const std::string& id) {
  const auto found = std::ranges::find(shown.result.criteria, id, &rating::CriterionView::id);
  return found == shown.result.criteria.end() ? nullptr : &*found;
}

const Term* column_term(const Term& criterion, std::string_view column) {
  const auto found = std::ranges::find(criterion.children, column, &Term::key);
  return found == criterion.children.end() ? nullptr : &*found;
}

/// The own answers to a criterion: its items, taken out of the tree where they are only shown beside the others.
Term self_term(const Term& criterion) {
  Term term;
  if (const Term* self = column_term(criterion, rating::kSelfGroup)) term = *self;
  term.kind = TermKind::Criterion;
  term.key = criterion.key;
  term.weight = criterion.weight;
  term.left_out.reset();
  return term;
}

/// A weighted mean over all criteria, each as `term_of` makes it.
template <class TermOf>
Term over_criteria(const ReviewResultView& shown, std::string key, TermOf&& term_of) {
  Term mean;
  mean.kind = TermKind::Group;
  mean.key = std::move(key);
  std::vector<const Term*> criteria;
  collect_criteria(shown.result.overall, criteria);
  for (const Term* criterion : criteria) {
    Term child = term_of(*criterion);
    child.left_out.reset();
    mean.children.push_back(std::move(child));
  }
  rating::apply_weighted_mean(mean);
  return mean;
}

Term agreement_term(const ReviewResultView& shown, const Term& criterion) {
  Term term;
  term.kind = TermKind::Criterion;
  term.key = criterion.key;
  term.weight = criterion.weight;
  const auto* view = criterion_view(shown, criterion.key);
  if (view) term.value = view->rwg;
  return term;
}

Term gap_term(const rating::CriterionView& view, const Term& criterion) {
  Term gap;
  gap.kind = TermKind::Criterion;
  gap.key = view.id;
  gap.rule = TermRule::Sum;
  gap.value = view.gap.value;
  Term self = self_term(criterion);
  self.kind = TermKind::Group;
  self.key = rating::kSelfGroup;
  Term others = criterion;
  others.kind = TermKind::Group;
  others.key = "others";
  others.left_out.reset();
  if (others.value) others.value = -*others.value;  // the sum of the two is the gap
  others.children.clear();
  others.rule = TermRule::Given;
  gap.children = {std::move(self), std::move(others)};
  return gap;
}

/// What calibration added, as the difference of the overall after and before it.
std::optional<Term> calibration_term(const Term& overall) {
  const Term* added = find_term(overall, [](const Term& term) { return term.kind == TermKind::Calibration; });
  if (!added || overall.children.empty()) return std::nullopt;
  Term difference = *added;
  difference.rule = TermRule::Sum;
  difference.left_out.reset();
  Term after, before;
  after.value = overall.value;
  before.kind = TermKind::Parts;
  before.value = overall.children.front().value;
  if (before.value) before.value = -*before.value;  // the sum of the two is the difference
  difference.children = {std::move(after), std::move(before)};
  return difference;
}

std::optional<Term> copy(const Term* term) {
  if (!term) return std::nullopt;
  return *term;
}

std::optional<Term> explain_criterion(const ReviewResultView& shown, const NumberKey& which) {
  const Term* criterion = criterion_term(shown, which.key);
  const auto* view = criterion_view(shown, which.key);
  if (!criterion || !view) return std::nullopt;
  switch (which.number) {
    case ShownNumber::criterion: return *criterion;
    case ShownNumber::criterion_self: return self_term(*criterion);
    case ShownNumber::column: return copy(column_term(*criterion, which.column));
    case ShownNumber::gap: return gap_term(*view, *criterion);
    case ShownNumber::criterion_agreement: return agreement_term(shown, *criterion);
    default: return std::nullopt;
  }
}

}  // namespace

std::optional<Term> explain_number(const ReviewResultView& shown, const NumberKey& which) {
  const Term& overall = shown.result.overall;
  switch (which.number) {
    case ShownNumber::overall: return overall;
    case ShownNumber::uncalibrated: {
      const Term* before = find_term(overall, [](const Term& term) { return term.kind == TermKind::Parts; });
      return before ? *before : overall;
    }
    case ShownNumber::calibration: return calibration_term(overall);
    case ShownNumber::part:
      return copy(find_term(overall, [&](const Term& term) { return term.kind == TermKind::Part && term.key == which.key; }));
    case ShownNumber::others: return over_criteria(shown, "others", [](const Term& criterion) { return criterion; });
    case ShownNumber::self: return over_criteria(shown, rating::kSelfGroup, self_term);
    case ShownNumber::agreement:
      return over_criteria(shown, "agreement", [&](const Term& criterion) { return agreement_term(shown, criterion); });
    default: return explain_criterion(shown, which);
  }
}

}  // namespace fullcircle

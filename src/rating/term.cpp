#include "rating/term.h"

#include "rating/weighted_mean.h"

namespace fullcircle::rating {

std::string_view code_of(TermKind kind) {
  switch (kind) {
    case TermKind::Overall: return "overall";
    case TermKind::Parts: return "parts";
    case TermKind::Part: return "part";
    case TermKind::Attainment: return "attainment";
    case TermKind::Goal: return "goal";
    case TermKind::Criterion: return "criterion";
    case TermKind::Group: return "group";
    case TermKind::Pool: return "pool";
    case TermKind::Item: return "item";
    case TermKind::Calibration: return "calibration";
  }
  return "overall";
}

std::string_view code_of(TermRule rule) {
  switch (rule) {
    case TermRule::Given: return "given";
    case TermRule::WeightedMean: return "weighted_mean";
    case TermRule::Sum: return "sum";
    case TermRule::Rescaled: return "rescaled";
  }
  return "given";
}

std::string_view code_of(LeftOut reason) {
  switch (reason) {
    case LeftOut::NoData: return "no_data";
    case LeftOut::BelowMinimum: return "below_minimum";
    case LeftOut::SelfView: return "self_view";
    case LeftOut::NoWeight: return "no_weight";
    case LeftOut::Undefined: return "undefined";
  }
  return "undefined";
}

namespace {

LeftOut left_out_for(Undefined reason) {
  switch (reason) {
    case Undefined::NoData: return LeftOut::NoData;
    case Undefined::BelowMinimum: return LeftOut::BelowMinimum;
    default: return LeftOut::Undefined;
  }
}

}  // namespace

void apply_weighted_mean(Term& term) {
  MeanSum sum;
  for (const Term& child : term.children) {
    if (!child.left_out)
      sum.add(child.value, child.weight);
    else
      sum.hidden = sum.hidden || child.left_out == LeftOut::BelowMinimum;
  }
  set_weighted_mean(term, sum.mean());
}

void set_weighted_mean(Term& term, const Figure& value) {
  term.rule = TermRule::WeightedMean;
  term.value = value;
  double total = 0;
  for (Term& child : term.children) {
    child.share = 0;
    if (!child.left_out && !child.value) child.left_out = left_out_for(child.value.error());
    if (!child.left_out && child.weight <= 0) child.left_out = LeftOut::NoWeight;
    if (!child.left_out) total += child.weight;
  }
  for (Term& child : term.children)
    if (!child.left_out) child.share = child.weight / total;
}

Figure compute_coverage(const Term& term) {
  double present = 0;
  double all = 0;
  for (const Term& child : term.children) {
    all += child.weight;
    if (child.value) present += child.weight;
  }
  if (all <= 0) return undefined(Undefined::NoData);
  return present / all;
}

}  // namespace fullcircle::rating

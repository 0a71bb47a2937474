#include "rating/review_result.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fullcircle::rating {

namespace {

/// The sheets of an input in the layout that numbers are computed from.
struct LaidOut {
  std::vector<std::string> groups;
  std::size_t item_count = 0;
  std::vector<std::uint8_t> group_of_rater;
  std::vector<double> answers;
  std::vector<std::optional<Figure>> attainments;

  explicit LaidOut(const ReviewInput& input) {
    for (const RaterSheet& sheet : input.sheets) {
      item_count = std::max(item_count, sheet.answers.size());
      const auto known = std::find(groups.begin(), groups.end(), sheet.group);
      group_of_rater.push_back(static_cast<std::uint8_t>(known - groups.begin()));
      if (known == groups.end()) groups.push_back(sheet.group);
    }
    for (const ReviewPart& part : input.parts) {
      for (const Criterion& criterion : part.criteria)
        for (std::size_t item : criterion.items) item_count = std::max(item_count, item + 1);
      attainments.push_back(part.goals.empty() ? std::nullopt : std::optional(compute_goals_attainment(part.goals)));
    }
    answers.assign(input.sheets.size() * item_count, std::numeric_limits<double>::quiet_NaN());
    for (std::size_t r = 0; r < input.sheets.size(); ++r)
      for (std::size_t i = 0; i < input.sheets[r].answers.size(); ++i)
        if (const auto& answer = input.sheets[r].answers[i]) answers[r * item_count + i] = *answer;
  }
};

Maybe<AgreementWord> word_for(const Figure& rwg) { return rwg.transform(word_for_rwg); }

/// Adds names, weights and shares to the numbers of one review.
class Explanation {
 public:
  Explanation(const ReviewInput& input, const ReviewNumbers& numbers, std::size_t item_count, ReviewResult& result)
      : input_(input), numbers_(numbers), item_count_(item_count), criterion_count_(numbers.criteria.size()), result_(result) {}

  void write() {
    std::vector<Term> parts;
    for (std::size_t p = 0; p < input_.parts.size(); ++p) {
      const ReviewPart& part = input_.parts[p];
      std::vector<Term> criteria;
      for (const Criterion& criterion : part.criteria) {
        result_.criteria.push_back(view(part, criterion));
        criteria.push_back(explain_criterion(criterion, result_.criteria.back()));
      }
      parts.push_back(explain_part(part, numbers_.parts[p], std::move(criteria)));
    }
    result_.overall = explain_overall(std::move(parts));
  }

 private:
  CriterionView view(const ReviewPart& part, const Criterion& criterion) const {
    const std::size_t at = result_.criteria.size();
    const CriterionNumbers& numbers = numbers_.criteria[at];
    CriterionView view;
    view.part = part.id;
    view.id = criterion.id;
    for (std::size_t i = 0; i < criterion.items.size(); ++i) {
      ItemView& item = view.items.emplace_back();
      item.id = i < criterion.item_ids.size() ? criterion.item_ids[i] : criterion.id;
      for (std::size_t c = 0; c < result_.columns.size(); ++c) item.cells.push_back(numbers_.items[c * item_count_ + criterion.items[i]]);
    }
    for (std::size_t c = 0; c < result_.columns.size(); ++c) view.cells.push_back(numbers_.cells[c * criterion_count_ + at]);
    view.self = numbers.self;
    view.others = numbers.others;
    view.gap = compute_gap(view.self, view.others, input_.gap);
    view.rwg = numbers.agreement.shown;
    view.agreement = word_for(view.rwg);
    return view;
  }

  /// The others' weighted mean of one criterion over the columns, with the groups that had to be left out.
  Term explain_criterion(const Criterion& criterion, const CriterionView& view) const {
    Term term;
    term.kind = TermKind::Criterion;
    term.key = criterion.id;
    term.weight = criterion.weight;
    for (std::size_t c = 0; c < result_.columns.size(); ++c) {
      const RaterColumn& column = result_.columns[c];
      Term& child = term.children.emplace_back();
      child.kind = column.is_pool() ? TermKind::Pool : TermKind::Group;
      child.key = column.key();
      for (const ItemView& item : view.items) {
        Term& leaf = child.children.emplace_back();
        leaf.kind = TermKind::Item;
        leaf.key = item.id;
        leaf.value = item.cells[c].value;
        leaf.n = item.cells[c].n;
      }
      set_weighted_mean(child, view.cells[c].value);
      child.n = view.cells[c].n;
      child.weight = column.weight;
      if (column.is_self()) child.left_out = LeftOut::SelfView;
    }
    for (const std::string& group : result_.left_out) {
      Term& child = term.children.emplace_back();
      child.kind = TermKind::Group;
      child.key = group;
      child.value = undefined(Undefined::BelowMinimum);
      child.weight = input_.anonymity.weight_of(group);
      child.left_out = LeftOut::BelowMinimum;
    }
    set_weighted_mean(term, view.others);
    return term;
  }

  /// Goals on the form's scale: the attainment stays visible as the only child.
  Term explain_goals(const ReviewPart& part, const PartNumbers& numbers) const {
    Term term;
    term.kind = TermKind::Part;
    term.key = part.id;
    term.rule = TermRule::Rescaled;
    term.value = numbers.goals;
    term.children.push_back(compute_goals(part.goals).term);
    if (term.children.back().value) term.children.back().share = 1;
    return term;
  }

  Term explain_part(const ReviewPart& part, const PartNumbers& numbers, std::vector<Term> criteria) const {
    Term rated;
    rated.kind = TermKind::Part;
    rated.key = part.id;
    rated.children = std::move(criteria);
    set_weighted_mean(rated, numbers.rated);
    if (part.goals.empty()) {
      rated.weight = part.weight;
      return rated;
    }
    Term goals = explain_goals(part, numbers);
    if (part.criteria.empty()) {
      goals.weight = part.weight;
      return goals;
    }
    Term both;
    both.kind = TermKind::Part;
    both.key = part.id;
    both.children = {std::move(goals), std::move(rated)};
    set_weighted_mean(both, numbers.value);
    both.weight = part.weight;
    return both;
  }

  /// The parts' weighted mean, and the calibration on top as a term of its own.
  Term explain_overall(std::vector<Term> parts) const {
    Term mean;
    mean.kind = TermKind::Parts;
    mean.children = std::move(parts);
    set_weighted_mean(mean, numbers_.uncalibrated);
    if (!input_.calibration) {
      mean.kind = TermKind::Overall;
      return mean;
    }
    Term overall;
    overall.rule = TermRule::Sum;
    overall.value = numbers_.overall;
    Term calibration;
    calibration.kind = TermKind::Calibration;
    // What was really added: a move past the end of the scale stops there, and the terms still add up.
    calibration.value = overall.value ? *overall.value - *mean.value : *input_.calibration;
    if (!overall.value) calibration.left_out = LeftOut::NoData;
    overall.children = {std::move(mean), std::move(calibration)};
    return overall;
  }

  const ReviewInput& input_;
  const ReviewNumbers& numbers_;
  std::size_t item_count_, criterion_count_;
  ReviewResult& result_;
};

}  // namespace

ReviewResult compute_review_result(const ReviewInput& input) {
  const LaidOut laid_out(input);
  ReviewRater rater(input, laid_out.groups, laid_out.item_count);
  const ReviewNumbers& numbers = rater.rate({laid_out.group_of_rater, laid_out.answers, laid_out.attainments, input.calibration});
  ReviewResult result;
  result.columns = numbers.columns->shown;
  result.left_out = numbers.columns->left_out;
  result.column_means = numbers.column_means;
  result.self = numbers.self;
  result.others = numbers.others;
  result.rwg = numbers.rwg;
  result.agreement = word_for(result.rwg);
  Explanation(input, numbers, laid_out.item_count, result).write();

  result.band = undefined(Undefined::NoData);
  if (numbers.overall) {
    result.rounded = round_score(*numbers.overall, input.places);
    result.band = find_band(*result.rounded, input.bands);
  } else {
    result.band = undefined(numbers.overall.error());
  }
  return result;
}

}  // namespace fullcircle::rating

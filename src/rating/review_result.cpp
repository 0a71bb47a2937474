#include "rating/review_result.h"

#include <algorithm>
#include <map>

#include "rating/moments.h"

namespace fullcircle::rating {

namespace {

/// The answers each column gave to each item, gathered once.
class AnswerCells {
 public:
  AnswerCells(const ReviewInput& input, const std::vector<RaterColumn>& columns) : columns_(columns), input_(input) {
    std::map<std::string, std::size_t> column_of;
    for (std::size_t c = 0; c < columns.size(); ++c) {
      for (const std::string& group : columns[c].groups) column_of[group] = c;
    }
    answers_.resize(columns.size());
    for (const RaterSheet& sheet : input.sheets) {
      const auto column = column_of.find(sheet.group);
      if (column == column_of.end()) continue;
      auto& items = answers_[column->second];
      if (items.size() < sheet.answers.size()) items.resize(sheet.answers.size());
      for (std::size_t i = 0; i < sheet.answers.size(); ++i) {
        if (sheet.answers[i]) items[i].push_back(*sheet.answers[i]);
      }
    }
  }

  const std::vector<double>& answers(std::size_t column, std::size_t item) const {
    static const std::vector<double> kNone;
    return item < answers_[column].size() ? answers_[column][item] : kNone;
  }

  /// Mean of one item in one column; hidden when fewer than the minimum of an anonymous column answered it.
  Cell cell(std::size_t column, std::size_t item) const {
    const std::vector<double>& given = answers(column, item);
    Cell cell{undefined(Undefined::NoData), static_cast<int>(given.size())};
    if (given.empty()) return cell;
    if (columns_[column].identified || cell.n >= input_.anonymity.min_raters) {
      cell.value = compute_moments(given).mean;
    } else {
      cell.value = undefined(Undefined::BelowMinimum);
    }
    return cell;
  }

  /// rwg of one item over everybody but self, from shown cells only.
  ///
  /// With the known answers of identified raters taken away, the spread of the anonymous ones would be left: they have to
  /// be none or at least kSpreadMinimum.
  Figure rwg(std::size_t item) const {
    std::vector<double> together;
    int anonymous = 0;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      if (columns_[c].is_self() || !cell(c, item).value) continue;
      const std::vector<double>& given = answers(c, item);
      together.insert(together.end(), given.begin(), given.end());
      if (!columns_[c].identified) anonymous += static_cast<int>(given.size());
    }
    if (anonymous > 0 && anonymous < std::max(kSpreadMinimum, input_.anonymity.min_raters)) {
      return undefined(Undefined::BelowMinimum);
    }
    return compute_rwg(together, input_.scale_options).rwg;
  }

 private:
  const std::vector<RaterColumn>& columns_;
  const ReviewInput& input_;
  std::vector<std::vector<std::vector<double>>> answers_;  ///< column, item
};

std::map<std::string, int> count_raters(const std::vector<RaterSheet>& sheets) {
  std::map<std::string, int> raters;
  for (const RaterSheet& sheet : sheets) {
    const bool answered = std::any_of(sheet.answers.begin(), sheet.answers.end(), [](const auto& a) { return a.has_value(); });
    if (answered) ++raters[sheet.group];
  }
  return raters;
}

/// Plain mean of the figures that are defined; hidden if something was, no data otherwise.
Figure mean_of(const std::vector<Figure>& figures) {
  std::vector<double> values;
  Undefined why = Undefined::NoData;
  for (const Figure& figure : figures) {
    if (figure) {
      values.push_back(*figure);
    } else if (figure.error() != Undefined::NoData) {
      why = figure.error();
    }
  }
  if (values.empty()) return undefined(why);
  return compute_moments(values).mean;
}

Maybe<AgreementWord> word_for(const Figure& rwg) {
  if (!rwg) return undefined(rwg.error());
  return word_for_rwg(*rwg);
}

/// The others' weighted mean of one criterion over the columns, with the groups that had to be left out.
Term explain_criterion(const Criterion& criterion, const CriterionView& view, const ReviewResult& result,
                       const AnonymityPolicy& policy) {
  Term term;
  term.kind = TermKind::Criterion;
  term.key = criterion.id;
  term.weight = criterion.weight;
  for (std::size_t c = 0; c < result.columns.size(); ++c) {
    const RaterColumn& column = result.columns[c];
    Term& child = term.children.emplace_back();
    child.kind = column.is_pool() ? TermKind::Pool : TermKind::Group;
    child.key = column.key();
    child.rule = TermRule::WeightedMean;
    for (const ItemView& item : view.items) {
      Term& leaf = child.children.emplace_back();
      leaf.kind = TermKind::Item;
      leaf.key = item.id;
      leaf.value = item.cells[c].value;
      leaf.n = item.cells[c].n;
    }
    apply_weighted_mean(child);
    child.n = view.cells[c].n;
    child.weight = column.weight;
    if (column.is_self()) child.left_out = LeftOut::SelfView;
  }
  for (const std::string& group : result.left_out) {
    Term& child = term.children.emplace_back();
    child.kind = TermKind::Group;
    child.key = group;
    child.value = undefined(Undefined::BelowMinimum);
    child.weight = policy.weight_of(group);
    child.left_out = LeftOut::BelowMinimum;
  }
  apply_weighted_mean(term);
  return term;
}

CriterionView view_criterion(const ReviewPart& part, const Criterion& criterion, const ReviewResult& result,
                             const AnswerCells& cells) {
  CriterionView view;
  view.part = part.id;
  view.id = criterion.id;
  std::vector<Figure> rwgs;
  for (std::size_t i = 0; i < criterion.items.size(); ++i) {
    ItemView& item = view.items.emplace_back();
    item.id = i < criterion.item_ids.size() ? criterion.item_ids[i] : criterion.id;
    for (std::size_t c = 0; c < result.columns.size(); ++c) item.cells.push_back(cells.cell(c, criterion.items[i]));
    rwgs.push_back(cells.rwg(criterion.items[i]));
  }
  view.self = undefined(Undefined::NoData);
  for (std::size_t c = 0; c < result.columns.size(); ++c) {
    std::vector<Figure> figures;
    Cell cell{undefined(Undefined::NoData), 0};
    for (const ItemView& item : view.items) {
      figures.push_back(item.cells[c].value);
      cell.n = std::max(cell.n, item.cells[c].n);
    }
    cell.value = mean_of(figures);
    if (result.columns[c].is_self()) view.self = cell.value;
    view.cells.push_back(cell);
  }
  view.rwg = mean_of(rwgs);
  view.agreement = word_for(view.rwg);
  return view;
}

/// Goals on the form's scale: the attainment stays visible as the only child.
Term explain_goals(const std::vector<GoalFacts>& goals, const ReviewInput& input, const std::string& key) {
  Term term;
  term.kind = TermKind::Part;
  term.key = key;
  term.rule = TermRule::Rescaled;
  term.children.push_back(compute_goals(goals).term);
  Term& attainment = term.children.back();
  if (!attainment.value) {
    term.value = undefined(attainment.value.error());
    return term;
  }
  attainment.share = 1;
  term.value = compute_rescaled(*attainment.value, input.attainment_scale, input.scale).transform([&](double score) {
    return std::clamp(score, input.scale.min, input.scale.max);
  });
  return term;
}

Term explain_part(const ReviewPart& part, std::vector<Term> criteria, const ReviewInput& input) {
  Term rated;
  rated.kind = TermKind::Part;
  rated.key = part.id;
  rated.children = std::move(criteria);
  apply_weighted_mean(rated);
  if (part.goals.empty()) {
    rated.weight = part.weight;
    return rated;
  }
  Term goals = explain_goals(part.goals, input, part.id);
  if (part.criteria.empty()) {
    goals.weight = part.weight;
    return goals;
  }
  Term both;
  both.kind = TermKind::Part;
  both.key = part.id;
  both.children = {std::move(goals), std::move(rated)};
  apply_weighted_mean(both);
  both.weight = part.weight;
  return both;
}

/// The parts' weighted mean, and the calibration on top as a term of its own.
Term explain_overall(std::vector<Term> parts, const ReviewInput& input) {
  Term mean;
  mean.kind = TermKind::Parts;
  mean.children = std::move(parts);
  apply_weighted_mean(mean);
  if (!input.calibration) {
    mean.kind = TermKind::Overall;
    return mean;
  }
  Term overall;
  overall.rule = TermRule::Sum;
  overall.value = mean.value.transform([&](double score) {
    return std::clamp(score + *input.calibration, input.scale.min, input.scale.max);
  });
  Term calibration;
  calibration.kind = TermKind::Calibration;
  // What was really added: a move past the end of the scale stops there, and the terms still add up.
  calibration.value = overall.value ? *overall.value - *mean.value : *input.calibration;
  if (!overall.value) calibration.left_out = LeftOut::NoData;
  overall.children = {std::move(mean), std::move(calibration)};
  return overall;
}

/// Means over all criteria: by column, self and others, weighted as the criteria are.
void add_summaries(const ReviewInput& input, ReviewResult& result) {
  std::vector<double> weights;
  for (const ReviewPart& part : input.parts) {
    for (const Criterion& criterion : part.criteria) weights.push_back(criterion.weight);
  }
  const auto weighted = [&](auto figure_of) {
    Term term;
    for (std::size_t i = 0; i < result.criteria.size(); ++i) {
      Term& child = term.children.emplace_back();
      child.value = figure_of(result.criteria[i]);
      child.weight = weights[i];
    }
    apply_weighted_mean(term);
    return term.value;
  };
  for (std::size_t c = 0; c < result.columns.size(); ++c) {
    result.column_means.push_back({weighted([c](const CriterionView& view) { return view.cells[c].value; }), result.columns[c].n});
  }
  result.self = weighted([](const CriterionView& view) { return view.self; });
  result.others = weighted([](const CriterionView& view) { return view.others; });
  result.rwg = weighted([](const CriterionView& view) { return view.rwg; });
  result.agreement = word_for(result.rwg);
}

}  // namespace

ReviewResult compute_review_result(const ReviewInput& input) {
  ReviewResult result;
  RaterColumns columns = compute_rater_columns(count_raters(input.sheets), input.anonymity);
  result.columns = std::move(columns.shown);
  result.left_out = std::move(columns.left_out);
  const AnswerCells cells(input, result.columns);

  std::vector<Term> parts;
  for (const ReviewPart& part : input.parts) {
    std::vector<Term> criteria;
    for (const Criterion& criterion : part.criteria) {
      CriterionView view = view_criterion(part, criterion, result, cells);
      criteria.push_back(explain_criterion(criterion, view, result, input.anonymity));
      view.others = criteria.back().value;
      view.gap = compute_gap(view.self, view.others, input.gap);
      result.criteria.push_back(std::move(view));
    }
    parts.push_back(explain_part(part, std::move(criteria), input));
  }
  add_summaries(input, result);

  result.overall = explain_overall(std::move(parts), input);
  result.band = undefined(Undefined::NoData);
  if (result.overall.value) {
    result.rounded = round_score(*result.overall.value, input.places);
    result.band = find_band(*result.rounded, input.bands);
  } else {
    result.band = undefined(result.overall.value.error());
  }
  return result;
}

}  // namespace fullcircle::rating

#include "rating/review_numbers.h"

#include <algorithm>
#include <cmath>

#include "rating/agreement_rwg.h"
#include "rating/weighted_mean.h"

namespace fullcircle::rating {

ReviewRater::ReviewRater(const ReviewInput& form, std::vector<std::string> groups, std::size_t item_count)
    : anonymity_(form.anonymity),
      scale_(form.scale),
      attainment_scale_(form.attainment_scale),
      scale_options_(form.scale_options),
      groups_(std::move(groups)),
      item_count_(item_count) {
  for (const ReviewPart& part : form.parts) {
    const std::size_t first = criteria_.size();
    for (const Criterion& criterion : part.criteria) criteria_.push_back({criterion.weight, criterion.items});
    parts_.push_back({part.weight, first, criteria_.size()});
  }
  numbers_.item_agreement.resize(item_count_);
  numbers_.criteria.resize(criteria_.size());
  numbers_.parts.resize(parts_.size());
}

const ReviewRater::Pattern& ReviewRater::pattern_for(const ReviewRows& rows) {
  counts_.assign(groups_.size(), 0);
  for (std::size_t r = 0; r < rows.groups.size(); ++r) {
    const auto row = rows.answers.subspan(r * item_count_, item_count_);
    const bool answered = std::any_of(row.begin(), row.end(), [](double cell) { return !std::isnan(cell); });
    if (answered) ++counts_[rows.groups[r]];
  }
  const auto known = patterns_.find(counts_);
  if (known != patterns_.end()) return known->second;

  std::map<std::string, int> by_name;
  for (std::size_t g = 0; g < groups_.size(); ++g) by_name[groups_[g]] += counts_[g];
  Pattern pattern{compute_rater_columns(by_name, anonymity_), std::vector<int>(groups_.size(), -1)};
  for (std::size_t c = 0; c < pattern.columns.shown.size(); ++c) {
    const auto& members = pattern.columns.shown[c].groups;
    for (std::size_t g = 0; g < groups_.size(); ++g)
      if (std::find(members.begin(), members.end(), groups_[g]) != members.end()) pattern.column_of_group[g] = static_cast<int>(c);
  }
  return patterns_.emplace(counts_, std::move(pattern)).first->second;
}

/// Mean of each item in each column; hidden when fewer than the minimum of an anonymous column answered it.
void ReviewRater::fill_items(const Pattern& pattern, const ReviewRows& rows) {
  const auto& columns = pattern.columns.shown;
  numbers_.items.assign(columns.size() * item_count_, {0.0, 0});
  sums_.assign(numbers_.items.size(), 0);
  for (std::size_t r = 0; r < rows.groups.size(); ++r) {
    const int column = pattern.column_of_group[rows.groups[r]];
    if (column < 0) continue;
    const std::size_t first = static_cast<std::size_t>(column) * item_count_;
    const double* answers = rows.answers.data() + r * item_count_;
    for (std::size_t i = 0; i < item_count_; ++i) {
      const bool there = !std::isnan(answers[i]);
      sums_[first + i] += there ? answers[i] : 0;
      numbers_.items[first + i].n += there;
    }
  }
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const int least = columns[c].identified ? 1 : anonymity_.min_raters;
    for (std::size_t at = c * item_count_; at < (c + 1) * item_count_; ++at) {
      Cell& cell = numbers_.items[at];
      if (cell.n == 0)
        cell.value = undefined(Undefined::NoData);
      else if (cell.n < least)
        cell.value = undefined(Undefined::BelowMinimum);
      else
        cell.value = sums_[at] / cell.n;
    }
  }
}

/// rwg of each item over everybody but self, from shown cells only.
///
/// With the known answers of identified raters taken away, the spread of the anonymous ones would be left: they have to
/// be none or at least kSpreadMinimum.
void ReviewRater::fill_agreement(const Pattern& pattern, const ReviewRows& rows) {
  const int least = std::max(kSpreadMinimum, anonymity_.min_raters);
  for (std::size_t i = 0; i < item_count_; ++i) {
    together_.clear();
    AgreementNumbers& agreement = numbers_.item_agreement[i];
    agreement.anonymous = 0;
    for (std::size_t r = 0; r < rows.groups.size(); ++r) {
      const int column = pattern.column_of_group[rows.groups[r]];
      const double answer = rows.answers[r * item_count_ + i];
      if (column < 0 || std::isnan(answer)) continue;
      const auto c = static_cast<std::size_t>(column);
      if (pattern.columns.shown[c].is_self() || !numbers_.items[c * item_count_ + i].value) continue;
      together_.push_back(answer);
      agreement.anonymous += !pattern.columns.shown[c].identified;
    }
    agreement.rwg = compute_rwg_alone(together_, scale_options_);
    agreement.shown = agreement.anonymous > 0 && agreement.anonymous < least ? Figure(undefined(Undefined::BelowMinimum)) : agreement.rwg;
  }
}

/// Plain mean over the items that have one; else why the last has none.
AgreementNumbers ReviewRater::criterion_agreement(const Subject& criterion) const {
  MeanSum rwg, shown;
  Undefined why = Undefined::NoData, why_hidden = Undefined::NoData;
  AgreementNumbers result;
  for (std::size_t item : criterion.items) {
    const AgreementNumbers& one = numbers_.item_agreement[item];
    if (one.rwg) result.anonymous = rwg.weight == 0 ? one.anonymous : std::min(result.anonymous, one.anonymous);
    rwg.add(one.rwg, 1);
    shown.add(one.shown, 1);
    if (!one.rwg && one.rwg.error() != Undefined::NoData) why = one.rwg.error();
    if (!one.shown && one.shown.error() != Undefined::NoData) why_hidden = one.shown.error();
  }
  result.rwg = rwg.weight > 0 ? rwg.mean() : undefined(why);
  result.shown = shown.weight > 0 ? shown.mean() : undefined(why_hidden);
  return result;
}

CriterionNumbers ReviewRater::rate_criterion(const Pattern& pattern, std::size_t criterion) {
  const auto& columns = pattern.columns.shown;
  const Subject& subject = criteria_[criterion];
  CriterionNumbers result{undefined(Undefined::NoData), undefined(Undefined::NoData), criterion_agreement(subject)};
  MeanSum others;
  others.hidden = !pattern.columns.left_out.empty();
  for (std::size_t c = 0; c < columns.size(); ++c) {
    MeanSum mean;
    Cell& cell = numbers_.cells[c * criteria_.size() + criterion];
    for (std::size_t item : subject.items) {
      const Cell& answers = numbers_.items[c * item_count_ + item];
      mean.add(answers.value, 1);
      cell.n = std::max(cell.n, answers.n);
    }
    cell.value = mean.mean();
    if (columns[c].is_self())
      result.self = cell.value;
    else
      others.add(cell.value, columns[c].weight);
  }
  result.others = others.mean();
  return result;
}

PartNumbers ReviewRater::rate_part(const Part& part, const std::optional<Figure>& attainment) const {
  MeanSum rated;
  for (std::size_t at = part.first; at < part.end; ++at) rated.add(numbers_.criteria[at].others, criteria_[at].weight);
  PartNumbers result{undefined(Undefined::NoData), rated.mean(), undefined(Undefined::NoData)};
  if (!attainment) {
    result.value = result.rated;
    return result;
  }
  result.goals = attainment->and_then([&](double share) { return compute_rescaled(share, attainment_scale_, scale_); })
                     .transform([&](double score) { return std::clamp(score, scale_.min, scale_.max); });
  MeanSum both;
  both.add(result.goals, 1);
  if (part.first < part.end) both.add(result.rated, 1);
  result.value = part.first < part.end ? both.mean() : result.goals;
  return result;
}

template <class FigureOf>
Figure ReviewRater::over_criteria(FigureOf&& figure_of) const {
  MeanSum mean;
  for (std::size_t at = 0; at < criteria_.size(); ++at) mean.add(figure_of(at), criteria_[at].weight);
  return mean.mean();
}

void ReviewRater::fill_summaries(const Pattern& pattern) {
  const auto& columns = pattern.columns.shown;
  numbers_.column_means.clear();
  for (std::size_t c = 0; c < columns.size(); ++c)
    numbers_.column_means.push_back({over_criteria([&](std::size_t at) { return numbers_.cells[c * criteria_.size() + at].value; }), columns[c].n});
  numbers_.self = over_criteria([&](std::size_t at) { return numbers_.criteria[at].self; });
  numbers_.others = over_criteria([&](std::size_t at) { return numbers_.criteria[at].others; });
  numbers_.rwg = over_criteria([&](std::size_t at) { return numbers_.criteria[at].agreement.shown; });
}

const ReviewNumbers& ReviewRater::rate(const ReviewRows& rows) {
  const Pattern& pattern = pattern_for(rows);
  numbers_.columns = &pattern.columns;
  fill_items(pattern, rows);
  fill_agreement(pattern, rows);
  numbers_.cells.assign(pattern.columns.shown.size() * criteria_.size(), {0.0, 0});
  for (std::size_t at = 0; at < criteria_.size(); ++at) numbers_.criteria[at] = rate_criterion(pattern, at);
  MeanSum parts;
  for (std::size_t p = 0; p < parts_.size(); ++p) {
    numbers_.parts[p] = rate_part(parts_[p], p < rows.attainments.size() ? rows.attainments[p] : std::nullopt);
    parts.add(numbers_.parts[p].value, parts_[p].weight);
  }
  numbers_.uncalibrated = parts.mean();
  numbers_.overall = numbers_.uncalibrated.transform([&](double score) {
    return rows.calibration ? std::clamp(score + *rows.calibration, scale_.min, scale_.max) : score;
  });
  fill_summaries(pattern);
  return numbers_;
}

}  // namespace fullcircle::rating

#include "rating/review_batch.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace fullcircle::rating {

void ReviewBatch::Mean::add(const Figure& value, double its_weight) {
  if (!value) {
    hidden = hidden || value.error() == Undefined::BelowMinimum;
  } else if (its_weight > 0) {
    sum += its_weight * *value;
    weight += its_weight;
  }
}

Figure ReviewBatch::Mean::value() const {
  if (weight > 0) return sum / weight;
  return undefined(hidden ? Undefined::BelowMinimum : Undefined::NoData);
}

ReviewBatch::ReviewBatch(const ReviewInput& form, std::vector<std::string> groups, std::size_t item_count)
    : form_(form), groups_(std::move(groups)), item_count_(item_count) {
  form_.sheets.clear();
  for (ReviewPart& part : form_.parts) part.goals.clear();
}

const ReviewBatch::Columns& ReviewBatch::columns_for(std::span<const std::uint8_t> group_of_rater, std::span<const double> answers) {
  counts_.assign(groups_.size(), 0);
  for (std::size_t r = 0; r < group_of_rater.size(); ++r) {
    const auto row = answers.subspan(r * item_count_, item_count_);
    const bool answered = std::any_of(row.begin(), row.end(), [](double cell) { return !std::isnan(cell); });
    if (answered) ++counts_[group_of_rater[r]];
  }
  const auto known = known_.find(counts_);
  if (known != known_.end()) return known->second;

  std::map<std::string, int> by_name;
  for (std::size_t g = 0; g < groups_.size(); ++g) by_name[groups_[g]] += counts_[g];
  RaterColumns formed = compute_rater_columns(by_name, form_.anonymity);
  Columns columns;
  columns.hides = !formed.left_out.empty();
  columns.column_of_group.assign(groups_.size(), -1);
  for (RaterColumn& column : formed.shown) {
    if (column.is_self()) continue;
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      const bool member = std::find(column.groups.begin(), column.groups.end(), groups_[g]) != column.groups.end();
      if (member) columns.column_of_group[g] = static_cast<int>(columns.columns.size());
    }
    columns.columns.push_back(std::move(column));
  }
  return known_.emplace(counts_, std::move(columns)).first->second;
}

void ReviewBatch::gather(const Columns& columns, std::span<const std::uint8_t> group_of_rater, std::span<const double> answers) {
  sums_.assign(columns.columns.size() * item_count_, 0);
  answered_.assign(sums_.size(), 0);
  for (std::size_t r = 0; r < group_of_rater.size(); ++r) {
    const int column = columns.column_of_group[group_of_rater[r]];
    if (column < 0) continue;
    const std::size_t first = static_cast<std::size_t>(column) * item_count_;
    const double* row = answers.data() + r * item_count_;
    for (std::size_t i = 0; i < item_count_; ++i) {
      const bool there = !std::isnan(row[i]);
      sums_[first + i] += there ? row[i] : 0;
      answered_[first + i] += there;
    }
  }
}

Figure ReviewBatch::criterion_score(const Criterion& criterion, const Columns& columns) const {
  Mean others;
  others.hidden = columns.hides;
  for (std::size_t c = 0; c < columns.columns.size(); ++c) {
    const RaterColumn& column = columns.columns[c];
    Mean mean;
    for (std::size_t item : criterion.items) {
      const int n = answered_[c * item_count_ + item];
      if (n == 0) continue;
      if (column.identified || n >= form_.anonymity.min_raters) {
        mean.add(sums_[c * item_count_ + item] / n, 1);
      } else {
        mean.hidden = true;
      }
    }
    others.add(mean.value(), column.weight);
  }
  return others.value();
}

Figure ReviewBatch::compute_overall(std::span<const std::uint8_t> group_of_rater, std::span<const double> answers,
                                    std::span<const std::optional<Figure>> attainments, std::optional<double> calibration) {
  const Columns& columns = columns_for(group_of_rater, answers);
  gather(columns, group_of_rater, answers);
  Mean overall;
  for (std::size_t p = 0; p < form_.parts.size(); ++p) {
    const ReviewPart& part = form_.parts[p];
    Mean rated;
    for (const Criterion& criterion : part.criteria) rated.add(criterion_score(criterion, columns), criterion.weight);
    Figure score = rated.value();
    if (p < attainments.size() && attainments[p]) {
      const Figure goals = attainments[p]->and_then([&](double attainment) {
        return compute_rescaled(attainment, form_.attainment_scale, form_.scale).transform([&](double x) {
          return std::clamp(x, form_.scale.min, form_.scale.max);
        });
      });
      Mean both;
      both.add(goals, 1);
      if (!part.criteria.empty()) both.add(score, 1);
      score = both.value();
    }
    overall.add(score, part.weight);
  }
  return overall.value().transform([&](double score) {
    return calibration ? std::clamp(score + *calibration, form_.scale.min, form_.scale.max) : score;
  });
}

}  // namespace fullcircle::rating

#include "rating/anonymity.h"

#include <algorithm>

#include "rating/moments.h"

namespace fullcircle::rating {

bool AnonymityPolicy::is_identified(const std::string& group) const {
  return group == kSelfGroup || identified.contains(group);
}

double AnonymityPolicy::weight_of(const std::string& group) const {
  const auto found = weights.find(group);
  return found == weights.end() ? 1.0 : found->second;
}

std::string RaterColumn::key() const {
  std::string key;
  for (const std::string& group : groups) {
    if (!key.empty()) key += '+';
    key += group;
  }
  return key;
}

namespace {

/// Moves the smallest column that is not identified into the pool; false if there is none.
bool join_smallest(RaterColumn& pool, std::vector<RaterColumn>& shown) {
  // The columns stand in alphabetical order and only a strictly smaller one replaces the choice.
  auto smallest = shown.end();
  for (auto column = shown.begin(); column != shown.end(); ++column) {
    if (column->identified) continue;
    if (smallest == shown.end() || column->n < smallest->n) smallest = column;
  }
  if (smallest == shown.end()) return false;
  pool.groups.push_back(smallest->groups[0]);
  pool.n += smallest->n;
  pool.weight += smallest->weight;
  shown.erase(smallest);
  return true;
}

}  // namespace

RaterColumns compute_rater_columns(const std::map<std::string, int>& raters_by_group, const AnonymityPolicy& policy) {
  RaterColumns result;
  RaterColumn pool;
  for (const auto& [group, n] : raters_by_group) {
    if (n <= 0) continue;
    if (policy.is_identified(group) || n >= policy.min_raters) {
      result.shown.push_back({{group}, policy.is_identified(group), n, policy.weight_of(group)});
    } else {
      pool.groups.push_back(group);
      pool.n += n;
      pool.weight += policy.weight_of(group);
    }
  }
  if (pool.groups.empty()) return result;
  while (pool.n < policy.min_raters && join_smallest(pool, result.shown)) {
  }
  std::ranges::sort(pool.groups);
  if (pool.n < policy.min_raters) {
    result.left_out = pool.groups;
    return result;
  }
  const auto place = std::find_if(result.shown.begin(), result.shown.end(),
                                  [&](const RaterColumn& column) { return column.key() > pool.key(); });
  result.shown.insert(place, pool);
  return result;
}

GroupResult compute_group_result(const GroupRatings& ratings, const AnonymityPolicy& policy) {
  std::map<std::string, int> counts;
  for (const auto& [group, values] : ratings) counts[group] = static_cast<int>(values.size());
  GroupResult result;
  result.columns = compute_rater_columns(counts, policy);
  result.others.kind = TermKind::Criterion;
  for (const RaterColumn& column : result.columns.shown) {
    std::vector<double> together;
    for (const std::string& group : column.groups) {
      const std::vector<double>& values = ratings.at(group);
      together.insert(together.end(), values.begin(), values.end());
    }
    result.means.push_back(compute_moments(together).mean);
    Term& child = result.others.children.emplace_back();
    child.kind = column.is_pool() ? TermKind::Pool : TermKind::Group;
    child.key = column.key();
    child.value = result.means.back();
    child.weight = column.weight;
    child.n = column.n;
    if (column.is_self()) child.left_out = LeftOut::SelfView;
  }
  for (const std::string& group : result.columns.left_out) {
    Term& child = result.others.children.emplace_back();
    child.kind = TermKind::Group;
    child.key = group;
    child.value = undefined(Undefined::BelowMinimum);
    child.weight = policy.weight_of(group);
    child.left_out = LeftOut::BelowMinimum;
  }
  apply_weighted_mean(result.others);
  return result;
}

}  // namespace fullcircle::rating

#include "rating/rating_design.h"

#include <algorithm>
#include <numeric>

#include "model/sorting.h"

namespace fullcircle::rating {

namespace {

std::size_t find_root_of(std::vector<std::size_t>& parent, std::size_t node) {
  while (parent[node] != node) node = parent[node] = parent[parent[node]];
  return node;
}

DesignSide side_of(std::vector<std::pair<std::size_t, std::size_t>> pairs, std::size_t levels) {
  sort_stably(pairs);
  DesignSide side{std::vector<double>(levels), std::vector<std::vector<DesignCell>>(levels)};
  for (const auto& [level, other] : pairs) {
    ++side.counts[level];
    auto& cells = side.cells[level];
    if (cells.empty() || cells.back().other != other) cells.push_back({other, 0});
    ++cells.back().count;
  }
  return side;
}

}  // namespace

RatingDesign compute_design(const std::vector<Rating>& ratings, std::size_t ratee_count, std::size_t rater_count) {
  std::vector<std::pair<std::size_t, std::size_t>> by_ratee, by_rater;
  std::vector<std::size_t> parent(ratee_count + rater_count);
  std::iota(parent.begin(), parent.end(), std::size_t{0});
  for (const Rating& rating : ratings) {
    by_ratee.emplace_back(rating.ratee, rating.rater);
    by_rater.emplace_back(rating.rater, rating.ratee);
    parent[find_root_of(parent, ratee_count + rating.rater)] = find_root_of(parent, rating.ratee);
  }
  RatingDesign design;
  design.ratees = side_of(std::move(by_ratee), ratee_count);
  design.raters = side_of(std::move(by_rater), rater_count);
  std::vector<std::size_t> number(parent.size(), parent.size());
  const auto component_of = [&](std::size_t node) {
    std::size_t& of_root = number[find_root_of(parent, node)];
    if (of_root == parent.size()) of_root = design.component_count++;
    return of_root;
  };
  for (std::size_t i = 0; i < ratee_count; ++i) design.ratee_component.push_back(component_of(i));
  for (std::size_t j = 0; j < rater_count; ++j) design.rater_component.push_back(component_of(ratee_count + j));
  return design;
}

}  // namespace fullcircle::rating

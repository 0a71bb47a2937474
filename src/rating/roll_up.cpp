#include "rating/roll_up.h"

#include <algorithm>

namespace fullcircle::rating {

namespace {

double cut(double score, std::optional<double> cap) { return cap ? std::clamp(score, 0.0, *cap) : score; }

Figure score_from_parts(const RollUpNode& node, const std::vector<Figure>& scores, std::optional<double> cap) {
  double sum = 0;
  double total = 0;
  if (node.children.empty()) {
    if (!node.own) return undefined(Undefined::NoData);
    return cut(*node.own, cap);
  }
  if (node.own) {
    sum += node.own_weight * cut(*node.own, cap);
    total += node.own_weight;
  }
  for (const RollUpLink& link : node.children) {
    if (!scores[link.child]) continue;
    sum += link.weight * *scores[link.child];
    total += link.weight;
  }
  if (total <= 0) return undefined(Undefined::NoData);
  return sum / total;
}

}  // namespace

std::vector<Figure> compute_roll_up(const std::vector<RollUpNode>& nodes, std::optional<double> cap) {
  // Kahn 1962 from the leaves up: a node is ready when all its children are. What never becomes ready is on a cycle or
  // above one.
  std::vector<Figure> scores(nodes.size(), undefined(Undefined::Cycle));
  std::vector<std::vector<std::size_t>> parents(nodes.size());
  std::vector<std::size_t> waiting(nodes.size());
  std::vector<std::size_t> ready;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    waiting[i] = nodes[i].children.size();
    for (const RollUpLink& link : nodes[i].children) parents[link.child].push_back(i);
    if (waiting[i] == 0) ready.push_back(i);
  }
  while (!ready.empty()) {
    const std::size_t node = ready.back();
    ready.pop_back();
    scores[node] = score_from_parts(nodes[node], scores, cap);
    for (std::size_t parent : parents[node]) {
      if (--waiting[parent] == 0) ready.push_back(parent);
    }
  }
  return scores;
}

Term explain_roll_up(const std::vector<RollUpNode>& nodes, const std::vector<Figure>& scores, std::size_t node,
                     std::optional<double> cap, int depth) {
  Term term;
  term.kind = TermKind::Goal;
  term.key = nodes[node].id;
  term.value = scores[node];
  if (depth <= 0 || nodes[node].children.empty() || !scores[node]) return term;
  term.rule = TermRule::WeightedMean;
  if (nodes[node].own) {
    Term& own = term.children.emplace_back();
    own.kind = TermKind::Attainment;
    own.key = nodes[node].id;
    own.value = cut(*nodes[node].own, cap);
    own.weight = nodes[node].own_weight;
  }
  for (const RollUpLink& link : nodes[node].children) {
    term.children.push_back(explain_roll_up(nodes, scores, link.child, cap, depth - 1));
    term.children.back().weight = link.weight;
  }
  apply_weighted_mean(term);
  return term;
}

}  // namespace fullcircle::rating

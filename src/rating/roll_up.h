// Goals rolled up to their parents over a graph in which a goal may support several others.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rating/term.h"

namespace fullcircle::rating {

struct RollUpLink {
  std::size_t child = 0;  ///< index into the nodes
  double weight = 1;      ///< 0 or more
};

/// A goal: its own result (for a leaf that is its score) and the goals below it.
struct RollUpNode {
  std::string id;
  std::optional<double> own;
  double own_weight = 1;
  std::vector<RollUpLink> children;
};

/// Score of every node, in the order of `nodes`: the weighted mean of its own result and of the children that have a score.
///
/// In:     `cap`: own results are cut to 0..cap first; without one they are not cut.
/// Out:    Cycle on a cycle and above it; NoData where nothing below has a score.
/// Example: parent of {60 % @ 1, own 30 % @ 2} -> 40 %
std::vector<Figure> compute_roll_up(const std::vector<RollUpNode>& nodes, std::optional<double> cap);

/// The tree of one node: own result and children, each child once per parent, as deep as `depth`.
Term explain_roll_up(const std::vector<RollUpNode>& nodes, const std::vector<Figure>& scores, std::size_t node,
                     std::optional<double> cap, int depth = 1);

}  // namespace fullcircle::rating

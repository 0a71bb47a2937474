// Which rater groups may be shown, which only together, and which not at all, so that nothing shown gives a hidden
// group away by subtraction.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "rating/term.h"

namespace fullcircle::rating {

/// The group of a person's own answers: always shown by itself, never part of the others.
inline constexpr const char* kSelfGroup = "self";

struct AnonymityPolicy {
  int min_raters = 3;
  std::set<std::string> identified{"self", "manager"};  ///< shown from one rater on; self is always one of them
  std::map<std::string, double> weights;                ///< by group, 0 or more; a group that is not named has 1

  bool is_identified(const std::string& group) const;
  double weight_of(const std::string& group) const;
};

/// One or more rater groups that are shown as one.
struct RaterColumn {
  std::vector<std::string> groups;  ///< one, or the members of a pool in alphabetical order
  bool identified = false;
  int n = 0;          ///< raters
  double weight = 0;  ///< of a pool: the sum of its members' weights

  bool is_pool() const { return groups.size() > 1; }
  bool is_self() const { return groups.size() == 1 && groups[0] == kSelfGroup; }
  std::string key() const;  ///< the groups joined with '+'
};

struct RaterColumns {
  std::vector<RaterColumn> shown;   ///< alphabetical by key
  std::vector<std::string> left_out;  ///< groups whose answers must appear in no number at all
};

/// Forms the columns from the number of raters in each group; groups without any appear nowhere.
///
/// Groups that are not identified and are below the minimum form one pool. While that is below the minimum, the smallest
/// shown group that is not identified joins it (of equals the alphabetically first). A pool that cannot reach the minimum
/// is left out of everything. Every column that is not identified therefore has at least `min_raters` raters, and no two
/// columns share one, which is why no sum or mean of columns can be taken apart further.
RaterColumns compute_rater_columns(const std::map<std::string, int>& raters_by_group, const AnonymityPolicy& policy);

/// The ratings of one question (or one score per rater), by group.
using GroupRatings = std::map<std::string, std::vector<double>>;

struct GroupResult {
  RaterColumns columns;
  std::vector<Figure> means;  ///< parallel to columns.shown: mean of all ratings in the column
  Term others;                ///< weighted mean over the columns except self: one child for each, self and hidden ones left out
};

/// Means by column and the others' weighted mean.
///
/// Out:    others: BelowMinimum if all there was had to be left out, NoData if there was nothing.
GroupResult compute_group_result(const GroupRatings& ratings, const AnonymityPolicy& policy);

}  // namespace fullcircle::rating

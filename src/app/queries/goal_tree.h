// Which goals a list shows, and in which order: as a tree of what supports what, as a plain list, or by person.
#pragma once

#include <functional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "app/memo.h"
#include "app/queries/goal_status.h"

namespace fullcircle {

/// The status of each goal, computed when it is first asked for and kept until the document or the day changes.
class GoalStatuses {
 public:
  /// The answer stays valid until the document or the day changes.
  const GoalStatus& of(const ModelView& view, const Goal& goal);

 private:
  SeenState seen_;
  std::unordered_map<Id<Goal>, GoalStatus> known_;
};

struct GoalFilter {
  Id<ReviewCycle> cycle;        ///< none: of all cycles; a goal of no cycle belongs to each
  Id<Person> owner;             ///< none: everybody
  std::string text;             ///< every word must be in the title or the owner's name
  bool needs_attention = false; ///< only at risk, off track or missed
  bool with_dropped = false;

  /// Whether goals are left out for another reason than their cycle.
  bool narrows() const { return owner || !text.empty() || needs_attention; }
  bool operator==(const GoalFilter&) const = default;
};

enum class GoalArrangement : std::uint8_t { tree, list, by_person };
enum class GoalOrder : std::uint8_t { title, owner, weight, progress, due };

struct GoalQuestion {
  GoalArrangement arrangement = GoalArrangement::tree;
  GoalFilter filter;
  GoalOrder order = GoalOrder::due;  ///< of a list
  bool is_descending = false;
  std::unordered_set<RecordId> folded;  ///< goals, and people by person, whose rows below are hidden
  bool operator==(const GoalQuestion&) const = default;
};

/// A row: a goal, or the head of a person's goals.
struct GoalRow {
  const Goal* goal = nullptr;      ///< nullptr on the head of a person
  Id<Person> person;               ///< the owner
  int level = 0;
  bool has_children = false;
  bool is_folded = false;
  bool is_context = false;         ///< does not match itself, something below it does
  double weight_sum_percent = 0;   ///< on the head of a person
  int goal_count = 0;              ///< on the head of a person

  RecordId key() const { return goal ? RecordId(goal->id) : RecordId(person); }
};

using SearchKey = std::function<std::string(std::string_view)>;

/// The rows from top to bottom. A goal whose parent is not there, or that supports itself in the end, stands at the top; every goal is there once.
/// In a tree and by person siblings are sorted as listed; a narrowed tree is unfolded.
/// In: `search_key` makes texts comparable (case, accents).
std::vector<GoalRow> arrange_goals(const ModelView& view, GoalStatuses& statuses, const GoalQuestion& question, const SearchKey& search_key);

/// The order of siblings: organisation, units, people; the heaviest first; of equal weight the one written down first.
void sort_as_listed(const ModelView& view, std::vector<const Goal*>& goals);

/// Goals that `goal` may support without supporting itself: not itself and nothing below it; none that was dropped.
/// Organisation first, then units, then people, each by title.
std::vector<const Goal*> possible_parents(const ModelView& view, const Goal& goal);

}  // namespace fullcircle

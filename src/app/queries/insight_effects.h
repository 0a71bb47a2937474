// What changed after development actions: the same people's ratings in the cycle before and after. Never a cause by itself.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/queries/insight_departments.h"
#include "app/queries/insight_facts.h"
#include "rating/paired_effect.h"

namespace fullcircle {

struct ActionChange {
  std::optional<ActionKind> kind;  ///< of all actions of a kind; else of one action
  std::string title;               ///< of one action, agreed with several people
  int people = 0;                  ///< with a rating before and after
  int without = 0;                 ///< who did it but lack one of the two
  bool is_hidden = false;          ///< fewer people than may be shown
  rating::PairedEffect effect;
  double before = 0, after = 0;    ///< means
  double team_before = 0;          ///< mean of everybody rated on the same criteria in the same cycles
  bool was_low = false;            ///< those chosen were clearly below the team at first: part of a rise is to be expected
};

struct ActionChanges {
  std::vector<ActionChange> kinds;   ///< in the order of ActionKind, those with an action done
  std::vector<ActionChange> single;  ///< by title, the most people first
};

/// All rows as a table lists them. A chart draws the first ones, so that its rows are those of the table.
struct ChangesInOrder {
  std::vector<const ActionChange*> all;
  std::size_t drawn = 0;  ///< have a mean with its interval: kinds, then the most common titles
};
/// In: outlives the result.
ChangesInOrder order_changes(const ActionChanges& changes);

/// Each person counts once per row: the mean over the competencies their actions were about; actions about none are measured
/// by all the others' ratings. Before is the last cycle measured up to the day the action was done, after the next one.
ActionChanges compute_action_changes(const ModelView& view, const InsightFacts& facts, const Departments& departments);

}  // namespace fullcircle

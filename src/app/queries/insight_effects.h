// What changed after development actions: the same people's ratings in the cycle before and after, beside those of people without such
// an action. Never a cause by itself.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/queries/insight_departments.h"
#include "app/queries/insight_facts.h"
#include "rating/group_difference.h"
#include "rating/paired_effect.h"

namespace fullcircle {

/// The changes of people with an action, and of people who did nothing of the kind between the same two cycles.
struct ActionComparison {
  int with = 0, without = 0;         ///< people
  bool is_known = false;             ///< enough of both
  rating::Moments with_change, without_change;
  double with_before = 0, without_before = 0;  ///< means
  rating::GroupDifference effect;    ///< of the changes, with - without
  bool was_lower = false;            ///< those with it were clearly below the others at first: part of the difference is to be expected
};

struct ActionChange {
  std::optional<ActionKind> kind;  ///< of all actions of a kind; else of one action or programme
  std::string title;               ///< of one action or programme, agreed with several people
  int people = 0;                  ///< with a rating before and after
  int without = 0;                 ///< who did it but lack one of the two
  bool is_hidden = false;          ///< fewer people than may be shown
  rating::PairedEffect effect;
  double before = 0, after = 0;    ///< means
  double team_before = 0;          ///< mean of everybody rated on the same criteria in the same cycles
  bool was_low = false;            ///< those chosen were clearly below the team at first: part of a rise is to be expected
  ActionComparison comparison;
};

struct ActionChanges {
  std::vector<ActionChange> kinds;   ///< in the order of ActionKind, those with an action done
  std::vector<ActionChange> single;  ///< by title, the most people first
};

/// Each alone: the change before and after, or the difference to people without.
enum class ChangesShown : std::uint8_t { before_after, compared };

/// All rows as a table lists them. A chart draws the first ones, so that its rows are those of the table.
struct ChangesInOrder {
  std::vector<const ActionChange*> all;
  std::size_t drawn = 0;  ///< have a mean with its interval: kinds, then the most common titles
};
/// In: outlives the result.
ChangesInOrder order_changes(const ActionChanges& changes, ChangesShown shown = ChangesShown::before_after);

/// Fewer in either group compare with nothing, whatever the rules of the cycle would show.
inline constexpr int kLeastToCompare = 3;

/// Each person counts once per row: the mean over the competencies their actions were about; actions about none are measured
/// by all the others' ratings. Before is the last cycle measured up to the day the action was done, after the next one.
/// Titles that differ in case or spaces only are one programme.
ActionChanges compute_action_changes(const ModelView& view, const InsightFacts& facts, const Departments& departments);

}  // namespace fullcircle

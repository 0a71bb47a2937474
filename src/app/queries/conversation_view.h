// Conversations: where each one stands and what comes next, and the facts that lie on the table.
#pragma once

#include <string>
#include <vector>

#include "app/commands/sign_off.h"
#include "app/queries/goal_status.h"

namespace fullcircle {

enum class TalkState : std::uint8_t {
  open,         ///< no date yet
  planned,      ///< a date ahead
  held,         ///< the date is past or points are checked off; nobody has signed
  signed_one,   ///< one side has signed what stands
  signed_both,
  amended,      ///< changed after a signature: both sign again
};
TalkState compute_talk_state(const ModelView& view, const Review& review);

struct TalkRow {
  const Review* review = nullptr;
  TalkState state = TalkState::open;
  Id<Person> signer;  ///< signed_one: who has signed; amended: who signed before the change
};
TalkRow compute_talk_row(const ModelView& view, const Review& review);

/// One row per participant of the cycle: what is still to do first, by date; then by name.
std::vector<TalkRow> compute_talk_rows(const ModelView& view, Id<ReviewCycle> cycle);

/// Minutes of the points that are checked off, and of all.
struct TalkMinutes {
  int done = 0, planned = 0;
};
TalkMinutes compute_talk_minutes(const Review& review);

/// Own view against that of the others, as text of one decimal.
struct TalkGap {
  std::string name;
  double self = 0, others = 0;
};

struct LastAgreed {
  std::string text;
  bool is_done = false;  ///< the goal or the plan's action it became is done
};

struct TalkFacts {
  std::vector<const Goal*> goals;
  std::vector<TalkGap> gaps;       ///< the widest first; from the released result, else (for the lead) as computed now
  std::vector<LastAgreed> last;    ///< of the cycle before
  std::optional<Day> last_day;     ///< of that conversation
};
TalkFacts compute_talk_facts(const ModelView& view, const Review& review, std::size_t most_gaps = 3);

}  // namespace fullcircle

// Starting and running a review cycle.
#pragma once

#include <vector>

#include "app/model_view.h"
#include "store/edit.h"

namespace fullcircle {

/// Six stages spread over the time between the two days, feedback being the longest, each from the day after the one before.
std::vector<CycleStage> plan_stages(Day start, Day end);

/// A new cycle as the set-up shows it first: this season's name is the caller's; six weeks from `today`, the workspace's rules.
ReviewCycle draft_cycle(const ModelView& view, Id<ReviewCycle> id, Id<ReviewForm> form);

/// One nominated rater of one participant.
struct RaterChoice {
  Id<Person> subject;
  Id<Person> rater;
  RaterGroup group = RaterGroup::peer;
  auto operator<=>(const RaterChoice&) const = default;
};

/// Who is usually asked: the manager, up to `most_peers` colleagues of the same manager, all reports. Nobody rates themselves here.
std::vector<RaterChoice> suggest_raters(const ModelView& view, Id<Person> subject, int most_peers = 4);

/// Raters of a group that is anonymous and would stay below the minimum even if all of them answered.
bool is_group_too_small(const RatingRules& rules, RaterGroup group, int raters);

/// Everything a start changes, as one step: the cycle opens, each participant gets a review with an agenda and a request for the own
/// view, each rater a request.
/// `new_token` draws 32 hex digits for a request.
Edit start_cycle(const ModelView& view, ReviewCycle cycle, const std::vector<Id<Person>>& participants, const std::vector<RaterChoice>& raters,
                 const std::vector<AgendaPoint>& agenda, const IdSource& new_id, const std::function<std::string()>& new_token);

/// A participant who joins after the start.
void add_participant(Edit& edit, const ModelView& view, const ReviewCycle& cycle, Id<Person> person, const std::vector<AgendaPoint>& agenda,
                     const IdSource& new_id);

/// A request to one more rater, due on `due` or else with the feedback stage (the own view: with the self-review); asking the same person again about the same subject
/// gives the existing one back to life instead.
void add_request(Edit& edit, const ModelView& view, const ReviewCycle& cycle, const RaterChoice& choice, const IdSource& new_id,
                 const std::function<std::string()>& new_token, std::optional<Day> due = {});

/// Other dates for a cycle that runs. Requests that were due with their stage, and are not answered, move along with it.
void change_dates(Edit& edit, const ModelView& view, const ReviewCycle& before, ReviewCycle after);

/// How two people stand to each other: manager, report, customer (from outside), peer (same manager), else another team.
RaterGroup usual_group(const ModelView& view, Id<Person> subject, Id<Person> rater);

/// The form after an edit of its questions: its version rises once a request with it was exported.
void save_form(Edit& edit, const ModelView& view, const ReviewForm& before, ReviewForm after);

}  // namespace fullcircle

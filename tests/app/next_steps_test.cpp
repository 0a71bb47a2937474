#include "app/queries/next_steps.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "app/commands/conversation_commands.h"
#include "app/commands/cycle_commands.h"
#include "app/commands/goal_steps.h"
#include "app/commands/release_result.h"
#include "app/commands/sign_off.h"
#include "app/files/small_team.h"

using namespace fullcircle;

namespace {

/// The small team, step by step; Bo leads it and is at the device.
struct Steps : SmallTeam {
  ModelView view{document};
  Id<Review> review = nth<Review>(60);
  Id<Goal> goal = nth<Goal>(40);
  std::uint64_t last_id = 500;
  IdSource new_id = [this] { return RecordId{++last_id, 1}; };

  Steps() {
    view.me = bo;
    view.today = *parse_day("2025-11-20");
    view.now = Instant{kTeamStart};
  }
  void add_review() {
    Edit edit("edit.test");
    edit.create(Review{.id = review, .cycle = cycle, .person = ada, .manager = bo});
    apply(edit);
  }
  void add_goal() {
    Edit edit("edit.test");
    edit.create(Goal{.id = goal, .title = "Ship", .owner = ada});
    apply(edit);
  }
  void set_requests(RequestState state) {
    for (const auto id : {from_ada, from_bo, from_cy})
      change<FeedbackRequest>(id, [&](auto& one) {
        one.state = state;
        if (state != RequestState::approved) one.exported_at = Instant{kTeamStart};
      });
  }
  std::vector<StepKind> kinds() const {
    std::vector<StepKind> found;
    for (const NextStep& step : compute_next_steps(view)) found.push_back(step.kind);
    return found;
  }
  NextStep step(StepKind kind) const {
    for (const NextStep& one : compute_next_steps(view))
      if (one.kind == kind) return one;
    FAIL(to_name(kind));
    return {};
  }
  bool has(StepKind kind) const { return std::ranges::contains(kinds(), kind); }
};

}  // namespace

TEST_CASE("a team of one is told to add people, and nothing about goals yet") {
  Steps team;
  Edit edit("edit.test");
  for (const auto id : {team.ada, team.cy, team.di}) edit.erase(id);
  edit.erase(team.cycle);
  team.apply(edit);
  CHECK(team.kinds() == std::vector{StepKind::add_people, StepKind::set_up_review});
}

TEST_CASE("a team without goals and without a review is told to begin both") {
  Steps team;
  Edit edit("edit.test");
  edit.erase(team.cycle);
  team.apply(edit);
  CHECK(team.kinds() == std::vector{StepKind::set_goals, StepKind::set_up_review});
}

TEST_CASE("a goal waits for the lead first, then for its owner, then for nobody") {
  Steps team;
  team.add_goal();
  CHECK(team.step(StepKind::agree_goals).record == RecordId(team.goal));
  team.apply(agree_goal(team.view, team.get(team.goal), team.bo));
  CHECK_FALSE(team.has(StepKind::agree_goals));
  CHECK(team.step(StepKind::owner_agrees).person == team.ada);
  team.apply(agree_goal(team.view, team.get(team.goal), team.ada));
  CHECK_FALSE(team.has(StepKind::owner_agrees));
}

TEST_CASE("requests are exported, then awaited; the lead's own is neither") {
  Steps team;
  team.add_review();
  CHECK(team.step(StepKind::export_requests).count == 2);
  CHECK(team.step(StepKind::export_requests).is_pressing);
  team.set_requests(RequestState::exported);
  CHECK_FALSE(team.has(StepKind::export_requests));
  CHECK(team.step(StepKind::collect_answers).count == 2);
  CHECK(team.step(StepKind::collect_answers).due_day == parse_day("2025-11-30"));
  CHECK_FALSE(team.has(StepKind::release_result));
}

TEST_CASE("a result is released when no answer is out, or when the time to answer is over") {
  Steps team;
  team.add_review();
  team.set_requests(RequestState::received);
  CHECK(team.step(StepKind::release_result).record == RecordId(team.review));
  team.change<FeedbackRequest>(team.from_cy, [](auto& request) { request.state = RequestState::exported; });
  CHECK_FALSE(team.has(StepKind::release_result));
  team.view.today = *parse_day("2025-12-01");
  CHECK(team.has(StepKind::release_result));
}

TEST_CASE("after the release come the conversation, the other side's signature and the plan") {
  Steps team;
  team.add_review();
  team.set_requests(RequestState::received);
  team.apply(release_result(team.view, team.get(team.review)));
  CHECK(team.has(StepKind::hold_conversation));
  CHECK_FALSE(team.has(StepKind::person_signs));
  team.apply(sign_review(team.view, team.get(team.review), team.bo, Verdict::agree, {}));
  CHECK_FALSE(team.has(StepKind::hold_conversation));
  CHECK(team.step(StepKind::person_signs).person == team.ada);
  team.apply(sign_review(team.view, team.get(team.review), team.ada, Verdict::agree, {}));
  CHECK_FALSE(team.has(StepKind::person_signs));
  CHECK(team.has(StepKind::start_plan));
  Edit edit("edit.test");
  edit.create(DevelopmentPlan{.id = nth<DevelopmentPlan>(70), .person = team.ada, .cycle = team.cycle});
  team.apply(edit);
  CHECK(team.step(StepKind::agree_plan).record == RecordId(nth<DevelopmentPlan>(70)));
  CHECK_FALSE(team.has(StepKind::close_review));
  team.change<DevelopmentPlan>(nth<DevelopmentPlan>(70), [&](auto& plan) { plan.agreed_day = team.view.today; });
  CHECK(team.kinds() == std::vector{StepKind::set_goals, StepKind::close_review});
}

TEST_CASE("a member is told of their own part alone, and that their file goes back") {
  Steps team;
  team.add_review();
  team.add_goal();
  team.view.me = team.ada;
  CHECK(team.kinds() == std::vector{StepKind::agree_goals, StepKind::write_self_review, StepKind::give_file_back});
  team.apply(release_result(team.view, team.get(team.review)));
  CHECK(team.has(StepKind::sign_result));
  team.apply(sign_review(team.view, team.get(team.review), team.ada, Verdict::agree, {}));
  CHECK_FALSE(team.has(StepKind::sign_result));
  team.view.me = team.cy;
  CHECK(team.kinds() == std::vector{StepKind::give_file_back});
}

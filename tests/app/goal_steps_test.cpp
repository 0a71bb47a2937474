#include "app/commands/goal_steps.h"

#include <doctest/doctest.h>

using namespace fullcircle;

namespace {

struct Team {
  Document document;
  StampClock clock{1, [] { return Instant{1}; }};
  ModelView view{document};
  Id<Person> lead{RecordId{1, 1}}, manager{RecordId{2, 1}}, member{RecordId{3, 1}};
  Id<Goal> goal{RecordId{9, 1}};

  Team() {
    view.today = to_day({2026, 11, 19});
    view.now = {1'000};
    Edit edit;
    Workspace workspace;
    workspace.id = Id<Workspace>(RecordId{4, 1});
    workspace.lead = lead;
    edit.create(workspace);
    for (const auto& [id, boss] : {std::pair{lead, Id<Person>()}, {manager, lead}, {member, manager}}) {
      Person person;
      person.id = id;
      person.manager = boss;
      edit.create(person);
    }
    Goal draft;
    draft.id = goal;
    draft.owner = member;
    edit.create(draft);
    apply(document, clock, edit);
  }
  const Goal& now() const { return *view.find(goal); }
  void take(const Edit& edit) { apply(document, clock, edit); }
};

}  // namespace

TEST_CASE("a goal is agreed once its owner and the owner's manager have both said yes") {
  Team team;
  team.take(agree_goal(team.view, team.now(), team.member));
  CHECK(team.now().state == GoalState::proposed);
  CHECK(team.now().owner_agreed_at);
  CHECK(!may_agree(team.view, team.now(), team.member));
  CHECK(may_agree(team.view, team.now(), team.manager));
  team.take(agree_goal(team.view, team.now(), team.manager));
  CHECK(team.now().state == GoalState::agreed);
}

TEST_CASE("the lead may agree in the manager's place, a stranger may not") {
  Team team;
  CHECK(may_agree(team.view, team.now(), team.lead));
  const Id<Person> stranger{RecordId{8, 8}};
  CHECK(!may_agree(team.view, team.now(), stranger));
  CHECK(agree_goal(team.view, team.now(), stranger).empty());
  CHECK(!may_agree(team.view, team.now(), Id<Person>()));
}

TEST_CASE("proposing a draft says yes for the proposer's own side") {
  Team team;
  team.take(propose_goal(team.view, team.now(), team.manager));
  CHECK(team.now().state == GoalState::proposed);
  CHECK(team.now().manager_agreed_at);
  CHECK(!team.now().owner_agreed_at);
  CHECK(propose_goal(team.view, team.now(), team.manager).empty());
}

TEST_CASE("a person without a manager needs only their own yes, a goal of nobody only the lead's") {
  Team team;
  Goal own = team.now();
  own.owner = team.lead;
  CHECK(!agreement_of(team.view, own).manager);
  own.owner_agreed_at = team.view.now;
  CHECK(agreement_of(team.view, own).is_complete());
  Goal nobodys = team.now();
  nobodys.owner = {};
  CHECK(may_agree(team.view, nobodys, team.lead));
  CHECK(!may_agree(team.view, nobodys, team.manager));
}

TEST_CASE("a second value of a day replaces the first and keeps both notes") {
  Team team;
  ProgressPoint point;
  point.id = Id<ProgressPoint>(RecordId{20, 1});
  point.goal = team.goal;
  point.day = team.view.today;
  point.value = 3;
  point.note = "first";
  team.take(log_progress(team.view, point));
  point.id = Id<ProgressPoint>(RecordId{21, 1});
  point.value = 4;
  point.note = "second";
  team.take(log_progress(team.view, point));
  REQUIRE(team.view.points_of(team.goal).size() == 1);
  CHECK(team.view.points_of(team.goal)[0]->value == 4);
  CHECK(team.view.points_of(team.goal)[0]->note == "first\nsecond");
  SUBCASE("a remark without a value is an entry of its own") {
    point.id = Id<ProgressPoint>(RecordId{22, 1});
    point.value.reset();
    team.take(log_progress(team.view, point));
    CHECK(team.view.points_of(team.goal).size() == 2);
  }
  SUBCASE("deleting the goal deletes its log") {
    team.take(delete_goal(team.view, team.now()));
    CHECK(team.view.table<Goal>().empty());
    CHECK(team.view.table<ProgressPoint>().empty());
  }
}

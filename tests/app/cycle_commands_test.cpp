#include "app/commands/cycle_commands.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "app/commands/cycle_check.h"
#include "app/queries/cycle_progress.h"
#include "app/queries/goal_status.h"
#include "app/sample/sample_workspace.h"

using namespace fullcircle;

namespace {

const Day kToday = to_day({2026, 11, 19});

struct Team {
  Document document = build_sample_workspace({.today = kToday, .now = {kToday.number * 86'400'000LL}, .workspace = {}});
  ModelView view{document};
  std::uint64_t last_id = 0;
  IdSource new_id = [this] { return RecordId{++last_id, 7}; };
  std::function<std::string()> new_token = [this] { return std::string(31, '0') + static_cast<char>('0' + ++last_id % 10); };
  StampClock clock{0xA1, [] { return Instant{kToday.number * 86'400'000LL + 1}; }};

  Team() { view.today = kToday; }
  Id<Person> person(std::string_view name) const {
    for (const Person& person : document.table<Person>().alive())
      if (person.name == name) return person.id;
    FAIL(name);
    return {};
  }
  const ReviewForm& form() const { return *view.find(view.current_cycle()->form); }
};

}  // namespace

TEST_CASE("two people stand to each other as managers, peers and reports do") {
  Team team;
  const auto mara = team.person("Mara"), oskar = team.person("Oskar");
  const auto manager = team.view.find(mara)->manager;
  CHECK(usual_group(team.view, mara, manager) == RaterGroup::manager);
  CHECK(usual_group(team.view, manager, mara) == RaterGroup::report);
  CHECK(usual_group(team.view, mara, oskar) == RaterGroup::report);
  CHECK(usual_group(team.view, mara, mara) == RaterGroup::self);
  for (const Person* other : team.view.reports_of(manager))
    if (other->id != mara) CHECK(usual_group(team.view, mara, other->id) == RaterGroup::peer);
}

TEST_CASE("a review starts only with a name, a form, people, dates in order and weights") {
  Team team;
  ReviewCycle cycle = draft_cycle(team.view, Id<ReviewCycle>(team.new_id()), team.form().id);
  cycle.name = "Autumn";
  CHECK(check_cycle(cycle, 1).empty());
  CHECK(check_cycle(cycle, 0) == std::vector<std::string_view>{"cycle.no_participants"});
  ReviewCycle unnamed = cycle;
  unnamed.name = "  ";
  CHECK(check_cycle(unnamed, 1) == std::vector<std::string_view>{"cycle.name_missing"});
  ReviewCycle backward = cycle;
  backward.stages[0].due_day = *backward.stages[0].start_day - 1;
  CHECK(check_cycle(backward, 1) == std::vector<std::string_view>{"cycle.date_order"});
  ReviewCycle endless = cycle;
  endless.stages[2].due_day.reset();
  CHECK(check_cycle(endless, 1) == std::vector<std::string_view>{"cycle.stage_needs_dates"});
  ReviewCycle weightless = cycle;
  for (PartWeight& part : weightless.rules.part_weights) part.weight_percent = 0;
  CHECK(check_cycle(weightless, 1) == std::vector<std::string_view>{"cycle.weights_zero"});
}

TEST_CASE("questions changed after an export make a new version of the form; before it they do not") {
  Team team;
  ReviewForm changed = team.form();
  changed.sections.front().items.front().text = "Another question";
  Edit edit;
  save_form(edit, team.view, team.form(), changed);
  const auto version = team.form().version;
  const auto form = team.form().id;
  apply(team.document, team.clock, edit);
  CHECK(team.view.find(form)->version == version + 1);

  Edit nothing;
  save_form(nothing, team.view, team.form(), team.form());
  CHECK(nothing.empty());

  ReviewForm unused{.id = Id<ReviewForm>(team.new_id()), .name = "Unused", .intro = {}, .version = 1, .sections = changed.sections};
  Edit create;
  create.create(unused);
  apply(team.document, team.clock, create);
  ReviewForm renamed = unused;
  renamed.name = "Still unused";
  Edit rename;
  save_form(rename, team.view, unused, renamed);
  apply(team.document, team.clock, rename);
  CHECK(team.view.find(unused.id)->version == 1);
  CHECK(team.view.find(unused.id)->name == "Still unused");
}

TEST_CASE("requests due with the feedback stage move with it, unless they are answered") {
  Team team;
  const ReviewCycle before = *team.view.current_cycle();
  const auto stage = std::ranges::find(before.stages, StageKind::feedback, &CycleStage::kind);
  REQUIRE(stage != before.stages.end());
  const Day due = *stage->due_day;
  Edit same_day;
  int moving = 0;
  for (const FeedbackRequest& request : team.document.table<FeedbackRequest>().alive()) {
    if (request.cycle != before.id) continue;
    FeedbackRequest with_stage = request;
    with_stage.due_day = due;
    same_day.update(request, with_stage);
    moving += request.state != RequestState::received;
  }
  apply(team.document, team.clock, same_day);
  ReviewCycle after = before;
  for (CycleStage& one : after.stages)
    if (one.kind == StageKind::feedback) one.due_day = due + 3;
  Edit edit;
  change_dates(edit, team.view, before, after);
  apply(team.document, team.clock, edit);
  CHECK(moving > 0);
  CHECK(std::ranges::count_if(team.document.table<FeedbackRequest>().alive(), [&](const FeedbackRequest& request) { return request.due_day == due + 3; }) == moving);
  for (const FeedbackRequest& request : team.document.table<FeedbackRequest>().alive())
    if (request.cycle == before.id && request.state == RequestState::received) CHECK(request.due_day == due);
}

TEST_CASE("whoever takes part is asked for their own view, due with the self-review") {
  Team team;
  ReviewCycle cycle = draft_cycle(team.view, Id<ReviewCycle>(team.new_id()), team.form().id);
  cycle.name = "Winter";
  const auto mara = team.person("Mara"), jonas = team.person("Jonas");
  apply(team.document, team.clock, start_cycle(team.view, cycle, {mara}, {{mara, jonas, RaterGroup::peer}}, {}, team.new_id, team.new_token));
  const auto due_of = [&](StageKind kind) { return std::ranges::find(cycle.stages, kind, &CycleStage::kind)->due_day; };
  int asked = 0;
  for (const FeedbackRequest* request : team.view.requests_about(mara)) {
    if (request->cycle != cycle.id) continue;
    ++asked;
    const bool is_own = request->rater == mara;
    CHECK(is_own == (request->group == RaterGroup::self));
    CHECK(request->due_day == due_of(is_own ? StageKind::self_review : StageKind::feedback));
  }
  CHECK(asked == 2);
  CHECK(requests_to_others(team.view, mara, cycle.id).size() == 1);
  CHECK(compute_stage_share(team.view, *team.view.review(mara, cycle.id), StageKind::feedback).total == 1);
}

TEST_CASE("a goal made before the review, for no review in particular, counts in the one that runs while it does") {
  Team team;
  const auto mara = team.person("Mara");
  const ReviewCycle& cycle = *team.view.current_cycle();
  const auto before = rated_goals(team.view, mara, cycle.id).size();
  Goal goal;
  goal.id = Id<Goal>(team.new_id());
  goal.owner = mara;
  goal.state = GoalState::agreed;
  goal.start_day = kToday - 30;
  goal.due_day = kToday + 10;
  Edit edit("edit.test");
  edit.create(goal);
  apply(team.document, team.clock, edit);
  CHECK(rated_goals(team.view, mara, cycle.id).size() == before + 1);
  const auto count_with = [&](std::optional<Day> start, std::optional<Day> due) {
    Goal moved = *team.view.find(goal.id);
    moved.start_day = start;
    moved.due_day = due;
    Edit move("edit.test");
    move.update(*team.view.find(goal.id), moved);
    apply(team.document, team.clock, move);
    return rated_goals(team.view, mara, cycle.id).size() - before;
  };
  CHECK(count_with({}, {}) == 1);
  CHECK(count_with({}, *cycle.start_day - 1) == 0);
  CHECK(count_with(*cycle.end_day + 1, {}) == 0);
}

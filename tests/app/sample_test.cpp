#include "app/sample/sample_workspace.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "app/commands/sign_off.h"
#include "app/embedded_text.h"
#include "app/support/shipped_languages.h"
#include "rating/goal_attainment.h"
#include "rating/goal_forecast.h"
#include "store/history.h"
#include "store/merge.h"

using namespace fullcircle;

namespace {

const Day kToday = to_day({2026, 11, 19});

SampleOptions options_of(int people, std::uint64_t seed = 1, std::string language = "en") {
  SampleOptions options;
  options.people = people;
  options.seed = seed;
  options.today = kToday;
  options.now = {kToday.number * 86'400'000LL + 15 * 3'600'000LL};
  options.language = std::move(language);
  return options;
}

const Document& story() {
  static const Document document = build_sample_workspace(options_of(kStoryPeople));
  return document;
}

Id<Person> person_called(const Document& document, std::string_view name) {
  for (const Person& person : document.table<Person>().alive())
    if (person.name == name) return person.id;
  FAIL(name);
  return {};
}

const Goal& goal_called(const Document& document, std::string_view title) {
  for (const Goal& goal : document.table<Goal>().alive())
    if (goal.title == title) return goal;
  REQUIRE_MESSAGE(false, title);
  return *document.table<Goal>().alive().begin();
}

const ReviewCycle& open_cycle(const Document& document) {
  for (const ReviewCycle& cycle : document.table<ReviewCycle>().alive())
    if (cycle.state == CycleState::open) return cycle;
  REQUIRE(false);
  return *document.table<ReviewCycle>().alive().begin();
}

rating::GoalForecast forecast_of(const Document& document, const Goal& goal) {
  rating::ForecastInput input;
  for (const ProgressPoint& point : document.table<ProgressPoint>().alive())
    if (point.goal == goal.id && point.value) input.points.push_back({static_cast<double>(point.day.number), *point.value});
  input.due_day = goal.due_day->number;
  input.target = goal.target;
  input.direction = goal.kind == GoalKind::lower ? rating::Direction::Lower : rating::Direction::Higher;
  return rating::compute_goal_forecast(input);
}

/// Every reference of a record leads to a record that exists.
template <class Entity, class Target>
void check_reference(const Document& document, Id<Target> Entity::* member, bool may_be_none) {
  for (const Entity& entity : document.table<Entity>().alive()) {
    const auto id = entity.*member;
    if (!id)
      CHECK(may_be_none);
    else
      CHECK(document.table<Target>().find(id) != nullptr);
  }
}

void check_references(const Document& document) {
  check_reference(document, &Person::manager, true);
  check_reference(document, &Person::role, false);
  check_reference(document, &Person::unit, true);
  check_reference(document, &Unit::head, false);
  check_reference(document, &Unit::parent, true);
  check_reference(document, &Goal::owner, false);
  check_reference(document, &Goal::parent, true);
  check_reference(document, &Goal::cycle, false);
  check_reference(document, &ProgressPoint::goal, false);
  check_reference(document, &FeedbackRequest::rater, false);
  check_reference(document, &FeedbackRequest::subject, false);
  check_reference(document, &FeedbackResponse::subject, false);
  check_reference(document, &FeedbackResponse::author, true);
  check_reference(document, &FeedbackResponse::form, false);
  check_reference(document, &Review::person, false);
  check_reference(document, &Feedback::author, false);
  check_reference(document, &CheckIn::person, false);
  check_reference(document, &DevelopmentPlan::person, false);
  check_reference(document, &DevelopmentAction::plan, false);
  check_reference(document, &Workspace::lead, false);
}

}  // namespace

TEST_CASE("the story has 14 people under review and the board above them") {
  const auto& document = story();
  CHECK(document.table<Person>().size() == 15);
  CHECK(std::ranges::count_if(document.table<Person>().alive(), [](const Person& p) { return !p.is_external; }) == 14);
  const auto& cycle = open_cycle(document);
  CHECK(cycle.name == "Autumn review");
  CHECK(std::ranges::count_if(document.table<Review>().alive(), [&](const Review& r) { return r.cycle == cycle.id; }) == 14);
  CHECK(document.table<Unit>().size() == 4);
  check_references(document);
}

TEST_CASE("44 were asked: 31 have answered, 10 are waited for, 3 files are not exported yet") {
  std::map<RequestState, int> counts;
  for (const FeedbackRequest& request : story().table<FeedbackRequest>().alive()) ++counts[request.state];
  CHECK(counts[RequestState::received] == 31);
  CHECK(counts[RequestState::exported] == 10);
  CHECK(counts[RequestState::approved] == 3);
  CHECK(counts.size() == 3);
}

TEST_CASE("each received request has its answer, and only manager and self are named") {
  const auto& document = story();
  const auto& cycle = open_cycle(document);
  int anonymous = 0;
  for (const FeedbackResponse& response : document.table<FeedbackResponse>().alive()) {
    const bool is_named = response.group == RaterGroup::self || response.group == RaterGroup::manager;
    CHECK(static_cast<bool>(response.author) == is_named);
    anonymous += response.cycle == cycle.id && !is_named;
    for (const auto& answer : response.answers)
      if (answer.rating) CHECK((*answer.rating >= 1 && *answer.rating <= 5));
  }
  CHECK(anonymous == 31 - 7);  // seven managers have answered
}

TEST_CASE("the goals of the story forecast what the story says") {
  const auto& document = story();
  const auto forecast = [&](const char* title) { return forecast_of(document, goal_called(document, title)); };
  const auto tickets = forecast("Answer 90% of tickets within 4 hours");
  CHECK(tickets.forecast.value() == doctest::Approx(89).epsilon(0.01));
  CHECK(tickets.interval.value().low == doctest::Approx(84).epsilon(0.02));
  CHECK(forecast("Renew 24 key accounts").forecast.value() == doctest::Approx(19).epsilon(0.01));
  CHECK(forecast("Second source for 8 key parts").forecast.value() == doctest::Approx(5).epsilon(0.05));
  CHECK(forecast("Gross margin above 38%").forecast.value() == doctest::Approx(38).epsilon(0.01));
}

TEST_CASE("exactly two goals of people are off track") {
  const auto& document = story();
  std::set<std::string> off_track;
  for (const Goal& goal : document.table<Goal>().alive()) {
    if (goal.level != GoalLevel::person || goal.state != GoalState::agreed || !goal.target) continue;
    rating::GoalFacts facts;
    facts.measure = goal.kind == GoalKind::lower ? rating::GoalMeasure::Lower : rating::GoalMeasure::Higher;
    facts.baseline = goal.baseline;
    facts.target = goal.target;
    facts.actual = forecast_of(document, goal).forecast.value();
    if (rating::compute_attainment(facts).value() < rating::kAtRiskAttainment) off_track.insert(goal.title);
  }
  CHECK(off_track == std::set<std::string>{"Renew 24 key accounts", "Second source for 8 key parts"});
}

TEST_CASE("nothing is dated or stamped after now, and everything is created in full") {
  for (const int people : {kStoryPeople, 40}) {
    const auto options = options_of(people);
    const auto document = build_sample_workspace(options);
    for_each_kind([&]<class Entity>() {
      for (const auto& row : document.table<Entity>().rows()) {
        CHECK_FALSE(row.base.is_none());
        CHECK(row.base.instant() <= options.now);
        CHECK(row.is_alive());
      }
    });
    for (const ProgressPoint& point : document.table<ProgressPoint>().alive()) CHECK(point.day <= kToday);
    for (const FeedbackResponse& response : document.table<FeedbackResponse>().alive()) CHECK(*response.submitted_at <= options.now);
  }
}

TEST_CASE("the earlier reviews are released, and both signatures still cover them") {
  const auto& document = story();
  const auto& open = open_cycle(document);
  int closed = 0;
  for (const Review& review : document.table<Review>().alive()) {
    if (review.cycle == open.id) {
      CHECK_FALSE(review.released_at);
      CHECK_FALSE(review.person_sign_off);
      continue;
    }
    ++closed;
    REQUIRE(review.released);
    CHECK(review.released->criteria.size() == 6);
    const auto hash = content_hash(review);
    CHECK(sign_state(review.person_sign_off, hash) == SignState::valid);
    CHECK(sign_state(review.manager_sign_off, hash) == SignState::valid);
    CHECK(review.person_sign_off->signed_at > *review.released_at);
  }
  CHECK((closed > 2 * 13 && closed <= 3 * 13));  // not everybody was there in the first two
}

TEST_CASE("what was agreed in the last conversation is followed up in a plan") {
  const auto& document = story();
  std::vector<ActionState> states;
  for (const Review& review : document.table<Review>().alive())
    for (const auto& agreed : review.actions) {
      const auto* action = document.table<DevelopmentAction>().find(agreed.action);
      REQUIRE(action);
      CHECK(action->title == agreed.text);
      states.push_back(action->state);
    }
  CHECK(states == std::vector{ActionState::done, ActionState::done, ActionState::planned});
}

TEST_CASE("the same options give the same workspace, another seed another") {
  for (const int people : {kStoryPeople, 30}) {
    const auto first = build_sample_workspace(options_of(people, 7));
    CHECK(same_content(first, build_sample_workspace(options_of(people, 7))));
    CHECK_FALSE(same_content(first, build_sample_workspace(options_of(people, 8))));
  }
}

TEST_CASE("a given workspace id is kept") {
  auto options = options_of(kStoryPeople);
  options.workspace = {42, 7};
  const auto document = build_sample_workspace(options);
  CHECK(document.workspace() == options.workspace);
  CHECK(document.table<Workspace>().find(Id<Workspace>(options.workspace)) != nullptr);
}

TEST_CASE("generated workspaces are complete at every size") {
  for (const int people : {1, 2, 5, 9, 13, 15, 120}) {
    CAPTURE(people);
    const auto document = build_sample_workspace(options_of(people));
    CHECK(document.table<Person>().size() == static_cast<std::size_t>(people));
    CHECK(document.table<ReviewCycle>().size() == 4);
    CHECK(document.table<Review>().size() >= static_cast<std::size_t>(people));
    check_references(document);
    std::map<Id<Person>, std::set<Id<Person>>> raters;
    for (const FeedbackRequest& request : document.table<FeedbackRequest>().alive()) {
      CHECK(request.rater != request.subject);
      CHECK(raters[request.subject].insert(request.rater).second);
    }
    if (people > 1)
      for (const auto& [subject, asked] : raters) CHECK(asked.size() == static_cast<std::size_t>(std::min(8, people - 1)));
  }
}

TEST_CASE("larger workspaces have the promised density") {
  const auto document = build_sample_workspace(options_of(300));
  std::map<Id<Person>, int> reports, goals;
  std::map<Id<Goal>, int> points;
  for (const Person& person : document.table<Person>().alive())
    if (person.manager) ++reports[person.manager];
  for (const Goal& goal : document.table<Goal>().alive())
    if (goal.level == GoalLevel::person) ++goals[goal.owner];
  for (const ProgressPoint& point : document.table<ProgressPoint>().alive()) ++points[point.goal];
  int below_five = 0;
  for (const auto& [manager, count] : reports) {
    CHECK(count <= 9);
    below_five += count < 5;
  }
  CHECK(below_five <= 1);  // the last manager gets who is left
  CHECK(goals.size() == 300);
  for (const auto& [owner, count] : goals) CHECK(count == 5);
  for (const auto& [goal, count] : points) CHECK((count >= 8 && count <= 14));
  std::size_t items = 0;
  for (const auto& section : document.table<ReviewForm>().alive().front().sections) items += section.items.size();
  CHECK(items == 20);
}

TEST_CASE("the words of the sample exist in every language, with the same placeholders") {
  const auto english = Language::parse("en", embedded_sample_words("en"));
  const auto german = Language::parse("de", embedded_sample_words("de"));
  REQUIRE(english.has_value());
  REQUIRE(german.has_value());
  CHECK(english->keys() == german->keys());
  CHECK((embedded_sample_words("en") == test::read_project_file("assets/sample/en.json")));
  for (auto key : english->keys()) {
    CHECK_MESSAGE(english->tr(key).find('!') == std::string_view::npos, key);
    CHECK_MESSAGE((english->tr(key).find("{{") == std::string_view::npos) == (german->tr(key).find("{{") == std::string_view::npos), key);
  }
}

TEST_CASE("no text of the story or of a generated team is a missing key") {
  for (const char* language : {"en", "de"})
    for (const int people : {kStoryPeople, 25}) {
      const auto document = build_sample_workspace(options_of(people, 1, language));
      const auto check = [&](const std::string& text) { CHECK_MESSAGE(text.find("pool.") != 0, text); CHECK_FALSE(text.empty()); };
      for (const Goal& goal : document.table<Goal>().alive()) check(goal.title);
      for (const Role& role : document.table<Role>().alive()) {
        check(role.name);
        CHECK(role.name.find("role.") == std::string::npos);
      }
      for (const Feedback& feedback : document.table<Feedback>().alive()) {
        check(feedback.text);
        CHECK(feedback.text.find("feedback.") != 0);
      }
      for (const DevelopmentAction& action : document.table<DevelopmentAction>().alive()) check(action.title);
      for (const FeedbackResponse& response : document.table<FeedbackResponse>().alive())
        for (const auto& comment : response.comments) check(comment.text.empty() ? comment.situation : comment.text);
    }
  const auto german = build_sample_workspace(options_of(kStoryPeople, 1, "de"));
  CHECK(open_cycle(german).name == "Herbst-Review");
  CHECK(person_called(german, "Mara"));
}

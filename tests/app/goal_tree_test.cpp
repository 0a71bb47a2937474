#include "app/queries/goal_tree.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "app/queries/goal_status.h"
#include "app/support/sample_team.h"

using namespace fullcircle;
using namespace fullcircle::test;

namespace {

/// A document whose goals the test makes itself, and the view of it.
struct Goals {
  Document document;
  StampClock clock{1, [] { return Instant{1}; }};
  ModelView view{document};
  std::uint64_t next = 100;

  Goals() { view.today = kToday; }
  Id<Goal> add(std::string title, Id<Goal> parent = {}) {
    Goal goal;
    goal.id = Id<Goal>(RecordId{++next, 1});
    goal.title = std::move(title);
    goal.parent = parent;
    put(goal);
    return goal.id;
  }
  void put(const Goal& goal) {
    Edit edit;
    edit.create(goal);
    apply(document, clock, edit);
  }
};

std::string plain(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
  return lower;
}

std::vector<GoalRow> rows_of(const ModelView& view, const GoalQuestion& question = {}) {
  GoalStatuses statuses;
  return arrange_goals(view, statuses, question, plain);
}

std::vector<std::string> titles_of(const std::vector<GoalRow>& rows) {
  std::vector<std::string> titles;
  for (const GoalRow& row : rows) titles.push_back(std::string(static_cast<std::size_t>(row.level), ' ') + (row.goal ? row.goal->title : "-"));
  return titles;
}

}  // namespace

TEST_CASE("a tree holds every goal once, below the one it supports") {
  const Document document = sample_team();
  ModelView view(document);
  view.today = kToday;
  const auto rows = rows_of(view);
  CHECK(rows.size() == document.table<Goal>().size());
  std::set<RecordId> seen;
  std::vector<Id<Goal>> path;
  for (const GoalRow& row : rows) {
    CHECK(seen.insert(row.goal->id).second);
    path.resize(static_cast<std::size_t>(row.level));
    if (row.level > 0) CHECK(row.goal->parent == path.back());
    path.push_back(row.goal->id);
  }
  CHECK(rows[0].goal->level == GoalLevel::organisation);
}

TEST_CASE("folding a goal hides everything below it and nothing else") {
  Goals goals;
  const auto top = goals.add("top");
  const auto middle = goals.add("middle", top);
  goals.add("low", middle);
  goals.add("other");
  GoalQuestion question;
  question.folded.insert(top);
  CHECK(titles_of(rows_of(goals.view)) == std::vector<std::string>{"top", " middle", "  low", "other"});
  CHECK(titles_of(rows_of(goals.view, question)) == std::vector<std::string>{"top", "other"});
  SUBCASE("a search looks into folded goals and keeps the way to what it found") {
    question.filter.text = "LOW";
    const auto rows = rows_of(goals.view, question);
    CHECK(titles_of(rows) == std::vector<std::string>{"top", " middle", "  low"});
    CHECK(rows[0].is_context);
    CHECK(!rows[2].is_context);
  }
}

TEST_CASE("goals that support each other in a ring still show, each once") {
  Goals goals;
  const auto first = goals.add("first");
  const auto second = goals.add("second", first);
  Goal ring = *goals.view.find(first);
  ring.parent = second;
  Edit edit;
  edit.update(ring);
  apply(goals.document, goals.clock, edit);
  goals.add("hangs on it", second);
  CHECK(rows_of(goals.view).size() == 3);
}

TEST_CASE("a goal whose parent was deleted stands at the top") {
  Goals goals;
  const auto parent = goals.add("parent");
  goals.add("child", parent);
  Edit edit;
  edit.erase(parent);
  apply(goals.document, goals.clock, edit);
  CHECK(titles_of(rows_of(goals.view)) == std::vector<std::string>{"child"});
}

TEST_CASE("dropped goals show only when asked for") {
  Goals goals;
  Goal goal;
  goal.id = Id<Goal>(RecordId{7, 7});
  goal.title = "dropped";
  goal.state = GoalState::dropped;
  goals.put(goal);
  CHECK(rows_of(goals.view).empty());
  GoalQuestion question;
  question.filter.with_dropped = true;
  CHECK(rows_of(goals.view, question).size() == 1);
}

TEST_CASE("a list is sorted, and goals without a value come last either way") {
  const Document document = sample_team();
  ModelView view(document);
  view.today = kToday;
  GoalStatuses statuses;
  for (const bool is_descending : {false, true}) {
    GoalQuestion question;
    question.arrangement = GoalArrangement::list;
    question.order = GoalOrder::progress;
    question.is_descending = is_descending;
    const auto rows = rows_of(view, question);
    CHECK(rows.size() == document.table<Goal>().size());
    for (std::size_t i = 1; i < rows.size(); ++i) {
      const auto before = statuses.of(view, *rows[i - 1].goal).attainment, after = statuses.of(view, *rows[i].goal).attainment;
      if (!before) CHECK(!after);
      if (before && after) CHECK((is_descending ? *before >= *after : *before <= *after));
    }
  }
}

TEST_CASE("by person, each head counts the goals under it and adds up the weights of personal ones") {
  const Document document = sample_team();
  ModelView view(document);
  view.today = kToday;
  GoalQuestion question;
  question.arrangement = GoalArrangement::by_person;
  const auto rows = rows_of(view, question);
  const GoalRow* head = nullptr;
  int left = 0;
  std::string last_name;
  for (const GoalRow& row : rows) {
    if (row.goal) {
      --left;
      CHECK(row.person == head->person);
      continue;
    }
    CHECK(left == 0);
    head = &row;
    left = row.goal_count;
    const std::string name = plain(view.name_of(row.person));
    CHECK(last_name < name);
    last_name = name;
  }
  CHECK(left == 0);
  const auto mara = std::ranges::find_if(rows, [&](const GoalRow& row) { return !row.goal && view.name_of(row.person) == "Mara"; });
  REQUIRE(mara != rows.end());
  CHECK(mara->goal_count == 3);
  CHECK(mara->weight_sum_percent == doctest::Approx(100));
}

TEST_CASE("only what needs attention leaves just that, and the way to it") {
  const Document document = sample_team();
  ModelView view(document);
  view.today = kToday;
  GoalQuestion question;
  question.filter.needs_attention = true;
  GoalStatuses statuses;
  const auto rows = rows_of(view, question);
  CHECK(!rows.empty());
  CHECK(rows.size() < document.table<Goal>().size());
  for (const GoalRow& row : rows) CHECK(row.is_context != needs_attention(statuses.of(view, *row.goal).outlook));
}

TEST_CASE("a goal may support anything but itself and what hangs below it") {
  Goals goals;
  const auto top = goals.add("top");
  const auto middle = goals.add("middle", top);
  const auto low = goals.add("low", middle);
  const auto other = goals.add("other");
  const auto parents = possible_parents(goals.view, *goals.view.find(middle));
  std::set<RecordId> ids;
  for (const Goal* parent : parents) ids.insert(parent->id);
  CHECK(ids == std::set<RecordId>{top, other});
  CHECK(!ids.contains(low));
  SUBCASE("a new goal, which is in no table yet, may support every one") {
    Goal fresh;
    fresh.id = Id<Goal>(RecordId{1, 1});
    CHECK(possible_parents(goals.view, fresh).size() == 4);
  }
}

TEST_CASE("goals of equal weight stand in the order in which they were written down") {
  Goals goals;
  goals.add("zebra");
  goals.add("ant");
  CHECK(titles_of(rows_of(goals.view)) == std::vector<std::string>{"zebra", "ant"});
}

TEST_CASE("a goal that only sums up others has shares, and no value, interval or chance in a unit of its own") {
  const Document document = sample_team();
  const ModelView view = lead_view_of(document);
  int summed_up = 0;
  for (const Goal& goal : view.table<Goal>().alive()) {
    const GoalStatus status = compute_goal_status(view, goal);
    if (!status.is_rolled_up) continue;
    ++summed_up;
    CHECK_FALSE(status.actual.has_value());
    CHECK_FALSE(status.forecast.has_value());
    CHECK_FALSE(status.forecast_interval.has_value());
    CHECK_FALSE(status.chance.has_value());
  }
  CHECK(summed_up > 0);
}

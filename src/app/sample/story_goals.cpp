#include "app/sample/story.h"

namespace fullcircle {
namespace {

struct SeriesPoint {
  int day;
  double value;
};
using Series = std::vector<SeriesPoint>;

struct StoryGoal {
  std::string key, parent, owner;
  GoalLevel level = GoalLevel::person;
  double weight_percent = 0;
  int due_day = 29;
  GoalKind kind = GoalKind::higher;
  std::string measure;  ///< key of the unit
  std::optional<double> baseline, target;
  Series series;
  std::string unit;     ///< of a unit's goal
};

/// Values on the usual days, the last of them yesterday: fortnightly at first, then every ten days.
Series series(std::vector<double> values) {
  static constexpr int kDays[] = {-66, -57, -48, -38, -28, -18, -8, -1};
  Series out;
  const std::size_t first = std::size(kDays) - values.size();
  for (std::size_t i = 0; i < values.size(); ++i) out.push_back({kDays[first + i], values[i]});
  return out;
}

constexpr int kYearEnd = 42, kMidDecember = 29;
constexpr auto organisation = GoalLevel::organisation, unit_level = GoalLevel::unit, person = GoalLevel::person;
constexpr auto higher = GoalKind::higher, lower = GoalKind::lower;

/// As they were agreed; replay_story changes two of them on the way. The tree: two goals of the organisation, those of the units under them, those of people under these.
std::vector<StoryGoal> tree_goals() {
  return {
      {"customers", "", "lena", organisation, 50, kYearEnd},
      {"support", "customers", "david", unit_level, 50, kMidDecember, higher, "", {}, {}, {}, "support"},
      {"tickets", "support", "mara", person, 40, 22, higher, "percent", 46, 90, series({67, 68, 67, 71, 73, 78, 80, 82})},
      {"agents", "support", "mara", person, 30, kMidDecember, higher, "", 0, 2, {{-44, 0}, {-30, 0}, {-14, 1}, {-1, 1}}},
      {"reopened", "support", "mara", person, 20, kYearEnd, lower, "percent", 11, 6, series({9.3, 9.0, 8.8, 8.4, 8.2, 7.9, 7.6, 7.4})},
      {"sales", "customers", "samir", unit_level, 50, kYearEnd, higher, "", {}, {}, {}, "sales"},
      {"renew", "sales", "ines", person, 60, kYearEnd, higher, "", 0, 24, series({0, 0, 1, 3, 5, 7, 9, 11})},
      {"north", "sales", "samir", person, 40, kYearEnd, higher, "", 0, 6, series({1, 1, 2, 3, 3, 4, 5, 5})},
      {"margin", "", "lena", organisation, 50, kYearEnd, higher, "percent", 35.2, 38, series({35.9, 36.0, 36.2, 36.4, 36.6, 36.8, 37.0, 37.1})},
      {"operations", "margin", "david", unit_level, 60, kMidDecember, higher, "", {}, {}, {}, "operations"},
      {"second_source", "operations", "tom", person, 50, kMidDecember, higher, "", 0, 8, series({0, 1, 1, 2, 3})},
      {"lead_time", "operations", "tom", person, 50, kMidDecember, lower, "days", 18, 12, series({15.5, 15.2, 14.9, 14.4, 14.1, 13.7, 13.4, 13.2})},
      {"product", "margin", "elena", unit_level, 40, kMidDecember, higher, "", {}, {}, {}, "product"},
      {"self_service", "product", "jonas", person, 60, 22, higher, "percent", 0, 100, series({8, 18, 28, 38, 46, 56, 66, 73})},
      {"labels", "product", "priya", person, 40, -17, GoalKind::yes_no},
  };
}

/// What the others contribute; linked one level further down, one of them (so far) to nothing.
std::vector<StoryGoal> more_goals() {
  return {
      {"late_shift", "tickets", "oskar", person, 60, kMidDecember, higher, "percent", 50, 85, series({66, 68, 71, 73, 76, 78, 80, 82})},
      {"case_reviews", "agents", "oskar", person, 40, kMidDecember, higher, "", 0, 6, {{-45, 0}, {-31, 1}, {-24, 2}, {-17, 3}, {-10, 4}, {-3, 5}}},
      {"own_cases", "agents", "nils", person, 50, kMidDecember, higher, "", 0, 30, series({1, 4, 7, 10, 13, 16, 18, 20})},
      {"modules", "agents", "nils", person, 50, kYearEnd, higher, "", 0, 7, {{-31, 0}, {-22, 1}, {-12, 2}, {-2, 3}}},
      {"hires", "agents", "aisha", person, 60, kMidDecember, higher, "", 0, 3, series({0, 1, 1, 2, 2, 2, 2, 2})},
      {"check_ins", "", "aisha", person, 40, kMidDecember, higher, "percent", 50, 90, series({72, 74, 77, 79, 81, 83, 85, 87})},
      {"visits", "renew", "ines", person, 40, kYearEnd, higher, "", 0, 20, series({0, 0, 0, 2, 4, 6, 8, 9})},
      {"price_list", "renew", "samir", person, 60, kYearEnd, higher, "", 0, 11, {{-38, 0}, {-28, 1}, {-18, 2}, {-8, 4}, {-1, 5}}},
      {"stock", "lead_time", "david", person, 60, kMidDecember, lower, "", 520, 400, series({528, 516, 503, 490, 475, 461, 446, 436})},
      {"promises", "lead_time", "david", person, 40, kMidDecember, higher, "percent", 85, 95, series({85, 86, 87, 88, 89, 90, 91.2, 92})},
      {"contracts", "second_source", "carla", person, 60, kMidDecember, lower, "days", 10, 5, series({9, 8.6, 8, 7.5, 7, 6.4, 5.9, 5.4})},
      {"office_costs", "", "carla", person, 40, kYearEnd, lower, "", 46, 42, series({46, 45.6, 45.1, 44.5, 44, 43.4, 42.9, 42.4})},
      {"market_test", "self_service", "elena", person, 60, kMidDecember, higher, "", 0, 20, {{-18, 0}, {-12, 3}, {-6, 5}, {-1, 8}}},
      {"interviews", "self_service", "elena", person, 40, kMidDecember, higher, "", 0, 20, series({1, 3, 6, 8, 10, 13, 15, 17})},
      {"nightly_build", "self_service", "jonas", person, 40, kMidDecember, lower, "minutes", 22, 10, series({22, 21, 19.5, 18.4, 17, 15.6, 14.3, 13.2})},
      {"label_calls", "labels", "priya", person, 60, kMidDecember, lower, "", 32, 10, series({32, 28.5, 24.6, 22})},
      {"usability", "self_service", "yuki", person, 60, kMidDecember, higher, "", 0, 12, series({1, 2, 3, 4, 5, 7, 8, 9})},
      {"components", "self_service", "yuki", person, 40, kMidDecember, higher, "", 0, 40, series({8, 11, 14, 18, 21, 25, 28, 31})},
      {"forecast_error", "self_service", "ben", person, 70, kMidDecember, lower, "percent", 20, 10, series({20.4, 19.3, 18.3, 17.3, 16.2, 15.3, 14.3, 13.6})},
      {"supplier_page", "lead_time", "ben", person, 30, kMidDecember, GoalKind::milestones},
  };
}

void add_milestones(const Story& story, Goal& goal) {
  static constexpr int kDoneDays[] = {-44, -23, -5};
  for (int i = 0; i < 3; ++i) {
    Milestone milestone;
    milestone.title = story.writer.text_of("milestone.page_", i + 1);
    milestone.is_done = true;
    milestone.done_day = story.writer.day(kDoneDays[i]);
    goal.milestones.push_back(std::move(milestone));
  }
}

Goal make_goal(Story& story, const StoryGoal& entry) {
  const auto optional_text = [&](const std::string& key) { return story.writer.words.has(key) ? story.text(key) : std::string(); };
  Goal goal;
  goal.id = story.goals[entry.key] = story.writer.new_id<Goal>();
  goal.title = story.text("goal." + entry.key);
  goal.level = entry.level;
  goal.owner = story.person(entry.owner);
  if (!entry.unit.empty()) goal.unit = story.units.find(entry.unit)->second;
  if (const auto parent = story.goals.find(entry.parent); parent != story.goals.end()) goal.parent = parent->second;
  goal.cycle = story.cycle;
  goal.kind = entry.kind;
  goal.metric = optional_text("metric." + entry.key);
  if (!entry.measure.empty()) goal.measure_unit = story.text("measure." + entry.measure);
  goal.baseline = entry.baseline;
  goal.target = entry.target;
  goal.weight_percent = entry.weight_percent;
  goal.start_day = story.writer.day(kGoalsAgreedDay);
  goal.due_day = story.writer.day(entry.due_day);
  goal.state = GoalState::agreed;
  goal.scope_note = optional_text("scope." + entry.key);
  goal.source_note = optional_text("source." + entry.key);
  goal.feasibility_note = optional_text("needs." + entry.key);
  goal.relevance_note = optional_text("relevance." + entry.key);
  goal.owner_agreed_at = story.writer.at(kGoalsAgreedDay, 15, 20);
  goal.manager_agreed_at = story.writer.at(kGoalsAgreedDay, 15, 40);
  if (entry.kind == GoalKind::milestones) add_milestones(story, goal);
  if (entry.kind == GoalKind::yes_no) {
    goal.is_reached = true;
    goal.state = GoalState::done;
  }
  return goal;
}

void add_series(Story& story, const StoryGoal& entry) {
  for (std::size_t i = 0; i < entry.series.size(); ++i) {
    ProgressPoint point;
    point.id = story.writer.new_id<ProgressPoint>();
    point.goal = story.goals[entry.key];
    point.day = story.writer.day(entry.series[i].day);
    point.value = entry.series[i].value;
    point.author = story.person(entry.owner);
    const auto note = "log." + entry.key + "_" + std::to_string(i + 1);
    if (story.writer.words.has(note)) point.note = story.text(note);
    story.writer.add(std::move(point), story.writer.at(entry.series[i].day, 16, 10));
  }
}

}  // namespace

void build_story_goals(Story& story) {
  auto goals = tree_goals();
  for (auto& goal : more_goals()) goals.push_back(std::move(goal));
  int minute = 0;  // one after the other, in the order in which lists show goals of equal weight
  for (const auto& entry : goals) {
    story.writer.add(make_goal(story, entry), story.writer.at(kGoalsAgreedDay - 4, 11, minute++));
    add_series(story, entry);
  }
  ProgressPoint closed;
  closed.id = story.writer.new_id<ProgressPoint>();
  closed.goal = story.goals["labels"];
  closed.day = story.writer.day(-17);
  closed.note = story.text("log.labels_done");
  closed.author = story.person("priya");
  story.writer.add(std::move(closed), story.writer.at(-17, 17));
}

}  // namespace fullcircle

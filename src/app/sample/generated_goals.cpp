#include <cmath>

#include "app/number_text.h"
#include "app/sample/generated.h"

namespace fullcircle {
namespace {

constexpr int kGoalsPerPerson = 5;
constexpr int kFewestPoints = 8, kMostPoints = 14;
constexpr int kGoalsAgreed = -90;

struct GoalPattern {
  std::string_view key;
  GoalKind kind;
  double baseline, target;  ///< typical; each goal moves both a little
  int places;
  bool is_percent;
};

constexpr GoalPattern kPatterns[] = {
    {"cases", GoalKind::higher, 40, 65, 0, false},        {"satisfaction", GoalKind::higher, 7.2, 8.5, 1, false},
    {"errors", GoalKind::lower, 6, 2.5, 1, true},         {"delivery", GoalKind::lower, 9, 5, 1, false},
    {"revenue", GoalKind::higher, 180, 260, 0, false},    {"visits", GoalKind::higher_no_baseline, 0, 24, 0, false},
    {"cost", GoalKind::lower, 14, 11.5, 1, false},        {"training", GoalKind::higher_no_baseline, 0, 12, 0, false},
    {"returns", GoalKind::lower, 8, 5, 1, true},          {"availability", GoalKind::higher, 88, 95, 0, true},
};

double rounded(double value, int places) {
  const double factor = places == 0 ? 1 : 10;
  return std::floor(value * factor + 0.5) / factor;
}

/// Goal titles with the place of the target, and the unit of percent goals, looked up once.
class GoalTexts {
 public:
  explicit GoalTexts(const SampleWriter& writer) : writer_(writer), percent_(writer.text("measure.percent")) {}
  std::string title(const GoalPattern& pattern, double target) const {
    const auto shown = short_number_text(target, pattern.places, writer_.words.number_marks());
    return writer_.words.tr("pool.goal." + std::string(pattern.key), {{"target", shown}});
  }
  const std::string& percent() const { return percent_; }

 private:
  const SampleWriter& writer_;
  std::string percent_;
};

void add_points(Generated& sample, const GoalPattern& pattern, const Goal& goal, int due_day) {
  SampleWriter& writer = sample.writer;
  SeededRandom& random = writer.random;
  const int count = random.between(kFewestPoints, kMostPoints);
  const double start = goal.baseline.value_or(0);
  const double pace = 0.4 + 0.8 * random.share();  // share of the way that the due day will have seen
  for (int i = 0; i < count; ++i) {
    const int day = kGoalsAgreed + (i + 1) * (-kGoalsAgreed - 1) / count;
    const double way = pace * (day - kGoalsAgreed) / (due_day - kGoalsAgreed);
    ProgressPoint point;
    point.id = writer.new_id<ProgressPoint>();
    point.goal = goal.id;
    point.day = writer.day(day);
    point.value = rounded(start + (*goal.target - start) * (way + 0.04 * random.spread()), pattern.places);
    point.author = goal.owner;
    writer.add(std::move(point), writer.at(day, 16, random.between(0, 59)));
  }
}

void add_goal(Generated& sample, const GoalTexts& texts, Generated::Member& member, int number, double weight_percent) {
  SampleWriter& writer = sample.writer;
  SeededRandom& random = writer.random;
  const auto& pattern = kPatterns[static_cast<std::size_t>(number)];
  const int due_day = random.between(20, 45);
  Goal goal;
  goal.id = member.goals.emplace_back(writer.new_id<Goal>());
  goal.kind = pattern.kind;
  const double scale = 0.8 + 0.4 * random.share();
  if (pattern.kind != GoalKind::higher_no_baseline) goal.baseline = rounded(pattern.is_percent ? pattern.baseline : pattern.baseline * scale, pattern.places);
  goal.target = rounded(pattern.is_percent ? pattern.target : pattern.target * scale, pattern.places);
  goal.title = texts.title(pattern, *goal.target);
  if (pattern.is_percent) goal.measure_unit = texts.percent();
  goal.owner = member.id;
  goal.cycle = sample.cycle;
  if (!sample.unit_goals.empty()) goal.parent = sample.unit_goals[static_cast<std::size_t>(member.unit)];
  goal.weight_percent = weight_percent;
  goal.start_day = writer.day(kGoalsAgreed);
  goal.due_day = writer.day(due_day);
  goal.state = GoalState::agreed;
  goal.owner_agreed_at = writer.at(kGoalsAgreed, 14, random.between(0, 59));
  goal.manager_agreed_at = writer.at(kGoalsAgreed + 1, 9, random.between(0, 59));
  add_points(sample, pattern, goal, due_day);
  writer.add(std::move(goal), writer.at(kGoalsAgreed - 3, 11, random.between(0, 59)));
}

/// One goal of the organisation, and one of each unit under it or under the unit above.
void add_shared_goals(Generated& sample) {
  SampleWriter& writer = sample.writer;
  const auto add = [&](GoalLevel level, Id<Goal> parent, Id<Unit> unit, Id<Person> owner, std::string title) {
    Goal goal;
    goal.id = writer.new_id<Goal>();
    goal.title = std::move(title);
    goal.level = level;
    goal.parent = parent;
    goal.unit = unit;
    goal.owner = owner;
    goal.cycle = sample.cycle;
    goal.weight_percent = 100;
    goal.start_day = writer.day(kGoalsAgreed - 10);
    goal.due_day = writer.day(45);
    goal.state = GoalState::agreed;
    const auto id = goal.id;
    writer.add(std::move(goal), writer.at(kGoalsAgreed - 10, 10));
    return id;
  };
  const auto top = add(GoalLevel::organisation, {}, {}, sample.members[0].id, writer.text("pool.goal.organisation"));
  for (const auto& member : sample.members) {
    if (member.report_count == 0) continue;
    const auto number = sample.unit_goals.size();
    const auto parent = number == 0 ? top : sample.unit_goals[static_cast<std::size_t>(member.unit)];
    sample.unit_goals.push_back(add(GoalLevel::unit, parent, sample.units[number], member.id,
                                    writer.words.tr("pool.goal.unit", {{"unit", sample.unit_names[number]}})));
  }
}

}  // namespace

void build_generated_goals(Generated& sample) {
  static constexpr double kWeights[kGoalsPerPerson] = {30, 25, 20, 15, 10};
  constexpr int kPatternCount = static_cast<int>(std::size(kPatterns));
  const GoalTexts texts(sample.writer);
  add_shared_goals(sample);
  sample.writer.reserve<Goal>(sample.members.size() * (kGoalsPerPerson + 1));
  sample.writer.reserve<ProgressPoint>(sample.members.size() * kGoalsPerPerson * (kFewestPoints + kMostPoints + 1) / 2);
  for (auto& member : sample.members) {
    const int first = sample.writer.random.below(kPatternCount);
    for (int i = 0; i < kGoalsPerPerson; ++i) add_goal(sample, texts, member, (first + i * 3) % kPatternCount, kWeights[i]);
  }
}

}  // namespace fullcircle

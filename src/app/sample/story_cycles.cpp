#include "app/sample/story.h"

namespace fullcircle {
namespace {

struct StoryStage {
  StageKind kind;
  int start_day, due_day;
};

/// The review has been running for two weeks and a bit; answers close in five days.
constexpr StoryStage kStages[] = {
    {StageKind::goals, -80, kGoalsAgreedDay}, {StageKind::self_review, -41, -20}, {StageKind::feedback, -10, 5},
    {StageKind::calibration, 11, 16},         {StageKind::conversation, 18, 27},  {StageKind::development, 20, 28},
};

Id<ReviewCycle> add_cycle(Story& story, int shift, CycleState state) {
  SampleWriter& writer = story.writer;
  ReviewCycle cycle;
  cycle.id = writer.new_id<ReviewCycle>();
  cycle.start_day = writer.day(shift - 14);
  cycle.end_day = writer.day(shift + 28);
  cycle.name = season_name(writer.words, *cycle.start_day);
  cycle.state = state;
  cycle.form = story.form.id;
  cycle.rules = story.rules;
  for (const auto& stage : kStages)
    cycle.stages.push_back({stage.kind, writer.day(shift + stage.start_day), writer.day(shift + stage.due_day), {}});
  const auto id = cycle.id;
  writer.add(std::move(cycle), writer.at(shift - 82, 10));
  return id;
}

Review start_review(Story& story, Id<ReviewCycle> cycle, const std::string& key) {
  Review review;
  review.id = story.writer.new_id<Review>();
  review.cycle = cycle;
  review.person = story.person(key);
  review.manager = story.managers[key];
  return review;
}

void add_agenda(Story& story, Review& review) {
  struct Point {
    std::string_view key;
    int minutes;
  };
  static constexpr Point kPoints[] = {{"aim", 5}, {"goals", 15}, {"went_well", 15}, {"feedback", 10}, {"growth", 10}, {"sign", 5}};
  for (const auto& point : kPoints)
    review.agenda.push_back({std::string(point.key), story.text("talk." + std::string(point.key)), point.minutes, true, {}});
}

/// Half a year ago; what was agreed then is still on the table today.
void tell_last_conversation(Story& story, Review& review) {
  const std::string mara = "talk.mara_", david = "talk.david_";
  for (std::string point : {"goals", "went_well", "growth"}) {
    review.person_words.push_back({point, story.text(mara + point), {}});
    review.manager_words.push_back({point, story.text(david + point), {}});
  }
  review.summary = story.text("talk.summary");
  struct Agreed {
    std::string_view key, who;
    int due_day;
  };
  for (const Agreed& agreed : {Agreed{"second_agent", "david", -100}, {"one_page", "mara", -120}, {"spanish", "mara", -30}}) {
    AgreedAction action;
    action.text = story.text("action." + std::string(agreed.key));
    action.who = story.person(agreed.who);
    action.due_day = story.writer.day(agreed.due_day);
    action.goes_to = ActionTarget::plan;
    action.action = story.last_actions.find(agreed.key)->second;
    review.actions.push_back(std::move(action));
  }
}

/// What the managers see in people: three steps on the scale of the rules.
double potential_of(const std::string& key) {
  static const std::map<std::string, double, std::less<>> kOthers = {{"nils", 4.3}, {"priya", 4.3}, {"yuki", 4.3}, {"jonas", 4.3}, {"ines", 1.8}, {"david", 1.8}, {"aisha", 1.8}};
  const auto found = kOthers.find(key);
  return found != kOthers.end() ? found->second : 3.1;
}

void add_closed_review(Story& story, const std::string& key, int number) {
  SampleWriter& writer = story.writer;
  constexpr int kSummaries = 3;
  const int talk_day = kPreviousCycleShift + 18 + number % 6;
  Review review = start_review(story, story.previous_cycle, key);
  review.conversation_at = writer.at(talk_day, 14);
  review.potential = key == "jonas" ? 3.1 : potential_of(key);
  add_agenda(story, review);
  if (key == "mara")
    tell_last_conversation(story, review);
  else
    review.summary = writer.text_of("pool.summary.", number % kSummaries + 1);
  writer.add(std::move(review), writer.at(talk_day - 3, 15));
}

}  // namespace

void build_story_cycles(Story& story) {
  story.previous_cycle = add_cycle(story, kPreviousCycleShift, CycleState::closed);
  story.cycle = add_cycle(story, 0, CycleState::open);
  int number = 0;
  for (const auto& [key, manager] : story.managers) {
    if (key != "nils") add_closed_review(story, key, number++);  // joined after it
    Review review = start_review(story, story.cycle, key);
    if (key != "tom") review.potential = potential_of(key);
    if (key == "mara") {
      for (int i = 1; i <= 3; ++i)
        review.person_words.push_back({i == 1 ? "went_well" : i == 2 ? "goals" : "growth", story.writer.text_of("talk.mara_now_", i), {}});
      add_agenda(story, review);
      for (auto& point : review.agenda) point.is_done = false;
    }
    story.writer.add(std::move(review), story.writer.at(-14, 9));
  }
}

}  // namespace fullcircle

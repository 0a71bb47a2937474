#include "app/sample/story.h"

namespace fullcircle {
namespace {

constexpr auto on_the_job = ActionKind::on_the_job, with_others = ActionKind::with_others, course = ActionKind::course;
constexpr auto done = ActionState::done, doing = ActionState::doing, planned = ActionState::planned;

struct StoryAction {
  std::string_view key, competency;  ///< a competency of the team, or "planning"
  ActionKind kind;
  std::string_view mentor;
  int due_day;
  ActionState state;
};

constexpr StoryAction kActions[] = {
    {"case_review", "developing_others", on_the_job, "david", -17, done},
    {"nils_outage", "developing_others", on_the_job, "david", 8, doing},
    {"weekly_talk", "developing_others", with_others, "elena", -13, done},
    {"coaching_course", "developing_others", course, "", 22, planned},
    {"concerns", "collaboration", on_the_job, "elena", -30, done},
    {"sit_in", "collaboration", with_others, "elena", -6, doing},
    {"winter_plan", "planning", on_the_job, "ben", 15, doing},
};

FocusArea make_focus(double start, double current, double target, std::string reason) {
  FocusArea focus;
  focus.start_score = start;
  focus.current_score = current;
  focus.target_score = target;
  focus.reason = std::move(reason);
  return focus;
}

constexpr StoryAction kLastActions[] = {
    {"second_agent", "", on_the_job, "david", -100, done},
    {"one_page", "", on_the_job, "ben", -120, done},
    {"spanish", "", on_the_job, "", -30, planned},
};

void add_action(Story& story, Id<DevelopmentPlan> plan, const StoryAction& entry, int written_day) {
  DevelopmentAction action;
  const auto drawn = story.last_actions.find(entry.key);
  action.id = drawn != story.last_actions.end() ? drawn->second : story.writer.new_id<DevelopmentAction>();
  action.plan = plan;
  if (const auto competency = story.competencies.find(entry.competency); competency != story.competencies.end())
    action.competency = competency->second;
  else if (!entry.competency.empty())
    action.area = story.text("plan.focus_planning_title");
  action.title = story.text("action." + std::string(entry.key));
  action.kind = entry.kind;
  if (!entry.mentor.empty()) action.mentor = story.person(entry.mentor);
  action.due_day = story.writer.day(entry.due_day);
  action.state = entry.state;
  if (entry.state == ActionState::done) action.done_day = action.due_day;
  if (entry.key == "nils_outage") action.target = story.text("action.target_outage");
  if (entry.key == "concerns") action.target = story.text("action.target_concerns");
  story.writer.add(std::move(action), story.writer.at(written_day, 16));
}

void add_plan_of_mara(Story& story, Id<DevelopmentPlan> id) {
  DevelopmentPlan plan;
  plan.id = id;
  plan.person = story.person("mara");
  plan.cycle = story.previous_cycle;
  plan.mentor = story.person("elena");
  plan.agreed_day = story.writer.day(kGoalsAgreedDay);
  plan.next_look_day = story.writer.day(7);
  plan.focus.push_back(make_focus(2.9, 3.4, 4.0, story.text("plan.focus_dev")));
  plan.focus.back().competency = story.competencies["developing_others"];
  plan.focus.push_back(make_focus(3.3, 3.6, 4.0, story.text("plan.focus_collab")));
  plan.focus.back().competency = story.competencies["collaboration"];
  plan.focus.push_back(make_focus(3.5, 3.7, 4.0, story.text("plan.focus_planning")));
  plan.focus.back().title = story.text("plan.focus_planning_title");
  plan.strengths = story.text("plan.strengths");
  plan.ambitions = story.text("plan.ambitions");
  plan.wellbeing = story.text("plan.wellbeing");
  for (const auto& action : kActions) add_action(story, plan.id, action, kGoalsAgreedDay);
  story.writer.add(std::move(plan), story.writer.at(kGoalsAgreedDay, 16));
}

/// What was agreed in the last conversation, kept as a plan of its own.
void add_last_plan_of_mara(Story& story, Id<DevelopmentPlan> id) {
  const int agreed = kPreviousCycleShift + 25;
  DevelopmentPlan plan;
  plan.id = id;
  plan.person = story.person("mara");
  plan.cycle = story.previous_cycle;
  plan.agreed_day = story.writer.day(agreed);
  for (const auto& action : kLastActions) add_action(story, plan.id, action, agreed);
  story.writer.add(std::move(plan), story.writer.at(agreed, 16));
}

/// The others have a smaller plan each, from the last review.
void add_other_plans(Story& story) {
  constexpr int kJobPool = 4, kOthersPool = 3, kCoursePool = 3;
  SampleWriter& writer = story.writer;
  SeededRandom& random = writer.random;
  for (const auto& [key, boss] : story.managers) {
    if (key == "mara" || key == "nils") continue;
    DevelopmentPlan plan;
    plan.id = writer.new_id<DevelopmentPlan>();
    plan.person = story.person(key);
    plan.cycle = story.previous_cycle;
    plan.mentor = boss;
    const int agreed = kPreviousCycleShift + 24;
    plan.agreed_day = writer.day(agreed);
    plan.next_look_day = writer.day(random.between(5, 30));
    const auto focus = std::next(story.competencies.begin(), random.below(static_cast<int>(story.competencies.size())));
    plan.focus.push_back(make_focus(3.0 + 0.1 * random.below(5), 3.4 + 0.1 * random.below(4), 4.0, {}));
    plan.focus.back().competency = focus->second;
    const auto add = [&](ActionKind kind, std::string title, int due, ActionState state) {
      DevelopmentAction action;
      action.id = writer.new_id<DevelopmentAction>();
      action.plan = plan.id;
      action.competency = focus->second;
      action.title = std::move(title);
      action.kind = kind;
      action.mentor = boss;
      action.due_day = writer.day(due);
      action.state = state;
      if (state == ActionState::done) action.done_day = action.due_day;
      writer.add(std::move(action), writer.at(agreed, 16));
    };
    add(on_the_job, writer.text_of("pool.action_job.", random.between(1, kJobPool)), random.between(-60, -10), done);
    add(with_others, writer.text_of("pool.action_others.", random.between(1, kOthersPool)), random.between(6, 30), doing);
    if (random.chance(0.5)) add(course, writer.text_of("pool.action_course.", random.between(1, kCoursePool)), random.between(10, 60), planned);
    writer.add(std::move(plan), writer.at(agreed, 16));
  }
}

}  // namespace

void draw_last_actions(Story& story) {
  for (const auto& action : kLastActions) story.last_actions.emplace(action.key, story.writer.new_id<DevelopmentAction>());
}

void build_story_growth(Story& story) {
  // The plan she works on comes first where plans are listed in the order of the table.
  auto first = story.writer.new_id<DevelopmentPlan>(), second = story.writer.new_id<DevelopmentPlan>();
  if (second < first) std::swap(first, second);
  add_plan_of_mara(story, first);
  add_last_plan_of_mara(story, second);
  add_other_plans(story);
}

}  // namespace fullcircle

#include "app/sample/generated.h"

namespace fullcircle {
namespace {

constexpr int kFeedbackPerPerson = 2;
constexpr int kCheckInsPerPerson = 3;
constexpr int kRhythmDays = 14;

struct Pools {
  explicit Pools(const SampleWriter& writer)
      : keep(writer, "pool.feedback_keep."), try_out(writer, "pool.feedback_try."), person(writer, "pool.check_in_person."),
        with(writer, "pool.check_in_with."), next(writer, "pool.check_in_next."), job(writer, "pool.action_job."),
        others(writer, "pool.action_others.") {}
  TextPool keep, try_out, person, with, next, job, others;
};

Id<Person> anybody_else(Generated& sample, std::size_t number) {
  const auto count = sample.members.size();
  const auto step = 1 + static_cast<std::size_t>(sample.writer.random.below(static_cast<int>(count > 1 ? count - 1 : 1)));
  return sample.members[(number + step) % count].id;
}

void add_feedback(Generated& sample, const Pools& pools, std::size_t number) {
  SampleWriter& writer = sample.writer;
  SeededRandom& random = writer.random;
  for (int i = 0; i < kFeedbackPerPerson; ++i) {
    const int day = -random.between(1, 80);
    Feedback feedback;
    feedback.id = writer.new_id<Feedback>();
    feedback.author = anybody_else(sample, number);
    feedback.about = sample.members[number].id;
    feedback.day = writer.day(day);
    feedback.kind = random.chance(0.6) ? FeedbackKind::keep : FeedbackKind::try_out;
    feedback.text = (feedback.kind == FeedbackKind::keep ? pools.keep : pools.try_out).pick(random);
    feedback.competency = random.pick(std::span<const Competency>(sample.competencies)).id;
    writer.add(std::move(feedback), writer.at(day, 16, random.between(0, 59)));
  }
}

void add_check_ins(Generated& sample, const Pools& pools, const Generated::Member& member) {
  if (member.manager < 0) return;
  SampleWriter& writer = sample.writer;
  SeededRandom& random = writer.random;
  const int last = -random.between(0, kRhythmDays + 2);
  for (int i = 0; i < kCheckInsPerPerson; ++i) {
    const int day = last - i * kRhythmDays;
    CheckIn check_in;
    check_in.id = writer.new_id<CheckIn>();
    check_in.person = member.id;
    check_in.with = sample.members[static_cast<std::size_t>(member.manager)].id;
    check_in.day = writer.day(day);
    check_in.is_held = true;
    check_in.person_words = pools.person.pick(random);
    check_in.with_words = pools.with.pick(random);
    check_in.next_steps = pools.next.pick(random);
    writer.add(std::move(check_in), writer.at(day, 9, random.between(0, 59)));
  }
}

void add_plan(Generated& sample, const Pools& pools, const Generated::Member& member) {
  SampleWriter& writer = sample.writer;
  SeededRandom& random = writer.random;
  const int agreed = -random.between(120, 160);
  const auto& competency = random.pick(std::span<const Competency>(sample.competencies));
  DevelopmentPlan plan;
  plan.id = writer.new_id<DevelopmentPlan>();
  plan.person = member.id;
  plan.agreed_day = writer.day(agreed);
  plan.next_look_day = writer.day(random.between(3, 40));
  FocusArea focus;
  focus.competency = competency.id;
  focus.start_score = 2.8 + 0.1 * random.below(8);
  focus.target_score = 4.0;
  plan.focus.push_back(std::move(focus));
  for (const bool on_the_job : {true, false}) {
    DevelopmentAction action;
    action.id = writer.new_id<DevelopmentAction>();
    action.plan = plan.id;
    action.competency = competency.id;
    action.kind = on_the_job ? ActionKind::on_the_job : ActionKind::with_others;
    action.title = (on_the_job ? pools.job : pools.others).pick(random);
    action.due_day = writer.day(random.between(-30, 60));
    action.state = *action.due_day < writer.today ? ActionState::done : ActionState::doing;
    if (action.state == ActionState::done) action.done_day = action.due_day;
    writer.add(std::move(action), writer.at(agreed, 15));
  }
  writer.add(std::move(plan), writer.at(agreed, 15));
}

}  // namespace

void build_generated_growth(Generated& sample) {
  const Pools pools(sample.writer);
  for (std::size_t number = 0; number < sample.members.size(); ++number) {
    const auto& member = sample.members[number];
    if (sample.members.size() > 1) add_feedback(sample, pools, number);
    add_check_ins(sample, pools, member);
    add_plan(sample, pools, member);
  }
}

}  // namespace fullcircle

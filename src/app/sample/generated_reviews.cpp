#include <algorithm>

#include "app/sample/generated.h"
#include "exchange/answer_file.h"

namespace fullcircle {
namespace {

constexpr int kRaters = 8;
constexpr int kMostReportsAsked = 3;

struct Pools {
  explicit Pools(const SampleWriter& writer)
      : keep(writer, "pool.keep."), try_out(writer, "pool.try."), situation(writer, "pool.situation."),
        behaviour(writer, "pool.behaviour."), impact(writer, "pool.impact.") {}
  TextPool keep, try_out, situation, behaviour, impact;
};

struct Asked {
  int number;
  RaterGroup group;
};

/// Manager, reports, neighbours under the same manager, then anybody; nobody twice, never oneself.
std::vector<Asked> choose_raters(Generated& sample, int number) {
  const auto& member = sample.members[static_cast<std::size_t>(number)];
  const int people = static_cast<int>(sample.members.size());
  std::vector<Asked> raters;
  const auto ask = [&](int rater, RaterGroup group) {
    const bool is_new = rater != number && std::ranges::find(raters, rater, &Asked::number) == raters.end();
    if (is_new && static_cast<int>(raters.size()) < kRaters) raters.push_back({rater, group});
  };
  if (member.manager >= 0) ask(member.manager, RaterGroup::manager);
  for (int i = 0; i < std::min(member.report_count, kMostReportsAsked); ++i) ask(member.first_report + i, RaterGroup::report);
  if (member.manager >= 0) {
    const auto& boss = sample.members[static_cast<std::size_t>(member.manager)];
    for (int i = 1; i < boss.report_count && i <= 4; ++i)
      ask(boss.first_report + (number - boss.first_report + i) % boss.report_count, RaterGroup::peer);
  }
  const int wanted = std::min(kRaters, people - 1);
  for (int start = sample.writer.random.below(people), i = 0; static_cast<int>(raters.size()) < wanted && i < people; ++i)
    ask((start + i * 7 + i / people) % people, RaterGroup::other_team);
  for (int i = 0; static_cast<int>(raters.size()) < wanted && i < people; ++i) ask(i, RaterGroup::other_team);
  return raters;
}

void add_answers(Generated& sample, const Generated::Member& member, double leniency, FeedbackResponse& response) {
  SeededRandom& random = sample.writer.random;
  constexpr double kNotObserved = 0.03;
  const auto& items = sample.form.sections[0].items;
  response.answers.reserve(items.size());
  for (const auto& item : items) {
    Answer& answer = response.answers.emplace_back();
    answer.item = item.key;
    if (random.chance(kNotObserved))
      answer.is_not_observed = true;
    else
      answer.rating = std::clamp(static_cast<int>(member.level + leniency + 1.1 * random.spread() + 0.5), 1, 5);
  }
}

void add_comments(Generated& sample, const Pools& pools, FeedbackResponse& response) {
  SeededRandom& random = sample.writer.random;
  response.comments.reserve(3);
  const auto add = [&](std::string_view item, const std::string& text) {
    Comment& comment = response.comments.emplace_back();
    comment.item = item;
    comment.text = text;
  };
  if (random.chance(0.8)) add("keep", pools.keep.pick(random));
  if (random.chance(0.7)) add("try", pools.try_out.pick(random));
  if (!random.chance(0.5)) return;
  Comment& example = response.comments.emplace_back();
  example.item = random.pick(std::span<const FormItem>(sample.form.sections[0].items)).key;
  example.situation = pools.situation.pick(random);
  example.behaviour = pools.behaviour.pick(random);
  example.impact = pools.impact.pick(random);
}

FeedbackResponse make_response(Generated& sample, const Generated::Member& member, RaterGroup group, Instant submitted) {
  FeedbackResponse response;
  response.cycle = sample.cycle;
  response.subject = member.id;
  response.group = group;
  response.form = sample.form.id;
  response.form_version = sample.form.version;
  response.submitted_at = submitted;
  return response;
}

void add_request(Generated& sample, const Pools& pools, const Generated::Member& member, const Asked& asked) {
  SampleWriter& writer = sample.writer;
  SeededRandom& random = writer.random;
  const auto rater = sample.members[static_cast<std::size_t>(asked.number)].id;
  FeedbackRequest request;
  request.id = writer.new_id<FeedbackRequest>();
  request.cycle = sample.cycle;
  request.subject = member.id;
  request.rater = rater;
  request.group = asked.group;
  request.due_day = writer.day(5);
  request.token = writer.random.token();
  request.form_version = sample.form.version;
  const double state = random.share();
  if (state > 0.08) {
    request.state = RequestState::exported;
    request.exported_at = writer.at(random.between(-12, -8), 11, random.between(0, 59));
  }
  if (state > 0.34) {
    request.state = RequestState::received;
    request.received_at = writer.at(random.between(-7, 0), 8, random.between(0, 59));
    auto response = make_response(sample, member, asked.group, *request.received_at);
    response.id = response_id_for(request.token);
    if (asked.group == RaterGroup::manager) response.author = rater;
    add_answers(sample, member, 0.3 * random.spread(), response);
    add_comments(sample, pools, response);
    writer.add(std::move(response), *request.received_at);
  }
  writer.add(std::move(request), writer.at(-14, 9, random.between(0, 59)));
}

void add_cycle(Generated& sample) {
  SampleWriter& writer = sample.writer;
  ReviewCycle cycle;
  cycle.id = sample.cycle;
  cycle.start_day = writer.day(-14);
  cycle.end_day = writer.day(28);
  cycle.name = season_name(writer.words, *cycle.start_day);
  cycle.state = CycleState::open;
  cycle.form = sample.form.id;
  cycle.rules = sample.rules;
  static constexpr int kDueDays[] = {-80, -20, 5, 16, 27, 28};
  for (std::size_t i = 0; i < enum_size<StageKind>(); ++i)
    cycle.stages.push_back({static_cast<StageKind>(i), writer.day(kDueDays[i] - 10), writer.day(kDueDays[i]), {}});
  sample.cycle_record = cycle;
  writer.add(std::move(cycle), writer.at(-100, 10));
}

}  // namespace

void build_generated_reviews(Generated& sample) {
  SampleWriter& writer = sample.writer;
  add_cycle(sample);
  const Pools pools(writer);
  writer.reserve<FeedbackRequest>(sample.members.size() * kRaters);
  writer.reserve<FeedbackResponse>(sample.members.size() * kRaters);
  for (int number = 0; number < static_cast<int>(sample.members.size()); ++number) {
    const auto& member = sample.members[static_cast<std::size_t>(number)];
    Review review;
    review.id = writer.new_id<Review>();
    review.cycle = sample.cycle;
    review.person = member.id;
    if (member.manager >= 0) review.manager = sample.members[static_cast<std::size_t>(member.manager)].id;
    writer.add(std::move(review), writer.at(-14, 9));
    auto self = make_response(sample, member, RaterGroup::self, writer.at(-20, 13));
    self.id = writer.new_id<FeedbackResponse>();
    self.author = member.id;
    add_answers(sample, member, 0.2, self);
    writer.add(std::move(self), writer.at(-20, 13));
    for (const auto& asked : choose_raters(sample, number)) add_request(sample, pools, member, asked);
  }
}

}  // namespace fullcircle

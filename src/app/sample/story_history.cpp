#include <algorithm>
#include <vector>

#include "app/commands/calibration_commands.h"
#include "app/commands/release_result.h"
#include "app/commands/sign_off.h"
#include "app/model_view.h"
#include "app/sample/earlier_cycles.h"
#include "app/sample/story.h"
#include "model/sorting.h"
#include "store/edit.h"

namespace fullcircle {
namespace {

constexpr std::uint64_t kEarlierSeed = 2024;

/// Applies edits one after the other, each at its own moment, the way they would have been made.
class Replay {
 public:
  Replay(Document& document, Actor actor, const SampleWriter& writer)
      : document_(document), writer_(writer), clock_(actor, [this] { return view_.now; }) {
    view_.me = view_.workspace()->lead;
  }

  const ModelView& view() const { return view_; }
  void move_to(int days, int hour, int minute = 0) {
    view_.now = writer_.at(days, hour, minute);
    view_.today = writer_.day(days);
  }
  void apply(const Edit& edit) { fullcircle::apply(document_, clock_, edit); }

 private:
  Document& document_;
  const SampleWriter& writer_;
  ModelView view_{document_};
  StampClock clock_;
};

/// Three people were moved in the calibration of the earlier cycle, each for a reason; then it was closed.
void calibrate_reviews(Replay& replay, const Story& story) {
  const ReviewCycle& cycle = *replay.view().find(story.previous_cycle);
  const auto move = [&](std::string_view key, double points, std::optional<NineBoxLevel> potential, int minute) {
    replay.move_to(kPreviousCycleShift + 13, 15, minute);
    const auto shown = compute_calibration(replay.view(), cycle);
    for (const CalibrationPerson& person : shown.people) {
      if (person.person->id != story.person(key) || !person.before) continue;
      const double overall = std::clamp(*person.before + points, cycle.rules.scale_low, cycle.rules.scale_high);
      replay.apply(calibrate(person, cycle.rules, {overall, potential ? potential : person.potential, story.text("calibration." + std::string(key))}));
    }
  };
  move("jonas", 0.4, NineBoxLevel::high, 5);
  move("carla", 0.3, {}, 20);
  move("ines", -0.3, {}, 40);
  replay.move_to(kPreviousCycleShift + 16, 9);
  replay.apply(close_calibration(cycle, replay.view().now));
}

/// The reviews of the earlier cycle were released two days before the conversation and signed by both after it.
void close_reviews(Replay& replay, const Story& story) {
  std::vector<std::pair<int, Id<Review>>> reviews;
  for (const Review* review : replay.view().reviews_in(story.previous_cycle))
    reviews.emplace_back(day_of(*review->conversation_at) - story.writer.today, review->id);
  sort_stably(reviews);
  const auto review = [&](Id<Review> id) -> const Review& { return *replay.view().find(id); };
  for (const auto& [day, id] : reviews) {
    replay.move_to(day - 2, 10);
    replay.apply(release_result(replay.view(), review(id)));
  }
  const auto mara = story.person("mara"), tom = story.person("tom");
  for (const auto& [day, id] : reviews) {
    replay.move_to(day, 14, 52);
    replay.apply(sign_review(replay.view(), review(id), review(id).manager, Verdict::agree, {}));
    replay.move_to(day, 14, 55);
    const auto person = review(id).person;
    replay.apply(sign_review(replay.view(), review(id), person, person == tom ? Verdict::received : Verdict::agree,
                             person == mara ? story.text("talk.agree_words") : std::string()));
  }
}

/// Two goals were adjusted on the way; their history shows it.
void adjust_goals(Replay& replay, const Story& story) {
  const auto change = [&](std::string_view key, int day, auto&& set) {
    replay.move_to(day, 11, 20);
    const Goal& before = *replay.view().find(story.goals.find(key)->second);
    Goal after = before;
    set(after);
    Edit edit("edit.goal.change");
    edit.update(before, after);
    replay.apply(edit);
  };
  change("reopened", -52, [](Goal& goal) { goal.weight_percent = 30; });
  change("tickets", -38, [&](Goal& goal) { goal.due_day = story.writer.day(29); });
}

/// Two half-years more, of which the results are kept that were released.
void add_earlier_cycles(Replay& replay, const Story& story) {
  SeededRandom random(kEarlierSeed);
  const ReviewCycle like = *replay.view().find(story.previous_cycle);
  for (const int shift : {2 * kPreviousCycleShift, kPreviousCycleShift}) {
    std::vector<Review> latest;
    for (const Review* review : replay.view().reviews_in(like.id))
      if (replay.view().find(review->person)->joined_day <= *like.start_day + shift) latest.push_back(*review);
    const EarlierCycle earlier = make_earlier_cycle(story.writer, random, like, latest, shift);
    replay.move_to(kPreviousCycleShift + shift + 28, 16);
    Edit edit("edit.cycle");
    edit.create(earlier.cycle);
    for (const Review& review : earlier.reviews) edit.create(review);
    replay.apply(edit);
    for (const Review& review : earlier.reviews) {
      replay.apply(sign_review(replay.view(), *replay.view().find(review.id), review.manager, Verdict::agree, {}));
      replay.apply(sign_review(replay.view(), *replay.view().find(review.id), review.person, Verdict::agree, {}));
    }
  }
}

}  // namespace

void replay_story(Document& document, const Story& story) {
  Replay replay(document, story.writer.actor(), story.writer);
  calibrate_reviews(replay, story);
  close_reviews(replay, story);
  adjust_goals(replay, story);
  Replay before(document, story.writer.actor(), story.writer);  // with a clock of its own: these are older than all the above
  add_earlier_cycles(before, story);
}

}  // namespace fullcircle

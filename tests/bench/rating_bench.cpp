// The numbers of everybody's results, and how the cost grows: first time, again, after one answer, with other rules; and the
// variance components of raters by REML.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <optional>
#include <string>

#include "app/queries/result_list.h"
#include "app/queries/review_result_view.h"
#include "app/sample/seeded_random.h"
#include "rating/crossed_effects.h"
#include "store/edit.h"
#include "support/measure.h"
#include "support/workspaces.h"

namespace fullcircle::bench {
namespace {

struct Aims {
  double first_ms = 0, again_ms = 0, one_ms = 0;
};

class Team {
 public:
  explicit Team(int people) : document_(make_workspace(people)), size_(std::to_string(people) + " people: ") { look_again(); }

  void measure_results(const Aims& aims) {
    measure({.name = size_ + "all results, first time", .aim_ms = aims.first_ms, .runs = 5}, [&] { look_again(); }, [&] { rate_all(); });
    measure({.name = size_ + "all results, again", .aim_ms = aims.again_ms, .runs = 9}, [] {}, [&] { rate_all(); });
    measure({.name = size_ + "one answer changes, all results", .aim_ms = aims.one_ms, .runs = 15}, [&] { prepare_answer(false); }, [&] { apply_and_rate(); });
    measure({.name = size_ + "one answer arrives, all results", .aim_ms = aims.one_ms, .runs = 15}, [&] { prepare_answer(true); }, [&] { apply_and_rate(); });
    measure({.name = size_ + "the list of results after one answer", .runs = 9}, [&] { prepare_answer(false); apply_and_rate(); }, [&] { list_all(); });
    measure({.name = size_ + "other weights, all results", .runs = 5}, [&] { prepare_weights(); }, [&] { apply_and_rate(); });
    measure({.name = size_ + "one result with its terms", .runs = 9}, [] {}, [&] { explain_one(); });
    if (seen_ == 0) std::fprintf(stderr, "nobody was rated\n");
  }

 private:
  void look_again() {
    view_.emplace(document_);
    view_->today = kToday;
    view_->now = kNow;
    view_->me = view_->workspace()->lead;
  }
  void rate_all() {
    for (const Review& review : view_->table<Review>().alive()) seen_ += view_->results().of(*view_, review).rounded.has_value();
  }
  void list_all() { seen_ += compute_result_list(*view_, *view_->current_cycle()).size(); }
  void explain_one() { seen_ += compute_result(*view_, *view_->reviews_in(view_->current_cycle()->id)[0]).criteria.size(); }
  void apply_and_rate() {
    apply(document_, clock_, *edit_);
    rate_all();
  }
  void prepare_answer(bool is_new) {
    const auto rows = document_.table<FeedbackResponse>().rows();
    FeedbackResponse answer = rows[turn_++ * 7919 % rows.size()].entity;
    if (answer.answers.empty()) return prepare_answer(is_new);
    if (is_new) answer.id = Id<FeedbackResponse>({answer.id.high ^ (turn_ << 20), answer.id.low});
    auto& rating = answer.answers[0].rating;
    rating = rating && *rating > 3 ? 1 : 5;
    edit_.emplace("edit.answer");
    is_new ? edit_->create(answer) : edit_->update(answer);
  }
  void prepare_weights() {
    ReviewCycle cycle = *view_->current_cycle();
    for (PartWeight& part : cycle.rules.part_weights) part.weight_percent = 10 + static_cast<double>(++turn_ % 50);
    edit_.emplace("edit.cycle");
    edit_->update(cycle);
  }

  Document document_;
  std::string size_;
  std::optional<ModelView> view_;
  StampClock clock_{7, [] { return kNow; }};
  std::optional<Edit> edit_;
  std::size_t turn_ = 1, seen_ = 0;
};

double now_ms() { return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

/// Ratings spread over people and raters, with effects of both and chance, the same at every run.
std::vector<rating::Rating> spread_ratings(std::size_t count, std::size_t ratees, std::size_t raters) {
  SeededRandom random(11);
  std::vector<double> of_ratee(ratees), of_rater(raters);
  for (double& effect : of_ratee) effect = 0.6 * random.spread();
  for (double& effect : of_rater) effect = 0.4 * random.spread();
  std::vector<rating::Rating> ratings;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t ratee = i % ratees;
    const std::size_t rater = i < raters ? i : static_cast<std::size_t>(random.below(static_cast<int>(raters)));
    ratings.push_back({ratee, rater, 3.5 + of_ratee[ratee] + of_rater[rater] + 0.5 * random.spread()});
  }
  return ratings;
}

void measure_reml(std::size_t count, double aim_ms) {
  const std::size_t ratees = count / 10, raters = count / 20;
  const auto ratings = spread_ratings(count, ratees, raters);
  const std::string name = "REML, " + std::to_string(count) + " ratings of " + std::to_string(ratees) + " people by " + std::to_string(raters);
  double longest = 0;
  measure({.name = name, .aim_ms = aim_ms, .runs = 3}, [] {}, [&] {
    rating::CrossedFit fit(ratings, ratees, raters);
    for (bool done = false; !done;) {
      const double start = now_ms();
      done = fit.step();
      longest = std::max(longest, now_ms() - start);
    }
    if (!fit.result().var_rater) std::fprintf(stderr, "no variance was found\n");
  });
  print_row(name + ": longest step between frames", "ms", longest, longest, 0);
}

}  // namespace
}  // namespace fullcircle::bench

int main() {
  using namespace fullcircle::bench;
  for (const int people : {1'000, 3'000, 10'000}) {
    const bool is_aimed_at = people == 10'000;
    Team(people).measure_results(is_aimed_at ? Aims{.first_ms = 1000, .again_ms = 15, .one_ms = 16} : Aims{});
  }
  for (const std::size_t count : {1'000, 3'000, 10'000}) measure_reml(count, count == 10'000 ? 2000 : 0);
}

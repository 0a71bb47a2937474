// Made-up reviews for attackers who compute with every number they are given, before and after some more people have answered.
#pragma once

#include <charconv>
#include <cmath>
#include <functional>

#include "app/commands/hand_out.h"
#include "app/commands/release_result.h"
#include "app/files/member_file.h"
#include "app/files/small_team.h"
#include "rating/subtraction_attack.h"
#include "store/random.h"

namespace fullcircle::test {

/// What the rounding of shown numbers leaves is far below the share of any answer.
inline constexpr double kRoundingNoise = 1e-6;

inline ModelView view_at(const SmallTeam& team) {
  ModelView view(team.document);
  view.now = Instant{team.now};
  view.today = day_of(view.now, 0);
  view.me = team.bo;
  return view;
}

enum class Moment : std::uint8_t { first, after_late_answers };

/// Ada is rated by people of some groups, some of them late. Some questions are not answered, or could not be observed; one is put to
/// reports alone.
class RatedTwice {
 public:
  static constexpr int kMinimum = 3;

  explicit RatedTwice(Random& random) {
    const auto add = [&](RaterGroup group, bool is_late) {
      const int rater = is_anonymous(group) ? static_cast<int>(sheets_.size()) : -1;
      Sheet sheet{group, is_late, {}};
      for (int item = 0; item < kItems; ++item) {
        if (item == kOfReports && group != RaterGroup::report) continue;
        if (!random.chance(15)) cells_.push_back({sheets_.size(), item}), rater_of.push_back(rater);
        else if (random.chance(50)) sheet.not_observed.push_back(item);
      }
      sheets_.push_back(std::move(sheet));
      if (rater >= 0) anonymous.push_back(rater);
    };
    add(RaterGroup::self, false);
    add(RaterGroup::manager, random.chance(30));
    const std::size_t most_early = random.chance(30) ? 1 : 4;
    for (const RaterGroup group : {RaterGroup::peer, RaterGroup::report, RaterGroup::customer}) {
      for (std::size_t i = random.below(most_early + 1); i > 0; --i) add(group, false);
      for (std::size_t i = random.below(3); i > 0; --i) add(group, true);
    }
  }

  std::vector<int> rater_of;   ///< of each answer; -1: identified, and so public
  std::vector<int> anonymous;

  /// Hands something out at a moment, and takes every number of it.
  using Give = std::function<void(SmallTeam&, Id<Review>, Moment, std::vector<double>& numbers)>;

  /// Every number that was handed out, of these answers.
  std::vector<double> shown(const std::vector<double>& answers, const Give& give) const {
    SmallTeam team;
    const Id<Review> id = nth<Review>(60);
    begin(team, id);
    std::vector<double> numbers;
    for (const Moment moment : {Moment::first, Moment::after_late_answers}) {
      answer(team, answers, moment);
      give(team, id, moment, numbers);
    }
    return numbers;
  }

  /// One row for each number. Answers far outside of the scale stand in for single ones, so that numbers rounded to one place say as much
  /// as unrounded ones; no two are alike, because terms that happen to lead to a released score are written out.
  rating::test::Matrix coefficients(const Give& give) const {
    constexpr double kFar = 1e6;
    std::size_t count = 0;
    return rating::test::coefficients_of(
        [&](std::vector<double> answers) {
          for (std::size_t a = 0; a < answers.size(); ++a) answers[a] = kFar * (answers[a] + std::fmod(0.618034 * static_cast<double>(a + 1), 1.0));
          std::vector<double> numbers = shown(answers, give);
          REQUIRE((count == 0 || numbers.size() == count));
          count = numbers.size();
          for (double& number : numbers) number /= kFar;
          return numbers;
        },
        rater_of.size());
  }

  /// Whether anything about fewer raters than the minimum follows from the numbers.
  bool gives_somebody_away(const rating::test::Matrix& rows) const { return rating::test::gives_somebody_away(rows, rater_of, anonymous, kMinimum, kRoundingNoise); }

 private:
  static constexpr int kItems = 5, kOfReports = 4;

  struct Cell {
    std::size_t sheet;
    int item;
  };
  struct Sheet {
    RaterGroup group;
    bool is_late;
    std::vector<int> not_observed;
  };

  static std::string key_of(int item) { return "i" + std::to_string(item); }

  static void begin(SmallTeam& team, Id<Review> id) {
    Edit edit("edit.test");
    edit.create(Review{.id = id, .cycle = team.cycle, .person = team.ada, .manager = team.bo});
    edit.create(CoreValue{.id = nth<CoreValue>(13), .name = "Care"});
    edit.create(Competency{.id = nth<Competency>(14), .name = "Leading"});
    team.apply(edit);
    team.change<ReviewForm>(team.form, [](ReviewForm& form) {
      form.sections = {{.title = "All"}};
      for (int i = 0; i < kItems; ++i) {
        FormItem item{.key = key_of(i), .text = "?"};
        if (i == kOfReports) item.competency = nth<Competency>(14), item.groups = {RaterGroup::report};
        else if (i % 2 == 0) item.competency = nth<Competency>(12);
        else item.core_value = nth<CoreValue>(13);
        form.sections[0].items.push_back(std::move(item));
      }
    });
    team.change<ReviewCycle>(team.cycle, [](ReviewCycle& cycle) {
      cycle.rules.anonymity_minimum = kMinimum;
      cycle.rules.part_weights = {{.part = ReviewPart::competencies, .weight_percent = 60}, {.part = ReviewPart::values, .weight_percent = 40}};
    });
  }

  void answer(SmallTeam& team, const std::vector<double>& answers, Moment moment) const {
    Edit edit("edit.test");
    for (std::size_t s = 0; s < sheets_.size(); ++s) {
      if (sheets_[s].is_late != (moment == Moment::after_late_answers)) continue;
      FeedbackResponse response{.id = nth<FeedbackResponse>(500 + s), .cycle = team.cycle, .subject = team.ada, .group = sheets_[s].group, .form = team.form, .submitted_at = Instant{kTeamStart}};
      for (std::size_t c = 0; c < cells_.size(); ++c)
        if (cells_[c].sheet == s) response.answers.push_back({.item = key_of(cells_[c].item), .rating = answers[c]});
      for (const int item : sheets_[s].not_observed) response.answers.push_back({.item = key_of(item), .is_not_observed = true});
      edit.create(response);
    }
    team.apply(edit);
  }

  std::vector<Sheet> sheets_;
  std::vector<Cell> cells_;
};

/// The numbers of Ada's own file, read from its bytes; from then on it is out.
inline void collect_member_file(SmallTeam& team, Id<Review> id, std::vector<double>& numbers) {
  team.apply(hand_out_results(view_at(team), team.ada));
  const auto file = read_member_file(*encode_member_file(team.document, team.ada));
  REQUIRE(file.has_value());
  const auto& released = file->document.table<Review>().find(id)->released;
  if (!released) return;
  const auto add = [&](const std::string& text) {
    double value = 0;
    if (!text.empty() && std::from_chars(text.data(), text.data() + text.size(), value).ec == std::errc()) numbers.push_back(value);
  };
  for (const auto* text : {&released->overall, &released->self, &released->others}) add(*text);
  for (const ReleasedScore& part : released->parts) add(part.score);
  for (const ReleasedCriterion& criterion : released->criteria) {
    add(criterion.self);
    add(criterion.others);
    for (const ReleasedScore& column : criterion.columns) add(column.score);
  }
}

}  // namespace fullcircle::test

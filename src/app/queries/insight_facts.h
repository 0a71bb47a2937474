// What Insights counts, gathered once per change of the document and in slices, so that ten thousand people stop no frame.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/queries/review_result_view.h"
#include "rating/goal_forecast.h"

namespace fullcircle {

/// A review cycle and the time that belongs to it: from the end of the one before to its own end, or today.
struct InsightCycle {
  Id<ReviewCycle> id;
  std::string name;
  Day measured;     ///< when the answers were due
  Day from, until;
  int minimum = 3;  ///< people or raters below which nothing is shown
  double scale_low = 1, scale_high = 5;
};

/// When the answers of a cycle were due.
Day measured_day(const ReviewCycle& cycle);

/// A competency or value that was rated in any of the cycles.
struct InsightCriterion {
  std::string id, name;
};

/// How far a person's raters agreed about one criterion.
struct RaterAgreement {
  std::optional<double> rwg;  ///< mean over the questions; not to be shown for one person unless `anonymous` is large enough
  int anonymous = 0;          ///< fewest anonymous answers to a question of it
};

/// One person's review.
struct RatedPerson {
  Id<Person> person;
  int cycle = 0;    ///< index into InsightFacts::cycles
  static constexpr int kAnswersNotKept = -1;
  int answers = kAnswersNotKept;  ///< without self
  std::optional<double> overall, others;
  std::vector<std::optional<double>> criteria;  ///< others' figure by criterion; may be shorter than the list
  std::vector<RaterAgreement> agreement;        ///< the same
};

struct GoalStanding {
  Id<Person> owner;
  Id<Unit> unit;  ///< of a unit's goal
  int cycle = 0;
  rating::GoalOutlook outlook = rating::GoalOutlook::NotEnough;
};

struct CheckInCount {
  Id<Person> person;
  int cycle = 0;
  int on_time = 0, late = 0;
};

struct InsightFacts {
  std::vector<InsightCycle> cycles;  ///< the earliest first
  std::vector<InsightCriterion> criteria;
  std::vector<RatedPerson> rated;
  std::vector<GoalStanding> goals;
  std::vector<CheckInCount> check_ins;
  bool is_lead = false;
  int not_given_out = 0;  ///< results that are left out on paper

  /// Index of the cycle that is under way or ended last; -1 without any.
  int current() const { return static_cast<int>(cycles.size()) - 1; }
};

/// Goes through reviews, goals and people; every review only if its reader may see the result in full.
class InsightCollector {
 public:
  explicit InsightCollector(const ModelView& view);
  /// Takes `count` more of them. In: the same document, unchanged. Out: true when everything was taken.
  bool step(const ModelView& view, std::size_t count);
  std::size_t done() const { return done_; }
  std::size_t total() const { return reviews_.size() + goals_.size() + people_.size(); }
  const InsightFacts& facts() const { return facts_; }

 private:
  void take_review(const ModelView& view, Id<Review> id);
  void take_answers(const ModelView& view, const Review& review, CountedAnswers counted, RatedPerson& rated);
  void take_released(const ModelView& view, const Review& review, RatedPerson& rated);
  void take_goal(const ModelView& view, Id<Goal> id);
  void take_person(const ModelView& view, Id<Person> id);
  int cycle_at(Day day) const;
  int cycle_of(Id<ReviewCycle> id) const;
  std::size_t criterion_index(const ModelView& view, const std::string& id);

  InsightFacts facts_;
  std::vector<Id<Review>> reviews_;
  std::vector<Id<Goal>> goals_;
  std::vector<Id<Person>> people_;
  std::size_t done_ = 0;
};

/// All at once, for reports and tests.
InsightFacts collect_insight_facts(const ModelView& view);

}  // namespace fullcircle

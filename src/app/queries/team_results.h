// The numbers of every result of a team, computed once and again only for those whom a change is about.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "app/queries/cycle_rating.h"

namespace fullcircle {

/// What lists, charts and calibration show of a result: the numbers of the explained one, without its terms.
struct ResultNumbers {
  rating::Figure overall, uncalibrated;
  rating::Figure self, others, rwg;
  std::optional<double> rounded;  ///< overall, rounded once
  std::int32_t band = -1;         ///< index into the bands; -1 without one
  std::int32_t answers = 0;       ///< sent, without self
  bool hides_groups = false;      ///< some answers are in no number
};

/// Belongs to a ModelView, which gives it its document.
class TeamResults {
 public:
  /// Out: holds until the document changes.
  const ResultNumbers& of(const ModelView& view, const Review& review);
  /// With the figures by criterion, which are not kept. Out: hold until the next call of either.
  const rating::ReviewNumbers& rate(const ModelView& view, const Review& review, CountedAnswers counted = CountedAnswers::all) {
    return rating_of(view, review.cycle).rate(view, review, counted);
  }
  /// Whether some answers are in no number of it.
  bool hides_groups(const ModelView& view, const Review& review, CountedAnswers counted) {
    return counted == CountedAnswers::all ? of(view, review).hides_groups : !rate(view, review, counted).columns->left_out.empty();
  }
  CycleRating& rating_of(const ModelView& view, Id<ReviewCycle> cycle);
  /// How often a person was rated, for tests of what a change recomputes.
  std::uint64_t count() const { return count_; }

 private:
  struct Kept {
    RecordId review;
    bool is_current = false;
    ResultNumbers numbers;
  };
  struct ByCycle {
    Id<ReviewCycle> cycle;
    std::unique_ptr<CycleRating> rating;
  };
  /// Up to where changes were looked at.
  struct Seen {
    std::uint64_t document = 0, rules = 0, reviews = 0, goals = 0, points = 0, responses = 0;
    Day today;
  };

  /// Marks what changes since the last call were about.
  void follow(const ModelView& view);
  bool follow_reviews(const ModelView& view);
  bool follow_people(const ModelView& view);
  void forget_person(const ModelView& view, Id<Person> person);
  void forget_all(const ModelView& view);
  Kept* find(RecordId review);

  std::vector<Kept> kept_;  ///< one for each review, ascending
  std::vector<ByCycle> ratings_;
  Seen seen_;
  bool is_filled_ = false;
  std::uint64_t count_ = 0;
};

}  // namespace fullcircle

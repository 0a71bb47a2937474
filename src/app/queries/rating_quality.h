// How raters rate: mild or strict, wide or narrow, with or without reasons. Help for training, never a ranking of people.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/queries/rater_sheets.h"
#include "rating/crossed_effects.h"
#include "rating/rater_effects.h"

namespace fullcircle {

enum class Leniency : std::uint8_t { not_enough, much_stricter, stricter, alike, milder, much_milder };
FULLCIRCLE_ENUM_NAMES(Leniency, "leniency", "not_enough", "much_stricter", "stricter", "alike", "milder", "much_milder");

/// What a rater had noted about the people rated, before rating them.
enum class EvidenceSpan : std::uint8_t { none, recent, spread };
FULLCIRCLE_ENUM_NAMES(EvidenceSpan, "evidence_span", "none", "recent", "spread");

struct RaterQuality {
  Id<Person> rater;
  int people = 0;               ///< rated by them
  int answers = 0;              ///< rated questions
  bool is_shown = false;        ///< enough people to say anything; else all below is empty
  int counted = 0;              ///< people behind the figures below: anonymous answers count only from the minimum on
  int component = -1;           ///< raters of different components share nobody, not even through others
  rating::Figure difference;    ///< from the other raters of the same people, least squares
  rating::Figure difference_error;
  rating::Figure cautious;      ///< the same drawn towards 0 by as much as few ratings are uncertain
  Leniency leniency = Leniency::not_enough;
  rating::Figure spread;        ///< standard deviation of their ratings
  bool is_narrow = false;       ///< less than half of the middle rater's spread
  int without_words = 0;        ///< people rated without any written reason
  int all_equal = 0;            ///< people rated the same on every question
  int equal_possible = 0;       ///< people rated on three questions or more
  int recent_evidence = 0;      ///< people about whom all their notes are from the last weeks
  int any_evidence = 0;         ///< people about whom they had noted anything
};

/// A person rated: the mean of all raters, and what it would be with raters of equal severity.
struct RateeAdjusted {
  Id<Person> person;
  int raters = 0;
  int component = -1;
  double raw = 0;
  rating::Figure adjusted, adjusted_error;
};

struct RatingQuality {
  Id<ReviewCycle> cycle;
  std::vector<RaterQuality> raters;    ///< those shown first, by name as written
  std::vector<RateeAdjusted> ratees;   ///< only people whose result shows all that is used, by name
  int components = 0;                  ///< 1: everybody can be compared; more: only inside each
  int unknown_answers = 0;             ///< answers whose request is no longer kept, so that nobody knows the rater
  /// Of all raters; of those shown alone where so few others are left that subtracting would tell about one.
  int forms = 0, forms_without_words = 0, forms_all_equal = 0, forms_equal_possible = 0;
  rating::Figure middle_spread;
  int minimum = 3;
  double scale_width = 4;
  bool is_too_large = false;           ///< too many raters to compare at once; a department can be chosen
};

/// What a rater gave. A rater of whom single anonymous answers could be worked out is kept apart from those answers: they stay
/// in the comparison as those of nobody.
struct RaterSheets {
  Id<Person> rater;
  bool is_nobody = false;
  std::vector<RaterSheet> sheets;
};

inline constexpr int kRecentEvidenceDays = 28;
inline constexpr std::size_t kMostRatersCompared = 500;
/// Cautious differences from which words change, as shares of the scale's width.
inline constexpr double kMildShare = 0.05, kMuchMilderShare = 0.125;

/// Compares the raters of one cycle in steps, so that a page can draw between them.
class RatingQualityWork {
 public:
  /// Answers about people of `departments`. Stays empty unless `view.me` is the lead of the team, who knows from the requests
  /// who was asked.
  RatingQualityWork(const ModelView& view, const ReviewCycle& cycle, const Departments& departments);
  /// A part of it, some milliseconds. Out: true when nothing is left to do. In: the same document, unchanged.
  bool step(const ModelView& view);
  /// How much of it is done, from 0 to 1.
  double share() const;
  /// Complete once nothing is left to do.
  const RatingQuality& result() const { return quality_; }

 private:
  enum class Stage : std::uint8_t { read, prepare, fit, adjust, done };
  void take_sheets(const ModelView& view);
  void prepare_fit();
  void take_rater_effects();
  bool adjust_slice(const ModelView& view);
  void finish(const ModelView& view);

  Stage stage_ = Stage::read;
  RatingQuality quality_;
  std::optional<RaterSheetsReader> reader_;  ///< while it reads
  std::vector<RaterSheets> raters_;
  std::vector<Id<Person>> ratees_;
  std::vector<int> sheets_about_;
  std::size_t adjusted_ = 0;                 ///< of the ratees
  rating::RaterEffects effects_;
  std::unique_ptr<rating::CrossedFit> fit_;
};

/// All steps at once.
RatingQuality compute_rating_quality(const ModelView& view, const ReviewCycle& cycle, const Departments& departments);

}  // namespace fullcircle

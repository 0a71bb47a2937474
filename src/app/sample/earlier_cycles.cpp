#include "app/sample/earlier_cycles.h"

#include <algorithm>
#include <string>

#include "app/queries/cycle_rating.h"
#include "rating/rounding.h"

namespace fullcircle {
namespace {

constexpr int kDaysPerCycle = 182;
constexpr double kGainPerCycle = 0.09, kOwnPace = 0.10, kByCriterion = 0.12, kGoalsVary = 0.35;

std::optional<double> read(const std::string& score) {
  const auto decimal = rating::Decimal::parse(score);
  return decimal ? std::optional(decimal->to_double()) : std::nullopt;
}

/// One person's figures before `latest`, moved by `step` on the whole.
class EarlierResult {
 public:
  EarlierResult(const RatingRules& rules, SeededRandom& random, double step) : rules_(rules), random_(random), step_(step) {}

  ReleasedResult make(const ReleasedResult& latest, bool with_criteria) {
    ReleasedResult result;
    double sum = 0;
    for (const ReleasedCriterion& criterion : latest.criteria) {
      ReleasedCriterion before{criterion.key, criterion.name, moved(criterion.self, kByCriterion), moved(criterion.others, kByCriterion), {}, {}};
      sum += read(before.others).value_or(0);
      result.criteria.push_back(std::move(before));
    }
    result.others = result.criteria.empty() ? moved(latest.others, 0) : text(sum / static_cast<double>(result.criteria.size()));
    result.self = moved(latest.self, kByCriterion);
    for (const ReleasedScore& part : latest.parts)
      result.parts.push_back({part.key, part.key == to_name(ReviewPart::goals) ? moved(part.score, kGoalsVary) : moved(part.score, 0), 0, {}});
    rate(result);
    if (with_criteria) return result;
    result.criteria.clear();
    result.parts.clear();
    return result;
  }

 private:
  std::string text(double score) const { return rating::round_score(std::clamp(score, rules_.scale_low, rules_.scale_high), rules_.places).text(); }
  std::string moved(const std::string& score, double vary) {
    const auto value = read(score);
    return value ? text(*value + step_ + vary * random_.spread()) : std::string();
  }
  /// The overall is the weighted mean of the parts, as in every result.
  void rate(ReleasedResult& result) const {
    double sum = 0, weight = 0;
    for (const ReleasedScore& part : result.parts) {
      const auto rule = std::ranges::find(rules_.part_weights, part.key, [](const PartWeight& w) { return to_name(w.part); });
      const auto score = read(part.score);
      if (rule == rules_.part_weights.end() || !score) continue;
      sum += rule->weight_percent * *score;
      weight += rule->weight_percent;
    }
    if (weight <= 0) return;
    const auto rounded = rating::round_score(sum / weight, rules_.places);
    result.overall = rounded.text();
    if (const auto band = rating::find_band(rounded, bands_of(rules_)); band && *band < rules_.bands.size()) result.label = rules_.bands[*band].label;
  }

  const RatingRules& rules_;
  SeededRandom& random_;
  double step_;
};

}  // namespace

EarlierCycle make_earlier_cycle(const SampleWriter& writer, SeededRandom& random, const ReviewCycle& like, const std::vector<Review>& latest, int shift) {
  EarlierCycle made;
  ReviewCycle& cycle = made.cycle;
  cycle = like;
  cycle.id = Id<ReviewCycle>(random.id());
  cycle.state = CycleState::closed;
  const auto move = [&](std::optional<Day>& day) {
    if (day) day = *day + shift;
  };
  move(cycle.start_day);
  move(cycle.end_day);
  for (CycleStage& stage : cycle.stages) {
    move(stage.start_day);
    move(stage.due_day);
  }
  // Two reviews of one season would have one name.
  cycle.name = season_name(writer.words, *cycle.start_day) + " " + std::to_string(to_year_month_day(*cycle.start_day).year);
  const int talk_day = *cycle.end_day - writer.today - 8;
  cycle.calibration_closed_at = writer.at(talk_day - 4, 9);
  const double cycles_back = -static_cast<double>(shift) / kDaysPerCycle;
  for (const Review& known : latest) {
    if (!known.released) continue;
    Review review;
    review.id = Id<Review>(random.id());
    review.cycle = cycle.id;
    review.person = known.person;
    review.manager = known.manager;
    const double step = -cycles_back * (kGainPerCycle + kOwnPace * random.spread());
    review.released = EarlierResult(cycle.rules, random, step).make(*known.released, latest.size() <= kMostWithCriteria);
    review.conversation_at = writer.at(talk_day, 14);
    review.released_at = writer.at(talk_day - 2, 10);
    made.reviews.push_back(std::move(review));
  }
  return made;
}

}  // namespace fullcircle

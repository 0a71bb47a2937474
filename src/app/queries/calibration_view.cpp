#include "app/queries/calibration_view.h"

#include <algorithm>
#include <cmath>

#include "app/queries/released_terms.h"
#include "app/queries/shown_answers.h"
#include "model/sorting.h"
#include "rating/rounding.h"
#include "store/history.h"

namespace fullcircle {
namespace {

std::optional<double> rounded(const rating::Figure& figure, int places) {
  return figure ? std::optional(rating::round_score(*figure, places).to_double()) : std::nullopt;
}

std::optional<std::size_t> band_of(std::optional<double> score, const RatingRules& rules) {
  if (!score) return std::nullopt;
  const auto band = rating::find_band(rating::round_score(*score, rules.places), bands_of(rules));
  return band && *band < rules.bands.size() ? std::optional(*band) : std::nullopt;  // a cycle may come without labels
}

std::optional<NineBoxLevel> level_of(std::optional<double> score, const RatingRules& rules) {
  return score ? std::optional(nine_box_level(rules, *score)) : std::nullopt;
}

/// The first value anybody entered; the field's history keeps it.
std::optional<double> first_potential(const ModelView& view, const Review& review) {
  std::optional<double> first = review.potential;
  for (const HistoryEntry& entry : history_of(view.document(), review.id, field_id(&Review::potential))) {
    std::optional<double> entered;
    if (from_value(Value(entry.value), entered) && entered) first = entered;
  }
  return first;
}

void read_scores(const ModelView& view, const Review& review, CalibrationPerson& placed) {
  if (is_only_released(view, review)) {
    const ResultPage page = released_result_page(view, review);
    placed.exact_now = read_score(page.overall);
    const auto before = explain_released(page, {ShownNumber::uncalibrated, {}, {}});
    placed.exact_before = before && before->value ? before->value : placed.exact_now;
    return;
  }
  const ResultNumbers& numbers = view.results().of(view, review);
  placed.exact_now = numbers.overall;
  placed.exact_before = numbers.uncalibrated;
}

CalibrationPerson place_person(const ModelView& view, const Review& review, const Person& person, const RatingRules& rules) {
  CalibrationPerson placed{.review = &review, .person = &person, .unit = person.unit};
  read_scores(view, review, placed);
  placed.now = rounded(placed.exact_now, rules.places);
  placed.before = rounded(placed.exact_before, rules.places);
  placed.band_before = band_of(placed.before, rules);
  placed.band = band_of(placed.now, rules);
  placed.performance_before = level_of(placed.before, rules);
  placed.performance = level_of(placed.now, rules);
  placed.potential_before = level_of(first_potential(view, review), rules);
  placed.potential = level_of(review.potential, rules);
  if (!goes_out(view, review)) {
    placed.exact_now = placed.exact_before = rating::Figure();
    placed.now = placed.before = std::nullopt;
  }
  return placed;
}

UnitRatings& ratings_of(std::vector<UnitRatings>& units, Id<Unit> unit, std::size_t bands) {
  const auto found = std::ranges::find(units, unit, &UnitRatings::unit);
  if (found != units.end()) return *found;
  return units.emplace_back(UnitRatings{unit, std::vector<int>(bands), std::vector<int>(bands)});
}

/// In the order of the file, whoever is without a unit last.
void sort_units(const ModelView& view, std::vector<UnitRatings>& units) {
  const auto place_of = [&](const UnitRatings& ratings) {
    std::size_t place = 0;
    for (const Unit& unit : view.table<Unit>().alive()) {
      if (unit.id == ratings.unit) return place;
      ++place;
    }
    return place;
  };
  sort_stably(units, {}, place_of);
}

/// Against the guide, when every band has a share.
std::optional<rating::DistributionCheck> compare_with_guide(const std::vector<CalibrationPerson>& people, const RatingRules& rules) {
  std::vector<double> guide, counts(rules.bands.size());
  for (const Band& band : rules.bands)
    if (band.guide_percent) guide.push_back(*band.guide_percent);
  if (guide.size() != rules.bands.size() || guide.empty()) return std::nullopt;
  for (const CalibrationPerson& person : people)
    if (person.band) ++counts[*person.band];
  return rating::compute_distribution_check(counts, guide);
}

CalibrationMean add_up(const std::vector<CalibrationPerson>& people) {
  CalibrationMean mean;
  for (const CalibrationPerson& person : people) {
    if (!person.exact_now || !person.exact_before) continue;
    ++mean.counted;
    mean.moved += rating::snap(*person.exact_now - *person.exact_before) != 0;
    mean.sum_before += *person.exact_before;
    mean.sum_now += *person.exact_now;
  }
  return mean;
}

std::optional<double> mean_of(double sum, int counted, int places) {
  return counted > 0 ? std::optional(rating::round_score(sum / counted, places).to_double()) : std::nullopt;
}

}  // namespace

NineBoxLevel nine_box_level(const RatingRules& rules, double score) {
  const double range = rules.scale_high - rules.scale_low;
  const auto is_from = [&](double share) { return rating::snap(score - rules.scale_low) >= rating::snap(share * range); };
  return is_from(kNineBoxCuts[1]) ? NineBoxLevel::high : is_from(kNineBoxCuts[0]) ? NineBoxLevel::medium : NineBoxLevel::low;
}

ScoreRange range_of_level(const RatingRules& rules, NineBoxLevel level) {
  const std::array<double, 4> edges{0, kNineBoxCuts[0], kNineBoxCuts[1], 1};
  const auto at = static_cast<std::size_t>(level);
  const double width = rules.scale_high - rules.scale_low;
  return {rating::snap(rules.scale_low + width * edges[at]), rating::snap(rules.scale_low + width * edges[at + 1])};
}

double score_of_level(const RatingRules& rules, NineBoxLevel level) {
  const ScoreRange range = range_of_level(rules, level);
  return rating::snap((range.low + range.high) / 2);
}

double nearest_score(const RatingRules& rules, double score, NineBoxLevel level) {
  const ScoreRange range = range_of_level(rules, level);
  const double high = level == NineBoxLevel::high ? range.high : range.high - std::pow(10.0, -rules.places);
  return rating::round_score(std::clamp(score, range.low, high), rules.places).to_double();
}

int nine_box_cell(NineBoxLevel performance, NineBoxLevel potential) { return (2 - static_cast<int>(potential)) * 3 + static_cast<int>(performance); }
NineBoxLevel cell_performance(int cell) { return static_cast<NineBoxLevel>(cell % 3); }
NineBoxLevel cell_potential(int cell) { return static_cast<NineBoxLevel>(2 - cell / 3); }

CalibrationView compute_calibration(const ModelView& view, const ReviewCycle& cycle) {
  const RatingRules& rules = cycle.rules;
  CalibrationView shown;
  for (const Review* review : view.reviews_in(cycle.id)) {
    const Person* person = view.find(review->person);
    if (person && result_access(view, *review) == ResultAccess::full) shown.people.push_back(place_person(view, *review, *person, rules));
  }
  sort_stably(shown.people, {}, [](const CalibrationPerson& person) { return person.person->name; });
  for (std::size_t i = 0; i < shown.people.size(); ++i) {
    const CalibrationPerson& person = shown.people[i];
    if (person.is_moved()) shown.moves.push_back(i);
    shown.without_figures += person.performance && !person.now;
    if (!person.band || !person.band_before) continue;
    UnitRatings& unit = ratings_of(shown.units, person.unit, rules.bands.size());
    ++unit.now[*person.band];
    ++unit.before[*person.band_before];
  }
  sort_units(view, shown.units);
  shown.mean = add_up(shown.people);
  shown.mean_before = mean_of(shown.mean.sum_before, shown.mean.counted, rules.places);
  shown.mean_now = mean_of(shown.mean.sum_now, shown.mean.counted, rules.places);
  shown.guide = compare_with_guide(shown.people, rules);
  return shown;
}

}  // namespace fullcircle

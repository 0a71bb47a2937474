#include "app/queries/calibration_words.h"

#include <algorithm>

#include "model/sorting.h"

namespace fullcircle {
namespace {

std::string_view level_key(NineBoxLevel level) { return level == NineBoxLevel::low ? "low" : level == NineBoxLevel::medium ? "medium" : "high"; }

}  // namespace

int box_of(const CalibrationPerson& person) { return nine_box_cell(*person.performance, *person.potential); }

int box_before(const CalibrationPerson& person) {
  return nine_box_cell(person.performance_before.value_or(*person.performance), person.potential_before.value_or(*person.potential));
}

int count_changed(const UnitRatings& ratings) {
  int left = 0;
  for (std::size_t band = 0; band < ratings.now.size(); ++band) left += std::max(0, ratings.before[band] - ratings.now[band]);
  return left;
}

std::string CalibrationWords::box(int cell) const {
  return word("box_" + std::string(level_key(cell_potential(cell))) + "_" + std::string(level_key(cell_performance(cell))));
}
std::string CalibrationWords::potential(NineBoxLevel level) const { return word("potential_" + std::string(level_key(level))); }
std::string CalibrationWords::performance(NineBoxLevel level) const { return word("performance_" + std::string(level_key(level))); }

std::string CalibrationWords::score(std::optional<double> score) const {
  return score ? formats_.number(*score, cycle_.rules.places) : std::string(language_.tr("common.empty_cell"));
}

std::string CalibrationWords::label(std::optional<std::size_t> band) const {
  return band && *band < cycle_.rules.bands.size() ? cycle_.rules.bands[*band].label : std::string(language_.tr("common.empty_cell"));
}

std::string CalibrationWords::boxes_summary(const CalibrationView& shown) const {
  std::array<int, 9> counts{};
  int placed = 0, moved = 0;
  for (const CalibrationPerson& person : shown.people) {
    if (!person.is_placed()) continue;
    ++placed;
    ++counts[static_cast<std::size_t>(box_of(person))];
    moved += box_of(person) != box_before(person);
  }
  std::array<int, 9> order{0, 1, 2, 3, 4, 5, 6, 7, 8};
  sort_stably(order, std::greater<>(), [&](int cell) { return counts[static_cast<std::size_t>(cell)]; });
  std::string boxes;
  for (const int cell : order) {
    const int count = counts[static_cast<std::size_t>(cell)];
    if (count > 0) boxes += (boxes.empty() ? "" : ", ") + box(cell) + " " + formats_.integer(count);
  }
  const std::string people = language_.tr("people.count", {{"count", placed}});
  return language_.tr("calibration.boxes_summary", {{"people", people}, {"moved", moved}, {"boxes", boxes.empty() ? std::string(language_.tr("common.empty_cell")) : boxes}});
}

std::vector<std::vector<std::string>> CalibrationWords::boxes_table(const CalibrationView& shown, std::span<const std::string> names) const {
  std::vector<std::vector<std::string>> table{{word("column_person"), word("column_box"), word("column_box_before"), word("overall"), word("column_before"), word("potential")}};
  for (std::size_t i = 0; i < shown.people.size(); ++i) {
    const CalibrationPerson& person = shown.people[i];
    if (!person.is_placed()) continue;
    const int now = box_of(person), before = box_before(person);
    table.push_back({names[i], box(now), now == before ? std::string() : box(before), score(person.now), score(person.before), potential(*person.potential)});
  }
  return table;
}

std::string CalibrationWords::unit_summary(const std::string& unit, const UnitRatings& ratings) const {
  int people = 0;
  std::size_t most = 0;
  for (std::size_t band = 0; band < ratings.now.size(); ++band) {
    people += ratings.now[band];
    if (ratings.now[band] > ratings.now[most]) most = band;
  }
  return language_.tr("calibration.unit_summary", {{"unit", unit}, {"people", language_.tr("people.count", {{"count", people}})}, {"label", label(most)}, {"changed", count_changed(ratings)}});
}

std::vector<std::vector<std::string>> CalibrationWords::unit_table(const UnitRatings& ratings) const {
  std::vector<std::vector<std::string>> table{{word("column_label"), word("column_now"), word("column_before")}};
  for (std::size_t band = 0; band < ratings.now.size(); ++band) table.push_back({label(band), formats_.integer(ratings.now[band]), formats_.integer(ratings.before[band])});
  return table;
}

}  // namespace fullcircle

#include "app/queries/calibration_words.h"

#include <algorithm>

#include "model/sorting.h"

namespace fullcircle {
namespace {

constexpr int kExactPlaces = 4;
constexpr const char *kTimes = " × ", *kBy = " ÷ ", *kDot = " · ";

/// How many have this label now, in all units.
int count_now(const CalibrationView& shown, std::size_t band) {
  int count = 0;
  for (const UnitRatings& unit : shown.units) count += unit.now[band];
  return count;
}

bool has_guide(const CalibrationView& shown) { return shown.guide && shown.guide->total_variation; }

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

std::string CalibrationWords::rating(std::optional<double> figure, std::optional<std::size_t> band) const { return figure ? score(figure) : label(band); }

std::string CalibrationWords::name(const CalibrationView& shown, std::size_t person, bool hides_names) const {
  return hides_names ? language_.tr("calibration.hidden_name", {{"number", static_cast<int>(person) + 1}}) : shown.people[person].person->name;
}

std::vector<std::string> CalibrationWords::names(const CalibrationView& shown, bool hides_names) const {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < shown.people.size(); ++i) names.push_back(name(shown, i, hides_names));
  return names;
}

std::vector<std::string> CalibrationWords::unit_names(const ModelView& view, const CalibrationView& shown) const {
  std::vector<std::string> names;
  for (const UnitRatings& unit : shown.units) {
    const Unit* found = view.find(unit.unit);
    names.push_back(found ? found->name : word("no_unit"));
  }
  return names;
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

TextTable CalibrationWords::boxes_table(const CalibrationView& shown, std::span<const std::string> names) const {
  TextTable table{{word("column_person"), word("column_box"), word("column_box_before"), word("overall"), word("column_before"), word("potential")}};
  for (std::size_t i = 0; i < shown.people.size(); ++i) {
    const CalibrationPerson& person = shown.people[i];
    if (!person.is_placed()) continue;
    const int now = box_of(person), before = box_before(person);
    table.push_back({names[i], box(now), now == before ? std::string() : box(before), rating(person.now, person.band), rating(person.before, person.band_before), potential(*person.potential)});
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

TextTable CalibrationWords::unit_table(const UnitRatings& ratings) const {
  TextTable table{{word("column_label"), word("column_now"), word("column_before")}};
  for (std::size_t band = 0; band < ratings.now.size(); ++band) table.push_back({label(band), formats_.integer(ratings.now[band]), formats_.integer(ratings.before[band])});
  return table;
}

NineBoxFigure CalibrationWords::nine_box(const CalibrationView& shown, std::span<const std::string> names) const {
  NineBoxFigure figure{.caption = boxes_summary(shown), .row_axis = word("potential"), .column_axis = word("performance"), .table = boxes_table(shown, names)};
  std::array<int, 9> counts{};
  for (std::size_t i = 0; i < shown.people.size(); ++i) {
    const CalibrationPerson& person = shown.people[i];
    if (!person.is_placed()) continue;
    NineBoxChip chip{.person = i, .name = names[i], .cell = box_of(person)};
    if (const int before = box_before(person); before != chip.cell) chip.moved_from = before;
    ++counts[static_cast<std::size_t>(chip.cell)];
    figure.people.push_back(std::move(chip));
  }
  for (std::size_t cell = 0; cell < 9; ++cell) {
    figure.cells[cell] = box(static_cast<int>(cell));
    if (counts[cell] > 0) figure.counts[cell] = formats_.integer(counts[cell]);
  }
  for (std::size_t i = 0; i < 3; ++i) {
    figure.rows[i] = potential(static_cast<NineBoxLevel>(2 - i));
    figure.columns[i] = performance(static_cast<NineBoxLevel>(i));
  }
  return figure;
}

std::vector<HistogramFigure> CalibrationWords::unit_figures(const CalibrationView& shown, std::span<const std::string> names) const {
  int most = 1;
  std::vector<HistogramFigure> figures;
  for (const UnitRatings& unit : shown.units) {
    HistogramFigure figure{.caption = unit_summary(names[figures.size()], unit), .table = unit_table(unit)};
    for (std::size_t band = 0; band < unit.now.size(); ++band) {
      most = std::max({most, unit.now[band], unit.before[band]});
      figure.columns.push_back({band_mark(band), unit.now[band], unit.before[band]});
    }
    figures.push_back(std::move(figure));
  }
  for (HistogramFigure& figure : figures) figure.maximum = most;
  return figures;
}

std::string CalibrationWords::guide_apart(const CalibrationView& shown) const {
  return has_guide(shown) ? language_.tr("calibration.guide_apart", {{"share", formats_.percent(*shown.guide->total_variation)}}) : std::string();
}

HistogramFigure CalibrationWords::guide_figure(const CalibrationView& shown) const {
  HistogramFigure figure{.caption = guide_apart(shown), .table = {{word("column_label"), word("column_now"), std::string(language_.tr("plan.guide"))}}};
  if (!has_guide(shown)) return figure;
  const auto& expected = shown.guide->expected;
  for (std::size_t band = 0; band < expected.size(); ++band) {
    const int now = count_now(shown, band);
    std::optional<double> mark;
    if (expected[band]) mark = *expected[band];
    figure.maximum = std::max({figure.maximum, static_cast<double>(now), mark.value_or(0)});
    figure.table.push_back({label(band), formats_.integer(now), mark ? formats_.number(*mark, 1) : std::string(language_.tr("common.empty_cell"))});
    figure.columns.push_back({band_mark(band), now, mark});
  }
  return figure;
}

TextTable CalibrationWords::moves_table(const CalibrationView& shown, std::span<const std::string> names) const {
  TextTable table{{word("column_person"), word("column_before"), word("column_now"), std::string(language_.tr("insights.column_difference")), word("potential"), word("column_reason")}};
  for (const std::size_t index : shown.moves) {
    const CalibrationPerson& person = shown.people[index];
    const auto points = person.review->calibration_points;
    std::string potentials = person.potential ? potential(*person.potential) : std::string();
    if (person.potential_before && person.potential_before != person.potential) potentials = potential(*person.potential_before) + " → " + potentials;
    table.push_back({names[index], rating(person.before, person.band_before), rating(person.now, person.band), points ? formats_.difference(*points, cycle_.rules.places) : std::string(), std::move(potentials),
                     person.review->calibration_reason});
  }
  return table;
}

std::string_view CalibrationWords::missing(const CalibrationPerson& person) const {
  return language_.tr(!person.performance ? "calibration.without_rating" : "calibration.without_potential");
}

std::vector<ValueLine> CalibrationWords::mean_lines(const CalibrationView& shown) const {
  const CalibrationMean& mean = shown.mean;
  const int left_out = static_cast<int>(shown.people.size()) - mean.counted - shown.without_figures;
  const auto people = [&](int count) { return language_.tr("people.count", {{"count", count}}); };
  std::vector<ValueLine> lines{{word("mean_counted"), people(mean.counted)}};
  if (left_out > 0) lines.push_back({language_.tr("terms.left_out", {{"reason", word("without_rating")}}), people(left_out)});
  if (shown.without_figures > 0) lines.push_back({language_.tr("terms.left_out", {{"reason", word("without_figures")}}), people(shown.without_figures)});
  if (mean.counted == 0) return lines;
  const std::string by = kBy + formats_.integer(mean.counted);
  const auto add = [&](std::string_view key, double sum, std::optional<double> shown_mean) {
    lines.push_back({word(key) + ": " + formats_.short_number(sum, kExactPlaces) + by + " = " + formats_.short_number(sum / mean.counted, kExactPlaces), score(shown_mean), true});
  };
  const double moved = mean.sum_now - mean.sum_before;
  add("column_before", mean.sum_before, shown.mean_before);
  if (mean.moved > 0)
    lines.push_back({language_.tr("calibration.mean_moved", {{"count", mean.moved}}) + ": " + formats_.difference(moved, cycle_.rules.places) + by,
                     formats_.difference(moved / mean.counted, kExactPlaces)});
  add("column_now", mean.sum_now, shown.mean_now);
  return lines;
}

std::vector<ValueLine> CalibrationWords::guide_lines(const CalibrationView& shown) const {
  std::vector<ValueLine> lines;
  if (!has_guide(shown)) return lines;
  const auto& expected = shown.guide->expected;
  int rated = 0;
  for (std::size_t band = 0; band < expected.size(); ++band) rated += count_now(shown, band);
  for (std::size_t band = 0; band < expected.size() && rated > 0; ++band) {
    if (!expected[band]) continue;
    const std::string guided = formats_.number(*expected[band], 1);
    lines.push_back({label(band) + kDot + formats_.percent(*expected[band] / rated, 1) + kTimes + formats_.integer(rated) + " = " + guided,
                     language_.tr("calibration.guide_row", {{"now", count_now(shown, band)}, {"guide", guided}})});
  }
  lines.push_back({word("guide_sum"), formats_.percent(*shown.guide->total_variation, 1), true});
  return lines;
}

std::vector<ValueLine> CalibrationWords::edge_lines() const {
  std::vector<ValueLine> lines;
  for (const auto level : {NineBoxLevel::low, NineBoxLevel::medium, NineBoxLevel::high}) {
    const ScoreRange range = range_of_level(cycle_.rules, level);
    lines.push_back({performance(level) + kDot + potential(level),
                     language_.tr(level == NineBoxLevel::high ? "calibration.edge_to" : "calibration.edge_under",
                                  {{"from", formats_.short_number(range.low)}, {"to", formats_.short_number(range.high)}})});
  }
  return lines;
}

std::string CalibrationWords::edges_how() const {
  return language_.tr("calibration.edges_how", {{"medium", formats_.percent(kNineBoxCuts[0])}, {"high", formats_.percent(kNineBoxCuts[1])}});
}

}  // namespace fullcircle

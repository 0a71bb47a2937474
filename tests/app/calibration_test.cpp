// Calibration: who stands where, moves with reasons, and what they do to the rating.
#include <doctest/doctest.h>

#include <cmath>

#include "app/commands/calibration_commands.h"
#include "app/queries/calibration_words.h"
#include "app/queries/result_page.h"
#include "app/queries/result_terms.h"
#include "app/reports/result_words.h"
#include "app/support/sample_team.h"
#include "app/support/shipped_languages.h"
#include "rating/rounding.h"

using namespace fullcircle;

namespace {

struct Team : test::LeadsTeam {
  const ReviewCycle& cycle() const { return *view.current_cycle(); }
  const ReviewCycle& earlier() const { return *view.cycle_before(cycle()); }
  CalibrationPerson find(const ReviewCycle& cycle, std::string_view name) const {
    for (const CalibrationPerson& person : compute_calibration(view, cycle).people)
      if (person.person->name == name) return person;
    return {};
  }
};

}  // namespace

TEST_CASE("the nine boxes are half-open thirds of the scale, the highest takes in its end") {
  const RatingRules rules;
  CHECK(nine_box_level(rules, 1) == NineBoxLevel::low);
  CHECK(nine_box_level(rules, 2.59) == NineBoxLevel::low);
  CHECK(nine_box_level(rules, 2.6) == NineBoxLevel::medium);
  CHECK(nine_box_level(rules, 3.59) == NineBoxLevel::medium);
  CHECK(nine_box_level(rules, 3.6) == NineBoxLevel::high);
  CHECK(nine_box_level(rules, 5) == NineBoxLevel::high);
  for (const auto level : {NineBoxLevel::low, NineBoxLevel::medium, NineBoxLevel::high}) {
    CHECK(nine_box_level(rules, score_of_level(rules, level)) == level);
    CHECK(nine_box_level(rules, nearest_score(rules, 1, level)) == level);
    CHECK(nine_box_level(rules, nearest_score(rules, 5, level)) == level);
  }
  CHECK(nearest_score(rules, 3.4, NineBoxLevel::high) == 3.6);
  CHECK(nearest_score(rules, 3.8, NineBoxLevel::medium) == 3.59);
  for (int cell = 0; cell < 9; ++cell) CHECK(nine_box_cell(cell_performance(cell), cell_potential(cell)) == cell);
}

TEST_CASE("a move gives exactly the overall that was asked for, as a term of its own") {
  Team team;
  const CalibrationPerson before = team.find(team.cycle(), "Mara");
  REQUIRE(before.before);
  const double asked = *before.before - 0.37;
  team.apply(calibrate(before, team.cycle().rules, {asked, before.potential, "Seen in two audits"}));
  const CalibrationPerson after = team.find(team.cycle(), "Mara");
  CHECK(after.before == before.before);
  CHECK(*after.now == doctest::Approx(asked).epsilon(1e-12));
  CHECK(after.is_moved());
  CHECK(after.review->calibration_reason == "Seen in two audits");
  const auto result = compute_result(team.view, *after.review);
  REQUIRE(result.overall.children.size() == 2);
  CHECK(result.overall.children[1].kind == rating::TermKind::Calibration);
}

TEST_CASE("an overall equal to the computed one takes the calibration back") {
  Team team;
  team.apply(calibrate(team.find(team.cycle(), "Mara"), team.cycle().rules, {4.5, {}, "Reason"}));
  const CalibrationPerson moved = team.find(team.cycle(), "Mara");
  REQUIRE(moved.review->calibration_points);
  team.apply(calibrate(moved, team.cycle().rules, {moved.before, moved.potential, ""}));
  CHECK_FALSE(team.find(team.cycle(), "Mara").review->calibration_points);
}

TEST_CASE("nobody is moved without a reason or out of the scale; a first potential needs none") {
  Team team;
  const RatingRules& rules = team.cycle().rules;
  const CalibrationPerson mara = team.find(team.cycle(), "Mara"), tom = team.find(team.cycle(), "Tom");
  CHECK(check_move(mara, rules, {*mara.now + 0.2, mara.potential, " \n"}) == MoveProblem::reason_missing);
  CHECK(check_move(mara, rules, {*mara.now + 0.2, mara.potential, "Because"}) == MoveProblem::none);
  CHECK(check_move(mara, rules, {mara.now, NineBoxLevel::low, ""}) == MoveProblem::reason_missing);
  CHECK(check_move(mara, rules, {5.01, mara.potential, "Because"}) == MoveProblem::outside_scale);
  CHECK(check_move(mara, rules, {mara.now, mara.potential, ""}) == MoveProblem::none);
  REQUIRE_FALSE(tom.potential);
  CHECK(check_move(tom, rules, {tom.now, NineBoxLevel::high, ""}) == MoveProblem::none);
}

TEST_CASE("moves, means and distributions before and after agree with each other") {
  const Team team;
  const CalibrationView shown = compute_calibration(team.view, team.earlier());
  CHECK(shown.moves.size() == 3);
  int now = 0, before = 0, rated = 0;
  for (const UnitRatings& unit : shown.units)
    for (std::size_t band = 0; band < unit.now.size(); ++band) {
      now += unit.now[band];
      before += unit.before[band];
    }
  double sum = 0;
  for (const CalibrationPerson& person : shown.people)
    if (person.now) {
      ++rated;
      sum += *person.now;
    }
  CHECK(shown.mean.counted == rated);
  CHECK(shown.mean.moved > 0);
  CHECK(now == rated);
  CHECK(before == rated);
  CHECK(*shown.mean_now == doctest::Approx(sum / rated).epsilon(0.002));
  CHECK(team.earlier().calibration_closed_at);
}

TEST_CASE("the mean of a calibration is made of the ratings before rounding and rounded once") {
  const Team team;
  for (const ReviewCycle* cycle : {&team.cycle(), &team.earlier()}) {
    const CalibrationView shown = compute_calibration(team.view, *cycle);
    double before = 0, now = 0;
    int rated = 0;
    for (const CalibrationPerson& person : shown.people) {
      const auto& overall = compute_result(team.view, *person.review).overall;
      if (!overall.value) continue;
      ++rated;
      now += *overall.value;
      before += person.review->calibration_points ? *overall.children.at(0).value : *overall.value;
    }
    REQUIRE(rated > 0);
    CHECK(shown.mean.counted == rated);
    CHECK(shown.mean.sum_now == doctest::Approx(now).epsilon(1e-12));
    CHECK(*shown.mean_now == rating::round_score(now / rated, cycle->rules.places).to_double());
    CHECK(*shown.mean_before == rating::round_score(before / rated, cycle->rules.places).to_double());
  }
}

TEST_CASE("who has only the released copy left of a result is placed by what was released") {
  Team team;
  const CalibrationPerson before = team.find(team.earlier(), "Mara");
  REQUIRE(before.review->released);
  Edit edit("test");
  for (const FeedbackResponse* response : team.view.responses_about(before.review->person)) edit.erase(response->id);
  team.apply(edit);
  const CalibrationPerson after = team.find(team.earlier(), "Mara");
  REQUIRE(after.now);
  CHECK(*after.now == read_score(after.review->released->overall));
  CHECK(std::abs(*after.before - *before.before) <= 0.01 + 1e-9);
}

TEST_CASE("the boxes begin where a score steps over, and the table of their edges says so") {
  RatingRules rules;
  for (const double high : {5.0, 7.0, 10.0}) {
    rules.scale_high = high;
    for (const auto level : {NineBoxLevel::medium, NineBoxLevel::high}) {
      const double from = range_of_level(rules, level).low;
      CHECK(nine_box_level(rules, from) == level);
      CHECK(nine_box_level(rules, from - 0.01) != level);
    }
    CHECK(range_of_level(rules, NineBoxLevel::low).low == rules.scale_low);
    CHECK(range_of_level(rules, NineBoxLevel::high).high == high);
  }
}

TEST_CASE("a change of potential keeps the place it came from") {
  const Team team;
  const CalibrationPerson jonas = team.find(team.earlier(), "Jonas");
  CHECK(jonas.potential_before == NineBoxLevel::medium);
  CHECK(jonas.potential == NineBoxLevel::high);
}

TEST_CASE("the guide compares shares and forces nothing") {
  Team team;
  CHECK_FALSE(compute_calibration(team.view, team.cycle()).guide);
  ReviewCycle cycle = team.cycle();
  for (std::size_t band = 0; band < cycle.rules.bands.size(); ++band) cycle.rules.bands[band].guide_percent = band == 2 ? 60 : 10;
  const CalibrationView shown = compute_calibration(team.view, cycle);
  REQUIRE(shown.guide);
  REQUIRE(shown.guide->total_variation);
  CHECK(*shown.guide->total_variation > 0);
  CHECK(*shown.guide->total_variation <= 1);
  CHECK(shown.moves.empty());
}

TEST_CASE("only those responsible for a person see their calibration") {
  Team team;
  const auto all = compute_calibration(team.view, team.cycle()).people.size();
  for (const Person& person : team.view.table<Person>().alive())
    if (person.name == "Nils") team.view.me = person.id;
  CHECK(all == 14);
  CHECK(compute_calibration(team.view, team.cycle()).people.empty());
}

TEST_CASE("C14: the result before, the shift and the result after each open into terms that add up to them") {
  Team team;
  const CalibrationPerson before = team.find(team.cycle(), "Mara");
  team.apply(calibrate(before, team.cycle().rules, {*before.before - 0.37, before.potential, "Seen in two audits"}));
  const CalibrationPerson moved = team.find(team.cycle(), "Mara");
  const ResultPage page = compute_result_page(team.view, *moved.review);
  REQUIRE(page.computed);
  const auto first = explain_number(*page.computed, {ShownNumber::uncalibrated, {}, {}});
  const auto shift = explain_number(*page.computed, {ShownNumber::calibration, {}, {}});
  const auto last = explain_number(*page.computed, {ShownNumber::overall, {}, {}});
  REQUIRE((first && shift && last));
  const int places = team.cycle().rules.places;
  CHECK(rating::round_score(*first->value, places).to_double() == *moved.before);
  CHECK(rating::round_score(*last->value, places).to_double() == *moved.now);
  CHECK(*shift->value == doctest::Approx(*moved.review->calibration_points));
  CHECK(*first->value + *shift->value == doctest::Approx(*last->value).epsilon(1e-12));
  REQUIRE(shift->children.size() == 2);
  CHECK(*shift->children[0].value + *shift->children[1].value == doctest::Approx(*shift->value).epsilon(1e-12));
  CHECK(first->rule == rating::TermRule::WeightedMean);
  CHECK_FALSE(first->children.empty());
}

TEST_CASE("an opened number of calibration says how it was rounded, and a shift past the scale that it stopped there") {
  Team team;
  const auto language = test::load_language("en");
  const Formats formats(*language, team.view.today);
  const CalibrationPerson mara = team.find(team.cycle(), "Mara");
  Review after = *mara.review;
  after.calibration_points = 3;
  after.calibration_reason = "Far beyond";
  Edit edit("test");
  edit.update(*mara.review, after);
  team.apply(edit);
  const CalibrationPerson moved = team.find(team.cycle(), "Mara");
  CHECK(*moved.now == team.cycle().rules.scale_high);
  const ResultPage page = compute_result_page(team.view, *moved.review);
  const ResultWords words(*language, formats, page);
  const NumberKey shift{ShownNumber::calibration, {}, {}}, first{ShownNumber::uncalibrated, {}, {}};
  const auto lines = words.term_lines(*explain_number(*page.computed, shift));
  REQUIRE(lines.size() == 3);
  CHECK(lines[0].note == "agreed +3.00, stopped at the end of the scale");
  CHECK(words.rounding(first).ends_with("becomes " + words.number_value(first)));
  CHECK(words.number_value(first) == formats.number(*moved.before, 2));
  CHECK(words.number_value({ShownNumber::overall, {}, {}}) == "5.00");
}

TEST_CASE("without a move there is no shift to open, and the result before is the overall") {
  const Team team;
  const ResultPage page = compute_result_page(team.view, *team.find(team.cycle(), "Mara").review);
  CHECK_FALSE(explain_number(*page.computed, {ShownNumber::calibration, {}, {}}));
  CHECK(*explain_number(*page.computed, {ShownNumber::uncalibrated, {}, {}})->value == *page.computed->result.overall.value);
}

TEST_CASE("the nine-box as a table has a row for everybody placed, hidden names stay hidden, and its summary counts them") {
  const Team team;
  const auto language = test::load_language("en");
  const Formats formats(*language, team.view.today);
  const CalibrationWords words(*language, formats, team.earlier());
  const CalibrationView shown = compute_calibration(team.view, team.earlier());
  std::vector<std::string> names;
  for (std::size_t i = 0; i < shown.people.size(); ++i) names.push_back("Person " + std::to_string(i + 1));
  const auto table = words.boxes_table(shown, names);
  std::size_t placed = 0, moved = 0;
  for (const CalibrationPerson& person : shown.people) placed += person.is_placed();
  REQUIRE(table.size() == placed + 1);
  for (std::size_t row = 1; row < table.size(); ++row) {
    CHECK(table[row].size() == table[0].size());
    CHECK(table[row][0].starts_with("Person "));
    moved += !table[row][2].empty();
  }
  CHECK(moved > 0);
  CHECK(words.boxes_summary(shown).starts_with(std::to_string(placed) + " people placed, " + std::to_string(moved) + " in another box than before: "));
}

TEST_CASE("the table behind a department's distribution adds up to its people, and its summary names the most frequent label") {
  const Team team;
  const auto language = test::load_language("en");
  const Formats formats(*language, team.view.today);
  const CalibrationWords words(*language, formats, team.earlier());
  for (const UnitRatings& unit : compute_calibration(team.view, team.earlier()).units) {
    const auto table = words.unit_table(unit);
    REQUIRE(table.size() == team.earlier().rules.bands.size() + 1);
    int now = 0, before = 0, most = 0;
    std::string label;
    for (std::size_t row = 1; row < table.size(); ++row) {
      const int count = std::stoi(table[row][1]);
      now += count;
      before += std::stoi(table[row][2]);
      if (count > most) most = count, label = table[row][0];
    }
    CHECK(now == before);
    CHECK(words.unit_summary("Support", unit).find("most often “" + label + "”") != std::string::npos);
  }
  CHECK(count_changed({{}, {1, 3, 0}, {2, 1, 1}}) == 2);
}

// What opens in a released copy: the copy's own scores as terms, and nothing that was not released.
#include "app/queries/released_terms.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "app/commands/calibration_commands.h"
#include "app/commands/release_result.h"
#include "app/queries/released_result.h"
#include "app/reports/result_words.h"
#include "app/support/sample_team.h"
#include "app/support/shipped_languages.h"
#include "rating/rounding.h"

using namespace fullcircle;
using rating::Term;
using rating::TermKind;
using rating::TermRule;

namespace {

/// As the person's file holds it: without what only leads may know.
Review copy_of(const ModelView& view, const Review& review) {
  Review copy = review;
  if (!copy.released) copy.released = compute_released_result(view, compute_review_result_view(view, review), view.rules(review.cycle));
  copy.calibration_points.reset();
  copy.calibration_reason.clear();
  copy.shown_answers.clear();
  return copy;
}

/// Every score in a copy as text, and every count of raters.
struct Released {
  std::set<double> scores;
  std::set<int> raters{0};

  explicit Released(const ReleasedResult& released) {
    const auto add = [&](const std::string& text) {
      if (const auto score = read_score(text)) scores.insert(*score);
    };
    for (const std::string* text : {&released.overall, &released.self, &released.others}) add(*text);
    for (const ReleasedScore& part : released.parts) add(part.score);
    for (const ReleasedGoal& goal : released.goals) add(goal.attainment);
    for (const ReleasedCriterion& criterion : released.criteria) {
      add(criterion.self);
      add(criterion.others);
      for (const ReleasedScore& column : criterion.columns) {
        add(column.score);
        raters.insert(column.raters);
      }
    }
  }
};

std::vector<NumberKey> numbers_of(const ResultPage& page) {
  std::vector<NumberKey> keys;
  for (const auto number : {ShownNumber::overall, ShownNumber::others, ShownNumber::self, ShownNumber::agreement, ShownNumber::uncalibrated, ShownNumber::calibration})
    keys.push_back({number, {}, {}});
  for (const ResultPart& part : page.parts) keys.push_back({ShownNumber::part, part.key, {}});
  for (const ResultRow& row : page.rows) {
    for (const auto number : {ShownNumber::criterion, ShownNumber::criterion_self, ShownNumber::gap, ShownNumber::criterion_agreement}) keys.push_back({number, row.id, {}});
    for (const ResultColumn& column : page.columns) keys.push_back({ShownNumber::column, row.id, column.key});
  }
  return keys;
}

/// What follows from the children alone: the only figures that are not in the copy as they stand.
bool follows_from_children(const Term& term) {
  return term.kind == TermKind::Parts || term.kind == TermKind::Attainment || term.kind == TermKind::Calibration || term.rule == TermRule::Sum;
}

void check_only_released(const Term& term, const Released& released, bool is_taken_off) {
  CHECK(term.kind != TermKind::Item);
  CHECK(released.raters.contains(term.n));
  if (term.value && !follows_from_children(term)) CHECK(released.scores.contains(is_taken_off ? -*term.value : *term.value));
  const bool is_difference = term.kind == TermKind::Calibration || (term.kind == TermKind::Criterion && term.rule == TermRule::Sum);
  for (std::size_t i = 0; i < term.children.size(); ++i) check_only_released(term.children[i], released, is_difference && i == 1);
}

void check_adds_up(const Term& term, double tolerance) {
  for (const Term& child : term.children) check_adds_up(child, tolerance);
  if (term.children.empty() || !term.value || term.rule == TermRule::Rescaled || term.rule == TermRule::Given) return;
  double sum = 0, weights = 0;
  for (const Term& child : term.children) {
    if (child.left_out) continue;
    REQUIRE(child.value);
    sum += term.rule == TermRule::WeightedMean ? child.weight * *child.value : *child.value;
    weights += child.weight;
  }
  if (term.rule == TermRule::WeightedMean) sum /= weights;
  CHECK(std::abs(*term.value - sum) <= (term.rule == TermRule::Sum ? 1e-9 : tolerance));
}

struct Sample : test::LeadsTeam {
  /// Every review with an overall, as its person would get it.
  std::vector<Review> copies() const {
    std::vector<Review> copies;
    for (const Review& review : view.table<Review>().alive())
      if (Review copy = copy_of(view, review); !copy.released->overall.empty()) copies.push_back(std::move(copy));
    return copies;
  }
  /// The first one whose first criterion was answered by more than one group.
  Review copy_with_groups() const {
    auto all = copies();
    for (Review& copy : all)
      if (!copy.released->criteria.empty() && copy.released->criteria[0].columns.size() > 1) return std::move(copy);
    FAIL("no copy has groups");
    return {};
  }
};

}  // namespace

TEST_CASE("the overall of every released copy follows from its parts, down to groups and goals, but for rounding") {
  const Sample sample;
  const auto copies = sample.copies();
  REQUIRE(copies.size() >= 20);
  std::size_t goals = 0, groups = 0;
  for (const Review& copy : copies) {
    const ResultPage page = released_result_page(sample.view, copy);
    const double tolerance = std::pow(10.0, -page.rules.places) + 1e-9;
    const auto overall = explain_released(page, {});
    REQUIRE(overall);
    CHECK(rating::round_score(*overall->value, page.rules.places).text() == copy.released->overall);
    for (const NumberKey& which : numbers_of(page))
      if (const auto term = explain_released(page, which)) check_adds_up(*term, tolerance);
    const auto parts = explain_released(page, {ShownNumber::uncalibrated, {}, {}});
    REQUIRE(parts);
    double share = 0;
    for (const Term& part : parts->children) {
      if (!part.value) continue;
      share += part.share;
      goals += part.rule == TermRule::Rescaled ? part.children.at(0).children.size() : 0;
      for (const Term& criterion : part.children) groups += criterion.kind == TermKind::Criterion ? criterion.children.size() : 0;
      // The sample's oldest copies hold no groups, and scores of criteria that their parts were not computed from.
      INFO(part.key);
      if (!page.columns.empty()) CHECK_FALSE(part.children.empty());
    }
    CHECK(share == doctest::Approx(1));
  }
  CHECK(goals > 20);
  CHECK(groups > 100);
}

TEST_CASE("nothing that opens in a released copy was not released") {
  const Sample sample;
  for (const Review& copy : sample.copies()) {
    const ResultPage page = released_result_page(sample.view, copy);
    const Released released(*copy.released);
    for (const NumberKey& which : numbers_of(page)) {
      const auto term = explain_released(page, which);
      if (which.number == ShownNumber::agreement || which.number == ShownNumber::criterion_agreement)
        CHECK_FALSE(term);
      else if (term)
        check_only_released(*term, released, false);
    }
  }
}

TEST_CASE("a group whose score was not released says nothing of how many answered, nor why it is missing") {
  const Sample sample;
  Review copy = sample.copy_with_groups();
  auto& columns = copy.released->criteria.at(0).columns;
  const std::string hidden = columns.back().key;
  copy.released->criteria.at(0).columns.pop_back();
  const ResultPage page = released_result_page(sample.view, copy);
  const auto term = explain_released(page, {ShownNumber::column, page.rows.at(0).id, hidden});
  if (!term) return;  // the whole criterion no longer follows from what was released
  CHECK_FALSE(term->value);
  CHECK(term->n == 0);
  CHECK(term->left_out == rating::LeftOut::Undefined);
}

TEST_CASE("what the released scores do not explain opens without terms, never with wrong ones") {
  const Sample sample;
  Review copy = sample.copy_with_groups();
  copy.released->criteria.at(0).others = "1.11";
  const ResultPage page = released_result_page(sample.view, copy);
  const auto term = explain_released(page, {ShownNumber::criterion, page.rows.at(0).id, {}});
  REQUIRE(term);
  CHECK(*term->value == 1.11);
  CHECK(term->rule == TermRule::Given);
  CHECK(term->children.empty());
}

TEST_CASE("a shift agreed in calibration is a term of its own in the copy as well") {
  Sample sample;
  const Review* found = nullptr;
  for (const Review& review : sample.view.table<Review>().alive())
    if (!review.released && compute_result(sample.view, review).rounded) found = &review;
  REQUIRE(found);
  Review moved = *found;
  moved.calibration_points = -0.4;
  moved.calibration_reason = "Seen in two audits";
  const Review copy = copy_of(sample.view, moved);
  const ResultPage page = released_result_page(sample.view, copy);
  const auto shift = explain_released(page, {ShownNumber::calibration, {}, {}});
  REQUIRE(shift);
  CHECK(std::abs(*shift->value + 0.4) <= 0.01 + 1e-9);
  CHECK(*shift->children.at(0).value == *read_score(copy.released->overall));
  const auto unmoved = copy_of(sample.view, *found);
  CHECK_FALSE(explain_released(released_result_page(sample.view, unmoved), {ShownNumber::calibration, {}, {}}));
}

TEST_CASE("a copy says that agreement is not in it and what it would mean, and never makes one up") {
  const Sample sample;
  const Review copy = sample.copy_with_groups();
  const ResultPage page = released_result_page(sample.view, copy);
  const auto language = test::load_language("en");
  const Formats formats(*language, sample.view.today);
  const ResultWords words(*language, formats, page);
  CHECK(words.privacy_notes().back().starts_with("A released result does not say how far the raters agree"));
  for (const ShownNumber number : {ShownNumber::criterion, ShownNumber::others}) {
    const std::string about = words.about_agreement(number);
    for (const std::string_view part : {"single answers, which do not travel", "(rwg)", "0.70", "0.50", "five anonymous answers"}) CHECK(about.find(part) != std::string::npos);
  }
  CHECK(words.about_agreement(ShownNumber::gap).empty());
  for (const ResultRow& row : page.rows) CHECK_FALSE(row.agreement);
  CHECK_FALSE(page.agreement);
  const ResultPage computed = compute_result_page(sample.view, copy);
  const ResultWords full(*language, formats, computed);
  CHECK(full.about_agreement(ShownNumber::criterion).empty());
  CHECK(full.about_agreement(ShownNumber::criterion_agreement).starts_with("How much raters agree"));
}

TEST_CASE("the lines of a copy are called by the names that were released, and say that it was released so") {
  const Sample sample;
  const auto language = test::load_language("en");
  const Formats formats(*language, sample.view.today);
  for (const Review& copy : sample.copies()) {
    const ResultPage page = released_result_page(sample.view, copy);
    const ResultWords words(*language, formats, page);
    for (const NumberKey& which : numbers_of(page)) {
      const auto term = explain_released(page, which);
      if (!term) continue;
      for (const TermLine& line : words.term_lines(*term)) {
        CHECK_FALSE(line.name.empty());
        CHECK_FALSE(parse_record_id(line.name).has_value());
        if (!line.has_children && !line.is_left_out && line.level > 2) CHECK(line.note == "as released");
      }
    }
  }
}

#include "rating/review_result.h"

#include <doctest/doctest.h>

using namespace fullcircle::rating;
using doctest::Approx;

namespace {

/// Two competencies (the second of two items), one value, one goal; everybody answers everything.
ReviewInput sample_review() {
  ReviewInput input;
  GoalFacts goal;
  goal.id = "goal";
  goal.target = 10;
  goal.actual = 5;
  input.parts = {{"goals", 50, {}, {goal}},
                 {"competencies", 30, {{"collaboration", 1, {0}, {"q0"}}, {"communication", 3, {1, 2}, {"q1", "q2"}}}, {}},
                 {"values", 20, {{"care", 1, {3}, {"q3"}}}, {}}};
  input.anonymity.weights = {{"manager", 1}, {"peers", 1}};
  input.sheets = {{"self", {5, 4, 4, 3}},  {"manager", {4, 3, 4, 4}}, {"peers", {3, 4, 4, 4}},
                  {"peers", {4, 4, 5, 4}}, {"peers", {5, 4, 3, 4}}};
  return input;
}

double sum_of_terms(const Term& term) {
  double sum = 0;
  for (const Term& child : term.children) {
    if (!child.left_out) sum += (term.rule == TermRule::WeightedMean ? child.share : 1) * *child.value;
  }
  return sum;
}

void check_adds_up(const Term& term) {
  CAPTURE(term.key);
  const bool computed = term.rule == TermRule::WeightedMean || term.rule == TermRule::Sum;
  if (computed && term.value) CHECK(sum_of_terms(term) == Approx(*term.value).epsilon(1e-12));
  for (const Term& child : term.children) check_adds_up(child);
}

const Term* find_child(const Term& term, const std::string& key) {
  for (const Term& child : term.children) {
    if (child.key == key) return &child;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("the overall is the weighted mean of the parts, each from its own terms") {
  const ReviewResult result = compute_review_result(sample_review());
  // goals: 0.5 of 0..1 -> 3 on 1..5; collaboration (4 + 4)/2; communication (3.5 + 4)/2; care 4
  const double competencies = (1 * 4.0 + 3 * 3.75) / 4;
  CHECK(*result.overall.value == Approx(0.5 * 3 + 0.3 * competencies + 0.2 * 4));
  CHECK(result.rounded->text() == "3.44");
  CHECK(result.band == 2);
  check_adds_up(result.overall);
}

TEST_CASE("a part without data is left out and the others' shares grow") {
  ReviewInput input = sample_review();
  input.parts[0].goals[0].actual.reset();
  const ReviewResult result = compute_review_result(input);
  const Term* goals = find_child(result.overall, "goals");
  REQUIRE(goals);
  CHECK(goals->left_out == LeftOut::NoData);
  CHECK(find_child(result.overall, "competencies")->share == Approx(0.6));
  CHECK(find_child(result.overall, "values")->share == Approx(0.4));
  check_adds_up(result.overall);
}

TEST_CASE("calibration is a term of its own and stops at the end of the scale") {
  ReviewInput input = sample_review();
  const double before = *compute_review_result(input).overall.value;
  input.calibration = 0.4;
  const ReviewResult moved = compute_review_result(input);
  CHECK(*moved.overall.value == Approx(before + 0.4));
  REQUIRE(moved.overall.children.size() == 2);
  CHECK(moved.overall.children[1].kind == TermKind::Calibration);
  CHECK(*moved.overall.children[1].value == Approx(0.4));
  check_adds_up(moved.overall);
  input.calibration = 3;
  const ReviewResult stopped = compute_review_result(input);
  CHECK(*stopped.overall.value == 5);
  check_adds_up(stopped.overall);
}

TEST_CASE("self stands beside the others and is never part of them") {
  ReviewInput input = sample_review();
  const ReviewResult with_self = compute_review_result(input);
  input.sheets.erase(input.sheets.begin());
  const ReviewResult without = compute_review_result(input);
  CHECK(*with_self.overall.value == *without.overall.value);
  CHECK(*with_self.self == Approx((1 * 5 + 3 * 4 + 1 * 3) / 5.0));
  CHECK(without.self == undefined(Undefined::NoData));
}

TEST_CASE("a gap of the limit or more is a blind spot or a hidden strength") {
  const GapPolicy policy;
  CHECK(compute_gap(4.1, 3.6, policy).kind == GapKind::BlindSpot);  // 0.4999999999999996 in doubles
  CHECK(compute_gap(3.4, 4.5, policy).kind == GapKind::HiddenStrength);
  CHECK(compute_gap(4.3, 4.2, policy).kind == GapKind::Strength);
  CHECK(compute_gap(2.8, 2.9, policy).kind == GapKind::Weakness);
  CHECK(compute_gap(3.4, 3.5, policy).kind == GapKind::InBetween);
  CHECK(*compute_gap(4.4, 3.6, policy).value == Approx(0.8));
}

TEST_CASE("without self or with hidden others a gap is not classified") {
  CHECK(compute_gap(undefined(Undefined::NoData), 3.0).kind == undefined(Undefined::NoData));
  CHECK(compute_gap(3.0, undefined(Undefined::BelowMinimum)).kind == undefined(Undefined::BelowMinimum));
}

TEST_CASE("an item that too few of a group answered is hidden and leaves the criterion") {
  ReviewInput input = sample_review();
  input.sheets[4].answers[2].reset();
  const ReviewResult result = compute_review_result(input);
  const CriterionView& communication = result.criteria[1];
  REQUIRE(result.columns[1].key() == "peers");
  CHECK(communication.items[1].cells[1].value == undefined(Undefined::BelowMinimum));
  CHECK(communication.items[1].cells[1].n == 2);
  CHECK(*communication.cells[1].value == 4);  // the mean of its first item alone
  check_adds_up(result.overall);
}

TEST_CASE("agreement is put in words only with five anonymous raters or more") {
  ReviewInput input = sample_review();
  CHECK(compute_review_result(input).agreement == undefined(Undefined::BelowMinimum));
  input.sheets.push_back({"peers", {4, 4, 4, 4}});
  input.sheets.push_back({"peers", {4, 4, 4, 4}});
  const ReviewResult result = compute_review_result(input);
  CHECK(result.agreement == AgreementWord::High);
  // collaboration: 4 (manager) 3 4 5 4 4 -> variance 0.4, against 2 for answers spread evenly over five points
  CHECK(*result.criteria[0].rwg == Approx(0.8));
}

TEST_CASE("agreement words follow LeBreton and Senter's table") {
  CHECK(word_for_rwg(0.71) == AgreementWord::High);
  CHECK(word_for_rwg(0.70) == AgreementWord::Medium);
  CHECK(word_for_rwg(0.51) == AgreementWord::Medium);
  CHECK(word_for_rwg(0.50) == AgreementWord::Low);
  CHECK(word_for_rwg(0) == AgreementWord::Low);
}

TEST_CASE("an empty review has no number and says why") {
  const ReviewResult result = compute_review_result({});
  CHECK(result.overall.value == undefined(Undefined::NoData));
  CHECK_FALSE(result.rounded);
  CHECK(result.band == undefined(Undefined::NoData));
}

TEST_CASE("a rating is recomputed by hand from its terms") {
  const ReviewResult result = compute_review_result(sample_review());
  const Term* competencies = find_child(result.overall, "competencies");
  REQUIRE(competencies);
  const Term* communication = find_child(*competencies, "communication");
  REQUIRE(communication);
  CHECK(communication->share == Approx(0.75));
  const Term* peers = find_child(*communication, "peers");
  REQUIRE(peers);
  CHECK(peers->n == 3);
  CHECK(*peers->value == 4);
  CHECK(find_child(*communication, "self")->left_out == LeftOut::SelfView);
  CHECK(*find_child(*peers, "q1")->value == 4);
}

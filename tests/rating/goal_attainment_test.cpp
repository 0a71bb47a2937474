#include "rating/goal_attainment.h"

#include <doctest/doctest.h>

#include <cmath>

#include "rating/payout_curve.h"
#include "rating/roll_up.h"
#include "rating/scale.h"
#include "rating/weighted_mean.h"

using namespace fullcircle::rating;
using doctest::Approx;

namespace {

GoalFacts goal(GoalMeasure measure, std::optional<double> baseline, std::optional<double> target,
               std::optional<double> actual, double cap = 1) {
  GoalFacts facts;
  facts.measure = measure;
  facts.baseline = baseline;
  facts.target = target;
  facts.actual = actual;
  facts.cap = cap;
  return facts;
}

GoalFacts range(double low, double high, double tolerance, double actual) {
  GoalFacts facts;
  facts.measure = GoalMeasure::Range;
  facts.low = low;
  facts.high = high;
  facts.tolerance = tolerance;
  facts.actual = actual;
  return facts;
}

}  // namespace

TEST_CASE("attainment follows the worked examples of a public OKR scoring guide") {
  CHECK(*compute_attainment(goal(GoalMeasure::Higher, 32, 45, 42)) == Approx(0.769230769230769));
  CHECK(*compute_attainment(goal(GoalMeasure::Lower, 8, 5, 6)) == Approx(0.666666666666667));
  CHECK(*compute_attainment(goal(GoalMeasure::HigherNoBaseline, {}, 500, 400)) == Approx(0.8));
  GoalFacts milestones;
  milestones.measure = GoalMeasure::Milestones;
  milestones.milestones = {{0.2, true}, {0.3, true}, {0.2, true}, {0.2, false}, {0.1, false}};
  CHECK(*compute_attainment(milestones) == Approx(0.7));
}

TEST_CASE("attainment stays between nothing and the goal's own cap") {
  CHECK(*compute_attainment(goal(GoalMeasure::Higher, 10, 20, 5)) == 0);
  CHECK(*compute_attainment(goal(GoalMeasure::Higher, 10, 20, 30)) == 1);
  CHECK(*compute_attainment(goal(GoalMeasure::Higher, 10, 20, 30, 1.2)) == 1.2);
  CHECK(*compute_attainment(goal(GoalMeasure::LowerNoBaseline, {}, 10, 25)) == 0);
  CHECK(*compute_attainment(goal(GoalMeasure::LowerNoBaseline, {}, 10, 8, 1.5)) == Approx(1.2));
}

TEST_CASE("nothing achieved yet is 0 and not minus 0") {
  CHECK_FALSE(std::signbit(*compute_attainment(goal(GoalMeasure::Lower, 8, 5, 8))));
}

TEST_CASE("a target equal to the baseline means to keep it") {
  CHECK(*compute_attainment(goal(GoalMeasure::Higher, 90, 90, 90)) == 1);
  CHECK(*compute_attainment(goal(GoalMeasure::Higher, 90, 90, 89)) == 0);
  CHECK(*compute_attainment(goal(GoalMeasure::Lower, 3, 3, 3)) == 1);
  CHECK(*compute_attainment(goal(GoalMeasure::Lower, 3, 3, 3.1)) == 0);
}

TEST_CASE("a goal to maintain is met or not, in its direction") {
  GoalFacts keep = goal(GoalMeasure::Maintain, {}, 99, 99.5);
  CHECK(*compute_attainment(keep) == 1);
  keep.direction = Direction::Lower;
  CHECK(*compute_attainment(keep) == 0);
}

TEST_CASE("outside a range attainment falls in a straight line to 0 at the tolerance") {
  CHECK(*compute_attainment(range(10, 20, 4, 10)) == 1);
  CHECK(*compute_attainment(range(10, 20, 4, 20)) == 1);
  CHECK(*compute_attainment(range(10, 20, 4, 9)) == Approx(0.75));
  CHECK(*compute_attainment(range(10, 20, 4, 23)) == Approx(0.25));
  CHECK(*compute_attainment(range(10, 20, 4, 24)) == 0);
  CHECK(*compute_attainment(range(10, 20, 4, 60)) == 0);
  CHECK(*compute_attainment(range(10, 20, 0, 20.1)) == 0);
}

TEST_CASE("a goal without data has no attainment, and that is not 0") {
  CHECK(compute_attainment(goal(GoalMeasure::Higher, 1, 2, {})) == undefined(Undefined::NoData));
  CHECK(compute_attainment(goal(GoalMeasure::HigherNoBaseline, {}, {}, 3)) == undefined(Undefined::NoData));
  GoalFacts empty;
  empty.measure = GoalMeasure::Milestones;
  CHECK(compute_attainment(empty) == undefined(Undefined::NoData));
  empty.milestones = {{1, {}}, {1, {}}};
  CHECK(compute_attainment(empty) == undefined(Undefined::NoData));
  empty.measure = GoalMeasure::YesNo;
  CHECK(compute_attainment(empty) == undefined(Undefined::NoData));
}

TEST_CASE("actual over target is undefined for a target of 0") {
  CHECK(compute_attainment(goal(GoalMeasure::HigherNoBaseline, {}, 0, 0)) == undefined(Undefined::NoVariation));
  CHECK(compute_attainment(goal(GoalMeasure::LowerNoBaseline, {}, 0, 2)) == undefined(Undefined::NoVariation));
}

TEST_CASE("goals without data leave numerator and denominator, and the share covered is told") {
  std::vector<GoalFacts> goals{goal(GoalMeasure::HigherNoBaseline, {}, 10, 8), goal(GoalMeasure::HigherNoBaseline, {}, 10, {}),
                               goal(GoalMeasure::HigherNoBaseline, {}, 10, 4)};
  goals[0].weight = 60;
  goals[1].weight = 25;
  goals[2].weight = 15;
  const GoalsResult result = compute_goals(goals);
  CHECK(*result.term.value == Approx((60 * 0.8 + 15 * 0.4) / 75));
  CHECK(*result.covered == Approx(0.75));
  CHECK(result.term.children[0].share == Approx(0.8));
  CHECK(result.term.children[1].share == 0);
  CHECK(result.term.children[1].left_out == LeftOut::NoData);
}

TEST_CASE("without any data goals have no result and cover nothing") {
  const GoalsResult result = compute_goals({goal(GoalMeasure::Higher, 1, 2, {})});
  CHECK(result.term.value == undefined(Undefined::NoData));
  CHECK(*result.covered == 0);
  CHECK(compute_goals({}).covered == undefined(Undefined::NoData));
}

TEST_CASE("weighted means follow SAP's worked examples") {
  // SAP KBA 2525218: twelve goals; 2743359: two sections, the second rescaled first.
  const std::vector<std::optional<double>> ratings{6, 6, 4, 4, 4, 10, 5, 7.5, 5, 8, 3, 7};
  const std::vector<double> weights{10, 10, 10, 10, 15, 2.5, 5, 2.5, 10, 10, 5, 10};
  const WeightedMean mean = compute_weighted_mean(ratings, weights);
  CHECK(*mean.mean == Approx(5.4375).epsilon(1e-12));
  CHECK(*mean.covered == 1);
  CHECK(*compute_rescaled(*mean.mean, {1, 10}, {4, 9}) == Approx(6.46527777777778).epsilon(1e-12));
  CHECK(*compute_rescaled(3.4, {1, 5}, {0.25, 5}) == Approx(3.1).epsilon(1e-12));
  CHECK(*compute_rescaled(3.5, {1, 5}, {0.5, 5}) == Approx(3.3125).epsilon(1e-12));
}

TEST_CASE("a scale without width cannot be stretched to another") {
  CHECK(compute_rescaled(3, {3, 3}, {0, 1}) == undefined(Undefined::NoVariation));
}

TEST_CASE("weights of 0 leave nothing to divide by") {
  const std::vector<std::optional<double>> values{1, 2};
  const WeightedMean mean = compute_weighted_mean(values, std::vector<double>{0, 0});
  CHECK(mean.mean == undefined(Undefined::NoData));
  CHECK(mean.covered == undefined(Undefined::NoData));
}

TEST_CASE("a payout curve jumps at the threshold, bends at the target and is flat above the stretch") {
  const PayoutCurve curve{80, 100, 120, 0.5, 1, 1.5};
  CHECK(compute_payout(curve, 79.999) == 0);
  CHECK(compute_payout(curve, 80) == 0.5);
  CHECK(compute_payout(curve, 90) == Approx(0.75));
  CHECK(compute_payout(curve, 100) == 1);
  CHECK(compute_payout(curve, 110) == Approx(1.25));
  CHECK(compute_payout(curve, 500) == 1.5);
}

TEST_CASE("a payout curve may run downwards, and its points may fall together") {
  const PayoutCurve lower{8, 5, 3, 0.5, 1, 1.5};
  CHECK(compute_payout(lower, 8.1) == 0);
  CHECK(compute_payout(lower, 6.5) == Approx(0.75));
  CHECK(compute_payout(lower, 2) == 1.5);
  CHECK(compute_payout({10, 10, 20, 0.5, 1, 2}, 10) == 1);
  CHECK(compute_payout({10, 10, 10, 0.5, 1, 2}, 10) == 2);
  CHECK(compute_payout({10, 10, 10, 0.5, 1, 2}, 9) == 0);
  CHECK_FALSE(PayoutCurve{10, 30, 20, 0, 1, 2}.valid());
}

TEST_CASE("goals roll up as in Synergita's worked example") {
  // Synergita 4000185474, key results only: 30 @ 0.4, 30 @ 0.2 and 40 @ 0.4.
  std::vector<RollUpNode> nodes{{"objective", {}, 1, {{1, 0.4}, {2, 0.2}, {3, 0.4}}}, {"a", 30}, {"b", 30}, {"c", 40}};
  CHECK(*compute_roll_up(nodes, {})[0] == Approx(34));
  // With two contributors the objective's own 34 counts as much as each of them.
  const std::vector<RollUpNode> contributors{{"objective", 34, 1, {{1, 1}, {2, 1}}}, {"a", 50}, {"b", 75}};
  CHECK(*compute_roll_up(contributors, {})[0] == Approx(53));
}

TEST_CASE("a parent's own result counts beside its children, those without a score do not") {
  const std::vector<RollUpNode> nodes{{"parent", 0.3, 2, {{1, 1}, {2, 5}}}, {"child", 0.6}, {"silent", {}}};
  const auto scores = compute_roll_up(nodes, 1);
  CHECK(*scores[0] == Approx(0.4));
  CHECK(scores[2] == undefined(Undefined::NoData));
}

TEST_CASE("own results and leaf scores are cut before they roll up") {
  const std::vector<RollUpNode> nodes{{"parent", 2, 1, {{1, 1}, {2, 1}}}, {"over", 1.8}, {"under", -1}};
  const auto cut = compute_roll_up(nodes, 1.2);
  CHECK(*cut[1] == 1.2);
  CHECK(*cut[2] == 0);
  CHECK(*cut[0] == Approx(0.8));
  const auto uncut = compute_roll_up(nodes, {});
  CHECK(*uncut[0] == Approx((2 + 1.8 - 1) / 3));
}

TEST_CASE("a goal may support two parents and counts in each") {
  const std::vector<RollUpNode> nodes{{"top", {}, 1, {{1, 1}, {2, 1}}}, {"left", {}, 1, {{3, 1}}}, {"right", 1, 1, {{3, 1}}}, {"shared", 0.5}};
  const auto scores = compute_roll_up(nodes, 1);
  CHECK(*scores[1] == 0.5);
  CHECK(*scores[2] == 0.75);
  CHECK(*scores[0] == Approx(0.625));
}

TEST_CASE("on a cycle and above it there is no score, below and beside it there is") {
  const std::vector<RollUpNode> nodes{{"above", 1, 1, {{1, 1}}}, {"one", {}, 1, {{2, 1}, {3, 1}}}, {"two", {}, 1, {{1, 1}}},
                                      {"below", 0.5},          {"beside", {}, 1, {{3, 1}}}, {"itself", 1, 1, {{5, 1}}}};
  const auto scores = compute_roll_up(nodes, 1);
  for (std::size_t i : {0, 1, 2, 5}) CHECK(scores[i] == undefined(Undefined::Cycle));
  CHECK(*scores[3] == 0.5);
  CHECK(*scores[4] == 0.5);
}

TEST_CASE("a chain of a hundred thousand goals rolls up without running out of stack") {
  std::vector<RollUpNode> nodes(100'000);
  for (std::size_t i = 0; i + 1 < nodes.size(); ++i) nodes[i].children = {{i + 1, 1}};
  nodes.back().own = 0.25;
  CHECK(*compute_roll_up(nodes, 1)[0] == 0.25);
}

TEST_CASE("the terms of a rolled up goal add up to its score") {
  const std::vector<RollUpNode> nodes{{"parent", 0.3, 2, {{1, 1}, {2, 5}}}, {"child", 0.6}, {"silent", {}}};
  const auto scores = compute_roll_up(nodes, 1);
  const Term term = explain_roll_up(nodes, scores, 0, 1);
  CHECK(*term.value == *scores[0]);
  double sum = 0;
  for (const Term& child : term.children) sum += child.value ? child.share * *child.value : 0;
  CHECK(sum == Approx(*scores[0]));
  CHECK(term.children[2].left_out == LeftOut::NoData);
}

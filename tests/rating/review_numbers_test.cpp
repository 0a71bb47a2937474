#include "rating/review_numbers.h"

#include <doctest/doctest.h>

#include <cmath>

#include "rating/review_result.h"
#include "seed.h"

using namespace fullcircle::rating;

namespace {

const std::vector<std::string> kGroups{"self", "manager", "peers", "reports", "customers"};

/// One random review in both layouts.
struct Both {
  ReviewInput input;
  std::vector<std::uint8_t> groups;
  std::vector<double> answers;
  std::vector<std::optional<Figure>> attainments;

  Both(test::Random& random, const ReviewInput& form, std::size_t items) : input(form) {
    const int raters = random.whole(0, 9);
    for (int r = 0; r < raters; ++r) {
      groups.push_back(static_cast<std::uint8_t>(random.whole(0, 4)));
      RaterSheet& sheet = input.sheets.emplace_back();
      sheet.group = kGroups[groups.back()];
      for (std::size_t i = 0; i < items; ++i) {
        const bool there = !random.chance(0.25);
        sheet.answers.push_back(there ? std::optional<double>(random.whole(1, 5)) : std::nullopt);
        answers.push_back(there ? *sheet.answers.back() : NAN);
      }
    }
    for (ReviewPart& part : input.parts) {
      attainments.emplace_back();
      if (part.id != "goals" || random.chance(0.2)) continue;
      GoalFacts goal;
      goal.target = 10;
      goal.actual = random.whole(0, 12);
      if (random.chance(0.2)) goal.actual.reset();
      part.goals = {goal};
      attainments.back() = compute_goals(part.goals).term.value;
    }
    if (random.chance(0.3)) input.calibration = random.real(-1, 1);
  }
};

/// Every number of a tree that has a rule, worked out again from the terms below it.
void check_terms(const Term& term) {
  for (const Term& child : term.children) check_terms(child);
  if (!term.value || term.rule == TermRule::Given || term.rule == TermRule::Rescaled) return;
  double sum = 0, shares = 0;
  for (const Term& child : term.children) {
    if (child.left_out) continue;
    REQUIRE(child.value);
    sum += (term.rule == TermRule::WeightedMean ? child.share : 1) * *child.value;
    shares += child.share;
  }
  CHECK(std::fabs(*term.value - sum) < 1e-12);
  if (term.rule == TermRule::WeightedMean) CHECK(std::fabs(shares - 1) < 1e-12);
}

}  // namespace

TEST_CASE("many scores at once are the same to the last bit as each with its terms, and the terms add up to them") {
  test::Random random;
  for (int f = 0; f < 20; ++f) {
    ReviewInput form;
    const std::size_t items = static_cast<std::size_t>(random.whole(1, 6));
    form.parts = {{"goals", 1.0 * random.whole(0, 3), {}, {}}, {"competencies", 1.0 * random.whole(0, 3), {}, {}}};
    for (std::size_t i = 0; i < items; ++i) {
      auto& criteria = form.parts[1].criteria;
      if (criteria.empty() || random.chance(0.4)) criteria.push_back({"c" + std::to_string(i), 1.0 * random.whole(0, 2), {}, {}});
      criteria.back().items.push_back(i);
    }
    for (const std::string& group : kGroups) form.anonymity.weights[group] = random.whole(0, 3);
    ReviewRater rater(form, kGroups, items);
    for (int i = 0; i < 40; ++i) {
      const Both both(random, form, items);
      const ReviewNumbers& quick = rater.rate({both.groups, both.answers, both.attainments, both.input.calibration});
      const ReviewResult whole = compute_review_result(both.input);
      CHECK(quick.overall == whole.overall.value);
      CHECK(quick.self == whole.self);
      CHECK(quick.others == whole.others);
      CHECK(quick.rwg == whole.rwg);
      for (std::size_t c = 0; c < whole.criteria.size(); ++c) {
        CHECK(quick.criteria[c].others == whole.criteria[c].others);
        CHECK(quick.criteria[c].agreement.shown == whole.criteria[c].rwg);
      }
      check_terms(whole.overall);
    }
  }
}

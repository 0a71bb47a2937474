#include "rating/anonymity.h"

#include <doctest/doctest.h>

#include <set>

#include "rating/item_suppression.h"
#include "rating/review_result.h"
#include "seed.h"
#include "subtraction_attack.h"

using namespace fullcircle::rating;
using doctest::Approx;

namespace {

std::vector<std::string> keys_of(const RaterColumns& columns) {
  std::vector<std::string> keys;
  for (const RaterColumn& column : columns.shown) keys.push_back(column.key());
  return keys;
}

RaterColumns columns_for(std::map<std::string, int> counts, AnonymityPolicy policy = {}) {
  return compute_rater_columns(counts, policy);
}

using Keys = std::vector<std::string>;

}  // namespace

TEST_CASE("groups below the minimum are shown as one pool") {
  const RaterColumns columns = columns_for({{"self", 1}, {"manager", 1}, {"peers", 5}, {"reports", 2}, {"customers", 1}});
  CHECK(keys_of(columns) == Keys{"customers+reports", "manager", "peers", "self"});
  CHECK(columns.shown[0].n == 3);
  CHECK(columns.shown[0].weight == 2);
}

TEST_CASE("a single small group takes the smallest shown group into its pool") {
  const RaterColumns columns = columns_for({{"manager", 1}, {"peers", 5}, {"partners", 4}, {"reports", 2}});
  CHECK(keys_of(columns) == Keys{"manager", "partners+reports", "peers"});
}

TEST_CASE("of equal groups the alphabetically first joins the pool") {
  CHECK(keys_of(columns_for({{"peers", 3}, {"partners", 3}, {"reports", 1}})) == Keys{"partners+reports", "peers"});
}

TEST_CASE("a pool that cannot reach the minimum is in no number") {
  const RaterColumns columns = columns_for({{"self", 1}, {"manager", 1}, {"peers", 2}});
  CHECK(keys_of(columns) == Keys{"manager", "self"});
  CHECK(columns.left_out == Keys{"peers"});
}

TEST_CASE("identified groups never join a pool, and self is identified whatever the policy says") {
  AnonymityPolicy policy;
  policy.identified = {"customers"};
  CHECK(keys_of(columns_for({{"self", 1}, {"manager", 1}, {"customers", 1}, {"peers", 4}}, policy)) ==
        Keys{"customers", "manager+peers", "self"});
}

TEST_CASE("a group without ratings appears nowhere") {
  const RaterColumns columns = columns_for({{"peers", 3}, {"reports", 0}});
  CHECK(keys_of(columns) == Keys{"peers"});
  CHECK(columns.left_out.empty());
}

TEST_CASE("the others' mean uses the pool with the summed weights of its members and never self") {
  AnonymityPolicy policy;
  policy.weights = {{"manager", 0.4}, {"peers", 0.3}, {"reports", 0.2}, {"customers", 0.1}, {"self", 9}};
  const GroupResult result =
      compute_group_result({{"self", {5}}, {"manager", {3}}, {"peers", {4, 4, 5}}, {"reports", {2, 3}}, {"customers", {4}}}, policy);
  CHECK(*result.means[0] == Approx(3));  // customers+reports: (2 + 3 + 4) / 3
  CHECK(*result.others.value == Approx(0.4 * 3 + 0.3 * 13 / 3 + 0.3 * 3));
  for (const Term& term : result.others.children) {
    if (term.key == "self") CHECK(term.left_out == LeftOut::SelfView);
    if (term.key == "customers+reports") CHECK(term.share == Approx(0.3));
  }
}

TEST_CASE("others without any number say whether something was hidden or nothing came in") {
  CHECK(compute_group_result({{"self", {5}}, {"peers", {4, 4}}}, {}).others.value == undefined(Undefined::BelowMinimum));
  CHECK(compute_group_result({{"self", {5}}}, {}).others.value == undefined(Undefined::NoData));
  CHECK(compute_group_result({}, {}).others.value == undefined(Undefined::NoData));
}

TEST_CASE("an item with too few answers is hidden and left out of the mean") {
  const AnswerRows answers{{4, 5, {}}, {3, 1, {}}, {5, {}, {}}};
  const ItemResult result = compute_item_result(answers, 3, 3);
  CHECK(result.n == std::vector<int>{3, 2, 0});
  CHECK(*result.items[0] == 4);
  CHECK(result.items[1] == undefined(Undefined::BelowMinimum));
  CHECK(result.items[2] == undefined(Undefined::NoData));
  CHECK(*result.mean == 4);
}

TEST_CASE("a group whose items are all hidden has no mean") {
  CHECK(compute_item_result({{4}, {3}}, 1, 3).mean == undefined(Undefined::BelowMinimum));
  CHECK(compute_item_result({{std::nullopt}}, 1, 3).mean == undefined(Undefined::NoData));
  CHECK(compute_item_result({}, 0, 3).mean == undefined(Undefined::NoData));
}

namespace {

/// A made-up review: who answered what is fixed, the answers themselves are variables.
struct RandomReview {
  ReviewInput input;
  std::vector<std::pair<std::size_t, std::size_t>> place;  ///< sheet and item of each variable
  std::vector<int> rater_of;                               ///< -1: identified, and so public
  std::vector<int> anonymous;

  explicit RandomReview(test::Random& random) {
    input.anonymity.min_raters = random.whole(3, 4);
    const std::size_t items = static_cast<std::size_t>(random.whole(1, 4));
    const double gaps = random.chance(0.5) ? 0.3 : 0.05;
    for (const char* group : {"self", "manager", "peers", "reports", "customers", "partners"}) {
      input.anonymity.weights[group] = random.whole(0, 3);
      const bool single = group == std::string("self") || group == std::string("manager");
      const int raters = single ? random.whole(0, 1) : random.whole(0, 5);
      for (int r = 0; r < raters; ++r) add_sheet(random, group, items, gaps);
    }
    input.parts = {{"competencies", 2, {}, {}}, {"values", 1, {}, {}}};
    for (std::size_t item = 0; item < items; ++item) {
      auto& criteria = input.parts[static_cast<std::size_t>(random.whole(0, 1))].criteria;
      if (criteria.empty() || random.chance(0.5)) criteria.push_back({"c" + std::to_string(item), 1.0 + random.whole(0, 2), {}, {}});
      criteria.back().items.push_back(item);
    }
  }

  void add_sheet(test::Random& random, const std::string& group, std::size_t items, double gaps) {
    const std::size_t sheet = input.sheets.size();
    const bool open = input.anonymity.is_identified(group);
    if (!open) anonymous.push_back(static_cast<int>(sheet));
    input.sheets.push_back({group, std::vector<std::optional<double>>(items)});
    for (std::size_t item = 0; item < items; ++item) {
      if (random.chance(gaps)) continue;
      input.sheets[sheet].answers[item] = 0.0;
      place.emplace_back(sheet, item);
      rater_of.push_back(open ? -1 : static_cast<int>(sheet));
    }
  }

  static void collect(const Term& term, std::vector<double>& numbers) {
    if (term.value) numbers.push_back(*term.value);
    for (const Term& child : term.children) collect(child, numbers);
  }

  /// Every number of the result that is linear in the answers.
  std::vector<double> shown(const std::vector<double>& answers) {
    for (std::size_t a = 0; a < answers.size(); ++a) input.sheets[place[a].first].answers[place[a].second] = answers[a];
    const ReviewResult result = compute_review_result(input);
    std::vector<double> numbers;
    const auto add = [&](const Figure& figure) {
      if (figure) numbers.push_back(*figure);
    };
    collect(result.overall, numbers);
    for (const CriterionView& view : result.criteria) {
      add(view.self);
      add(view.others);
      add(view.gap.value);
      for (const Cell& cell : view.cells) add(cell.value);
      for (const ItemView& item : view.items) {
        for (const Cell& cell : item.cells) add(cell.value);
      }
    }
    for (const Cell& cell : result.column_means) add(cell.value);
    add(result.self);
    add(result.others);
    return numbers;
  }
};

}  // namespace

TEST_CASE("nothing about fewer raters than the minimum can be computed from all numbers of a review together") {
  test::Random random;
  int with_numbers = 0;
  for (int i = 0; i < 60; ++i) {
    RandomReview review(random);
    const auto rows = test::coefficients_of([&](const auto& answers) { return review.shown(answers); }, review.rater_of.size());
    if (rows.empty() || review.anonymous.empty()) continue;
    with_numbers += test::rank_of(rows) > 1;
    CAPTURE(i);
    REQUIRE_FALSE(test::gives_somebody_away(rows, review.rater_of, review.anonymous, review.input.anonymity.min_raters));
  }
  CHECK(with_numbers > 10);
}

TEST_CASE("the attack finds the hidden group where an overall of single means stands beside the pool's mean") {
  // What the rule forbids: customers (1 rater) and reports (2) pooled, but the overall made from their single means.
  const auto careless = [](const std::vector<double>& a) {
    const double pool = (a[0] + a[1] + a[2]) / 3;
    const double overall = 0.5 * a[0] + 0.5 * (a[1] + a[2]) / 2;
    return std::vector<double>{pool, overall};
  };
  const auto rows = test::coefficients_of(careless, 3);
  CHECK(test::gives_somebody_away(rows, {0, 1, 2}, {0, 1, 2}, 3));
}

TEST_CASE("the attack finds an item hidden for a group whose mean over all items is shown") {
  // Item 1 has three answers and is shown, item 2 has two and is hidden, the mean over both is shown all the same.
  const auto careless = [](const std::vector<double>& a) {
    const double first = (a[0] + a[1] + a[2]) / 3;
    const double second = (a[3] + a[4]) / 2;
    return std::vector<double>{first, (first + second) / 2};
  };
  CHECK(test::gives_somebody_away(test::coefficients_of(careless, 5), {0, 1, 2, 0, 1}, {0, 1, 2}, 3));
}

TEST_CASE("group means and their weighted overall cannot be taken apart") {
  test::Random random;
  for (int i = 0; i < 200; ++i) {
    AnonymityPolicy policy;
    policy.min_raters = random.whole(2, 5);
    GroupRatings ratings;
    std::vector<double*> cells;
    std::vector<int> rater_of;
    std::vector<int> anonymous;
    for (const char* group : {"a", "b", "c", "d", "manager", "self"}) {
      policy.weights[group] = random.whole(0, 4);
      ratings[group].resize(static_cast<std::size_t>(random.whole(0, 6)));
      for (double& rating : ratings[group]) {
        cells.push_back(&rating);
        rater_of.push_back(policy.is_identified(group) ? -1 : static_cast<int>(rater_of.size()));
        if (rater_of.back() >= 0) anonymous.push_back(rater_of.back());
      }
    }
    const auto shown = [&](const std::vector<double>& answers) {
      for (std::size_t a = 0; a < answers.size(); ++a) *cells[a] = answers[a];
      const GroupResult result = compute_group_result(ratings, policy);
      std::vector<double> numbers;
      for (const Figure& mean : result.means) numbers.push_back(*mean);
      if (result.others.value) numbers.push_back(*result.others.value);
      return numbers;
    };
    const auto rows = test::coefficients_of(shown, cells.size());
    if (rows.empty() || anonymous.empty()) continue;
    CAPTURE(i);
    REQUIRE_FALSE(test::gives_somebody_away(rows, rater_of, anonymous, policy.min_raters));
  }
}

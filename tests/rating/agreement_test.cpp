#include <doctest/doctest.h>

#include <cmath>

#include "rating/agreement_rwg.h"
#include "rating/cronbach.h"
#include "rating/intraclass.h"
#include "rating/krippendorff.h"
#include "seed.h"

using namespace fullcircle::rating;
using doctest::Approx;

namespace {

using Table = std::vector<std::vector<double>>;

Table random_table(test::Random& random, std::size_t rows, std::size_t columns) {
  Table table(rows, std::vector<double>(columns));
  for (auto& row : table) {
    const double level = random.normal();
    for (double& cell : row) cell = level + random.normal();
  }
  return table;
}

Table shifted(Table table, double by) {
  for (auto& row : table) {
    for (double& cell : row) cell += by;
  }
  return table;
}

}  // namespace

TEST_CASE("one ratee, one rater or nothing at all leave the intraclass correlations undefined") {
  CHECK(compute_intraclass({}).one_1.value == undefined(Undefined::NoData));
  CHECK(compute_intraclass({{1, 2, 3}}).three_k.value == undefined(Undefined::OneRatee));
  CHECK(compute_intraclass({{1}, {2}}).two_1.value == undefined(Undefined::OneRater));
}

TEST_CASE("exactly additive ratings have no error, although their doubles have") {
  // 0.1 + 0.2 and the like: residuals of 1e-17 are none.
  const Intraclass icc = compute_intraclass({{0.1, 0.2, 0.4}, {0.4, 0.5, 0.7}, {0.7, 0.8, 1.0}});
  CHECK(*icc.error == 0);
  CHECK(*icc.three_1.value == 1);
  CHECK(icc.three_1.f == undefined(Undefined::NoVariation));
  CHECK(icc.three_1.interval == undefined(Undefined::NoVariation));
  CHECK(icc.one_1.f);
}

TEST_CASE("ratings without any variation have no reliability") {
  const Intraclass icc = compute_intraclass({{0.3, 0.3}, {0.3, 0.3}, {0.3, 0.3}});
  for (const auto* c : {&icc.one_1, &icc.two_1, &icc.three_1, &icc.one_k, &icc.two_k, &icc.three_k}) {
    CHECK(c->value == undefined(Undefined::NoVariation));
    CHECK(c->f == undefined(Undefined::NoVariation));
  }
}

TEST_CASE("ratees without differences make the mean's reliability infinite, and so undefined") {
  const Intraclass icc = compute_intraclass({{1, 2}, {2, 1}, {1.5, 1.5}});
  CHECK(*icc.between == 0);
  CHECK(icc.one_k.value == undefined(Undefined::NoVariation));
  CHECK(*icc.one_1.value == Approx(-1));
  CHECK(*icc.one_1.f == 0);
  CHECK(icc.one_k.interval == undefined(Undefined::NoVariation));
}

TEST_CASE("a large common offset changes no intraclass correlation and no alpha") {
  test::Random random;
  for (int i = 0; i < 30; ++i) {
    const Table table = random_table(random, 8, 4);
    const Table far = shifted(table, 1e6);
    CHECK(*compute_intraclass(far).two_1.value == Approx(*compute_intraclass(table).two_1.value).epsilon(1e-7));
    CHECK(compute_intraclass(far).two_k.interval->low == Approx(compute_intraclass(table).two_k.interval->low).epsilon(1e-7));
    CHECK(*compute_cronbach(far, 4).alpha == Approx(*compute_cronbach(table, 4).alpha).epsilon(1e-7));
  }
}

TEST_CASE("alpha equals the reliability of the mean of fixed raters, and so do their intervals") {
  // Feldt 1965: coefficient alpha is ICC(3,k).
  test::Random random;
  for (int i = 0; i < 30; ++i) {
    const Table table = random_table(random, 9, 5);
    const Coefficient icc = compute_intraclass(table).three_k;
    const Cronbach alpha = compute_cronbach(table, 5);
    CHECK(*alpha.alpha == Approx(*icc.value).epsilon(1e-10));
    CHECK(alpha.interval->low == Approx(icc.interval->low).epsilon(1e-9));
    CHECK(alpha.interval->high == Approx(icc.interval->high).epsilon(1e-9));
  }
}

TEST_CASE("groups of equal size give the one-way correlations") {
  test::Random random;
  const Table table = random_table(random, 7, 4);
  const Intraclass icc = compute_intraclass(table);
  const IntraclassGroups groups = compute_intraclass_groups(table);
  CHECK(*groups.between == Approx(*icc.between));
  CHECK(*groups.within == Approx(*icc.within));
  CHECK(*groups.effective_size == Approx(4));
  CHECK(*groups.icc1 == Approx(*icc.one_1.value));
  CHECK(*groups.icc2 == Approx(*icc.one_k.value));
}

TEST_CASE("groups say what they lack") {
  CHECK(compute_intraclass_groups({}).icc1 == undefined(Undefined::NoData));
  CHECK(compute_intraclass_groups({{1, 2}}).icc1 == undefined(Undefined::OneRatee));
  CHECK(compute_intraclass_groups({{1}, {2}, {3}}).icc1 == undefined(Undefined::OneRater));
  CHECK(compute_intraclass_groups({{1, 1}, {1, 1}}).icc1 == undefined(Undefined::NoVariation));
  const IntraclassGroups apart = compute_intraclass_groups({{1, 1}, {}, {2, 2, 2}});
  CHECK(apart.f == undefined(Undefined::NoVariation));
  CHECK(*apart.icc1 == 1);
  CHECK(*apart.mean_size == 2.5);
}

TEST_CASE("n0 of uneven groups is below their mean size") {
  // Sizes 2 and 6: (8 - 40/8) / 1 = 3
  const IntraclassGroups groups = compute_intraclass_groups({{1, 2}, {1, 2, 3, 4, 5, 6}});
  CHECK(*groups.effective_size == 3);
  CHECK(*groups.mean_size == 4);
}

TEST_CASE("Krippendorff's alpha says what it lacks") {
  using Cells = std::vector<std::optional<double>>;
  const auto alpha = [](std::vector<Cells> ratings) { return compute_krippendorff(ratings, ScaleLevel::Interval); };
  CHECK(alpha({}).alpha == undefined(Undefined::NoData));
  CHECK(alpha({Cells{1, 2, 3}}).alpha == undefined(Undefined::OneRater));
  CHECK(alpha({Cells{1, {}}, Cells{{}, 2}}).alpha == undefined(Undefined::OneRater));
  CHECK(alpha({Cells{1, 2}, Cells{2, {}}}).alpha == undefined(Undefined::OneRatee));
  CHECK(alpha({Cells{1, 2}, Cells{2, {}}}).pairable == 2);
  CHECK(alpha({Cells{3, 3}, Cells{3, 3}}).alpha == undefined(Undefined::NoVariation));
}

TEST_CASE("Krippendorff's ratio level has no difference between a value and its negative") {
  CHECK(compute_krippendorff({{{1}, {2}}, {{-1}, {2}}}, ScaleLevel::Ratio).alpha == undefined(Undefined::NoVariation));
  CHECK(compute_krippendorff({{{0}, {2}}, {{0}, {2}}}, ScaleLevel::Ratio).alpha == 1.0);
}

TEST_CASE("agreement of no or one rater is undefined, not perfect") {
  CHECK(compute_rwg({}, 5).rwg == undefined(Undefined::NoData));
  CHECK(compute_rwg({4}, 5).rwg == undefined(Undefined::OneRater));
  CHECK(compute_rwg_j({{4, 5, 3}}, 5).rwg_j == undefined(Undefined::OneRater));
  CHECK(compute_rwg_j({}, 5).ad_mean == undefined(Undefined::NoData));
}

TEST_CASE("several items in strong disagreement have no agreement instead of more than full") {
  // Mean variance 5.33 against 2: beyond its pole the formula itself would say 2.14.
  CHECK(*compute_rwg_j({{1, 5, 1}, {5, 1, 5}, {1, 5, 1}, {5, 1, 5}}, 5).rwg_j == 0);
  CHECK(*compute_rwg_j({{4, 4}, {4, 4}}, 5).rwg_j == 1);
}

TEST_CASE("alpha says what it lacks") {
  CHECK(compute_cronbach({}, 3).alpha == undefined(Undefined::NoData));
  CHECK(compute_cronbach({{1, 2, 3}}, 3).alpha == undefined(Undefined::TooFewPoints));
  CHECK(compute_cronbach({{1}, {2}}, 1).alpha == undefined(Undefined::TooFewPoints));
  const Cronbach opposite = compute_cronbach({{0.1, 0.3}, {0.2, 0.2}, {0.3, 0.1}}, 2);
  CHECK(opposite.alpha == undefined(Undefined::NoVariation));
  CHECK(opposite.interval == undefined(Undefined::NoVariation));
  CHECK(opposite.alpha_without[0] == undefined(Undefined::TooFewPoints));
  const Cronbach constant = compute_cronbach({{1, 2, 3}, {2, 2, 5}, {3, 2, 4}}, 3);
  CHECK(constant.alpha);
  CHECK(constant.mean_correlation == undefined(Undefined::NoVariation));
}

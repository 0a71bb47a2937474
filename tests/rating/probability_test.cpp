#include "rating/probability.h"

#include <doctest/doctest.h>

#include <cmath>

#include "rating/root_finding.h"

using namespace fullcircle::rating;

// References: mpmath 1.3.0 with 40 digits, incomplete beta and gamma functions and, for the noncentral t, quadrature of the
// mixture over the scale. Quantiles agree with the usual printed tables (12.706, 2.262, 4.303, 3.576, 4052.18).

namespace {

void check_relative(double got, double expected, double tolerance) {
  CAPTURE(got);
  CAPTURE(expected);
  CHECK(std::fabs(got - expected) <= tolerance * std::fabs(expected));
}

}  // namespace

TEST_CASE("the upper tail of t keeps its digits from the middle to 1e-28") {
  constexpr double kCases[][3] = {
      {4.06212768338204, 9, 0.0014164450986921279}, {2, 1, 0.14758361765043327},     {0.001, 3, 0.49963244748473047},
      {12.706, 1, 0.025000401179066594},            {50, 4, 4.7872268284848492e-7},  {3, 1e6, 0.0013499312707108985},
      {40, 30, 6.8630225972032014e-28},             {-1.5, 7, 0.91135075650501498}, {1.2, 2.5, 0.16571941883293878},
      {9, 200, 8.854691461632394e-17}};
  for (const auto& [t, df, p] : kCases) check_relative(t_upper_tail(t, df), p, df > 1e5 ? 1e-10 : 1e-13);
}

TEST_CASE("the upper tail of F keeps its digits") {
  constexpr double kCases[][4] = {{1.79467849223947, 5, 18, 0.16476880834463925},
                                  {11.0272479564033, 5, 15, 0.00013456651648433479},
                                  {0.2, 3, 7, 0.89316795566248979},
                                  {300, 2, 5, 6.2092132305915517e-6},
                                  {1.05, 1000, 800, 0.23455098406459037},
                                  {5, 1, 1, 0.26772047280123001},
                                  {2.5, 4, 1e5, 0.040434420025724996},
                                  {1e-3, 6, 2, 0.99999997324154926},
                                  {15, 40, 60, 1.8811668212866328e-19},
                                  {4.3, 3.7, 9.25, 0.032670340328724427}};
  for (const auto& [f, df1, df2, p] : kCases) check_relative(f_upper_tail(f, df1, df2), p, 2e-13);
}

TEST_CASE("the upper tail of chi-square keeps its digits") {
  constexpr double kCases[][3] = {{9.99014336917563, 4, 0.040594043344781155}, {0.5, 1, 0.47950012218695346},
                                  {100, 10, 5.4497019829205293e-17},           {3, 7, 0.88500223164315064},
                                  {1000, 1050, 0.86308802874357829},           {1e-4, 2, 0.99995000124997917},
                                  {60, 1, 9.4857375710738484e-15}};
  for (const auto& [x, df, p] : kCases) check_relative(chi_square_upper_tail(x, df), p, 1e-13);
}

TEST_CASE("quantiles of t and F are the inverse of their tails") {
  constexpr double kT[][3] = {{0.975, 1, 12.706204736174705},   {0.975, 9, 2.2621571627982055}, {0.975, 2, 4.3026527297494639},
                              {0.6, 4, 0.27072229470759742},    {0.995, 30, 2.7499956535672253}, {0.999999, 3, 103.29946778041934},
                              {0.75, 0.8, 1.1111913778128865}};
  for (const auto& [p, df, t] : kT) {
    check_relative(t_quantile(p, df), t, 2e-11);  // 1 - 0.999999 itself is off by 1e-11
    check_relative(t_quantile(1 - p, df), -t, 2e-11);
  }
  constexpr double kF[][4] = {{0.975, 5, 15, 3.576415349279062},    {0.975, 15, 5, 6.4277281670787818},
                              {0.95, 3, 4.5, 5.9018664737359544},   {0.025, 5, 18, 0.15718616136624451},
                              {0.5, 10, 10, 1.0},                   {0.975, 29, 174, 1.6615384170288127},
                              {0.99, 1, 1, 4052.1806954768291}};
  for (const auto& [p, df1, df2, f] : kF) check_relative(f_quantile(p, df1, df2), f, 1e-12);
}

TEST_CASE("normal quantile and distribution agree to the last digits") {
  CHECK(normal_quantile(0.975) == doctest::Approx(1.959963984540054235524594430520551527955550).epsilon(1e-15));
  CHECK(normal_quantile_975() == doctest::Approx(normal_quantile(0.975)).epsilon(1e-15));
  CHECK(normal_quantile(0.5) == 0);
  for (double z : {-8.0, -5.5, -3.0, -1.0, -0.2, 0.7, 2.0}) CHECK(normal_quantile(normal_cdf(z)) == doctest::Approx(z).epsilon(1e-12));
}

TEST_CASE("noncentral t is exact to thirteen decimals, also where usual series underflow") {
  constexpr double kCases[][4] = {{4.06212768338204, 9, 1.3, 0.975498508326338},
                                  {4.06212768338204, 9, 6.7, 0.024909332048159551},
                                  {1, 1, 0, 0.75},
                                  {2, 1, 3, 0.17956249655224157},
                                  {-1, 5, 0.5, 0.082444091056723458},
                                  {0, 4, 1, 0.15865525393145705},
                                  {30, 20, 28, 0.62317142383023941},
                                  {500, 12, 480, 0.52385241088582931},
                                  {1e5, 3, 1e5, 0.39162517631734305},
                                  {2, 2.5, 1, 0.72812542902534152},
                                  {10, 100, 9.5, 0.6502801252399006},
                                  {1.5, 1000, 1, 0.69123154234311776},
                                  {3, 8, -1, 0.99939209154913369}};
  for (const auto& [t, df, delta, p] : kCases) {
    CAPTURE(t);
    CAPTURE(df);
    CAPTURE(delta);
    CHECK(std::fabs(noncentral_t_cdf(t, df, delta) - p) < 1e-13);
  }
}

TEST_CASE("a root is found to the last bits, also at an end and for a steep function") {
  CHECK(find_root([](double x) { return x * x - 2; }, 0, 2) == doctest::Approx(std::sqrt(2.0)).epsilon(1e-15));
  CHECK(find_root([](double x) { return x; }, 0, 5) == 0);
  CHECK(find_root([](double x) { return std::exp(x) - 1e9; }, -100, 100) == doctest::Approx(std::log(1e9)).epsilon(1e-15));
}

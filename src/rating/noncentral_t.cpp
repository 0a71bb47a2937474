#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>
#include <vector>

#include "model/sorting.h"
#include "rating/probability.h"
#include "rating/special_functions.h"

namespace fullcircle::rating {

namespace {

// Gauss-Kronrod 7-15 on [-1, 1]: positive nodes with the weights of both rules (Piessens et al. 1983, QUADPACK, qk15).
constexpr double kNodes[8] = {0.991455371120812639206854697526329, 0.949107912342758524526189684047851,
                              0.864864423359769072789712788640926, 0.741531185599394439863864773280788,
                              0.586087235467691130294144691693013, 0.405845151377397166906606412076961,
                              0.207784955007898467600689403773245, 0.000000000000000000000000000000000};
constexpr double kKronrod[8] = {0.022935322010529224963732008058970, 0.063092092629978553290700663189204,
                                0.104790010322250183839876322541518, 0.140653259715525918745189590510238,
                                0.169004726639267902826583426598550, 0.190350578064785409913256402421014,
                                0.204432940075298892414161999234649, 0.209482141084727828012999174891714};
constexpr double kGauss[4] = {0.129484966168869693270611432679082, 0.279705391489276667901467771423780,
                              0.381830050505118944950369775488975, 0.417959183673469387755102040816327};

struct Piece {
  double low, high, value, error;
};

template <class F>
Piece integrate_piece(F&& f, double low, double high) {
  const double centre = 0.5 * (low + high);
  const double half = 0.5 * (high - low);
  double kronrod = 0;
  double gauss = 0;
  for (int i = 0; i < 8; ++i) {
    const double pair = i == 7 ? f(centre) : f(centre - half * kNodes[i]) + f(centre + half * kNodes[i]);
    kronrod += kKronrod[i] * pair;
    if (i % 2 == 1) gauss += kGauss[i / 2] * pair;
  }
  return {low, high, kronrod * half, std::fabs(kronrod - gauss) * half};
}

/// Halves the worst piece until nothing is left to gain.
template <class F>
double integrate(F&& f, const std::vector<double>& edges) {
  constexpr double kWanted = 1e-15;
  const auto worse = [](const Piece& a, const Piece& b) { return a.error < b.error; };
  std::vector<Piece> pieces;
  for (std::size_t i = 1; i < edges.size(); ++i) {
    if (edges[i] > edges[i - 1]) pieces.push_back(integrate_piece(f, edges[i - 1], edges[i]));
  }
  std::make_heap(pieces.begin(), pieces.end(), worse);
  for (int step = 0; step < 400 && !pieces.empty() && pieces.front().error > kWanted; ++step) {
    std::pop_heap(pieces.begin(), pieces.end(), worse);
    const Piece worst = pieces.back();
    pieces.pop_back();
    const double middle = 0.5 * (worst.low + worst.high);
    for (const Piece& half : {integrate_piece(f, worst.low, middle), integrate_piece(f, middle, worst.high)}) {
      pieces.push_back(half);
      std::push_heap(pieces.begin(), pieces.end(), worse);
    }
  }
  sort_stably(pieces, {}, &Piece::value);
  double sum = 0;
  for (const Piece& piece : pieces) sum += piece.value;
  return sum;
}

}  // namespace

double noncentral_t_cdf(double t, double df, double noncentrality) {
  // Density of s = sqrt(χ²/df): 2 h^h / Γ(h) s^(df-1) e^(-h s²) with h = df/2. By Stirling's formula for Γ the powers of h
  // cancel and e^(h - h s²) = e^(h (1-s)(1+s)) is left, so that large df lose no digits.
  const double half = df / 2;
  const double constant = std::exp(-stirling_error(half)) * std::sqrt(2 * half / std::numbers::pi);
  const auto density = [&](double s) {
    if (s <= 0) return df == 1 ? constant * std::exp(half) : 0.0;
    return constant * std::exp(half * (1 - s) * (1 + s) + (df - 1) * std::log(s));
  };
  const auto integrand = [&](double s) { return density(s) * normal_cdf(t * s - noncentrality); };
  // Nine standard deviations of the cube root of χ² (Wilson & Hilferty) leave less than 1e-18 outside.
  const double spread = std::sqrt(2 / (9 * df));
  const double from = std::pow(std::max(0.0, 1 - 2 / (9 * df) - 9 * spread), 1.5);
  const double to = std::pow(1 - 2 / (9 * df) + 9 * spread, 1.5);
  // Where Φ passes from 0 to 1 the integrand may be steep.
  std::vector<double> edges{from, to};
  const double peak = df > 1 ? std::sqrt((df - 1) / df) : 0;
  for (double sd : {-3.0, 0.0, 3.0}) edges.push_back(peak + sd / std::sqrt(2 * df));
  if (t != 0) {
    for (double z : {-38.0, -8.0, -2.0, 0.0, 2.0, 8.0, 38.0}) edges.push_back((noncentrality + z) / t);
  }
  std::erase_if(edges, [&](double edge) { return !(edge >= from && edge <= to); });
  std::ranges::sort(edges);
  return std::clamp(integrate(integrand, edges), 0.0, 1.0);
}

}  // namespace fullcircle::rating

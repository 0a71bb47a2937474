#include "rating/bands.h"

namespace fullcircle::rating {

bool Bands::valid() const {
  if (labels.empty() || edges.size() != labels.size() + 1) return false;
  for (std::size_t i = 1; i < edges.size(); ++i) {
    if (!(edges[i - 1] < edges[i])) return false;
  }
  return true;
}

Maybe<std::size_t> find_band(const Decimal& rounded, const Bands& bands) {
  const auto below = [&](double edge) { return Decimal::compare(rounded, Decimal::from_double(edge)) < 0; };
  const auto above = [&](double edge) { return Decimal::compare(rounded, Decimal::from_double(edge)) > 0; };
  if (below(bands.edges.front())) return undefined(Undefined::BelowScale);
  if (above(bands.edges.back())) return undefined(Undefined::AboveScale);
  std::size_t band = 0;
  while (band + 1 < bands.labels.size() && !below(bands.edges[band + 1])) ++band;
  return band;
}

}  // namespace fullcircle::rating

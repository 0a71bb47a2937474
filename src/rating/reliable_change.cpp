#include "rating/reliable_change.h"

#include <cmath>

#include "rating/probability.h"
#include "rating/rounding.h"

namespace fullcircle::rating {

ReliableChange compute_reliable_change(std::optional<double> pre, std::optional<double> post, double sd_pre, double reliability,
                                       const ChangeNorms& norms) {
  ReliableChange result;
  result.standard_error = sd_pre * std::sqrt(1 - reliability);
  result.difference_error = std::sqrt(2.0) * result.standard_error;
  result.smallest_change = normal_quantile_975() * result.difference_error;
  result.index = undefined(Undefined::NoData);
  if (pre && post) {
    result.index = undefined(Undefined::NoVariation);
    if (result.difference_error > 0) result.index = snap(*post - *pre) / result.difference_error;
  }
  result.reliable = undefined(result.index ? Undefined::NoData : result.index.error());
  if (result.index) result.reliable = std::fabs(*result.index) > normal_quantile_975();

  // Which way is better follows from the two means; with one of them alone, up.
  const bool both_means = norms.mean_dysfunctional && norms.mean_functional;
  const double better = both_means && *norms.mean_functional < *norms.mean_dysfunctional ? -1 : 1;
  if (norms.mean_dysfunctional && norms.sd_dysfunctional) {
    result.cutoff_a = *norms.mean_dysfunctional + better * 2 * *norms.sd_dysfunctional;
  }
  if (norms.mean_functional && norms.sd_functional) {
    result.cutoff_b = *norms.mean_functional - better * 2 * *norms.sd_functional;
  }
  if (both_means && norms.sd_dysfunctional && norms.sd_functional) {
    const double sds = *norms.sd_functional + *norms.sd_dysfunctional;
    result.cutoff_c = undefined(Undefined::NoVariation);
    if (sds > 0) {
      result.cutoff_c = (*norms.sd_functional * *norms.mean_dysfunctional + *norms.sd_dysfunctional * *norms.mean_functional) / sds;
    }
  }
  return result;
}

}  // namespace fullcircle::rating

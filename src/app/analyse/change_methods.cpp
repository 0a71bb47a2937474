// describe, paired, wilcoxon, reliable_change, rank, distribution.
#include <cmath>

#include "app/analyse/methods.h"
#include "rating/distribution_guide.h"
#include "rating/moments.h"
#include "rating/paired_effect.h"
#include "rating/ranking.h"
#include "rating/reliable_change.h"
#include "rating/wilcoxon.h"

namespace fullcircle::analysis {

namespace {

using rating::Figure;
using rating::Undefined;
using rating::undefined;

void run_describe(Request& request, Reply& reply) {
  const std::vector<double> x = request.present("x");
  if (request.failed()) return;
  const rating::Moments moments = rating::compute_moments(x);
  reply.add("n", static_cast<int>(moments.n));
  reply.add("mean", x.empty() ? Figure(undefined(Undefined::NoData)) : Figure(moments.mean));
  reply.add("sd", moments.standard_deviation());
}

struct Pairs {
  std::vector<double> before, after;
};

Pairs read_pairs(Request& request) {
  const Cells before = request.cells("before");
  const Cells after = request.cells("after");
  Pairs pairs;
  if (!request.failed() && before.size() != after.size()) {
    request.reject("after", "as many numbers as before, " + std::to_string(before.size()));
  }
  if (request.failed()) return pairs;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (!before[i] || !after[i]) continue;
    pairs.before.push_back(*before[i]);
    pairs.after.push_back(*after[i]);
  }
  return pairs;
}

void run_paired(Request& request, Reply& reply) {
  const Pairs pairs = read_pairs(request);
  if (request.failed()) return;
  const rating::PairedEffect effect = rating::compute_paired_effect(pairs.before, pairs.after);
  reply.add("n", effect.n);
  reply.add("mean", effect.mean);
  reply.add("sd", effect.sd);
  reply.add("t", effect.t);
  reply.add("df", effect.df);
  reply.add("p", effect.p);
  reply.add("ci95", effect.interval);
  reply.add("d_z", effect.d_z);
  reply.add("hedges_j", effect.hedges_j);
  reply.add("g_z", effect.g_z);
  reply.add("d_z_ci95", effect.d_z_interval);
  reply.add("d_av", effect.d_av);
  reply.add("r", effect.r);
}

void run_wilcoxon(Request& request, Reply& reply) {
  std::vector<double> differences;
  if (request.names("differences")) {
    differences = request.present("differences");
  } else {
    const Pairs pairs = read_pairs(request);
    for (std::size_t i = 0; i < pairs.before.size(); ++i) differences.push_back(pairs.after[i] - pairs.before[i]);
  }
  const bool pratt = request.choice("zeros", {"wilcoxon", "pratt"}, false) == 1;
  if (request.failed()) return;
  const rating::SignedRankTest test =
      rating::compute_signed_rank_test(differences, pratt ? rating::ZeroRule::Pratt : rating::ZeroRule::Wilcoxon);
  reply.add("v", test.v);
  reply.add("zeros", test.zeros);
  reply.add("p_exact", test.p_exact);
  reply.add("z", test.z);
  reply.add("p_normal", test.p_normal);
  reply.add("hodges_lehmann", test.hodges_lehmann);
  reply.add("rank_biserial", test.rank_biserial);
}

void run_reliable_change(Request& request, Reply& reply) {
  const auto pre = request.nullable_number("pre");
  const auto post = request.nullable_number("post");
  const double sd = request.number_from("sd_pre", 0);
  const double reliability = request.number_between("reliability", 0, 1);
  const auto spread = [&](std::string_view key) -> std::optional<double> {
    if (!request.has(key)) return std::nullopt;
    return request.number_from(key, 0);
  };
  const rating::ChangeNorms norms{request.optional_number("mean_dysfunctional"), spread("sd_dysfunctional"),
                                  request.optional_number("mean_functional"), spread("sd_functional")};
  if (request.failed()) return;
  const rating::ReliableChange change = rating::compute_reliable_change(pre, post, sd, reliability, norms);
  reply.add("sem", Figure(change.standard_error));
  reply.add("s_diff", Figure(change.difference_error));
  reply.add("rc", change.index);
  reply.add("reliable", change.reliable);
  reply.add("smallest_change", Figure(change.smallest_change));
  if (change.cutoff_a) reply.add("cutoff_a", *change.cutoff_a);
  if (change.cutoff_b) reply.add("cutoff_b", *change.cutoff_b);
  if (change.cutoff_c) reply.add("cutoff_c", *change.cutoff_c);
}

void run_rank(Request& request, Reply& reply) {
  const Cells scores = request.cells("scores");
  if (request.failed()) return;
  std::vector<double> present;
  for (const auto& score : scores) {
    if (score) present.push_back(*score);
  }
  const rating::Ranking ranking = rating::compute_ranking(present);
  std::vector<Figure> midranks, percentiles;
  std::vector<Entry> places;
  std::size_t next = 0;
  for (const auto& score : scores) {
    if (!score) {
      midranks.push_back(undefined(Undefined::NoData));
      percentiles.push_back(undefined(Undefined::NoData));
      places.emplace_back(undefined(Undefined::NoData));
      continue;
    }
    midranks.push_back(ranking.midranks[next]);
    percentiles.push_back(ranking.percentile[next]);
    places.emplace_back(Value(ranking.competition[next]));
    ++next;
  }
  reply.add("midranks", midranks);
  reply.add("percentile", percentiles);
  reply.add_list("competition", places);
}

void run_distribution(Request& request, Reply& reply) {
  const std::vector<double> counts = request.numbers_from("counts", 0);
  const std::vector<double> guide = request.numbers_from("guide", 0);
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] != std::floor(counts[i])) request.reject("counts." + std::to_string(i), "a whole number of 0 or more");
  }
  if (!request.failed() && guide.size() != counts.size()) {
    request.reject("guide", "as many shares as counts, " + std::to_string(counts.size()));
  }
  if (request.failed()) return;
  const rating::DistributionCheck check = rating::compute_distribution_check(counts, guide);
  reply.add("chi2", check.chi_square);
  reply.add("df", check.df);
  reply.add("p", check.p);
  reply.add("expected", check.expected);
  reply.add("residuals", check.residuals);
  reply.add("total_variation", check.total_variation);
}

constexpr Method kMethods[] = {{"describe", run_describe},
                               {"paired", run_paired},
                               {"wilcoxon", run_wilcoxon},
                               {"reliable_change", run_reliable_change},
                               {"rank", run_rank},
                               {"distribution", run_distribution}};

}  // namespace

std::span<const Method> change_methods() { return kMethods; }

}  // namespace fullcircle::analysis

// additive, crossed, shrink.
#include <map>

#include "app/analyse/methods.h"
#include "rating/crossed_effects.h"
#include "rating/rater_effects.h"
#include "rating/shrinkage.h"

namespace fullcircle::analysis {

namespace {

using rating::Figure;
using rating::Undefined;
using rating::undefined;

/// The names of one side in order of appearance; only those with a rating have an index in the design.
struct Names {
  std::vector<std::string> names;
  std::vector<std::optional<std::size_t>> index;  ///< parallel to names
  std::map<std::string, std::size_t> place;       ///< in names
  std::size_t rated = 0;

  std::size_t add(const std::string& name) {
    const auto [found, fresh] = place.emplace(name, names.size());
    if (fresh) {
      names.push_back(name);
      index.emplace_back();
    }
    return found->second;
  }
};

struct RatingTable {
  Names ratees, raters;
  std::vector<rating::Rating> ratings;
};

RatingTable read_ratings(Request& request) {
  RatingTable table;
  const auto ratees = request.name_list("ratee");
  const auto raters = request.name_list("rater");
  const Cells y = request.cells("y");
  if (request.failed()) return table;
  if (raters.size() != ratees.size()) request.reject("rater", "as many names as ratee has, " + std::to_string(ratees.size()));
  if (y.size() != ratees.size()) request.reject("y", "as many numbers as ratee has names, " + std::to_string(ratees.size()));
  if (request.failed()) return table;
  const auto index_of = [](Names& names, const std::string& name) {
    auto& index = names.index[names.place.at(name)];
    if (!index) index = names.rated++;
    return *index;
  };
  for (std::size_t i = 0; i < y.size(); ++i) {
    table.ratees.add(ratees[i]);
    table.raters.add(raters[i]);
    if (y[i]) table.ratings.push_back({index_of(table.ratees, ratees[i]), index_of(table.raters, raters[i]), *y[i]});
  }
  return table;
}

/// An object by name from what is known by index; NoData for a name without a rating.
template <class EntryOf>
void add_by_name(Reply& reply, const std::string& key, const Names& names, EntryOf&& entry) {
  std::vector<std::pair<std::string, Entry>> entries;
  for (std::size_t i = 0; i < names.names.size(); ++i) {
    entries.emplace_back(names.names[i], names.index[i] ? Entry(entry(*names.index[i])) : Entry(undefined(Undefined::NoData)));
  }
  reply.add_object(key, entries);
}

struct AskedContrasts {
  std::vector<rating::Contrast> contrasts;
  std::vector<std::optional<std::size_t>> place;  ///< by question: index into contrasts, or nothing if a name has no rating
};

AskedContrasts read_contrasts(Request& request, std::string_view key, const Names& names) {
  AskedContrasts asked;
  if (!request.has(key)) return asked;
  const Value::List* pairs = request.find(key)->as_list();
  if (!pairs) request.reject(key, "an array of pairs of names");
  for (std::size_t i = 0; pairs && i < pairs->size(); ++i) {
    const std::string place = std::string(key) + "." + std::to_string(i);
    const Value::List* pair = (*pairs)[i].as_list();
    std::optional<std::size_t> index[2];
    if (!pair || pair->size() != 2) {
      request.reject(place, "a pair of names [a, b]");
      return asked;
    }
    for (int side = 0; side < 2; ++side) {
      const auto name = Request::as_name((*pair)[static_cast<std::size_t>(side)]);
      const auto found = name ? names.place.find(*name) : names.place.end();
      if (found == names.place.end()) {
        request.reject(place + "." + std::to_string(side), "a name that occurs in the data");
        return asked;
      }
      index[side] = names.index[found->second];
    }
    asked.place.emplace_back();
    if (!index[0] || !index[1]) continue;
    asked.place.back() = asked.contrasts.size();
    asked.contrasts.push_back({*index[0], *index[1]});
  }
  return asked;
}

void add_contrasts(Reply& reply, const std::string& key, const AskedContrasts& asked, const std::vector<rating::Estimate>& estimates) {
  std::vector<Figure> values, errors;
  for (const auto& place : asked.place) {
    values.push_back(place ? estimates[*place].value : undefined(Undefined::NoData));
    errors.push_back(place ? estimates[*place].standard_error : undefined(Undefined::NoData));
  }
  reply.add(key, values);
  reply.add(key + "_se", errors);
}

void run_additive(Request& request, Reply& reply) {
  const RatingTable table = read_ratings(request);
  if (request.failed()) return;
  const AskedContrasts of_ratees = read_contrasts(request, "ratee_contrasts", table.ratees);
  const AskedContrasts of_raters = read_contrasts(request, "rater_contrasts", table.raters);
  if (request.failed()) return;
  const rating::RaterEffects fit =
      rating::compute_rater_effects(table.ratings, table.ratees.rated, table.raters.rated, of_ratees.contrasts, of_raters.contrasts);
  const auto number = [](double value) { return entry_of(Figure(value)); };
  add_by_name(reply, "components", table.ratees,
              [&](std::size_t i) -> Entry { return Value(static_cast<int>(fit.design.ratee_component[i]) + 1); });
  reply.add("mu", fit.mu);
  add_by_name(reply, "ratee_means", table.ratees, [&](std::size_t i) { return number(fit.ratee_means[i]); });
  add_by_name(reply, "rater_means", table.raters, [&](std::size_t j) { return number(fit.rater_means[j]); });
  add_by_name(reply, "ratee_effects", table.ratees, [&](std::size_t i) { return entry_of(fit.ratee_effects[i].value); });
  add_by_name(reply, "rater_effects", table.raters, [&](std::size_t j) { return entry_of(fit.rater_effects[j].value); });
  add_by_name(reply, "adjusted", table.ratees, [&](std::size_t i) { return entry_of(fit.adjusted[i].value); });
  add_by_name(reply, "se_ratee", table.ratees, [&](std::size_t i) { return entry_of(fit.ratee_effects[i].standard_error); });
  add_by_name(reply, "se_rater", table.raters, [&](std::size_t j) { return entry_of(fit.rater_effects[j].standard_error); });
  add_by_name(reply, "se_adjusted", table.ratees, [&](std::size_t i) { return entry_of(fit.adjusted[i].standard_error); });
  reply.add("residual_sd", fit.residual_sd);
  reply.add("df", table.ratings.empty() ? Figure(undefined(Undefined::NoData)) : Figure(fit.df));
  reply.add("ss_ratee", fit.ss_ratee);
  reply.add("f_ratee", fit.f_ratee);
  if (request.has("ratee_contrasts")) add_contrasts(reply, "ratee_contrasts", of_ratees, fit.ratee_contrasts);
  if (request.has("rater_contrasts")) add_contrasts(reply, "rater_contrasts", of_raters, fit.rater_contrasts);
}

void run_crossed(Request& request, Reply& reply) {
  const RatingTable table = read_ratings(request);
  std::optional<rating::CrossedVariances> variances;
  if (auto given = request.part("variances")) {
    variances = rating::CrossedVariances{given->number_from("ratee", 0), given->number_from("rater", 0), given->number_from("residual", 0)};
    if (!given->failed() && variances->residual == 0) given->reject("residual", "a number above 0");
    request.take_error(*given);
  }
  if (request.failed()) return;
  const rating::CrossedEffects fit =
      rating::compute_crossed_effects(table.ratings, table.ratees.rated, table.raters.rated, variances);
  reply.add("mu", fit.mu);
  reply.add("se_mu", fit.se_mu);
  reply.add("var_ratee", fit.var_ratee);
  reply.add("var_rater", fit.var_rater);
  reply.add("var_residual", fit.var_residual);
  reply.add("reml_criterion", fit.reml_criterion);
  add_by_name(reply, "ratee_blup", table.ratees, [&](std::size_t i) { return entry_of(fit.ratee_blup[i]); });
  add_by_name(reply, "rater_blup", table.raters, [&](std::size_t j) { return entry_of(fit.rater_blup[j]); });
  add_by_name(reply, "ratee_pred_sd", table.ratees, [&](std::size_t i) { return entry_of(fit.ratee_pred_sd[i]); });
}

void shrink_to_prior(Request& request, Reply& reply) {
  auto given = request.part("prior");
  const rating::Prior prior{given->number("mean"), given->number_from("tau2", 0), given->number_from("sigma2", 0)};
  request.take_error(*given);
  const std::vector<double> ratings = request.present("ratings");
  if (request.failed()) return;
  const rating::ShrunkMean result = rating::compute_shrunk_mean(ratings, prior);
  reply.add("weights", result.weight);
  reply.add("shrunk", result.shrunk);
  reply.add("pred_sd", result.pred_sd);
}

void shrink_means(Request& request, Reply& reply) {
  const Cells means = request.cells("means");
  if (request.names("common_se")) {
    const double error = request.number_from("common_se", 0);
    if (request.failed()) return;
    const rating::Shrinkage result = rating::compute_james_stein(means, error);
    reply.add("grand_mean", result.grand_mean);
    reply.add("weights", result.weights);
    reply.add("shrunk", result.shrunk);
    return;
  }
  const Cells errors = request.cells("se");
  for (std::size_t i = 0; i < errors.size(); ++i) {
    if (errors[i] && *errors[i] < 0) request.reject("se." + std::to_string(i), "a number of 0 or more");
  }
  if (errors.size() != means.size()) request.reject("se", "as many numbers as means, " + std::to_string(means.size()));
  if (request.failed()) return;
  const rating::PooledMeans result = rating::compute_pooled_means(means, errors);
  reply.add("q", result.q);
  reply.add("tau2", result.variance_between);
  reply.add("pooled", result.pooled);
  reply.add("pooled_se", result.pooled_se);
  reply.add("shrunk", result.shrunk);
}

void run_shrink(Request& request, Reply& reply) {
  if (request.has("prior")) return shrink_to_prior(request, reply);
  if (!request.names("groups") && request.names("means")) return shrink_means(request, reply);
  const auto groups = request.groups("groups");
  if (request.failed()) return;
  const rating::Shrinkage result = rating::compute_shrinkage_of_groups(groups);
  reply.add("tau2", result.variance_between);
  reply.add("grand_mean", result.grand_mean);
  reply.add("weights", result.weights);
  reply.add("shrunk", result.shrunk);
  reply.add("pred_sd", result.pred_sd);
}

constexpr Method kMethods[] = {{"additive", run_additive}, {"crossed", run_crossed}, {"shrink", run_shrink}};

}  // namespace

std::span<const Method> rater_methods() { return kMethods; }

}  // namespace fullcircle::analysis

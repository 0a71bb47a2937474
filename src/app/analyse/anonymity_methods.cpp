// rater_groups, rater_items.
#include <algorithm>

#include "app/analyse/methods.h"
#include "rating/anonymity.h"
#include "rating/item_suppression.h"

namespace fullcircle::analysis {

namespace {

using rating::Figure;

rating::GroupRatings read_ratings(Request& request) {
  rating::GroupRatings ratings;
  auto groups = request.part("groups");
  if (!groups) {
    request.reject("groups", "an object of ratings by group");
    return ratings;
  }
  if (groups->failed()) return ratings;
  for (const auto& [name, value] : *request.find("groups")->as_object()) {
    if (!value.is_null()) ratings[name] = groups->present(name);
  }
  request.take_error(*groups);
  return ratings;
}

rating::AnonymityPolicy read_policy(Request& request) {
  rating::AnonymityPolicy policy;
  policy.min_raters = request.whole("min", 1, 1'000'000, policy.min_raters);
  if (request.has("identified")) {
    const auto names = request.name_list("identified");
    policy.identified = {names.begin(), names.end()};
  }
  auto weights = request.part("weights");
  if (weights && !weights->failed()) {
    for (const auto& [name, value] : *request.find("weights")->as_object()) {
      policy.weights[name] = weights->number_from(name, 0, 1);
    }
    request.take_error(*weights);
  }
  return policy;
}

void run_rater_groups(Request& request, Reply& reply) {
  const rating::GroupRatings ratings = read_ratings(request);
  const rating::AnonymityPolicy policy = read_policy(request);
  if (request.failed()) return;
  const rating::GroupResult result = rating::compute_group_result(ratings, policy);

  std::vector<std::pair<std::string, Entry>> shown, used;
  Value::List pools;
  std::vector<std::string> hidden = result.columns.left_out;
  for (std::size_t c = 0; c < result.columns.shown.size(); ++c) {
    const rating::RaterColumn& column = result.columns.shown[c];
    if (!column.is_pool()) {
      shown.emplace_back(column.groups[0], entry_of(result.means[c]));
      continue;
    }
    Value::List members;
    for (const std::string& group : column.groups) members.emplace_back(group);
    hidden.insert(hidden.end(), column.groups.begin(), column.groups.end());
    pools.emplace_back(Value::Object{{"mean", number_value(*result.means[c])}, {"members", Value(std::move(members))}, {"n", Value(column.n)}});
  }
  if (result.others.value) {
    for (const rating::Term& term : result.others.children) {
      const bool counted = !term.left_out || term.left_out == rating::LeftOut::NoWeight;
      if (counted) used.emplace_back(term.key, entry_of(Figure(term.share)));
    }
  }
  std::ranges::sort(hidden);
  Value::List hidden_names(hidden.begin(), hidden.end());
  reply.add_object("shown", shown);
  reply.add_value("pools", Value(std::move(pools)));
  reply.add_value("hidden", Value(std::move(hidden_names)));
  reply.add("overall", result.others.value);
  reply.add_object("weights_used", used);
}

void run_rater_items(Request& request, Reply& reply) {
  const auto ratings = request.table("ratings");
  const int least = request.whole("min", 1, 1'000'000, rating::AnonymityPolicy{}.min_raters);
  if (request.failed()) return;
  const rating::ItemResult result = rating::compute_item_result(ratings, ratings.empty() ? 0 : ratings[0].size(), least);
  Value::List counts(result.n.begin(), result.n.end());
  reply.add_value("n", Value(std::move(counts)));
  reply.add("items", result.items);
  reply.add("competency", result.mean);
}

constexpr Method kMethods[] = {{"rater_groups", run_rater_groups}, {"rater_items", run_rater_items}};

}  // namespace

std::span<const Method> anonymity_methods() { return kMethods; }

}  // namespace fullcircle::analysis

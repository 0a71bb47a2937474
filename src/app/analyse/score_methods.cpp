// goal, payout, rollup, rescale, weighted, round, label.
#include <algorithm>
#include <map>
#include <set>

#include "app/analyse/methods.h"
#include "rating/bands.h"
#include "rating/goal_attainment.h"
#include "rating/payout_curve.h"
#include "rating/roll_up.h"
#include "rating/scale.h"
#include "rating/weighted_mean.h"

namespace fullcircle::analysis {

namespace {

using rating::Figure;
using rating::Undefined;
using rating::undefined;

void read_milestones(Request& goal, rating::GoalFacts& facts) {
  const Value* done = goal.find("done");
  const Value::List* list = done ? done->as_list() : nullptr;
  if (!list) return goal.reject("done", "an array of 0 and 1");
  std::vector<double> weights(list->size(), 1.0);
  if (goal.has("weights")) weights = goal.numbers_from("weights", 0);
  if (!goal.failed() && weights.size() != list->size()) goal.reject("weights", "as many as done, " + std::to_string(list->size()));
  if (goal.failed()) return;
  for (std::size_t i = 0; i < list->size(); ++i) {
    const Value& value = (*list)[i];
    const auto number = Request::as_number(value);
    rating::Milestone milestone{weights[i], std::nullopt};
    if (const bool* flag = value.as_bool()) {
      milestone.done = *flag;
    } else if (number && (*number == 0 || *number == 1)) {
      milestone.done = *number == 1;
    } else if (!value.is_null()) {
      return goal.reject("done." + std::to_string(i), "0 or 1");
    }
    facts.milestones.push_back(milestone);
  }
}

void read_yes_no(Request& goal, rating::GoalFacts& facts) {
  if (!goal.has("actual")) return;
  const bool* reached = goal.find("actual")->as_bool();
  if (!reached) return goal.reject("actual", "true or false");
  facts.reached = *reached;
}

rating::GoalFacts read_goal(Request& goal) {
  using rating::GoalMeasure;
  constexpr GoalMeasure kMeasures[] = {GoalMeasure::Higher,   GoalMeasure::Lower,      GoalMeasure::Range,
                                       GoalMeasure::Maintain, GoalMeasure::Milestones, GoalMeasure::YesNo,
                                       GoalMeasure::HigherNoBaseline, GoalMeasure::LowerNoBaseline};
  rating::GoalFacts facts;
  facts.id = goal.name("id");
  facts.measure = kMeasures[goal.choice(
      "kind", {"higher", "lower", "range", "maintain", "milestones", "yes_no", "higher_no_baseline", "lower_no_baseline"}, true)];
  facts.weight = goal.number_from("weight", 0, 1);
  facts.cap = goal.number_from("cap", 0, 1);
  if (goal.failed()) return facts;
  if (facts.measure == GoalMeasure::Milestones) {
    read_milestones(goal, facts);
    return facts;
  }
  if (facts.measure == GoalMeasure::YesNo) {
    read_yes_no(goal, facts);
    return facts;
  }
  facts.actual = goal.optional_number("actual");
  if (facts.measure == GoalMeasure::Range) {
    facts.low = goal.nullable_number("low");
    facts.high = goal.nullable_number("high");
    facts.tolerance = goal.number_from("tolerance", 0, 0);
    if (facts.low && facts.high && *facts.low > *facts.high) goal.reject("high", "a number not below low");
    return facts;
  }
  const bool from_baseline = facts.measure == GoalMeasure::Higher || facts.measure == GoalMeasure::Lower;
  if (from_baseline) facts.baseline = goal.nullable_number("baseline");
  facts.target = goal.nullable_number("target");
  if (facts.measure == GoalMeasure::Maintain && goal.choice("direction", {"higher", "lower"}, false) == 1) {
    facts.direction = rating::Direction::Lower;
  }
  return facts;
}

void run_goal(Request& request, Reply& reply) {
  std::vector<rating::GoalFacts> goals;
  std::set<std::string> ids;
  for (Request& part : request.parts("goals")) {
    goals.push_back(read_goal(part));
    if (!part.failed() && !ids.insert(goals.back().id).second) part.reject("id", "an id of its own");
    request.take_error(part);
  }
  if (request.failed()) return;
  const rating::GoalsResult result = rating::compute_goals(goals);
  std::vector<std::pair<std::string, Entry>> attainment;
  for (const rating::Term& term : result.term.children) attainment.emplace_back(term.key, entry_of(term.value));
  reply.add_object("attainment", attainment);
  reply.add("weighted", result.term.value);
  reply.add("covered", result.covered);
}

void run_payout(Request& request, Reply& reply) {
  rating::PayoutCurve curve;
  curve.threshold = request.number("threshold");
  curve.target = request.number("target");
  curve.stretch = request.number("stretch");
  const std::vector<double> payouts = request.numbers("p");
  const Cells results = request.cells("x");
  if (!request.failed() && payouts.size() != 3) request.reject("p", "three numbers, at threshold, target and stretch");
  if (!request.failed() && !curve.valid()) request.reject("target", "a number between threshold and stretch");
  if (request.failed()) return;
  curve.at_threshold = payouts[0];
  curve.at_target = payouts[1];
  curve.at_stretch = payouts[2];
  std::vector<Figure> paid;
  for (const auto& x : results) paid.push_back(x ? Figure(rating::compute_payout(curve, *x)) : undefined(Undefined::NoData));
  reply.add("payout", paid);
}

void read_children(Request& node, rating::RollUpNode& result, const std::map<std::string, std::size_t>& place) {
  if (!node.has("children")) return;
  std::set<std::size_t> seen;
  for (Request& link : node.parts("children")) {
    const std::string id = link.name("id");
    const double weight = link.number_from("weight", 0, 1);
    const auto found = place.find(id);
    if (!link.failed() && found == place.end()) link.reject("id", "the id of a node");
    if (!link.failed() && !seen.insert(found->second).second) link.reject("id", "each child once");
    node.take_error(link);
    if (node.failed()) return;
    result.children.push_back({found->second, weight});
  }
}

void run_rollup(Request& request, Reply& reply) {
  const auto nodes = request.part("nodes");
  if (!nodes) return request.reject("nodes", "an object of nodes by id");
  std::optional<double> cap;
  if (request.has("cap")) cap = request.number_from("cap", 0);
  if (request.failed()) return;
  const Value::Object& members = *request.find("nodes")->as_object();
  std::map<std::string, std::size_t> place;
  for (const auto& [id, value] : members) place.emplace(id, place.size());
  std::vector<rating::RollUpNode> tree(members.size());
  for (std::size_t i = 0; i < members.size(); ++i) {
    Request node(members[i].second, "nodes." + members[i].first);
    tree[i].id = members[i].first;
    read_children(node, tree[i], place);
    const bool leaf = tree[i].children.empty();
    if (!leaf && node.has("score")) node.reject("score", "nothing: only a leaf has a score, a node with children has own");
    tree[i].own = node.optional_number(leaf && node.names("score") ? "score" : "own");
    tree[i].own_weight = node.number_from("own_weight", 0, 1);
    request.take_error(node);
  }
  if (request.failed()) return;
  const std::vector<Figure> scores = rating::compute_roll_up(tree, cap);
  std::vector<std::pair<std::string, Entry>> by_id;
  for (std::size_t i = 0; i < tree.size(); ++i) by_id.emplace_back(tree[i].id, entry_of(scores[i]));
  reply.add_object("score", by_id);
}

rating::Scale read_scale(Request& request, std::string_view key) {
  const std::vector<double> ends = request.numbers(key);
  if (!request.failed() && ends.size() != 2) request.reject(key, "[low, high]");
  return request.failed() ? rating::Scale{} : rating::Scale{ends[0], ends[1]};
}

void run_rescale(Request& request, Reply& reply) {
  const Cells x = request.cells("x");
  const rating::Scale from = read_scale(request, "from");
  const rating::Scale to = read_scale(request, "to");
  if (request.failed()) return;
  std::vector<Figure> y;
  for (const auto& score : x) y.push_back(score ? rating::compute_rescaled(*score, from, to) : undefined(Undefined::NoData));
  reply.add("y", y);
}

void run_weighted(Request& request, Reply& reply) {
  const Cells values = request.cells("values");
  const std::vector<double> weights = request.numbers_from("weights", 0);
  if (!request.failed() && values.size() != weights.size()) {
    request.reject("weights", "as many numbers as values, " + std::to_string(values.size()));
  }
  if (request.failed()) return;
  const rating::WeightedMean result = rating::compute_weighted_mean(values, weights);
  reply.add("mean", result.mean);
  reply.add("covered", result.covered);
}

/// Scores rounded once: numbers are snapped first, exact decimals are not; nothing for null.
std::vector<std::optional<rating::Decimal>> read_rounded(Request& request, std::string_view key) {
  std::vector<std::optional<rating::Decimal>> rounded;
  const Value* value = request.find(key);
  const Value::List* list = value ? value->as_list() : nullptr;
  const int places = request.whole("places", 0, 100);
  if (!list) {
    request.reject(key, "an array of numbers, or of strings for exact decimals");
    return rounded;
  }
  for (std::size_t i = 0; i < list->size(); ++i) {
    const Value& item = (*list)[i];
    const std::string* text = item.as_text();
    const std::int64_t* whole = item.as_integer();
    std::optional<rating::Decimal>& score = rounded.emplace_back();
    if (text || whole) {
      score = rating::Decimal::parse(text ? *text : std::to_string(*whole));
      if (score) score = score->rounded(places);
    } else if (const double* number = item.as_double()) {
      score = rating::round_score(*number, places);
    }
    if (!score && !item.is_null()) {
      request.reject(std::string(key) + "." + std::to_string(i), "a number, a decimal number as a string, or null");
      return rounded;
    }
  }
  return rounded;
}

void run_round(Request& request, Reply& reply) {
  const auto rounded = read_rounded(request, "x");
  if (request.failed()) return;
  std::vector<Entry> texts;
  for (const auto& score : rounded) texts.push_back(score ? Entry(Value(score->text())) : Entry(undefined(Undefined::NoData)));
  reply.add_list("rounded", texts);
}

void run_label(Request& request, Reply& reply) {
  const auto rounded = read_rounded(request, "scores");
  rating::Bands bands;
  bands.edges = request.numbers("edges");
  bands.labels = request.name_list("labels");
  if (request.failed()) return;
  if (bands.edges.size() != bands.labels.size() + 1 || bands.labels.empty()) {
    return request.reject("edges", "one more than there are labels, " + std::to_string(bands.labels.size() + 1));
  }
  if (!bands.valid()) return request.reject("edges", "numbers in ascending order");
  const Value::List& labels = *request.find("labels")->as_list();
  std::vector<Entry> found;
  for (const auto& score : rounded) {
    rating::Maybe<std::size_t> band;
    if (score) band = rating::find_band(*score, bands);
    found.push_back(band ? Entry(labels[*band]) : Entry(undefined(band.error())));
  }
  reply.add_list("labels", found);
}

constexpr Method kMethods[] = {{"goal", run_goal},         {"payout", run_payout}, {"rollup", run_rollup}, {"rescale", run_rescale},
                               {"weighted", run_weighted}, {"round", run_round},   {"label", run_label}};

}  // namespace

std::span<const Method> score_methods() { return kMethods; }

}  // namespace fullcircle::analysis

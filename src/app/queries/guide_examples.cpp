#include "app/queries/guide_examples.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "model/workspace.h"
#include "rating/agreement_rwg.h"
#include "rating/anonymity.h"
#include "rating/crossed_effects.h"
#include "rating/goal_forecast.h"
#include "rating/group_difference.h"
#include "rating/moments.h"
#include "rating/paired_effect.h"
#include "rating/rater_effects.h"
#include "rating/reliable_change.h"
#include "rating/rounding.h"
#include "rating/self_other_gap.h"

namespace fullcircle {
namespace {

constexpr ExampleField kWeighted[] = {{"values", "4 3.6"}, {"weights", "30 30"}};
constexpr ExampleField kGoal[] = {{"start", "46"}, {"target", "90"}, {"now", "82"}};
constexpr ExampleField kRounding[] = {{"value", "3.955"}, {"places", "2"}};
constexpr ExampleField kAgreement[] = {{"answers", "4 4 5 4 3"}, {"points", "5"}};
constexpr ExampleField kColumns[] = {{"raters", "4 2 1"}, {"minimum", "3"}};
constexpr ExampleField kForecast[] = {{"days", "0 10 20"}, {"values", "10 20 30"}, {"due", "40"}, {"target", "45"}};
constexpr ExampleField kChange[] = {{"before", "3.0 3.2 2.8"}, {"after", "3.2 3.6 3.4"}};
constexpr ExampleField kCompare[] = {{"with", "0.6 0.4 0.8 0.6"}, {"without", "0.1 0.3 0.0 0.2"}};
constexpr ExampleField kReliable[] = {{"before", "3.2"}, {"after", "3.8"}, {"spread", "0.5"}, {"reliability", "0.84"}};
constexpr ExampleField kRaters[] = {{"table", "3 4 4; 2 3 4; 4 5 5; 3 4 -"}};
constexpr ExampleField kOverall[] = {{"values", "3.9 3.6 4.2"}, {"weights", "50 40 10"}};
constexpr ExampleField kGap[] = {{"self", "4.4"}, {"others", "3.6"}, {"limit", "0.5"}};
constexpr GuideExample kExamples[] = {{"weighted", kWeighted}, {"goal", kGoal},         {"rounding", kRounding}, {"agreement", kAgreement},
                                      {"columns", kColumns},   {"forecast", kForecast}, {"change", kChange},     {"raters", kRaters},
                                      {"reliable", kReliable}, {"overall", kOverall},   {"gap", kGap},           {"compare", kCompare}};

constexpr std::size_t kMostNumbers = 200;
constexpr RaterGroup kColumnGroups[] = {RaterGroup::peer, RaterGroup::report, RaterGroup::customer, RaterGroup::other_team};

using Numbers = std::vector<std::optional<double>>;

/// Either decimal mark; "-" is a missing value. Out: nullopt for anything else.
std::optional<Numbers> read_numbers(std::string_view text) {
  Numbers numbers;
  while (true) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\n"), text.size()));
    if (text.empty()) return numbers;
    std::string token(text.substr(0, text.find_first_of(" \t\n")));
    text.remove_prefix(token.size());
    if (token == "-") {
      numbers.emplace_back();
      continue;
    }
    std::ranges::replace(token, ',', '.');
    const auto decimal = rating::Decimal::parse(token);
    if (!decimal || numbers.size() == kMostNumbers) return std::nullopt;
    numbers.emplace_back(decimal->to_double());
  }
}

/// One run of an example: reads the fields, writes the rows.
class Run {
 public:
  Run(std::span<const std::string> texts, const Language& language, const Formats& formats) : texts_(texts), language_(language), formats_(formats) {}

  ExampleAnswer take() { return answer_.bad_field < 0 ? std::move(answer_) : ExampleAnswer{{}, answer_.bad_field}; }

  void weighted() {
    const auto values = numbers(0), weights = numbers(1);
    if (is_bad() || values.size() != weights.size()) return refuse(1);
    rating::Term mean;
    for (std::size_t i = 0; i < values.size(); ++i) {
      rating::Term& child = mean.children.emplace_back();
      child.value = values[i];
      child.weight = weights[i];
    }
    rating::apply_weighted_mean(mean);
    for (const rating::Term& child : mean.children)
      row(number(*child.value) + " × " + formats_.percent(child.share, 1), number(child.share * *child.value));
    result("mean", mean.value);
  }

  void goal() {
    const double start = one(0), target = one(1), now = one(2);
    rating::GoalFacts facts;
    facts.measure = target >= start ? rating::GoalMeasure::Higher : rating::GoalMeasure::Lower;
    facts.baseline = start;
    facts.target = target;
    facts.actual = now;
    row("(" + number(now) + " − " + number(start) + ") ÷ (" + number(target) + " − " + number(start) + ")",
        number(now - start) + " ÷ " + number(target - start));
    const auto attainment = rating::compute_attainment(facts);
    if (!is_bad()) result_text("attainment", attainment ? formats_.percent(*attainment, 1) : undefined(attainment.error()));
  }

  void rounding() {
    const auto value = rating::Decimal::parse(with_point(texts_[0]));
    const double places = one(1);
    constexpr double kMostPlaces = 9;
    if (!value) return refuse(0);
    if (places < 0 || places > kMostPlaces || places != std::floor(places)) return refuse(1);
    const double exact = value->to_double();
    row(word("all_digits"), formats_.short_number(exact, static_cast<int>(kMostPlaces)));
    result_text("rounded", formats_.number(rating::round_score(exact, static_cast<int>(places)).to_double(), static_cast<int>(places)));
  }

  void agreement() {
    const auto answers = numbers(0);
    const double points = one(1);
    if (points < 2) return refuse(1);
    const auto variance = rating::compute_moments(answers).variance();
    const auto rwg = rating::compute_rwg(answers, static_cast<int>(points));
    row(word("variance"), figure(variance));
    row(word("random_variance"), number(rating::compute_uniform_variance(static_cast<int>(points))));
    row(word("average_deviation"), figure(rwg.ad_mean));
    result("rwg", rwg.rwg);
    if (!rwg.rwg) return;
    constexpr std::string_view kWords[] = {"result.agreement_high", "result.agreement_medium", "result.agreement_low"};
    answer_.rows.back().value += " · " + std::string(language_.tr(kWords[static_cast<std::size_t>(rating::word_for_rwg(*rwg.rwg))]));
  }

  void columns() {
    const auto counts = numbers(0);
    rating::AnonymityPolicy policy;
    policy.min_raters = static_cast<int>(one(1));
    if (counts.size() > std::size(kColumnGroups)) return refuse(0);
    std::map<std::string, int> by_group;
    for (std::size_t i = 0; i < counts.size(); ++i) by_group[std::string(to_name(kColumnGroups[i]))] = static_cast<int>(counts[i]);
    const auto formed = rating::compute_rater_columns(by_group, policy);
    for (const auto& column : formed.shown) row(group_names(column.groups), language_.tr("guide.example_shown", {{"count", column.n}}), true);
    if (!formed.left_out.empty()) row(group_names(formed.left_out), std::string(language_.tr("guide.example_left_out")), true);
  }

  void forecast() {
    const auto days = numbers(0), values = numbers(1);
    if (is_bad() || days.size() != values.size()) return refuse(1);
    rating::ForecastInput input;
    for (std::size_t i = 0; i < days.size(); ++i) input.points.push_back({days[i], values[i]});
    input.due_day = one(2);
    input.target = one(3);
    const auto forecast = rating::compute_goal_forecast(input);
    row(word("slope"), figure(forecast.slope));
    row(word("intercept"), figure(forecast.intercept));
    row(word("interval"), forecast.interval ? number(forecast.interval->low) + " – " + number(forecast.interval->high) : undefined(forecast.interval.error()));
    row(word("chance"), forecast.chance ? formats_.percent(*forecast.chance) : undefined(forecast.chance.error()));
    row(std::string(language_.tr("goal.term_forecast")), figure(forecast.forecast), true);
  }

  void change() {
    const auto before = numbers(0), after = numbers(1);
    if (is_bad() || before.size() != after.size()) return refuse(1);
    for (std::size_t i = 0; i < before.size(); ++i) row(number(after[i]) + " − " + number(before[i]), formats_.difference(after[i] - before[i], 2));
    const auto effect = rating::compute_paired_effect(before, after);
    row(word("spread"), figure(effect.sd));
    row(word("interval"), effect.interval ? number(effect.interval->low) + " – " + number(effect.interval->high) : undefined(effect.interval.error()));
    row(word("effect_size"), figure(effect.g_z));
    result("mean", effect.mean);
  }

  void compare() {
    const auto with = rating::compute_moments(numbers(0)), without = rating::compute_moments(numbers(1));
    if (is_bad()) return;
    const auto effect = rating::compute_group_difference(with, without);
    row(word("mean_with"), number(with.mean));
    row(word("mean_without"), number(without.mean));
    row(word("difference_error"), figure(effect.error));
    row(word("freedom"), figure(effect.df, 1));
    row(word("interval"), effect.interval ? number(effect.interval->low) + " – " + number(effect.interval->high) : undefined(effect.interval.error()));
    row(word("effect_size"), figure(effect.g));
    result("more", effect.difference);
  }

  void gap() {
    const double self = one(0), others = one(1), limit = one(2);
    if (limit <= 0) return refuse(2);
    const auto gap = rating::compute_gap(self, others, {.limit = limit});
    answer_.rows.push_back({number(self) + " − " + number(others), formats_.difference(*gap.value, 2), true});
    if (*gap.kind == rating::GapKind::BlindSpot || *gap.kind == rating::GapKind::HiddenStrength)
      answer_.rows.back().value += " · " + std::string(language_.tr(*gap.kind == rating::GapKind::BlindSpot ? "gap_kind.blind_spot" : "gap_kind.hidden_strength"));
  }

  void reliable() {
    const double before = one(0), after = one(1), spread = one(2), reliability = one(3);
    if (spread <= 0) return refuse(2);
    if (reliability < 0 || reliability > 1) return refuse(3);
    const auto change = rating::compute_reliable_change(before, after, spread, reliability, {});
    row(number(after) + " − " + number(before), formats_.difference(after - before, 2));
    row(word("measurement_error"), formats_.number(change.standard_error, 2));
    row(word("difference_error"), formats_.number(change.difference_error, 2));
    row(word("smallest_change"), formats_.number(change.smallest_change, 2));
    row(word("interval"), number(after - before - change.smallest_change) + " – " + number(after - before + change.smallest_change));
    result("index", change.index);
    if (change.reliable) answer_.rows.back().value += " · " + word(*change.reliable ? "more_than_noise" : "within_noise");
  }

  void raters() {
    std::vector<rating::Rating> ratings;
    std::size_t people = 0, columns = 0;
    for (std::string_view rest = texts_[0]; !rest.empty(); ++people) {
      const auto end = std::min(rest.find(';'), rest.size());
      const auto row = read_numbers(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (!row || std::ranges::none_of(*row, [](const auto& cell) { return cell.has_value(); })) return refuse(0);
      for (std::size_t i = 0; i < row->size(); ++i)
        if ((*row)[i]) ratings.push_back({people, i, *(*row)[i]});
      columns = std::max(columns, row->size());
    }
    for (std::size_t i = 0; i < columns; ++i)
      if (std::ranges::find(ratings, i, &rating::Rating::rater) == ratings.end()) return refuse(0);
    if (ratings.empty()) return refuse(0);
    const auto effects = rating::compute_rater_effects(ratings, people, columns, {}, {});
    const auto cautious = rating::compute_crossed_effects(ratings, people, columns, {});
    for (std::size_t i = 0; i < columns; ++i) {
      const auto& effect = effects.rater_effects[i].value;
      const bool has_cautious = i < cautious.rater_blup.size() && cautious.rater_blup[i];
      const std::string drawn = has_cautious ? formats_.difference(*cautious.rater_blup[i], 2) : std::string(language_.tr("common.empty_cell"));
      row(language_.tr("guide.example_rater", {{"number", static_cast<int>(i) + 1}}),
          language_.tr("guide.example_milder", {{"value", effect ? formats_.difference(*effect, 2) : undefined(effect.error())}, {"cautious", drawn}}));
    }
    for (std::size_t i = 0; i < people; ++i)
      row(language_.tr("guide.example_person", {{"number", static_cast<int>(i) + 1}}),
          language_.tr("guide.example_adjusted", {{"raw", number(effects.ratee_means[i])}, {"adjusted", figure(effects.adjusted[i].value)}}), true);
  }

 private:
  bool is_bad() const { return answer_.bad_field >= 0; }
  void refuse(int field) {
    if (!is_bad()) answer_.bad_field = field;
  }
  static std::string with_point(std::string text) {
    std::ranges::replace(text, ',', '.');
    std::erase(text, ' ');
    return text;
  }
  std::vector<double> numbers(int field) {
    const auto read = read_numbers(texts_[static_cast<std::size_t>(field)]);
    std::vector<double> values;
    if (!read || read->empty()) refuse(field);
    if (read)
      for (const auto& value : *read) value ? values.push_back(*value) : refuse(field);
    return values;
  }
  double one(int field) {
    const auto values = numbers(field);
    if (values.size() != 1) refuse(field);
    return values.empty() ? 0 : values[0];
  }
  std::string word(std::string_view key) const { return std::string(language_.tr("guide.example_" + std::string(key))); }
  std::string number(double value) const { return formats_.short_number(value, 2); }
  std::string undefined(rating::Undefined reason) const { return std::string(language_.tr("undefined." + std::string(rating::code_of(reason)))); }
  std::string figure(const rating::Figure& figure, int places = 2) const { return figure ? formats_.number(*figure, places) : undefined(figure.error()); }
  std::string group_names(const std::vector<std::string>& groups) const {
    std::string names;
    for (const std::string& group : groups)
      if (const auto known = parse_name<RaterGroup>(group)) names += (names.empty() ? "" : " + ") + std::string(language_.name_of(*known));
    return names;
  }
  void row(std::string label, std::string value, bool is_result = false) { answer_.rows.push_back({std::move(label), std::move(value), is_result}); }
  void result_text(std::string_view key, std::string value) { row(word(key), std::move(value), true); }
  void result(std::string_view key, const rating::Figure& value) { result_text(key, figure(value)); }

  std::span<const std::string> texts_;
  const Language& language_;
  const Formats& formats_;
  ExampleAnswer answer_;
};

}  // namespace

std::span<const GuideExample> guide_examples() { return kExamples; }

const GuideExample* find_guide_example(std::string_view key) {
  const auto found = std::ranges::find(kExamples, key, &GuideExample::key);
  return found == std::end(kExamples) ? nullptr : found;
}

ExampleAnswer run_guide_example(const GuideExample& example, std::span<const std::string> texts, const Language& language, const Formats& formats) {
  static constexpr void (Run::*kRuns[])() = {&Run::weighted, &Run::goal, &Run::rounding, &Run::agreement, &Run::columns, &Run::forecast, &Run::change, &Run::raters,
                                             &Run::reliable, &Run::weighted, &Run::gap, &Run::compare};
  static_assert(std::size(kRuns) == std::size(kExamples));
  Run run(texts, language, formats);
  (run.*kRuns[&example - kExamples])();
  return run.take();
}

}  // namespace fullcircle

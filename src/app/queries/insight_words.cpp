#include "app/queries/insight_words.h"

#include <algorithm>
#include <cmath>

namespace fullcircle {
namespace {

constexpr double kReadDifferently = 0.5;  ///< rwg at which raters no longer agree moderately, see rating/agreement_rwg.h
/// Cohen 1988, Statistical Power Analysis, p. 40.
constexpr double kSmallEffect = 0.2, kMediumEffect = 0.5, kLargeEffect = 0.8;

std::string text(std::string_view view) { return std::string(view); }

}  // namespace

int InsightWords::minimum() const { return facts_.cycles.empty() ? 3 : facts_.cycles.back().minimum; }

std::string InsightWords::on_paper() const {
  if (!view_.paper) return {};
  std::string words = text(language_.tr("insights.on_paper"));
  if (facts_.not_given_out > 0) words += " " + language_.tr("insights.not_released", {{"count", facts_.not_given_out}});
  return words;
}

std::string InsightWords::department(int index) const {
  const std::string& name = board_.departments.all[static_cast<std::size_t>(index)].name;
  return name.empty() ? text(language_.tr("insights.no_department")) : name;
}

std::string InsightWords::criterion(int index) const {
  const std::string& name = facts_.criteria[static_cast<std::size_t>(index)].name;
  return name.empty() ? text(language_.tr("common.unnamed")) : name;
}

const std::string& InsightWords::cycle(int index) const {
  static const std::string kNone;
  return index >= 0 && index < static_cast<int>(facts_.cycles.size()) ? facts_.cycles[static_cast<std::size_t>(index)].name : kNone;
}

std::string InsightWords::measure(RatingMeasure measure) const {
  if (measure.criterion == RatingMeasure::kOthers) return text(language_.tr("insights.measure_others"));
  if (measure.criterion == RatingMeasure::kOverall) return text(language_.tr("insights.measure_overall"));
  return criterion(measure.criterion);
}

const InsightFigure& InsightWords::figure_of(InsightPart part) const {
  switch (part) {
    case InsightPart::check_ins: return board_.figures.check_ins;
    case InsightPart::answers: return board_.figures.answers;
    case InsightPart::agreement_figure: return board_.figures.agreement;
    default: return board_.figures.goals;
  }
}

std::string InsightWords::figure_name(InsightPart part) const {
  switch (part) {
    case InsightPart::check_ins: return text(language_.tr("insights.check_ins"));
    case InsightPart::answers: return text(language_.tr("insights.answers"));
    case InsightPart::agreement_figure: return text(language_.tr("insights.agreement"));
    default: return text(language_.tr("insights.goals_met"));
  }
}

std::string InsightWords::figure(InsightPart part) const { return figure_value(part, figure_of(part).value); }

std::string InsightWords::figure_value(InsightPart part, std::optional<double> value) const {
  if (!value) return text(language_.tr("common.empty_cell"));
  if (part == InsightPart::answers) return formats_.number(*value, 1);
  if (part == InsightPart::agreement_figure) return formats_.number(*value, 2);
  return formats_.percent(*value);
}

std::string InsightWords::changed(double now, double before, int places) const {
  const double size = std::abs(now - before);
  return language_.tr(now > before ? "insights.more" : "insights.less", {{"value", formats_.number(size, places)}});
}

ChangeWords InsightWords::change(InsightPart part) const {
  const InsightFigure& figure = figure_of(part);
  if (!figure.value) return {text(language_.tr("insights.not_enough")), 0};
  if (!figure.before) return {text(language_.tr("insights.nothing_before")), 0};
  const bool is_share = part == InsightPart::goals_met || part == InsightPart::check_ins;
  const int places = part == InsightPart::agreement_figure ? 2 : 1;
  const double scale = is_share ? 100 : 1, step = is_share ? 1 : std::pow(10.0, -places);
  const double now = *figure.value * scale, before = *figure.before * scale;
  // Compared as they are shown, so that two equal figures never differ.
  const auto steps = static_cast<int>(std::round(now / step) - std::round(before / step));
  if (steps == 0) return {language_.tr("insights.same_as", {{"cycle", cycle(figure.cycle - 1)}}), 0};
  const int direction = steps > 0 ? 1 : -1;
  if (is_share) return {language_.tr(direction > 0 ? "insights.points_more" : "insights.points_less", {{"count", std::abs(steps)}}), direction};
  return {changed(steps * step, 0, places), direction};
}

std::string InsightWords::title(InsightPart part) const {
  switch (part) {
    case InsightPart::ratings:
      if (board_.ratings.cycles.empty()) return measure(board_.measure);
      return language_.tr("insights.ratings_title", {{"count", static_cast<int>(board_.ratings.cycles.size())}});
    case InsightPart::goals: return text(language_.tr("insights.goals_title"));
    case InsightPart::agreement: return text(language_.tr("insights.agreement"));
    case InsightPart::actions: return text(language_.tr("insights.actions_title"));
    case InsightPart::comparison: return text(language_.tr("insights.compared_title"));
    case InsightPart::raters: return text(language_.tr("quality.raters_title"));
    case InsightPart::adjusted: return text(language_.tr("quality.adjusted_title"));
    case InsightPart::forms: return text(language_.tr("quality.title"));
    default: return figure_name(part);
  }
}

std::string InsightWords::finding(InsightPart part) const {
  switch (part) {
    case InsightPart::ratings: {
      const RatingLines& ratings = board_.ratings;
      if (ratings.cycles.empty()) return {};
      if (ratings.cycles.size() < 2) return text(language_.tr("insights.ratings_one_cycle"));
      if (ratings.highlighted < 0) return text(language_.tr("insights.ratings_steady"));
      const RatingLine& line = ratings.lines[static_cast<std::size_t>(ratings.highlighted)];
      const auto compared = std::ranges::count_if(ratings.lines, [](const RatingLine& other) { return other.change.has_value(); });
      const bool gained = *line.change > 0;
      const std::string_view key = compared > 1 ? (gained ? "insights.ratings_gained_most" : "insights.ratings_lost_most")
                                                : (gained ? "insights.ratings_gained" : "insights.ratings_lost");
      return language_.tr(key, {{"name", department(line.department)}, {"points", formats_.number(std::abs(*line.change), 1)}});
    }
    case InsightPart::goals: {
      const GoalCounts& total = board_.goals.total;
      if (board_.goals.bars.empty()) return {};
      std::string words = language_.tr("insights.goals_finding", {{"count", total.forecast()}});
      if (total.without > 0) words += ", " + language_.tr("insights.goals_without", {{"count", total.without}});
      return words;
    }
    case InsightPart::agreement: {
      const AgreementGrid& grid = board_.agreement;
      if (grid.weakest < 0) return language_.tr("insights.agreement_none", {{"count", minimum()}});
      double lowest = 0;
      int people = 0;
      for (std::size_t c = 0; c < grid.departments.size(); ++c)
        if (const auto& cell = grid.cell(static_cast<std::size_t>(grid.weakest), c); cell.rwg) lowest += *cell.rwg * cell.people, people += cell.people;
      lowest /= std::max(1, people);
      const std::string name = criterion(grid.criteria[static_cast<std::size_t>(grid.weakest)]);
      return language_.tr(lowest <= kReadDifferently ? "insights.agreement_differs" : "insights.agreement_least", {{"name", name}, {"cycle", cycle(grid.cycle)}});
    }
    case InsightPart::actions: return text(language_.tr("insights.actions_finding"));
    case InsightPart::comparison: return text(language_.tr("insights.compared_finding"));
    default: return {};
  }
}

std::string InsightWords::hidden(InsightPart part) const {
  std::vector<std::string> names;
  if (part == InsightPart::ratings)
    for (const int index : board_.ratings.hidden) names.push_back(department(index));
  if (part == InsightPart::actions)
    for (const ActionChange& change : board_.actions.kinds)
      if (change.is_hidden) names.push_back(action_name(change));
  if (part == InsightPart::comparison) {
    for (const auto* list : {&board_.actions.kinds, &board_.actions.single})
      for (const ActionChange& change : *list)
        if (!change.comparison.is_known) names.push_back(action_name(change));
    return names.empty() ? std::string() : language_.tr("insights.compared_few", {{"names", formats_.list(names)}, {"count", std::max(kLeastToCompare, minimum())}});
  }
  return names.empty() ? std::string() : language_.tr("insights.hidden_names", {{"names", formats_.list(names)}, {"count", minimum()}});
}

std::string InsightWords::regression_warning(ChangesShown shown) const {
  const bool is_compared = shown == ChangesShown::compared;
  std::vector<std::string> names;
  for (const auto* list : {&board_.actions.kinds, &board_.actions.single})
    for (const ActionChange& change : *list)
      if (is_compared ? change.comparison.was_lower : change.was_low && !change.is_hidden) names.push_back(action_name(change));
  return names.empty() ? std::string() : language_.tr(is_compared ? "insights.compared_low" : "insights.actions_low", {{"names", formats_.list(names)}});
}

std::string InsightWords::action_name(const ActionChange& change) const { return change.kind ? text(language_.name_of(*change.kind)) : change.title; }

std::string InsightWords::effect_words(const ActionChange& change, ChangesShown shown) const {
  const auto& size = shown == ChangesShown::compared ? change.comparison.effect.g : change.effect.g_z;
  if (!size) return language_.tr("insights.effect_none", {{"reason", text(language_.tr("undefined." + text(rating::code_of(size.error()))))}});
  // Against other people a number says enough: "effect" would name a cause.
  if (shown == ChangesShown::compared) return text(language_.tr("insights.column_effect")) + " " + formats_.difference(*size, 2);
  const double magnitude = std::abs(*size);
  if (magnitude < kSmallEffect) return text(language_.tr("insights.effect_hardly"));
  if (magnitude < kMediumEffect) return text(language_.tr("insights.effect_small"));
  return text(language_.tr(magnitude < kLargeEffect ? "insights.effect_medium" : "insights.effect_large"));
}

std::string InsightWords::comparison_words(const ActionChange& change) const {
  const auto& effect = change.comparison.effect;
  if (effect.interval->low <= 0 && effect.interval->high >= 0) return text(language_.tr("insights.compared_unclear"));
  return language_.tr(*effect.difference > 0 ? "insights.compared_more" : "insights.compared_less", {{"value", formats_.number(std::abs(*effect.difference), 2)}});
}

std::string InsightWords::leniency(const RaterQuality& rater) const {
  if (!rater.is_shown) return text(language_.tr("quality.too_few_people"));
  if (rater.leniency == Leniency::not_enough) {
    const auto reason = !rater.difference ? rater.difference.error() : !rater.cautious ? rater.cautious.error() : rating::Undefined::NoData;
    return language_.tr("quality.not_comparable", {{"reason", text(language_.tr("undefined." + text(rating::code_of(reason))))}});
  }
  return text(language_.name_of(rater.leniency));
}

std::string InsightWords::evidence(const RaterQuality& rater) const {
  if (!rater.is_shown) return {};
  if (rater.any_evidence == 0) return text(language_.tr("quality.evidence_none"));
  return language_.tr("quality.evidence_recent", {{"count", rater.recent_evidence}, {"total", rater.any_evidence}});
}

std::string InsightWords::group_letter(int component) const {
  std::string letters;
  for (int rest = component; rest >= 0; rest = rest / 26 - 1) letters.insert(letters.begin(), static_cast<char>('A' + rest % 26));
  return letters;
}

}  // namespace fullcircle

// The tables behind the charts, and what was counted and left out.
#include <algorithm>

#include "app/queries/insight_words.h"
#include "exchange/csv.h"
#include "model/sorting.h"

namespace fullcircle {
namespace {

std::string text(std::string_view view) { return std::string(view); }

}  // namespace

TextTable InsightWords::terms(InsightPart part) const {
  struct Heads {
    std::string_view part, whole, value;
  };
  Heads heads{"insights.column_people", "insights.column_whole", "insights.agreement"};
  switch (part) {
    case InsightPart::goals_met: heads = {"insights.will_be_met", "insights.column_goals", "insights.column_share"}; break;
    case InsightPart::check_ins: heads = {"insights.column_on_time", "insights.check_ins_due", "insights.column_share"}; break;
    case InsightPart::answers: heads = {"guide.field_answers", "insights.column_people", "insights.column_value"}; break;
    case InsightPart::agreement_figure: break;
    default: return {};
  }
  const InsightFigure& figure = figure_of(part);
  TextTable table{{text(language_.tr("insights.column_cycle")), text(language_.tr(heads.part)), text(language_.tr(heads.whole)), text(language_.tr(heads.value))}};
  const auto add = [&](int of_cycle, std::optional<double> value, int counted, int base) {
    if (of_cycle < 0) return;
    auto& row = table.emplace_back(1, cycle(of_cycle));
    row.push_back(value ? formats_.integer(counted) : std::string());
    row.push_back(value ? formats_.integer(base) : std::string());
    row.push_back(figure_value(part, value));
  };
  add(figure.cycle, figure.value, figure.counted, figure.base);
  add(figure.cycle - 1, figure.before, figure.counted_before, figure.base_before);
  return table;
}

TextTable InsightWords::figure_table() const {
  TextTable table{{text(language_.tr("insights.column_figure")), text(language_.tr("insights.column_cycle")), text(language_.tr("insights.column_part")),
                   text(language_.tr("insights.column_whole")), text(language_.tr("insights.column_value")), text(language_.tr("insights.column_change"))}};
  for (const InsightPart part : {InsightPart::goals_met, InsightPart::check_ins, InsightPart::answers, InsightPart::agreement_figure}) {
    const TextTable rows = terms(part);
    for (std::size_t i = 1; i < rows.size(); ++i) {
      auto& row = table.emplace_back(1, figure_name(part));
      row.insert(row.end(), rows[i].begin(), rows[i].end());
      row.push_back(i == 1 ? change(part).text : std::string());
    }
  }
  return table;
}

TextTable InsightWords::rating_table() const {
  TextTable table{{text(language_.tr("insights.column_cycle"))}};
  for (const RatingLine& line : board_.ratings.lines) {
    table[0].push_back(department(line.department));
    table[0].push_back(text(language_.tr("insights.column_people")));
  }
  for (std::size_t c = 0; c < board_.ratings.cycles.size(); ++c) {
    auto& row = table.emplace_back(1, cycle(board_.ratings.cycles[c]));
    for (const RatingLine& line : board_.ratings.lines) {
      const RatingPoint& point = line.points[c];
      row.push_back(point.mean ? formats_.number(*point.mean, 2) : text(language_.tr(point.is_hidden ? "insights.hidden" : "common.empty_cell")));
      row.push_back(point.mean ? formats_.integer(point.people) : std::string());
    }
  }
  return table;
}

TextTable InsightWords::goal_table() const {
  TextTable table{{text(language_.tr("insights.column_department")), text(language_.tr("insights.will_be_met")), text(language_.tr("insights.at_risk")),
                   text(language_.tr("insights.off_track")), text(language_.tr("insights.column_share")), text(language_.tr("insights.without_forecast"))}};
  const auto add = [&](std::string name, const GoalCounts& counts) {
    table.push_back({std::move(name), formats_.integer(counts.met), formats_.integer(counts.at_risk), formats_.integer(counts.off_track),
                     counts.share() ? formats_.percent(*counts.share()) : text(language_.tr("common.empty_cell")), formats_.integer(counts.without)});
  };
  for (const GoalBar& bar : board_.goals.bars) add(department(bar.department), bar.counts);
  add(text(language_.tr("insights.all_departments")), board_.goals.total);
  return table;
}

TextTable InsightWords::agreement_table() const {
  const AgreementGrid& grid = board_.agreement;
  TextTable table{{text(language_.tr("insights.column_criterion"))}};
  for (const int index : grid.departments) {
    table[0].push_back(department(index));
    table[0].push_back(text(language_.tr("insights.column_people")));
  }
  for (std::size_t r = 0; r < grid.criteria.size(); ++r) {
    auto& row = table.emplace_back(1, criterion(grid.criteria[r]));
    for (std::size_t c = 0; c < grid.departments.size(); ++c) {
      const AgreementCell& cell = grid.cell(r, c);
      row.push_back(cell.rwg ? formats_.number(*cell.rwg, 2) : text(language_.tr(cell.is_hidden ? "insights.hidden" : "common.empty_cell")));
      row.push_back(cell.rwg ? formats_.integer(cell.people) : std::string());
    }
  }
  return table;
}

TextTable InsightWords::action_table() const {
  TextTable table{{text(language_.tr("insights.column_action")), text(language_.tr("insights.column_people")), text(language_.tr("insights.column_before")),
                   text(language_.tr("insights.column_after")), text(language_.tr("insights.column_difference")), text(language_.tr("insights.column_low")),
                   text(language_.tr("insights.column_high")), text(language_.tr("insights.column_effect")), text(language_.tr("insights.column_team_before"))}};
  const std::string none = text(language_.tr("common.empty_cell"));
  for (const ActionChange* change : order_changes(board_.actions).all) {
    auto& row = table.emplace_back(1, action_name(*change));
    if (change->is_hidden) {
      row.push_back(text(language_.tr("insights.hidden")));
      row.resize(table[0].size());
      continue;
    }
    const auto& effect = change->effect;
    row.push_back(formats_.integer(change->people));
    row.push_back(formats_.number(change->before, 2));
    row.push_back(formats_.number(change->after, 2));
    row.push_back(effect.mean ? formats_.difference(*effect.mean, 2) : none);
    row.push_back(effect.interval ? formats_.difference(effect.interval->low, 2) : none);
    row.push_back(effect.interval ? formats_.difference(effect.interval->high, 2) : none);
    row.push_back(effect.g_z ? formats_.difference(*effect.g_z, 2) : none);
    row.push_back(formats_.number(change->team_before, 2));
  }
  return table;
}

TextTable InsightWords::comparison_table() const {
  constexpr std::string_view kHeads[] = {"column_action", "column_with", "column_without", "column_before_with", "column_before_without", "column_change_with", "column_change_without",
                                         "column_spread_with", "column_spread_without", "column_more", "column_more_error", "column_freedom", "column_low", "column_high",
                                         "column_spread_both", "column_effect"};
  TextTable table(1);
  for (const std::string_view head : kHeads) table[0].push_back(text(language_.tr("insights." + text(head))));
  const auto shown = [&](const rating::Figure& figure, bool is_signed, int places = 2) {
    if (!figure) return text(language_.tr("common.empty_cell"));
    return is_signed ? formats_.difference(*figure, places) : formats_.number(*figure, places);
  };
  for (const ActionChange* change : order_changes(board_.actions, ChangesShown::compared).all) {
    auto& row = table.emplace_back(1, action_name(*change));
    const ActionComparison& compared = change->comparison;
    if (!compared.is_known) {
      row.push_back(text(language_.tr("insights.hidden")));
      row.resize(table[0].size());
      continue;
    }
    const auto& effect = compared.effect;
    const auto end = [&](double rating::Interval::* side) { return effect.interval ? rating::Figure((*effect.interval).*side) : rating::Figure(); };
    for (std::string cell : {formats_.integer(compared.with), formats_.integer(compared.without), shown(compared.with_before, false), shown(compared.without_before, false),
                             shown(compared.with_change.mean, true), shown(compared.without_change.mean, true), shown(compared.with_change.standard_deviation(), false),
                             shown(compared.without_change.standard_deviation(), false), shown(effect.difference, true), shown(effect.error, false, 3), shown(effect.df, false, 1),
                             shown(end(&rating::Interval::low), true), shown(end(&rating::Interval::high), true), shown(effect.pooled_sd, false), shown(effect.g, true)})
      row.push_back(std::move(cell));
  }
  return table;
}

TextTable InsightWords::rater_table(const RatingQuality& quality) const {
  TextTable table{{text(language_.tr("quality.column_rater")), text(language_.tr("quality.column_people")), text(language_.tr("quality.column_leniency")),
                   text(language_.tr("quality.column_cautious")), text(language_.tr("quality.column_difference")), text(language_.tr("quality.column_error")),
                   text(language_.tr("quality.column_group")), text(language_.tr("quality.column_spread")), text(language_.tr("quality.column_without_words")),
                   text(language_.tr("quality.column_all_equal")), text(language_.tr("quality.column_evidence"))}};
  const auto shown = [&](const rating::Figure& figure, bool signed_value) {
    if (!figure) return std::string();
    return signed_value ? formats_.difference(*figure, 2) : formats_.number(*figure, 2);
  };
  for (const RaterQuality& rater : quality.raters) {
    auto& row = table.emplace_back(1, view_.name_of(rater.rater));
    row.push_back(formats_.integer(rater.people));
    row.push_back(leniency(rater));
    if (!rater.is_shown) {
      row.resize(table[0].size());
      continue;
    }
    row.push_back(shown(rater.cautious, true));
    row.push_back(shown(rater.difference, true));
    row.push_back(shown(rater.difference_error, false));
    row.push_back(quality.components > 1 && rater.component >= 0 ? group_letter(rater.component) : std::string());
    row.push_back(shown(rater.spread, false));
    row.push_back(language_.tr("common.count_of", {{"count", rater.without_words}, {"total", rater.counted}}));
    row.push_back(language_.tr("common.count_of", {{"count", rater.all_equal}, {"total", rater.equal_possible}}));
    row.push_back(evidence(rater));
  }
  return table;
}

TextTable InsightWords::adjusted_table(const RatingQuality& quality) const {
  TextTable table{{text(language_.tr("quality.column_person")), text(language_.tr("quality.column_raters")), text(language_.tr("quality.column_raw")),
                   text(language_.tr("quality.column_adjusted")), text(language_.tr("quality.column_error")), text(language_.tr("quality.column_group"))}};
  for (const RateeAdjusted& ratee : quality.ratees)
    table.push_back({view_.name_of(ratee.person), formats_.integer(ratee.raters), formats_.number(ratee.raw, 2),
                     ratee.adjusted ? formats_.number(*ratee.adjusted, 2) : std::string(), ratee.adjusted_error ? formats_.number(*ratee.adjusted_error, 2) : std::string(),
                     quality.components > 1 ? group_letter(ratee.component) : std::string()});
  return table;
}

TextTable InsightWords::form_table(const RatingQuality& quality) const {
  TextTable table{{text(language_.tr("insights.column_figure")), text(language_.tr("insights.column_part")), text(language_.tr("insights.column_value"))}};
  const std::string none = text(language_.tr("common.empty_cell")), spread = text(language_.tr("quality.column_spread")) + ": ";
  const auto of = [&](int part, int whole) { return language_.tr("common.count_of", {{"count", part}, {"total", whole}}); };
  const auto share = [&](std::string_view name, int part, int whole) {
    table.push_back({text(language_.tr(name)), of(part, whole), whole > 0 ? formats_.percent(static_cast<double>(part) / whole) : none});
  };
  share("quality.column_without_words", quality.forms_without_words, quality.forms);
  share("quality.column_all_equal", quality.forms_all_equal, quality.forms_equal_possible);
  std::vector<const RaterQuality*> raters;
  for (const RaterQuality& rater : quality.raters)
    if (rater.is_shown && rater.spread) raters.push_back(&rater);
  sort_stably(raters, {}, [](const RaterQuality* rater) { return *rater->spread; });
  const int count = static_cast<int>(raters.size()), narrow = static_cast<int>(std::ranges::count_if(raters, &RaterQuality::is_narrow));
  if (const auto middle = quality.middle_spread) {
    table.push_back({spread + text(language_.tr("quality.middle")), formats_.integer(count), formats_.number(*middle, 2)});
    table.push_back({spread + text(language_.tr("quality.narrow_below")), of(narrow, count), formats_.number(*middle / 2, 2)});
  }
  for (const RaterQuality* rater : raters) table.push_back({spread + view_.name_of(rater->rater), {}, formats_.number(*rater->spread, 2)});
  return table;
}

TextTable InsightWords::table(InsightPart part) const {
  switch (part) {
    case InsightPart::ratings: return rating_table();
    case InsightPart::goals:
    case InsightPart::goals_met: return goal_table();
    case InsightPart::agreement:
    case InsightPart::agreement_figure: return agreement_table();
    case InsightPart::actions: return action_table();
    case InsightPart::comparison: return comparison_table();
    default: return {};
  }
}

TextTable InsightWords::table(const RatingQuality& quality, InsightPart part) const {
  if (part == InsightPart::forms) return form_table(quality);
  return part == InsightPart::adjusted ? adjusted_table(quality) : rater_table(quality);
}

std::vector<std::string> InsightWords::method(const InsightNumber& number) const {
  const auto& figures = board_.figures;
  const int rhythm = view_.workspace() ? view_.workspace()->check_in_every_days : 14;
  std::vector<std::string> lines;
  const auto add = [&](std::string line) { lines.push_back(std::move(line)); };
  switch (number.part) {
    case InsightPart::goals_met:
    case InsightPart::goals: {
      const auto& bars = board_.goals.bars;
      const GoalCounts& counts = number.row >= 0 && number.row < std::ssize(bars) ? bars[static_cast<std::size_t>(number.row)].counts : board_.goals.total;
      add(language_.tr("insights.counted_goals", {{"met", counts.met}, {"total", counts.forecast()}, {"cycle", cycle(board_.goals.cycle)}}));
      add(language_.tr("insights.left_out_goals", {{"count", counts.without}}));
      add(text(language_.tr("insights.method_goals")));
      break;
    }
    case InsightPart::check_ins:
      add(language_.tr("insights.counted_check_ins", {{"on_time", figures.check_ins.counted}, {"total", figures.check_ins.base}, {"cycle", cycle(figures.check_ins.cycle)}}));
      add(text(language_.tr("insights.left_out_check_ins")));
      add(language_.tr("insights.method_check_ins", {{"count", rhythm}}));
      break;
    case InsightPart::answers:
      if (leaves_results_out()) return {on_paper()};
      add(language_.tr("insights.counted_answers", {{"answers", figures.answers.counted}, {"people", figures.answers.base}, {"cycle", cycle(figures.answers.cycle)}}));
      add(text(language_.tr("insights.left_out_answers")));
      add(text(language_.tr("insights.method_answers")));
      break;
    case InsightPart::agreement_figure:
    case InsightPart::agreement: {
      const auto [people, total] = people_compared(number);
      add(language_.tr("insights.counted_agreement", {{"people", people}, {"total", total}, {"cycle", cycle(board_.agreement.cycle)}}));
      add(language_.tr("insights.left_out_agreement", {{"count", minimum()}}));
      add(text(language_.tr("insights.method_agreement")));
      break;
    }
    case InsightPart::ratings:
      add(language_.tr("insights.counted_ratings", {{"measure", measure(board_.measure)}}));
      add(language_.tr("insights.left_out_ratings", {{"count", minimum()}}));
      add(text(language_.tr("insights.method_ratings")));
      break;
    case InsightPart::actions:
      add(text(language_.tr("insights.counted_actions")));
      add(language_.tr("insights.left_out_actions", {{"count", minimum()}}));
      add(text(language_.tr("insights.method_actions")));
      add(text(language_.tr("insights.method_regression")));
      break;
    case InsightPart::comparison:
      add(text(language_.tr("insights.counted_compared")));
      add(language_.tr("insights.left_out_compared", {{"count", std::max(kLeastToCompare, minimum())}}));
      add(text(language_.tr("insights.method_compared")));
      add(text(language_.tr("insights.caution_compared")));
      break;
    case InsightPart::raters:
      add(language_.tr("quality.counted", {{"count", minimum()}}));
      add(text(language_.tr("quality.left_out")));
      add(text(language_.tr("quality.method")));
      break;
    case InsightPart::forms:
      add(text(language_.tr("quality.counted_forms")));
      add(language_.tr("quality.left_out_forms", {{"count", minimum()}}));
      add(text(language_.tr("quality.method_forms")));
      break;
    case InsightPart::adjusted:
      add(language_.tr("quality.counted_adjusted", {{"count", minimum()}}));
      add(text(language_.tr("quality.left_out_adjusted")));
      add(text(language_.tr("quality.method_adjusted")));
      break;
  }
  return lines;
}

std::string encode_insight_csv(const TextTable& table) { return encode_csv(table); }

}  // namespace fullcircle

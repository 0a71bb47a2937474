#include "app/queries/plan_figures.h"

#include <algorithm>

#include "app/queries/person_change_words.h"

namespace fullcircle {

bool PlanChange::is_sure_gain() const { return difference() > 0 && measure && is_more_than_noise(*measure->change); }

std::vector<PlanChange> changes_of(const PlanView& shown, MeasuresUsed used) {
  std::vector<PlanChange> changes;
  for (std::size_t i = 0; i < shown.focus.size(); ++i) {
    const FocusArea* area = shown.focus[i].area;
    const std::optional<double> target = area ? area->target_score : std::nullopt;
    const std::size_t before = changes.size();
    for (const ActionMeasure& measure : shown.measures)
      if (measure.focus == i && measure.change && (used == MeasuresUsed::all || measure.is_released()))
        changes.push_back({measure.title, *measure.change->before.others, *measure.change->after.others, target, &measure});
    if (changes.size() == before && area && area->start_score && area->current_score)
      changes.push_back({shown.focus[i].title, *area->start_score, *area->current_score, target});
  }
  return changes;
}

std::string PlanFigures::mix_text(const std::array<int, 3>& shares) const {
  return formats_.integer(shares[0]) + " · " + formats_.integer(shares[1]) + " · " + formats_.integer(shares[2]);
}

MixFigure PlanFigures::mix(const PlanView& shown) const {
  MixFigure figure{.caption = tr("plan.mix"), .parts = {}, .bars = {}, .table = {{tr("plan.column_kind")}}};
  const std::pair<std::string, std::array<int, 3>> bars[] = {{tr("plan.this_plan"), shares_of_hundred(shown.kinds)}, {tr("plan.guide"), kGuideMix}};
  for (const auto& [label, shares] : bars) {
    figure.bars.push_back({label, mix_text(shares), shares});
    figure.table[0].push_back(label + " %");
  }
  for (std::size_t i = 0; i < figure.parts.size(); ++i) {
    figure.parts[i] = language_.name_of(static_cast<ActionKind>(i));
    auto& row = figure.table.emplace_back(1, figure.parts[i]);
    for (const MixFigure::Bar& bar : figure.bars) row.push_back(formats_.integer(bar.shares[i]));
  }
  return figure;
}

std::pair<std::string, std::string> PlanFigures::heads(const PlanChange& change) const {
  if (change.measure) return {change.measure->change->before.cycle, change.measure->change->after.cycle};
  return {tr("plan.start_score"), tr("plan.current")};
}

std::string PlanFigures::source(const PlanChange& change) const {
  if (!change.measure) return tr("plan.by_hand");
  const auto [before, after] = heads(change);
  return language_.tr("calibration.edge_to", {{"from", before}, {"to", after}});
}

std::string PlanFigures::note(const PlanChange& change) const {
  std::string note = source(change);
  if (!change.measure) return note;
  const PersonChange& measured = *change.measure->change;
  note += " · ";
  if (measured.is_known())
    note += language_.tr("plan.interval", {{"interval", PersonChangeWords(language_, formats_).interval(measured.interval())},
                                           {"verdict", language_.tr(is_more_than_noise(measured) ? "guide.example_more_than_noise" : "guide.example_within_noise")}});
  else
    note += language_.name_of(measured.gap);
  if (!change.measure->is_released()) note += " · " + tr("plan.unreleased");
  return note;
}

SlopeFigure PlanFigures::slopes(std::span<const PlanChange> changes) const {
  SlopeFigure figure{.caption = tr("plan.before_and_after"), .before_head = {}, .after_head = {}, .lines = {}, .target = changes.front().target, .target_label = {}, .table = {}};
  std::tie(figure.before_head, figure.after_head) = heads(changes.front());
  if (std::ranges::any_of(changes, [&](const PlanChange& change) { return heads(change) != heads(changes.front()); })) {
    figure.before_head = tr("insights.column_before");
    figure.after_head = tr("insights.column_after");
  }
  figure.table.push_back({tr("plan.column_focus"), figure.before_head, figure.after_head, tr("plan.difference"), tr("plan.target_score"), tr("plan.column_source")});
  std::vector<double> values;
  for (const PlanChange& change : changes) {
    figure.lines.push_back({change.before, change.after, score(change, change.before), score(change, change.after)});
    figure.table.push_back({std::string(change.title), score(change, change.before), score(change, change.after), difference(change),
                            change.target ? formats_.number(*change.target, kPlanScorePlaces) : tr("common.empty_cell"), source(change)});
    values.insert(values.end(), {change.before, change.after});
    if (change.target != figure.target) figure.target.reset();
  }
  if (figure.target) {
    figure.target_label = language_.tr("plan.target", {{"value", formats_.number(*figure.target, kPlanScorePlaces)}});
    values.push_back(*figure.target);
  }
  const auto [low, high] = std::ranges::minmax(values);
  const double room = std::max(0.1, (high - low) * 0.12);
  figure.low = low - room;
  figure.high = high + room;
  return figure;
}

std::vector<std::string> PlanFigures::unmeasured(const PlanView& shown) const {
  std::vector<std::string> sentences;
  for (const ActionMeasure& measure : shown.measures) {
    if (measure.gap == MeasureGap::none) continue;
    std::vector<std::string> titles;
    for (const DevelopmentAction* action : measure.actions) titles.push_back(action->title);
    sentences.push_back(formats_.list(titles) + ": " + std::string(language_.name_of(measure.gap)));
  }
  return sentences;
}

}  // namespace fullcircle

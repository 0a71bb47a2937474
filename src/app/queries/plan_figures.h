// What the charts of a development plan show: the mix of its actions, and what became of its focus areas.
#pragma once

#include "app/formats.h"
#include "app/language.h"
#include "app/queries/chart_figures.h"
#include "app/queries/plan_view.h"

namespace fullcircle {

inline constexpr std::array<int, 3> kGuideMix = {70, 20, 10};  ///< M. Lombardo, R. Eichinger, The Career Architect Development Planner, 1996
inline constexpr int kPlanScorePlaces = 1;

/// What became of a focus area: measured in the reviews around its actions, or entered by hand.
struct PlanChange {
  std::string_view title;
  double before = 0, after = 0;
  std::optional<double> target;
  const ActionMeasure* measure = nullptr;  ///< nullptr: by hand

  double difference() const { return after - before; }
  /// Measured, and more than other raters of the same kind would bring.
  bool is_sure_gain() const;
};
/// In the order of the plan. `shown` outlives them.
std::vector<PlanChange> changes_of(const PlanView& shown, MeasuresUsed used = MeasuresUsed::all);
std::vector<PlanChange> changes_of(const PlanView&& shown, MeasuresUsed used = MeasuresUsed::all) = delete;

class PlanFigures {
 public:
  PlanFigures(const Language& language, const Formats& formats) : language_(language), formats_(formats) {}

  /// "70 · 20 · 10"
  std::string mix_text(const std::array<int, 3>& shares) const;
  /// The plan's own shares over those of the guide.
  MixFigure mix(const PlanView& shown) const;

  /// Names of the two reviews; of values entered by hand "At the start" and "Now".
  std::pair<std::string, std::string> heads(const PlanChange& change) const;
  /// A value as results show it; by hand, as it is entered.
  std::string score(const PlanChange& change, double value) const { return formats_.number(value, places(change)); }
  std::string difference(const PlanChange& change) const { return formats_.difference(change.difference(), places(change)); }
  /// What the difference comes from and how sure it is: "Spring 2026 to Autumn 2026 · 95% interval …"
  std::string note(const PlanChange& change) const;
  /// A line for each. In: at least one.
  SlopeFigure slopes(std::span<const PlanChange> changes) const;
  /// Actions that are done, without a rating before and after them: why, a sentence for each.
  std::vector<std::string> unmeasured(const PlanView& shown) const;

 private:
  static int places(const PlanChange& change) { return change.measure ? 2 : kPlanScorePlaces; }
  std::string tr(std::string_view key) const { return std::string(language_.tr(key)); }
  std::string source(const PlanChange& change) const;

  const Language& language_;
  const Formats& formats_;
};

}  // namespace fullcircle

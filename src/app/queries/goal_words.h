// One goal and how it stands, in words and figures: for the screen and for paper.
#pragma once

#include "app/formats.h"
#include "app/language.h"
#include "app/queries/chart_figures.h"
#include "app/queries/forecast_check.h"
#include "app/queries/goal_chart.h"

namespace fullcircle {

/// "62.5%", "13.25 days": two places below ten, else one, as far as there are any.
std::string in_goal_unit(const Formats& formats, const Goal& goal, double value);

/// Whether values of this goal are numbers.
bool is_measured_in_numbers(const Goal& goal);

class GoalWords {
 public:
  GoalWords(const Language& language, const Formats& formats, const ModelView& view, const Goal& goal, const GoalStatus& status)
      : language_(language), formats_(formats), view_(view), goal_(goal), status_(status) {}

  /// "3 of 8", "82%", "13.2 days", "Done", or an en dash without a value.
  std::string value() const;
  /// The same without what it is out of.
  std::string now() const;
  std::string target() const;
  /// In the goal's own unit; empty without one.
  std::string forecast() const;
  /// "forecast, 80 to 97"
  std::string forecast_caption() const;

  /// Measured values, and a last row of the due day: forecast, band and target, each in a column of its own.
  LineFigure chart(const GoalChart& chart) const;

  /// The chance, the pace the target needs, and since when it is behind, a sentence each. In: a goal with a forecast.
  std::vector<std::string> outlook(const ForecastCheck& check) const;
  /// How the forecast would have done on the goal's own past, and on that of the team; empty without any.
  std::string own_test(const ForecastCheck& check) const;
  std::string team_test(const ForecastCheck& check) const;

  /// What the forecast, its interval and the chance, and the way to the target are made of.
  std::vector<ValueLine> line_terms(const ForecastCheck& check) const;
  std::vector<ValueLine> interval_terms(const ForecastCheck& check) const;
  std::vector<ValueLine> way_terms(const ForecastCheck& check) const;

 private:
  std::string tr(std::string_view key) const { return std::string(language_.tr(key)); }
  std::string in_unit(double value) const { return in_goal_unit(formats_, goal_, value); }
  std::string due() const;
  bool is_forecast_shown(const GoalChart& chart) const;
  /// "+1.2", "−0.3 days", "+2 points" of a percentage; `places` below ten, else none.
  std::string pace(double change, int places = 1) const;
  std::string forecast_words() const;
  void name_axes(const GoalChart& chart, LineFigure& figure) const;
  TextTable chart_table(const GoalChart& chart) const;

  const Language& language_;
  const Formats& formats_;
  const ModelView& view_;
  const Goal& goal_;
  const GoalStatus& status_;
};

}  // namespace fullcircle

// How a person felt at their check-ins: the values as a line, and the change of the last ones with its terms.
#include <algorithm>
#include <array>
#include <cmath>

#include "ui/screens/person_sections.h"
#include "ui/screens/terms_dialog.h"
#include "ui/widgets/charts/line_chart.h"

namespace fullcircle {
namespace {

constexpr double kNoticeable = 0.05;

/// "4.0, up 0.6 since October"
std::string change_text(const ScreenContext& screen, const WellbeingChange& change) {
  const double points = change.points();
  const std::string value = screen.formats.number(*change.last->wellbeing, 1), month(screen.formats.month_long(change.before->day));
  if (std::abs(points) < kNoticeable) return screen.tr("person.wellbeing_same", {{"value", value}, {"month", month}});
  return screen.tr(points > 0 ? "person.wellbeing_change_up" : "person.wellbeing_change_down",
                   {{"value", value}, {"points", screen.formats.number(std::abs(points), 1)}, {"month", month}});
}

/// The figure with its arrow at the right end of the heading; it opens into its terms.
void draw_change(ScreenContext& screen, Rect& row, const WellbeingChange& change, bool& explains) {
  auto& ui = screen.ui;
  constexpr float kAir = 6, kIcon = 14, kGap = 5;
  const double points = change.points();
  const bool is_same = std::abs(points) < kNoticeable;
  const ui::Colour colour = is_same ? ui.c.ink2 : ui::tone_text(ui.c, points > 0 ? ui::Tone::good : ui::Tone::warn);
  const ui::TextStyle style = ui::type::caption.medium();
  const std::string text = change_text(screen, change);
  const float width = std::ceil(ui.text_width(style, text)) + 1;
  Rect place = row.cut_right(width + (is_same ? 0 : kIcon + kGap));
  if (figure_button(screen, (ui.phone() ? place.grow(0, 10) : place).grow(kAir, 0), "wellbeing change", text)) explains = true;
  ui.text(place.cut_right(width), style, colour, text, ui::Align::right);
  if (!is_same) ui.paint_icon(place.cut_left(kIcon), points > 0 ? Icon::trending_up : Icon::trending_down, colour, kIcon);
}

/// The first of each month in the span, so that the axis reads as a calendar; both ends where no month begins in it.
std::vector<ui::AxisTick> month_ticks(const ScreenContext& screen, Day first, Day last) {
  std::vector<ui::AxisTick> ticks;
  for (Day day = first; day <= last; day = day + 1)
    if (to_year_month_day(day).day == 1) ticks.push_back({static_cast<float>(day.number), screen.formats.month_short(day)});
  constexpr std::size_t kMostTicks = 6;
  while (ticks.size() > kMostTicks) {
    std::vector<ui::AxisTick> fewer;
    for (std::size_t i = 0; i < ticks.size(); i += 2) fewer.push_back(ticks[i]);
    ticks = std::move(fewer);
  }
  return ticks;
}

}  // namespace

void draw_wellbeing_chart(ScreenContext& screen, Rect& area, const Person& person, const std::vector<const CheckIn*>& values, bool& explains) {
  const auto change = compute_wellbeing_change(values);
  if (!change) return;
  auto& ui = screen.ui;
  Rect top = area.cut_top(24);
  const std::string_view title = screen.tr("person.wellbeing");
  ui.heading(top, 2, ui::type::group, ui.c.ink, title);
  draw_change(screen, top, *change, explains);
  area.skip(6);
  const std::string shared = screen.tr("person.wellbeing_shared", {{"name", person.name}});
  ui.text(area.cut_top(20), ui::type::caption, ui.c.ink3, shared);
  area.skip(6);
  const auto [low, high] = std::ranges::minmax(values, {}, [](const CheckIn* value) { return *value->wellbeing; });
  const std::string caption = screen.tr("person.wellbeing_summary", {{"change", change_text(screen, *change)}, {"low", screen.formats.number(*low->wellbeing, 1)},
                                                                     {"high", screen.formats.number(*high->wellbeing, 1)}, {"count", static_cast<int>(values.size())}});
  ui::LineSeries series;
  ui::ChartData data{caption, {{std::string(screen.tr("common.day")), std::string(screen.tr("person.wellbeing"))}}};
  for (const CheckIn* value : values) {
    series.points.push_back({static_cast<float>(value->day.number), static_cast<float>(*value->wellbeing)});
    data.rows.push_back({screen.formats.short_date(value->day), screen.formats.number(*value->wellbeing, 1)});
  }
  const std::array<ui::AxisTick, 3> scale{{{1, "1"}, {3, "3"}, {5, "5"}}};
  std::vector<ui::AxisTick> days = month_ticks(screen, values.front()->day, values.back()->day);
  if (days.size() < 2) days = {{series.points.front().x, data.rows[1][0]}, {series.points.back().x, data.rows.back()[0]}};
  ui::LineChartOptions options;
  options.x_minimum = series.points.front().x;
  options.x_maximum = series.points.back().x;
  options.y_minimum = 1;
  options.y_maximum = 5;
  options.x_ticks = days;
  options.y_ticks = scale;
  options.area = true;
  Rect chart = area.cut_top(120);
  chart.cut_left(6);
  ui::line_chart(ui, chart, std::span(&series, 1), options, data);
  aside_line(screen, area);
}

void draw_wellbeing_terms(ScreenContext& screen, const std::vector<const CheckIn*>& values, bool& is_open) {
  const auto change = compute_wellbeing_change(values);
  if (!change) is_open = false;
  if (!is_open) return;
  const auto& formats = screen.formats;
  const auto value = [&](const CheckIn& check_in) { return formats.number(*check_in.wellbeing, 1); };
  ValueTable rows;
  rows.add(screen.tr("person.wellbeing_last", {{"date", formats.short_date(change->last->day)}}), value(*change->last));
  rows.add(screen.tr("person.wellbeing_before", {{"month", formats.month_long(change->before->day)}, {"date", formats.short_date(change->before->day)}}), value(*change->before));
  rows.add(std::string(screen.tr("insights.column_difference")), formats.difference(change->points(), 1), true);
  TermsDialog dialog(screen, "wellbeing-terms", screen.tr("person.wellbeing"));
  dialog.say(screen.tr("person.wellbeing_how"));
  dialog.add(rows, screen.tr("goal.terms"));
  is_open = dialog.end();
}

}  // namespace fullcircle

#include <algorithm>
#include <array>

#include "ui/screens/person_sections.h"
#include "ui/widgets/charts/line_chart.h"
#include "ui/widgets/link.h"
#include "ui/widgets/section.h"
#include "ui/widgets/select.h"

namespace fullcircle {
namespace {

constexpr float kChartHeight = 150;

struct TrendLine {
  rating::Figure TrendPoint::* figure;
  std::string_view label;  ///< key
  bool highlighted = false, drawn = true;
};
constexpr TrendLine kWhole[] = {{&TrendPoint::overall, "results.column_overall", true}, {&TrendPoint::others, "results.column_others"}};
constexpr TrendLine kOneCriterion[] = {{&TrendPoint::others, "results.column_others", true}, {&TrendPoint::self, "results.column_self", false, false}};

std::span<const TrendLine> lines_of(const FollowedTrend& followed) {
  return followed.name.empty() ? std::span<const TrendLine>(kWhole) : std::span<const TrendLine>(kOneCriterion);
}

/// A figure, or why the cycle has none.
std::string value_text(const ScreenContext& screen, const rating::Figure& figure, TrendGap gap) {
  if (figure) return screen.formats.number(*figure, 2);
  return std::string(gap == TrendGap::none ? screen.tr("common.empty_cell") : screen.language.name_of(gap));
}

ui::ChartData table_of(const ScreenContext& screen, const FollowedTrend& followed, std::string_view caption) {
  ui::ChartData data{caption, {{std::string(screen.tr("insights.column_cycle"))}}};
  for (const TrendLine& line : lines_of(followed)) data.rows[0].emplace_back(screen.tr(line.label));
  for (const TrendPoint& point : followed.points) {
    auto& row = data.rows.emplace_back(1, point.cycle);
    for (const TrendLine& line : lines_of(followed)) row.push_back(value_text(screen, point.*line.figure, line.highlighted ? point.gap : TrendGap::none));
  }
  return data;
}

/// "3.4 to 3.9 over 4 cycles": of the overall result, else of the view of others.
std::string summary_of(const ScreenContext& screen, const FollowedTrend& followed) {
  std::size_t most = 0;
  for (const TrendLine& line : lines_of(followed)) {
    if (!line.drawn) continue;
    std::vector<double> values;
    for (const TrendPoint& point : followed.points)
      if (point.*line.figure) values.push_back(*(point.*line.figure));
    if (values.size() >= 2)
      return screen.tr("person.trend_summary", {{"from", screen.formats.number(values.front(), 2)}, {"to", screen.formats.number(values.back(), 2)},
                                                {"count", static_cast<int>(values.size())}});
    most = std::max(most, values.size());
  }
  return std::string(screen.tr(most > 0 ? "person.trend_few" : "person.trend_none"));
}

/// Each cycle leads to its own result: in as many lines as it takes.
void draw_trend_links(ScreenContext& screen, Rect& area, const FollowedTrend& followed, Intents& intents) {
  auto& ui = screen.ui;
  constexpr float kGap = 16, kLine = 24;
  const float height = ui.phone() ? ui::metrics::kPhoneTarget : kLine;
  Rect row = area.cut_top(height);
  for (const TrendPoint& point : followed.points) {
    const ui::IdScope scope(ui, RecordId(point.review).high);
    const std::string label = point.cycle + " · " + value_text(screen, point.overall ? point.overall : point.others, point.gap);
    const ui::LinkOptions options{.style = ui::type::caption, .key = "result"};
    const float width = ui::link_width(ui, label, options);
    if (width > row.width && row.width < area.width) row = area.cut_top(height);
    if (ui::link(ui, row.cut_left(std::min(width, row.width)), label, options)) intents.go = Route{Page::result, point.review, {}};
    row.cut_left(std::min(kGap, row.width));
  }
}

/// The whole result, or one of what the cycles asked about.
void draw_choice(ScreenContext& screen, Rect& area, const std::vector<TrendCriterion>& criteria, PersonState& state) {
  std::vector<ui::Choice> choices{{screen.tr("insights.measure_overall")}};
  for (const TrendCriterion& criterion : criteria) choices.push_back({criterion.name});
  const auto found = std::ranges::find(criteria, state.criterion, &TrendCriterion::key);
  int chosen = found == criteria.end() ? 0 : 1 + static_cast<int>(found - criteria.begin());
  auto& ui = screen.ui;
  const Rect rect = area.cut_top(ui.phone() ? ui::metrics::kControlPhone : ui::metrics::kControlSmall);
  if (!ui::select(ui, rect.with_width(ui.phone() ? area.width : std::min(area.width, 240.0f)), screen.tr("insights.measure"), choices, chosen, {.as_button = true})) return;
  state.criterion = chosen > 0 ? criteria[static_cast<std::size_t>(chosen - 1)].key : std::string();
}

/// A line ends where a cycle has no value, and begins again after it.
std::vector<ui::LineSeries> series_of(const ScreenContext& screen, const FollowedTrend& followed) {
  std::vector<ui::LineSeries> series;
  for (const TrendLine& line : lines_of(followed)) {
    if (!line.drawn) continue;
    const std::size_t first = series.size();
    bool is_new = true;
    for (std::size_t i = 0; i < followed.points.size(); ++i) {
      const auto& figure = followed.points[i].*line.figure;
      if (!figure) {
        is_new = true;
        continue;
      }
      if (is_new) series.push_back({.points = {}, .highlighted = line.highlighted, .dots = line.highlighted});
      is_new = false;
      series.back().points.push_back({static_cast<float>(i), static_cast<float>(*figure)});
    }
    if (series.size() > first) series.back().label = screen.tr(line.label);
  }
  return series;
}

void draw_lines(ScreenContext& screen, Rect& area, const FollowedTrend& followed, const ui::ChartData& data) {
  const RatingRules& rules = screen.view.rules({});
  const auto low = static_cast<float>(rules.scale_low), high = static_cast<float>(rules.scale_high);
  const auto last = static_cast<float>(followed.points.size() - 1);
  std::vector<std::string> numbers;
  for (const float at : {low, (low + high) / 2, high}) numbers.push_back(screen.formats.short_number(at, 1));
  const std::array<ui::AxisTick, 3> scale{{{low, numbers[0]}, {(low + high) / 2, numbers[1]}, {high, numbers[2]}}};
  const std::array<ui::AxisTick, 2> ends{{{0, followed.points.front().cycle}, {last, followed.points.back().cycle}}};
  ui::LineChartOptions options;
  options.x_maximum = last;
  options.y_minimum = low;
  options.y_maximum = high;
  options.x_ticks = ends;
  options.y_ticks = scale;
  options.places = followed.points.size();
  options.label_width = 72;
  Rect chart = area.cut_top(kChartHeight);
  chart.cut_left(6);
  ui::line_chart(screen.ui, chart, series_of(screen, followed), options, data);
}

}  // namespace

void draw_result_trend(ScreenContext& screen, Rect& area, const std::vector<TrendPoint>& trend, const FollowedTrend& followed, PersonState& state, Intents& intents) {
  if (trend.size() < 2) return;
  auto& ui = screen.ui;
  if (ui::section_head(ui, area.cut_top(24), screen.tr("person.trend"), {.action = screen.tr("person.trend_open"), .line = false}))
    intents.go = Route{Page::result, trend.back().review, {}};
  area.skip(6);
  if (const auto criteria = criteria_of(trend); !criteria.empty()) {
    draw_choice(screen, area, criteria, state);
    area.skip(8);
  }
  const std::string caption = summary_of(screen, followed);
  area.skip(ui.paragraph(area, ui::type::caption, ui.c.ink3, caption) + 6);
  const std::string said = (followed.name.empty() ? std::string(screen.tr("person.trend")) : followed.name) + ": " + caption;
  draw_lines(screen, area, followed, table_of(screen, followed, said));
  area.skip(8);
  draw_trend_links(screen, area, followed, intents);
  area.skip(8);
  draw_person_changes(screen, area, followed.changes, state.change);
  area.skip(12);
  ui.hairline(area.x, area.y, area.width);
  area.skip(19);
}

}  // namespace fullcircle

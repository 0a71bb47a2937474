#include <array>

#include "ui/screens/person_sections.h"
#include "ui/widgets/charts/line_chart.h"
#include "ui/widgets/link.h"
#include "ui/widgets/section.h"

namespace fullcircle {
namespace {

constexpr float kChartHeight = 150;

struct TrendLine {
  rating::Figure TrendPoint::* figure;
  std::string_view label;  ///< key
  bool highlighted;
};
constexpr TrendLine kLines[] = {{&TrendPoint::overall, "results.column_overall", true}, {&TrendPoint::others, "results.column_others", false}};

ui::ChartData table_of(const ScreenContext& screen, const std::vector<TrendPoint>& trend, std::string_view caption) {
  ui::ChartData data{caption, {{std::string(screen.tr("insights.column_cycle"))}}};
  for (const TrendLine& line : kLines) data.rows[0].emplace_back(screen.tr(line.label));
  for (const TrendPoint& point : trend) {
    auto& row = data.rows.emplace_back(1, point.cycle);
    for (const TrendLine& line : kLines) {
      const auto& figure = point.*line.figure;
      row.push_back(figure ? screen.formats.number(*figure, 2) : std::string(screen.tr("common.empty_cell")));
    }
  }
  return data;
}

/// "3.4 to 3.9 over 4 cycles": of the overall result, else of the view of others.
std::string summary_of(const ScreenContext& screen, const std::vector<TrendPoint>& trend) {
  for (const TrendLine& line : kLines) {
    std::vector<double> values;
    for (const TrendPoint& point : trend)
      if (point.*line.figure) values.push_back(*(point.*line.figure));
    if (values.size() >= 2)
      return screen.tr("person.trend_summary", {{"from", screen.formats.number(values.front(), 2)}, {"to", screen.formats.number(values.back(), 2)},
                                                {"count", static_cast<int>(values.size())}});
  }
  return std::string(screen.tr("person.trend_few"));
}

/// Each cycle leads to its own result: in as many lines as it takes.
void draw_trend_links(ScreenContext& screen, Rect& area, const std::vector<TrendPoint>& trend, Intents& intents) {
  auto& ui = screen.ui;
  constexpr float kGap = 16, kLine = 24;
  const float height = ui.phone() ? ui::metrics::kPhoneTarget : kLine;
  Rect row = area.cut_top(height);
  for (const TrendPoint& point : trend) {
    const ui::IdScope scope(ui, RecordId(point.review).high);
    const std::string label = point.cycle + " · " + screen.formats.number(point.overall ? *point.overall : *point.others, 2);
    const ui::LinkOptions options{.style = ui::type::caption, .key = "result"};
    const float width = ui::link_width(ui, label, options);
    if (width > row.width && row.width < area.width) row = area.cut_top(height);
    if (ui::link(ui, row.cut_left(std::min(width, row.width)), label, options)) intents.go = Route{Page::result, point.review, {}};
    row.cut_left(std::min(kGap, row.width));
  }
}

}  // namespace

void draw_result_trend(ScreenContext& screen, Rect& area, const std::vector<TrendPoint>& trend, const std::vector<PersonChange>& changes,
                       std::optional<std::size_t>& opened, Intents& intents) {
  if (trend.size() < 2) return;
  auto& ui = screen.ui;
  if (ui::section_head(ui, area.cut_top(24), screen.tr("person.trend"), {.action = screen.tr("person.trend_open"), .line = false}))
    intents.go = Route{Page::result, trend.back().review, {}};
  area.skip(6);
  const std::string caption = summary_of(screen, trend);
  area.skip(ui.paragraph(area, ui::type::caption, ui.c.ink3, caption) + 6);
  const RatingRules& rules = screen.view.rules({});
  std::vector<std::string> labels;
  std::vector<ui::LineSeries> series;
  labels.reserve(std::size(kLines));
  for (const TrendLine& line : kLines) {
    ui::LineSeries drawn;
    for (std::size_t i = 0; i < trend.size(); ++i)
      if (trend[i].*line.figure) drawn.points.push_back({static_cast<float>(i), static_cast<float>(*(trend[i].*line.figure))});
    if (drawn.points.empty()) continue;
    labels.emplace_back(screen.tr(line.label));
    drawn.highlighted = line.highlighted;
    drawn.dots = line.highlighted;
    drawn.label = labels.back();
    series.push_back(std::move(drawn));
  }
  const auto low = static_cast<float>(rules.scale_low), high = static_cast<float>(rules.scale_high);
  std::vector<std::string> numbers;
  for (const float at : {low, (low + high) / 2, high}) numbers.push_back(screen.formats.short_number(at, 1));
  const std::array<ui::AxisTick, 3> scale{{{low, numbers[0]}, {(low + high) / 2, numbers[1]}, {high, numbers[2]}}};
  const std::array<ui::AxisTick, 2> ends{{{0, trend.front().cycle}, {static_cast<float>(trend.size() - 1), trend.back().cycle}}};
  ui::LineChartOptions options;
  options.x_maximum = static_cast<float>(trend.size() - 1);
  options.y_minimum = low;
  options.y_maximum = high;
  options.x_ticks = ends;
  options.y_ticks = scale;
  options.label_width = 72;
  Rect chart = area.cut_top(kChartHeight);
  chart.cut_left(6);
  const std::string said = std::string(screen.tr("person.trend")) + ": " + caption;
  ui::line_chart(ui, chart, series, options, table_of(screen, trend, said));
  area.skip(8);
  draw_trend_links(screen, area, trend, intents);
  area.skip(8);
  draw_person_changes(screen, area, changes, opened);
  area.skip(12);
  ui.hairline(area.x, area.y, area.width);
  area.skip(19);
}

}  // namespace fullcircle

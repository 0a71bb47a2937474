// Ratings over the cycles, and goals at their due date.
#include <algorithm>
#include <cmath>

#include "model/sorting.h"
#include "ui/screens/insights_parts.h"
#include "ui/widgets/charts/line_chart.h"
#include "ui/widgets/charts/stacked_bar.h"
#include "ui/widgets/section.h"
#include "ui/widgets/select.h"

namespace fullcircle {
namespace {

using namespace ui::metrics;

constexpr float kChartHeight = 214, kBarRow = 48, kBarHeight = 26, kShareWidth = 52;
constexpr std::size_t kMostLines = 8, kMostBars = 8;

void draw_measure(const InsightsDrawing& drawing, const Rect& rect) {
  std::vector<std::string> names{drawing.words.measure({RatingMeasure::kOthers}), drawing.words.measure({RatingMeasure::kOverall})};
  std::vector<int> measures{RatingMeasure::kOthers, RatingMeasure::kOverall};
  for (std::size_t i = 0; i < drawing.facts.criteria.size(); ++i) {
    measures.push_back(static_cast<int>(i));
    names.push_back(drawing.words.criterion(static_cast<int>(i)));
  }
  std::vector<ui::Choice> choices;
  for (const std::string& name : names) choices.push_back({name});
  int chosen = static_cast<int>(std::ranges::find(measures, drawing.state.measure.criterion) - measures.begin());
  if (ui::select(drawing.screen.ui, rect, drawing.screen.tr("insights.measure"), choices, chosen, {.as_button = true}) && chosen >= 0)
    drawing.state.measure.criterion = measures[static_cast<std::size_t>(chosen)];
}

/// The lines drawn: the highlighted one first, then those of the largest departments.
std::vector<std::size_t> drawn_lines(const InsightsDrawing& drawing) {
  const RatingLines& ratings = drawing.board.ratings;
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < ratings.lines.size(); ++i) order.push_back(i);
  sort_stably(order, std::greater<>(), [&](std::size_t i) {
    const bool is_highlighted = static_cast<int>(i) == ratings.highlighted;
    return std::pair(is_highlighted, drawing.board.departments.all[static_cast<std::size_t>(ratings.lines[i].department)].people);
  });
  if (order.size() > kMostLines) order.resize(kMostLines);
  return order;
}

void draw_lines(const InsightsDrawing& drawing, Rect& area) {
  auto& ui = drawing.screen.ui;
  const auto& formats = drawing.screen.formats;
  const RatingLines& ratings = drawing.board.ratings;
  const auto order = drawn_lines(drawing);
  std::vector<std::string> labels;
  std::vector<ui::LineSeries> series;
  float low = 1e6f, high = -1e6f, label_width = 0;
  labels.reserve(order.size());
  for (const std::size_t index : order) {
    const RatingLine& line = ratings.lines[index];
    ui::LineSeries drawn;
    for (std::size_t c = 0; c < line.points.size(); ++c) {
      if (!line.points[c].mean) continue;
      const auto value = static_cast<float>(*line.points[c].mean);
      low = std::min(low, value);
      high = std::max(high, value);
      drawn.points.push_back({static_cast<float>(c), value});
    }
    drawn.highlighted = static_cast<int>(index) == ratings.highlighted;
    drawn.dots = drawn.highlighted || drawn.points.size() == 1;
    labels.push_back(drawing.words.department(line.department) + " " + formats.number(drawn.points.back().y, 1));
    drawn.label = labels.back();
    if (line.points.back().mean) label_width = std::max(label_width, ui.text_width(ui::type::caption.semibold(), labels.back()) + 16);
    series.push_back(std::move(drawn));
  }
  low = std::floor(low * 2) / 2;
  high = std::max(std::ceil(high * 2) / 2, low + 1);
  std::vector<std::string> y_labels, x_labels;
  std::vector<ui::AxisTick> y_ticks, x_ticks;
  const float step = high - low > 2.1f ? 1 : 0.5f;
  for (float at = low; at <= high + 0.01f; at += step) y_labels.push_back(formats.number(at, 1));
  for (std::size_t i = 0; i < y_labels.size(); ++i) y_ticks.push_back({low + step * static_cast<float>(i), y_labels[i]});
  for (const int cycle : ratings.cycles) x_labels.push_back(drawing.words.cycle(cycle));
  for (std::size_t i = 0; i < x_labels.size(); ++i) x_ticks.push_back({static_cast<float>(i), x_labels[i]});
  const std::string caption = drawing.words.title(InsightPart::ratings) + ". " + drawing.words.finding(InsightPart::ratings);
  auto data = chart_data(drawing, InsightPart::ratings);
  // Its rows are the places of the lines: a cycle that only departments beyond the drawn ones have is none.
  for (std::size_t c = ratings.cycles.size(); c-- > 0;)
    if (std::ranges::none_of(order, [&](std::size_t index) { return ratings.lines[index].points[c].mean.has_value(); }))
      data.rows.erase(data.rows.begin() + static_cast<std::ptrdiff_t>(c) + 1);
  data.caption = caption;
  ui::line_chart(ui, area.cut_top(kChartHeight), series,
                 {.x_maximum = static_cast<float>(std::max<std::size_t>(2, ratings.cycles.size()) - 1), .y_minimum = low, .y_maximum = high, .x_ticks = x_ticks,
                  .y_ticks = y_ticks, .label_width = std::min(label_width, area.width * 0.4f)},
                 data);
}

void draw_bar(const InsightsDrawing& drawing, Rect row, const GoalBar& bar, int most, float label_width) {
  auto& ui = drawing.screen.ui;
  const auto& screen = drawing.screen;
  const std::string name = drawing.words.department(bar.department);
  ui.text(row.cut_left(label_width), ui::type::body, ui.c.ink, name);
  row.cut_left(12);
  const auto share = bar.counts.share();
  ui.text(row.cut_right(kShareWidth), ui::type::body.figures(), ui.c.ink2, share ? screen.formats.percent(*share) : std::string(screen.tr("common.empty_cell")),
          ui::Align::right);
  row.cut_right(12);
  const std::string met = screen.formats.integer(bar.counts.met), risk = screen.formats.integer(bar.counts.at_risk), off = screen.formats.integer(bar.counts.off_track);
  const ui::BarPart parts[] = {{static_cast<float>(bar.counts.met), ui.c.accent_fill, met},
                               {static_cast<float>(bar.counts.at_risk), 0, risk, ui::Tone::warn},
                               {static_cast<float>(bar.counts.off_track), 0, off, ui::Tone::bad}};
  const std::string caption = name + ". " + drawing.words.figure_name(InsightPart::goals_met) + ": " +
                              screen.tr("common.count_of", {{"count", bar.counts.met}, {"total", bar.counts.forecast()}});
  const ui::ChartData data{caption, {{std::string(screen.tr("insights.column_outlook")), std::string(screen.tr("insights.column_goals"))},
                                  {std::string(screen.tr("insights.will_be_met")), met},
                                  {std::string(screen.tr("insights.at_risk")), risk},
                                  {std::string(screen.tr("insights.off_track")), off}}};
  if (bar.counts.forecast() == 0)
    ui.text(row, ui::type::caption, ui.c.ink3, screen.tr("insights.goals_without", {{"count", bar.counts.without}}));
  else
    ui::stacked_bar(ui, row, parts, data, {.total = static_cast<float>(most), .height = kBarHeight, .gap = 2});
}

}  // namespace

void draw_insight_ratings(const InsightsDrawing& drawing, Rect& area) {
  auto& ui = drawing.screen.ui;
  const ui::IdScope scope(ui, "ratings");
  insight_section_head(drawing, area, InsightPart::ratings);
  area.skip(8);
  if (!drawing.facts.criteria.empty()) draw_measure(drawing, area.cut_top(ui.phone() ? kControlPhone : kControlSmall).with_width(ui.phone() ? area.width : std::min(area.width, 220.0f)));
  area.skip(10);
  if (drawing.board.ratings.lines.empty())
    area.skip(ui.paragraph(area, ui::type::body, ui.c.ink3, drawing.screen.tr("insights.ratings_none")));
  else
    draw_lines(drawing, area);
  insight_note(drawing, area, Icon::shield_check, drawing.words.hidden(InsightPart::ratings));
}

void draw_insight_goals(const InsightsDrawing& drawing, Rect& area) {
  auto& ui = drawing.screen.ui;
  const ui::IdScope scope(ui, "goals");
  insight_section_head(drawing, area, InsightPart::goals);
  area.skip(14);
  const GoalBars& goals = drawing.board.goals;
  if (goals.bars.empty()) {
    area.skip(ui.paragraph(area, ui::type::body, ui.c.ink3, drawing.screen.tr("insights.goals_none")));
    return;
  }
  int most = 1;
  float label_width = 60;
  const std::size_t count = std::min(goals.bars.size(), kMostBars);
  for (std::size_t i = 0; i < count; ++i) {
    most = std::max(most, goals.bars[i].counts.forecast());
    label_width = std::max(label_width, ui.text_width(ui::type::body, drawing.words.department(goals.bars[i].department)) + 2);
  }
  label_width = std::min(label_width, area.width * 0.34f);
  for (std::size_t i = 0; i < count; ++i) draw_bar(drawing, area.cut_top(kBarRow), goals.bars[i], most, label_width);
  area.skip(6);
  const auto& screen = drawing.screen;
  const ui::LegendEntry entries[] = {{screen.tr("insights.will_be_met"), ui.c.accent_fill},
                                     {screen.tr("insights.at_risk"), ui::tone_fill(ui.c, ui::Tone::warn), ui::LegendMark::soft_square},
                                     {screen.tr("insights.off_track"), ui::tone_fill(ui.c, ui::Tone::bad), ui::LegendMark::soft_square}};
  ui::legend(ui, area.cut_top(20), entries, ui::Align::left, 16);
  if (goals.bars.size() > count)
    insight_note(drawing, area, Icon::table, screen.tr("insights.more_in_table", {{"count", static_cast<int>(goals.bars.size() - count)}}));
}

}  // namespace fullcircle

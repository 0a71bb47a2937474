// Ratings over the cycles, and goals at their due date.
#include <algorithm>
#include <array>

#include "ui/screens/insights_parts.h"
#include "ui/screens/line_figure.h"
#include "ui/screens/terms_dialog.h"
#include "ui/widgets/charts/stacked_bar.h"
#include "ui/widgets/link.h"
#include "ui/widgets/section.h"
#include "ui/widgets/select.h"

namespace fullcircle {
namespace {

using namespace ui::metrics;

constexpr float kChartHeight = 214, kBarRow = 48, kBarHeight = 26, kShareWidth = 52;

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

/// What stands at the ends of the lines, where two are too close to be met, opens from here.
void draw_line_links(const InsightsDrawing& drawing, Rect& area, const LineFigure& figure) {
  auto& ui = drawing.screen.ui;
  area.skip(6);
  ValueLinks links(ui, area);
  for (const FigureLine& line : figure.lines) {
    const std::string name = drawing.screen.tr("result.open_terms", {{"number", line.label}});
    const ui::IdScope scope(ui, line.source);
    const ui::LinkOptions options{.style = ui::type::caption, .key = "line", .name = name};
    if (ui::link(ui, links.next(ui::link_width(ui, line.label, options)), line.label, options)) drawing.state.opened = InsightNumber(InsightPart::ratings, static_cast<int>(line.source));
  }
}

void draw_bar(const InsightsDrawing& drawing, Rect row, const ShareFigure& figure, std::size_t index, float label_width) {
  auto& ui = drawing.screen.ui;
  const auto& screen = drawing.screen;
  const ShareBar& bar = figure.bars[index];
  const ui::IdScope scope(ui, index);
  ui.text(row.cut_left(label_width), ui::type::body, ui.c.ink, bar.label);
  row.cut_left(12);
  const Rect share = row.cut_right(kShareWidth);
  const std::string shown = screen.tr("result.terms_title", {{"number", bar.label}, {"value", bar.note.empty() ? bar.share : bar.note}});
  if (figure_button(drawing.screen, share.middle(std::min(ui.control_height(), kBarRow)).grow(6, 0), "share", shown))
    drawing.state.opened = InsightNumber(InsightPart::goals, static_cast<int>(index));
  ui.text(share, ui::type::body.figures(), ui.c.ink2, bar.share, ui::Align::right);
  row.cut_right(12);
  if (!bar.note.empty()) {
    ui.text(row, ui::type::caption, ui.c.ink3, bar.note);
    return;
  }
  constexpr std::array kTones = {ui::Tone::neutral, ui::Tone::warn, ui::Tone::bad};
  const int total = bar.parts[0] + bar.parts[1] + bar.parts[2];
  const std::string caption = bar.label + ". " + drawing.words.figure_name(InsightPart::goals_met) + ": " + screen.tr("common.count_of", {{"count", bar.parts[0]}, {"total", total}});
  ui::ChartData data{caption, {{std::string(screen.tr("insights.column_outlook")), std::string(screen.tr("insights.column_goals"))}}};
  for (std::size_t i = 0; i < 3; ++i) data.rows.push_back({figure.parts[i], screen.formats.integer(bar.parts[i])});
  std::vector<ui::BarPart> parts;
  for (std::size_t i = 0; i < 3; ++i) parts.push_back({static_cast<float>(bar.parts[i]), ui.c.accent_fill, data.rows[i + 1][1], kTones[i]});
  ui::stacked_bar(ui, row, parts, data, {.total = static_cast<float>(figure.most), .height = kBarHeight, .gap = 2});
}

}  // namespace

void draw_insight_ratings(const InsightsDrawing& drawing, Rect& area) {
  auto& ui = drawing.screen.ui;
  const ui::IdScope scope(ui, "ratings");
  insight_section_head(drawing, area, InsightPart::ratings);
  area.skip(8);
  if (!drawing.facts.criteria.empty()) draw_measure(drawing, area.cut_top(ui.phone() ? kControlPhone : kControlSmall).with_width(ui.phone() ? area.width : std::min(area.width, 220.0f)));
  area.skip(10);
  if (drawing.board.ratings.lines.empty()) {
    area.skip(ui.paragraph(area, ui::type::body, ui.c.ink3, drawing.screen.tr("insights.ratings_none")));
  } else {
    const LineFigure figure = drawing.words.rating_figure();
    draw_line_figure(ui, area.cut_top(kChartHeight), figure);
    draw_line_links(drawing, area, figure);
  }
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
  const ShareFigure figure = drawing.words.goal_figure();
  float label_width = 60;
  for (const ShareBar& bar : figure.bars) label_width = std::max(label_width, ui.text_width(ui::type::body, bar.label) + 2);
  label_width = std::min(label_width, area.width * 0.34f);
  for (std::size_t i = 0; i < figure.bars.size(); ++i) draw_bar(drawing, area.cut_top(kBarRow), figure, i, label_width);
  area.skip(6);
  const ui::LegendEntry entries[] = {{figure.parts[0], ui.c.accent_fill},
                                     {figure.parts[1], ui::tone_fill(ui.c, ui::Tone::warn), ui::LegendMark::soft_square},
                                     {figure.parts[2], ui::tone_fill(ui.c, ui::Tone::bad), ui::LegendMark::soft_square}};
  ui::legend(ui, area.cut_top(20), entries, ui::Align::left, 16);
  const std::size_t count = figure.bars.size();
  if (goals.bars.size() > count)
    insight_note(drawing, area, Icon::table, drawing.screen.tr("insights.more_in_table", {{"count", static_cast<int>(goals.bars.size() - count)}}));
}

}  // namespace fullcircle

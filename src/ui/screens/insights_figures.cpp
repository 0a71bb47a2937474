#include <array>

#include "ui/screens/insights_parts.h"
#include "ui/widgets/link.h"
#include "ui/widgets/section.h"

namespace fullcircle {
namespace {

using namespace ui::metrics;

constexpr float kFigureHeight = 64;

ui::Tone tone_of(InsightPart part, int direction) {
  if (part == InsightPart::answers || direction == 0) return ui::Tone::neutral;
  return direction > 0 ? ui::Tone::good : ui::Tone::warn;
}

void draw_figure(const InsightsDrawing& drawing, const Rect& place, InsightPart part) {
  auto& ui = drawing.screen.ui;
  const std::string name = drawing.words.figure_name(part), value = drawing.words.figure(part);
  const ChangeWords change = drawing.words.change(part);
  const std::string spoken = drawing.screen.tr("insights.figure_spoken", {{"name", name}, {"value", value}, {"change", change.text}});
  const auto done = ui.behave(ui.make_id(name), place.grow(8, 4), MirrorRole::button, spoken);
  if (done.hovered) ui.fill(place.grow(12, 6), ui.c.hover, kRadiusControl);
  if (done.focus_visible) ui.focus_ring(place.grow(10, 4), kRadiusControl);
  if (done.clicked) drawing.state.opened = part;
  Rect rest = place;
  ui.paint_text(rest.cut_top(20), ui::type::body, ui.c.ink2, name);
  rest.skip(2);
  const ui::TextStyle style = ui::type::figure_large;
  Rect row = rest.cut_top(style.line);
  row.cut_left(ui.paint_text(row, style, ui.c.ink, value) + 12);
  row = row.moved(0, 4);
  const auto colour = ui::tone_text(ui.c, tone_of(part, change.direction));
  if (change.direction != 0) {
    ui.paint_icon(row.cut_left(14), change.direction > 0 ? Icon::arrow_up_right : Icon::arrow_down_right, colour, 14);
    row.cut_left(4);
  }
  ui.paint_text(row, ui::type::body, colour, change.text);
}

}  // namespace

void draw_insight_figures(const InsightsDrawing& drawing, Rect& area) {
  auto& ui = drawing.screen.ui;
  constexpr std::array kParts = {InsightPart::goals_met, InsightPart::check_ins, InsightPart::answers, InsightPart::agreement_figure};
  const std::size_t in_row = ui.phone() ? 1 : area.width < 900 ? 2 : kParts.size();
  const ui::Group group(ui, MirrorRole::region, area.with_height(kFigureHeight * static_cast<float>(kParts.size() / in_row)), drawing.screen.tr("insights.title"));
  for (std::size_t i = 0; i < kParts.size(); i += in_row) {
    const Rect row = area.cut_top(kFigureHeight);
    for (std::size_t j = 0; j < in_row; ++j) draw_figure(drawing, row.column(j, in_row, 32), kParts[i + j]);
    area.skip(in_row < kParts.size() ? 8 : 0);
  }
  area.skip(12);
  ui.hairline(area.x, area.y, area.width);
  area.skip(20);
}

void insight_section_head(const InsightsDrawing& drawing, Rect& area, InsightPart part) {
  auto& ui = drawing.screen.ui;
  const std::string title = drawing.words.title(part);
  const std::string_view label = drawing.screen.tr("insights.how");
  const std::string name = drawing.screen.tr("insights.how_of", {{"name", title}});
  const ui::LinkOptions options{.style = ui::type::caption, .colour = ui.c.ink3, .key = title, .name = name};
  const float link_width = ui::link_width(ui, label, options);
  const bool is_beside = ui.text_width(ui::type::section, title) + 12 + link_width <= area.width;
  Rect row = area.cut_top(24);
  Rect place = is_beside ? row.cut_right(link_width) : area.cut_top(24).with_width(link_width);
  ui.heading(row, 2, ui::type::section, ui.c.ink, title);
  if (ui::link(ui, place, label, options)) drawing.state.opened = part;
  if (const auto finding = drawing.words.finding(part); !finding.empty()) area.skip(ui.paragraph(area, ui::type::body, ui.c.ink2, finding));
}

void insight_note(const InsightsDrawing& drawing, Rect& area, ui::Icon icon, std::string_view text) {
  if (text.empty()) return;
  auto& ui = drawing.screen.ui;
  area.skip(8);
  Rect place = area;
  ui.paint_icon(place.cut_left(14).with_height(16), icon, ui.c.ink3, 14);
  place.cut_left(6);
  area.skip(ui.paragraph(place, ui::type::caption, ui.c.ink3, text));
}

ui::ChartData chart_data(const InsightsDrawing& drawing, InsightPart part) { return {{}, drawing.words.table(part)}; }

}  // namespace fullcircle

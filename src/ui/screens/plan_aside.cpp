#include "ui/screens/plan_aside.h"

#include <algorithm>

#include "app/queries/plan_figures.h"
#include "ui/screens/goal_parts.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/charts/slope_chart.h"
#include "ui/widgets/charts/stacked_bar.h"
#include "ui/widgets/list.h"

namespace fullcircle {
namespace {

constexpr float kChartHeight = 178, kMark = 20;

/// Makes a line open its terms, by pointer and keyboard; draw its words over it.
bool opens_terms(ScreenContext& screen, const Rect& line, std::string_view key, const std::string& number) {
  auto& ui = screen.ui;
  const ui::Behaviour done = ui.behave(ui.make_id(key), line, MirrorRole::button, screen.tr("result.open_terms", {{"number", number}}));
  const Rect mark = line.grow(6, 0);
  if (done.hovered || done.pressed) ui.fill(mark, done.pressed ? ui.c.press : ui.c.hover, ui::metrics::kRadiusControl);
  if (done.focus_visible) ui.focus_ring(mark, ui::metrics::kRadiusControl);
  return done.clicked;
}

/// One bar of the mix; a click on its line opens what it is made of.
void draw_bar(ScreenContext& screen, Rect& area, const MixFigure& figure, std::size_t index, float height, ui::TextStyle style, bool& opens) {
  auto& ui = screen.ui;
  const MixFigure::Bar& bar = figure.bars[index];
  const std::string name = bar.label + ": " + bar.text;
  Rect line = area.cut_top(22);
  if (opens_terms(screen, line, bar.label, name)) opens = true;
  ui.text(line, ui::type::caption.figures(), ui.c.ink2, bar.text, ui::Align::right);
  ui.text(line, style, style.weight == ui::Weight::medium ? ui.c.ink : ui.c.ink2, bar.label);
  ui::ChartData data{name, {}};
  for (const auto& row : figure.table) data.rows.push_back({row[0], row[1 + index]});
  std::array<ui::BarPart, 3> parts;
  for (std::size_t i = 0; i < parts.size(); ++i) parts[i] = {.value = static_cast<float>(bar.shares[i]), .colour = kind_colour(screen, static_cast<ActionKind>(i))};
  ui::stacked_bar(ui, area.cut_top(height + 4), parts, data, {.total = 100, .height = height, .track = true});
  area.skip(6);
}

void draw_mix(ScreenContext& screen, Rect& area, const PlanView& shown, PlanState& state) {
  auto& ui = screen.ui;
  const MixFigure figure = PlanFigures(screen.language, screen.formats).mix(shown);
  ui.heading(area.cut_top(28), 2, ui::type::group, ui.c.ink, figure.caption);
  area.skip(6);
  draw_bar(screen, area, figure, 0, 12, ui::type::caption.medium(), state.explained.mix);
  draw_bar(screen, area, figure, 1, 6, ui::type::caption, state.explained.mix);
  for (std::size_t i = 0; i < figure.parts.size(); ++i) {
    Rect line = area.cut_top(23);
    ui.fill(line.cut_left(8).middle(8), kind_colour(screen, static_cast<ActionKind>(i)), 2);
    line.cut_left(8);
    const std::string count = screen.tr("plan.actions", {{"count", shown.kinds[i]}});
    ui.text(line.cut_right(ui.text_width(ui::type::body.figures(), count) + 2), ui::type::body.figures(), ui.c.ink2, count, ui::Align::right);
    ui.text(line, ui::type::body, ui.c.ink2, figure.parts[i]);
  }
}

ui::Colour line_colour(const ScreenContext& screen, std::size_t place) {
  const ui::Colour colours[] = {screen.ui.c.accent, screen.ui.c.manager, screen.ui.c.ink2};
  return colours[std::min<std::size_t>(place, 2)];
}

void draw_slopes(ScreenContext& screen, Rect& area, const SlopeFigure& figure) {
  std::vector<ui::SlopeLine> lines;
  for (std::size_t i = 0; i < figure.lines.size(); ++i) {
    const SlopeFigureLine& line = figure.lines[i];
    lines.push_back({static_cast<float>(line.before), static_cast<float>(line.after), line.before_label, line.after_label, line_colour(screen, i)});
  }
  ui::SlopeOptions options{.minimum = static_cast<float>(figure.low), .maximum = static_cast<float>(figure.high), .before_head = figure.before_head,
                           .after_head = figure.after_head, .target_label = figure.target_label};
  if (figure.target) options.target = static_cast<float>(*figure.target);
  std::string caption = figure.caption;
  for (std::size_t i = 1; i < figure.table.size(); ++i) caption += ". " + figure.table[i][0] + ": " + figure.table[i][3];
  const ui::ChartData data{caption, figure.table};
  ui::slope_chart(screen.ui, area.cut_top(kChartHeight), lines, data, options);
  area.skip(14);
}

/// One change under the chart, which opens what it is made of.
void draw_change(ScreenContext& screen, Rect& area, const PlanFigures& figures, const PlanChange& change, std::size_t index, PlanState& state) {
  auto& ui = screen.ui;
  const std::string note = figures.note(change), text = figures.difference(change);
  const float note_height = ui.paragraph_height(area.width - kMark, ui::type::caption, note);
  const Rect place = area.cut_top(26 + note_height + 6);
  const ui::IdScope scope(ui, static_cast<std::uint64_t>(index));
  if (opens_terms(screen, place, "change", std::string(change.title) + ": " + text + ", " + note)) state.explained.change = index;
  ui.paint_paragraph(Rect{place.x + kMark, place.y + 24, place.width - kMark, note_height}, ui::type::caption, ui.c.ink3, note);
  Rect line = place.with_height(26);
  ui.fill(line.cut_left(12).middle(3), line_colour(screen, index), 1.5f);
  line.cut_left(kMark - 12);
  ui.text(line.cut_right(48), ui::type::body.medium().figures(), change.is_sure_gain() ? ui.c.good : ui.c.ink2, text, ui::Align::right);
  ui.text(line, ui::type::body, ui.c.ink2, change.title);
}

void draw_before_and_after(ScreenContext& screen, Rect& area, const PlanView& shown, PlanState& state) {
  auto& ui = screen.ui;
  const PlanFigures figures(screen.language, screen.formats);
  ui.heading(area.cut_top(28), 2, ui::type::group, ui.c.ink, screen.tr("plan.before_and_after"));
  area.skip(8);
  const auto changes = changes_of(shown);
  if (changes.empty())
    area.skip(ui.paragraph(area, ui::type::body, ui.c.ink2, screen.tr("plan.no_change_yet")) + 6);
  else
    draw_slopes(screen, area, figures.slopes(changes));
  for (std::size_t i = 0; i < changes.size(); ++i) draw_change(screen, area, figures, changes[i], i, state);
  for (const std::string& sentence : figures.unmeasured(shown)) area.skip(ui.paragraph(area, ui::type::caption, ui.c.ink3, sentence) + 6);
}

void draw_mentor(ScreenContext& screen, Rect& area, const PlanView& shown, PlanState& state) {
  auto& ui = screen.ui;
  const DevelopmentPlan& plan = *shown.plan;
  Rect row = area.cut_top(40);
  if (ui::icon_button_right(ui, row, Icon::pencil, screen.tr("plan.details"))) state.details_form = plan;
  const std::string next = plan.next_look_day ? screen.tr("plan.mentor_next", {{"date", screen.formats.day_and_month(*plan.next_look_day)}}) : std::string();
  if (!plan.mentor) {
    ui.text(row, ui::type::body, ui.c.ink3, screen.tr("plan.mentor_none"));
    return;
  }
  const std::string& mentor = screen.view.name_of(plan.mentor);
  ui::avatar(ui, row.cut_left(32), person_number(plan.mentor), mentor, 32);
  row.cut_left(12);
  Rect words = row.middle(36);
  ui.text(words.cut_top(20), ui::type::control, ui.c.ink, screen.tr("plan.mentor_is", {{"mentor", mentor}, {"name", screen.view.name_of(plan.person)}}));
  ui.text(words, ui::type::caption, ui.c.ink2, next);
}

void line_between(ScreenContext& screen, Rect& area) {
  area.skip(18);
  screen.ui.hairline(area.x, area.y, area.width);
  area.skip(16);
}

}  // namespace

ui::Colour kind_colour(const ScreenContext& screen, ActionKind kind) {
  switch (kind) {
    case ActionKind::on_the_job: return screen.ui.c.manager;
    case ActionKind::with_others: return screen.ui.c.peer;
    case ActionKind::course: return screen.ui.c.report;
  }
  return screen.ui.c.peer;
}

void draw_plan_aside(ScreenContext& screen, Rect& area, const PlanView& shown, PlanState& state) {
  const ui::Group region(screen.ui, MirrorRole::complementary, area, screen.tr("plan.details"));
  draw_mix(screen, area, shown, state);
  line_between(screen, area);
  draw_before_and_after(screen, area, shown, state);
  line_between(screen, area);
  draw_mentor(screen, area, shown, state);
}

}  // namespace fullcircle

#include "ui/screens/talk_facts.h"

#include "ui/screens/gap_figures.h"
#include "ui/screens/goal_parts.h"

namespace fullcircle {
namespace {

constexpr int kGapPlaces = 1;

void caption(ScreenContext& screen, Rect& area, std::string_view text) {
  area.skip(2);
  screen.ui.heading(area.cut_top(20), 3, ui::type::caption, screen.ui.c.ink2, text);
  area.skip(4);
}

/// Makes a line lead somewhere, by pointer and keyboard; draw its words over it.
bool leads_on(ScreenContext& screen, const Rect& line, std::string_view key, const std::string& name) {
  auto& ui = screen.ui;
  const ui::Behaviour done = ui.behave(ui.make_id(key), line, MirrorRole::button, name);
  const Rect mark = line.grow(8, 0);
  if (done.hovered || done.pressed) ui.fill(mark, done.pressed ? ui.c.press : ui.c.hover, ui::metrics::kRadiusControl);
  if (done.focus_visible) ui.focus_ring(mark, ui::metrics::kRadiusControl);
  return done.clicked;
}

void line_between(ScreenContext& screen, Rect& area) {
  area.skip(16);
  screen.ui.hairline(area.x, area.y, area.width);
  area.skip(14);
}

void draw_goals(ScreenContext& screen, Rect& area, const TalkFacts& facts, Intents& intents) {
  auto& ui = screen.ui;
  caption(screen, area, screen.tr("conversation.facts_goals"));
  if (facts.goals.empty()) ui.text(area.cut_top(24), ui::type::body, ui.c.ink3, screen.tr("conversation.goals_none"));
  for (const Goal* goal : facts.goals) {
    const GoalStatus status = compute_goal_status(screen.view, *goal);
    const std::string value = goal_value_text(screen, *goal, status);
    const float value_width = ui.text_width(ui::type::body.figures(), value) + 2;
    const float words = ui.paragraph_height(area.width - value_width - 10, ui::type::body, goal->title, 2) + 4;
    if (leads_on(screen, area.with_height(words + 16).grow(0, 3), "goal " + to_text(goal->id), goal->title + ": " + value)) intents.go = Route{Page::goals, goal->id, {}};
    Rect line = area.cut_top(words);
    ui.text(line.cut_right(value_width).with_height(ui.line_height(ui::type::body)), ui::type::body.figures(), ui.c.ink2, value, ui::Align::right);
    line.cut_right(10);
    ui.paragraph(line, ui::type::body, ui.c.ink, goal->title, 2);
    goal_bar(screen, area.cut_top(16), *goal, status);
    area.skip(10);
  }
}

void draw_gaps(ScreenContext& screen, Rect& area, const TalkFacts& facts, Id<Review> review, Intents& intents) {
  auto& ui = screen.ui;
  caption(screen, area, screen.tr("conversation.facts_gaps"));
  if (facts.gaps.empty()) ui.text(area.cut_top(24), ui::type::body, ui.c.ink3, screen.tr("conversation.no_gaps"));
  for (const TalkGap& gap : facts.gaps) {
    Rect line = area.cut_top(32);
    const std::string self = screen.formats.number(gap.self, kGapPlaces), others = screen.formats.number(gap.others, kGapPlaces);
    const std::string name = gap.name + ": " + screen.tr("result.self_figure", {{"value", self}}) + " · " + screen.tr("result.others_figure", {{"value", others}});
    if (leads_on(screen, line, "gap " + gap.name, name)) intents.go = Route{Page::result, review, {}};
    draw_gap_figures(screen, line.cut_right(gap_figures_width(screen, self, others)), self, others);
    line.cut_right(10);
    ui.text(line, ui::type::body, ui.c.ink, gap.name);
  }
}

void draw_last(ScreenContext& screen, Rect& area, const TalkFacts& facts) {
  auto& ui = screen.ui;
  const std::string month(facts.last_day ? screen.formats.month_long(*facts.last_day) : std::string_view());
  caption(screen, area, screen.tr("conversation.agreed_last_time", {{"month", month}}));
  for (const LastAgreed& agreed : facts.last) {
    Rect line = area.cut_top(30);
    ui.paint_icon(line.cut_left(18).middle(18), agreed.is_done ? Icon::circle_check : Icon::circle, agreed.is_done ? ui.c.good : ui.c.ink3);
    line.cut_left(8);
    ui.text(line, ui::type::body, agreed.is_done ? ui.c.ink : ui.c.ink2, agreed.text);
  }
}

}  // namespace

void draw_talk_facts(ScreenContext& screen, Rect& area, const TalkFacts& facts, Id<Review> review, Intents& intents) {
  auto& ui = screen.ui;
  const ui::Group region(ui, MirrorRole::complementary, area, screen.tr("conversation.facts"));
  ui.heading(area.cut_top(28), 2, ui::type::group, ui.c.ink, screen.tr("conversation.facts"));
  draw_goals(screen, area, facts, intents);
  line_between(screen, area);
  draw_gaps(screen, area, facts, review, intents);
  if (facts.last.empty()) return;
  line_between(screen, area);
  draw_last(screen, area, facts);
}

}  // namespace fullcircle

#include "ui/screens/plan_aside.h"

#include <algorithm>

#include "ui/screens/goal_parts.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/charts/slope_chart.h"
#include "ui/widgets/charts/stacked_bar.h"
#include "ui/widgets/list.h"

namespace fullcircle {
namespace {

constexpr float kChartHeight = 178;

/// Makes a line open its terms, by pointer and keyboard; draw its words over it.
bool opens_terms(ScreenContext& screen, const Rect& line, std::string_view key, const std::string& number) {
  auto& ui = screen.ui;
  const ui::Behaviour done = ui.behave(ui.make_id(key), line, MirrorRole::button, screen.tr("result.open_terms", {{"number", number}}));
  const Rect mark = line.grow(6, 0);
  if (done.hovered || done.pressed) ui.fill(mark, done.pressed ? ui.c.press : ui.c.hover, ui::metrics::kRadiusControl);
  if (done.focus_visible) ui.focus_ring(mark, ui::metrics::kRadiusControl);
  return done.clicked;
}

void draw_bar(ScreenContext& screen, Rect& area, std::string_view label, const std::array<int, 3>& shares, float height, ui::TextStyle style, bool* opens = nullptr) {
  auto& ui = screen.ui;
  Rect line = area.cut_top(22);
  if (opens && opens_terms(screen, line, label, std::string(label) + ": " + mix_text(screen, shares))) *opens = true;
  ui.text(line, ui::type::caption.figures(), ui.c.ink2, mix_text(screen, shares), ui::Align::right);
  ui.text(line, style, style.weight == ui::Weight::medium ? ui.c.ink : ui.c.ink2, label);
  ui::ChartData data;
  data.caption = label;
  data.rows.push_back({std::string(screen.tr("plan.column_kind")), "%"});
  std::array<ui::BarPart, 3> parts;
  for (std::size_t i = 0; i < 3; ++i) {
    const auto kind = static_cast<ActionKind>(i);
    parts[i] = {.value = static_cast<float>(shares[i]), .colour = kind_colour(screen, kind)};
    data.rows.push_back({std::string(screen.language.name_of(kind)), screen.formats.integer(shares[i])});
  }
  ui::stacked_bar(ui, area.cut_top(height + 4), parts, data, {.total = 100, .height = height, .track = true});
  area.skip(6);
}

void draw_mix(ScreenContext& screen, Rect& area, const PlanView& shown, PlanState& state) {
  auto& ui = screen.ui;
  ui.heading(area.cut_top(28), 2, ui::type::group, ui.c.ink, screen.tr("plan.mix"));
  area.skip(6);
  draw_bar(screen, area, screen.tr("plan.this_plan"), shares_of_hundred(shown.kinds), 12, ui::type::caption.medium(), &state.explained.mix);
  draw_bar(screen, area, screen.tr("plan.guide"), kGuideMix, 6, ui::type::caption, &state.explained.mix);
  for (std::size_t i = 0; i < 3; ++i) {
    const auto kind = static_cast<ActionKind>(i);
    Rect line = area.cut_top(23);
    ui.fill(line.cut_left(8).middle(8), kind_colour(screen, kind), 2);
    line.cut_left(8);
    const std::string count = screen.tr("plan.actions", {{"count", shown.kinds[i]}});
    ui.text(line.cut_right(ui.text_width(ui::type::body.figures(), count) + 2), ui::type::body.figures(), ui.c.ink2, count, ui::Align::right);
    ui.text(line, ui::type::body, ui.c.ink2, screen.language.name_of(kind));
  }
}

ui::Colour line_colour(const ScreenContext& screen, std::size_t place) {
  const ui::Colour colours[] = {screen.ui.c.accent, screen.ui.c.manager, screen.ui.c.ink2};
  return colours[std::min<std::size_t>(place, 2)];
}

void draw_slopes(ScreenContext& screen, Rect& area, const DevelopmentPlan& plan, const std::vector<PlanChange>& changes) {
  const auto [before_head, after_head] = change_heads(screen, plan);
  std::vector<std::string> labels;
  for (const PlanChange& change : changes) {
    labels.push_back(screen.formats.number(change.before, kPlanScorePlaces));
    labels.push_back(screen.formats.number(change.after, kPlanScorePlaces));
  }
  ui::SlopeOptions options{.before_head = before_head, .after_head = after_head};
  float low = 1e6f, high = -1e6f;
  std::vector<ui::SlopeLine> lines;
  ui::ChartData data;
  data.caption = screen.tr("plan.before_and_after");
  data.rows.push_back({std::string(screen.tr("plan.column_focus")), before_head, after_head, std::string(screen.tr("plan.difference")), std::string(screen.tr("plan.target_score"))});
  bool is_one_target = true;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const PlanChange& change = changes[i];
    const auto before = static_cast<float>(change.before), after = static_cast<float>(change.after);
    lines.push_back({before, after, labels[2 * i], labels[2 * i + 1], line_colour(screen, i)});
    data.rows.push_back({std::string(change.title), labels[2 * i], labels[2 * i + 1], screen.formats.difference(change.after - change.before, kPlanScorePlaces),
                         change.target ? screen.formats.number(*change.target, kPlanScorePlaces) : std::string(screen.tr("common.empty_cell"))});
    low = std::min({low, before, after});
    high = std::max({high, before, after});
    is_one_target = is_one_target && change.target == changes.front().target;
  }
  std::string target;
  if (is_one_target && changes.front().target) {
    target = screen.tr("plan.target", {{"value", screen.formats.number(*changes.front().target, kPlanScorePlaces)}});
    options.target = static_cast<float>(*changes.front().target);
    options.target_label = target;
    low = std::min(low, *options.target);
    high = std::max(high, *options.target);
  }
  const float room = std::max(0.1f, (high - low) * 0.12f);
  options.minimum = low - room;
  options.maximum = high + room;
  ui::slope_chart(screen.ui, area.cut_top(kChartHeight), lines, data, options);
  area.skip(14);
}

void draw_before_and_after(ScreenContext& screen, Rect& area, const PlanView& shown, PlanState& state) {
  auto& ui = screen.ui;
  ui.heading(area.cut_top(28), 2, ui::type::group, ui.c.ink, screen.tr("plan.before_and_after"));
  area.skip(8);
  const auto changes = changes_of(shown);
  if (changes.empty()) {
    area.skip(ui.paragraph(area, ui::type::body, ui.c.ink2, screen.tr("plan.no_change_yet")));
    return;
  }
  draw_slopes(screen, area, *shown.plan, changes);
  for (std::size_t i = 0; i < changes.size(); ++i) {
    Rect line = area.cut_top(26);
    const double difference = changes[i].after - changes[i].before;
    const std::string text = screen.formats.difference(difference, kPlanScorePlaces);
    const ui::IdScope scope(ui, static_cast<std::uint64_t>(i));
    if (opens_terms(screen, line, "change", std::string(changes[i].title) + ": " + text)) state.explained.change = changes[i].place;
    ui.fill(line.cut_left(12).middle(3), line_colour(screen, i), 1.5f);
    line.cut_left(8);
    ui.text(line.cut_right(48), ui::type::body.medium().figures(), difference > 0 ? ui.c.good : ui.c.ink2, text, ui::Align::right);
    ui.text(line, ui::type::body, ui.c.ink2, changes[i].title);
  }
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

std::vector<PlanChange> changes_of(const PlanView& shown) {
  std::vector<PlanChange> changes;
  for (std::size_t i = 0; i < shown.focus.size(); ++i) {
    const PlanFocus& focus = shown.focus[i];
    if (focus.area && focus.area->start_score && focus.area->current_score)
      changes.push_back({i, focus.title, *focus.area->start_score, *focus.area->current_score, focus.area->target_score});
  }
  return changes;
}

std::pair<std::string, std::string> change_heads(const ScreenContext& screen, const DevelopmentPlan& plan) {
  const auto* before = screen.view.find(plan.cycle);
  const auto* now = screen.view.current_cycle();
  const bool is_apart = before && now && before->id != now->id;
  return {is_apart ? before->name : std::string(screen.tr("plan.start_score")), is_apart ? now->name : std::string(screen.tr("plan.current"))};
}

std::string mix_text(const ScreenContext& screen, const std::array<int, 3>& shares) {
  return screen.formats.integer(shares[0]) + " · " + screen.formats.integer(shares[1]) + " · " + screen.formats.integer(shares[2]);
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

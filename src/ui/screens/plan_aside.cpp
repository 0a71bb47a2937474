#include "ui/screens/plan_aside.h"

#include <algorithm>

#include "ui/screens/change_terms.h"
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

/// As results show them; by hand, as they are entered.
int places_of(const PlanChange& change) { return change.measure ? 2 : kPlanScorePlaces; }

/// "Spring 2026 to Autumn 2026", or that somebody entered it.
std::string source_text(const ScreenContext& screen, const PlanChange& change) {
  if (!change.measure) return std::string(screen.tr("plan.by_hand"));
  const auto [before, after] = change_heads(screen, change);
  return screen.tr("calibration.edge_to", {{"from", before}, {"to", after}});
}

/// How sure the difference is, and what it comes from.
std::string change_note(const ScreenContext& screen, const PlanChange& change) {
  std::string note = source_text(screen, change);
  if (!change.measure) return note;
  const PersonChange& measured = *change.measure->change;
  note += " · ";
  if (measured.is_known())
    note += screen.tr("plan.interval", {{"interval", change_interval(screen, measured.interval())},
                                        {"verdict", screen.tr(*measured.change.reliable ? "guide.example_more_than_noise" : "guide.example_within_noise")}});
  else
    note += screen.language.name_of(measured.gap);
  if (!change.measure->is_released()) note += " · " + std::string(screen.tr("plan.unreleased"));
  return note;
}

void draw_slopes(ScreenContext& screen, Rect& area, const std::vector<PlanChange>& changes) {
  auto [before_head, after_head] = change_heads(screen, changes.front());
  for (const PlanChange& change : changes)
    if (change_heads(screen, change) != std::pair(before_head, after_head)) {
      before_head = screen.tr("insights.column_before");
      after_head = screen.tr("insights.column_after");
      break;
    }
  std::vector<std::string> labels;
  for (const PlanChange& change : changes) {
    labels.push_back(screen.formats.number(change.before, places_of(change)));
    labels.push_back(screen.formats.number(change.after, places_of(change)));
  }
  ui::SlopeOptions options{.before_head = before_head, .after_head = after_head};
  float low = 1e6f, high = -1e6f;
  std::vector<ui::SlopeLine> lines;
  ui::ChartData data;
  data.caption = screen.tr("plan.before_and_after");
  data.rows.push_back({std::string(screen.tr("plan.column_focus")), before_head, after_head, std::string(screen.tr("plan.difference")), std::string(screen.tr("plan.target_score")), std::string(screen.tr("plan.column_source"))});
  bool is_one_target = true;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const PlanChange& change = changes[i];
    const auto before = static_cast<float>(change.before), after = static_cast<float>(change.after);
    lines.push_back({before, after, labels[2 * i], labels[2 * i + 1], line_colour(screen, i)});
    data.rows.push_back({std::string(change.title), labels[2 * i], labels[2 * i + 1], screen.formats.difference(change.after - change.before, places_of(change)),
                         change.target ? screen.formats.number(*change.target, kPlanScorePlaces) : std::string(screen.tr("common.empty_cell")), source_text(screen, change)});
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

/// Done actions without a rating before and after them, each with the reason.
void draw_unmeasured(ScreenContext& screen, Rect& area, const PlanView& shown) {
  for (const ActionMeasure& measure : shown.measures) {
    if (measure.gap == MeasureGap::none) continue;
    std::vector<std::string> titles;
    for (const DevelopmentAction* action : measure.actions) titles.push_back(action->title);
    area.skip(screen.ui.paragraph(area, ui::type::caption, screen.ui.c.ink3, screen.formats.list(titles) + ": " + std::string(screen.language.name_of(measure.gap))) + 6);
  }
}

void draw_before_and_after(ScreenContext& screen, Rect& area, const PlanView& shown, PlanState& state) {
  auto& ui = screen.ui;
  ui.heading(area.cut_top(28), 2, ui::type::group, ui.c.ink, screen.tr("plan.before_and_after"));
  area.skip(8);
  const auto changes = changes_of(shown);
  if (changes.empty())
    area.skip(ui.paragraph(area, ui::type::body, ui.c.ink2, screen.tr("plan.no_change_yet")) + 6);
  else
    draw_slopes(screen, area, changes);
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const std::string note = change_note(screen, changes[i]);
    const float note_height = ui.paragraph_height(area.width - kMark, ui::type::caption, note);
    const Rect place = area.cut_top(26 + note_height + 6);
    Rect line = place;
    const double difference = changes[i].after - changes[i].before;
    const std::string text = screen.formats.difference(difference, places_of(changes[i]));
    const ui::IdScope scope(ui, static_cast<std::uint64_t>(i));
    if (opens_terms(screen, place, "change", std::string(changes[i].title) + ": " + text + ", " + note)) state.explained.change = i;
    ui.paint_paragraph(Rect{place.x + kMark, place.y + 24, place.width - kMark, note_height}, ui::type::caption, ui.c.ink3, note);
    line = line.with_height(26);
    ui.fill(line.cut_left(12).middle(3), line_colour(screen, i), 1.5f);
    line.cut_left(kMark - 12);
    const bool is_gain = difference > 0 && changes[i].measure && changes[i].measure->change->is_known() && *changes[i].measure->change->change.reliable;
    ui.text(line.cut_right(48), ui::type::body.medium().figures(), is_gain ? ui.c.good : ui.c.ink2, text, ui::Align::right);
    ui.text(line, ui::type::body, ui.c.ink2, changes[i].title);
  }
  draw_unmeasured(screen, area, shown);
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
    const FocusArea* area = shown.focus[i].area;
    const std::optional<double> target = area ? area->target_score : std::nullopt;
    const std::size_t before = changes.size();
    for (const ActionMeasure& measure : shown.measures)
      if (measure.focus == i && measure.change) changes.push_back({measure.title, *measure.change->before.others, *measure.change->after.others, target, &measure});
    if (changes.size() == before && area && area->start_score && area->current_score)
      changes.push_back({shown.focus[i].title, *area->start_score, *area->current_score, target});
  }
  return changes;
}

std::pair<std::string, std::string> change_heads(const ScreenContext& screen, const PlanChange& change) {
  if (change.measure) return {change.measure->change->before.cycle, change.measure->change->after.cycle};
  return {std::string(screen.tr("plan.start_score")), std::string(screen.tr("plan.current"))};
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

#include "ui/screens/goal_smart.h"

#include "ui/screens/goal_parts.h"
#include "ui/widgets/avatar.h"

namespace fullcircle {
namespace {

constexpr float kDisc = 20, kDiscColumn = 32, kRowStep = 6;

std::string figures_text(const ScreenContext& screen, const Goal& goal) {
  const auto& formats = screen.formats;
  if (!goal.source_note.empty()) return goal.source_note;
  if (!goal.metric.empty()) return goal.metric;
  if (goal.kind == GoalKind::milestones) return screen.tr("goal.smart_milestones", {{"count", static_cast<int>(goal.milestones.size())}});
  if (goal.baseline && goal.target)
    return screen.tr("goal.range_text", {{"low", formats.short_number(*goal.baseline)}, {"high", formats.quantity(*goal.target, goal.measure_unit)}});
  return std::string(goal.target ? screen.tr("enum.goal_kind." + std::string(to_name(goal.kind))) : screen.tr("goal.rolled_up"));
}

std::string relevance_text(const ScreenContext& screen, const Goal& goal) {
  if (const Goal* parent = screen.view.find(goal.parent)) return screen.tr("goal.supports", {{"title", parent->title}});
  if (!goal.relevance_note.empty()) return goal.relevance_note;
  return std::string(screen.tr("goal.smart_organisation"));
}

std::string due_text(const ScreenContext& screen, const Goal& goal) {
  const std::string date = screen.formats.day_and_month(*goal.due_day);
  const Workspace* workspace = screen.view.workspace();
  if (!workspace || workspace->check_in_every_days <= 0) return date;
  return screen.tr("goal.smart_due", {{"date", date}, {"count", workspace->check_in_every_days}});
}

std::string met_text(const ScreenContext& screen, const Goal& goal, SmartPart part) {
  switch (part) {
    case SmartPart::specific: return goal.scope_note.empty() ? goal.description : goal.scope_note;
    case SmartPart::measurable: return figures_text(screen, goal);
    case SmartPart::achievable: return goal.feasibility_note;
    case SmartPart::relevant: return relevance_text(screen, goal);
    case SmartPart::time_bound: return due_text(screen, goal);
  }
  return {};
}

void draw_finding(ScreenContext& screen, Rect& area, const Goal& goal, const SmartFinding& finding) {
  auto& ui = screen.ui;
  const bool is_met = !finding.gap;
  const std::string key = "goal.smart_" + std::string(to_name(finding.part));
  const std::string text = is_met ? met_text(screen, goal, finding.part) : std::string(screen.tr("goal.smart_gap." + std::string(to_name(*finding.gap))));
  Rect words = area;
  words.cut_left(kDiscColumn);
  const float used = ui.line_height(ui::type::control) + ui.paragraph_height(words.width, ui::type::caption, text, 3);
  const ui::Group item(ui, MirrorRole::list_item, area.with_height(used), {});
  ui::icon_disc(ui, Rect{area.x, area.y + 8, kDisc, kDisc}, is_met ? Icon::check : Icon::circle_alert, is_met ? ui::Tone::good : ui::Tone::warn, kDisc);
  ui.text(words.cut_top(ui.line_height(ui::type::control)), ui::type::control, ui.c.ink, screen.tr(key));
  ui.paragraph(words, ui::type::caption, is_met ? ui.c.ink2 : ui.c.warn, text, 3);
  area.skip(used + kRowStep);
}

}  // namespace

void draw_smart_check(ScreenContext& screen, Rect& area, const Goal& goal) {
  auto& ui = screen.ui;
  const auto findings = check_smart(screen.view, goal);
  Rect head = area.cut_top(24);
  ui.text(head, ui::type::body, ui.c.ink2, screen.tr("goal.smart_of", {{"count", count_met(findings)}}), ui::Align::right);
  ui.heading(head, 2, ui::type::group, ui.c.ink, screen.tr("goal.smart"));
  area.skip(8);
  const ui::Group list(ui, MirrorRole::list, area.with_height(220), screen.tr("goal.smart"));
  for (const SmartFinding& finding : findings) draw_finding(screen, area, goal, finding);
}

}  // namespace fullcircle

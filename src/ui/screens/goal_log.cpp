#include "ui/screens/goal_log.h"

#include <algorithm>
#include <array>

#include "model/sorting.h"
#include "ui/screens/goal_parts.h"
#include "ui/screens/goal_progress.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/link.h"
#include "ui/widgets/menu.h"

namespace fullcircle {
namespace {

constexpr std::size_t kLatest = 4;
constexpr float kAvatar = 28, kAvatarColumn = 40, kStep = 14;

void draw_entry(ScreenContext& screen, Rect& area, const Goal& goal, const ProgressPoint& point, Intents& intents) {
  auto& ui = screen.ui;
  const ui::IdScope scope(ui, RecordId(point.id).high);
  const std::string name = screen.view.find(point.author) ? screen.view.name_of(point.author) : std::string(screen.tr("common.nobody"));
  const std::string source = screen.tr("goal.log_by", {{"name", name}, {"date", screen.formats.short_date(point.day)}});
  Rect words = area;
  ui::avatar(ui, words.cut_left(kAvatarColumn).with_height(kAvatar), person_number(point.author), name, kAvatar);
  const float note_height = point.note.empty() ? 0 : ui.paragraph_height(words.width - 36, ui::type::body, point.note);
  const float used = std::max(kAvatar, 20 + note_height);
  const ui::Group item(ui, MirrorRole::list_item, area.with_height(used), {});
  Rect head = words.cut_top(20);
  const std::array<ui::MenuItem, 1> items{{{.label = screen.tr("action.delete"), .icon = Icon::trash_2, .danger = true}}};
  if (ui::more_menu(ui, head.cut_right(28).middle(28), screen.tr("action.more"), items) == 0) {
    Edit edit("edit.erase");
    edit.erase(point.id);
    intents.edits.push_back(std::move(edit));
  }
  head.cut_right(8);
  if (point.value) {
    const std::string value = screen.formats.quantity(*point.value, goal.measure_unit);
    ui.text(head.cut_right(ui.text_width(ui::type::control, value) + 4), ui::type::control.figures(), ui.c.ink, value, ui::Align::right);
  }
  ui.text(head, ui::type::body, ui.c.ink2, source);
  if (!point.note.empty()) ui.paragraph(words.with_width(words.width - 36), ui::type::body, ui.c.ink, point.note);
  area.skip(used + kStep);
}

}  // namespace

Intents draw_goal_log(ScreenContext& screen, Rect& area, const Goal& goal, bool& shows_all) {
  Intents intents;
  auto& ui = screen.ui;
  const auto found = screen.view.points_of(goal.id);
  std::vector<const ProgressPoint*> points(found.begin(), found.end());
  sort_stably(points, std::ranges::greater{}, &ProgressPoint::day);
  Rect head = area.cut_top(24);
  if (points.size() > kLatest) {
    const std::string label(screen.tr(shows_all ? "action.show_fewer" : "action.show_all"));
    if (ui::more_link_right(ui, head, label)) shows_all = !shows_all;
  }
  ui.heading(head, 2, ui::type::group, ui.c.ink, screen.tr("goal.log"));
  area.skip(10);
  if (points.empty()) {
    ui.text(area.cut_top(20), ui::type::body, ui.c.ink, screen.tr("goal.log_empty"));
    if (is_measured_in_numbers(goal)) area.skip(ui.paragraph(area, ui::type::body, ui.c.ink2, screen.tr("goal.log_empty_how")));
    return intents;
  }
  const std::size_t shown = shows_all ? points.size() : std::min(points.size(), kLatest);
  const ui::Group list(ui, MirrorRole::list, area.with_height(static_cast<float>(shown) * (kAvatar + kStep)), screen.tr("goal.log"));
  for (std::size_t i = 0; i < shown; ++i) draw_entry(screen, area, goal, *points[i], intents);
  return intents;
}

}  // namespace fullcircle

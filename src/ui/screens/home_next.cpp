#include "ui/screens/home_next.h"

#include <algorithm>

#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/list.h"
#include "ui/widgets/section.h"

namespace fullcircle {
namespace {

using namespace ui::metrics;

constexpr float kSectionStep = 27, kSectionLine = 35;

struct StepLook {
  Icon icon{};
  Route route;
  Id<Person> file_of;  ///< the step is done with the file of this person instead
};

StepLook look_of(const ScreenContext& screen, const NextStep& step) {
  switch (step.kind) {
    case StepKind::add_people: return {Icon::users, {Page::people, {}, "import"}, {}};
    case StepKind::set_goals: return {Icon::target, {Page::goals, {}, "new"}, {}};
    case StepKind::agree_goals: return {Icon::handshake, {Page::goals, step.record, {}}, {}};
    case StepKind::set_up_review: return {Icon::circle_dot_dashed, {Page::cycle, {}, {}}, {}};
    case StepKind::write_self_review: return {Icon::pen_line, {Page::self_review, step.record, {}}, {}};
    case StepKind::export_requests: return {Icon::file_up, {Page::requests, {}, {}}, {}};
    case StepKind::collect_answers: return {Icon::inbox, {Page::requests, {}, {}}, {}};
    case StepKind::owner_agrees: return {Icon::hourglass, {}, step.person};
    case StepKind::release_result: return {Icon::circle_dot_dashed, {Page::result, step.record, {}}, {}};
    case StepKind::hold_conversation: return {Icon::messages_square, {Page::conversation, step.record, {}}, {}};
    case StepKind::person_signs: return {Icon::signature, {}, step.person};
    case StepKind::sign_result: return {Icon::signature, {Page::result, step.record, {}}, {}};
    case StepKind::start_plan: return {Icon::sprout, {Page::conversation, step.record, {}}, {}};
    case StepKind::agree_plan: return {Icon::sprout, {Page::plan, step.record, {}}, {}};
    case StepKind::close_review: return {Icon::circle_check, {Page::cycle, {}, {}}, {}};
    case StepKind::give_file_back: return {Icon::file_down, {}, screen.view.me};
  }
  return {};
}

/// The name that the words of a step speak of: whom it is about, or for a member's own file the lead who gets it.
const std::string& name_in(const ScreenContext& screen, const NextStep& step) {
  const Workspace* workspace = screen.view.workspace();
  return screen.view.name_of(step.kind == StepKind::give_file_back && workspace ? workspace->lead : step.person);
}

std::string caption_of(const ScreenContext& screen, const NextStep& step, std::string_view kind, const std::string& name) {
  if (step.due_day) return screen.tr("common.due_day", {{"date", screen.formats.day_and_month(*step.due_day)}});
  return screen.tr("step.how." + std::string(kind), {{"name", name}});
}

void draw_step(ScreenContext& screen, const Rect& place, const NextStep& step, std::size_t index, Intents& intents) {
  auto& ui = screen.ui;
  const std::string_view kind = to_name(step.kind);
  const StepLook look = look_of(screen, step);
  const std::string& name = name_in(screen, step);
  const std::string title = screen.tr("step.what." + std::string(kind), {{"count", step.count}, {"name", name}});
  ui::ListRow row(ui, place, index, title, {.first = index == 0});
  Rect inside = row.rect();
  ui::icon_disc(ui, inside.cut_left(44), look.icon, step.is_pressing ? ui::Tone::accent : ui::Tone::neutral, 32);
  bool is_chosen = row.clicked();
  const std::string_view label = screen.tr("step.do." + std::string(kind));
  if (ui.phone()) {
    ui.paint_icon(inside.cut_right(20), look.file_of ? Icon::file_down : Icon::chevron_right, ui.c.ink3);
    inside.cut_right(8);
  } else {
    const std::string said = std::string(label) + ": " + title;
    const ui::ButtonOptions options{.height = kControlSmall, .name = said};
    is_chosen |= ui::button_right(ui, inside, label, options, 12);
  }
  ui::two_lines(ui, inside, title, caption_of(screen, step, kind, name));
  if (!is_chosen) return;
  if (look.file_of)
    intents.tasks.push_back(ExportMemberFile{look.file_of});
  else
    intents.go = look.route;
}

}  // namespace

bool has_pressing_step(const std::vector<NextStep>& steps) { return std::ranges::any_of(steps, &NextStep::is_pressing); }

void draw_next_steps(ScreenContext& screen, Rect& area, const std::vector<NextStep>& steps, Intents& intents) {
  if (steps.empty()) return;
  auto& ui = screen.ui;
  area.skip(kSectionStep);
  const std::string count = screen.formats.integer(static_cast<std::int64_t>(steps.size()));
  ui::section_head(ui, area.cut_top(kSectionLine), screen.tr("home.next_steps"), {.icon = Icon::list_checks, .count = count});
  const ui::Group list(ui, MirrorRole::list, area.with_height(kRowTask * static_cast<float>(steps.size())), screen.tr("home.next_steps"));
  for (std::size_t i = 0; i < steps.size(); ++i) draw_step(screen, area.cut_top(kRowTask), steps[i], i, intents);
}

}  // namespace fullcircle

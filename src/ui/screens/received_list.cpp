#include "ui/screens/received_list.h"

#include <algorithm>
#include <array>

#include "app/queries/form_steps.h"
#include "model/sorting.h"
#include "ui/screens/file_types.h"
#include "ui/screens/goal_parts.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/link.h"
#include "ui/widgets/list.h"
#include "ui/widgets/menu.h"
#include "ui/widgets/scroll.h"
#include "ui/widgets/section.h"
#include "ui/widgets/shell.h"
#include "ui/widgets/states.h"

namespace fullcircle {
namespace {

using namespace ui::metrics;

constexpr float kListWidth = 720, kDropHeight = 204;

void open_files(ScreenContext& screen) { screen.ui.frame.open_files({widget_id("open"), std::string(kSentTypes), true}); }

std::string progress_of(const ScreenContext& screen, const ReceivedRequest& request) {
  const auto steps = make_form_steps(request.sections);
  const int answered = count_answered(steps, {request.answers, request.comments});
  if (answered == 0) return screen.tr("answer.questions", {{"count", static_cast<int>(steps.size())}});
  return screen.tr("answer.progress", {{"answered", answered}, {"total", static_cast<int>(steps.size())}});
}

/// On phones the second line says how far it is and when it is due; elsewhere that stands at the right.
std::string line_of(const ScreenContext& screen, const ReceivedRequest& request) {
  std::string line = request.subject_role;
  if (screen.ui.phone()) {
    if (request.answered_at) return line;
    line = progress_of(screen, request);
    if (request.due_day) line += " · " + screen.tr("common.due_day", {{"date", screen.formats.short_date(*request.due_day)}});
    return line;
  }
  if (!request.asked_by.empty()) line = screen.tr("answer.asked_by_no_date", {{"role", request.subject_role}, {"name", request.asked_by}});
  return line;
}

void draw_state(ScreenContext& screen, Rect& right, const ReceivedRequest& request) {
  auto& ui = screen.ui;
  if (request.answered_at) {
    ui::chip_right(ui, right, screen.tr("edit.answer.export"), ui::Tone::good, Icon::circle_check);
    return;
  }
  const bool is_late = request.due_day && *request.due_day < screen.view.today;
  if (is_late)
    ui::chip_right(ui, right, screen.tr("common.days_late", {{"count", screen.view.today - *request.due_day}}), ui::Tone::warn, Icon::clock);
  if (ui.phone()) return;
  std::string text = progress_of(screen, request);
  if (!is_late && request.due_day) text += " · " + screen.tr("common.due_day", {{"date", screen.formats.short_date(*request.due_day)}});
  ui.text(right, ui::type::body, ui.c.ink2, text, ui::Align::right);
}

void draw_row(ScreenContext& screen, Rect rect, const ReceivedRequest& request, bool is_first, Intents& intents) {
  auto& ui = screen.ui;
  ui::ListRow row(ui, rect, person_number(request.id), screen.tr("answer.title", {{"name", request.subject_name}}), {.first = is_first});
  Rect rest = row.rect();
  ui::avatar(ui, rest.cut_left(44), person_number(request.id), request.subject_name, 32);
  const std::array<ui::MenuItem, 2> items{{{.label = screen.tr("action.open"), .icon = Icon::pen_line},
                                           {.label = screen.tr("answer.remove"), .icon = Icon::trash_2, .danger = true}}};
  const int chosen = ui::more_menu(ui, rest.cut_right(32).middle(32), screen.tr("action.more"), items);
  rest.cut_right(12);
  if (ui.phone()) {
    draw_state(screen, rest, request);
  } else {
    Rect right = rest.cut_right(rest.width * 0.5f);
    draw_state(screen, right, request);
  }
  ui::two_lines(ui, rest, request.subject_name, line_of(screen, request));
  if (chosen == 1) {
    Edit edit("edit.erase");
    edit.erase(request.id);
    intents.edits.push_back(std::move(edit));
  } else if (chosen == 0 || row.clicked()) {
    intents.go = Route{Page::answer, request.id, {}};
  }
}

/// Open ones first, the earliest due day first.
std::vector<const ReceivedRequest*> sorted_requests(const ModelView& view) {
  std::vector<const ReceivedRequest*> requests;
  for (const ReceivedRequest& request : view.table<ReceivedRequest>().alive()) requests.push_back(&request);
  sort_stably(requests, {}, [](const ReceivedRequest* request) {
    return std::pair{request->answered_at.has_value(), request->due_day.value_or(Day{INT32_MAX})};
  });
  return requests;
}

Rect draw_header(ScreenContext& screen, Rect& area, Intents& intents) {
  auto& ui = screen.ui;
  Rect actions = ui::focus_header(ui, area, {.title = screen.tr("answer.list_title"), .caption = ui.phone() ? std::string_view() : screen.tr("answer.list_caption")});
  if (screen.view.workspace()) {
    if (ui::icon_button_right(ui, actions, Icon::x, screen.tr("action.close"), {.height = kControlHeader})) intents.go = Route{};
  } else {
    const bool is_dark = ui.theme.dark;
    if (ui::icon_button_right(ui, actions, is_dark ? Icon::moon : Icon::sun, screen.tr(is_dark ? "settings.theme_use_light" : "settings.theme_use_dark")))
      intents.tasks.push_back(SetTheme{is_dark ? ThemeChoice::light : ThemeChoice::dark});
  }
  return actions;
}

}  // namespace

Intents draw_received_list(ScreenContext& screen, Rect area, ReceivedListState& state) {
  Intents intents;
  auto& ui = screen.ui;
  const ui::Group page(ui, MirrorRole::region, area, screen.tr("answer.list_title"));
  draw_header(screen, area, intents);
  ui::ScrollArea scroll(ui, area, "received");
  Rect content = scroll.content();
  const float width = std::min(kListWidth, content.width - 2 * (ui.phone() ? kPhonePadding : kContentPadding));
  content = Rect{content.x + (content.width - width) / 2, content.y + 24, width, content.height - 24};
  const auto requests = sorted_requests(screen.view);
  if (requests.empty()) {
    content.cut_top(ui.paragraph(content, ui::type::section, ui.c.ink, screen.tr("answer.list_empty")));
    content.cut_top(ui.paragraph(content, ui::type::form, ui.c.ink2, screen.tr("answer.list_empty_how")) + 24);
  } else {
    const ui::Group list(ui, MirrorRole::list, content.with_height(kRowTask * static_cast<float>(requests.size())), screen.tr("answer.list_title"));
    for (const ReceivedRequest* request : requests) draw_row(screen, content.cut_top(kRowTask), *request, request == requests.front(), intents);
    content.skip(32);
  }
  if (ui::drop_zone(ui, content.cut_top(kDropHeight), screen.tr("answer.drop_title"),
                    {.text = screen.tr("answer.drop_text"), .action = screen.tr("action.open_file"), .icon = Icon::file_input}))
    open_files(screen);
  if (!screen.view.workspace()) {
    content.skip(24);
    Rect line = content.cut_top(24);
    line.cut_left(ui.text(line, ui::type::body, ui.c.ink2, screen.tr("answer.lead_a_team")) + 8);
    if (ui::link(ui, line, screen.tr("first_run.create"))) state.new_team.is_creating = true;
    intents.add(draw_create_team(screen, state.new_team));
  }
  return intents;
}

}  // namespace fullcircle

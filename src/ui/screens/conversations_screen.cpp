#include "ui/screens/conversations_screen.h"

#include <array>

#include "ui/screens/goal_parts.h"
#include "ui/screens/talk_parts.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/list.h"
#include "ui/widgets/scroll.h"
#include "ui/widgets/select.h"
#include "ui/widgets/shell.h"
#include "ui/widgets/states.h"

namespace fullcircle {
namespace {

using namespace ui::metrics;

/// Which review's conversations are shown; offered only where there are several.
void draw_cycle_choice(ScreenContext& screen, Rect& bar, const ReviewCycle& shown, ConversationsState& state) {
  std::vector<ui::Choice> choices;
  std::vector<Id<ReviewCycle>> ids;
  for (const ReviewCycle& cycle : screen.view.table<ReviewCycle>().alive()) {
    choices.push_back({cycle.name});
    ids.push_back(cycle.id);
  }
  if (choices.size() < 2) return;
  int chosen = static_cast<int>(std::ranges::find(ids, shown.id) - ids.begin());
  const ui::SelectOptions options{.as_button = true};
  const float width = ui::select_width(screen.ui, choices, chosen, options);
  if (ui::select(screen.ui, bar.cut_right(width).middle(kControl), screen.tr("conversations.cycle"), choices, chosen, options) && chosen >= 0)
    state.cycle = ids[static_cast<std::size_t>(chosen)];
}

Route route_of(const TalkRow& row) { return Route{Page::conversation, row.review->id, {}}; }

void draw_table(ScreenContext& screen, Rect& area, const std::vector<TalkRow>& rows, ConversationsState& state, Intents& intents) {
  auto& ui = screen.ui;
  const std::array<ui::Column, 5> columns{{{.title = screen.tr("conversations.column_person"), .width = -3},
                                           {.title = screen.tr("conversations.column_with"), .width = -2},
                                           {.title = screen.tr("conversations.column_when"), .width = -2},
                                           {.title = screen.tr("conversations.column_state"), .width = 210},
                                           {.title = screen.tr("conversations.column_next"), .width = -2.4f}}};
  ui::Table table(ui, area, screen.tr("conversations.title"), columns, state.table, rows.size(), {.last_line = true});
  while (auto row = table.next([&](std::size_t i) { return rows[i].review->id.high; })) {
    const TalkRow& talk = rows[row->index];
    const Review& review = *talk.review;
    table.person_cell(0, person_number(review.person), screen.view.name_of(review.person), 28, screen.view.role_of(review.person));
    table.text_cell(1, screen.view.name_of(review.manager));
    table.text_cell(2, talk_time_text(screen, review));
    ui::chip(ui, table.cell(3), talk_state_text(screen, talk), talk_tone(talk.state), talk_icon(talk.state));
    table.text_cell(4, talk_next_text(screen, talk));
    if (row->clicked) intents.go = route_of(talk);
  }
}

void draw_rows(ScreenContext& screen, Rect& area, const std::vector<TalkRow>& rows, Intents& intents) {
  auto& ui = screen.ui;
  const ui::Group list(ui, MirrorRole::list, area.with_height(72 * static_cast<float>(rows.size())), screen.tr("conversations.title"));
  bool first = true;
  for (const TalkRow& talk : rows) {
    const Rect place = area.cut_top(72);
    if (!ui.visible(place)) continue;
    const std::string& name = screen.view.name_of(talk.review->person);
    ui::ListRow row(ui, place, talk.review->id.high, name, {.first = first});
    first = false;
    Rect rest = row.rect();
    ui::avatar(ui, rest.cut_left(48), person_number(talk.review->person), name, 36);
    ui.paint_icon(rest.cut_right(20), Icon::chevron_right, ui.c.ink3);
    const std::string when = talk_time_text(screen, *talk.review);
    const std::string next = talk_next_text(screen, talk);
    rest = rest.middle(50);
    Rect head = rest.cut_top(24);
    const std::string state = talk_state_text(screen, talk);
    ui::chip_right(ui, head, state, talk_tone(talk.state), talk_icon(talk.state), 8);
    ui.text(head, ui::type::row, ui.c.ink, name);
    ui.text(rest, ui::type::body, ui.c.ink2, when.empty() ? next : when + " · " + next);
    if (row.clicked()) intents.go = route_of(talk);
  }
}

}  // namespace

Intents draw_conversations(ScreenContext& screen, Rect area, ConversationsState& state) {
  Intents intents;
  auto& ui = screen.ui;
  const auto* cycle = screen.view.find(state.cycle);
  if (!cycle) cycle = screen.view.current_cycle();
  bool went_back = false;
  Rect bar = ui.phone() ? ui::phone_header(ui, area, screen.tr("conversations.title"), screen.tr("nav.more"), went_back)
                        : ui::top_bar(ui, area, screen.tr("conversations.title"));
  if (went_back) intents.go = Route{Page::home, {}, {}};
  if (cycle) draw_cycle_choice(screen, bar, *cycle, state);

  ui::ScrollArea scroll(ui, area, "conversations");
  Rect content = ui.phone() ? scroll.content().inset(kPhonePadding, 8) : scroll.content().inset(kContentPadding, kContentTop);
  if (!cycle) {
    const ui::EmptyOptions options{.text = screen.tr("conversations.no_cycle_how"), .action = screen.tr("home.cycle_open")};
    if (ui::empty_state(ui, content, screen.tr("conversations.no_cycle"), options)) intents.go = Route{Page::cycle, {}, {}};
    return intents;
  }
  const auto& rows = state.rows.get(screen.view, cycle->id, [&] { return compute_talk_rows(screen.view, cycle->id); });
  if (rows.empty())
    ui::empty_state(ui, content, screen.tr("conversations.empty"), {.text = screen.tr("conversations.empty_how")});
  else if (ui.phone())
    draw_rows(screen, content, rows, intents);
  else
    draw_table(screen, content, rows, state, intents);
  return intents;
}

}  // namespace fullcircle

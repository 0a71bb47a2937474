#include "ui/screens/conversations_screen.h"

#include <array>

#include "ui/screens/goal_parts.h"
#include "ui/screens/list_order.h"
#include "ui/screens/talk_parts.h"
#include "ui/screens/screen_parts.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/list.h"
#include "ui/widgets/progress_bar.h"
#include "ui/widgets/scroll.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/select.h"
#include "ui/widgets/shell.h"
#include "ui/widgets/states.h"
#include "ui/widgets/text_field.h"

namespace fullcircle {
namespace {

using namespace ui::metrics;

Route route_of(const TalkRow& row) { return Route{Page::conversation, row.review->id, {}}; }

void draw_table(ScreenContext& screen, Rect& area, const std::vector<TalkRow>& rows, ConversationsState& state, Intents& intents) {
  auto& ui = screen.ui;
  const std::array<ui::Column, 5> columns{{{.title = screen.tr("conversations.column_person"), .width = -3, .sortable = true},
                                           {.title = screen.tr("conversations.column_with"), .width = -2, .sortable = true},
                                           {.title = screen.tr("conversations.column_when"), .width = -2, .sortable = true},
                                           {.title = screen.tr("conversations.column_state"), .width = 210, .sortable = true},
                                           {.title = screen.tr("conversations.column_next"), .width = -2.4f}}};
  ui::Table table(ui, area, screen.tr("conversations.title"), columns, state.table, rows.size(), {.last_line = true});
  while (auto row = table.next([&](std::size_t i) { return rows[i].review->id.high; })) {
    const TalkRow& talk = rows[row->index];
    const Review& review = *talk.review;
    table.person_cell(0, person_number(review.person), screen.view.name_of(review.person), 28, screen.view.role_of(review.person));
    if (review.manager)
      table.person_cell(1, person_number(review.manager), screen.view.name_of(review.manager), 20);
    else
      table.text_cell(1, {});
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
    ui.reach(place.bottom());
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

bool is_shown(const TalkRow& row, int filter) {
  const bool is_signed = row.state == TalkState::signed_both;
  switch (static_cast<TalkFilter>(filter)) {
    case TalkFilter::all: return true;
    case TalkFilter::to_do: return !is_signed;
    case TalkFilter::signed_: return is_signed;
  }
  return true;
}

std::vector<TalkRow> arrange(ScreenContext& screen, const std::vector<TalkRow>& all, const ConversationsState::Question& question) {
  std::vector<TalkRow> rows;
  for (const TalkRow& row : all) {
    if (!is_shown(row, question.filter)) continue;
    const auto& view = screen.view;
    const std::string text = view.name_of(row.review->person) + " " + view.role_of(row.review->person) + " " + view.name_of(row.review->manager);
    if (matches_words(screen.text.search_key(text), question.search)) rows.push_back(row);
  }
  const bool descending = question.descending;
  switch (question.sort_column) {
    case 0: sort_by_name(rows, screen.text, descending, [&](const TalkRow& row) { return std::string_view(screen.view.name_of(row.review->person)); }); break;
    case 1: sort_by_name(rows, screen.text, descending, [&](const TalkRow& row) { return std::string_view(screen.view.name_of(row.review->manager)); }); break;
    case 2:
      sort_by_value(rows, descending, [](const TalkRow& row) { return row.review->conversation_at ? std::optional(row.review->conversation_at->ms) : std::nullopt; });
      break;
    case 3: sort_by_value(rows, descending, [](const TalkRow& row) { return std::optional(static_cast<int>(row.state)); }); break;
    default: break;
  }
  return rows;
}

/// What narrows the list at the left, how many have signed at the right.
void draw_tools(ScreenContext& screen, Rect& area, const std::vector<TalkRow>& all, ConversationsState& state) {
  auto& ui = screen.ui;
  std::array<std::string, kTalkFilters> counts;
  for (std::size_t i = 0; i < kTalkFilters; ++i)
    counts[i] = screen.formats.integer(std::ranges::count_if(all, [&](const TalkRow& row) { return is_shown(row, static_cast<int>(i)); }));
  const std::array<ui::Segment, kTalkFilters> segments{
      {{screen.tr("requests.all"), counts[0]}, {screen.tr("conversations.filter_to_do"), counts[1]}, {screen.tr("conversations.state_signed"), counts[2]}}};
  const int done = static_cast<int>(std::ranges::count(all, TalkState::signed_both, &TalkRow::state)), total = static_cast<int>(all.size());
  const std::string said = screen.tr("conversations.signed_of", {{"count", done}, {"total", total}});
  constexpr float kSearch = 220, kLeastSearch = 120, kBar = 96;
  Rect row = area.cut_top(kSegmented);
  if (ui.phone()) {
    ui::segmented(ui, row, screen.tr("conversations.column_state"), segments, state.filter);
    area.skip(10);
    row = area.cut_top(kControlPhone);
    ui::search_field(ui, row, screen.tr("people.filter"), state.search, {.placeholder = screen.tr("people.filter")});
    area.skip(8);
    return;
  }
  ui.text(row.cut_right(ui.text_width(ui::type::body.figures(), said) + 2), ui::type::body.figures(), ui.c.ink2, said, ui::Align::right);
  row.cut_right(10);
  ui::progress_bar(ui, row.cut_right(kBar), total > 0 ? static_cast<float>(done) / static_cast<float>(total) : 0, screen.tr("conversations.state_signed"), {.value_text = said});
  row.cut_right(16);
  const float width = ui::segmented_width(ui, segments);
  ui::segmented(ui, row.cut_left(width), screen.tr("conversations.column_state"), segments, state.filter);
  row.cut_left(16);
  if (row.width < kLeastSearch) {
    area.skip(12);
    row = area.cut_top(ui.control_height());
  }
  ui::search_field(ui, row.with_width(std::min(row.width, kSearch)), screen.tr("people.filter"), state.search, {.placeholder = screen.tr("people.filter"), .small_text = true});
  area.skip(12);
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
  if (cycle) cycle_choice(screen, bar, *cycle, state.cycle);

  ui::ScrollArea scroll(ui, area, "conversations");
  Rect content = ui.phone() ? scroll.content().inset(kPhonePadding, 8) : scroll.content().inset(kContentPadding, kContentTop);
  if (!cycle) {
    const ui::EmptyOptions options{.text = screen.tr("conversations.no_cycle_how"), .action = screen.tr("home.cycle_open")};
    if (ui::empty_state(ui, content, screen.tr("conversations.no_cycle"), options)) intents.go = Route{Page::cycle, {}, {}};
    return intents;
  }
  const auto& all = state.all.get(screen.view, cycle->id, [&] { return compute_talk_rows(screen.view, cycle->id); });
  if (all.empty()) {
    const ui::EmptyOptions options{.text = screen.tr("conversations.empty_how"), .action = screen.tr("results.title")};
    if (ui::empty_state(ui, content, screen.tr("conversations.empty"), options)) intents.go = Route{Page::results, {}, {}};
    return intents;
  }
  draw_tools(screen, content, all, state);
  const ConversationsState::Question question{cycle->id, state.filter, screen.text.search_key(state.search), state.table.sort_column, state.table.descending};
  const auto& rows = state.rows.get(screen.view, question, [&] { return arrange(screen, all, question); });
  if (rows.empty())
    ui.text(content.cut_top(40), ui::type::form, ui.c.ink2, screen.tr("common.nothing_found"));
  else if (ui.phone())
    draw_rows(screen, content, rows, intents);
  else
    draw_table(screen, content, rows, state, intents);
  return intents;
}

}  // namespace fullcircle

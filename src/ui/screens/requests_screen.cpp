#include "ui/screens/requests_screen.h"

#include <algorithm>
#include <array>

#include "ui/screens/goal_parts.h"
#include "ui/screens/requests_parts.h"
#include "ui/screens/row_action.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/link.h"
#include "ui/widgets/list.h"
#include "ui/widgets/progress_bar.h"
#include "ui/widgets/scroll.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/shell.h"
#include "ui/widgets/states.h"
#include "ui/widgets/text_field.h"

namespace fullcircle {
namespace {

using namespace ui::metrics;

constexpr std::size_t kFirstRows = 12;
constexpr float kPanelFrom = 1060, kPhoneRow = 64, kMoreButton = 28;
constexpr std::int64_t kJustNowMs = 120'000;
/// The columns of the table, in the order shown.
constexpr std::array kColumnOrders{RequestOrder::rater,    RequestOrder::subject,  RequestOrder::group,
                                   RequestOrder::exported, RequestOrder::received, RequestOrder::standing};

struct StandingLook {
  std::string label;
  ui::Tone tone = ui::Tone::neutral;
  Icon icon{};
};

StandingLook look_of(const ScreenContext& screen, const RequestRow& row) {
  const auto words = [&](std::string_view key) { return std::string(screen.tr(key)); };
  const bool is_mine = row.request->rater == screen.view.me;
  if (is_mine && row.standing == RequestStanding::waiting) return {words("requests.state_mine"), ui::Tone::accent, Icon::pen_line};
  switch (row.standing) {
    case RequestStanding::nominated: return {words("enum.request_state.nominated"), ui::Tone::accent, Icon::user_plus};
    case RequestStanding::not_exported: return {words("requests.state_not_exported"), ui::Tone::neutral, Icon::circle_dashed};
    case RequestStanding::waiting: return {words("requests.state_waiting"), ui::Tone::neutral, Icon::hourglass};
    case RequestStanding::late: return {screen.tr("requests.state_late", {{"count", row.days_late}}), ui::Tone::warn, Icon::clock};
    case RequestStanding::fresh: return {words("requests.state_new"), ui::Tone::accent, Icon::sparkle};
    case RequestStanding::received: return {words("requests.state_received"), ui::Tone::good, Icon::check};
    case RequestStanding::declined: return {words("enum.request_state.declined"), ui::Tone::neutral, Icon::ban};
    case RequestStanding::withdrawn: return {words("enum.request_state.withdrawn"), ui::Tone::neutral, Icon::x};
  }
  return {};
}

RequestQuestion question_of(const ScreenContext& screen, const ReviewCycle& cycle, const RequestsState& state) {
  RequestQuestion question{.cycle = cycle.id, .filter = static_cast<RequestFilter>(state.filter), .search = state.search};
  if (state.table.sort_column >= 0) question.order = kColumnOrders[static_cast<std::size_t>(state.table.sort_column)];
  question.is_descending = state.table.descending;
  question.only_fresh = state.only_fresh;
  if (screen.app.last_import) question.last_import = screen.app.last_import->at;
  return question;
}

std::string moment_text(const ScreenContext& screen, std::optional<Instant> at) {
  if (!at) return {};
  if (screen.view.now.ms - at->ms < kJustNowMs) return std::string(screen.tr("common.just_now"));
  return screen.formats.short_date(screen.formats.day_of(*at));
}

const std::string& name_or_removed(const ScreenContext& screen, Id<Person> person) {
  static std::string removed;
  if (screen.view.find(person)) return screen.view.name_of(person);
  return removed = screen.tr("common.person_removed");
}

void draw_segments(ScreenContext& screen, Rect& row, const RequestList& list, RequestsState& state) {
  std::array<std::string, kRequestFilters> counts;
  for (std::size_t i = 0; i < kRequestFilters; ++i) counts[i] = screen.formats.integer(list.counts[i]);
  const std::array<ui::Segment, kRequestFilters> segments{{{screen.tr("requests.all"), counts[0]},
                                                           {screen.tr("requests.tab_not_exported"), counts[1]},
                                                           {screen.tr("requests.tab_waiting"), counts[2]},
                                                           {screen.tr("requests.tab_received"), counts[3]}}};
  const float width = ui::segmented_width(screen.ui, segments);
  const auto draw = [&](const Rect& place) {
    if (ui::segmented(screen.ui, place, screen.tr("requests.column_state"), segments, state.filter)) state.only_fresh = false;
  };
  if (width > row.width) {
    ui::ScrollArea scroll(screen.ui, row.cut_top(40), "segments", {}, {.horizontal = true, .content_width = width + 4});
    draw(scroll.content().inset(2, 2).with_height(kSegmented));
    return;
  }
  draw(row.cut_left(width));
}

void draw_progress(ScreenContext& screen, Rect& row, const RequestList& list) {
  auto& ui = screen.ui;
  const std::string text = screen.tr("requests.received_of", {{"received", list.answered}, {"total", list.asked}});
  const float width = ui.text_width(ui::type::body.figures(), text) + 2;
  ui.text(row.cut_right(width), ui::type::body.figures(), ui.c.ink2, text, ui::Align::right);
  row.cut_right(10);
  const float share = list.asked > 0 ? static_cast<float>(list.answered) / static_cast<float>(list.asked) : 0;
  ui::progress_bar(ui, row.cut_right(ui.phone() ? row.width : 96), share, screen.tr("requests.tab_received"), {.value_text = text});
  row.cut_right(16);
}

void draw_search(ScreenContext& screen, const Rect& rect, RequestsState& state) {
  ui::search_field(screen.ui, rect, screen.tr("requests.search"), state.search, {.placeholder = screen.tr("action.search"), .small_text = true});
}

/// What narrows the list beside the segments: a chip that takes itself away.
void draw_fresh_chip(ScreenContext& screen, Rect& area, RequestsState& state) {
  if (!state.only_fresh) return;
  area.skip(12);
  const std::string_view label = screen.tr("requests.state_new");
  const Rect place = area.cut_top(kChip).with_width(ui::chip_button_width(screen.ui, label, Icon::sparkle, Icon::x));
  if (ui::chip_button(screen.ui, place, label, ui::Tone::accent, Icon::sparkle, Icon::x)) state.only_fresh = false;
}

void open_ask(RequestsState& state, const ReviewCycle& cycle) {
  state.ask.emplace();
  for (const CycleStage& stage : cycle.stages)
    if (stage.kind == StageKind::feedback) state.ask->due_day = stage.due_day;
}

void draw_nothing(ScreenContext& screen, Rect& area, const ReviewCycle& cycle, const RequestList& list, RequestsState& state) {
  float height = 0;
  area.skip(16);
  if (list.counts[0] == 0) {
    const ui::EmptyOptions options{.text = screen.tr("requests.empty_how"), .action = screen.tr("requests.ask"), .icon = Icon::plus};
    if (ui::empty_state(screen.ui, area, screen.tr("requests.empty"), options, &height)) open_ask(state, cycle);
  } else if (!state.search.empty()) {
    screen.ui.text(area.with_height(24), ui::type::form, screen.ui.c.ink2, screen.tr("requests.search_empty"));
    height = 24;
  } else {
    screen.ui.text(area.with_height(24), ui::type::form, screen.ui.c.ink2, screen.tr("requests.filter_empty"));
    height = 24;
  }
  area.skip(height);
}

/// The row whose menu is open is found again each frame: what it points to may have changed.
struct OpenMenu {
  std::optional<RequestRow> row;
  Rect anchor;
};

void toggle_menu(RequestsState& state, Id<FeedbackRequest> request) { state.menu_of = state.menu_of == request ? Id<FeedbackRequest>() : request; }

/// As wide as the longest word for a group that occurs: in some languages they are twice as long as in others.
float group_width(const ScreenContext& screen, const RequestList& list) {
  constexpr float kLeast = 68, kMost = 112;
  float width = kLeast;
  std::array<bool, enum_size<RaterGroup>()> seen{};
  for (const RequestRow& row : list.rows) {
    bool& is_seen = seen[static_cast<std::size_t>(row.request->group)];
    if (!is_seen) width = std::max(width, screen.ui.text_width(ui::type::body, group_role(screen, row.request->group)));
    is_seen = true;
  }
  return std::min(width, kMost);
}

void draw_table(ScreenContext& screen, Rect& area, const RequestList& list, std::size_t shown, RequestsState& state, OpenMenu& menu) {
  auto& ui = screen.ui;
  const std::array<ui::Column, 6> columns{{{.title = screen.tr("requests.column_asked"), .sortable = true},
                                           {.title = screen.tr("requests.column_about"), .width = 92, .sortable = true},
                                           {.title = screen.tr("requests.column_as"), .width = group_width(screen, list), .sortable = true},
                                           {.title = screen.tr("requests.column_exported"), .width = 76, .sortable = true},
                                           {.title = screen.tr("requests.column_received"), .width = 86, .sortable = true},
                                           {.title = screen.tr("requests.column_state"), .width = 118, .sortable = true}}};
  ui::TableOptions options;
  options.last_line = true;
  ui::Table table(ui, area, screen.tr("requests.title"), columns, state.table, shown, options);
  while (auto row = table.next([&](std::size_t i) { return list.rows[i].request->id.high; })) {
    const RequestRow& item = list.rows[row->index];
    const FeedbackRequest& request = *item.request;
    const std::string& rater = name_or_removed(screen, request.rater);
    table.person_cell(0, person_number(request.rater), rater, 28, screen.view.role_of(request.rater));
    table.person_cell(1, person_number(request.subject), screen.view.name_of(request.subject), 20);
    table.text_cell(2, group_role(screen, request.group));
    table.text_cell(3, moment_text(screen, request.exported_at));
    table.text_cell(4, moment_text(screen, request.received_at));
    const Rect state_cell = table.cell(5);
    const StandingLook look = look_of(screen, item);
    ui::chip(ui, state_cell, look.label, look.tone, look.icon);
    const Rect more = Rect{state_cell.right() + kRowOverhang - kMoreButton - 2, state_cell.y, kMoreButton, state_cell.height}.middle(kMoreButton);
    const bool is_open = state.menu_of == request.id;
    const std::string name = screen.tr("requests.actions_for", {{"name", rater}});
    const bool is_wanted = is_open || row->actions_shown() || ui.frame.focused(ui::button_id(ui, name));
    if (ui::icon_button(ui, more, Icon::ellipsis, name, {.opens_menu = true, .open = is_open}) || row->clicked) toggle_menu(state, request.id);
    if (!is_wanted) hide_action(screen, more);
    if (state.menu_of == request.id) menu = {item, more};
  }
}

void draw_cards(ScreenContext& screen, Rect& area, const RequestList& list, std::size_t shown, RequestsState& state, OpenMenu& menu) {
  auto& ui = screen.ui;
  const ui::Group group(ui, MirrorRole::list, area.with_height(kPhoneRow * static_cast<float>(shown)), screen.tr("requests.title"));
  for (std::size_t i = 0; i < shown; ++i) {
    const Rect place = area.cut_top(kPhoneRow);
    const RequestRow& item = list.rows[i];
    const FeedbackRequest& request = *item.request;
    if (!ui.visible(place)) continue;
    const std::string& rater = name_or_removed(screen, request.rater);
    ui::ListRow row(ui, place, request.id.high, rater, {.first = i == 0});
    Rect rest = row.rect();
    ui::avatar(ui, rest.cut_left(44), person_number(request.rater), rater, 32);
    const StandingLook look = look_of(screen, item);
    ui::chip_right(ui, rest, look.label, look.tone, look.icon, 8);
    ui::two_lines(ui, rest, rater, screen.tr("requests.phone_line", {{"name", screen.view.name_of(request.subject)}, {"group", group_role(screen, request.group)}}));
    if (row.clicked()) toggle_menu(state, request.id);
    if (state.menu_of == request.id) menu = {item, Rect{place.right() - kMoreButton, place.y, kMoreButton, place.height}};
  }
}

void draw_shown(ScreenContext& screen, Rect& area, std::size_t shown, std::size_t total, RequestsState& state) {
  auto& ui = screen.ui;
  area.skip(10);
  Rect row = area.cut_top(ui.control_height());
  const std::string text = screen.tr("common.shown_of", {{"count", static_cast<int>(shown)}, {"total", static_cast<int>(total)}});
  if (total > kFirstRows) {
    const ui::ButtonOptions options{.kind = ui::ButtonKind::quiet, .trailing = state.shows_all ? Icon::chevron_up : Icon::chevron_down};
    if (ui::button_right(ui, row, screen.tr(state.shows_all ? "action.show_fewer" : "requests.show_all"), options, 0)) state.shows_all = !state.shows_all;
  }
  ui.text(row, ui::type::body, ui.c.ink2, text);
}

Intents draw_list(ScreenContext& screen, Rect& area, const ReviewCycle& cycle, const RequestList& list, RequestsState& state) {
  OpenMenu menu;
  if (list.rows.empty()) {
    draw_nothing(screen, area, cycle, list, state);
    return {};
  }
  const std::size_t shown = state.shows_all ? list.rows.size() : std::min(list.rows.size(), kFirstRows);
  if (screen.ui.phone())
    draw_cards(screen, area, list, shown, state, menu);
  else
    draw_table(screen, area, list, shown, state, menu);
  draw_shown(screen, area, shown, list.rows.size(), state);
  if (!menu.row) return {};
  return draw_request_menu(screen, menu.anchor, *menu.row, state);
}

void draw_tools(ScreenContext& screen, Rect& area, const RequestList& list, RequestsState& state) {
  if (screen.ui.phone()) {
    Rect row = area.cut_top(28);
    draw_progress(screen, row, list);
    Rect segments = area.cut_top(44);
    draw_segments(screen, segments, list, state);
    area.skip(8);
    draw_search(screen, area.cut_top(kControlPhone), state);
    area.skip(8);
    return;
  }
  constexpr float kLeastSearch = 120, kMostSearch = 220;
  Rect row = area.cut_top(kSegmented);
  draw_progress(screen, row, list);
  draw_segments(screen, row, list, state);
  row.cut_left(16);
  if (row.width >= kLeastSearch) {
    draw_search(screen, row.cut_right(std::min(row.width, kMostSearch)), state);
  } else {
    area.skip(12);
    draw_search(screen, area.cut_top(kControl).with_width(kMostSearch), state);
  }
  draw_fresh_chip(screen, area, state);
  area.skip(16);
}

Intents draw_phone(ScreenContext& screen, Rect area, const ReviewCycle& cycle, const RequestList& list, RequestsState& state) {
  Intents intents;
  auto& ui = screen.ui;
  bool went_back = false;
  Rect bar = ui::phone_header(ui, area, screen.tr("nav.requests"), {}, went_back);
  if (ui::icon_button_right(ui, bar, Icon::settings_2, screen.tr("nav.cycle"))) intents.go = Route{Page::cycle, {}, {}};
  Rect actions = ui::phone_actions(ui, area);
  const std::string export_label = screen.tr("requests.export", {{"count", static_cast<int>(list.to_export.size())}});
  ui::ButtonOptions export_look{.icon = Icon::file_up, .height = kControlPhone}, ask_look{.kind = ui::ButtonKind::primary, .icon = Icon::plus, .height = kControlPhone};
  if (!list.to_export.empty()) {
    const auto wanted = [&] { return std::pair(ui::button_width(ui, export_label, export_look), ui::button_width(ui, screen.tr("requests.ask"), ask_look)); };
    if (const auto [left, right] = wanted(); left + right + 8 > actions.width) export_look.icon = ask_look.icon = {};
    const auto [left, right] = wanted();
    if (ui::button(ui, actions.cut_left((actions.width - 8) * left / (left + right)), export_label, export_look)) intents.tasks.push_back(ExportRequests{list.to_export});
    actions.cut_left(8);
  }
  if (ui::button(ui, actions, screen.tr("requests.ask"), ask_look)) open_ask(state, cycle);
  ui::ScrollArea scroll(ui, area, "requests");
  Rect content = scroll.content().inset(kPhonePadding, 0);
  draw_tools(screen, content, list, state);
  draw_fresh_chip(screen, content, state);
  content.skip(8);
  intents.add(draw_list(screen, content, cycle, list, state));
  content.skip(24);
  intents.add(draw_import(screen, content, state));
  return intents;
}

Intents draw_bar(ScreenContext& screen, Rect& area, const ReviewCycle& cycle, const RequestList& list, RequestsState& state) {
  Intents intents;
  auto& ui = screen.ui;
  Rect bar = ui::top_bar(ui, area, screen.tr("requests.title"));
  if (ui::button_right(ui, bar, screen.tr("requests.ask"), {.kind = ui::ButtonKind::primary, .icon = Icon::plus})) open_ask(state, cycle);
  const std::string export_label = screen.tr("requests.export", {{"count", static_cast<int>(list.to_export.size())}});
  if (!list.to_export.empty() &&
      ui::button_right(ui, bar, export_label, {.icon = Icon::file_up, .key = "export", .tooltip = screen.tr("requests.files_contain")}))
    intents.tasks.push_back(ExportRequests{list.to_export});
  if (ui::icon_button_right(ui, bar, Icon::settings_2, screen.tr("nav.cycle"))) intents.go = Route{Page::cycle, {}, {}};
  return intents;
}

Intents draw_desk(ScreenContext& screen, Rect area, const ReviewCycle& cycle, const RequestList& list, RequestsState& state) {
  auto& ui = screen.ui;
  Intents intents = draw_bar(screen, area, cycle, list, state);
  const bool has_panel = area.width >= kPanelFrom;
  if (has_panel) {
    ui::ScrollArea scroll(ui, ui::detail_panel(ui, area), "import");
    Rect panel = scroll.content().inset(kDetailPadding, kContentTop);
    intents.add(draw_import(screen, panel, state));
  }
  ui::ScrollArea scroll(ui, area, "requests");
  Rect content = scroll.content().inset(kContentPadding, kContentTop);
  if (!has_panel && screen.app.last_import) {
    intents.add(draw_import(screen, content, state));
    content.skip(kSectionGap);
  }
  draw_tools(screen, content, list, state);
  intents.add(draw_list(screen, content, cycle, list, state));
  if (!has_panel && !screen.app.last_import) {
    content.skip(kSectionGap);
    intents.add(draw_import(screen, content, state));
  }
  return intents;
}

Intents draw_without_cycle(ScreenContext& screen, Rect area) {
  Intents intents;
  auto& ui = screen.ui;
  bool went_back = false;
  if (ui.phone())
    ui::phone_header(ui, area, screen.tr("nav.requests"), {}, went_back);
  else
    ui::top_bar(ui, area, screen.tr("requests.title"));
  ui::ScrollArea scroll(ui, area, "requests");
  const Rect content = scroll.content().inset(ui.phone() ? kPhonePadding : kContentPadding, kContentTop);
  const ui::EmptyOptions options{.text = screen.tr("requests.empty_no_cycle_how"), .action = screen.tr("cycle.title_new"), .icon = Icon::plus, .primary = true};
  if (ui::empty_state(ui, content, screen.tr("requests.empty_no_cycle"), options)) intents.go = Route{Page::cycle, {}, {}};
  return intents;
}

}  // namespace

Intents draw_requests(ScreenContext& screen, Rect area, RequestsState& state) {
  const ReviewCycle* cycle = screen.view.current_cycle();
  if (!cycle) return draw_without_cycle(screen, area);
  const RequestQuestion question = question_of(screen, *cycle, state);
  const RequestList& list = state.list.get(screen.view, question, [&] { return list_requests(screen.view, question, screen.text); });
  Intents intents = screen.ui.phone() ? draw_phone(screen, area, *cycle, list, state) : draw_desk(screen, area, *cycle, list, state);
  intents.add(draw_ask(screen, *cycle, state));
  intents.add(draw_withdraw(screen, state));
  return intents;
}

}  // namespace fullcircle

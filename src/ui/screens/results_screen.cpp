#include "ui/screens/results_screen.h"

#include <algorithm>
#include <array>

#include "app/reports/result_words.h"
#include "ui/screens/goal_parts.h"
#include "ui/screens/list_order.h"
#include "ui/screens/screen_parts.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/list.h"
#include "ui/widgets/scroll.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/shell.h"
#include "ui/widgets/states.h"
#include "ui/widgets/text_field.h"

namespace fullcircle {
namespace {

using namespace ui::metrics;

constexpr float kFilterWidth = 240, kLeastFilter = 150, kCycleWidth = 200;

/// Columns from the left; on narrower windows the last ones of this list are left out.
constexpr std::array kWideColumns = {ResultColumnKind::person, ResultColumnKind::role,    ResultColumnKind::others,    ResultColumnKind::self,    ResultColumnKind::overall,
                                     ResultColumnKind::label,  ResultColumnKind::answers, ResultColumnKind::agreement, ResultColumnKind::progress};
constexpr std::array kMediumColumns = {ResultColumnKind::person, ResultColumnKind::others,  ResultColumnKind::self,    ResultColumnKind::overall,
                                       ResultColumnKind::label,  ResultColumnKind::answers, ResultColumnKind::progress};

ui::Column table_column(const ScreenContext& screen, ResultColumnKind kind, bool is_wide) {
  using enum ResultColumnKind;
  switch (kind) {
    case person: return {.title = screen.tr("results.column_person"), .width = -1.3f, .sortable = true};
    case role: return {.title = screen.tr("people.column_role"), .width = -1.2f, .sortable = true};
    case others: return {.title = screen.tr("results.column_others"), .width = is_wide ? 72.0f : 60.0f, .align = ui::Align::right, .sortable = true};
    case self: return {.title = screen.tr("results.column_self"), .width = is_wide ? 64.0f : 44.0f, .align = ui::Align::right, .sortable = true};
    case overall: return {.title = screen.tr("results.column_overall"), .width = 76, .align = ui::Align::right, .sortable = true};
    case label: return {.title = screen.tr("results.column_label"), .width = -1.1f, .sortable = true};
    case answers: return {.title = screen.tr("results.column_answers"), .width = is_wide ? 96.0f : 68.0f, .sortable = true};
    case agreement: return {.title = screen.tr("results.column_agreement"), .width = 112, .sortable = true};
    case progress: return {.title = screen.tr("results.column_state"), .width = 124, .sortable = true};
  }
  return {};
}

std::string score(const ScreenContext& screen, const rating::Figure& figure) {
  return figure ? screen.formats.number(rating::round_score(*figure, 1).to_double(), 1) : std::string();
}

std::string overall_text(const ScreenContext& screen, const ResultListRow& row) {
  return row.overall ? screen.formats.number(*row.overall, screen.view.rules(row.review->cycle).places) : std::string();
}

std::string answers_text(const ScreenContext& screen, const ResultListRow& row) {
  if (row.answers_asked == 0) return {};
  return screen.tr("common.count_of", {{"count", row.answers_in}, {"total", row.answers_asked}});
}

int blocks_of(const rating::Maybe<rating::AgreementWord>& word) { return word ? 3 - static_cast<int>(*word) : 0; }

std::string_view agreement_text(const ScreenContext& screen, const rating::Maybe<rating::AgreementWord>& word) {
  if (!word) return screen.tr("common.empty_cell");
  constexpr std::array kKeys = {"result.agreement_high", "result.agreement_medium", "result.agreement_low"};
  return screen.tr(kKeys[static_cast<std::size_t>(*word)]);
}

void draw_progress(ScreenContext& screen, const Rect& cell, ResultProgress progress) {
  const std::string_view word = screen.language.name_of(progress);
  switch (progress) {
    case ResultProgress::waiting: screen.ui.text(cell, ui::type::body, screen.ui.c.ink3, word); return;
    case ResultProgress::ready: ui::chip(screen.ui, cell, word, ui::Tone::accent, Icon::circle_check); return;
    case ResultProgress::released: screen.ui.text(cell, ui::type::body, screen.ui.c.ink2, word); return;
    case ResultProgress::signed_: ui::chip(screen.ui, cell, word, ui::Tone::good, Icon::signature); return;
  }
}

void draw_cell(ScreenContext& screen, ui::Table& table, std::size_t column, ResultColumnKind kind, const ResultListRow& row) {
  using enum ResultColumnKind;
  switch (kind) {
    case person: table.person_cell(column, person_number(row.person->id), row.person->name, 28); return;
    case role: table.text_cell(column, screen.view.role_of(row.person->id)); return;
    case others: table.figure_cell(column, score(screen, row.others)); return;
    case self: table.figure_cell(column, score(screen, row.self)); return;
    case overall: table.figure_cell(column, overall_text(screen, row), screen.ui.c.ink); return;
    case label: table.text_cell(column, row.label); return;
    case answers: table.text_cell(column, answers_text(screen, row)); return;
    case agreement: ui::agreement(screen.ui, table.cell(column), blocks_of(row.agreement), agreement_text(screen, row.agreement)); return;
    case progress: draw_progress(screen, table.cell(column), row.progress); return;
  }
}

void draw_table(ScreenContext& screen, Rect& area, const std::vector<ResultListRow>& rows, std::span<const ResultColumnKind> kinds, ResultsState& state,
                Intents& intents) {
  std::vector<ui::Column> columns;
  for (const ResultColumnKind kind : kinds) columns.push_back(table_column(screen, kind, kinds.size() == kWideColumns.size()));
  ui::Table table(screen.ui, area, screen.tr("results.title"), columns, state.table, rows.size());
  while (const auto row = table.next([&](std::size_t i) { return rows[i].person->id.high; })) {
    for (std::size_t i = 0; i < kinds.size(); ++i) draw_cell(screen, table, i, kinds[i], rows[row->index]);
    if (row->clicked) intents.go = Route{Page::result, rows[row->index].review->id, {}};
  }
}

/// On phones: name over role and state, the overall at the right.
void draw_cards(ScreenContext& screen, Rect& area, const std::vector<ResultListRow>& rows, Intents& intents) {
  auto& ui = screen.ui;
  const ui::Group list(ui, MirrorRole::list, area.with_height(kRowTask * static_cast<float>(rows.size())), screen.tr("results.title"));
  bool is_first = true;
  for (const ResultListRow& result : rows) {
    const Rect place = area.cut_top(kRowTask);
    ui.reach(place.bottom());
    if (!ui.visible(place)) continue;
    ui::ListRow row(ui, place, result.person->id.high, result.person->name, {.first = is_first, .overhang = 8});
    is_first = false;
    Rect rest = row.rect();
    ui::avatar(ui, rest.cut_left(44), person_number(result.person->id), result.person->name, 32);
    Rect right = rest.cut_right(64);
    ui.paint_icon(right.cut_right(20), Icon::chevron_right, ui.c.ink3);
    const std::string overall = overall_text(screen, result);
    ui.text(right, ui::type::row.figures(), ui.c.ink, overall.empty() ? screen.tr("common.empty_cell") : std::string_view(overall), ui::Align::right);
    std::string caption(screen.language.name_of(result.progress));
    if (const auto answers = answers_text(screen, result); !answers.empty()) caption += " · " + answers;
    ui::two_lines(ui, rest, result.person->name, caption);
    if (row.clicked()) intents.go = Route{Page::result, result.review->id, {}};
  }
}

bool has_progress(const ResultListRow& row, int progress) { return progress == 0 || static_cast<int>(row.progress) + 1 == progress; }

const std::vector<ResultListRow>& all_rows(const ScreenContext& screen, ResultsState& state, const ReviewCycle& cycle) {
  return state.all.get(screen.view, cycle.id, [&] { return compute_result_list(screen.view, cycle); });
}

const std::vector<ResultListRow>& shown_rows(const ScreenContext& screen, ResultsState& state, const ReviewCycle& cycle, std::span<const ResultColumnKind> kinds) {
  const auto& all = all_rows(screen, state, cycle);
  const ResultsState::Question question{cycle.id, screen.text.search_key(state.filter), state.progress, state.table.sort_column, state.table.descending};
  return state.rows.get(screen.view, question, [&] {
    std::vector<ResultListRow> rows;
    for (const ResultListRow& row : all) {
      if (!has_progress(row, question.progress)) continue;
      const std::string searched = screen.text.search_key(row.person->name + " " + screen.view.role_of(row.person->id) + " " + row.label);
      if (matches_words(searched, question.filter)) rows.push_back(row);
    }
    const auto column = static_cast<std::size_t>(std::max(0, question.sort_column));
    if (question.sort_column >= 0 && column < kinds.size()) {
      sort_result_list(rows, kinds[column], question.descending, screen.view);
      if (kinds[column] != ResultColumnKind::person) return rows;
    }
    sort_by_name(rows, screen.text, question.sort_column >= 0 && question.descending, [](const ResultListRow& row) { return std::string_view(row.person->name); });
    return rows;
  });
}

/// The cycle shown: the chosen one, else the current one. Out: nullptr without any.
const ReviewCycle* shown_cycle(const ScreenContext& screen, const ResultsState& state) {
  const ReviewCycle* chosen = screen.view.find(state.cycle);
  return chosen ? chosen : screen.view.current_cycle();
}

/// All and each progress with how many there are. Out: the width; nothing is drawn where `rect` is empty.
float draw_segments(ScreenContext& screen, const Rect& rect, const std::vector<ResultListRow>& all, ResultsState& state) {
  constexpr std::size_t kCount = enum_size<ResultProgress>() + 1;
  std::array<std::string, kCount> counts;
  std::array<ui::Segment, kCount> segments;
  for (std::size_t i = 0; i < kCount; ++i) {
    counts[i] = screen.formats.integer(std::ranges::count_if(all, [&](const ResultListRow& row) { return has_progress(row, static_cast<int>(i)); }));
    segments[i] = {i == 0 ? screen.tr("requests.all") : screen.language.name_of(static_cast<ResultProgress>(i - 1)), counts[i]};
  }
  const float width = ui::segmented_width(screen.ui, segments);
  if (rect.width <= 0) return width;
  const auto draw = [&](const Rect& place) { ui::segmented(screen.ui, place, screen.tr("results.column_state"), segments, state.progress); };
  if (width <= rect.width) {
    draw(rect);
  } else {
    ui::ScrollArea scroll(screen.ui, rect.with_height(40), "segments", {}, {.horizontal = true, .content_width = width + 4});
    draw(scroll.content().inset(2, 2).with_height(kSegmented));
  }
  return width;
}

void draw_search(ScreenContext& screen, const Rect& rect, ResultsState& state) {
  ui::search_field(screen.ui, rect, screen.tr("people.filter"), state.filter, {.placeholder = screen.tr("people.filter"), .small_text = !screen.ui.phone()});
}

void draw_tools(ScreenContext& screen, Rect& area, const ReviewCycle& cycle, ResultsState& state) {
  auto& ui = screen.ui;
  const auto& all = all_rows(screen, state, cycle);
  if (ui.phone()) {
    cycle_field(screen, area.cut_top(kControlPhone), cycle, state.cycle);
    area.skip(8);
    draw_segments(screen, area.cut_top(44), all, state);
    area.skip(4);
    draw_search(screen, area.cut_top(kControlPhone), state);
    area.skip(8);
    return;
  }
  Rect row = area.cut_top(kControl);
  const float segments = draw_segments(screen, {}, all, state);
  const Rect choice = row.cut_right(std::min(kCycleWidth, std::max(140.0f, row.width - segments - 16)));
  row.cut_right(16);
  draw_segments(screen, row.cut_left(std::min(segments, row.width)), all, state);
  row.cut_left(16);
  if (row.width >= kLeastFilter) {
    draw_search(screen, row.with_width(std::min(row.width, kFilterWidth)), state);
    cycle_field(screen, choice, cycle, state.cycle);
  } else {
    cycle_field(screen, choice, cycle, state.cycle);
    area.skip(12);
    draw_search(screen, area.cut_top(kControl).with_width(kFilterWidth), state);
  }
  area.skip(12);
}

void draw_body(ScreenContext& screen, Rect& content, ResultsState& state, Intents& intents) {
  auto& ui = screen.ui;
  const ReviewCycle* cycle = shown_cycle(screen, state);
  if (!cycle) {
    if (ui::empty_state(ui, content, screen.tr("home.cycle_none"), {.text = screen.tr("home.cycle_none_how"), .action = screen.tr("home.cycle_open")}))
      intents.go = Route{Page::cycle, {}, {}};
    return;
  }
  const bool is_wide = content.width >= 900;
  const std::span<const ResultColumnKind> kinds = is_wide ? std::span<const ResultColumnKind>(kWideColumns) : std::span<const ResultColumnKind>(kMediumColumns);
  if (state.table.sort_column >= static_cast<int>(kinds.size())) state.table.sort_column = -1;
  const auto& rows = shown_rows(screen, state, *cycle, kinds);
  draw_tools(screen, content, *cycle, state);
  if (!rows.empty()) {
    if (ui.phone())
      draw_cards(screen, content, rows, intents);
    else
      draw_table(screen, content, rows, kinds, state, intents);
    return;
  }
  if (!state.filter.empty() || state.progress != 0) {
    const std::string text = state.filter.empty() ? std::string(screen.tr("common.nothing_found")) : screen.tr("people.filter_empty", {{"text", state.filter}});
    ui.paragraph(content, ui::type::form, ui.c.ink2, text);
    return;
  }
  if (ui::empty_state(ui, content, screen.tr("results.empty"), {.text = screen.tr("results.empty_how"), .action = screen.tr("nav.requests")}))
    intents.go = Route{Page::requests, {}, {}};
}

}  // namespace

Intents draw_results(ScreenContext& screen, Rect area, ResultsState& state) {
  Intents intents;
  auto& ui = screen.ui;
  if (ui.phone()) {
    bool went_back = false;
    ui::phone_header(ui, area, screen.tr("results.title"), {}, went_back);
  } else {
    ui::top_bar(ui, area, screen.tr("results.title"));
  }
  ui::ScrollArea scroll(ui, area, "results");
  Rect content = ui.phone() ? scroll.content().inset(kPhonePadding, 8) : scroll.content().inset(kContentPadding, kContentTop);
  draw_body(screen, content, state, intents);
  return intents;
}

}  // namespace fullcircle

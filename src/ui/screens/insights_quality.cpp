// The second view of Insights: how raters rate.
#include <algorithm>
#include <array>

#include "ui/screens/goal_parts.h"
#include "ui/screens/insights_parts.h"
#include "ui/screens/terms_dialog.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/list.h"
#include "ui/widgets/section.h"
#include "ui/widgets/select.h"
#include "ui/widgets/states.h"

namespace fullcircle {
namespace {

using namespace ui::metrics;

constexpr float kCycleWidth = 220, kPhoneRow = 68, kCountsLine = 19, kTableNeeds = 900;

ui::Tone tone_of(const RaterQuality& rater) {
  switch (rater.leniency) {
    case Leniency::much_stricter:
    case Leniency::much_milder: return ui::Tone::warn;
    case Leniency::stricter:
    case Leniency::milder: return ui::Tone::accent;
    default: return ui::Tone::neutral;
  }
}

int shown_cycle(const InsightsDrawing& drawing) {
  const int chosen = drawing.state.quality_cycle;
  return chosen >= 0 && chosen <= drawing.facts.current() ? chosen : drawing.facts.current();
}

void draw_cycle_choice(const InsightsDrawing& drawing, const Rect& rect) {
  std::vector<ui::Choice> choices;
  for (std::size_t i = drawing.facts.cycles.size(); i-- > 0;) choices.push_back({drawing.facts.cycles[i].name});
  int chosen = drawing.facts.current() - shown_cycle(drawing);
  if (ui::select(drawing.screen.ui, rect, drawing.screen.tr("nav.cycle"), choices, chosen, {.as_button = true}) && chosen >= 0)
    drawing.state.quality_cycle = drawing.facts.current() - chosen;
}

/// The comparison, a step per frame until it is done. Out: nullptr while it is not.
const RatingQuality* quality_of(const InsightsDrawing& drawing) {
  auto& state = drawing.state;
  const ReviewCycle* cycle = drawing.screen.view.find(drawing.facts.cycles[static_cast<std::size_t>(shown_cycle(drawing))].id);
  if (!cycle) return nullptr;
  const InsightsState::QualityQuestion question{state.gathering.generation, state.department, shown_cycle(drawing)};
  if (!state.quality || state.quality_question != question) {
    state.quality.emplace(drawing.screen.view, *cycle, drawing.board.departments);
    state.quality_question = question;
    state.quality_done = false;
  }
  if (!state.quality_done) state.quality_done = state.quality->step(drawing.screen.view);
  if (!state.quality_done) {
    drawing.screen.ui.frame.redraw();
    return nullptr;
  }
  return &state.quality->result();
}

std::string share_text(const ScreenContext& screen, int part, int whole) {
  return whole > 0 ? screen.formats.percent(static_cast<double>(part) / whole) : std::string(screen.tr("common.empty_cell"));
}

void draw_stats(const InsightsDrawing& drawing, Rect& area, const RatingQuality& quality) {
  const auto& screen = drawing.screen;
  auto& ui = drawing.screen.ui;
  struct Stat {
    std::string figure, caption;
  };
  const std::array<Stat, 3> stats{{{share_text(screen, quality.forms_without_words, quality.forms), screen.tr("quality.without_words", {{"count", quality.forms}})},
                                   {share_text(screen, quality.forms_all_equal, quality.forms_equal_possible), std::string(screen.tr("quality.all_equal"))},
                                   {quality.middle_spread ? screen.formats.number(*quality.middle_spread, 2) : std::string(screen.tr("common.empty_cell")),
                                    std::string(screen.tr("quality.middle_spread"))}}};
  const std::size_t in_row = ui.phone() ? 1 : stats.size();
  Rect row;
  for (std::size_t i = 0; i < stats.size(); ++i) {
    if (i % in_row == 0) row = area.cut_top(ui::kStat + (ui.phone() ? 8.0f : 0));
    const Rect place = row.column(i % in_row, in_row, 24).with_height(ui::kStat);
    const ui::IdScope scope(ui, i);
    if (figure_button(drawing.screen, place.grow(8, 2), "open", stats[i].figure + " " + stats[i].caption)) drawing.state.opened = InsightPart::forms;
    ui::stat(ui, place, stats[i].figure, stats[i].caption);
  }
  area.skip(12);
}

void draw_leniency(const InsightsDrawing& drawing, Rect cell, const RaterQuality& rater) {
  auto& ui = drawing.screen.ui;
  const std::string words = drawing.words.leniency(rater);
  const ui::Tone tone = tone_of(rater);
  if (tone == ui::Tone::neutral) {
    const float width = ui.text(cell, ui::type::body, rater.leniency == Leniency::alike ? ui.c.ink2 : ui.c.ink3, words);
    cell.cut_left(width + 8);
  } else {
    cell.cut_left(ui::chip(ui, cell, words, tone) + 8);
  }
  if (rater.is_shown && rater.cautious && rater.leniency != Leniency::not_enough && cell.width > 40)
    ui.text(cell, ui::type::body.figures(), ui.c.ink2, drawing.screen.formats.difference(*rater.cautious, 1));
}

std::string spread_text(const ScreenContext& screen, const RaterQuality& rater) {
  if (!rater.is_shown || !rater.spread) return {};
  const std::string number = screen.formats.number(*rater.spread, 1);
  return rater.is_narrow ? screen.tr("quality.narrow", {{"value", number}}) : number;
}

std::string count_text(const ScreenContext& screen, bool is_shown, int part, int whole) {
  return is_shown && whole > 0 ? screen.tr("common.count_of", {{"count", part}, {"total", whole}}) : std::string();
}

void draw_rater_table(const InsightsDrawing& drawing, Rect& area, const RatingQuality& quality) {
  const auto& screen = drawing.screen;
  std::vector<ui::Column> columns{{.title = screen.tr("quality.column_rater"), .width = -1.2f},
                                  {.title = screen.tr("quality.column_people"), .width = 64, .align = ui::Align::right},
                                  {.title = screen.tr("quality.column_leniency"), .width = -1.9f},
                                  {.title = screen.tr("quality.column_spread"), .width = 110},
                                  {.title = screen.tr("quality.column_without_words"), .width = 108},
                                  {.title = screen.tr("quality.column_all_equal"), .width = 96},
                                  {.title = screen.tr("quality.column_evidence"), .width = -1.1f}};
  const bool has_groups = quality.components > 1;
  if (has_groups) columns.push_back({.title = screen.tr("quality.column_group"), .width = 60});
  ui::Table table(drawing.screen.ui, area, screen.tr("quality.raters_title"), columns, drawing.state.rater_table, quality.raters.size(), {.last_line = true});
  while (const auto row = table.next([&](std::size_t i) { return RecordId(quality.raters[i].rater).high; })) {
    const RaterQuality& rater = quality.raters[row->index];
    if (row->clicked) drawing.state.opened = InsightNumber(InsightPart::raters, static_cast<int>(row->index));
    table.person_cell(0, person_number(rater.rater), screen.view.name_of(rater.rater), 28);
    table.figure_cell(1, screen.formats.integer(rater.people));
    draw_leniency(drawing, table.cell(2), rater);
    table.text_cell(3, spread_text(screen, rater));
    table.text_cell(4, count_text(screen, rater.is_shown, rater.without_words, rater.counted));
    table.text_cell(5, count_text(screen, rater.is_shown, rater.all_equal, rater.equal_possible));
    table.text_cell(6, drawing.words.evidence(rater));
    if (has_groups) table.text_cell(7, rater.component >= 0 ? drawing.words.group_letter(rater.component) : std::string());
  }
}

/// "0 of 3" that stays on one line.
std::string held_together(std::string text) {
  for (std::size_t at = text.find(' '); at != std::string::npos; at = text.find(' ', at)) text.replace(at, 1, "\u00A0");
  return text;
}

/// Where the table has no room: name over the words, and a line of counts.
void draw_rater_rows(const InsightsDrawing& drawing, Rect& area, const RatingQuality& quality) {
  auto& ui = drawing.screen.ui;
  const auto& screen = drawing.screen;
  const float counts = ui.phone() ? 2 * kCountsLine : kCountsLine;
  const auto height_of = [counts](const RaterQuality& rater) { return kPhoneRow + (rater.is_shown ? counts : 0); };
  float height = 0;
  for (const RaterQuality& rater : quality.raters) height += height_of(rater);
  const ui::Group list(ui, MirrorRole::list, area.with_height(height), screen.tr("quality.raters_title"));
  for (std::size_t i = 0; i < quality.raters.size(); ++i) {
    const RaterQuality& rater = quality.raters[i];
    Rect row = area.cut_top(height_of(rater));
    ui.reach(row.bottom());
    if (!ui.visible(row.grow(0, 2 * kPhoneRow))) continue;  // Tab leads on to the next one below
    const ui::Group item(ui, MirrorRole::list_item, row, {});
    ui.hairline(row.x, row.y, row.width);
    const std::string spoken = screen.tr("result.terms_title", {{"number", screen.view.name_of(rater.rater)}, {"value", drawing.words.leniency(rater)}});
    const ui::IdScope scope(ui, i);
    if (figure_button(drawing.screen, row.grow(8, -2), "open", spoken)) drawing.state.opened = InsightNumber(InsightPart::raters, static_cast<int>(i));
    row = row.inset(0, 10);
    ui::avatar(ui, row.cut_left(44).with_height(32), person_number(rater.rater), screen.view.name_of(rater.rater), 32);
    Rect head = row.cut_top(22);
    ui.text(head.cut_right(96), ui::type::caption, ui.c.ink3, screen.tr("people.count", {{"count", rater.people}}), ui::Align::right);
    ui.text(head, ui::type::row, ui.c.ink, screen.view.name_of(rater.rater));
    draw_leniency(drawing, row.cut_top(26), rater);
    if (rater.is_shown)
      ui.paragraph(row, ui::type::caption, ui.c.ink2,
                   screen.tr("quality.row_line", {{"spread", spread_text(screen, rater)},
                                                  {"without", held_together(count_text(screen, true, rater.without_words, rater.counted))},
                                                  {"equal", held_together(count_text(screen, true, rater.all_equal, rater.equal_possible))}}), 2);
  }
}

void draw_adjusted(const InsightsDrawing& drawing, Rect& area, const RatingQuality& quality) {
  const auto& screen = drawing.screen;
  area.skip(kSectionGap);
  insight_section_head(drawing, area, InsightPart::adjusted);
  area.skip(drawing.screen.ui.paragraph(area, ui::type::body, drawing.screen.ui.c.ink2, screen.tr("quality.adjusted_caption")) + 8);
  const bool has_groups = quality.components > 1, is_phone = drawing.screen.ui.phone();
  std::vector<ui::Column> columns{{.title = screen.tr("quality.column_person"), .width = -1.6f},
                                  {.title = screen.tr("quality.column_raw"), .width = is_phone ? 56.0f : 110.0f, .align = ui::Align::right},
                                  {.title = screen.tr("quality.column_adjusted"), .width = is_phone ? 110.0f : 150.0f, .align = ui::Align::right}};
  if (!is_phone) columns.push_back({.title = screen.tr("quality.column_raters"), .width = 90, .align = ui::Align::right});
  if (has_groups) columns.push_back({.title = screen.tr("quality.column_group"), .width = 70});
  ui::Table table(drawing.screen.ui, area, screen.tr("quality.adjusted_title"), columns, drawing.state.adjusted_table, quality.ratees.size(),
                  {.last_line = true});
  while (const auto row = table.next([&](std::size_t i) { return RecordId(quality.ratees[i].person).high; })) {
    const RateeAdjusted& ratee = quality.ratees[row->index];
    if (row->clicked) drawing.state.opened = InsightNumber(InsightPart::adjusted, static_cast<int>(row->index));
    std::string adjusted = ratee.adjusted ? screen.formats.number(*ratee.adjusted, 1) : std::string();
    if (ratee.adjusted && ratee.adjusted_error) adjusted += " ± " + screen.formats.number(*ratee.adjusted_error, 1);
    std::size_t column = 0;
    table.person_cell(column++, person_number(ratee.person), screen.view.name_of(ratee.person), 28);
    table.figure_cell(column++, screen.formats.number(ratee.raw, 1));
    table.figure_cell(column++, adjusted);
    if (!is_phone) table.figure_cell(column++, screen.formats.integer(ratee.raters));
    if (has_groups) table.text_cell(column, drawing.words.group_letter(ratee.component));
  }
}

void draw_notes(const InsightsDrawing& drawing, Rect& area, const RatingQuality& quality) {
  const auto& screen = drawing.screen;
  const auto note = [&](ui::Icon icon, const std::string& text) { area.skip(ui::note(drawing.screen.ui, area, icon, text) + 8); };
  note(Icon::shield_check, screen.tr("quality.privacy", {{"count", quality.minimum}}));
  if (quality.components > 1) note(Icon::network, screen.tr("quality.groups", {{"count", quality.components}}));
  if (quality.is_too_large) note(Icon::info, screen.tr("quality.too_large", {{"count", static_cast<int>(kMostRatersCompared)}}));
  if (quality.unknown_answers > 0) note(Icon::info, screen.tr("quality.unknown", {{"count", quality.unknown_answers}}));
  area.skip(8);
}

}  // namespace

void draw_rating_quality(const InsightsDrawing& drawing, Rect& area) {
  auto& ui = drawing.screen.ui;
  const auto& screen = drawing.screen;
  const ui::IdScope scope(ui, "quality");
  if (drawing.facts.cycles.empty()) {
    ui::empty_state(ui, area, screen.tr("home.cycle_none"), {.text = screen.tr("home.cycle_none_how")});
    return;
  }
  draw_cycle_choice(drawing, area.cut_top(ui.control_height()).with_width(ui.phone() ? area.width : kCycleWidth));
  area.skip(16);
  const RatingQuality* quality = quality_of(drawing);
  if (!quality) {
    ui::loading_rows(ui, area.cut_top(kRow * 6), kRow, 6, screen.tr("insights.computing"));
    return;
  }
  if (quality->raters.empty()) {
    ui::empty_state(ui, area, screen.tr("quality.empty"), {.text = screen.tr("quality.empty_how")});
    if (quality->unknown_answers > 0) {
      area.skip(72);
      area.skip(ui::note(ui, area, Icon::info, screen.tr("quality.unknown", {{"count", quality->unknown_answers}})));
    }
    return;
  }
  draw_stats(drawing, area, *quality);
  draw_notes(drawing, area, *quality);
  insight_section_head(drawing, area, InsightPart::raters);
  area.skip(6);
  if (area.width < kTableNeeds)
    draw_rater_rows(drawing, area, *quality);
  else
    draw_rater_table(drawing, area, *quality);
  if (!quality->ratees.empty()) draw_adjusted(drawing, area, *quality);
}

}  // namespace fullcircle

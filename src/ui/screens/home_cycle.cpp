#include "ui/screens/home_cycle.h"

#include <algorithm>

#include "model/sorting.h"
#include "ui/screens/screen_parts.h"
#include "ui/screens/terms_dialog.h"
#include "ui/widgets/progress_bar.h"
#include "ui/widgets/rings.h"
#include "ui/widgets/states.h"
#include "ui/widgets/surface.h"

namespace fullcircle {
namespace {

using namespace ui::metrics;

constexpr float kStageRow = 32, kRing = 176;
constexpr int kComingDays = 21;
constexpr std::size_t kMostComing = 4;

struct StageMark {
  std::string text;
  bool is_strong = false;
};

StageMark stage_mark(const ScreenContext& screen, const StageProgress& stage) {
  const bool has_begun = stage.share.done > 0 || stage.is_current;
  if (has_begun && stage.share.total > 0)
    return {screen.formats.integer(stage.share.done) + "/" + screen.formats.integer(stage.share.total), stage.is_current};
  if (stage.start_day && *stage.start_day > screen.view.today) return {screen.tr("common.from_day", {{"date", screen.formats.short_date(*stage.start_day)}})};
  if (stage.due_day) return {screen.tr("common.by_day", {{"date", screen.formats.short_date(*stage.due_day)}})};
  return {std::string(screen.tr("common.empty_cell"))};
}

void draw_stages(ScreenContext& screen, Rect& area, const CycleProgress& cycle) {
  auto& ui = screen.ui;
  const ui::Group list(ui, MirrorRole::list, area.with_height(kStageRow * static_cast<float>(cycle.stages.size())), cycle.cycle->name);
  for (const StageProgress& stage : cycle.stages) {
    Rect row = area.cut_top(kStageRow);
    const ui::Group item(ui, MirrorRole::list_item, row, {});
    const Rect disc = row.cut_left(26).middle(16).with_width(16);
    if (stage.share.is_done())
      ui.paint_icon(disc, Icon::circle_check, ui.c.accent);
    else if (stage.is_current)
      ui::progress_ring(ui, disc, static_cast<float>(stage.share.share()), 2, stage_name(screen, stage.kind));
    else
      ui.paint_icon(disc, Icon::circle, ui.c.field);
    const StageMark mark = stage_mark(screen, stage);
    const auto style = stage.is_current ? ui::type::body.semibold() : ui::type::body;
    ui.text(row.cut_right(ui.text_width(style.figures(), mark.text) + 2), style.figures(), stage.is_current ? ui.c.ink : ui.c.ink2, mark.text, ui::Align::right);
    ui.text(row, style, stage.is_current || stage.share.is_done() ? ui.c.ink : ui.c.ink2, stage_name(screen, stage.kind));
  }
}

struct Coming {
  Day day;
  std::string title, caption;
};

std::vector<Coming> coming_up(const ScreenContext& screen, const CycleProgress& cycle) {
  std::vector<Coming> coming;
  const Day last = screen.view.today + kComingDays;
  for (const StageProgress& stage : cycle.stages) {
    if (stage.share.total == 0) continue;  // a member's own copy knows of nobody who is asked
    const std::string name = stage_name(screen, stage.kind);
    if (stage.start_day && *stage.start_day > screen.view.today && *stage.start_day <= last)
      coming.push_back({*stage.start_day, screen.tr("home.coming_starts", {{"stage", name}}), screen.tr("people.count", {{"count", stage.share.total}})});
    if (stage.due_day && *stage.due_day >= screen.view.today && *stage.due_day <= last && !stage.share.is_done()) {
      const int out = stage.share.total - stage.share.done;
      coming.push_back({*stage.due_day, screen.tr("home.coming_closes", {{"stage", name}}),
                        stage.kind == StageKind::feedback ? screen.tr("home.coming_answers_out", {{"count", out}})
                                                          : screen.tr("common.count_of", {{"count", stage.share.done}, {"total", stage.share.total}})});
    }
  }
  sort_stably(coming, {}, &Coming::day);
  if (coming.size() > kMostComing) coming.resize(kMostComing);
  return coming;
}

void draw_coming(ScreenContext& screen, Rect& area, const CycleProgress& cycle) {
  auto& ui = screen.ui;
  ui.heading(area.cut_top(24), 2, ui::type::group, ui.c.ink, screen.tr("home.coming_up"));
  area.skip(12);
  const auto coming = coming_up(screen, cycle);
  if (coming.empty()) ui.paragraph(area.cut_top(20), ui::type::body, ui.c.ink2, screen.tr("home.coming_up_empty"));
  for (const Coming& item : coming) {
    Rect row = area.cut_top(40);
    area.skip(12);
    const auto date = to_year_month_day(item.day);
    ui::date_tile(ui, row.cut_left(40), screen.formats.integer(date.day), screen.formats.month_short(item.day));
    row.cut_left(14);
    ui.text(row.cut_top(20), ui::type::control, ui.c.ink, item.title);
    ui.text(row.cut_top(18), ui::type::caption, ui.c.ink2, item.caption);
  }
}

std::vector<float> stage_shares(const CycleProgress& cycle) {
  std::vector<float> shares;
  for (const StageProgress& stage : cycle.stages) shares.push_back(static_cast<float>(stage.share.share()));
  return shares;
}

std::string week_text(const ScreenContext& screen, const CycleProgress& cycle) {
  return cycle.weeks > 0 ? screen.tr("home.cycle_week", {{"week", cycle.week}, {"weeks", cycle.weeks}}) : std::string();
}

void draw_no_cycle(ScreenContext& screen, const Rect& area, Intents& intents) {
  ui::EmptyOptions options;
  options.text = screen.tr("home.cycle_none_how");
  options.action = screen.tr("home.cycle_open");
  if (ui::empty_state(screen.ui, area, screen.tr("home.cycle_none"), options)) intents.go = Route{Page::cycle, {}, {}};
}

}  // namespace

void draw_cycle_aside(ScreenContext& screen, Rect area, const std::optional<CycleProgress>& shown, bool& explains, Intents& intents) {
  auto& ui = screen.ui;
  if (!shown) return draw_no_cycle(screen, area, intents);
  const CycleProgress& cycle = *shown;
  const ui::Group region(ui, MirrorRole::region, area, cycle.cycle->name);
  Rect head = area.cut_top(24);
  ui.text(head, ui::type::body, ui.c.ink2, week_text(screen, cycle), ui::Align::right);
  ui.heading(head, 2, ui::type::section, ui.c.ink, cycle.cycle->name);
  area.skip(16);
  const Rect ring = area.cut_top(kRing).centred(kRing, kRing);
  const std::string percent = screen.formats.percent(cycle.share), said = percent + " " + std::string(screen.tr("home.cycle_complete"));
  ui::cycle_ring(ui, ring, stage_shares(cycle), 10, said);
  if (figure_button(screen, ring.centred(108, 76), "cycle share", said)) explains = true;
  ui.paint_text(Rect{ring.x, ring.y + 55, ring.width, 42}, ui::type::figure_largest, ui.c.ink, percent, ui::Align::centre);
  ui.paint_text(Rect{ring.x, ring.y + 95, ring.width, 20}, ui::type::body, ui.c.ink2, screen.tr("home.cycle_complete"), ui::Align::centre);
  area.skip(24);
  draw_stages(screen, area, cycle);
  area.skip(20);
  ui.hairline(area.x, area.y, area.width);
  area.skip(17);
  draw_coming(screen, area, cycle);
}

void draw_cycle_card(ScreenContext& screen, Rect& area, const std::optional<CycleProgress>& shown, bool& explains, Intents& intents) {
  auto& ui = screen.ui;
  area.skip(16);
  if (!shown) {
    draw_no_cycle(screen, area.cut_top(120), intents);
    return;
  }
  const CycleProgress& cycle = *shown;
  constexpr float kInset = 16, kRing = 86;
  const auto current = std::ranges::find_if(cycle.stages, &StageProgress::is_current);
  std::string line = week_text(screen, cycle);
  if (current != cycle.stages.end()) line += (line.empty() ? "" : " · ") + stage_name(screen, current->kind);
  const float line_height = std::max(24.0f, ui.paragraph_height(area.width - 3 * kInset - kRing, ui::type::body, line));
  Rect card = area.cut_top(94 + line_height);
  ui::well(ui, card);
  ui.outline(card, ui.c.line, kRadiusSheet);
  card = card.inset(kInset);
  const Rect ring = card.cut_left(kRing).middle(84).with_width(84);
  const std::string percent = screen.formats.percent(cycle.share), said = percent + " " + std::string(screen.tr("home.cycle_complete"));
  ui::cycle_ring(ui, ring, stage_shares(cycle), 6, said);
  if (figure_button(screen, ring.centred(60, 44), "cycle share", said)) explains = true;
  ui.paint_text(ring, ui::type::section, ui.c.ink, percent, ui::Align::centre);
  card.cut_left(kInset);
  card.skip(4);
  ui.heading(card.cut_top(24), 2, ui::type::row.semibold(), ui.c.ink, cycle.cycle->name);
  ui.paragraph(card.cut_top(line_height), ui::type::body, ui.c.ink2, line);
  if (current == cycle.stages.end()) return;
  Rect bottom = card.cut_top(28);
  const auto& [done, total] = current->share;
  const std::string mark = total > 0 ? screen.tr("common.count_of", {{"count", done}, {"total", total}}) : stage_mark(screen, *current).text;
  const float mark_width = ui.text_width(ui::type::body, mark) + 2;
  ui::progress_bar(ui, bottom.cut_left(std::min(bottom.width - mark_width - 10, 112.0f)), static_cast<float>(current->share.share()), stage_name(screen, current->kind), {.value_text = mark});
  ui.text(bottom.cut_right(bottom.width - 10).with_width(mark_width), ui::type::body, ui.c.ink2, mark);
}

void draw_cycle_terms(ScreenContext& screen, const std::optional<CycleProgress>& shown, bool& is_open, Intents& intents) {
  if (!shown || shown->stages.empty()) is_open = false;
  if (!is_open) return;
  const auto& formats = screen.formats;
  ValueTable rows;
  for (const StageProgress& stage : shown->stages) {
    const std::string counted = screen.tr("common.count_of", {{"count", stage.share.done}, {"total", stage.share.total}});
    rows.add(stage_name(screen, stage.kind) + ": " + std::string(screen.tr("stage_done." + std::string(to_name(stage.kind)))),
             counted + " = " + formats.percent(stage.share.share(), 1));
  }
  rows.add(screen.tr("home.cycle_mean", {{"count", static_cast<int>(shown->stages.size())}}), formats.percent(shown->share, 1), true);
  rows.add(screen.tr("terms.rounded", {{"exact", formats.percent(shown->share, 3)}, {"rounded", formats.percent(shown->share)}}), formats.percent(shown->share));
  TermsDialog dialog(screen, "cycle-terms", shown->cycle->name);
  dialog.say(screen.tr("home.cycle_how"));
  dialog.guide("rating:progress", intents);
  dialog.add(rows, formats.percent(shown->share) + " " + std::string(screen.tr("home.cycle_complete")));
  is_open = dialog.end();
}

}  // namespace fullcircle

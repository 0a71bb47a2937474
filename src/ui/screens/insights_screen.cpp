#include "ui/screens/insights_screen.h"

#include <algorithm>
#include <array>

#include "ui/screens/insights_parts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/menu.h"
#include "ui/widgets/progress_bar.h"
#include "ui/widgets/scroll.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/select.h"
#include "ui/widgets/shell.h"
#include "ui/widgets/states.h"
#include "ui/widgets/surface.h"

namespace fullcircle {
namespace {

using namespace ui::metrics;

constexpr float kTwoColumnsFrom = 860;
/// The least takes some milliseconds; where frames are slow for another reason, smaller ones would only make it last.
constexpr std::size_t kLeastPerSlice = 128, kMostPerSlice = 4096;
/// Frames that took longer get a smaller slice, shorter ones a larger one.
constexpr double kSlowFrameMs = 40, kFastFrameMs = 24;
constexpr std::string_view kQualityTab = "quality";

/// Takes the next slice, sized by how long the last frame took. Out: the facts, as soon as there are any.
const InsightFacts* gather(ScreenContext& screen, InsightsState::Gathering& gathering) {
  const ModelView& view = screen.view;
  const SeenState source = SeenState::of(view);
  if (gathering.source != source) {
    gathering.facts.reset();  // what they name may be gone
    gathering.collector.emplace(view);
    gathering.source = source;
    gathering.slice = kLeastPerSlice;
    gathering.last_frame_ms = 0;
  }
  if (gathering.collector) {
    const double now = screen.ui.now_ms(), spent = gathering.last_frame_ms > 0 ? now - gathering.last_frame_ms : 0;
    if (spent > kSlowFrameMs) gathering.slice = std::max(kLeastPerSlice, gathering.slice / 2);
    if (spent > 0 && spent < kFastFrameMs) gathering.slice = std::min(kMostPerSlice, gathering.slice * 2);
    gathering.last_frame_ms = now;
    if (gathering.collector->step(view, gathering.slice)) {
      gathering.facts = gathering.collector->facts();
      gathering.collector.reset();
      ++gathering.generation;
    } else {
      screen.ui.frame.redraw();
    }
  }
  return gathering.facts ? &*gathering.facts : nullptr;
}

void draw_progress(ScreenContext& screen, Rect area, const InsightCollector& collector) {
  auto& ui = screen.ui;
  const std::string text = screen.tr("insights.computing_of", {{"done", static_cast<int>(collector.done())}, {"total", static_cast<int>(collector.total())}});
  ui.text(area.cut_top(24), ui::type::body, ui.c.ink2, text);
  const float share = collector.total() > 0 ? static_cast<float>(collector.done()) / static_cast<float>(collector.total()) : 0;
  ui::progress_bar(ui, area.cut_top(20).with_width(std::min(area.width, 320.0f)), share, screen.tr("insights.computing"), {.value_text = text});
}

void draw_department_choice(ScreenContext& screen, Rect& bar, InsightsState& state) {
  auto& ui = screen.ui;
  const Departments& departments = state.departments.get(screen.view, [&] { return compute_departments(screen.view, {}); });
  std::vector<ui::Choice> choices{{screen.tr("insights.all_departments")}};
  std::vector<Id<Unit>> units{Id<Unit>()};
  int chosen = 0;
  for (const Department& department : departments.all) {
    if (!department.unit) continue;
    if (department.unit == state.department) chosen = static_cast<int>(choices.size());
    choices.push_back({department.name});
    units.push_back(department.unit);
  }
  if (chosen == 0) state.department = {};
  const ui::SelectOptions options{.search = choices.size() > 12 ? screen.tr("action.search") : std::string_view(), .nothing_found = screen.tr("common.nothing_found"),
                                  .as_button = true};
  const float width = ui.phone() ? bar.width : std::min(ui::select_width(ui, choices, chosen, options), 240.0f);
  const Rect place = ui.phone() ? bar.cut_top(kControlPhone) : bar.cut_right(width).middle(kControl);
  if (ui::select(ui, place, screen.tr("insights.department"), choices, chosen, options) && chosen >= 0) state.department = units[static_cast<std::size_t>(chosen)];
  if (!ui.phone()) bar.cut_right(8);
}

void draw_export(const InsightsDrawing& drawing, Rect& bar, bool is_quality, Intents& intents) {
  constexpr std::array kOverview = {InsightPart::goals_met, InsightPart::ratings, InsightPart::goals, InsightPart::agreement, InsightPart::actions, InsightPart::comparison};
  constexpr std::array kQuality = {InsightPart::raters, InsightPart::adjusted};
  const auto& screen = drawing.screen;
  const std::span<const InsightPart> parts = is_quality ? std::span<const InsightPart>(kQuality) : std::span<const InsightPart>(kOverview);
  const bool is_ready = !is_quality || (drawing.state.quality && drawing.state.quality_done);
  std::vector<std::string> labels;
  std::vector<ui::MenuItem> items{{.label = screen.tr("action.print"), .icon = Icon::printer, .disabled = !is_ready}};
  for (const InsightPart part : parts) labels.push_back(part == InsightPart::goals_met ? std::string(screen.tr("insights.head_figures")) : drawing.words.title(part));
  for (const std::string& label : labels) items.push_back({.label = label, .icon = Icon::table, .disabled = !is_ready});
  const int chosen = ui::menu_button_right(drawing.screen.ui, bar, screen.tr("action.export"), items, Icon::file_down);
  if (chosen < 0 || !is_ready) return;
  const auto& state = drawing.state;
  InsightOrder order{.within = state.department, .is_overall = state.measure.criterion == RatingMeasure::kOverall};
  if (state.measure.criterion >= 0) order.criterion = drawing.facts.criteria[static_cast<std::size_t>(state.measure.criterion)].id;
  if (is_quality) order.quality_of = state.quality->result().cycle;
  std::string name;
  if (chosen > 0) {
    order.table = parts[static_cast<std::size_t>(chosen) - 1];
    // The head figures are a table of their own in a file; their dialogs show the values behind each.
    name = std::string(screen.tr("insights.file_name")) + "-" + std::string(order.table == InsightPart::goals_met ? "figures" : to_name(*order.table)) + ".csv";
  }
  intents.tasks.push_back(WriteInsights{std::move(order), std::move(name)});
}

void draw_overview(const InsightsDrawing& drawing, Rect& area) {
  draw_insight_figures(drawing, area);
  if (area.width < kTwoColumnsFrom) {
    draw_insight_ratings(drawing, area);
    area.skip(kSectionGap + 8);
    draw_insight_goals(drawing, area);
    area.skip(kSectionGap + 8);
    draw_insight_agreement(drawing, area);
    area.skip(kSectionGap + 8);
    draw_insight_actions(drawing, area);
    return;
  }
  Rect left = area.column(0, 2, kColumnGap), right = area.column(1, 2, kColumnGap);
  draw_insight_ratings(drawing, left);
  draw_insight_goals(drawing, right);
  left.y = right.y = std::max(left.y, right.y) + kSectionGap + 8;
  draw_insight_agreement(drawing, left);
  draw_insight_actions(drawing, right);
  area.y = std::max(left.y, right.y);
}

/// Overview or rating quality; only the lead, who knows who was asked, has both.
void draw_view_choice(const InsightsDrawing& drawing, Rect& area, bool is_quality, Intents& intents) {
  if (!drawing.facts.is_lead) return;
  const auto& screen = drawing.screen;
  const ui::Segment segments[] = {{screen.tr("insights.overview")}, {screen.tr("quality.title")}};
  int chosen = is_quality ? 1 : 0;
  Rect row = area.cut_top(kSegmented);
  if (ui::segmented(drawing.screen.ui, row, screen.tr("insights.title"), segments, chosen))
    intents.go = Route{Page::insights, {}, chosen == 1 ? std::string(kQualityTab) : std::string()};
  area.skip(20);
}

void draw_content(ScreenContext& screen, Rect bar, const Rect& area, InsightsState& state, const InsightFacts& facts, Intents& intents) {
  auto& ui = screen.ui;
  const bool is_quality = screen.route.tab == kQualityTab && facts.is_lead;
  if (state.measure.criterion >= static_cast<int>(facts.criteria.size())) state.measure = {};
  const InsightBoard& board = state.board.get(screen.view, {state.gathering.generation, state.department, state.measure.criterion},
                                              [&] { return compute_insight_board(screen.view, facts, state.department, state.measure); });
  const InsightsDrawing drawing{screen, state, facts, board, InsightWords(screen.language, screen.formats, screen.view, facts, board)};
  // Laid out from the right, drawn from the left: the keyboard follows the order of reading.
  Rect export_place = bar.cut_right(ui::button_width(ui, screen.tr("action.export"), {.icon = Icon::file_down, .trailing = Icon::chevron_down}));
  bar.cut_right(8);
  if (!ui.phone()) {
    draw_department_choice(screen, bar, state);
    bar.cut_right(12);
    const std::string_view text = screen.tr("insights.computed_here");
    if (const float width = ui.text_width(ui::type::body, text) + 26; bar.width > width + 140)
      ui::icon_line(ui, bar.cut_right(width), Icon::cpu, text, ui.c.ink2);
  }
  draw_export(drawing, export_place, is_quality, intents);
  {
    ui::ScrollArea scroll(ui, area, is_quality ? "quality" : "overview");
    Rect content = ui.phone() ? scroll.content().inset(kPhonePadding, 8) : scroll.content().inset(kContentPadding, kContentTop);
    if (ui.phone()) {
      draw_department_choice(screen, content, state);
      content.skip(16);
    }
    draw_view_choice(drawing, content, is_quality, intents);
    if (is_quality)
      draw_rating_quality(drawing, content);
    else
      draw_overview(drawing, content);
    ui.reach(content.y);
  }
  draw_insight_method(drawing, intents);
}

}  // namespace

Intents draw_insights(ScreenContext& screen, Rect area, InsightsState& state) {
  Intents intents;
  auto& ui = screen.ui;
  bool went_back = false;
  const Rect bar = ui.phone() ? ui::phone_header(ui, area, screen.tr("insights.title"), {}, went_back) : ui::top_bar(ui, area, screen.tr("insights.title"));
  const Rect content = area.inset(ui.phone() ? kPhonePadding : kContentPadding, kContentTop);
  const Departments& departments = state.departments.get(screen.view, [&] { return compute_departments(screen.view, {}); });
  if (departments.is_empty()) {
    ui::empty_state(ui, content, screen.tr("insights.not_yours"), {.text = screen.tr("insights.not_yours_how")});
    return intents;
  }
  if (const InsightFacts* facts = gather(screen, state.gathering))
    draw_content(screen, bar, area, state, *facts, intents);
  else
    draw_progress(screen, content, *state.gathering.collector);
  return intents;
}

}  // namespace fullcircle

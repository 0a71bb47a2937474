#include <algorithm>

#include "ui/screens/line_figure.h"
#include "ui/screens/person_sections.h"
#include "ui/widgets/link.h"
#include "ui/widgets/section.h"
#include "ui/widgets/select.h"

namespace fullcircle {
namespace {

constexpr float kChartHeight = 150;
constexpr int kPlaces = 2;  ///< of a rating, as TrendWords says it

/// Each cycle leads to its own result, or of a criterion to the terms of its value: in as many lines as it takes.
void draw_trend_links(ScreenContext& screen, Rect& area, const FollowedTrend& followed, PersonState& state, Intents& intents) {
  auto& ui = screen.ui;
  const TrendWords words(screen.language, screen.formats);
  ValueLinks links(ui, area);
  for (const TrendPoint& point : followed.points) {
    const ui::IdScope scope(ui, RecordId(point.review).high);
    const std::string label = point.cycle + " · " + words.value(point.overall ? point.overall : point.others, point.gap);
    const bool is_whole = followed.name.empty(), is_asked = point.gap != TrendGap::not_asked && point.gap != TrendGap::not_kept;
    const std::string name = is_whole ? label : screen.tr("result.open_terms", {{"number", label}});
    const ui::LinkOptions options{.style = ui::type::caption, .key = "result", .name = name};
    const Rect place = links.next(ui::link_width(ui, label, options));
    if (!is_whole && !is_asked) {
      ui.text(place, options.style, ui.c.ink3, label);
    } else if (ui::link(ui, place, label, options)) {
      if (is_whole)
        intents.go = Route{Page::result, point.review, {}};
      else
        open_rating_terms(state, point.review, state.criterion, kPlaces);
    }
  }
}

/// The whole result, or one of what the cycles asked about.
void draw_choice(ScreenContext& screen, Rect& area, const std::vector<TrendCriterion>& criteria, PersonState& state) {
  std::vector<ui::Choice> choices{{screen.tr("insights.measure_overall")}};
  for (const TrendCriterion& criterion : criteria) choices.push_back({criterion.name});
  const auto found = std::ranges::find(criteria, state.criterion, &TrendCriterion::key);
  int chosen = found == criteria.end() ? 0 : 1 + static_cast<int>(found - criteria.begin());
  auto& ui = screen.ui;
  const Rect rect = area.cut_top(ui.phone() ? ui::metrics::kControlPhone : ui::metrics::kControlSmall);
  if (!ui::select(ui, rect.with_width(ui.phone() ? area.width : std::min(area.width, 240.0f)), screen.tr("insights.measure"), choices, chosen, {.as_button = true})) return;
  state.criterion = chosen > 0 ? criteria[static_cast<std::size_t>(chosen - 1)].key : std::string();
}

}  // namespace

void draw_result_trend(ScreenContext& screen, Rect& area, const std::vector<TrendPoint>& trend, const FollowedTrend& followed, PersonState& state, Intents& intents) {
  if (trend.size() < 2) return;
  auto& ui = screen.ui;
  if (ui::section_head(ui, area.cut_top(24), screen.tr("person.trend"), {.action = screen.tr("person.trend_open"), .line = false}))
    intents.go = Route{Page::result, trend.back().review, {}};
  area.skip(6);
  if (const auto criteria = criteria_of(trend); !criteria.empty()) {
    draw_choice(screen, area, criteria, state);
    area.skip(8);
  }
  const TrendWords words(screen.language, screen.formats);
  area.skip(ui.paragraph(area, ui::type::caption, ui.c.ink3, words.summary(followed)) + 6);
  Rect chart = area.cut_top(kChartHeight);
  chart.cut_left(6);
  draw_line_figure(ui, chart, words.figure(followed, screen.view.rules({})));
  area.skip(8);
  draw_trend_links(screen, area, followed, state, intents);
  area.skip(8);
  draw_person_changes(screen, area, followed.changes, state.change);
  area.skip(12);
  ui.hairline(area.x, area.y, area.width);
  area.skip(19);
}

}  // namespace fullcircle

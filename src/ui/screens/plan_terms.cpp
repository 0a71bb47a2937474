// What the figures beside a plan are made of: the shares of its actions, and the change of a focus area.
#include "app/queries/plan_figures.h"
#include "ui/screens/change_terms.h"
#include "ui/screens/goal_parts.h"
#include "ui/screens/plan_aside.h"
#include "ui/screens/value_rows.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/link.h"

namespace fullcircle {
namespace {

constexpr float kDialogWidth = 560;
constexpr int kExactPlaces = 2;

void paragraph(ScreenContext& screen, Rect& area, std::string_view words) { area.skip(screen.ui.paragraph(area, ui::type::body, screen.ui.c.ink2, words) + 12); }

void draw_mix_terms(ScreenContext& screen, Rect& area, const PlanView& shown) {
  const Formats& formats = screen.formats;
  const PlanFigures figures(screen.language, formats);
  ValueTable rows;
  std::array<int, 3> shares{};
  const auto terms = share_terms(shown.kinds);
  for (std::size_t i = 0; i < terms.size(); ++i) {
    shares[i] = terms[i].share;
    const std::string sum = formats.integer(terms[i].count) + " ÷ " + formats.integer(shown.total) + " = " + formats.percent(terms[i].exact / 100, kExactPlaces);
    rows.add(std::string(screen.language.name_of(static_cast<ActionKind>(i))) + " · " + sum, formats.integer(terms[i].share));
  }
  if (shown.dropped > 0)
    rows.add(screen.tr("terms.left_out", {{"reason", screen.language.name_of(ActionState::dropped)}}), screen.tr("plan.actions", {{"count", shown.dropped}}));
  rows.add(std::string(screen.tr("plan.this_plan")), figures.mix_text(shares), true);
  rows.draw(screen.ui, area, screen.tr("plan.this_plan"));
  paragraph(screen, area, screen.tr("plan.mix_how"));
  screen.ui.heading(area.cut_top(26), 3, ui::type::group, screen.ui.c.ink, std::string(screen.tr("plan.guide")) + ": " + figures.mix_text(kGuideMix));
  paragraph(screen, area, screen.tr("plan.guide_how"));
}

void draw_change_terms(ScreenContext& screen, Rect& area, const PlanChange& change) {
  const Formats& formats = screen.formats;
  const auto [before_head, after_head] = PlanFigures(screen.language, formats).heads(change);
  const auto exact = [&](double value) {
    const std::string text = formats.number(value, kPlanScorePlaces);
    const std::string more = formats.short_number(value, kExactPlaces);
    return more.size() > text.size() ? more : text;
  };
  ValueTable rows;
  rows.add(after_head, exact(change.after));
  rows.add(before_head, exact(change.before));
  rows.add(std::string(screen.tr("plan.difference")) + ": " + exact(change.after) + " − " + exact(change.before), formats.difference(change.difference(), kPlanScorePlaces), true);
  if (change.target) {
    rows.add(std::string(screen.tr("plan.target_score")), exact(*change.target));
    rows.add(std::string(screen.tr("plan.to_target")) + ": " + exact(*change.target) + " − " + exact(change.after), formats.difference(*change.target - change.after, kPlanScorePlaces));
  }
  rows.draw(screen.ui, area, change.title);
  paragraph(screen, area, screen.tr("plan.change_how"));
}

/// Measured: as on the person's page, with what was done in between. Out: it stays open.
bool draw_measured_terms(ScreenContext& screen, const PlanChange& change, Intents& intents) {
  std::vector<std::string> titles;
  for (const DevelopmentAction* action : change.measure->actions) titles.push_back(action->title);
  const std::string more[] = {screen.tr("plan.done_between", {{"actions", screen.formats.list(titles)}}), std::string(screen.tr("plan.no_cause"))};
  return draw_change_dialog(screen, *change.measure->change, change.title, more, intents);
}

}  // namespace

void draw_plan_terms(ScreenContext& screen, const PlanView& shown, PlanState& state, Intents& intents) {
  PlanExplained& explained = state.explained;
  const auto changes = explained.change ? changes_of(shown) : std::vector<PlanChange>();
  const PlanChange* change = explained.change && *explained.change < changes.size() ? &changes[*explained.change] : nullptr;
  if (!explained.mix && !change) {
    explained = {};
    return;
  }
  if (change && change->measure) {
    if (!draw_measured_terms(screen, *change, intents)) explained = {};
    return;
  }
  ui::Dialog dialog(screen.ui, "plan terms", {.title = screen.tr(change ? "plan.before_and_after" : "plan.mix"), .width = kDialogWidth, .close = screen.tr("action.close")});
  Rect area = dialog.body();
  change ? draw_change_terms(screen, area, *change) : draw_mix_terms(screen, area, shown);
  const bool is_over = ui::link(screen.ui, area.cut_top(screen.ui.phone() ? ui::metrics::kPhoneTarget : 24), screen.tr(change ? "guide.insights" : "guide.rating"), {.icon = Icon::book_open});
  if (is_over) intents.go = Route{Page::guides, {}, change ? "insights:reliable" : "rating:progress"};
  area.skip(8);
  screen.ui.reach(area.y);
  if (dialog.result() != ui::Dialog::Result::none || is_over) explained = {};
}

}  // namespace fullcircle

#include "ui/screens/goal_progress.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/commands/goal_steps.h"
#include "ui/screens/goal_forecast.h"
#include "ui/screens/goal_parts.h"
#include "ui/screens/goal_terms.h"
#include "ui/screens/line_figure.h"
#include "ui/screens/screen_parts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/form.h"
#include "ui/widgets/section.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/text_field.h"

namespace fullcircle {
namespace {

constexpr float kChartHeight = 176, kFigureGap = 12, kForecastShare = 0.46f;

/// On phones, which have no room for six columns, the figures of the due day stand each in a row.
TextTable narrow(TextTable table) {
  const std::vector<std::string> heads = table[0], due = table.back();
  if (heads.size() == 2) return table;
  table.pop_back();
  for (auto& row : table) row.resize(2);
  for (std::size_t i = 2; i < due.size(); ++i) table.push_back({due[0] + " · " + heads[i], due[i]});
  return table;
}

bool save_progress(ScreenContext& screen, const Goal& goal, ProgressDraft& draft, Intents& intents) {
  draft.was_tried = true;
  if (!draft.day || (!draft.value && draft.note.empty())) return false;
  ProgressPoint point;
  point.id = Id<ProgressPoint>(screen.new_id());
  point.goal = goal.id;
  point.day = *draft.day;
  point.value = draft.value;
  point.note = draft.note;
  point.author = screen.view.me;
  intents.edits.push_back(log_progress(screen.view, point));
  draft = {};
  return true;
}

}  // namespace

void draw_goal_figures(ScreenContext& screen, Rect& area, const Goal& goal, const GoalStatus& status) {
  auto& ui = screen.ui;
  // Neither measured nor carried by goals below: the SMART check says what is missing.
  if (status.is_rolled_up && screen.view.goals_under(goal.id).empty()) return;
  const GoalWords words = goal_words(screen, goal, status);
  Rect row = area.cut_top(ui::kStat);
  const std::string forecast = goal.state == GoalState::done ? std::string() : words.forecast();
  const std::string caption = words.forecast_caption(), target = words.target();
  Rect right;
  if (!forecast.empty()) {
    const float wanted = std::max(ui.text_width(ui::type::figure, forecast), ui.text_width(ui::type::caption, caption)) + 2;
    right = row.cut_right(std::clamp(wanted, row.width / 3, row.width * kForecastShare));
    row.cut_right(kFigureGap);
  }
  ui::stat(ui, row.column(0, 2, kFigureGap), words.now(), screen.tr("goal.now"));
  if (!target.empty()) ui::stat(ui, row.column(1, 2, kFigureGap), target, screen.tr("goal.target"));
  const auto colour = needs_attention(status.outlook) ? std::optional(ui::tone_text(ui.c, goal_tone(status.outlook))) : std::nullopt;
  if (!forecast.empty()) ui::stat(ui, right, forecast, caption, {.colour = colour});
  if (status.is_rolled_up) {
    area.skip(8);
    area.skip(ui.paragraph(area, ui::type::caption, ui.c.ink3, screen.tr("goal.rolled_up")));
  }
}

void draw_goal_chart(ScreenContext& screen, Rect& area, const Goal& goal, const GoalStatus& status, GoalDetailState& state) {
  if (!is_measured_in_numbers(goal)) return;
  const GoalChart& chart = state.chart.get(screen.view, goal.id, [&] { return compute_goal_chart(screen.view, goal, status); });
  auto& ui = screen.ui;
  area.skip(24);
  if (chart.values.empty()) {
    ui.text(area.cut_top(20), ui::type::control, ui.c.ink, screen.tr("goal.no_value"));
    area.skip(ui.paragraph(area, ui::type::body, ui.c.ink2, screen.tr("goal.log_empty_how")));
    return;
  }
  LineFigure figure = goal_words(screen, goal, status).chart(chart);
  if (ui.phone()) figure.table = narrow(std::move(figure.table));
  draw_line_figure(ui, area.cut_top(kChartHeight), figure);
  area.skip(10);
  draw_forecast_words(screen, area, goal, status, state);
}

Intents draw_goal_marks(ScreenContext& screen, Rect& area, const Goal& goal) {
  Intents intents;
  auto& ui = screen.ui;
  const auto change = [&](const Goal& after) {
    Edit edit("edit.goal.change");
    edit.update(goal, after);
    intents.edits.push_back(std::move(edit));
  };
  if (goal.kind == GoalKind::yes_no) {
    area.skip(20);
    const std::array<ui::Segment, 2> segments{{{screen.tr("goal.reached_no")}, {screen.tr("goal.reached")}}};
    int chosen = goal.is_reached ? (*goal.is_reached ? 1 : 0) : -1;
    if (ui::segmented(ui, area.cut_top(ui::metrics::kControl), screen.language.label_of<Goal>("isReached"), segments, chosen)) {
      Goal after = goal;
      after.is_reached = chosen == 1;
      change(after);
    }
    return intents;
  }
  if (goal.kind != GoalKind::milestones || goal.milestones.empty()) return intents;
  area.skip(20);
  ui.heading(area.cut_top(24), 2, ui::type::group, ui.c.ink, screen.tr("goal.milestones"));
  for (std::size_t i = 0; i < goal.milestones.size(); ++i) {
    const Milestone& milestone = goal.milestones[i];
    const ui::IdScope scope(ui, i);
    Rect row = area.cut_top(ui.phone() ? ui::metrics::kPhoneTarget : 32);
    if (milestone.done_day) ui.text(row.cut_right(72), ui::type::body, ui.c.ink3, screen.formats.short_date(*milestone.done_day), ui::Align::right);
    bool is_done = milestone.is_done;
    if (!ui::checkbox(ui, row, milestone.title.empty() ? screen.tr("common.unnamed") : std::string_view(milestone.title), is_done)) continue;
    Goal after = goal;
    after.milestones[i].is_done = is_done;
    after.milestones[i].done_day = is_done ? std::optional(screen.view.today) : std::nullopt;
    change(after);
  }
  return intents;
}

Intents draw_progress_form(ScreenContext& screen, Rect& area, const Goal& goal, ProgressDraft& draft) {
  Intents intents;
  auto& ui = screen.ui;
  const ui::IdScope scope(ui, "progress");
  area.skip(16);
  const bool has_value = is_measured_in_numbers(goal);
  if (!draft.day) draft.day = screen.view.today;
  const int wrong = ui.wrong_count();
  Rect left = area.column(0, has_value ? 2 : 1, 12), right = area.column(1, 2, 12);
  if (has_value) {
    number_row(screen, left, screen.tr("goal.value"), draft.value, {.most_decimals = 4, .unit = goal.measure_unit});
    day_row(screen, right, screen.tr("common.day"), draft.day);
  } else {
    day_row(screen, left, screen.tr("common.day"), draft.day);
  }
  area.skip(std::max(left.y, has_value ? right.y : left.y) - area.y);
  const bool is_empty = draft.was_tried && !draft.value && draft.note.empty();
  const ui::FormRowOptions row{.error = is_empty ? screen.tr("field_error.required") : std::string_view()};
  const GoalStatus status = compute_goal_status(screen.view, goal);
  const std::string_view label = screen.tr(needs_attention(status.outlook) ? "goal.why_low" : "goal.comment");
  const Rect field = ui::form_row_begin(ui, area, label, row);
  const auto written = ui::text_area(ui, field, label, draft.note, {.field = {.error = row.error, .spell_check = true}, .least_lines = 2});
  ui::form_row_end(ui, area, written.height, row);
  Rect buttons = area.cut_top(ui.control_height());
  if (ui::button_left(ui, buttons, screen.tr("action.save"), {.kind = ui::ButtonKind::primary, .height = buttons.height}) && ui.wrong_count() == wrong)
    save_progress(screen, goal, draft, intents);
  if (ui::button_left(ui, buttons, screen.tr("action.cancel"), {.kind = ui::ButtonKind::quiet, .height = buttons.height})) draft = {};
  return intents;
}

}  // namespace fullcircle

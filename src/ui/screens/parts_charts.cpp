// The third section of the page of parts: the charts.
#include <array>

#include "ui/screens/parts_screen.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/charts/gap_track.h"
#include "ui/widgets/charts/heat_grid.h"
#include "ui/widgets/charts/histogram.h"
#include "ui/widgets/charts/interval_dots.h"
#include "ui/widgets/charts/line_chart.h"
#include "ui/widgets/charts/nine_box.h"
#include "ui/widgets/charts/radar.h"
#include "ui/widgets/charts/rater_bars.h"
#include "ui/widgets/charts/slope_chart.h"
#include "ui/widgets/charts/stacked_bar.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/section.h"

namespace fullcircle::ui {
namespace {

void title(Ui& ui, Rect& area, std::string_view text, std::string_view caption) {
  ui.heading(area.cut_top(24), 3, type::section, ui.c.ink, text);
  ui.text(area.cut_top(20), type::body, ui.c.ink2, caption);
  area.skip(12);
}

void draw_radar_and_bars(Ui& ui, Rect& area) {
  const RadarAxis axes[] = {{"Collaboration", 4.4f, 3.6f}, {"Communication", 3.6f, 3.9f}, {"Ownership", 3.8f, 4.2f},
                            {"Expertise", 3.9f, 4.3f}, {"Customer focus", 3.4f, 4.5f}, {"Developing others", 4.1f, 3.4f}};
  ChartData data{.caption = "Self and others", .rows = {{"Competency", "Self", "Others"}}};
  for (const RadarAxis& axis : axes) data.rows.push_back({std::string(axis.label), std::to_string(*axis.self).substr(0, 3), std::to_string(*axis.others).substr(0, 3)});
  constexpr std::string_view rings[] = {"1", "", "3", "", "5"};
  title(ui, area, "Self and others", "11 of 12 answers");
  radar(ui, area.cut_top(360).with_width(std::min(area.width, 400.0f)), axes, data, {.ring_labels = rings});
  const LegendEntry marks[] = {{"Self", ui.c.self, LegendMark::hollow_dot_line}, {"Others", ui.c.accent, LegendMark::dot_line}};
  legend(ui, area.cut_top(24).with_width(std::min(area.width, 400.0f)), marks, Align::centre);
  area.skip(24);
  constexpr std::string_view ticks[] = {"1", "2", "3", "4", "5"};
  const RaterScale scale{.ticks = ticks};
  const ChartData groups{.caption = "Ratings by group", .rows = {{"Competency", "Self", "Manager", "Peers"}, {"Quality", "4.4", "3.8", "3.5"}, {"Customers", "3.8", "4.2", "3.9"}, {"Teamwork", "3.9", "4.1", "3.8"}}};
  Figure figure(ui, area.with_height(28 + 3 * 56), "rater bars", groups);
  Rect head = area.cut_top(28);
  head.cut_left(150);
  rater_axis(ui, head.with_width(head.width - 16), scale);
  Rect grid = area.with_height(3 * 56);
  grid.cut_left(150);
  rater_grid(ui, grid.with_width(grid.width - 16), scale);
  for (int i = 0; i < 3; ++i) {
    Rect row = area.cut_top(56);
    ui.hairline(row.x, row.y, row.width);
    ui.text(row.cut_left(150), type::control, ui.c.ink, axes[i].label);
    const RaterBar bars[] = {{axes[i].self, ui.c.self, true}, {*axes[i].others + 0.2f, ui.c.manager}, {*axes[i].others - 0.1f, ui.c.peer}, {axes[i].others, ui.c.report}};
    const Rect plot = row.with_width(row.width - 16);
    rater_bars(ui, plot, bars, scale);
    figure.hint_row(plot, groups, static_cast<std::size_t>(i) + 1);
  }
}

void draw_lines(Ui& ui, Rect& area) {
  title(ui, area, "Answer 90% of tickets within 4 hours", "Share of tickets, weekly");
  constexpr AxisTick y[] = {{60, "60%"}, {70, "70%"}, {80, "80%"}, {90, "90%", true}, {100, "100%"}}, x[] = {{0, "14 Sep"}, {9, "Today", true}, {13, "18 Dec"}};
  const LineSeries line[] = {{.points = {{0, 64}, {1.4f, 66}, {2.8f, 65}, {4, 70}, {5.5f, 73}, {6.8f, 78}, {8, 80}, {9, 82}}}};
  ChartData data{.caption = "Tickets within 4 hours", .rows = {{"Week", "Share"}, {"38", "64%"}, {"39", "66%"}, {"40", "65%"}, {"42", "70%"}, {"43", "73%"}, {"44", "78%"}, {"46", "80%"}, {"47", "82%"}}};
  line_chart(ui, area.cut_top(184), line, {.x_maximum = 13, .y_minimum = 60, .y_maximum = 100, .x_ticks = x, .y_ticks = y, .forecast = Forecast{{9, 82}, {13, 89}, 84, 93, "89%"}, .target = 90.0f, .target_label = "Target", .today = 9.0f}, data);
  area.skip(24);
  title(ui, area, "Ratings over four cycles", "Support gained 0.6, most of all departments");
  constexpr AxisTick ratings[] = {{3, "3.0"}, {3.5f, "3.5"}, {4, "4.0"}}, cycles[] = {{0, "Spring 25"}, {1, "Autumn 25"}, {2, "Spring 26"}, {3, "Autumn 26"}};
  const LineSeries departments[] = {{.points = {{0, 3.1f}, {1, 3.2f}, {2, 3.4f}, {3, 3.7f}}, .label = "Support 3.7", .dots = true},
                                    {.points = {{0, 3.4f}, {1, 3.5f}, {2, 3.7f}, {3, 3.8f}}, .label = "Product 3.8", .highlighted = false},
                                    {.points = {{0, 3.5f}, {1, 3.5f}, {2, 3.4f}, {3, 3.5f}}, .label = "Operations 3.5", .highlighted = false},
                                    {.points = {{0, 3.3f}, {1, 3.4f}, {2, 3.3f}, {3, 3.2f}}, .label = "Sales 3.2", .highlighted = false}};
  line_chart(ui, area.cut_top(210), departments, {.x_maximum = 3, .y_minimum = 3, .y_maximum = 4, .x_ticks = cycles, .y_ticks = ratings, .label_width = 110}, {.caption = "Ratings", .rows = {{"Cycle", "Support"}, {"Spring 25", "3.1"}, {"Autumn 25", "3.2"}, {"Spring 26", "3.4"}, {"Autumn 26", "3.7"}}});
}

void draw_bars(Ui& ui, Rect& area) {
  title(ui, area, "Mix of actions", "This plan and the guide");
  const BarPart parts[] = {{4, ui.c.manager}, {2, ui.c.peer}, {1, ui.c.report}};
  stacked_bar(ui, area.cut_top(20), parts, {.caption = "This plan", .rows = {{"Kind", "Actions"}, {"On the job", "4"}, {"With others", "2"}, {"Course", "1"}}});
  const BarPart states[] = {{7, ui.c.accent_fill, "7"}, {2, 0, "2", Tone::warn}, {1, 0, "1", Tone::bad}};
  stacked_bar(ui, area.cut_top(44), states, {.caption = "Goals of support"}, {.total = 14, .height = 26});
  area.skip(16);
  gap_track(ui, area.cut_top(56).with_width(250), {.before = 2.9f, .now = 3.4f, .target = 4.0f, .before_label = "2.9", .now_label = "3.4", .target_label = "4.0"}, {.caption = "Developing others", .rows = {{"Developing others", "Value"}, {"Before", "2.9"}, {"Now", "3.4"}, {"Target", "4.0"}}});
  area.skip(16);
  const HistogramBar bars[] = {{"1", 0}, {"2", 0}, {"3", 1, 2.0f}, {"4", 4, 3.0f}, {"5", 0}};
  histogram(ui, area.cut_top(90).with_width(150), bars, {.caption = "Product", .rows = {{"Rating", "Now"}, {"1", "0"}, {"2", "0"}, {"3", "1"}, {"4", "4"}, {"5", "0"}}});
  area.skip(24);
  title(ui, area, "Effect of programmes", "Change against similar people, 95% interval");
  const IntervalRow rows[] = {{"Coaching basics", "6 people", 0.42f, 0.18f, 0.66f, "+0.42"}, {"Writing workshop", "8 people", 0.12f, -0.1f, 0.34f, "+0.12"}};
  constexpr std::pair<float, std::string_view> ticks[] = {{-0.4f, "\xE2\x88\x92" "0.4"}, {0, "0.0"}, {0.4f, "+0.4"}, {0.8f, "+0.8"}};
  interval_dots(ui, area, rows, {.caption = "Effect of programmes"}, {.minimum = -0.45f, .maximum = 0.85f, .ticks = ticks});
  area.skip(24);
  title(ui, area, "Before and after", "Spring to autumn");
  const SlopeLine lines[] = {{2.9f, 3.4f, "2.9", "3.4", ui.c.accent}, {3.3f, 3.6f, "3.3", "3.6", ui.c.manager}, {3.5f, 3.7f, "3.5", "3.7", ui.c.field}};
  slope_chart(ui, area.cut_top(190).with_width(300), lines, {.caption = "Before and after"}, {.minimum = 2.7f, .maximum = 4.1f, .before_head = "Spring", .after_head = "Autumn", .target = 4.0f, .target_label = "target 4.0"});
  area.skip(24);
  title(ui, area, "Agreement of raters", "Coaching questions are read in different ways");
  constexpr std::string_view columns[] = {"Support", "Product", "Operations", "Sales"}, competencies[] = {"Collaboration", "Expertise"};
  constexpr HeatCell cells[] = {{"0.62", HeatLevel::weak}, {"0.78"}, {"0.71"}, {"0.66"}, {"0.88", HeatLevel::strong}, {"0.86", HeatLevel::strong}, {"0.83", HeatLevel::strong}, {"hidden", HeatLevel::hidden}};
  heat_grid(ui, area, {.caption = "Agreement", .rows = {{"Competency", "Support"}, {"Collaboration", "0.62"}, {"Expertise", "0.88"}}}, columns, competencies, cells, 130);
}

void draw_nine_box(Ui& ui, Rect& area, PartsState& state) {
  constexpr std::array<std::pair<const char*, int>, 9> where{{{"Nils", 0}, {"Priya", 1}, {"Jonas", 2}, {"Tom", 3}, {"Ben", 4}, {"Carla", 4}, {"Mara", 5}, {"Ines", 7}, {"David", 8}}};
  std::vector<NineBoxPerson> people;
  std::array<int, 9> counts{};
  for (int i = 0; i < static_cast<int>(where.size()); ++i) {
    const int cell = i == state.moved_person ? state.moved_to : where[static_cast<std::size_t>(i)].second;
    std::optional<int> from;
    if (i == state.moved_person) from = where[static_cast<std::size_t>(i)].second;
    else if (i == 2 && state.moved_person < 0) from = 4;
    else if (i == 5) from = 7;
    people.push_back({person_number(where[static_cast<std::size_t>(i)].first), where[static_cast<std::size_t>(i)].first, cell, from});
    ++counts[static_cast<std::size_t>(cell)];
  }
  NineBoxWords words{.cells = {"Not yet settled", "Rising", "Ready for more", "Needs support", "Solid", "Strong", "At risk", "Steady", "Expert in role"}, .rows = {"High", "Medium", "Low"}, .columns = {"Below", "Meets", "Above"}, .row_axis = "Potential", .column_axis = "Performance"};
  for (std::size_t i = 0; i < 9; ++i) words.counts[i] = counts[i] > 0 ? std::to_string(counts[i]) : "";
  const NineBoxResult result = nine_box(ui, area.cut_top(690).with_width(std::min(area.width, 720.0f)), "Nine-box", people, words, {.caption = "Nine-box", .rows = {}});
  if (result.dragged >= 0) state.moved_person = result.dragged, state.moved_to = result.to_cell;
  if (result.clicked >= 0) show_notice(ui, people[static_cast<std::size_t>(result.clicked)].name);
}

}  // namespace

float draw_chart_parts(Ui& ui, const Rect& area, PartsState& state) {
  Rect rest = area;
  Rect left = ui.phone() ? rest : rest.column(0, 2, 56), right = rest.column(1, 2, 56);
  draw_radar_and_bars(ui, left);
  left.skip(32);
  draw_lines(ui, left);
  if (ui.phone()) right = left, right.skip(24);
  draw_bars(ui, right);
  rest.skip(std::max(left.y, right.y) - rest.y + 40);
  if (!ui.phone()) draw_nine_box(ui, rest, state);
  return rest.y - area.y;
}

}  // namespace fullcircle::ui

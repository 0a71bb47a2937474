// The second section of the page of parts: every widget the first does not show, alive.
#include <array>

#include "ui/screens/parts_screen.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/columns.h"
#include "ui/widgets/comment_field.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/form.h"
#include "ui/widgets/link.h"
#include "ui/widgets/list.h"
#include "ui/widgets/menu.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/palette.h"
#include "ui/widgets/progress_bar.h"
#include "ui/widgets/rating_scale.h"
#include "ui/widgets/rings.h"
#include "ui/widgets/section.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/select.h"
#include "ui/widgets/states.h"
#include "ui/widgets/steps.h"
#include "ui/widgets/surface.h"

namespace fullcircle::ui {
namespace {

constexpr std::array<const char*, 8> kNames{"Aisha", "Ben", "Carla", "David", "Elena", "Ines", "Jonas", "Mara"};
constexpr std::array<const char*, 8> kRoles{"People partner", "Data analyst", "Office manager", "Operations lead",
                                            "Product lead", "Account manager", "Engineer A", "Support lead"};
constexpr Day kToday{20776};   // 19 November 2026, the day of the pictures

std::uint64_t person(std::size_t index) { return person_number(kNames[index % kNames.size()]); }

const DateWords& german_dates() {
  static const DateWords words{
      .months = {"Januar", "Februar", "M\xC3\xA4rz", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"},
      .weekdays = {"Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"},
      .open_calendar = "Kalender \xC3\xB6" "ffnen", .previous_month = "Voriger Monat", .next_month = "N\xC3\xA4" "chster Monat", .today = "Heute"};
  return words;
}

const std::vector<Choice>& people() {
  static const std::vector<Choice> choices = [] {
    std::vector<Choice> made;
    for (std::size_t i = 0; i < kNames.size(); ++i) made.push_back({.label = kNames[i], .caption = kRoles[i], .person = person(i)});
    return made;
  }();
  return choices;
}

/// Fields of a form, the German ones with the longest labels.
void draw_form(Ui& ui, Rect& area, PartsState& state) {
  section_head(ui, area.cut_top(kSectionHead), "Form", {.icon = Icon::rows_3, .note = "labels, hints and errors"});
  area.skip(16);
  text_field(ui, form_row(ui, area, "Titel der Zielvereinbarung", {.hint = "Ein Ergebnis, keine T\xC3\xA4tigkeit", .required = true}),
             "Titel der Zielvereinbarung", state.name);
  search_field(ui, form_row(ui, area, "Search"), "Search people", state.search, {.placeholder = "Name or role"});
  const Rect pair = form_row(ui, area, "Weight and due date", {.error = state.weight ? "" : "A weight is missing"});
  number_field(ui, pair.column(0, 2, 12), "Weight", state.weight, {.field = {.error = state.weight ? "" : "A weight is missing"}, .decimal_mark = ',', .minimum = 0, .maximum = 100, .unit = "%"});
  date_field(ui, pair.column(1, 2, 12), "Due date", state.due, kToday, german_dates());
  person_picker(ui, form_row(ui, area, "Person"), "Person", people(), state.person, {.placeholder = "Choose", .search = "Search people", .nothing_found = "Nobody by this name", .none = "Nobody"});
  const Rect field = form_row_begin(ui, area, "Note", {.optional = "optional"});
  form_row_end(ui, area, text_area(ui, field, "Note", state.note, {.field = {.placeholder = "What happened?", .spell_check = true}}).height);
}

void draw_choices(Ui& ui, Rect& area, PartsState& state) {
  section_head(ui, area.cut_top(kSectionHead), "Choices", {.count = "4"});
  area.skip(12);
  checkbox(ui, area.cut_top(32), "I have not seen this often enough to judge", state.off_box);
  constexpr RadioChoice scope[] = {{"Only me", "nobody else reads it"}, {"My manager"}, {"Everyone in the workspace"}};
  radio_list(ui, area.cut_top(radio_list_height(scope)), "Who sees it", scope, state.radio);
  area.skip(12);
  constexpr RadioChoice files[] = {{"Whole team", "All data, for backup or a second device"},
                                   {"One person", "Goals, own results, plan. No names of raters"},
                                   {"Figures", "Averages of groups of 3 or more"}};
  const float height = radio_cards_height(ui, area.width, files);
  radio_cards(ui, area.cut_top(height), "Export", files, state.file);
  area.skip(16);
  Rect row = setting_row(ui, area, "Passphrase", "Locks the data on this device and every exported file.");
  toggle_switch(ui, row.cut_right(32), "Passphrase", state.on_switch);
  row.cut_right(16);
  button_right(ui, row, "Change");
}

constexpr RatingStep kSteps[] = {{1, "1", "Rarely", "Decides alone, others hear about it afterwards"},
                                 {2, "2", "Sometimes", "Shares when somebody asks"},
                                 {3, "3", "Often", "Tells those affected before it happens"},
                                 {4, "4", "Usually", "Asks early, shares progress and changes"},
                                 {5, "5", "Role model", "Others copy how she includes people"}};

void draw_rating(Ui& ui, Rect& area, PartsState& state) {
  section_head(ui, area.cut_top(kSectionHead), "Rating and comment", {.note = "2 of 3 parts"});
  area.skip(16);
  rating_cards(ui, area.cut_top(rating_cards_height(ui, area.width, kSteps)), "Mara involves the right people early", kSteps, state.rating);
  area.skip(16);
  rating_row(ui, area.cut_top(32), "Short form", kSteps, state.compact_rating);
  area.skip(16);
  float height = 0;
  comment_field(ui, area, "What did you see?", state.comment, {{{"Situation", "When and where was it?"}, {"Behaviour", "What did she say or do?"}, {"Impact", "What changed for you?"}}}, &height);
  area.skip(height + 8);
  icon_line(ui, area.cut_top(20), Icon::shield_check, "Mara sees this together with at least two other peers, without your name.", ui.c.ink3, type::caption, 14);
}

void draw_lists(Ui& ui, Rect& area) {
  if (section_head(ui, area.cut_top(kSectionHead), "Check-ins due", {.icon = Icon::message_circle, .count = "3", .action = "All 5", .reference = "forecast"}))
    show_notice(ui, "All check-ins");
  Group list(ui, MirrorRole::list, area.with_height(180), "Check-ins due");
  for (std::size_t i = 0; i < 3; ++i) {
    ListRow row(ui, area.cut_top(metrics::kRowTask), person(i + 5), kNames[i + 5], {.first = i == 0});
    if (row.clicked()) show_notice(ui, std::string(kNames[i + 5]) + " opened", "Undo");
    Rect inside = row.rect();
    button_right(ui, inside, "Start", {.height = metrics::kControlSmall, .name = std::string("Start check-in with ") + kNames[i + 5]}, 12);
    if (i == 0) chip_right(ui, inside, "2 days late", Tone::warn, Icon::clock);
    avatar(ui, inside.cut_left(32), person(i + 5), kNames[i + 5], 32);
    inside.cut_left(12);
    two_lines(ui, inside, kNames[i + 5], std::string(kRoles[i + 5]) + " \xC2\xB7 last check-in 13 days ago");
  }
}

void draw_progress(Ui& ui, Rect& area) {
  section_head(ui, area.cut_top(kSectionHead), "Steps", {.level = 2});
  area.skip(12);
  constexpr Step stages[] = {{"Goals agreed", StepState::done, "14/14"}, {"Self-review", StepState::done, "14/14"}, {"Peer feedback", StepState::current, "31/44"}, {"Calibration", StepState::open, "from 30 Nov"}};
  area.skip(stage_list(ui, area, stages));
  area.skip(12);
  constexpr Step rail[] = {{"Communication", StepState::done}, {"Ownership", StepState::done}, {"Collaboration", StepState::current}, {"Expertise"}};
  step_rail(ui, area.cut_top(160), "Questions", rail, 2);
  area.skip(16);
  constexpr TimelineEntry entries[] = {{"Feedback from Jonas", "12 Nov", Icon::message_square_quote, Tone::accent, true}, {"Check-in with David", "3 Nov", Icon::message_circle}, {"Goals agreed", "14 Sep", Icon::target}};
  timeline(ui, area.cut_top(timeline_height(3)), "Timeline", entries);
  area.skip(8);
  constexpr CheckLine lines[] = {{"Specific", "First reply, business hours, all channels"}, {"Achievable", "Needs one more late shift: agree with David", Tone::warn}};
  area.skip(check_list(ui, area, lines));
}

void draw_small(Ui& ui, Rect& area) {
  section_head(ui, area.cut_top(kSectionHead), "Small parts");
  area.skip(12);
  Rect row = area.cut_top(40);
  date_tile(ui, row.cut_left(54), "24", "Nov");
  two_lines(ui, row, "Peer feedback closes", "13 answers still out");
  area.skip(16);
  constexpr std::string_view path[] = {"360\xC2\xB0 results", "Mara"};
  breadcrumb(ui, area.cut_top(28), path);
  area.skip(8);
  constexpr std::string_view keys[] = {"Ctrl", "K"};
  key_caps(ui, area.cut_top(24), keys);
  area.skip(12);
  const LegendEntry legend_entries[] = {{"Self", ui.c.self, LegendMark::hollow_pill}, {"Manager", ui.c.manager, LegendMark::pill, "1"}, {"Peers", ui.c.peer, LegendMark::pill, "5"}, {"Others", ui.c.accent, LegendMark::dot_line}, {"Self", ui.c.self, LegendMark::hollow_dot_line}};
  legend(ui, area.cut_top(20), legend_entries);
  area.skip(12);
  Rect stats = area.cut_top(kStat);
  stat(ui, stats.column(0, 3, 12), "4.0", "others, weighted", {.unit = "/ 5"});
  stat(ui, stats.column(1, 3, 12), "3.9", "self", {.colour = ui.c.self});
  agreement(ui, stats.column(2, 3, 12).with_height(28), 2, "Medium", true);
  area.skip(12);
  stat(ui, area.cut_top(64), "71%", "Goals that will be met", {.figure = type::figure_large, .change = "6 points", .change_icon = Icon::arrow_up_right, .change_tone = Tone::good, .caption_above = true});
  area.skip(12);
  area.skip(quote(ui, area, "\xE2\x80\x9CIn Monday\xE2\x80\x99s handover you read the open cases aloud. Nobody had to ask twice and I started at once.\xE2\x80\x9D", "Peers \xC2\xB7 Communication"));
  area.skip(16);
  area.skip(note(ui, area, Icon::shield_check, "**Reports: 2 answers.** Fewer than 3 people: hidden, counted only in the total."));
  area.skip(12);
  area.skip(error_note(ui, area, "This file could not be read", "Row 12, column Email: not an address. Nothing was changed."));
  area.skip(12);
  drop_zone(ui, area.cut_top(204), "Drop answer files here", {.text = "read and merged on this device only", .action = "Choose files", .icon = Icon::file_input});
  area.skip(16);
  float height = 0;
  empty_state(ui, area, "No goals yet.", {.text = "Goals appear here as soon as somebody proposes one.", .action = "New goal", .icon = Icon::plus}, &height);
  area.skip(height + 12);
  loading_rows(ui, area.cut_top(96), 32, 3, "Loading");
}

void draw_layers(Ui& ui, Rect& area, PartsState& state) {
  section_head(ui, area.cut_top(kSectionHead), "Layers");
  area.skip(12);
  Rect row = area.cut_top(32);
  if (button_left(ui, row, "Dialog")) state.dialog = true;
  if (button_left(ui, row, "Confirm")) state.confirm = true;
  const Rect anchor = row.with_width(100);
  if (button_left(ui, row, "Popover", {.opens_menu = true, .open = state.popover})) state.popover = !state.popover;
  if (button_left(ui, row, "Palette", {.icon = Icon::search})) state.palette.open = true;
  if (button_left(ui, row, "Notice")) show_notice(ui, "Check-in saved", "Undo");
  constexpr MenuItem items[] = {{"Edit", Icon::pencil, "E"}, {"Export", Icon::file_down}, {"Delete goal", Icon::trash_2, {}, false, true, false, true}};
  more_menu(ui, row.cut_left(32), "More", items);
  if (state.dialog) {
    Dialog dialog(ui, "dialog", {.title = "Add a goal", .confirm = "Add goal", .cancel = "Cancel", .close = "Close"});
    Rect body = dialog.body();
    text_field(ui, form_row(ui, body, "Title"), "Title", state.name);
    person_picker(ui, form_row(ui, body, "Owner"), "Owner", people(), state.person, {.search = "Search people", .nothing_found = "Nobody by this name"});
    if (dialog.result() != Dialog::Result::none) state.dialog = false;
  }
  if (state.confirm && confirm(ui, "confirm", {.title = "Delete this goal?", .text = "Its check-ins stay in the history. Nothing leaves this device.", .confirm = "Delete goal", .cancel = "Keep", .danger = true}) != Dialog::Result::none)
    state.confirm = false;
  if (state.popover) {
    Popover popover(ui, anchor, "popover", state.popover, {.name = "Filter"});
    Rect body = popover.body();
    checkbox(ui, body.cut_top(32), "Only my reports", state.off_box, {.key = "reports"});
    checkbox(ui, body.cut_top(32), "Off track", state.on_box, {.key = "off"});
  }
  if (state.palette.open) {
    constexpr std::string_view start[] = {"C"}, open[] = {"G", "R"};
    const PaletteItem found[] = {{"Mara", "Support lead", "People", {}, person(7), {}, "Open"}, {"Gross margin above 38%", "Board \xC2\xB7 Lena", "Goals", Icon::target}, {"Start check-in", "with Mara", "Actions for Mara", Icon::message_circle, 0, start, "Start"}, {"Open 360\xC2\xB0 result", "Autumn review", "Actions for Mara", Icon::circle_dot_dashed, 0, open, "Open"}};
    palette(ui, state.palette, found, {"Search", "Search people, goals and actions", "Nothing found", "to move", "to open", "only actions", "4 results"});
  }
}

void draw_long_table(Ui& ui, Rect& area, PartsState& state) {
  section_head(ui, area.cut_top(kSectionHead), "Ten thousand rows", {.count = "10 000", .line = false});
  constexpr Column columns[] = {{"Person", -2, Align::left, true}, {"Role", -2}, {"Manager", -1.5f}, {"Goals", 190}, {"Last check-in", 120}, {"Review stage", 190}};
  Table table(ui, area, "Everyone", columns, state.long_table, 10000, {.multi_select = true, .select_row = "Select row", .select_all = "Select all", .actions_width = 40});
  while (const auto row = table.next([](std::size_t i) { return std::uint64_t{i + 1}; })) {
    const std::size_t i = row->index;
    table.person_cell(0, person(i), kNames[i % 8], 32);
    table.text_cell(1, kRoles[i % 8]);
    table.person_cell(2, person(i + 3), kNames[(i + 3) % 8], 20);
    Rect cell = table.cell(3);
    progress_bar(ui, cell.cut_left(116), static_cast<float>(i % 100) / 100, "Goals", {.tone = i % 9 == 0 ? Tone::bad : Tone::accent, .forecast = 0.9f, .value_text = "forecast 90%"});
    cell.cut_left(18);
    ui.text(cell, type::body.figures(), ui.c.ink2, std::to_string(i % 100) + "%");
    if (i % 8 == 7) chip(ui, table.cell(4), "16 days", Tone::warn, Icon::clock);
    else table.text_cell(4, i % 5 == 0 ? "" : "3 days ago");
    cell = table.cell(5);
    constexpr float stages[] = {1, 1, 0.5f, 0, 0, 0};
    cell.cut_left(cycle_dashes(ui, cell, stages, "Stage 3 of 6") + 10);
    ui.text(cell, type::body, ui.c.ink2, "Peer feedback");
    constexpr MenuItem items[] = {{"Open", Icon::user}, {"Ask for feedback", Icon::message_square_quote}};
    if (row->actions_shown()) more_menu(ui, table.actions().middle(32).with_width(32), "More", items);
  }
}

}  // namespace

float draw_more_parts(Ui& ui, const Rect& area, PartsState& state) {
  Rect rest = area;
  constexpr Segment pages[] = {{"Overview"}, {"Goals", "5"}, {"Feedback", "9"}, {"360\xC2\xB0 result"}, {"Development"}, {"Conversations"}, {"History"}};
  tabs(ui, rest.cut_top(metrics::kTab), "Sections", pages, state.tab);
  rest.skip(24);
  Rect left = ui.phone() ? rest : rest.column(0, 2, 56);
  draw_form(ui, left, state);
  left.skip(24);
  draw_choices(ui, left, state);
  left.skip(24);
  draw_rating(ui, left, state);
  Rect right = ui.phone() ? left : rest.column(1, 2, 56);
  if (ui.phone()) right.skip(24);
  draw_lists(ui, right);
  right.skip(24);
  draw_progress(ui, right);
  right.skip(24);
  draw_small(ui, right);
  right.skip(24);
  draw_layers(ui, right, state);
  rest.skip(std::max(left.y, right.y) - rest.y + 32);
  return rest.y - area.y;
}

void draw_table_part(Ui& ui, const Rect& area, PartsState& state) {
  Rect rest = area;
  draw_long_table(ui, rest, state);
}

}  // namespace fullcircle::ui

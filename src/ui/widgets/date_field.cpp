#include "ui/widgets/date_field.h"

#include "ui/widgets/button.h"
#include "ui/widgets/field_frame.h"
#include "ui/widgets/layer.h"

namespace fullcircle::ui {
namespace {

constexpr float kCell = 32, kWidth = 7 * kCell + 24, kHead = 40, kFoot = 40;

struct DateState {
  std::string text;
  std::uint64_t drawn_in = 0; ///< the frame
  std::optional<Day> value{};
  bool open = false;
  bool was_told = false;      ///< the entry was left, or taken with Enter, while it was no date
  bool wants_focus = false;   ///< just opened: the chosen day or today gets the focus
  Day shown;           ///< first day of the month in the calendar
};

Day first_of_month(Day day) {
  YearMonthDay date = to_year_month_day(day);
  date.day = 1;
  return to_day(date);
}

bool allowed(Day day, const DateOptions& options) {
  return (!options.earliest || day >= *options.earliest) && (!options.latest || day <= *options.latest);
}

void draw_month_head(Ui& ui, Rect head, DateState& state, const DateWords& words) {
  const YearMonthDay date = to_year_month_day(state.shown);
  if (icon_button(ui, head.cut_left(32).middle(32), Icon::chevron_left, words.previous_month)) state.shown = first_of_month(state.shown - 1);
  if (icon_button(ui, head.cut_right(32).middle(32), Icon::chevron_right, words.next_month)) state.shown = first_of_month(state.shown + 31);
  const std::string title = words.months[static_cast<std::size_t>(date.month - 1)] + " " + std::to_string(date.year);
  ui.heading(head, 3, type::group, ui.c.ink, title, Align::centre);
}

/// One day of the grid. Out: chosen.
bool draw_day(Ui& ui, const Rect& cell, Day day, int number, const std::optional<Day>& value, Day today, const DateOptions& options) {
  const bool chosen = value == day, possible = allowed(day, options);
  const WidgetId id = ui.make_id(to_text(day));
  MirrorStates states = chosen ? mirror_state::selected | mirror_state::current : 0;
  if (!possible) states |= mirror_state::disabled;
  const bool reachable = chosen || (!value && day == today);
  const std::string label = std::to_string(number);
  const Behaviour done = ui.behave(MirrorItem{.id = id, .role = MirrorRole::button, .rect = cell, .name = label, .description = to_text(day),
                                              .states = states, .keys = key_set::arrows, .tab_index = reachable ? 0 : -1});
  const Rect disc = cell.centred(28, 28);
  if (chosen) ui.fill(disc, ui.c.accent_fill, metrics::kRadiusSmall);
  else if (done.hovered && possible) ui.fill(disc, ui.c.hover, metrics::kRadiusSmall);
  if (day == today && !chosen) ui.outline(disc, ui.c.accent_line, metrics::kRadiusSmall);
  ui.paint_text(cell, type::body.figures(), chosen ? ui.c.on_fill : possible ? ui.c.ink : ui.c.ink3, label, Align::centre);
  if (done.focus_visible) ui.focus_ring(disc.inset(2), metrics::kRadiusSmall - 2);
  const int step = ui.frame.key(id, Key::right) ? 1 : ui.frame.key(id, Key::left) ? -1 : ui.frame.key(id, Key::down) ? 7 : ui.frame.key(id, Key::up) ? -7 : 0;
  if (step != 0) ui.set_focus(ui.peek_id(to_text(day + step)));
  return done.clicked && possible;
}

/// The month under the field. Out: the day chosen.
std::optional<Day> draw_calendar(Ui& ui, const Rect& anchor, DateState& state, std::string_view name, Day today, const DateWords& words,
                                 const DateOptions& options, WidgetId opener) {
  const Rect place = place_popup(ui, anchor, kWidth, kHead + 24 + 6 * kCell + kFoot + 16);
  Layer layer(ui, place, "calendar", {.name = name, .opener = opener, .radius = metrics::kRadiusChoice, .focus_inside = false});
  Rect rest = place.inset(12, 8);
  draw_month_head(ui, rest.cut_top(kHead), state, words);
  const Rect heads = rest.cut_top(24);
  for (int i = 0; i < 7; ++i) {
    const auto day = static_cast<std::size_t>((words.first_weekday - 1 + i) % 7);
    ui.text(heads.column(static_cast<std::size_t>(i), 7, 0), type::caption, ui.c.ink3, words.weekdays[day], Align::centre);
  }
  const Rect grid = rest.cut_top(6 * kCell);
  const YearMonthDay date = to_year_month_day(state.shown);
  const int offset = (weekday(state.shown) - words.first_weekday + 7) % 7;
  std::optional<Day> picked;
  for (int number = 1; number <= days_in_month(date.year, date.month); ++number) {
    const int place_in_grid = offset + number - 1;
    const Rect cell = grid.row(static_cast<std::size_t>(place_in_grid / 7), kCell).column(static_cast<std::size_t>(place_in_grid % 7), 7, 0);
    const Day day = state.shown + (number - 1);
    if (draw_day(ui, cell, day, number, state.value, today, options)) picked = day;
    if (state.wants_focus && day == state.value.value_or(today)) {
      ui.set_focus(ui.peek_id(to_text(day)));
      state.wants_focus = false;
    }
  }
  Rect foot = rest;
  if (button_left(ui, foot, words.today, {.kind = ButtonKind::quiet, .height = metrics::kControlSmall, .disabled = !allowed(today, options)}))
    picked = today;
  if (picked || layer.closed()) state.open = false;
  return picked;
}

}  // namespace

DateResult date_field(Ui& ui, const Rect& rect, std::string_view name, std::optional<Day>& value, Day today, const DateWords& words,
                       const DateOptions& options) {
  IdScope scope(ui, options.field.key.empty() ? name : options.field.key);
  DateState& state = ui.memory.state<DateState>(ui.make_id("state"));
  FieldOptions field = options.field;
  field.key = "text";
  const bool editing = ui.frame.focused(ui.peek_id("text"));
  if (state.drawn_in + 1 != ui.memory.frame_number) state = DateState();  // an entry given up with its dialog
  state.drawn_in = ui.memory.frame_number;
  if (!editing && (state.value != value || (state.text.empty() && value))) {
    state.value = value;
    state.text = value ? format_day(*value, words) : std::string{};
  }
  const auto is_wrong = [&] {
    const std::optional<Day> typed = parse_typed_day(state.text, words, today);
    return !state.text.empty() && (!typed || !allowed(*typed, options));
  };
  if (!is_wrong()) state.was_told = false;
  else if (!editing) state.was_told = true;
  if (state.was_told) field.error = words.expected;
  constexpr float kButton = 19;  // with the field's own padding: what the calendar's button takes
  DateResult result;
  static_cast<FieldResult&>(result) = edit_line(ui, rect, name, state.text, field, MirrorRole::text_field, kButton);
  result.changed = false;
  const std::optional<Day> read = parse_typed_day(state.text, words, today);
  const bool valid = state.text.empty() || (read && allowed(*read, options));
  if (valid && read != value && (ui.frame.new_text(result.id) || result.committed)) {
    value = state.value = read;
    result.changed = true;
  }
  if (result.committed && read) state.text = format_day(*read, words);
  if (!valid) ui.note_wrong(result.id);
  if (!valid && (result.committed || is_confirmed_within(ui, result))) state.was_told = true;
  result.wrong = state.was_told;
  Rect inside = rect.inset(4, 0);
  const Rect open_button = inside.cut_right(24).middle(24);
  if (icon_button(ui, open_button, Icon::calendar, words.open_calendar, {.disabled = field.disabled || ui.fields_locked, .opens_menu = true, .open = state.open})) {
    state.open = state.wants_focus = !state.open;
    state.shown = first_of_month(value.value_or(today));
  }
  if (state.open) {
    if (const auto picked = draw_calendar(ui, rect, state, name, today, words, options, button_id(ui, words.open_calendar))) {
      result.changed = value != picked;
      value = state.value = picked;
      state.text = format_day(*picked, words);
    }
  }
  return result;
}

}  // namespace fullcircle::ui

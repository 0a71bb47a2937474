#include "ui/screens/screen_parts.h"

#include <algorithm>
#include <functional>

#include "model/sorting.h"
#include "ui/widgets/form.h"
#include "ui/widgets/select.h"

namespace fullcircle {
namespace {

const std::string& numbered(std::string& buffer, std::string_view group, int number) { return buffer = std::string(group) + std::to_string(number); }

}  // namespace

int PersonChoices::index_of(Id<Person> person) const {
  const auto found = std::ranges::find(ids, person);
  return found == ids.end() ? -1 : static_cast<int>(found - ids.begin());
}

PersonChoices compute_person_choices(const ModelView& view, TextServices& text, PeopleAsked asked) {
  std::vector<const Person*> people;
  std::vector<std::string_view> names;
  for (const Person& person : view.table<Person>().alive()) {
    if (person.left_day && *person.left_day < view.today) continue;
    if (person.is_external && asked == PeopleAsked::members) continue;
    people.push_back(&person);
    names.push_back(person.name);
  }
  PersonChoices result;
  for (const auto index : text.sorted_order(names)) {
    const Person& person = *people[index];
    result.ids.push_back(person.id);
    result.choices.push_back({.label = person.name, .caption = view.role_of(person.id), .person = RecordId(person.id).high});
  }
  return result;
}

bool person_field(ScreenContext& screen, const Rect& rect, std::string_view label, const PersonChoices& people, Id<Person>& person,
                  std::string_view none) {
  int chosen = people.index_of(person);
  ui::SelectOptions options;
  options.placeholder = none.empty() ? screen.tr("common.not_set") : none;
  options.search = screen.tr("action.search");
  options.nothing_found = screen.tr("common.nothing_found");
  options.none = none;
  if (!ui::person_picker(screen.ui, rect, label, people.choices, chosen, options)) return false;
  person = people.at(chosen);
  return true;
}

std::string stage_name(const ScreenContext& screen, StageKind kind) { return std::string(screen.tr("stage_line." + std::string(to_name(kind)))); }

ui::DialogOptions form_dialog(const ScreenContext& screen, std::string_view title, std::string_view confirm, float width) {
  return {.title = title, .width = width, .confirm = confirm, .cancel = screen.tr("action.cancel"), .close = screen.tr("action.close")};
}

ui::TextAreaResult words_row(ScreenContext& screen, Rect& body, std::string_view label, std::string& text, const WordsRowOptions& options) {
  const ui::FormRowOptions row{.hint = options.hint, .optional = options.is_optional ? screen.tr("common.optional") : std::string_view()};
  const Rect field = ui::form_row_begin(screen.ui, body, label, row);
  const ui::FieldOptions look{.placeholder = options.placeholder, .hint = options.hint, .spell_check = true};
  const auto done = ui::text_area(screen.ui, field, label, text, {.field = look, .least_lines = options.least_lines});
  ui::form_row_end(screen.ui, body, done.height, row);
  return done;
}

namespace {

struct CycleChoices {
  std::vector<Id<ReviewCycle>> ids;
  std::vector<ui::Choice> choices;
  int place = -1;
};

/// Those that have begun, the newest first.
CycleChoices find_cycle_choices(const ModelView& view, const ReviewCycle& shown) {
  std::vector<const ReviewCycle*> cycles;
  for (const ReviewCycle& cycle : view.table<ReviewCycle>().alive())
    if (cycle.state != CycleState::draft) cycles.push_back(&cycle);
  sort_stably(cycles, std::greater<>(), [](const ReviewCycle* cycle) { return cycle->start_day ? cycle->start_day->number : 0; });
  CycleChoices found;
  for (const ReviewCycle* cycle : cycles) {
    if (cycle->id == shown.id) found.place = static_cast<int>(found.ids.size());
    found.ids.push_back(cycle->id);
    found.choices.push_back({cycle->name});
  }
  return found;
}

void select_cycle(ScreenContext& screen, const Rect& rect, CycleChoices& cycles, const ui::SelectOptions& options, Id<ReviewCycle>& chosen) {
  if (ui::select(screen.ui, rect, screen.tr("nav.cycle"), cycles.choices, cycles.place, options) && cycles.place >= 0)
    chosen = cycles.ids[static_cast<std::size_t>(cycles.place)];
}

}  // namespace

void cycle_field(ScreenContext& screen, const Rect& rect, const ReviewCycle& shown, Id<ReviewCycle>& chosen) {
  CycleChoices cycles = find_cycle_choices(screen.view, shown);
  select_cycle(screen, rect, cycles, {}, chosen);
}

void cycle_choice(ScreenContext& screen, Rect& bar, const ReviewCycle& shown, Id<ReviewCycle>& chosen) {
  CycleChoices cycles = find_cycle_choices(screen.view, shown);
  if (cycles.ids.size() < 2) return;
  const ui::SelectOptions options{.as_button = true};
  const float width = ui::select_width(screen.ui, cycles.choices, cycles.place, options);
  select_cycle(screen, bar.cut_right(width).middle(ui::metrics::kControl), cycles, options, chosen);
  bar.cut_right(8);
}

std::string date_expected(const ScreenContext& screen, const ui::DateWords& words) {
  const std::string example = ui::format_day(screen.view.today, words);
  return screen.tr("calendar.expected", {{"example", example}, {"short", example.substr(0, words.separator == '.' ? 6 : 5)}});
}

ui::DateWords date_words(const ScreenContext& screen) {
  ui::DateWords words;
  std::string key;
  for (int month = 1; month <= 12; ++month)
    words.months[static_cast<std::size_t>(month - 1)] = screen.tr(numbered(key, "format.month_long.", month));
  for (int day = 1; day <= 7; ++day) {
    const std::string_view name = screen.tr(numbered(key, "format.weekday.", day));
    words.weekdays[static_cast<std::size_t>(day - 1)] = name.substr(0, 2);
  }
  words.separator = screen.language.code() == "en" ? '/' : '.';
  words.first_weekday = screen.text.first_weekday();
  words.open_calendar = screen.tr("calendar.open");
  words.previous_month = screen.tr("calendar.previous_month");
  words.next_month = screen.tr("calendar.next_month");
  words.today = screen.tr("common.today");
  words.expected = date_expected(screen, words);
  return words;
}

bool draw_entry_of_list(ui::Ui& ui, const Rect& row, ui::Icon icon, std::string_view label, bool is_active) {
  using namespace ui::metrics;
  const auto done = ui.behave(ui.make_id(label), row, MirrorRole::button, label, is_active ? mirror_state::current : 0);
  if (is_active || done.hovered) ui.fill(row, ui.c.hover, kRadiusControl);
  if (done.focus_visible) ui.focus_ring(row, kRadiusControl);
  Rect inside = row.inset(8, 0);
  ui.paint_icon(inside.cut_left(16), icon, is_active ? ui.c.accent : ui.c.ink2);
  inside.cut_left(10);
  ui.paint_text(inside, ui::type::control, is_active ? ui.c.ink : ui.c.ink2, label);
  return done.clicked;
}

ui::DateResult day_field(ScreenContext& screen, const Rect& rect, std::string_view label, std::optional<Day>& day, std::string_view error) {
  return ui::date_field(screen.ui, rect, label, day, screen.view.today, date_words(screen), {.field = {.placeholder = screen.tr("calendar.format"), .error = error}});
}

void day_row(ScreenContext& screen, Rect& area, std::string_view label, std::optional<Day>& day, float width) {
  const float height = screen.ui.control_height();
  const Rect field = ui::form_row_begin(screen.ui, area, label).with_height(height).with_width(std::min(width, area.width));
  const bool is_wrong = day_field(screen, field, label, day).wrong;
  const std::string error = is_wrong ? date_expected(screen, date_words(screen)) : std::string();
  ui::form_row_end(screen.ui, area, height, {.error = error});
}

std::string number_expected(const ScreenContext& screen, const ui::NumberOptions& options) {
  constexpr double kNoLimit = 1e15;
  const auto limit = [&](double value) { return screen.formats.short_number(value); };
  if (options.minimum > -kNoLimit && options.maximum < kNoLimit)
    return screen.tr("field_error.range", {{"low", limit(options.minimum)}, {"high", limit(options.maximum)}});
  if (options.minimum > -kNoLimit) return screen.tr("field_error.at_least", {{"low", limit(options.minimum)}});
  return screen.tr("field_error.number", {{"example", screen.formats.number(12.5, 1)}});
}

ui::NumberResult number_field(ScreenContext& screen, const Rect& rect, std::string_view label, std::optional<double>& value, ui::NumberOptions options) {
  const std::string& mark = screen.language.number_marks().decimal;
  if (!mark.empty()) options.decimal_mark = mark.front();
  const std::string expected = number_expected(screen, options);
  options.expected = expected;
  return ui::number_field(screen.ui, rect, label, value, options);
}

ui::NumberResult number_row(ScreenContext& screen, Rect& area, std::string_view label, std::optional<double>& value, const ui::NumberOptions& options, float width) {
  const float height = screen.ui.control_height();
  const Rect field = ui::form_row_begin(screen.ui, area, label).with_height(height).with_width(std::min(width, area.width));
  const auto typed = number_field(screen, field, label, value, options);
  const std::string expected = typed.wrong && options.field.error.empty() ? number_expected(screen, options) : std::string(options.field.error);
  ui::form_row_end(screen.ui, area, height, {.hint = options.field.hint, .error = expected});
  return typed;
}

}  // namespace fullcircle

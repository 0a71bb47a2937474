#include "ui/widgets/choice_list.h"

#include <cmath>

#include "ui/widgets/avatar.h"
#include "ui/widgets/layer.h"
#include "ui/widgets/scroll.h"
#include "ui/widgets/text_field.h"

namespace fullcircle::ui {
namespace {

constexpr float kRow = 34, kPadding = 6, kSearch = 44, kMostHeight = 320, kLeastWidth = 220;

/// ASCII and the Latin letters of two bytes, whose lower case is 32 further on; enough to search names by.
std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (std::size_t i = 0; i < lower.size(); ++i) {
    const auto byte = static_cast<unsigned char>(lower[i]);
    if (byte >= 'A' && byte <= 'Z') lower[i] = static_cast<char>(byte + 32);
    const bool second = i > 0 && static_cast<unsigned char>(lower[i - 1]) == 0xC3;
    if (second && byte >= 0x80 && byte <= 0x9E && byte != 0x97) lower[i] = static_cast<char>(byte + 32);
  }
  return lower;
}

bool holds_all_words(std::string_view text, std::string_view words) {
  while (!words.empty()) {
    const std::size_t blank = words.find(' ');
    const std::string_view word = words.substr(0, blank);
    if (!word.empty() && text.find(word) == std::string_view::npos) return false;
    if (blank == std::string_view::npos) break;
    words.remove_prefix(blank + 1);
  }
  return true;
}

void refresh_found(ChoiceListState& state, std::span<const Choice> choices) {
  if (state.found_for == state.search && state.found_among == choices.size()) return;
  find_choices(choices, state.search, state.found);
  state.found_for = state.search;
  state.found_among = choices.size();
  state.marked = state.found.empty() ? -1 : 0;
}

/// A letter goes on to the next label that begins with it, as in every list of the browser. `extra` rows stand before the choices.
void go_to_letter(ChoiceListState& state, std::span<const Choice> choices, std::string_view letter, int extra) {
  const int count = static_cast<int>(state.found.size());
  for (int tried = 1; tried <= count; ++tried) {
    const int at = (std::max(state.marked - extra, -1) + tried) % count;
    const std::string label = lower_case(choices[static_cast<std::size_t>(state.found[static_cast<std::size_t>(at)])].label);
    if (!label.starts_with(letter)) continue;
    state.marked = at + extra;
    return;
  }
}

/// Keys move the mark; Enter chooses it. Out: chosen by Enter.
bool move_mark(Ui& ui, WidgetId focused, ChoiceListState& state, std::span<const Choice> choices, int rows) {
  const KeyPress* press = ui.frame.key(focused);
  if (press == nullptr || rows == 0) return false;
  const int page = static_cast<int>(kMostHeight / kRow) - 1;
  switch (press->key) {
    case Key::down: state.marked = std::min(rows - 1, state.marked + 1); break;
    case Key::up: state.marked = std::max(0, state.marked - 1); break;
    case Key::page_down: state.marked = std::min(rows - 1, state.marked + page); break;
    case Key::page_up: state.marked = std::max(0, state.marked - page); break;
    case Key::home: state.marked = 0; break;
    case Key::end: state.marked = rows - 1; break;
    case Key::character: go_to_letter(state, choices, press->text, rows - static_cast<int>(state.found.size())); break;
    case Key::enter: return state.marked >= 0;
    default: break;
  }
  return false;
}

}  // namespace

void find_choices(std::span<const Choice> choices, std::string_view search, std::vector<int>& found) {
  const std::string words = lower_case(search);
  found.clear();
  std::string text;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (!words.empty()) {
      text = lower_case(choices[i].label);
      text.append(" ").append(lower_case(choices[i].caption));
    }
    if (words.empty() || holds_all_words(text, words)) found.push_back(static_cast<int>(i));
  }
}

void paint_choice(Ui& ui, Rect rect, const Choice& choice, Colour colour, TextStyle style) {
  if (choice.person != 0) {
    avatar(ui, rect.cut_left(22), choice.person, choice.label, 22);
    rect.cut_left(8);
  } else if (choice.icon != Icon::none) {
    ui.paint_icon(rect.cut_left(16), choice.icon, ui.c.ink2);
    rect.cut_left(8);
  }
  rect.cut_left(ui.paint_text(rect, style, colour, choice.label) + 8);
  if (rect.width > 24) ui.paint_text(rect, type::caption, ui.c.ink3, choice.caption);
}

namespace {

WidgetId option_id(int index, WidgetId list) { return widget_id(static_cast<std::uint64_t>(index + 1), list); }

/// The option that the keys are at, for screen readers.
WidgetId marked_id(const ChoiceListState& state, int extra, WidgetId list) {
  const int at = state.marked - extra;
  return at < static_cast<int>(state.found.size()) ? option_id(at < 0 ? -1 : state.found[static_cast<std::size_t>(at)], list) : 0;
}

}  // namespace

int choice_list(Ui& ui, const Rect& anchor, ChoiceListState& state, std::string_view name, std::span<const Choice> choices, int chosen,
                const SelectOptions& options, WidgetId opener) {
  refresh_found(state, choices);
  const bool searches = !options.search.empty();
  const int extra = options.none.empty() || !state.search.empty() ? 0 : 1;
  const int rows = static_cast<int>(state.found.size()) + extra;
  float widest = kLeastWidth;
  for (std::size_t i = 0; i < std::min<std::size_t>(choices.size(), 40); ++i)
    widest = std::max(widest, ui.text_width(type::body, choices[i].label) + ui.text_width(type::caption, choices[i].caption) + 80);
  const float content = std::max(kRow, kRow * static_cast<float>(rows)) + 2 * kPadding;
  const float height = std::min(content, kMostHeight) + (searches ? kSearch : 0);
  const Rect place = place_popup(ui, anchor, std::min(420.0f, std::max(anchor.width, widest)), height, options.as_button ? Align::right : Align::left);
  Layer layer(ui, place, "list", {.role = MirrorRole::dialog, .name = name, .opener = opener});
  Rect rest = place;
  const KeySet keys = key_set::vertical | key_set::pages | key_set::of(Key::enter);
  WidgetId keyboard = 0;
  if (searches) {
    const Rect field = rest.cut_top(kSearch).inset(8, 6);
    FieldOptions look{.placeholder = options.search, .icon = Icon::search, .small_text = true, .frameless = true};
    keyboard = ui.peek_id(options.search);
    look.keys = keys;
    search_field(ui, field, options.search, state.search, look);
    ui.hairline(place.x + 1, rest.y - 1, place.width - 2);
    refresh_found(state, choices);
  }
  int result = -2;
  ScrollArea scroll(ui, rest, "rows", {}, {.end_padding = kPadding});
  Rect area = scroll.content().inset(kPadding, 0);
  area.skip(kPadding);
  const float top = area.y;
  const WidgetId list = ui.make_id("options");
  Group group(ui, MirrorItem{.id = list, .role = MirrorRole::list_box, .rect = area.with_height(kRow * static_cast<float>(rows)), .name = name,
                             .states = searches ? MirrorStates{0} : mirror_state::focusable,
                             .keys = searches ? KeySet{0} : keys | key_set::ends | key_set::characters, .tab_index = searches ? -1 : 0, .controls = marked_id(state, extra, list)});
  if (!searches) {
    keyboard = list;
    ui.take_first_focus({.id = list});
  }
  ui.reach(top + kRow * static_cast<float>(rows));
  const int before = state.marked;
  const bool entered = move_mark(ui, keyboard, state, choices, rows);
  const auto first = std::max(0, static_cast<int>((rest.y - top) / kRow) - 1);
  const auto last = std::min(rows, first + static_cast<int>(rest.height / kRow) + 3);
  for (int row = 0; row < rows; ++row) {
    if ((row < first || row >= last) && row != state.marked) continue;
    const int index = row < extra ? -1 : state.found[static_cast<std::size_t>(row - extra)];
    const Choice empty{.label = options.none};
    const Choice& choice = index < 0 ? empty : choices[static_cast<std::size_t>(index)];
    const Rect line = area.row(static_cast<std::size_t>(row), kRow);
    const WidgetId id = option_id(index, list);
    MirrorStates states = index == chosen ? mirror_state::selected : 0;
    const Behaviour done = ui.behave(MirrorItem{.id = id, .role = MirrorRole::option, .rect = line, .name = choice.label,
                                                .description = choice.caption, .states = states, .tab_index = -1, .index = row + 1, .count = rows});
    if (done.hovered || row == state.marked) ui.fill(line, ui.c.hover, metrics::kRadiusChip);
    Rect inside = line.inset(10, 0);
    if (index == chosen) ui.paint_icon(inside.cut_right(16), Icon::check, ui.c.accent, 14);
    paint_choice(ui, inside, choice, index < 0 ? ui.c.ink3 : ui.c.ink, type::body);
    if (done.clicked || (entered && row == state.marked)) result = index;
    if (row == state.marked && state.marked != before) ui.frame.reveal(id);
  }
  if (rows == 0) ui.text(area.cut_top(kRow).inset(10, 0), type::body, ui.c.ink3, options.nothing_found);
  if (result != -2 || layer.closed()) state = {};
  return result;
}

}  // namespace fullcircle::ui

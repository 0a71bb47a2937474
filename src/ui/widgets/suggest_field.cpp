#include "ui/widgets/suggest_field.h"

#include <algorithm>

#include "ui/widgets/choice_list.h"
#include "ui/widgets/field_frame.h"
#include "ui/widgets/layer.h"

namespace fullcircle::ui {
namespace {

constexpr float kRow = 34, kPadding = 6;
constexpr std::size_t kMostShown = 6;

struct SuggestState {
  bool is_open = false;
  int marked = -1;
  std::vector<int> found;
};

void find(SuggestState& state, std::span<const std::string_view> suggestions, std::string_view typed) {
  std::vector<Choice> choices;
  for (const auto suggestion : suggestions) choices.push_back({.label = suggestion});
  find_choices(choices, typed, state.found);
  // Nothing to offer where it stands there already.
  if (state.found.size() == 1 && suggestions[static_cast<std::size_t>(state.found[0])] == typed) state.found.clear();
  if (state.found.size() > kMostShown) state.found.resize(kMostShown);
  state.marked = std::min(state.marked, static_cast<int>(state.found.size()) - 1);
}

/// Arrows move the mark. Out: Enter takes the marked one.
bool move_mark(Ui& ui, WidgetId field, SuggestState& state) {
  const int count = static_cast<int>(state.found.size());
  const bool down = ui.frame.key(field, Key::down), up = ui.frame.key(field, Key::up);
  if (down && !state.is_open) state.is_open = true;
  else if (down) state.marked = std::min(count - 1, state.marked + 1);
  if (up) state.marked = std::max(-1, state.marked - 1);
  return state.is_open && state.marked >= 0 && ui.frame.key(field, Key::enter);
}

/// Out: the suggestion clicked, -1 for none; `state` is closed when the person left the list.
int draw_list(Ui& ui, const Rect& anchor, std::string_view name, SuggestState& state, std::span<const std::string_view> suggestions, WidgetId field) {
  const float height = kRow * static_cast<float>(state.found.size()) + 2 * kPadding;
  const Rect place = place_popup(ui, anchor, anchor.width, height);
  Layer layer(ui, place, "suggestions", {.role = MirrorRole::list_box, .name = name, .opener = field, .focus_inside = false});
  Rect area = place.inset(kPadding);
  int clicked = -1;
  for (int i = 0; i < static_cast<int>(state.found.size()); ++i) {
    const int index = state.found[static_cast<std::size_t>(i)];
    const Rect row = area.cut_top(kRow);
    const auto label = suggestions[static_cast<std::size_t>(index)];
    const Behaviour done = ui.behave(MirrorItem{.id = ui.make_id(label), .role = MirrorRole::option, .rect = row, .name = label,
                                                .states = i == state.marked ? mirror_state::selected : MirrorStates{0}, .tab_index = -1,
                                                .index = i + 1, .count = static_cast<int>(state.found.size())});
    if (done.hovered || i == state.marked) ui.fill(row, ui.c.hover, metrics::kRadiusChip);
    ui.paint_text(row.inset(10, 0), type::body, ui.c.ink, label);
    if (done.clicked) clicked = index;
  }
  if (layer.closed()) state.is_open = false;
  return clicked;
}

}  // namespace

FieldResult suggest_field(Ui& ui, const Rect& rect, std::string_view name, std::string& value, std::span<const std::string_view> suggestions,
                          const FieldOptions& options) {
  IdScope scope(ui, options.key.empty() ? name : options.key);
  SuggestState& state = ui.memory.state<SuggestState>(ui.make_id("state"));
  FieldOptions look = options;
  look.key = "text";
  look.keys = key_set::vertical | (state.is_open && state.marked >= 0 ? key_set::of(Key::enter) : KeySet{0});
  FieldResult result = text_field(ui, rect, name, value, look);
  if (result.changed) state = {.is_open = true};
  const WidgetId focused = ui.frame.input().focused;
  if (state.is_open && focused != 0 && focused != result.id) {
    state.is_open = false;
    ui.set_focus(focused);   // left by Tab: the list that goes away must not take the focus back
  }
  find(state, suggestions, value);
  const bool entered = move_mark(ui, result.id, state);
  int taken = entered ? state.found[static_cast<std::size_t>(state.marked)] : -1;
  if (state.is_open && !state.found.empty())
    if (const int clicked = draw_list(ui, rect, name, state, suggestions, result.id); clicked >= 0) taken = clicked;
  if (taken < 0) return result;
  value = suggestions[static_cast<std::size_t>(taken)];
  ++ui.memory.state<FieldText>(result.id).revision;
  state = {};
  ui.set_focus(result.id);
  ui.frame.redraw();
  result.changed = true;
  return result;
}

}  // namespace fullcircle::ui

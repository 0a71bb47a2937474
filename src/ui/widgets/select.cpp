#include "ui/widgets/select.h"

#include <cmath>

#include "ui/widgets/choice_list.h"

namespace fullcircle::ui {
namespace {

constexpr float kPadding = 11, kChevron = 16, kIcon = 16;

TextStyle style_of(const Ui& ui, const SelectOptions& options) {
  if (options.as_button) return type::control;
  return ui.phone() ? TextStyle{16, 22} : type::body;
}

/// A letter typed on the closed field chooses the next label that begins with it.
bool choose_by_letter(const KeyPress& press, std::span<const Choice> choices, int& chosen) {
  if (press.text.empty()) return false;
  const int count = static_cast<int>(choices.size());
  for (int tried = 1; tried <= count; ++tried) {
    const int at = (chosen + tried + count) % count;
    const std::string_view label = choices[static_cast<std::size_t>(at)].label;
    if (!label.empty() && (label[0] | 0x20) == (press.text[0] | 0x20)) {
      if (at == chosen) return false;
      chosen = at;
      return true;
    }
  }
  return false;
}

bool change_by_keys(const Ui& ui, WidgetId id, std::span<const Choice> choices, int& chosen, bool& open) {
  const KeyPress* press = ui.frame.key(id);
  if (press == nullptr) return false;
  if (press->key == Key::down || press->key == Key::up) open = true;
  return press->key == Key::character && choose_by_letter(*press, choices, chosen);
}

}  // namespace

float select_width(Ui& ui, std::span<const Choice> choices, int chosen, const SelectOptions& options) {
  const std::string_view label = chosen >= 0 && chosen < static_cast<int>(choices.size()) ? choices[static_cast<std::size_t>(chosen)].label : options.placeholder;
  const float mark = options.icon != Icon::none ? kIcon + 8 : 10 + kChevron;
  return std::ceil(ui.text_width(style_of(ui, options), label)) + 2 * kPadding + mark + (options.icon != Icon::none ? 4 : 0);
}

bool select(Ui& ui, const Rect& rect, std::string_view name, std::span<const Choice> choices, int& chosen, const SelectOptions& options) {
  IdScope scope(ui, options.key.empty() ? name : options.key);
  const WidgetId id = ui.make_id("field");
  ChoiceListState& state = ui.memory.state<ChoiceListState>(widget_id("list", id));
  const bool has_choice = chosen >= 0 && chosen < static_cast<int>(choices.size());
  const std::string_view shown = has_choice ? choices[static_cast<std::size_t>(chosen)].label : options.placeholder;
  MirrorStates states = state.open ? mirror_state::expanded : mirror_state::collapsed;
  states |= mirror_state::has_menu;
  const bool is_disabled = options.disabled || (ui.fields_locked && !options.as_button);
  if (is_disabled) states |= mirror_state::disabled;
  if (options.required) states |= mirror_state::required;
  if (!options.error.empty()) states |= mirror_state::invalid;
  std::string& spoken = ui.memory.spoken_buffer;
  spoken = name;
  if (!shown.empty()) spoken.append(": ").append(shown);
  const Behaviour done = ui.behave(MirrorItem{.id = id, .role = MirrorRole::button, .rect = rect, .name = spoken, .description = options.error,
                                              .states = states, .keys = key_set::vertical | key_set::characters});
  const Colour fill = is_disabled ? ui.c.subtle
                      : options.as_button ? ui.animate_colour(id, ui.c.sheet, ui.c.hover, done.hovered || state.open) : ui.c.sheet;
  ui.fill(rect, fill, metrics::kRadiusControl);
  const bool lit = state.open && !options.as_button;
  ui.outline(rect, !options.error.empty() ? ui.c.bad_fill : lit ? ui.c.accent : options.as_button || is_disabled ? ui.c.line2 : ui.c.field,
             metrics::kRadiusControl, lit ? 2.0f : 1.0f);
  Rect inside = rect.inset(kPadding, 0);
  if (options.icon != Icon::none) {
    inside.cut_left(2);
    ui.paint_icon(inside.cut_left(kIcon), options.icon, is_disabled ? ui.c.ink3 : ui.c.ink);
    inside.cut_left(8);
  } else {
    ui.paint_icon(inside.cut_right(kChevron), Icon::chevron_down, is_disabled ? ui.c.ink3 : ui.c.ink);
    inside.cut_right(6);
  }
  if (has_choice)
    paint_choice(ui, inside, {.label = shown, .icon = choices[static_cast<std::size_t>(chosen)].icon, .person = choices[static_cast<std::size_t>(chosen)].person},
                 is_disabled ? ui.c.ink3 : ui.c.ink, style_of(ui, options));
  else
    ui.paint_text(inside, style_of(ui, options), options.as_button && !is_disabled ? ui.c.ink : ui.c.ink3, options.placeholder);
  if (done.focus_visible) ui.focus_ring(rect, metrics::kRadiusControl);

  const int before = chosen;
  if (done.clicked && !is_disabled) state.open = !state.open;
  if (!is_disabled) change_by_keys(ui, id, choices, chosen, state.open);
  if (state.open) {
    if (state.marked < 0) state.marked = std::max(0, chosen);
    const int picked = choice_list(ui, rect, state, name, choices, chosen, options, id);
    if (picked != -2) chosen = picked;
  }
  return chosen != before;
}

bool person_picker(Ui& ui, const Rect& rect, std::string_view name, std::span<const Choice> people, int& chosen, const SelectOptions& options) {
  return select(ui, rect, name, people, chosen, options);
}

}  // namespace fullcircle::ui

#include "ui/widgets/choice.h"

#include <imgui.h>

#include <cmath>

namespace fullcircle::ui {
namespace {

constexpr float kLabelGap = 10;

float box_size(const Ui& ui) { return ui.phone() ? metrics::kCheckboxPhone : metrics::kCheckbox; }

void paint_radio(Ui& ui, const Rect& box, bool chosen, bool disabled, bool hovered) {
  const Point centre = box.centre();
  const ImVec2 middle(centre.x, centre.y);
  ImDrawList& list = ui.draw();
  if (!ui.visible(box)) return;
  if (chosen) {
    list.AddCircleFilled(middle, box.width / 2, disabled ? ui.c.field : ui.c.accent_fill);
    list.AddCircleFilled(middle, box.width * 3 / 16, disabled ? ui.c.subtle : ui.c.sheet);
    return;
  }
  list.AddCircleFilled(middle, box.width / 2, disabled ? ui.c.subtle : hovered ? ui.c.hover : ui.c.sheet);
  list.AddCircle(middle, box.width / 2 - 0.5f, disabled ? ui.c.line2 : ui.c.field, 0, 1);
}

/// One radio of a set: chosen by click or by the browser's arrow keys on native radio buttons.
Behaviour behave_radio(Ui& ui, WidgetId id, const Rect& rect, std::string_view label, bool chosen, bool disabled, bool reachable,
                       std::string_view caption = {}) {
  MirrorStates states = chosen ? mirror_state::checked : 0;
  if (disabled) states |= mirror_state::disabled;
  return ui.behave(MirrorItem{.id = id, .role = MirrorRole::radio, .rect = rect, .name = label, .description = caption, .states = states,
                              .keys = key_set::arrows, .tab_index = reachable ? 0 : -1});
}

/// Arrow keys move within the set. Out: the new choice.
int moved_choice(const Ui& ui, WidgetId id, int chosen, int count) {
  const bool next = ui.frame.key(id, Key::right) || ui.frame.key(id, Key::down);
  const bool previous = ui.frame.key(id, Key::left) || ui.frame.key(id, Key::up);
  return next ? (chosen + 1) % count : previous ? (chosen + count - 1) % count : chosen;
}

}  // namespace

bool checkbox(Ui& ui, const Rect& rect, std::string_view label, bool& checked, const CheckboxOptions& options) {
  const WidgetId id = ui.make_id(options.key.empty() ? label : options.key);
  const float size = box_size(ui);
  Rect place = rect;
  if (options.hide_label) place = rect.with_width(std::min(rect.width, size));
  else place.width = std::min(rect.width, size + kLabelGap + ui.text_width(options.style, label) + 1);
  MirrorStates states = checked ? mirror_state::checked : 0;
  if (options.mixed) states = mirror_state::mixed;
  if (options.disabled) states |= mirror_state::disabled;
  if (!options.error.empty()) states |= mirror_state::invalid;
  const Behaviour done = ui.behave(MirrorItem{.id = id, .role = MirrorRole::checkbox, .rect = options.wide ? rect : place, .name = label,
                                              .description = options.error, .states = states});
  Rect rest = place;
  const Rect box = ui.snap(rest.cut_left(size).middle(size));
  const float radius = metrics::kRadiusCheckbox;
  const bool filled = checked || options.mixed;
  if (filled) {
    ui.fill(box, options.disabled ? ui.c.field : done.hovered ? ui.c.accent_hover : ui.c.accent_fill, radius);
    ui.paint_icon(box, options.mixed ? Icon::minus : Icon::check, ui.c.on_fill, size - 4);
  } else {
    ui.fill(box, options.disabled ? ui.c.subtle : done.hovered ? ui.c.hover : ui.c.sheet, radius);
    ui.outline(box, !options.error.empty() ? ui.c.bad_fill : options.disabled ? ui.c.line2 : ui.c.field, radius);
  }
  if (done.focus_visible) ui.focus_ring(box, radius);
  if (!options.hide_label) {
    rest.cut_left(kLabelGap);
    ui.paint_text(rest, options.style, options.disabled ? ui.c.ink3 : ui.c.ink2, label);
  }
  if (done.clicked) checked = options.mixed ? true : !checked;
  return done.clicked;
}

bool radio(Ui& ui, const Rect& rect, std::string_view label, bool chosen, bool disabled) {
  const WidgetId id = ui.make_id(label);
  const float size = box_size(ui);
  Rect rest = rect.with_width(std::min(rect.width, size + kLabelGap + ui.text_width(type::body, label) + 1));
  const Behaviour done = behave_radio(ui, id, rest, label, chosen, disabled, true);
  const Rect box = ui.snap(rest.cut_left(size).middle(size));
  rest.cut_left(kLabelGap);
  paint_radio(ui, box, chosen, disabled, done.hovered);
  if (done.focus_visible) ui.focus_ring(box, size / 2);
  if (rest.width > 0) ui.paint_text(rest, type::body, disabled ? ui.c.ink3 : ui.c.ink2, label);
  return done.clicked && !chosen;
}

float radio_list_height(std::span<const RadioChoice> choices) {
  float height = 0;
  for (const RadioChoice& choice : choices) height += choice.caption.empty() ? 32.0f : 48.0f;
  return height;
}

bool radio_list(Ui& ui, const Rect& rect, std::string_view name, std::span<const RadioChoice> choices, int& chosen) {
  const int before = chosen, count = static_cast<int>(choices.size());
  IdScope scope(ui, name);
  Group group(ui, MirrorRole::radio_group, rect.with_height(radio_list_height(choices)), name);
  Rect rest = rect;
  const float size = box_size(ui);
  for (int i = 0; i < count; ++i) {
    const RadioChoice& choice = choices[static_cast<std::size_t>(i)];
    Rect row = rest.cut_top(choice.caption.empty() ? 32.0f : 48.0f);
    const WidgetId id = ui.make_id(choice.label);
    const bool is_chosen = i == before;
    const Behaviour done = behave_radio(ui, id, row, choice.label, is_chosen, false, is_chosen || (before < 0 && i == 0), choice.caption);
    const Rect box = ui.snap(row.cut_left(size).with_height(32).middle(size));
    row.cut_left(kLabelGap);
    paint_radio(ui, box, is_chosen, false, done.hovered);
    if (done.focus_visible) ui.focus_ring(box, size / 2);
    ui.paint_text(row.cut_top(choice.caption.empty() ? 32.0f : 30.0f), type::form, ui.c.ink, choice.label);
    if (!choice.caption.empty()) ui.paint_text(row.moved(0, -4).with_height(16), type::caption, ui.c.ink3, choice.caption);
    if (done.clicked) chosen = i;
    if (const int moved = moved_choice(ui, id, i, count); moved != i) {
      chosen = moved;
      ui.set_focus(ui.peek_id(choices[static_cast<std::size_t>(moved)].label));
    }
  }
  return chosen != before;
}

namespace {

constexpr float kCardPadding = 14, kCardGap = 12, kStackGap = 8, kLeastCard = 140;

float card_width(float width, std::size_t columns) { return (width - kCardGap * static_cast<float>(columns - 1)) / static_cast<float>(columns); }

/// All beside each other, two and two where that breaks their words, on phones one below the other.
std::size_t card_columns(const Ui& ui, float width, std::size_t count) {
  if (ui.phone()) return 1;
  return card_width(width, count) >= kLeastCard ? count : std::min<std::size_t>(count, 2);
}

}  // namespace

float radio_cards_height(Ui& ui, float width, std::span<const RadioChoice> choices) {
  const std::size_t columns = card_columns(ui, width, choices.size());
  const float inside = card_width(width, columns) - 2 * kCardPadding - metrics::kCheckbox - 12;
  float tallest = 0;
  for (const RadioChoice& choice : choices)
    tallest = std::max(tallest, ui.paragraph_height(inside, type::caption, choice.caption));
  const float one = std::ceil(kCardPadding + 23 + tallest + kCardPadding + 4);
  const auto rows = static_cast<float>((choices.size() - 1) / columns + 1);
  return one * rows + kStackGap * (rows - 1);
}

bool radio_cards(Ui& ui, const Rect& rect, std::string_view name, std::span<const RadioChoice> choices, int& chosen) {
  const int before = chosen, count = static_cast<int>(choices.size());
  IdScope scope(ui, name);
  Group group(ui, MirrorRole::radio_group, rect, name);
  const std::size_t columns = card_columns(ui, rect.width, choices.size()), rows = (choices.size() - 1) / columns + 1;
  const float height = (rect.height - kStackGap * static_cast<float>(rows - 1)) / static_cast<float>(rows);
  for (int i = 0; i < count; ++i) {
    const auto index = static_cast<std::size_t>(i);
    const RadioChoice& choice = choices[index];
    const Rect place = ui.snap(rect.row(index / columns, height, kStackGap).column(index % columns, columns, kCardGap));
    const WidgetId id = ui.make_id(choice.label);
    const bool is_chosen = i == before;
    const Behaviour done = behave_radio(ui, id, place, choice.label, is_chosen, false, is_chosen || (before < 0 && i == 0), choice.caption);
    ui.fill(place, is_chosen ? ui.c.accent_soft : ui.animate_colour(id, ui.c.sheet, ui.c.hover, done.hovered), metrics::kRadiusChoice);
    ui.outline(place, is_chosen ? ui.c.accent : ui.c.line2, metrics::kRadiusChoice, is_chosen ? 2.0f : 1.0f);
    Rect inside = place.inset(kCardPadding);
    const Rect box = inside.cut_left(metrics::kCheckbox).with_height(20).middle(metrics::kCheckbox);
    paint_radio(ui, box, is_chosen, false, false);
    inside.cut_left(12);
    ui.paint_text(inside.cut_top(20), type::control, ui.c.ink, choice.label);
    inside.skip(3);
    ui.paint_paragraph(inside, type::caption, ui.c.ink2, choice.caption);
    if (done.focus_visible) ui.focus_ring(place, metrics::kRadiusChoice);
    if (done.clicked) chosen = i;
    if (const int moved = moved_choice(ui, id, i, count); moved != i) {
      chosen = moved;
      ui.set_focus(ui.peek_id(choices[static_cast<std::size_t>(moved)].label));
    }
  }
  return chosen != before;
}

bool toggle_switch(Ui& ui, const Rect& rect, std::string_view name, bool& on, bool disabled) {
  const WidgetId id = ui.make_id(name);
  const Rect place = ui.snap(rect.middle(18).with_width(32));
  const MirrorStates states = (on ? mirror_state::checked : 0) | (disabled ? mirror_state::disabled : 0);
  const Behaviour done = ui.behave(id, place, MirrorRole::switch_, name, states);
  const float shown = ui.animate(id, on ? 1.0f : 0.0f);
  ui.fill(place, disabled ? ui.c.line2 : mix(ui.c.field, ui.c.accent_fill, shown), 9);
  if (ui.visible(place))
    ui.draw().AddCircleFilled({place.x + 9 + 14 * shown, place.y + 9}, 7, ui.theme.dark ? rgb(0xFFFFFF) : ui.c.sheet);
  if (done.focus_visible) ui.focus_ring(place, 9);
  if (done.clicked) on = !on;
  return done.clicked;
}

}  // namespace fullcircle::ui

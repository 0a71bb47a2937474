#include "ui/widgets/rating_scale.h"

#include <cmath>

namespace fullcircle::ui {
namespace {

constexpr float kPadding = 14, kGap = 10, kPhoneGap = 8, kPhoneCard = 60, kFigureSize = 36;
constexpr TextStyle kFigure{18, 24, Weight::semibold};

/// Figure keys, arrows and a second click on the chosen step. Out: changed.
bool answer(Ui& ui, const Behaviour& done, std::span<const RatingStep> steps, std::size_t index, std::optional<int>& value) {
  const RatingStep& step = steps[index];
  if (done.clicked) {
    if (value == step.value) value.reset();
    else value = step.value;
    return true;
  }
  const KeyPress* press = ui.frame.key(done.id);
  if (press == nullptr) return false;
  std::size_t wanted = index;
  if (press->key == Key::right || press->key == Key::down) wanted = std::min(index + 1, steps.size() - 1);
  if (press->key == Key::left || press->key == Key::up) wanted = index > 0 ? index - 1 : 0;
  if (press->key == Key::character)
    for (std::size_t i = 0; i < steps.size(); ++i)
      if (steps[i].figure == press->text) wanted = i;
  if (press->key == Key::backspace || press->key == Key::delete_) {
    const bool had = value.has_value();
    value.reset();
    return had;
  }
  ui.set_focus(ui.peek_id(steps[wanted].figure));
  if (value == steps[wanted].value) return false;
  value = steps[wanted].value;
  return true;
}

Behaviour behave_step(Ui& ui, const Rect& rect, std::span<const RatingStep> steps, std::size_t index, const std::optional<int>& value,
                      bool disabled) {
  const RatingStep& step = steps[index];
  const bool chosen = value == step.value;
  const bool reachable = chosen || (!value && index == 0);
  std::string spoken(step.figure);
  if (!step.word.empty()) spoken.append(" ").append(step.word);
  MirrorStates states = chosen ? mirror_state::checked : 0;
  if (disabled) states |= mirror_state::disabled;
  return ui.behave(MirrorItem{.id = ui.make_id(step.figure), .role = MirrorRole::radio, .rect = rect, .name = spoken,
                              .description = step.anchor, .states = states,
                              .keys = key_set::arrows | key_set::characters | key_set::of(Key::backspace) | key_set::of(Key::delete_),
                              .tab_index = reachable ? 0 : -1});
}

void paint_card(Ui& ui, const Rect& place, const Behaviour& done, bool chosen, bool disabled) {
  const Colour rest = disabled ? ui.c.subtle : ui.c.sheet;
  ui.fill(place, chosen ? ui.c.accent_soft : ui.animate_colour(done.id, rest, ui.c.hover, done.hovered), metrics::kRadiusChoice);
  ui.outline(place, chosen ? ui.c.accent : ui.c.line2, metrics::kRadiusChoice, chosen ? 2.0f : 1.0f);
}

void paint_tall_card(Ui& ui, const Rect& place, const RatingStep& step, bool chosen) {
  Rect inside = place.inset(kPadding);
  Rect top = inside.cut_top(kFigure.line);
  if (chosen) ui.paint_icon(top.cut_right(16), Icon::circle_check, ui.c.accent);
  ui.paint_text(top, kFigure, chosen ? ui.c.accent : ui.c.ink, step.figure);
  inside.skip(6);
  ui.paint_text(inside.cut_top(20), type::control, ui.c.ink, step.word);
  inside.skip(1);
  ui.paint_paragraph(inside, type::caption, ui.c.ink2, step.anchor);
}

void paint_wide_card(Ui& ui, const Rect& place, const RatingStep& step, bool chosen) {
  Rect inside = place.inset(16, 0);
  ui.paint_text(inside.cut_left(28), kFigure, chosen ? ui.c.accent : ui.c.ink, step.figure);
  if (chosen) ui.paint_icon(inside.cut_right(20), Icon::circle_check, ui.c.accent, 20);
  Rect words = inside.middle(step.anchor.empty() ? 20.0f : 40.0f);
  ui.paint_text(words.cut_top(20), {15, 20, Weight::medium}, ui.c.ink, step.word);
  ui.paint_text(words, type::body, ui.c.ink2, step.anchor);
}

}  // namespace

float rating_cards_height(Ui& ui, float width, std::span<const RatingStep> steps) {
  const auto count = static_cast<float>(steps.size());
  if (ui.phone()) return count * kPhoneCard + (count - 1) * kPhoneGap;
  const float inside = (width - kGap * (count - 1)) / count - 2 * kPadding;
  float tallest = 0;
  for (const RatingStep& step : steps) tallest = std::max(tallest, ui.paragraph_height(inside, type::caption, step.anchor));
  return std::ceil(kPadding + kFigure.line + 27 + tallest + 30);
}

bool rating_cards(Ui& ui, const Rect& rect, std::string_view name, std::span<const RatingStep> steps, std::optional<int>& value,
                  bool disabled) {
  disabled |= ui.fields_locked;
  const Rect whole = rect.with_height(rating_cards_height(ui, rect.width, steps));
  IdScope scope(ui, name);
  Group group(ui, MirrorRole::radio_group, whole, name);
  const std::optional<int> before = value;
  bool changed = false;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const Rect place = ui.snap(ui.phone() ? whole.row(i, kPhoneCard, kPhoneGap) : whole.column(i, steps.size(), kGap));
    const bool chosen = before == steps[i].value;
    const Behaviour done = behave_step(ui, place, steps, i, before, disabled);
    paint_card(ui, place, done, chosen, disabled);
    if (ui.phone()) paint_wide_card(ui, place, steps[i], chosen);
    else paint_tall_card(ui, place, steps[i], chosen);
    if (done.focus_visible) ui.focus_ring(place, metrics::kRadiusChoice);
    if (!disabled) changed |= answer(ui, done, steps, i, value);
  }
  return changed;
}

float rating_row_width(std::span<const RatingStep> steps) { return static_cast<float>(steps.size()) * (kFigureSize + 4) - 4; }

bool rating_row(Ui& ui, const Rect& rect, std::string_view name, std::span<const RatingStep> steps, std::optional<int>& value, bool disabled) {
  disabled |= ui.fields_locked;
  IdScope scope(ui, name);
  Rect rest = rect.middle(ui.control_height());
  Group group(ui, MirrorRole::radio_group, rest, name);
  const float size = ui.phone() ? metrics::kPhoneTarget : kFigureSize;
  const std::optional<int> before = value;
  bool changed = false;
  std::string_view word;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const Rect place = rest.cut_left(size);
    rest.cut_left(4);
    const bool chosen = before == steps[i].value;
    if (chosen) word = steps[i].word;
    const Behaviour done = behave_step(ui, place, steps, i, before, disabled);
    const Colour fill = chosen ? ui.c.accent_soft : disabled ? ui.c.subtle : ui.animate_colour(done.id, ui.c.sheet, ui.c.hover, done.hovered);
    ui.fill(place, fill, metrics::kRadiusControl);
    ui.outline(place, chosen ? ui.c.accent : ui.c.line2, metrics::kRadiusControl, chosen ? 2.0f : 1.0f);
    ui.paint_text(place, type::group, chosen ? ui.c.accent : ui.c.ink, steps[i].figure, Align::centre);
    if (done.focus_visible) ui.focus_ring(place, metrics::kRadiusControl);
    if (!steps[i].anchor.empty() && !chosen) ui.tooltip(done, place, steps[i].anchor);
    if (!disabled) changed |= answer(ui, done, steps, i, value);
  }
  rest.cut_left(8);
  if (rest.width > 40) ui.text(rest, type::body, ui.c.ink2, word);
  return changed;
}

}  // namespace fullcircle::ui

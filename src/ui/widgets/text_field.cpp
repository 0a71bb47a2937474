#include "ui/widgets/text_field.h"

#include <cmath>

#include "ui/widgets/button.h"
#include "ui/widgets/field_frame.h"

namespace fullcircle::ui {

FieldResult text_field(Ui& ui, const Rect& rect, std::string_view name, std::string& value, const FieldOptions& options) {
  return edit_line(ui, rect, name, value, options, MirrorRole::text_field, 0);
}

FieldResult search_field(Ui& ui, const Rect& rect, std::string_view name, std::string& value, const FieldOptions& options) {
  FieldOptions with_icon = options;
  if (with_icon.icon == Icon::none) with_icon.icon = Icon::search;
  FieldResult result = edit_line(ui, rect, name, value, with_icon, MirrorRole::search_field, 0);
  if (ui.frame.key(result.id, Key::escape) && !value.empty()) {
    value.clear();
    result.changed = true;
    ++ui.memory.state<FieldText>(result.id).revision;
  }
  return result;
}

float text_area_height(Ui& ui, float width, std::string_view value, const TextAreaOptions& options) {
  const FieldMetrics metrics = field_metrics(ui, options.field, 0);
  const float line = metrics.style.line;
  std::string shown(value);
  if (shown.empty() || shown.back() == '\n') shown += ' ';   // the empty last line has a height as well
  float lines = ui.paragraph_height(width - 2 * metrics.padding, metrics.style, shown) / ui.line_height(metrics.style);
  lines = std::max(lines, static_cast<float>(options.least_lines));
  if (options.most_lines > 0) lines = std::min(lines, static_cast<float>(options.most_lines));
  return std::ceil(lines * line + 2 * metrics.area_padding);
}

TextAreaResult text_area(Ui& ui, const Rect& rect, std::string_view name, std::string& value, const TextAreaOptions& options) {
  FieldOptions field = options.field;
  field.read_only |= ui.fields_locked;
  const WidgetId id = ui.make_id(field.key.empty() ? name : field.key);
  const FieldMetrics metrics = field_metrics(ui, field, 0);
  TextAreaResult result;
  result.id = id;
  take_text(ui, id, value, result);
  result.height = std::max(text_area_height(ui, rect.width, value, options), field.frameless ? rect.height : 0.0f);
  const Rect place = rect.with_height(result.height);
  const TextLook look{.size_px = metrics.style.size, .line_height_px = metrics.style.line, .padding_left = metrics.padding,
                      .padding_top = metrics.area_padding, .padding_right = metrics.padding, .padding_bottom = metrics.area_padding,
                      .colour = ui.c.ink};
  const Behaviour done = ui.behave(MirrorItem{.id = id, .role = MirrorRole::text_area, .rect = place, .name = name, .value = value,
                                              .description = field.error.empty() ? field.hint : field.error,
                                              .placeholder = field.placeholder, .states = field_states(field),
                                              .text_revision = ui.memory.state<FieldText>(id).revision, .text = look});
  result.focused = done.focused;
  paint_field_frame(ui, place, field, done);
  if (!done.focused) {
    const Rect inside = place.inset(metrics.padding, metrics.area_padding);
    ui.push_clip(place.inset(1));
    if (value.empty())
      ui.paint_paragraph(inside, metrics.style, ui.c.ink3, field.placeholder);
    else
      ui.paint_paragraph(inside, metrics.style, field.disabled ? ui.c.ink3 : ui.c.ink, value);
    ui.pop_clip();
  }
  return result;
}

NumberResult number_field(Ui& ui, const Rect& rect, std::string_view name, std::optional<double>& value, const NumberOptions& options) {
  FieldOptions field = options.field;
  field.entry = TextEntry::decimal;
  const WidgetId id = ui.peek_id(field.key.empty() ? name : field.key);
  NumberText& typed = ui.memory.state<NumberText>(id);
  const bool editing = ui.frame.focused(id);
  if (!editing && typed.value != value) typed = {format_number(value, options), typed.drawn_in, value};
  if (typed.drawn_in + 1 != ui.memory.frame_number) typed = {format_number(value, options), 0, value};  // an entry given up with its dialog
  typed.drawn_in = ui.memory.frame_number;
  const auto is_wrong = [&] { return !typed.text.empty() && !parse_number(typed.text, options); };
  if (!is_wrong()) typed.was_told = false;
  else if (!editing) typed.was_told = true;
  if (typed.was_told && field.error.empty()) field.error = options.expected.empty() ? std::string_view(" ") : options.expected;
  const float unit = options.unit.empty() ? 0 : ui.text_width(type::form, options.unit) + 6;
  NumberResult result;
  static_cast<FieldResult&>(result) = edit_line(ui, rect, name, typed.text, field, MirrorRole::text_field, unit);
  if (!options.unit.empty()) {
    Rect place = rect.inset(12, 0);
    ui.paint_text(place.cut_right(unit), type::form, ui.c.ink3, options.unit, Align::right);
  }
  const std::optional<double> read = parse_number(typed.text, options);
  const bool wrong = is_wrong();
  if (wrong) ui.note_wrong(result.id);
  if (wrong && (result.committed || is_confirmed_within(ui, result))) typed.was_told = true;
  result.wrong = wrong && typed.was_told;
  if (!result.changed) return result;
  result.changed = !wrong && read != value;
  if (!wrong) value = typed.value = read;
  return result;
}

}  // namespace fullcircle::ui

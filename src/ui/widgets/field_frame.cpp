#include "ui/widgets/field_frame.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "model/double_text.h"
#include "ui/widgets/button.h"

namespace fullcircle::ui {

FieldMetrics field_metrics(const Ui& ui, const FieldOptions& options, float height) {
  // Below 16 pixels a phone zooms the page when the field is touched.
  if (ui.phone() || ui.frame.input().coarse_pointer) return {{16, 22}, 14, 11};
  if (options.small_text) return {type::body, 10, 6};
  if (height > 0 && height < metrics::kControlForm) return {type::body, 11, 6};
  return {type::form, 12, 9};
}

MirrorStates field_states(const FieldOptions& options) {
  MirrorStates states = 0;
  if (options.disabled) states |= mirror_state::disabled;
  if (options.read_only) states |= mirror_state::readonly;
  if (options.required) states |= mirror_state::required;
  if (options.spell_check) states |= mirror_state::spell_check;
  if (!options.error.empty()) states |= mirror_state::invalid;
  return states;
}

void paint_field_frame(Ui& ui, const Rect& rect, const FieldOptions& options, const Behaviour& done) {
  if (options.frameless) return;
  const bool is_still = options.disabled || options.read_only;
  ui.fill(rect, is_still ? ui.c.subtle : ui.c.sheet, metrics::kRadiusControl);
  if (done.focused)
    ui.outline(rect, options.error.empty() ? ui.c.accent : ui.c.bad_fill, metrics::kRadiusControl, 2);
  else
    ui.outline(rect, !options.error.empty() ? ui.c.bad_fill : is_still ? ui.c.line2 : ui.c.field, metrics::kRadiusControl);
}

void take_text(Ui& ui, WidgetId id, std::string& value, FieldResult& result) {
  if (const auto typed = ui.frame.new_text(id); typed && *typed != value) {
    value = *typed;
    result.changed = true;
  }
  result.committed = ui.frame.text_committed(id);
}

FieldResult edit_line(Ui& ui, const Rect& rect, std::string_view name, std::string& value, const FieldOptions& options, MirrorRole role,
                      float kept_right) {
  if (ui.fields_locked && !options.read_only && role != MirrorRole::search_field) {
    FieldOptions shown = options;
    shown.read_only = true;
    return edit_line(ui, rect, name, value, shown, role, kept_right);
  }
  FieldResult result;
  result.id = ui.make_id(options.key.empty() ? name : options.key);
  take_text(ui, result.id, value, result);
  const FieldMetrics metrics = field_metrics(ui, options, rect.height);
  const bool clearable = role == MirrorRole::search_field && !value.empty() && !options.disabled;
  const bool wrong = !options.error.empty();
  const float left = metrics.padding + (options.icon != Icon::none ? 24 : 0);
  const float right = metrics.padding + kept_right + (wrong || clearable ? 22 : 0);
  const TextLook look{.size_px = metrics.style.size, .line_height_px = metrics.style.line, .padding_left = left,
                      .padding_top = std::floor((rect.height - metrics.style.line) / 2), .padding_right = right,
                      .colour = ui.c.ink, .entry = options.entry};
  const Behaviour done = ui.behave(MirrorItem{.id = result.id, .role = role, .rect = rect, .name = name, .value = value,
                                              .description = wrong ? options.error : options.hint, .placeholder = options.placeholder,
                                              .states = field_states(options),
                                              .keys = options.keys | (clearable ? key_set::of(Key::escape) : KeySet{0}),
                                              .text_revision = ui.memory.state<FieldText>(result.id).revision, .text = look});
  result.focused = done.focused;
  paint_field_frame(ui, rect, options, done);
  Rect inside{rect.x + left, rect.y, rect.width - left - right, rect.height};
  if (options.icon != Icon::none) ui.paint_icon({rect.x + metrics.padding - 1, rect.y, 16, rect.height}, options.icon, ui.c.ink3);
  if (wrong && !options.frameless) ui.paint_icon({rect.right() - metrics.padding - kept_right - 14, rect.y, 14, rect.height}, Icon::circle_alert, ui.c.bad, 14);
  if (!done.focused) {
    const bool secret = options.entry == TextEntry::password;
    if (value.empty()) {
      ui.paint_text(inside, metrics.style, ui.c.ink3, options.placeholder);
    } else if (secret) {
      std::string dots;
      for (std::size_t i = 0; i < std::min<std::size_t>(value.size(), 24); ++i) dots += "\xE2\x80\xA2";
      ui.paint_text(inside, metrics.style, ui.c.ink, dots);
    } else {
      ui.paint_text(inside, metrics.style, options.disabled ? ui.c.ink3 : ui.c.ink, value);
    }
  }
  return result;
}

bool is_confirmed_within(const Ui& ui, const FieldResult& field) {
  return field.focused && std::ranges::any_of(ui.frame.input().actions, [](const Action& action) {
    return action.kind == Action::Kind::key && action.key.key == Key::enter && (action.key.modifiers & key_modifier::control) != 0;
  });
}

std::optional<double> parse_number(std::string_view text, const NumberOptions& options) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char byte = text[i];
    if (text.substr(i).starts_with("\xE2\x88\x92")) {   // the true minus
      plain += '-';
      i += 2;
    } else if (byte == options.decimal_mark || (byte == '.' && options.decimal_mark == ',' && text.find(',') == std::string_view::npos)) {
      plain += '.';
    } else if (byte == '+' && plain.empty()) {
      continue;
    } else if (byte != ' ' && byte != '\'' && byte != '.' && byte != ',') {
      plain += byte;
    }
  }
  const auto read = read_number(plain);
  if (!read || read->length != plain.size()) return std::nullopt;
  if (read->value < options.minimum || read->value > options.maximum) return std::nullopt;
  return read->value;
}

std::string format_number(std::optional<double> value, const NumberOptions& options) {
  if (!value) return {};
  char buffer[64];
  const int length = std::snprintf(buffer, sizeof buffer, "%.*f", options.most_decimals, *value);
  if (length < 0 || length >= static_cast<int>(sizeof buffer)) return {};
  std::string text(buffer);
  if (text.find('.') != std::string::npos) {
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
  }
  if (const std::size_t mark = text.find('.'); mark != std::string::npos) text[mark] = options.decimal_mark;
  return text;
}

}  // namespace fullcircle::ui

#include "ui/widgets/comment_field.h"

#include <cmath>

#include "ui/widgets/chip.h"
#include "ui/widgets/text_field.h"

namespace fullcircle::ui {
namespace {

constexpr float kLabelWidth = 109, kLeastPart = 64, kPadding = 16;

bool filled(std::string_view text) { return text.find_first_not_of(" \n\t") != std::string_view::npos; }

/// A text area without a frame, standing on the line of its label.
TextAreaResult edit_part(Ui& ui, const Rect& rect, const CommentPart& part, std::string& value, std::string_view key) {
  return text_area(ui, rect, part.label, value,
                   {.field = {.key = key, .placeholder = part.prompt, .hint = part.prompt, .spell_check = true, .frameless = true},
                    .least_lines = 2});
}

float part_height(Ui& ui, float width, std::string_view value) {
  return std::max(kLeastPart, text_area_height(ui, width, value, {.field = {.frameless = true}, .least_lines = 2}) + 4);
}

bool draw_stacked(Ui& ui, const Rect& box, std::array<std::string, 3>& values, const std::array<CommentPart, 3>& parts, bool* focused) {
  bool changed = false;
  Rect rest = box;
  for (std::size_t i = 0; i < 3; ++i) {
    IdScope scope(ui, static_cast<std::uint64_t>(i));
    const float text_width = box.width - kLabelWidth - 8;
    Rect row = rest.cut_top(i == 2 ? rest.height : part_height(ui, text_width, values[i]));
    if (i > 0) ui.hairline(row.x + 1, row.y, row.width - 2);
    Rect label = row.cut_left(kLabelWidth);
    label.cut_left(kPadding);
    const bool done = filled(values[i]);
    const WidgetId id = ui.peek_id("text");
    Rect head = label.with_height(20).moved(0, 13);
    const bool writing = ui.frame.focused(id);
    ui.paint_icon(head.cut_left(14), writing || !done ? Icon::pen_line : Icon::check, done && !writing ? ui.c.good : ui.c.ink2, 14);
    head.cut_left(8);
    ui.text(head, type::control, done && !writing ? ui.c.good : ui.c.ink2, parts[i].label);
    row.skip(4);
    const TextAreaResult result = edit_part(ui, row.with_width(text_width), parts[i], values[i], "text");
    changed |= result.changed;
    *focused |= result.focused;
  }
  return changed;
}

bool draw_one(Ui& ui, const Rect& box, std::array<std::string, 3>& values, const std::array<CommentPart, 3>& parts, int& shown, bool* focused) {
  Rect rest = box.inset(14, 12);
  Rect chips = rest.cut_top(metrics::kChip);
  for (std::size_t i = 0; i < 3; ++i) {
    const bool done = filled(values[i]);
    const Tone tone = static_cast<int>(i) == shown ? Tone::accent : done ? Tone::good : Tone::neutral;
    const Icon icon = done ? Icon::check : Icon::none;
    const Rect place = chips.cut_left(chip_button_width(ui, parts[i].label, icon));
    chips.cut_left(6);
    if (chip_button(ui, place, parts[i].label, tone, icon)) shown = static_cast<int>(i);
  }
  IdScope scope(ui, static_cast<std::uint64_t>(shown));
  Rect area = rest.grow(14, 0);
  const auto index = static_cast<std::size_t>(shown);
  const TextAreaResult result = edit_part(ui, area, parts[index], values[index], "text");
  *focused = result.focused;
  return result.changed;
}

}  // namespace

bool comment_field(Ui& ui, const Rect& rect, std::string_view name, std::array<std::string, 3>& values, const std::array<CommentPart, 3>& parts,
                   float* height) {
  IdScope scope(ui, name);
  const WidgetId id = ui.make_id("comment");
  const float text_width = rect.width - kLabelWidth - 8;
  float used = 0;
  int& shown = ui.memory.state<int>(id);
  if (ui.phone())
    used = std::max(148.0f, text_area_height(ui, rect.width, values[static_cast<std::size_t>(shown)], {.field = {.frameless = true}}) + 46);
  else
    used = part_height(ui, text_width, values[0]) + part_height(ui, text_width, values[1]) + std::max(93.0f, part_height(ui, text_width, values[2]));
  const Rect box = rect.with_height(std::ceil(used));
  Group group(ui, MirrorRole::group, box, name);
  ui.fill(box, ui.c.sheet, metrics::kRadiusChoice);
  bool focused = false;
  const bool changed = ui.phone() ? draw_one(ui, box, values, parts, shown, &focused) : draw_stacked(ui, box, values, parts, &focused);
  ui.outline(box, focused ? ui.c.accent : ui.c.field, metrics::kRadiusChoice, focused ? 2.0f : 1.0f);
  if (height != nullptr) *height = box.height;
  return changed;
}

}  // namespace fullcircle::ui

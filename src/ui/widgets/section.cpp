#include "ui/widgets/section.h"

#include <imgui.h>

#include <cmath>

#include "ui/widgets/link.h"
#include "ui/widgets/progress_bar.h"

namespace fullcircle::ui {

bool section_head(Ui& ui, const Rect& rect, std::string_view title, const SectionOptions& options) {
  IdScope scope(ui, title);
  Rect row = rect;
  if (options.line) ui.hairline(row.x, row.bottom() - 1, row.width);
  row.height -= 2;
  bool clicked = false;
  Rect right = row;
  if (!options.action.empty()) clicked = more_link_right(ui, right, options.action);
  if (!options.reference.empty()) reference_legend_right(ui, right, options.reference);
  if (!options.note.empty()) {
    const float width = std::ceil(ui.text_width(type::caption, options.note)) + 1;
    ui.text(right.cut_right(width), type::caption, ui.c.ink3, options.note);
    right.cut_right(12);
  }
  row.width = right.width;
  if (options.icon != Icon::none) {
    ui.paint_icon(row.cut_left(16), options.icon, options.icon_colour.value_or(ui.c.ink3));
    row.cut_left(8);
  }
  const float count = options.count.empty() ? 0 : ui.text_width(type::body.figures(), options.count) + 8;
  const float width = ui.heading(row.with_width(row.width - count), options.level, options.style, ui.c.ink, title);
  if (count > 0) {
    row.cut_left(width + 8);
    ui.text(row, type::body.figures(), ui.c.ink3, options.count);
  }
  return clicked;
}

void stat(Ui& ui, const Rect& rect, std::string_view figure, std::string_view caption, const StatOptions& options) {
  Rect rest = rect;
  if (options.caption_above) ui.text(rest.cut_top(20), type::body, ui.c.ink2, caption, options.align);
  Rect row = rest.cut_top(options.figure.line);
  const float figure_width = ui.text_width(options.figure, figure);
  const float unit_width = options.unit.empty() ? 0 : 4 + ui.text_width(type::body, options.unit);
  if (options.align == Align::right) row.cut_left(row.width - figure_width - unit_width - 1);
  ui.text(row, options.figure, options.colour.value_or(ui.c.ink), figure);
  row.cut_left(figure_width);
  // Unit and change stand on the baseline of the figure.
  const float drop = (options.figure.size - 13) * 0.36f;
  if (!options.unit.empty()) {
    row.cut_left(4);
    ui.text(row.moved(0, drop), type::body, ui.c.ink3, options.unit);
    row.cut_left(unit_width - 4);
  }
  if (!options.change.empty()) {
    const Colour colour = tone_text(ui.c, options.change_tone);
    row.cut_left(12);
    Rect change = row.moved(0, drop);
    if (options.change_icon != Icon::none) {
      ui.paint_icon(change.cut_left(14), options.change_icon, colour, 14);
      change.cut_left(4);
    }
    ui.text(change, type::body, colour, options.change);
  }
  if (!options.caption_above) ui.text(rest.cut_top(16), type::caption, ui.c.ink3, caption, options.align);
}

namespace {

float mark_width(LegendMark mark) {
  switch (mark) {
    case LegendMark::square:
    case LegendMark::soft_square: return 12;
    case LegendMark::pill:
    case LegendMark::hollow_pill:
    case LegendMark::dash: return 14;
    case LegendMark::dot_line:
    case LegendMark::hollow_dot_line: return 18;
  }
  return 12;
}

void paint_mark(Ui& ui, const Rect& rect, LegendMark mark, Colour colour) {
  const Point centre = rect.centre();
  ImDrawList& list = ui.draw();
  switch (mark) {
    case LegendMark::square: ui.fill(rect.centred(12, 12), colour, 3); break;
    case LegendMark::soft_square:
      ui.fill(rect.centred(12, 12), with_alpha(colour, 0.14f), 3);
      ui.outline(rect.centred(12, 12), colour, 3);
      break;
    case LegendMark::pill: ui.fill(rect.middle(6), colour, 3); break;
    case LegendMark::hollow_pill: ui.outline(rect.middle(6), colour, 3, 1.5f); break;
    case LegendMark::dash: ui.fill(rect.middle(2), colour); break;
    case LegendMark::dot_line:
      ui.fill(rect.middle(2), colour);
      list.AddCircleFilled({centre.x, centre.y}, 3, colour);
      break;
    case LegendMark::hollow_dot_line:
      ui.fill(rect.with_width(5).middle(2), colour);
      ui.fill(Rect{rect.right() - 3, rect.y, 3, rect.height}.middle(2), colour);
      list.AddCircleFilled({centre.x, centre.y}, 4, colour);
      list.AddCircleFilled({centre.x, centre.y}, 2, ui.c.sheet);
      break;
  }
}

}  // namespace

float legend(Ui& ui, const Rect& rect, std::span<const LegendEntry> entries, Align align, float gap) {
  const auto entry_width = [&](const LegendEntry& entry) {
    const float count = entry.count.empty() ? 0 : 8 + ui.text_width(type::caption, entry.count);
    return mark_width(entry.mark) + 6 + ui.text_width(type::caption, entry.label) + count;
  };
  float width = -gap;
  for (const LegendEntry& entry : entries) width += entry_width(entry) + gap;
  Rect rest = rect;
  if (align != Align::left) rest.cut_left((rest.width - width) * (align == Align::right ? 1.0f : 0.5f));
  for (const LegendEntry& entry : entries) {
    Rect place = rest.cut_left(entry_width(entry));
    paint_mark(ui, place.cut_left(mark_width(entry.mark)), entry.mark, entry.colour);
    place.cut_left(6);
    place.width += 1;
    place.cut_left(ui.text(place, type::caption, ui.c.ink2, entry.label) + 8);
    ui.text(place, type::caption, ui.c.ink2, entry.count);
    rest.cut_left(gap);
  }
  return width;
}

float bar_title(Ui& ui, const Rect& rect, TextStyle style, std::string_view title, FirstHeading heading) {
  return heading == FirstHeading::in_bar ? ui.heading(rect, 1, style, ui.c.ink, title) : ui.text(rect, style, ui.c.ink, title);
}

int breadcrumb(Ui& ui, const Rect& rect, std::span<const std::string_view> parts, FirstHeading heading) {
  int clicked = -1;
  Rect rest = rect;
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
    const LinkOptions options{.style = type::form, .colour = ui.c.ink2};
    const float width = link_width(ui, parts[i], options);
    if (link(ui, rest.cut_left(width), parts[i], options)) clicked = static_cast<int>(i);
    rest.cut_left(6);
    ui.paint_icon(rest.cut_left(16), Icon::chevron_right, ui.c.ink3);
    rest.cut_left(6);
  }
  if (!parts.empty()) bar_title(ui, rest, type::group, parts.back(), heading);
  return clicked;
}

}  // namespace fullcircle::ui

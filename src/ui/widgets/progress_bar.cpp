#include "ui/widgets/progress_bar.h"

#include <cmath>

namespace fullcircle::ui {

void progress_bar(Ui& ui, const Rect& rect, float share, std::string_view name, const BarOptions& options) {
  const Rect bar = ui.snap(rect.middle(options.height));
  const float radius = options.height / 2;
  const float filled = std::min(1.0f, std::max(0.0f, share));
  ui.frame.mirror().add({.id = ui.make_id(name), .role = MirrorRole::progress, .rect = bar, .name = name, .value = options.value_text,
                         .tab_index = -1, .number = filled, .minimum = 0, .maximum = 1});
  ui.fill(bar, ui.c.track, radius);
  if (filled > 0) ui.fill(bar.with_width(std::max(options.height, bar.width * filled)), tone_fill(ui.c, options.tone), radius);
  if (options.forecast) {
    const float at = ui.snap(bar.x + bar.width * std::min(1.0f, std::max(0.0f, *options.forecast)) - 1);
    ui.fill(Rect{at, bar.y, 2, bar.height}.middle(metrics::kReferenceTick), ui.c.ink);
  }
  if (ui.pointer_over(bar.grow(0, 6)) && !options.value_text.empty())
    ui.tooltip({.id = widget_id("bar", ui.peek_id(name)), .hovered = true}, bar.grow(0, 4), options.value_text);
}

void reference_legend_right(Ui& ui, Rect& row, std::string_view label) {
  Rect place = row.cut_right(std::ceil(ui.text_width(type::caption, label)) + 9);
  row.cut_right(16);
  ui.fill(place.cut_left(2).middle(metrics::kReferenceTick), ui.c.ink);
  place.cut_left(7);
  ui.text(place, type::caption, ui.c.ink3, label);
}

}  // namespace fullcircle::ui

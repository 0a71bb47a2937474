#include "ui/widgets/charts/stacked_bar.h"

#include <cmath>

namespace fullcircle::ui {

void stacked_bar(Ui& ui, const Rect& rect, std::span<const BarPart> parts, const ChartData& data, const StackedBarOptions& options) {
  Figure figure(ui, rect, data.caption, data);
  if (!ui.visible(rect)) return;
  float total = options.total;
  int drawn = 0;
  for (const BarPart& part : parts) {
    if (options.total <= 0) total += part.value;
    if (part.value > 0) ++drawn;
  }
  if (total <= 0) total = 1;
  const Rect bar = rect.middle(options.height);
  const float radius = std::min(options.height / 2, options.height > 16 ? 5.0f : 3.0f);
  const float room = bar.width - options.gap * static_cast<float>(std::max(0, drawn - (options.total > 0 ? 0 : 1)));
  Rect rest = bar;
  std::size_t index = 0;
  for (const BarPart& part : parts) {
    ++index;
    if (part.value <= 0) continue;
    const Rect place = rest.cut_left(std::max(radius * 2, room * part.value / total * figure.appeared()));
    rest.cut_left(options.gap);
    const bool soft = part.soft != Tone::neutral;
    ui.fill(place, soft ? tone_soft(ui.c, part.soft) : part.colour, radius);
    if (soft) ui.outline(place, tone_fill(ui.c, part.soft), radius);
    if (ui.text_width(type::caption.semibold(), part.label) + 4 < place.width)
      ui.paint_text(place, type::caption.semibold(), soft ? tone_text(ui.c, part.soft) : ui.c.on_fill, part.label, Align::centre);
    figure.hint_row(place, data, index);
  }
  if (options.track && rest.width > radius) ui.fill(rest, ui.c.track, radius);
}

}  // namespace fullcircle::ui

#include "ui/widgets/charts/histogram.h"

#include <cmath>

namespace fullcircle::ui {

void histogram(Ui& ui, const Rect& rect, std::span<const HistogramBar> bars, const ChartData& data, const HistogramOptions& options) {
  Figure figure(ui, rect, data.caption, data);
  if (!ui.visible(rect) || bars.empty()) return;
  constexpr float kAxis = 20, kBarShare = 22.0f / 30;
  Rect plot = rect;
  const Rect axis = plot.cut_bottom(kAxis);
  float maximum = options.maximum;
  for (const HistogramBar& bar : bars) maximum = std::max({maximum, options.maximum > 0 ? 0 : bar.value, options.maximum > 0 ? 0 : bar.before.value_or(0)});
  const float unit = options.unit_height > 0 ? options.unit_height : plot.height / std::max(1.0f, maximum);
  for (std::size_t i = 0; i < bars.size(); ++i) {
    const HistogramBar& bar = bars[i];
    const Rect slot = plot.column(i, bars.size(), 0);
    const float width = std::min(22.0f, slot.width * kBarShare);
    const Rect column = slot.centred(width, slot.height);
    const float height = std::min(plot.height, bar.value * unit * figure.appeared());
    if (bar.value > 0) ui.fill({column.x, plot.bottom() - height, width, height}, ui.c.accent_fill, std::min(3.0f, height / 2));
    else ui.fill({column.x, plot.bottom() - 2, width, 2}, ui.c.track, 1);
    if (bar.before && *bar.before != bar.value) {
      const float y = ui.snap(plot.bottom() - std::min(plot.height, *bar.before * unit));
      ui.fill({column.x - 3, y - 1, width + 6, 2}, ui.c.ink);
    }
    ui.paint_text({slot.x, axis.y + 2, slot.width, 16}, type::axis, ui.c.ink3, bar.label, Align::centre);
    figure.hint_row(slot, data, i + 1);
  }
}

}  // namespace fullcircle::ui

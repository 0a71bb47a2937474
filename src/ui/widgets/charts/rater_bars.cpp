#include "ui/widgets/charts/rater_bars.h"

namespace fullcircle::ui {
namespace {

constexpr float kBar = 6, kGap = 3;

float x_of(const Rect& rect, const RaterScale& scale, float value) {
  const float share = (value - scale.minimum) / (scale.maximum - scale.minimum);
  return rect.x + rect.width * std::min(1.0f, std::max(0.0f, share));
}

float tick_x(const Rect& rect, std::size_t tick, std::size_t ticks) {
  return rect.x + rect.width * static_cast<float>(tick) / static_cast<float>(ticks - 1);
}

}  // namespace

void rater_axis(Ui& ui, const Rect& rect, const RaterScale& scale) {
  for (std::size_t i = 0; i < scale.ticks.size(); ++i) {
    const float x = tick_x(rect, i, std::max<std::size_t>(2, scale.ticks.size()));
    ui.text({x - 20, rect.y, 40, rect.height}, type::caption, ui.c.ink3, scale.ticks[i], Align::centre);
  }
}

void rater_grid(Ui& ui, const Rect& rect, const RaterScale& scale) {
  for (std::size_t i = 0; i < scale.ticks.size(); ++i)
    ui.fill({ui.snap(tick_x(rect, i, std::max<std::size_t>(2, scale.ticks.size()))), rect.y, 1, rect.height}, ui.c.line);
}

void rater_bars(Ui& ui, const Rect& rect, std::span<const RaterBar> bars, const RaterScale& scale) {
  const auto count = static_cast<float>(bars.size());
  Rect rest = ui.snap(rect.middle(count * kBar + (count - 1) * kGap));
  for (const RaterBar& bar : bars) {
    const Rect line = rest.cut_top(kBar);
    rest.skip(kGap);
    if (!bar.value) continue;
    const Rect filled = line.with_width(std::max(kBar, x_of(rect, scale, *bar.value) - rect.x));
    if (bar.hollow) {
      ui.fill(filled, ui.c.sheet, kBar / 2);
      ui.outline(filled, bar.colour, kBar / 2, 1);
    } else {
      ui.fill(filled, bar.colour, kBar / 2);
    }
  }
}

}  // namespace fullcircle::ui

#include "ui/widgets/charts/slope_chart.h"

#include <imgui.h>

#include <cmath>

#include "app/label_heights.h"
#include "ui/widgets/dashes.h"

namespace fullcircle::ui {

void slope_chart(Ui& ui, const Rect& rect, std::span<const SlopeLine> lines, const ChartData& data, const SlopeOptions& options) {
  Figure figure(ui, rect, data.caption, data);
  if (!ui.visible(rect)) return;
  constexpr float kSide = 62, kApart = 17;
  Rect plot = rect.inset(kSide, 0);
  const Rect axis = plot.cut_bottom(22);
  const auto y_of = [&](float value) {
    return plot.bottom() - 8 - (plot.height - 16) * (value - options.minimum) / std::max(1e-6f, options.maximum - options.minimum);
  };
  ui.fill({plot.x, plot.y, 1, plot.height}, ui.c.line2);
  ui.fill({plot.right() - 1, plot.y, 1, plot.height}, ui.c.line2);
  ui.paint_text({plot.x - kSide, axis.y + 6, 2 * kSide, 14}, type::axis, ui.c.ink3, options.before_head, Align::centre);
  ui.paint_text({plot.right() - kSide, axis.y + 6, 2 * kSide, 14}, type::axis, ui.c.ink3, options.after_head, Align::centre);
  if (options.target) {
    const float y = ui.snap(y_of(*options.target)) + 0.5f;
    const Point line[] = {{plot.x, y}, {plot.right(), y}};
    dashed_line(ui, line, ui.c.ink2, 1, 3, 3);
    ui.paint_text({plot.x, y - 16, plot.width, 14}, type::axis, ui.c.ink2, options.target_label, Align::centre);
  }
  std::vector<float> before, after;
  for (const SlopeLine& line : lines) {
    before.push_back(y_of(line.before));
    after.push_back(y_of(line.after));
  }
  const std::vector<float> before_labels = label_heights(before, kApart), after_labels = label_heights(after, kApart);
  ImDrawList& list = ui.draw();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const SlopeLine& line = lines[i];
    const float end = plot.x + (plot.width - 1) * figure.appeared();
    const float end_y = before[i] + (after[i] - before[i]) * figure.appeared();
    list.AddLine({plot.x, before[i]}, {end, end_y}, line.colour, 2);
    list.AddCircleFilled({plot.x, before[i]}, 5, line.colour);
    list.AddCircleFilled({plot.x, before[i]}, 3.2f, ui.c.sheet);
    list.AddCircleFilled({end, end_y}, 5, ui.c.sheet);
    list.AddCircleFilled({end, end_y}, 3.5f, line.colour);
    ui.paint_text({plot.x - kSide, before_labels[i] - 10, kSide - 12, 20}, type::caption.figures(), ui.c.ink2, line.before_label, Align::right);
    ui.paint_text({plot.right() + 12, after_labels[i] - 10, kSide - 12, 20}, type::caption.semibold().figures(), ui.c.ink, line.after_label);
    figure.hint_row({plot.x, std::min(before[i], after[i]) - 4, plot.width, std::abs(after[i] - before[i]) + 8}, data, i + 1);
  }
}

}  // namespace fullcircle::ui

#include "ui/widgets/charts/gap_track.h"

#include <imgui.h>

namespace fullcircle::ui {

void gap_track(Ui& ui, const Rect& rect, const GapTrack& track, const ChartData& data) {
  Figure figure(ui, rect, data.caption, data);
  if (!ui.visible(rect)) return;
  const Rect line = ui.snap(rect.middle(4));
  const auto x_of = [&](float value) {
    return line.x + line.width * std::min(1.0f, std::max(0.0f, (value - track.minimum) / (track.maximum - track.minimum)));
  };
  ui.fill(line, ui.c.track, 2);
  const float y = line.y + 2;
  ImDrawList& list = ui.draw();
  if (track.before && track.now) {
    const float a = x_of(*track.before), b = a + (x_of(*track.now) - a) * figure.appeared();
    ui.fill({std::min(a, b), line.y, std::abs(b - a), 4}, ui.c.accent, 2);
  }
  // The figures below stay apart where the marks are close.
  float before_x = track.before ? x_of(*track.before) : 0;
  const float target_x = track.target ? x_of(*track.target) : 0;
  if (track.before && track.target && target_x - before_x < 30) before_x = target_x - 30;
  if (track.target) {
    ui.fill(Rect{ui.snap(target_x - 1), line.y, 2, 4}.middle(metrics::kReferenceTick), ui.c.ink);
    ui.paint_text({target_x - 24, y + 9, 48, 14}, type::axis.medium(), ui.c.ink, track.target_label, Align::centre);
  }
  if (track.before) {
    list.AddCircleFilled({x_of(*track.before), y}, 5, ui.c.field);
    list.AddCircleFilled({x_of(*track.before), y}, 3.5f, ui.c.sheet);
    ui.paint_text({before_x - 24, y + 9, 48, 14}, type::axis, ui.c.ink3, track.before_label, Align::centre);
  }
  if (track.now) {
    list.AddCircleFilled({x_of(*track.now), y}, 5, ui.c.accent);
    ui.paint_text({x_of(*track.now) - 24, y - 24, 48, 16}, type::caption.semibold(), ui.c.accent, track.now_label, Align::centre);
  }
  // The keyboard comes to what is missing as well; the pointer, between the marks, gets the whole sentence.
  const std::optional<float> marks[] = {track.before, track.now, track.target};
  bool told = false;
  for (std::size_t i = 0; i < std::size(marks); ++i)
    if (!told && (marks[i] || figure.is_at(i + 1))) told = figure.hint_row(marks[i] ? Rect{x_of(*marks[i]) - 9, rect.y, 18, rect.height} : line, data, i + 1);
  if (!told) figure.hint(rect, data.caption);
}

}  // namespace fullcircle::ui

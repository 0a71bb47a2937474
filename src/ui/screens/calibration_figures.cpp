// What the figures of a whole calibration are made of: the mean before and now, the share apart from the guide, the edges of the boxes.
#include "ui/screens/calibration_parts.h"
#include "ui/screens/terms_dialog.h"
#include "ui/screens/value_lines.h"
#include "ui/widgets/link.h"

namespace fullcircle {
void figures_link(const CalibrationDrawing& drawing, Rect& area) {
  if (ui::link(drawing.screen.ui, area.cut_top(28), drawing.screen.tr("calibration.figures"), {.icon = Icon::list_tree})) drawing.state.explains = true;
}

void draw_calibration_figures(const CalibrationDrawing& drawing, Intents& intents) {
  if (!drawing.state.explains) return;
  TermsDialog dialog(drawing.screen, "figures", drawing.screen.tr("calibration.figures"));
  dialog.guide("rating:calibration", intents);
  const ScreenContext& screen = drawing.screen;
  const CalibrationWords words = drawing.words();
  dialog.add(value_table(words.mean_lines(drawing.shown)), screen.tr("calibration.mean"));
  dialog.say(screen.tr("calibration.mean_how"));
  if (auto guide = words.guide_lines(drawing.shown); !guide.empty()) {
    dialog.add(value_table(std::move(guide)), screen.tr("calibration.guide"));
    dialog.say(screen.tr("calibration.guide_how"));
  }
  dialog.add(value_table(words.edge_lines()), screen.tr("calibration.nine_box"));
  dialog.say(words.edges_how());
  drawing.state.explains = dialog.end();
}

}  // namespace fullcircle

// What the figures of a whole calibration are made of: the mean before and now, the share apart from the guide, the edges of the boxes.
#include "ui/screens/calibration_parts.h"
#include "ui/screens/terms_dialog.h"
#include "ui/widgets/link.h"

namespace fullcircle {
namespace {

constexpr int kExactPlaces = 4;
constexpr const char *kTimes = " × ", *kBy = " ÷ ", *kDot = " · ";

void add_mean(const CalibrationDrawing& drawing, TermsDialog& dialog) {
  const ScreenContext& screen = drawing.screen;
  const Formats& formats = screen.formats;
  const CalibrationMean& mean = drawing.shown.mean;
  const int left_out = static_cast<int>(drawing.shown.people.size()) - mean.counted;
  ValueTable rows;
  rows.add(std::string(screen.tr("calibration.mean_counted")), screen.tr("people.count", {{"count", mean.counted}}));
  if (left_out > 0)
    rows.add(screen.tr("terms.left_out", {{"reason", screen.tr("calibration.without_rating")}}), screen.tr("people.count", {{"count", left_out}}));
  const std::string by = kBy + formats.integer(mean.counted);
  if (mean.counted > 0) {
    const auto add = [&](std::string_view key, double sum, std::optional<double> shown) {
      rows.add(std::string(screen.tr(key)) + ": " + formats.short_number(sum, kExactPlaces) + by + " = " + formats.short_number(sum / mean.counted, kExactPlaces),
               drawing.score_text(shown), true);
    };
    const double moved = mean.sum_now - mean.sum_before;
    add("calibration.column_before", mean.sum_before, drawing.shown.mean_before);
    if (mean.moved > 0) rows.add(screen.tr("calibration.mean_moved", {{"count", mean.moved}}) + ": " + formats.difference(moved, drawing.cycle.rules.places) + by,
             formats.difference(moved / mean.counted, kExactPlaces));
    add("calibration.column_now", mean.sum_now, drawing.shown.mean_now);
  }
  dialog.add(rows, screen.tr("calibration.mean"));
  dialog.say(screen.tr("calibration.mean_how"));
}

void add_guide_terms(const CalibrationDrawing& drawing, TermsDialog& dialog) {
  const auto& guide = drawing.shown.guide;
  if (!guide || !guide->total_variation) return;
  const ScreenContext& screen = drawing.screen;
  const Formats& formats = screen.formats;
  std::vector<int> counts(guide->expected.size());
  double rated = 0;
  for (std::size_t band = 0; band < counts.size(); ++band)
    for (const UnitRatings& unit : drawing.shown.units) {
      counts[band] += unit.now[band];
      rated += unit.now[band];
    }
  ValueTable rows;
  for (std::size_t band = 0; band < counts.size() && rated > 0; ++band) {
    if (!guide->expected[band]) continue;
    const double expected = *guide->expected[band];
    rows.add(drawing.label_of(band) + kDot + formats.percent(expected / rated, 1) + kTimes + formats.integer(static_cast<int>(rated)) + " = " + formats.number(expected, 1),
             screen.tr("calibration.guide_row", {{"now", counts[band]}, {"guide", formats.number(expected, 1)}}));
  }
  rows.add(std::string(screen.tr("calibration.guide_sum")), formats.percent(*guide->total_variation, 1), true);
  dialog.add(rows, screen.tr("calibration.guide"));
  dialog.say(screen.tr("calibration.guide_how"));
}

void add_edges(const CalibrationDrawing& drawing, TermsDialog& dialog) {
  const ScreenContext& screen = drawing.screen;
  const RatingRules& rules = drawing.cycle.rules;
  const CalibrationWords words = drawing.words();
  ValueTable rows;
  for (const auto level : {NineBoxLevel::low, NineBoxLevel::medium, NineBoxLevel::high}) {
    const ScoreRange range = range_of_level(rules, level);
    const bool is_last = level == NineBoxLevel::high;
    rows.add(words.performance(level) + kDot + words.potential(level),
             screen.tr(is_last ? "calibration.edge_to" : "calibration.edge_under",
                       {{"from", screen.formats.short_number(range.low)}, {"to", screen.formats.short_number(range.high)}}));
  }
  dialog.add(rows, screen.tr("calibration.nine_box"));
  dialog.say(screen.tr("calibration.edges_how", {{"medium", screen.formats.percent(kNineBoxCuts[0])}, {"high", screen.formats.percent(kNineBoxCuts[1])}}));
}

}  // namespace

void figures_link(const CalibrationDrawing& drawing, Rect& area) {
  if (ui::link(drawing.screen.ui, area.cut_top(28), drawing.screen.tr("calibration.figures"), {.icon = Icon::list_tree})) drawing.state.explains = true;
}

void draw_calibration_figures(const CalibrationDrawing& drawing, Intents& intents) {
  if (!drawing.state.explains) return;
  TermsDialog dialog(drawing.screen, "figures", drawing.screen.tr("calibration.figures"));
  dialog.guide("rating:calibration", intents);
  add_mean(drawing, dialog);
  add_guide_terms(drawing, dialog);
  add_edges(drawing, dialog);
  drawing.state.explains = dialog.end();
}

}  // namespace fullcircle

#include "ui/screens/gap_figures.h"

namespace fullcircle {
namespace {

/// What stands behind each figure: " self · " and " others".
struct GapWords {
  std::string self, others;
};
GapWords gap_words(const ScreenContext& screen) {
  return {" " + std::string(screen.tr("result.self_lower")) + " · ", " " + std::string(screen.tr("result.others_lower"))};
}

}  // namespace

float gap_figures_width(const ScreenContext& screen, std::string_view self, std::string_view others) {
  const GapWords words = gap_words(screen);
  const auto strong = ui::type::caption.semibold();
  return screen.ui.text_width(strong, self) + screen.ui.text_width(strong, others) + screen.ui.text_width(ui::type::caption, words.self) +
         screen.ui.text_width(ui::type::caption, words.others) + 8;
}

void draw_gap_figures(ScreenContext& screen, const Rect& rect, std::string_view self, std::string_view others) {
  const GapWords words = gap_words(screen);
  const ui::Run runs[] = {{self, true, screen.ui.c.warn}, {words.self}, {others, true, screen.ui.c.accent}, {words.others}};
  screen.ui.rich(rect.middle(16), ui::type::caption, screen.ui.c.ink2, runs, ui::Align::right);
}

}  // namespace fullcircle

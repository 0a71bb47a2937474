#include "ui/theme/theme.h"

namespace fullcircle::ui {

Theme make_theme(const Fonts& fonts, bool dark) {
  Theme theme;
  theme.colours = dark ? dark_colours() : light_colours();
  theme.fonts = fonts;
  theme.dark = dark;
  return theme;
}

}  // namespace fullcircle::ui

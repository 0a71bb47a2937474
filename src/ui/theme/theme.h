// Everything about the look that a frame needs: colours, fonts and the person's settings for them.
#pragma once

#include "ui/app_view.h"
#include "ui/theme/colours.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"

namespace fullcircle::ui {

struct Theme {
  Colours colours = light_colours();
  Fonts fonts;
  bool dark = false;
  bool compact_rows = false;     ///< the person's setting: rows of 40
  bool reduced_motion = false;   ///< the person's setting or the system's
  bool tall_lines = false;       ///< Chinese, Japanese, Korean: line height +2, no medium weight
};

Theme make_theme(const Fonts& fonts, bool dark);

}  // namespace fullcircle::ui

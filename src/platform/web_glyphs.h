// Characters that Inter lacks, drawn by the browser with whatever fonts the device has.
#pragma once

#include "ui/frame/shaped_runs.h"

struct ImFontAtlas;

namespace fullcircle {

/// Adds the browser as the last source of the font added before. `weight` is the CSS font-weight; `runs` outlives the atlas.
void add_browser_glyphs(ImFontAtlas& atlas, int weight, ShapedRuns& runs);

}  // namespace fullcircle

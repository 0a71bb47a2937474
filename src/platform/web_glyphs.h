// Characters that Inter lacks, drawn by the browser with whatever fonts the device has.
#pragma once

struct ImFontAtlas;

namespace fullcircle {

/// Adds the browser as the last source of the font added before. `weight` is the CSS font-weight.
void add_browser_glyphs(ImFontAtlas& atlas, int weight);

}  // namespace fullcircle

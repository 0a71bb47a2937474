#include "platform/web_glyphs.h"

#include <emscripten.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <string_view>
#include <cfloat>
#include <vector>

#include "ui/app_view.h"

// clang-format off
EM_JS(int, fc_page_measure_glyph, (const char* text, int length, double size_px, int weight, float* metrics), { return Module.page.measureGlyph(text, length, size_px, weight, metrics); })
EM_JS(void, fc_page_draw_glyph, (void* pixels), { Module.page.drawGlyph(pixels); })
// clang-format on

namespace fullcircle {
namespace {

/// As shell/glyphs.js answers.
enum GlyphKind { kMissing = 0, kInk = 1, kColoured = 2 };

/// In device pixels: the bitmap from `left` and `top` of the pen position on the base line, y down.
struct GlyphMetrics {
  float advance, left, top, width, height;
};

/// Joining, variation and replacement characters have no picture of their own and must not become boxes.
bool is_never_drawn(ImWchar codepoint) {
  return codepoint == 0xFE0F || codepoint == 0xFE0E || codepoint == 0x200D || codepoint == 0xFFFD || codepoint == 0xFFFF ||
         codepoint < 0x20;
}

bool contains_glyph(ImFontAtlas*, ImFontConfig*, ImWchar codepoint) { return !is_never_drawn(codepoint); }

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar codepoint, ImFontGlyph* glyph,
                float* advance_only) {
  if (is_never_drawn(codepoint)) return false;
  const float density = source->RasterizerDensity * baked->RasterizerDensity;
  const double size_px = baked->Size * density;
  GlyphMetrics metrics;
  char utf8[5];
  std::string_view text = (*static_cast<const ShapedRuns* const*>(source->FontData))->run(codepoint);
  if (text.empty()) text = {utf8, static_cast<std::size_t>(ImTextCharToUtf8(utf8, codepoint))};
  const int kind = fc_page_measure_glyph(text.data(), static_cast<int>(text.size()), size_px,
                                         static_cast<int>(source->FontLoaderFlags), &metrics.advance);
  if (kind == kMissing) return false;
  if (advance_only != nullptr) {
    *advance_only = metrics.advance / density;
    return true;
  }
  glyph->Codepoint = codepoint;
  glyph->AdvanceX = metrics.advance / density;
  const int width = static_cast<int>(metrics.width), height = static_cast<int>(metrics.height);
  if (width == 0 || height == 0) return true;
  const ImFontAtlasRectId place = ImFontAtlasPackAddRect(atlas, width, height);
  if (place == ImFontAtlasRectId_Invalid) return false;
  std::vector<unsigned char> pixels(static_cast<std::size_t>(width) * height * 4);
  fc_page_draw_glyph(pixels.data());
  const float base_line = IM_ROUND(baked->Ascent);
  glyph->X0 = metrics.left / density;
  glyph->Y0 = base_line + metrics.top / density;
  glyph->X1 = glyph->X0 + metrics.width / density;
  glyph->Y1 = glyph->Y0 + metrics.height / density;
  glyph->Visible = true;
  glyph->Colored = kind == kColoured;
  glyph->PackId = place;
  ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, ImFontAtlasPackGetRect(atlas, place), pixels.data(),
                                     ImTextureFormat_RGBA32, width * 4);
  return true;
}

const ImFontLoader& loader() {
  static const ImFontLoader browser = [] {
    ImFontLoader made;
    made.Name = "browser";
    made.FontSrcInit = [](ImFontAtlas*, ImFontConfig*) { return true; };
    made.FontSrcDestroy = [](ImFontAtlas*, ImFontConfig*) {};
    made.FontSrcContainsGlyph = contains_glyph;
    made.FontBakedLoadGlyph = load_glyph;
    return made;
  }();
  return browser;
}

}  // namespace

void add_browser_glyphs(ImFontAtlas& atlas, int weight, ShapedRuns& runs) {
  ShapedRuns* address = &runs;
  ImFontConfig config;
  config.MergeMode = true;
  config.FontData = &address;  // ImGui insists on some data, and copies it
  config.FontDataSize = sizeof address;
  config.FontDataOwnedByAtlas = false;
  config.SizePixels = -16;             // as the font it is merged into
  config.GlyphMaxAdvanceX = -FLT_MAX;  // see WebProgram::add_font
  config.FontLoader = &loader();
  config.FontLoaderFlags = static_cast<unsigned>(weight);
  atlas.AddFont(&config);
}

}  // namespace fullcircle

// The whole app as the platform sees it: something that draws itself into a frame.
#pragma once

#include <memory>

#include "ui/frame/frame.h"
#include "ui/frame/shaped_runs.h"

struct ImFont;

namespace fullcircle {

class App;

/// Inter in its three weights and the Lucide icons, in the current ImGui context.
///
/// Sizes are CSS pixels on both sides: the fonts are loaded by their em. ImGui rounds the size of what it rasterises to
/// whole pixels, so any other measure would be drawn resampled and blurred.
struct Fonts {
  static constexpr float content_of_em = 1.21f;   ///< Inter's ascent plus descent; a line box centres it, as in CSS
  ImFont* regular = nullptr;
  ImFont* medium = nullptr;
  ImFont* semibold = nullptr;
  ImFont* icons = nullptr;
  ShapedRuns* shaped_runs = nullptr;  ///< to pass text through before measuring and drawing; may be absent
};

class AppView {
 public:
  virtual ~AppView() = default;

  /// Draws everything into ImGui's background and foreground draw lists, and says it all again to `frame.mirror()`.
  /// Called between ImGui::NewFrame and ImGui::Render, as often as something happened and never otherwise.
  virtual void draw(Frame& frame) = 0;
};

/// What the address asks for: `?parts` shows the page of parts.
enum class StartPage { app, parts };

/// `app` must outlive the view.
std::unique_ptr<AppView> make_app_view(const Fonts& fonts, StartPage page, App& app);

}  // namespace fullcircle

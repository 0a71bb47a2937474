// The app in the browser: fonts, canvas, input and view, and the rule for when to draw.
#pragma once

#include <memory>

#include "app/app.h"
#include "platform/web_blobs.h"
#include "platform/web_canvas.h"
#include "platform/web_clock.h"
#include "platform/web_encryption.h"
#include "platform/web_folders.h"
#include "platform/web_input.h"
#include "platform/web_tabs.h"
#include "platform/web_text_services.h"
#include "ui/app_view.h"

namespace fullcircle {

class WebProgram {
 public:
  enum class FontFile { regular, medium, semibold, icons };

  WebProgram();

  /// The bytes must stay where they are for good.
  void add_font(FontFile file, void* bytes, int size);

  /// Once, after the fonts. False when there is no WebGL 2: then nothing is ever drawn, and only save_copy is of use.
  bool start(const char* canvas_selector, StartPage page);
  /// Saves the open team as a file, without a screen. False when no team is open (yet).
  bool save_copy();

  bool is_saved() const { return app_.state().save.status == SaveStatus::saved; }
  /// A text for what the page itself says.
  std::string words(std::string_view key) const { return std::string(app_.language().tr(key)); }

  WebInput& input() { return input_; }
  WebCanvas& canvas() { return canvas_; }

  /// Brings screen and mirror up to date with everything reported so far.
  ///
  /// Out: when to be called again without anything reported: now_ms for the next frame, later for a timer, -1 for never.
  double run_frame(double now_ms);

  double last_frame_ms() const { return last_frame_ms_; }

 private:
  void settle(double now_ms);
  bool draw_pass(double now_ms);

  WebBlobs blobs_;
  WebTabs tabs_;
  WebClock clock_;
  WebRandom random_;
  WebTextServices text_;
  WebEncryption encryption_;
  WebFolders folders_;
  WebTabNote tab_note_;
  App app_;
  WebInput input_;
  WebCanvas canvas_;
  ShapedRuns runs_;
  Fonts fonts_;
  Frame frame_;
  FrameOutput pending_;
  std::unique_ptr<AppView> view_;
  double previous_ms_ = 0;
  double last_frame_ms_ = 0;
  bool mirror_changed_ = false;
};

}  // namespace fullcircle

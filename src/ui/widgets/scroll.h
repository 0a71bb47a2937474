// A scrolling part of the page. Its content is drawn at full length; how far it reaches is found while it is drawn.
#pragma once

#include <string_view>

#include "ui/widgets/ui.h"

namespace fullcircle::ui {

struct ScrollOptions {
  float end_padding = 32;     ///< space after the last thing drawn
  bool horizontal = false;    ///< sideways instead of down: wide tables and tab rows on phones
  float content_width = 0;    ///< with `horizontal`: the width of all
  bool takes_focus = false;   ///< for content without anything to focus: the keys scroll the area itself; needs a name
};

/// Between construction and destruction everything is drawn into the scrolled, clipped content.
/// Example: { ScrollArea scroll(ui, sheet, "people"); Rect area = scroll.content(); … }
class ScrollArea {
 public:
  ScrollArea(Ui& ui, const Rect& rect, std::string_view key, std::string_view name = {}, const ScrollOptions& options = {});
  ~ScrollArea();
  ScrollArea(const ScrollArea&) = delete;
  ScrollArea& operator=(const ScrollArea&) = delete;

  /// The content's rectangle: already moved by the scroll position, and very high.
  Rect content() const { return content_; }
  const Rect& viewport() const { return rect_; }
  WidgetId id() const { return id_; }

 private:
  Ui& ui_;
  Rect rect_;
  Rect content_;
  ScrollOptions options_;
  WidgetId id_;
  Point scroll_;
};

}  // namespace fullcircle::ui

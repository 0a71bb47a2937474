// A window without a browser: draws widgets frame by frame and does to them what a person would.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "ui/widgets/ui.h"

namespace fullcircle::ui {

/// Every letter of its font is half as wide as it is high, so that a test can count on widths.
class TestWindow {
 public:
  using Draw = std::function<void(Ui&)>;

  explicit TestWindow(Draw draw, float width = 1440, float height = 900);
  ~TestWindow();

  /// Draws until nothing changes any more, as the platform does.
  void settle();
  void pass(double milliseconds);

  void click(std::string_view name);
  void hover(std::string_view name);
  void focus(WidgetId id, bool visible = true);
  void type(std::string_view name, std::string_view text);
  /// A key for the focused widget, or a shortcut when nothing there wants it.
  void press(Key key, std::uint8_t modifiers = 0, std::string text = {});
  void scroll(std::string_view key_of_first_area, float y);

  /// The node with this name that one can act upon (or any, for text); 0 when there is none.
  WidgetId find(std::string_view name, MirrorRole role) const;
  WidgetId find(std::string_view name) const;
  bool shows(std::string_view name) const { return find(name) != 0; }
  const MirrorNode* node(WidgetId id) const;
  std::string name_of(WidgetId id) const;
  std::size_t count(MirrorRole role) const;

  Frame frame;
  Theme theme;
  UiMemory memory;
  FrameInput input;

 private:
  bool draw_pass();
  void act(Action action);

  Draw draw_;
  Fonts fonts_;
};

}  // namespace fullcircle::ui

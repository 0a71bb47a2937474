// What lies over the page: popovers, menus, dialogs. Drawn where it is called, shown above everything before and after.
#pragma once

#include <string_view>

#include "ui/widgets/ui.h"

namespace fullcircle::ui {

enum class LayerKind : std::uint8_t {
  popup,   ///< closes on a click outside and on Escape
  modal,   ///< dims the page and takes it out of reach; closes on Escape
};

struct LayerOptions {
  LayerKind kind = LayerKind::popup;
  MirrorRole role = MirrorRole::dialog;   ///< dialog, menu or list_box
  std::string_view name;
  WidgetId opener = 0;       ///< gets the focus back
  float radius = metrics::kRadiusControl;
  bool focus_inside = true;  ///< moves the focus to the first control; not for suggestions under a field
};

/// An open layer. Draw its content between construction and destruction; ask `closed()` whether the person left it.
class Layer {
 public:
  Layer(Ui& ui, const Rect& rect, std::string_view key, const LayerOptions& options);
  ~Layer();
  Layer(const Layer&) = delete;
  Layer& operator=(const Layer&) = delete;

  bool closed() const { return closed_; }
  /// No other layer lies over it.
  bool topmost() const { return topmost_; }
  WidgetId id() const { return id_; }
  /// The id the layer has in the scope of `ui`, to give its first control the focus.
  const Rect& rect() const { return rect_; }

 private:
  Ui& ui_;
  Rect rect_;
  WidgetId id_;
  WidgetId outer_layer_;
  bool closed_ = false, topmost_ = false;
};

/// A popup of this size under `anchor`, or above it where there is no room below, inside the window.
Rect place_popup(const Ui& ui, const Rect& anchor, float width, float height, Align align = Align::left);

}  // namespace fullcircle::ui

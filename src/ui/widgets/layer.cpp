#include "ui/widgets/layer.h"

#include <imgui.h>

#include "ui/widgets/draw_layers.h"

namespace fullcircle::ui {

Layer::Layer(Ui& ui, const Rect& rect, std::string_view key, const LayerOptions& options)
    : ui_(ui), rect_(rect), id_(ui.make_id(key)), outer_layer_(ui.layer_) {
  const bool modal = options.kind == LayerKind::modal;
  UiMemory& memory = ui.memory;
  const OpenLayer* before = nullptr;
  for (const OpenLayer& layer : memory.layers_before)
    if (layer.id == id_) before = &layer;
  const WidgetId opener = before ? before->opener : options.opener != 0 ? options.opener : ui.frame.input().focused;

  // Only the topmost layer hears Escape and the click outside.
  topmost_ = before && memory.layers_before.back().id == id_;
  if (topmost_ && ui.frame.shortcut({.key = Key::escape, .in_text_fields = true})) closed_ = true;

  ++ui.depth_;
  ui.layer_ = id_;
  memory.layers.push_back({id_, opener, rect, ui.depth_});
  memory.draw_layers->select(ui.depth_);
  ui.clips_.push_back(ui.screen());
  ui.draw().PushClipRectFullScreen();
  ui.reaches_.push_back(0);

  const WidgetId outside = widget_id("outside", id_);
  ui.frame.mirror().add({.id = outside, .role = MirrorRole::surface, .rect = ui.screen(), .states = mirror_state::clickable,
                         .tab_index = -1, .layer = 2 * ui.depth_ - 1});
  if (topmost_ && !modal && ui.frame.activated(outside)) closed_ = true;

  if (!before) memory.first_seen_ms.erase(id_);
  const float shown = ui.appear(id_, metrics::kMenuSeconds);
  if (modal) ui.fill(ui.screen(), with_alpha(ui.c.scrim, shown));
  ui.frame.mirror().open({.id = id_, .role = options.role, .rect = rect, .name = options.name,
                          .states = modal ? mirror_state::modal : 0, .tab_index = -1, .layer = 2 * ui.depth_});
  ui.push_id(key);
  ui.raised(rect, options.radius);
  if (!before && options.focus_inside) memory.layer_wants_focus = id_;
}

Layer::~Layer() {
  ui_.pop_id();
  ui_.frame.mirror().close();
  ui_.reaches_.pop_back();
  ui_.clips_.pop_back();
  ui_.draw().PopClipRect();
  --ui_.depth_;
  ui_.layer_ = outer_layer_;
  ui_.memory.draw_layers->select(ui_.depth_);
}

Rect place_popup(const Ui& ui, const Rect& anchor, float width, float height, Align align) {
  const Rect window = ui.screen().inset(8);
  Rect place{anchor.x, anchor.bottom() + 4, std::min(width, window.width), std::min(height, window.height)};
  if (align == Align::right) place.x = anchor.right() - place.width;
  if (align == Align::centre) place.x = anchor.centre().x - place.width / 2;
  const bool more_room_above = anchor.y - window.y > window.bottom() - anchor.bottom();
  if (place.bottom() > window.bottom() && more_room_above) place.y = anchor.y - 4 - place.height;
  place.y = std::max(window.y, std::min(place.y, window.bottom() - place.height));
  place.x = std::max(window.x, std::min(place.x, window.right() - place.width));
  return place;
}

}  // namespace fullcircle::ui

#include "ui/widgets/scroll.h"

namespace fullcircle::ui {

ScrollArea::ScrollArea(Ui& ui, const Rect& rect, std::string_view key, std::string_view name, const ScrollOptions& options)
    : ui_(ui), rect_(rect), options_(options), id_(ui.make_id(key)) {
  ui.reach(rect.bottom());
  scroll_ = ui.frame.scroll(id_);
  const float height = options.horizontal ? rect.height : std::max(rect.height, ui.memory.heights[id_]);
  const float width = options.horizontal ? std::max(rect.width, options.content_width) : rect.width;
  const bool takes_focus = options.takes_focus;
  ui.frame.mirror().open({.id = id_, .role = MirrorRole::scroll_area, .rect = rect, .name = name, .states = takes_focus ? mirror_state::focusable : 0,
                          .tab_index = takes_focus ? 0 : -1, .content_size = {width, height}});
  ui.frame.mirror().set_scroll(scroll_);
  ui.push_id(key);
  ui.push_clip(rect);
  content_ = {rect.x - scroll_.x, rect.y - scroll_.y, width, options.horizontal ? rect.height : 1e6f};
  ui.reaches_.push_back(rect.y);
}

ScrollArea::~ScrollArea() {
  const float reached = ui_.reaches_.back() - content_.y + options_.end_padding;
  ui_.reaches_.pop_back();
  float& height = ui_.memory.heights[id_];
  if (!options_.horizontal && std::abs(height - reached) > 0.5f) {
    height = reached;
    ui_.frame.redraw();
  }
  ui_.pop_clip();
  if (options_.takes_focus && ui_.frame.focus_ring(id_)) ui_.outline(rect_, ui_.c.accent, metrics::kRadiusControl, 2);
  ui_.pop_id();
  ui_.frame.mirror().close();
}

}  // namespace fullcircle::ui

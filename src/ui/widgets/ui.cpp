// The frame of a frame: begin and finish, ids, behaviour, animation, groups.
#include "ui/widgets/ui.h"

#include <imgui.h>

#include <cmath>

#include "ui/widgets/draw_layers.h"
#include "ui/widgets/text_layout.h"

namespace fullcircle::ui {

UiMemory::UiMemory() : draw_layers(std::make_unique<DrawLayers>()), text_layout(std::make_unique<TextLayout>()) {}
UiMemory::~UiMemory() = default;

bool IdSet::claim(WidgetId id) {
  if (count_ * 2 > slots_.size()) grow();
  for (std::size_t place = id % slots_.size();; place = (place + 1) % slots_.size()) {
    Slot& slot = slots_[place];
    if (slot.generation != generation_) {
      slot = {id, generation_};
      ++count_;
      return true;
    }
    if (slot.id == id) return false;
  }
}

void IdSet::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  count_ = 0;
  for (const Slot& slot : old)
    if (slot.generation == generation_) claim(slot.id);
}

Ui::Ui(Frame& frame_in, const Theme& theme_in, UiMemory& memory_in)
    : frame(frame_in), theme(theme_in), c(theme_in.colours), memory(memory_in) {
  memory.ids.begin_frame();
  ++memory.frame_number;
  memory.layers_before.swap(memory.layers);
  memory.layers.clear();
  scopes_.push_back({widget_id("ui"), 0});
  clips_.push_back(screen());
  memory.draw_layers->begin(*ImGui::GetBackgroundDrawList(), frame.input().density);
}

Ui::~Ui() {
  draw_tooltip();
  // A layer that was there and is gone hands the focus back to what opened it.
  for (auto layer = memory.layers_before.rbegin(); layer != memory.layers_before.rend(); ++layer) {
    const bool gone = std::ranges::none_of(memory.layers, [&](const OpenLayer& open) { return open.id == layer->id; });
    if (gone && layer->opener != 0 && !frame.output().focus) frame.focus(layer->opener);
  }
  memory.draw_layers->finish();
}

Rect Ui::screen() const {
  const Point size = frame.input().display_size;
  return {0, 0, size.x, size.y};
}

Layout Ui::layout() const {
  const float width = frame.input().display_size.x;
  return width < metrics::kPhoneBelow ? Layout::phone : width < metrics::kWideFrom ? Layout::medium : Layout::wide;
}

WidgetId Ui::peek_id(std::string_view key) const { return widget_id(key, scopes_.back().id); }

WidgetId Ui::make_id(std::string_view key) {
  WidgetId id = peek_id(key);
  for (std::uint64_t again = 1; !memory.ids.claim(id); ++again) id = widget_id(again, peek_id(key));
  return id;
}

void Ui::push_id(std::string_view key) { scopes_.push_back({widget_id(key, scopes_.back().id), 0}); }
void Ui::push_id(std::uint64_t number) { scopes_.push_back({widget_id(number, scopes_.back().id), 0}); }
void Ui::pop_id() { scopes_.pop_back(); }

WidgetId Ui::next_text_id() {
  Scope& scope = scopes_.back();
  WidgetId id = widget_id(std::uint64_t{0x7E00000000} + scope.texts++, scope.id);
  while (!memory.ids.claim(id)) id = widget_id(std::uint64_t{0x7E00000000} + scope.texts++, scope.id);
  return id;
}

void Ui::say(WidgetId id, const Rect& rect, MirrorRole role, std::string_view text, int level) {
  if (text.empty()) return;
  frame.mirror().add({.id = id, .role = role, .rect = rect, .name = text, .level = level});
}

Behaviour Ui::behaviour_of(WidgetId id, MirrorStates states) const {
  if (pretended_) {
    Behaviour shown = *pretended_;
    shown.id = id;
    return shown;
  }
  Behaviour result{.id = id, .focused = frame.focused(id), .focus_visible = frame.focus_ring(id)};
  if (states & mirror_state::disabled) return result;
  result.clicked = frame.activated(id);
  result.double_clicked = frame.double_clicked(id);
  result.menu_wanted = frame.context_menu_wanted(id);
  result.hovered = frame.hovered(id);
  result.pressed = frame.held(id);
  return result;
}

namespace {

/// A finger needs more room than the drawing shows: the target grows around it, but not out of the part of the page it lies in.
Rect touch_target(const Rect& drawn, const Rect& clip) {
  constexpr float kLeast = metrics::kPhoneTarget;
  const Rect grown = drawn.grow(std::max(0.0f, (kLeast - drawn.width) / 2), std::max(0.0f, (kLeast - drawn.height) / 2));
  const float left = std::max(grown.x, std::min(clip.x, drawn.x)), top = std::max(grown.y, std::min(clip.y, drawn.y));
  const float right = std::min(grown.right(), std::max(clip.right(), drawn.right())), bottom = std::min(grown.bottom(), std::max(clip.bottom(), drawn.bottom()));
  return {left, top, right - left, bottom - top};
}

bool is_touched(MirrorRole role) { return role <= MirrorRole::switch_ && role != MirrorRole::group; }

}  // namespace

Behaviour Ui::behave(const MirrorItem& item) {
  reach(item.rect.bottom());
  if (phone() && is_touched(item.role)) {
    MirrorItem target = item;
    target.rect = touch_target(item.rect, clip());
    frame.mirror().add(target);
  } else {
    frame.mirror().add(item);
  }
  take_first_focus(item);
  return behaviour_of(item.id, item.states);
}

Behaviour Ui::behave(WidgetId id, const Rect& rect, MirrorRole role, std::string_view name, MirrorStates states, KeySet keys) {
  return behave(MirrorItem{.id = id, .role = role, .rect = rect, .name = name, .states = states, .keys = keys});
}

void Ui::take_first_focus(const MirrorItem& item) {
  if (memory.layer_wants_focus == 0 || memory.layer_wants_focus != layer_) return;
  if (item.tab_index < 0 || (item.states & mirror_state::disabled)) return;
  frame.focus(item.id);
  memory.layer_wants_focus = 0;
}

bool Ui::pointer_over(const Rect& rect) const {
  const Pointer& pointer = frame.input().pointer;
  if (!pointer.inside || pointer.touch || !clip().contains(pointer.position) || !rect.contains(pointer.position)) return false;
  return layer_ == (memory.layers_before.empty() ? 0 : memory.layers_before.back().id);
}

float Ui::animate(WidgetId id, float target, float seconds) {
  if (theme.reduced_motion) return target;
  const auto [found, is_new] = memory.animations.try_emplace(id, Animation{target, target, 0});
  Animation& animation = found->second;
  const auto value_now = [&] {
    const auto passed = static_cast<float>((now_ms() - animation.started_ms) / 1000.0 / seconds);
    if (passed >= 1) return animation.to;
    const float left = 1 - std::max(0.0f, passed);
    return animation.from + (animation.to - animation.from) * (1 - left * left * left);
  };
  if (is_new) return target;
  if (animation.to != target) animation = {value_now(), target, now_ms()};
  const float value = value_now();
  if (value != animation.to) frame.redraw();
  return value;
}

Colour Ui::animate_colour(WidgetId id, Colour rest, Colour active, bool is_active) {
  return mix(rest, active, animate(widget_id("hover", id), is_active ? 1.0f : 0.0f));
}

float Ui::appear(WidgetId id, float seconds) {
  if (theme.reduced_motion) return 1;
  const double since = memory.first_seen_ms.try_emplace(id, now_ms()).first->second;
  const auto passed = static_cast<float>((now_ms() - since) / 1000.0 / seconds);
  if (passed >= 1) return 1;
  frame.redraw();
  const float left = 1 - passed;
  return 1 - left * left * left;
}

void Ui::tooltip(const Behaviour& owner, const Rect& rect, std::string_view text) {
  if (text.empty() || (!owner.hovered && !owner.focus_visible) || owner.pressed) return;
  tooltip_at(owner.id, rect, text, owner.focus_visible);
}

Group::Group(Ui& ui, const MirrorItem& item) : ui_(ui) { ui.frame.mirror().open(item); }

Group::Group(Ui& ui, MirrorRole role, const Rect& rect, std::string_view name, MirrorStates states) : ui_(ui) {
  ui.frame.mirror().open({.id = ui.make_id(name), .role = role, .rect = rect, .name = name, .states = states, .tab_index = -1});
}

Group::~Group() { ui_.frame.mirror().close(); }

}  // namespace fullcircle::ui

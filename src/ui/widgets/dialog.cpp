#include "ui/widgets/dialog.h"

#include <cmath>

#include "ui/widgets/button.h"

namespace fullcircle::ui {
namespace {

constexpr float kPadding = 24, kHead = 64, kFoot = 72;

}  // namespace

Rect Dialog::place(const Ui& ui, std::string_view key, const DialogOptions& options) {
  const Rect window = ui.screen().inset(ui.phone() ? 8.0f : 24.0f);
  const auto known = ui.memory.heights.find(widget_id("dialog", ui.peek_id(key)));
  const float foot = options.confirm.empty() && options.cancel.empty() ? 16.0f : kFoot;
  const float content = known != ui.memory.heights.end() ? known->second : 160;
  const float height = options.height > 0 ? options.height : kHead + content + foot;
  const float width = std::min(options.width, window.width);
  const float fitting = std::min(height, window.height);
  // A little above the middle, where one looks first.
  const float y = window.y + std::max(0.0f, (window.height - fitting) * (ui.phone() ? 1.0f : 0.42f));
  return ui.snap(Rect{window.x + (window.width - width) / 2, y, width, fitting});
}

Dialog::Dialog(Ui& ui, std::string_view key, const DialogOptions& options)
    : ui_(ui), options_(options), id_(widget_id("dialog", ui.peek_id(key))), rect_(place(ui, key, options)) {
  layer_.emplace(ui, rect_, key, LayerOptions{.kind = LayerKind::modal, .role = MirrorRole::dialog, .name = options.title,
                                              .radius = metrics::kRadiusPalette});
  Rect head = rect_.with_height(kHead).inset(kPadding, 0);
  head.cut_right(40);
  ui.heading(head, 2, {18, 26, Weight::semibold}, ui.c.ink, options.title);
  Rect middle = rect_;
  middle.cut_top(kHead);
  middle.cut_bottom(options.confirm.empty() && options.cancel.empty() ? 1.0f : kFoot);
  scroll_.emplace(ui, middle, "body", std::string_view{}, ScrollOptions{.end_padding = 0});
}

Dialog::~Dialog() {
  if (scroll_) result();
}

Rect Dialog::body() const { return scroll_->content().inset(kPadding, 0); }

Dialog::Result Dialog::result() {
  if (!scroll_) return Result::none;
  const WidgetId scroll_id = scroll_->id();
  scroll_.reset();
  float& height = ui_.memory.heights[id_];
  const float found = std::ceil(ui_.memory.heights[scroll_id]) + 4;
  if (std::abs(height - found) > 0.5f) {
    height = found;
    ui_.frame.redraw();
  }
  Result result = Result::none;
  if (!options_.confirm.empty() || !options_.cancel.empty()) {
    Rect foot = rect_;
    foot = foot.cut_bottom(kFoot).inset(kPadding, 0);
    const float button_height = ui_.phone() ? metrics::kControlPhone : metrics::kControlHeader;
    if (!options_.confirm.empty() &&
        button_right(ui_, foot, options_.confirm, {.kind = ButtonKind::primary, .height = button_height, .disabled = options_.confirm_disabled}))
      result = Result::confirmed;
    if (!options_.cancel.empty() && button_right(ui_, foot, options_.cancel, {.height = button_height})) result = Result::cancelled;
  }
  if (!options_.close.empty()) {
    const Rect cross{rect_.right() - 16 - 32, rect_.y + 16, 32, 32};
    if (icon_button(ui_, cross, Icon::x, options_.close)) result = Result::cancelled;
  }
  if (layer_->closed()) result = Result::cancelled;
  layer_.reset();
  return result;
}

Dialog::Result confirm(Ui& ui, std::string_view key, const ConfirmOptions& options) {
  Dialog dialog(ui, key, {.title = options.title, .width = 440, .confirm = options.confirm, .cancel = options.cancel, .danger = options.danger});
  ui.paragraph(dialog.body(), type::form, ui.c.ink2, options.text);
  return dialog.result();
}

namespace {

float popover_height(const Ui& ui, std::string_view key, const PopoverOptions& options) {
  const auto known = ui.memory.heights.find(widget_id("popover", ui.peek_id(key)));
  return (known != ui.memory.heights.end() ? known->second : 120) + 2 * options.padding;
}

}  // namespace

Popover::Popover(Ui& ui, const Rect& anchor, std::string_view key, bool& open, const PopoverOptions& options)
    : ui_(ui), open_(open), options_(options), id_(widget_id("popover", ui.peek_id(key))),
      rect_(place_popup(ui, anchor, options.width, popover_height(ui, key, options), options.align)),
      layer_(ui, rect_, key, {.name = options.name, .opener = options.opener, .radius = metrics::kRadiusChoice}),
      scroll_(std::in_place, ui, rect_, "body", std::string_view{}, ScrollOptions{.end_padding = 0}) {}

Popover::~Popover() {
  const WidgetId scroll_id = scroll_->id();
  scroll_.reset();
  float& height = ui_.memory.heights[id_];
  const float found = std::ceil(ui_.memory.heights[scroll_id]) - options_.padding;
  if (std::abs(height - found) > 0.5f) {
    height = found;
    ui_.frame.redraw();
  }
  if (layer_.closed()) open_ = false;
}

Rect Popover::body() const { return scroll_->content().inset(options_.padding); }

}  // namespace fullcircle::ui

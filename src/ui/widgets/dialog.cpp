#include "ui/widgets/dialog.h"

#include <cmath>

namespace fullcircle::ui {
namespace {

constexpr float kPadding = 24, kHead = 64, kFoot = 72;
constexpr float kRing = 6;   // room above the first control for its focus ring
constexpr float kClose = 40;
constexpr TextStyle kTitle{18, 26, Weight::semibold};
constexpr int kMostTitleLines = 3;  // a name someone typed may be of any length

Rect title_place(const Ui& ui, const Rect& dialog, std::string_view title) {
  Rect place = dialog.inset(kPadding, 0);
  place.cut_right(kClose);
  place.skip((kHead - kTitle.line) / 2);
  return place.with_height(std::max(kTitle.line, ui.paragraph_height(place.width, kTitle, title, kMostTitleLines)));
}

/// Higher than one line's by what its title takes more.
float head_height(const Ui& ui, float width, std::string_view title) { return kHead - kTitle.line + title_place(ui, {0, 0, width, kHead}, title).height; }

}  // namespace

Rect Dialog::place(const Ui& ui, std::string_view key, const DialogOptions& options) {
  const Rect window = ui.screen().inset(ui.phone() ? 8.0f : 24.0f);
  const auto known = ui.memory.heights.find(widget_id("dialog", ui.peek_id(key)));
  const float foot = options.confirm.empty() && options.cancel.empty() ? 16.0f : kFoot;
  const float content = known != ui.memory.heights.end() ? known->second : 160 + kRing;
  const float width = std::min(options.width, window.width);
  const float height = options.height > 0 ? options.height : head_height(ui, width, options.title) - kRing + content + foot;
  const float fitting = std::min(height, window.height);
  // A little above the middle, where one looks first.
  const float y = window.y + std::max(0.0f, (window.height - fitting) * (ui.phone() ? 1.0f : 0.42f));
  return ui.snap(Rect{window.x + (window.width - width) / 2, y, width, fitting});
}

Dialog::Dialog(Ui& ui, std::string_view key, const DialogOptions& options)
    : ui_(ui), options_(options), id_(widget_id("dialog", ui.peek_id(key))), rect_(place(ui, key, options)), head_(head_height(ui, rect_.width, options.title)), wrong_before_(ui.wrong_count()) {
  layer_.emplace(ui, rect_, key, LayerOptions{.kind = LayerKind::modal, .role = MirrorRole::dialog, .name = options.title,
                                              .radius = metrics::kRadiusPalette});
  ui.long_heading(title_place(ui, rect_, options.title), 2, kTitle, ui.c.ink, options.title, kMostTitleLines);
  Rect middle = rect_;
  middle.cut_top(head_ - kRing);
  middle.cut_bottom(options.confirm.empty() && options.cancel.empty() ? 1.0f : kFoot);
  // What is only read may hold nothing to focus: then the keys have to scroll it.
  const auto known = ui.memory.heights.find(id_);
  const bool is_read = (options.confirm.empty() || options.only_read) && known != ui.memory.heights.end() && known->second > middle.height;
  scroll_.emplace(ui, middle, "body", is_read ? options.title : std::string_view{}, ScrollOptions{.end_padding = 0, .takes_focus = is_read});
}

Dialog::~Dialog() {
  if (scroll_) result();
}

Rect Dialog::body() const {
  Rect body = scroll_->content().inset(kPadding, 0);
  body.skip(kRing);
  return body;
}

Rect Dialog::cut_button(Rect& foot, std::string_view label, const ButtonOptions& look) {
  if (label.empty()) return {};
  const Rect place = foot.cut_right(button_width(ui_, label, look)).middle(look.height);
  foot.cut_right(8);
  return place;
}

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
    foot = foot.cut_bottom(kFoot);
    if (found > rect_.height - head_ + kRing - kFoot + 1) ui_.hairline(foot.x, foot.y, foot.width);   // more lies below
    foot = foot.inset(kPadding, 0);
    const float button_height = ui_.phone() ? metrics::kControlPhone : metrics::kControlHeader;
    const ButtonOptions confirm{.kind = options_.danger ? ButtonKind::danger : ButtonKind::primary, .height = button_height,
                                .disabled = options_.confirm_disabled};
    const ButtonOptions cancel{.height = button_height};
    // Cut from the right, said from the left: the order of reading, and Cancel is what a question offers first.
    const Rect confirm_place = cut_button(foot, options_.confirm, confirm), cancel_place = cut_button(foot, options_.cancel, cancel);
    if (!options_.cancel.empty() && button(ui_, cancel_place, options_.cancel, cancel)) result = Result::cancelled;
    if (!options_.confirm.empty() && button(ui_, confirm_place, options_.confirm, confirm)) result = Result::confirmed;
    if (!options_.confirm.empty() && !options_.confirm_disabled && layer_->topmost() &&
        ui_.frame.shortcut({.key = Key::enter, .modifiers = key_modifier::control, .in_text_fields = true}))
      result = Result::confirmed;
  }
  if (result == Result::confirmed && ui_.wrong_count() > wrong_before_) {
    result = Result::none;
    if (wrong_before_ == 0) ui_.set_focus(ui_.first_wrong());
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

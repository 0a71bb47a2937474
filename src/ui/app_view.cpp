#include "ui/app_view.h"

#include <imgui.h>

#include <string>

#include "ui/screens/parts_view.h"

namespace fullcircle {
namespace {

constexpr WidgetId kButton = widget_id("add");
constexpr WidgetId kField = widget_id("name");

/// One button and one text field, to see that both sides of the canvas meet.
class FirstView final : public AppView {
 public:
  explicit FirstView(const Fonts& fonts) : fonts_(fonts) {}

  void draw(Frame& frame) override {
    ImDrawList& list = *ImGui::GetBackgroundDrawList();
    const Point size = frame.input().display_size;
    list.AddRectFilled({0, 0}, {size.x, size.y}, IM_COL32(245, 244, 241, 255));
    frame.mirror().open({.id = widget_id("main"), .role = MirrorRole::main, .rect = {0, 0, size.x, size.y}, .name = "Fullcircle"});
    frame.mirror().add({.id = widget_id("title"), .role = MirrorRole::heading, .rect = {40, 24, 300, 32}, .name = "Fullcircle", .level = 1});
    write(list, {40, 24}, 22, fonts_.semibold, IM_COL32(29, 28, 26, 255), "Fullcircle");
    draw_button(frame, list);
    draw_field(frame, list);
    frame.mirror().close();
  }

 private:
  void write(ImDrawList& list, ImVec2 at, float size, ImFont* font, ImU32 colour, const std::string& text) {
    list.AddText(font, size, at, colour, text.c_str());
  }

  void draw_button(Frame& frame, ImDrawList& list) {
    const Rect rect{40, 80, 120, 32};
    frame.mirror().add({.id = kButton, .role = MirrorRole::button, .rect = rect, .name = "Add goal"});
    if (frame.activated(kButton)) ++pressed_;
    const ImU32 fill = frame.held(kButton) ? IM_COL32(27, 60, 156, 255) : frame.hovered(kButton) ? IM_COL32(34, 73, 184, 255) : IM_COL32(43, 86, 211, 255);
    list.AddRectFilled({rect.x, rect.y}, {rect.right(), rect.bottom()}, fill, 8);
    if (frame.focus_ring(kButton)) list.AddRect({rect.x - 3, rect.y - 3}, {rect.right() + 3, rect.bottom() + 3}, IM_COL32(43, 86, 211, 255), 11, 0, 2);
    write(list, {rect.x + 12, rect.y + 8}, 13, fonts_.medium, IM_COL32_WHITE, "Add goal");
    const std::string count = std::to_string(pressed_) + " added";
    frame.mirror().add({.id = widget_id("count"), .role = MirrorRole::status, .rect = {180, 80, 200, 32}, .name = count});
    write(list, {180, 88}, 13, fonts_.regular, IM_COL32(85, 83, 78, 255), count);
  }

  void draw_field(Frame& frame, ImDrawList& list) {
    const Rect rect{40, 136, 280, 32};
    if (const auto text = frame.new_text(kField)) text_ = *text;
    frame.mirror().add({.id = kField, .role = MirrorRole::text_field, .rect = rect, .name = "Name", .value = text_, .text = {.padding_left = 12, .padding_top = 6}});
    list.AddRectFilled({rect.x, rect.y}, {rect.right(), rect.bottom()}, IM_COL32_WHITE, 8);
    list.AddRect({rect.x, rect.y}, {rect.right(), rect.bottom()}, frame.focused(kField) ? IM_COL32(43, 86, 211, 255) : IM_COL32(143, 139, 131, 255), 8, 0, frame.focused(kField) ? 2 : 1);
    if (!frame.focused(kField)) write(list, {rect.x + 12, rect.y + 6 + (20 - 14 * Fonts::content_of_em) / 2}, 14, fonts_.regular, IM_COL32(29, 28, 26, 255), text_);
  }

  Fonts fonts_;
  std::string text_;
  int pressed_ = 0;
};

}  // namespace

std::unique_ptr<AppView> make_app_view(const Fonts& fonts, StartPage page) {
  if (page == StartPage::parts) return ui::make_parts_view(fonts);
  return std::make_unique<FirstView>(fonts);
}

}  // namespace fullcircle

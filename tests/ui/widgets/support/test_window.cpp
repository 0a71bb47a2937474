#include "ui/widgets/support/test_window.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>

namespace fullcircle::ui {
namespace {

/// Has every character, each half an em wide and without a picture.
const ImFontLoader& even_loader() {
  static const ImFontLoader even = [] {
    ImFontLoader made;
    made.Name = "even";
    made.FontSrcInit = [](ImFontAtlas*, ImFontConfig*) { return true; };
    made.FontSrcDestroy = [](ImFontAtlas*, ImFontConfig*) {};
    made.FontSrcContainsGlyph = [](ImFontAtlas*, ImFontConfig*, ImWchar) { return true; };
    made.FontBakedLoadGlyph = [](ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*, ImWchar character, ImFontGlyph* glyph, float* advance) {
      if (advance != nullptr) {
        *advance = baked->Size / 2;
        return true;
      }
      glyph->Codepoint = character;
      glyph->AdvanceX = baked->Size / 2;
      return true;
    };
    return made;
  }();
  return even;
}

ImFont* even_font() {
  static char no_data = 0;
  ImFontConfig config;
  config.FontData = &no_data;
  config.FontDataSize = 1;
  config.FontDataOwnedByAtlas = false;
  config.FontLoader = &even_loader();
  config.SizePixels = 16;
  return ImGui::GetIO().Fonts->AddFont(&config);
}

bool is_text(const MirrorNode& node) {
  const auto role = static_cast<MirrorRole>(node.role_level & 255);
  return role == MirrorRole::text || role == MirrorRole::heading;
}

}  // namespace

TestWindow::TestWindow(Draw draw, float width, float height) : draw_(std::move(draw)) {
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
  io.DisplaySize = {width, height};
  fonts_ = {.regular = even_font(), .medium = even_font(), .semibold = even_font(), .icons = even_font()};
  theme = make_theme(fonts_, false);
  input.display_size = {width, height};
  input.now_ms = 1000;
  settle();
}

TestWindow::~TestWindow() { ImGui::DestroyContext(); }

bool TestWindow::draw_pass() {
  ImGui::GetIO().DeltaTime = 0.016f;
  ImGui::NewFrame();
  frame.begin(input);
  {
    Ui ui(frame, theme, memory);
    draw_(ui);
  }
  bool again = frame.end() || !input.actions.empty();
  ImGui::Render();
  for (ImTextureData* texture : *ImGui::GetDrawData()->Textures)
    if (texture->Status == ImTextureStatus_WantCreate || texture->Status == ImTextureStatus_WantUpdates) texture->SetStatus(ImTextureStatus_OK);
  input.actions.clear();
  const FrameOutput& output = frame.output();
  if (output.focus && input.focused != *output.focus) {
    input.focused = *output.focus;
    again = true;
  }
  if (output.next_frame_ms >= 0 && output.next_frame_ms <= input.now_ms) again = true;
  return again;
}

void TestWindow::settle() {
  for (int pass = 0; pass < 200 && draw_pass(); ++pass) input.now_ms += 16;
}

void TestWindow::pass(double milliseconds) {
  input.now_ms += milliseconds;
  settle();
}

void TestWindow::act(Action action) {
  input.actions = {std::move(action)};
  settle();
}

void TestWindow::click(std::string_view name) { act({.kind = Action::Kind::activate, .id = find(name)}); }

void TestWindow::hover(std::string_view name) {
  input.hover_path.clear();
  for (const MirrorNode* at = node(find(name)); at != nullptr; at = node(at->parent)) input.hover_path.push_back(at->id);
  settle();
}

void TestWindow::focus(WidgetId id, bool visible) {
  input.focused = id;
  input.focus_visible = visible;
  settle();
}

void TestWindow::type(std::string_view name, std::string_view text) {
  input.focused = find(name);
  act({.kind = Action::Kind::set_text, .id = find(name), .text = std::string(text)});
}

void TestWindow::press(Key key, std::uint8_t modifiers, std::string text) {
  const KeyPress press{.key = key, .modifiers = modifiers, .text = std::move(text)};
  const MirrorNode* focused = node(input.focused);
  const auto is = [&](MirrorRole role) { return focused && static_cast<MirrorRole>(focused->role_level & 255) == role; };
  const bool presses = (key == Key::enter || key == Key::space) && (is(MirrorRole::button) || is(MirrorRole::link));
  for (const MirrorNode* at = focused; at != nullptr; at = presses ? nullptr : node(at->parent))
    if (at->keys & key_set::of(key)) return act({.kind = Action::Kind::key, .id = at->id, .key = press});
  if (presses) return act({.kind = Action::Kind::activate, .id = input.focused});
  act({.kind = Action::Kind::key, .id = 0, .key = press});
}

void TestWindow::scroll(std::string_view name, float y) {
  input.scroll[find(name, MirrorRole::scroll_area)] = {0, y};
  settle();
}

WidgetId TestWindow::find(std::string_view name, MirrorRole role) const {
  for (const MirrorNode& node : frame.mirror().nodes())
    if (frame.mirror().text(node.name) == name && static_cast<MirrorRole>(node.role_level & 255) == role) return node.id;
  return 0;
}

WidgetId TestWindow::find(std::string_view name) const {
  WidgetId text = 0;
  for (const MirrorNode& node : frame.mirror().nodes()) {
    if (frame.mirror().text(node.name) != name) continue;
    if (!is_text(node)) return node.id;
    if (text == 0) text = node.id;
  }
  return text;
}

const MirrorNode* TestWindow::node(WidgetId id) const {
  const auto nodes = frame.mirror().nodes();
  const auto found = std::ranges::find_if(nodes, [id](const MirrorNode& node) { return node.id == id && id != 0; });
  return found != nodes.end() ? &*found : nullptr;
}

std::string TestWindow::name_of(WidgetId id) const {
  const MirrorNode* found = node(id);
  return found != nullptr ? std::string(frame.mirror().text(found->name)) : std::string{};
}

std::size_t TestWindow::count(MirrorRole role) const {
  return static_cast<std::size_t>(std::ranges::count_if(
      frame.mirror().nodes(), [role](const MirrorNode& node) { return static_cast<MirrorRole>(node.role_level & 255) == role; }));
}

}  // namespace fullcircle::ui

#include "platform/web_canvas.h"

#include <GLES3/gl3.h>
#include <emscripten/html5.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>

#include <cstring>

namespace fullcircle {
namespace {

bool textures_wait(const ImDrawData& data) {
  if (data.Textures == nullptr) return false;
  for (const ImTextureData* texture : *data.Textures)
    if (texture->Status != ImTextureStatus_OK) return true;
  return false;
}

}  // namespace

bool WebCanvas::open(const char* canvas_selector) {
  EmscriptenWebGLContextAttributes attributes;
  emscripten_webgl_init_context_attributes(&attributes);
  attributes.majorVersion = 2;
  attributes.alpha = false;
  attributes.depth = false;
  attributes.stencil = false;
  attributes.antialias = false;  // ImGui smooths its own edges
  attributes.enableExtensionsByDefault = false;
  context_ = static_cast<std::intptr_t>(emscripten_webgl_create_context(canvas_selector, &attributes));
  if (context_ <= 0) return false;
  emscripten_webgl_make_context_current(context_);
  return ImGui_ImplOpenGL3_Init("#version 300 es");
}

void WebCanvas::restore() {
  lost_ = false;
  shown_.clear();
  ImGui_ImplOpenGL3_Shutdown();  // its objects died with the context; ImGui asks for its textures again
  ImGui_ImplOpenGL3_Init("#version 300 es");
}

bool WebCanvas::draw(const ImDrawData& data) {
  if (lost_) return false;
  const bool same = remember(data);
  if (same && !textures_wait(data)) return false;
  const int width = static_cast<int>(data.DisplaySize.x * data.FramebufferScale.x + 0.5f);
  const int height = static_cast<int>(data.DisplaySize.y * data.FramebufferScale.y + 0.5f);
  glViewport(0, 0, width, height);
  ImGui_ImplOpenGL3_RenderDrawData(const_cast<ImDrawData*>(&data));  // takes no const, changes only the textures' state
  ++drawn_frames_;
  return true;
}

/// Copies the draw lists, comparing as it goes: about a twentieth of what hashing the vertices costs.
bool WebCanvas::remember(const ImDrawData& data) {
  std::size_t at = 0;
  bool same = true;
  const auto keep = [&](const void* bytes, std::size_t size) {
    if (size == 0) return;
    if (shown_.size() < at + size) {
      shown_.resize(at + size);
      same = false;
    } else if (same) {
      same = std::memcmp(shown_.data() + at, bytes, size) == 0;
    }
    if (!same) std::memcpy(shown_.data() + at, bytes, size);
    at += size;
  };
  keep(&data.DisplaySize, sizeof data.DisplaySize);
  keep(&data.FramebufferScale, sizeof data.FramebufferScale);
  for (const ImDrawList* list : data.CmdLists) {
    keep(list->CmdBuffer.Data, list->CmdBuffer.size_in_bytes());
    keep(list->IdxBuffer.Data, list->IdxBuffer.size_in_bytes());
    keep(list->VtxBuffer.Data, list->VtxBuffer.size_in_bytes());
  }
  if (shown_.size() != at) same = false;
  shown_.resize(at);
  return same;
}

}  // namespace fullcircle

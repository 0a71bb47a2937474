#include "platform/web_program.h"

#include <emscripten.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>

#include <algorithm>
#include <cfloat>
#include <utility>

#include "platform/web_glyphs.h"
#include "platform/web_page_end.h"
#include "platform/web_shell.h"

namespace fullcircle {
namespace {

/// Passes before a frame is shown although something still moves; the rest follows in the next frame.
constexpr int kMostPasses = 8;

/// Requests of several passes that are carried out together: lists add up, of the rest the newest counts.
void merge(FrameOutput& into, FrameOutput&& from) {
  const auto append = [](auto& list, auto& more) {
    list.insert(list.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  };
  append(into.scrolls, from.scrolls);
  append(into.reveals, from.reveals);
  append(into.file_requests, from.file_requests);
  append(into.files_to_save, from.files_to_save);
  if (from.focus) into.focus = from.focus;
  if (from.clipboard) into.clipboard = std::move(from.clipboard);
  if (from.print_html) into.print_html = std::move(from.print_html);
  if (from.location) into.location = std::move(from.location);
  if (from.open_address) into.open_address = std::move(from.open_address);
  if (from.dark) into.dark = from.dark;
  if (!from.title.empty()) into.title = std::move(from.title);
  if (!from.language.empty()) into.language = std::move(from.language);
  if (!from.announcement.empty()) {
    if (!into.announcement.empty()) into.announcement += ' ';
    into.announcement += from.announcement;
  }
  into.shortcuts = std::move(from.shortcuts);
  into.cursor = from.cursor;
  into.next_frame_ms = from.next_frame_ms;
}

}  // namespace

WebProgram::WebProgram() : app_({blobs_, tabs_, clock_, random_, text_, encryption_, folders_, tab_note_}, [] { web_shell::wake(); }) {
  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigFlags |= ImGuiConfigFlags_NoMouse | ImGuiConfigFlags_NoKeyboard;  // the mirror has both
}

void WebProgram::add_font(FontFile file, void* bytes, int size) {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  config.SizePixels = -16;             // below zero: sizes mean the em, as in CSS
  config.GlyphMaxAdvanceX = -FLT_MAX;  // ImGui multiplies it by the sign of SizePixels
  ImFont* font = atlas.AddFontFromMemoryTTF(bytes, size, 0, &config);
  switch (file) {
    case FontFile::regular: fonts_.regular = font; add_browser_glyphs(atlas, 400, runs_); break;
    case FontFile::medium: fonts_.medium = font; add_browser_glyphs(atlas, 500, runs_); break;
    case FontFile::semibold: fonts_.semibold = font; add_browser_glyphs(atlas, 600, runs_); break;
    case FontFile::icons: fonts_.icons = font; break;
  }
}

bool WebProgram::start(const char* canvas_selector, StartPage page) {
  const bool can_draw = canvas_.open(canvas_selector);
  if (can_draw) {
    fonts_.shaped_runs = &runs_;
    view_ = make_app_view(fonts_, page, app_);
  }
  if (page == StartPage::app) {
    set_on_page_end([this] { app_.page_hidden(); });
    app_.start(input_.language());
  }
  return can_draw;
}

bool WebProgram::save_copy() {
  if (app_.state().phase != AppState::Phase::open) return false;
  Intents intents;
  intents.tasks.push_back(BackUp{});
  app_.perform(intents);
  FrameOutput output;
  for (auto& file : app_.take_effects().files) output.files_to_save.push_back({std::move(file.name), std::move(file.media_type), std::move(file.bytes)});
  web_shell::carry_out(output);
  return true;
}

/// One pass of the widgets. True when another is needed before the screen is right.
bool WebProgram::draw_pass(double now_ms) {
  const bool had_news = input_.has_news();
  FrameInput input = input_.take(now_ms);
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {input.display_size.x, input.display_size.y};
  io.DisplayFramebufferScale = {input.density, input.density};
  io.DeltaTime = std::max(static_cast<float>((now_ms - previous_ms_) / 1000), 1e-6f);
  previous_ms_ = now_ms;
  ImGui_ImplOpenGL3_NewFrame();
  ImGui::NewFrame();
  frame_.begin(std::move(input));
  view_->draw(frame_);
  const bool changed = frame_.end();
  ImGui::Render();
  mirror_changed_ |= changed;
  // The browser reports addresses that a person chose, not those it was told: Back to the one before must be news again.
  if (const auto& place = frame_.output().location) input_.set_environment([&](FrameInput& environment) { environment.location = *place; });
  merge(pending_, std::move(frame_.output()));
  return had_news || changed;  // what is drawn before the widget that acted has not seen the act yet
}

void WebProgram::settle(double now_ms) {
  // A scrolled page is right after one pass but for what now lies under the pointer. That may wait for the next frame: while the wheel
  // turns, every frame takes half the time.
  if (input_.has_only_scrolled()) {
    if (draw_pass(now_ms)) pending_.next_frame_ms = now_ms;
    return;
  }
  int passes = 0;
  while (draw_pass(now_ms) || input_.has_news())
    if (++passes >= kMostPasses) break;
}

double WebProgram::run_frame(double now_ms) {
  if (!view_) return -1;
  const double began_ms = emscripten_get_now();
  double next_ms = -1;
  for (int round = 0; round < 3; ++round) {  // moving the focus or a scroll area reports back at once
    settle(now_ms);
    if (std::exchange(mirror_changed_, false)) web_shell::apply_mirror(frame_.mirror());
    next_ms = pending_.next_frame_ms;
    FrameOutput requests = std::exchange(pending_, {});
    web_shell::carry_out(requests);
    if (!input_.has_news()) break;
  }
  canvas_.draw(*ImGui::GetDrawData());
  last_frame_ms_ = emscripten_get_now() - began_ms;
  return input_.has_news() ? now_ms : next_ms;
}

}  // namespace fullcircle

// The functions that shell/program.js calls. Strings and bytes come through one scratch buffer: the page asks for room,
// writes, then calls the function that takes them.

#include <emscripten.h>

#include <cstring>
#include <string>
#include <utility>

#include "platform/web_files.h"
#include "platform/web_program.h"

namespace {

using namespace fullcircle;

WebProgram& program() {
  static WebProgram the_program;
  return the_program;
}

std::string& scratch() {
  static std::string bytes;
  return bytes;
}

std::string& file_name() {
  static std::string name;
  return name;
}

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE char* fc_scratch(int size) {
  scratch().resize(static_cast<std::size_t>(size));
  return scratch().data();
}

EMSCRIPTEN_KEEPALIVE void fc_font(int file, void* bytes, int size) {
  program().add_font(static_cast<WebProgram::FontFile>(file), bytes, size);
}

EMSCRIPTEN_KEEPALIVE int fc_start(int parts_page) {
  return program().start("#canvas", parts_page != 0 ? StartPage::parts : StartPage::app);
}

EMSCRIPTEN_KEEPALIVE int fc_save_copy() { return program().save_copy() ? 1 : 0; }

/// Nothing that was entered is waiting to be stored.
EMSCRIPTEN_KEEPALIVE int fc_is_saved() { return program().is_saved() ? 1 : 0; }

/// The key is in the scratch buffer; its text in the language of the screens takes its place. Out: the length.
EMSCRIPTEN_KEEPALIVE int fc_words() {
  scratch() = program().words(scratch());
  return static_cast<int>(scratch().size());
}

EMSCRIPTEN_KEEPALIVE double fc_frame(double now_ms) { return program().run_frame(now_ms); }

EMSCRIPTEN_KEEPALIVE double fc_last_frame_ms() { return program().last_frame_ms(); }

EMSCRIPTEN_KEEPALIVE unsigned fc_drawn_frames() { return program().canvas().drawn_frames(); }

EMSCRIPTEN_KEEPALIVE void fc_context(int lost) {
  if (lost != 0) return program().canvas().lose();
  program().canvas().restore();
  program().input().set_environment([](FrameInput&) {});
}

EMSCRIPTEN_KEEPALIVE void fc_resize(double width, double height, double density) {
  program().input().resize({static_cast<float>(width), static_cast<float>(height)}, static_cast<float>(density));
}

EMSCRIPTEN_KEEPALIVE void fc_pointer(double x, double y, int inside, int touch, int modifiers) {
  program().input().move_pointer({static_cast<float>(x), static_cast<float>(y)}, inside != 0, touch != 0,
                                 static_cast<std::uint8_t>(modifiers));
}

EMSCRIPTEN_KEEPALIVE void fc_press(WidgetId id) { program().input().press_pointer(id); }
EMSCRIPTEN_KEEPALIVE void fc_release() { program().input().release_pointer(); }

/// The ids are in the scratch buffer.
EMSCRIPTEN_KEEPALIVE void fc_hover(int count) {
  std::vector<WidgetId> path(static_cast<std::size_t>(count));
  std::memcpy(path.data(), scratch().data(), path.size() * sizeof(WidgetId));
  program().input().set_hover_path(std::move(path));
}

EMSCRIPTEN_KEEPALIVE void fc_focus(WidgetId id, int visible) { program().input().set_focus(id, visible != 0); }
EMSCRIPTEN_KEEPALIVE void fc_composing(int composing) { program().input().set_composing(composing != 0); }
EMSCRIPTEN_KEEPALIVE void fc_scroll(WidgetId id, double x, double y) {
  program().input().set_scroll(id, {static_cast<float>(x), static_cast<float>(y)});
}
EMSCRIPTEN_KEEPALIVE void fc_forget_scroll(WidgetId id) { program().input().forget_scroll(id); }

/// Text, if any, is in the scratch buffer.
EMSCRIPTEN_KEEPALIVE void fc_action(int kind, WidgetId id, double number, int has_text) {
  Action action{.kind = static_cast<Action::Kind>(kind), .id = id, .number = number};
  if (has_text != 0) action.text = scratch();
  program().input().add_action(std::move(action));
}

/// A character, if any, is in the scratch buffer.
EMSCRIPTEN_KEEPALIVE void fc_key(WidgetId id, int key, int modifiers, int repeated) {
  Action action{.kind = Action::Kind::key, .id = id};
  action.key = {.key = static_cast<Key>(key), .modifiers = static_cast<std::uint8_t>(modifiers), .repeated = repeated != 0};
  if (action.key.key == Key::character) action.key.text = scratch();
  program().input().add_action(std::move(action));
}

EMSCRIPTEN_KEEPALIVE void fc_file_name() { file_name() = std::exchange(scratch(), {}); }

/// The scratch buffer holds the bytes, and is given away. Of a large file, which the page keeps under a number, it holds the beginning.
EMSCRIPTEN_KEEPALIVE void fc_file(WidgetId request, int number, double size) {
  auto pieces = number ? make_web_file_pieces(number, static_cast<std::size_t>(size), file_name()) : nullptr;
  program().input().add_file({std::exchange(file_name(), {}), std::exchange(scratch(), {}), request, std::move(pieces)});
}

EMSCRIPTEN_KEEPALIVE void fc_location() {
  program().input().set_environment([](FrameInput& input) { input.location = scratch(); });
}

EMSCRIPTEN_KEEPALIVE void fc_language() {
  program().input().set_environment([](FrameInput& input) { input.language = scratch(); });
}

/// Bits as in shell/environment.js.
EMSCRIPTEN_KEEPALIVE void fc_environment(unsigned bits) {
  program().input().set_environment([bits](FrameInput& input) {
    input.dark_scheme = (bits & 1) != 0;
    input.reduced_motion = (bits & 2) != 0;
    input.coarse_pointer = (bits & 4) != 0;
    input.window_focused = (bits & 8) != 0;
    input.page_hidden = (bits & 16) != 0;
    input.files_over_window = (bits & 32) != 0;
  });
}

EMSCRIPTEN_KEEPALIVE void fc_insets(double top, double right, double bottom, double left, double keyboard) {
  program().input().set_environment([=](FrameInput& input) {
    input.safe_area = {static_cast<float>(top), static_cast<float>(right), static_cast<float>(bottom), static_cast<float>(left)};
    input.keyboard_height = static_cast<float>(keyboard);
  });
}

}  // extern "C"

int main() {}

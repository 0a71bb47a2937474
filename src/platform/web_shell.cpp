#include "platform/web_shell.h"

#include <emscripten.h>

// The bodies only hand over to shell/program_calls.js, where the work is; strings go as pointer and length in UTF-8.
// clang-format off
EM_JS(void, fc_page_mirror, (const void* nodes, int count, const void* strings), { Module.page.applyMirror(nodes, count, strings); })
EM_JS(void, fc_page_focus, (uint32_t id), { Module.page.focus(id >>> 0); })
EM_JS(void, fc_page_scroll, (uint32_t id, double x, double y), { Module.page.scrollTo(id >>> 0, x, y); })
EM_JS(void, fc_page_reveal, (uint32_t id), { Module.page.reveal(id >>> 0); })
EM_JS(void, fc_page_shortcuts, (const void* codes, int count), { Module.page.setShortcuts(codes, count); })
EM_JS(void, fc_page_announce, (const char* text, int length), { Module.page.announce(text, length); })
EM_JS(void, fc_page_copy, (const char* text, int length), { Module.page.copy(text, length); })
EM_JS(void, fc_page_open_files, (uint32_t id, const char* accept, int length, int several), { Module.page.openFiles(id >>> 0, accept, length, several); })
EM_JS(void, fc_page_save_file, (const char* name, int name_length, const char* type, int type_length, const void* bytes, int length),
      { Module.page.saveFile(name, name_length, type, type_length, bytes, length); })
EM_JS(void, fc_page_print, (const char* html, int length), { Module.page.print(html, length); })
EM_JS(void, fc_page_set_location, (const char* text, int length), { Module.page.setLocation(text, length); })
EM_JS(void, fc_page_open_address, (const char* text, int length), { Module.page.openAddress(text, length); })
EM_JS(void, fc_page_set_title, (const char* text, int length), { Module.page.setTitle(text, length); })
EM_JS(void, fc_page_set_language, (const char* text, int length), { Module.page.setLanguage(text, length); })
EM_JS(void, fc_page_set_dark, (int dark), { Module.page.setDark(dark); })
EM_JS(void, fc_page_set_cursor, (int cursor), { Module.page.setCursor(cursor); })
EM_JS(void, fc_page_wake, (void), { Module.page.wake(); })
// clang-format on

namespace fullcircle::web_shell {
namespace {

void send(void (*receive)(const char*, int), const std::string& text) {
  receive(text.data(), static_cast<int>(text.size()));
}

void send_shortcuts(const std::vector<Shortcut>& shortcuts) {
  static std::vector<std::uint32_t> known{~0u};  // differs from any first frame, even one without shortcuts
  std::vector<std::uint32_t> codes;
  for (const Shortcut& shortcut : shortcuts)
    codes.push_back(static_cast<std::uint32_t>(shortcut.key) | static_cast<std::uint32_t>(shortcut.character) << 8 |
                    static_cast<std::uint32_t>(shortcut.modifiers) << 16 | (shortcut.in_text_fields ? 1u << 24 : 0));
  if (codes == known) return;
  known = codes;
  fc_page_shortcuts(codes.data(), static_cast<int>(codes.size()));
}

}  // namespace

void apply_mirror(const Mirror& mirror) {
  fc_page_mirror(mirror.nodes().data(), static_cast<int>(mirror.nodes().size()), mirror.strings().data());
}

void carry_out(FrameOutput& output) {
  if (!output.title.empty()) send(fc_page_set_title, output.title);
  if (!output.language.empty()) send(fc_page_set_language, output.language);
  if (output.dark) fc_page_set_dark(*output.dark);
  fc_page_set_cursor(static_cast<int>(output.cursor));
  send_shortcuts(output.shortcuts);
  for (const ScrollRequest& scroll : output.scrolls) fc_page_scroll(scroll.id, scroll.to.x, scroll.to.y);
  if (output.focus) fc_page_focus(*output.focus);
  for (const WidgetId id : output.reveals) fc_page_reveal(id);
  if (!output.announcement.empty()) send(fc_page_announce, output.announcement);
  if (output.clipboard) send(fc_page_copy, *output.clipboard);
  for (const FileRequest& request : output.file_requests)
    fc_page_open_files(request.id, request.accept.data(), static_cast<int>(request.accept.size()), request.several);
  for (const FileToSave& file : output.files_to_save)
    fc_page_save_file(file.name.data(), static_cast<int>(file.name.size()), file.media_type.data(),
                      static_cast<int>(file.media_type.size()), file.bytes.data(), static_cast<int>(file.bytes.size()));
  if (output.print_html) send(fc_page_print, *output.print_html);
  if (output.location) send(fc_page_set_location, *output.location);
  if (output.open_address) send(fc_page_open_address, *output.open_address);
}

void wake() { fc_page_wake(); }

}  // namespace fullcircle::web_shell

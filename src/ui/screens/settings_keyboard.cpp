// What the keys do, so that nobody has to find out by trying.
#include <array>
#include <vector>

#include "ui/screens/settings_parts.h"
#include "ui/widgets/form.h"
#include "ui/widgets/surface.h"

namespace fullcircle {
namespace {

/// A key of the keyboard by the name in the language files, or the sign that stands on it.
struct KeyLine {
  std::string_view what;
  std::array<std::string_view, 3> keys;
};

constexpr std::array<KeyLine, 11> kLines{{{"keys.palette", {"keys.control", "K"}},
                                          {"keys.undo", {"keys.control", "Z"}},
                                          {"keys.redo", {"keys.control", "keys.shift", "Z"}},
                                          {"keys.next", {"keys.tab"}},
                                          {"keys.previous", {"keys.shift", "keys.tab"}},
                                          {"keys.move", {"\xE2\x86\x91", "\xE2\x86\x93"}},
                                          {"keys.fold", {"\xE2\x86\x90", "\xE2\x86\x92"}},
                                          {"keys.open", {"keys.enter"}},
                                          {"keys.toggle", {"keys.space"}},
                                          {"keys.confirm", {"keys.control", "keys.enter"}},
                                          {"keys.close_layer", {"Esc"}}}};

}  // namespace

void draw_keyboard_settings(ScreenContext& screen, Rect& area) {
  auto& ui = screen.ui;
  draw_settings_head(screen, area, screen.tr("settings.keyboard"), screen.tr("settings.keyboard_how"));
  const ui::Group list(ui, MirrorRole::list, area, screen.tr("settings.keyboard"));
  for (const KeyLine& line : kLines) {
    std::vector<std::string_view> caps;
    std::string spoken;
    for (const auto key : line.keys) {
      if (key.empty()) break;
      caps.push_back(key.starts_with("keys.") ? screen.tr(key) : key);
      spoken.append(spoken.empty() ? "" : " ").append(caps.back());
    }
    Rect row = area.cut_top(ui::metrics::kRowCompact);
    const ui::Group item(ui, MirrorRole::list_item, row, {});
    ui.hairline(row.x, row.bottom() - 1, row.width);
    const float width = ui::key_caps(ui, row, caps, ui::Align::right);
    ui.say_text(row.cut_right(width), spoken);
    row.cut_right(16);
    ui.text(row, ui::type::body, ui.c.ink, screen.tr(line.what));
  }
}

}  // namespace fullcircle

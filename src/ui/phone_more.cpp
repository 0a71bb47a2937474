#include "ui/phone_more.h"

#include <algorithm>
#include <array>

#include "ui/screens/file_types.h"
#include "ui/widgets/dialog.h"

namespace fullcircle {
namespace {

constexpr float kEntry = 56;

struct MoreEntry {
  Page page;
  std::string_view key;
  Icon icon;
  bool begins_group = false;
};

constexpr std::array<MoreEntry, 8> kEntries{{{Page::requests, "nav.requests", Icon::inbox},
                                             {Page::calibration, "nav.calibration", Icon::grid_3x3},
                                             {Page::conversations, "nav.conversations", Icon::messages_square},
                                             {Page::plans, "nav.plans", Icon::sprout},
                                             {Page::insights, "nav.insights", Icon::chart_line},
                                             {Page::cycle, "nav.cycle", Icon::list_checks},
                                             {Page::settings, "nav.settings", Icon::settings_2, true},
                                             {Page::guides, "guide.title", Icon::book_open}}};

bool draw_entry(ScreenContext& screen, const Rect& place, Icon icon, std::string_view label, const std::string& count, bool is_current) {
  auto& ui = screen.ui;
  const std::string name = count.empty() ? std::string(label) : std::string(label) + " " + count;
  const auto done = ui.behave(ui.make_id(label), place, MirrorRole::button, name, is_current ? mirror_state::current : 0);
  const Rect ground = place.inset(-12, 0);
  if (done.hovered || done.pressed) ui.fill(ground, done.pressed ? ui.c.press : ui.c.hover, ui::metrics::kRadiusChoice);
  if (done.focus_visible) ui.focus_ring(ground, ui::metrics::kRadiusChoice);
  const auto colour = is_current ? ui.c.accent : ui.c.ink;
  Rect inside = place;
  ui.paint_icon(inside.cut_left(24), icon, is_current ? ui.c.accent : ui.c.ink2, 22);
  inside.cut_left(16);
  ui.paint_icon(inside.cut_right(20), Icon::chevron_right, ui.c.ink3);
  inside.cut_right(8);
  ui.paint_text(inside, ui::type::form.figures(), ui.c.ink2, count, ui::Align::right);
  ui.paint_text(inside, ui::type::section.regular(), colour, label);
  return done.clicked;
}

}  // namespace

bool is_page_of_more(Page page) { return std::ranges::contains(kEntries, page, &MoreEntry::page); }

void draw_phone_more(ScreenContext& screen, int requests_out, bool& is_open, Intents& intents) {
  auto& ui = screen.ui;
  ui::Dialog dialog(ui, "more", {.title = screen.tr("nav.more"), .close = screen.tr("action.close")});
  Rect body = dialog.body();
  for (const MoreEntry& entry : kEntries) {
    if (entry.begins_group) {
      ui.hairline(body.x, body.y + 4, body.width);
      body.skip(9);
      if (draw_entry(screen, body.cut_top(kEntry), Icon::upload, screen.tr("action.open_file"), {}, false)) {
        ui.frame.open_files({widget_id("open"), std::string(kOpenTypes), true});
        is_open = false;
      }
      if (draw_entry(screen, body.cut_top(kEntry), Icon::users, screen.tr("first_run.your_teams"), {}, false)) {
        intents.go = Route{Page::settings, {}, "teams"};
        is_open = false;
      }
    }
    const bool has_count = entry.page == Page::requests && requests_out > 0;
    const std::string count = has_count ? screen.formats.integer(requests_out) : std::string();
    if (!draw_entry(screen, body.cut_top(kEntry), entry.icon, screen.tr(entry.key), count, screen.route.page == entry.page)) continue;
    intents.go = Route{entry.page, {}, {}};
    is_open = false;
  }
  if (dialog.result() != ui::Dialog::Result::none) is_open = false;
}

}  // namespace fullcircle

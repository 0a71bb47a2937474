#include "ui/widgets/shell.h"

#include <cmath>

#include "ui/widgets/avatar.h"
#include "ui/widgets/rings.h"
#include "ui/widgets/surface.h"

namespace fullcircle::ui {

Rect sheet(Ui& ui, const Rect& window) {
  Rect place = window.inset(0, metrics::kSheetMargin);
  place.cut_right(metrics::kSheetMargin);
  if (window.x <= 0) place.cut_left(metrics::kSheetMargin);   // nothing stands beside it
  card(ui, place);
  return place.inset(1);
}

Rect top_bar(Ui& ui, Rect& sheet, std::string_view title, std::string_view note, FirstHeading heading) {
  Rect bar = sheet.cut_top(metrics::kTopBar);
  ui.hairline(bar.x, bar.bottom() - 1, bar.width);
  bar.cut_left(metrics::kContentPadding);
  bar.cut_right(metrics::kContentPadding - 16);
  bar.cut_left(bar_title(ui, bar.with_width(bar.width * 0.6f), type::bar_title, title, heading));
  if (!note.empty()) {
    bar.cut_left(10);
    bar.cut_left(ui.text(bar.with_width(bar.width * 0.6f), type::bar_title.regular(), ui.c.ink3, note));
  }
  return bar;
}

Rect top_bar_path(Ui& ui, Rect& sheet, std::span<const std::string_view> parts, int& clicked, FirstHeading heading) {
  Rect bar = sheet.cut_top(metrics::kTopBar);
  ui.hairline(bar.x, bar.bottom() - 1, bar.width);
  bar.cut_left(metrics::kContentPadding);
  bar.cut_right(metrics::kContentPadding - 16);
  clicked = breadcrumb(ui, bar.with_width(bar.width * 0.6f), parts, heading);
  return bar;
}

Rect detail_panel(Ui& ui, Rect& area, float width) {
  const Rect panel = area.cut_right(std::min(width, area.width));
  ui.hairline_vertical(panel.x, panel.y, panel.height);
  return panel;
}

Rect focus_header(Ui& ui, Rect& window, const FocusHeader& header) {
  constexpr float kPhoneHeader = 60;
  const bool is_bare = ui.phone() && header.progress < 0;  // a phone's own progress line follows, or nothing
  const Rect bar = window.cut_top(is_bare ? kPhoneHeader : metrics::kFocusHeader);
  ui.fill(bar, ui.c.sheet);
  if (!is_bare) ui.fill({bar.x, bar.bottom() - 1, bar.width, 1}, ui.c.line);
  Rect rest = bar.inset(ui.phone() ? 16.0f : 32.0f, 0);
  if (!ui.phone()) {
    mark(ui, rest.cut_left(26).middle(26));
    rest.cut_left(13);
    ui.hairline_vertical(rest.cut_left(1).x, rest.middle(24).y, 24);
    rest.cut_left(15);
  }
  if (header.second_person != 0) {
    avatar_pair(ui, rest.cut_left(58), header.person, header.person_name, header.second_person, header.second_name, 32);
    rest.cut_left(14);
  } else if (header.person != 0) {
    avatar(ui, rest.cut_left(ui.phone() ? 36.0f : 32.0f), header.person, header.person_name, ui.phone() ? 36.0f : 32.0f);
    rest.cut_left(14);
  }
  Rect words = rest.with_width(rest.width * 0.62f).middle(header.caption.empty() ? 20.0f : 36.0f);
  ui.heading(words.cut_top(20), 1, type::row, ui.c.ink, header.title);
  if (!header.caption.empty()) ui.text(words, type::caption, ui.c.ink2, header.caption);
  rest.cut_left(rest.width * 0.4f);
  if (header.progress >= 0) {
    const Rect line{bar.x, bar.bottom() - 3, bar.width * std::min(1.0f, header.progress), 3};
    ui.frame.mirror().add({.id = ui.make_id("progress"), .role = MirrorRole::progress, .rect = line, .name = header.progress_name, .tab_index = -1,
                           .number = header.progress, .minimum = 0, .maximum = 1});
    ui.fill(line, ui.c.accent);
  }
  return rest;
}

FocusAreas focus_areas(Ui& ui, const Rect& window) {
  FocusAreas areas;
  if (ui.phone()) {
    areas.card = window;
    return areas;
  }
  const bool rail = window.width >= 1000, aside = window.width >= 1280;
  const float gap = metrics::kFocusGap;
  const float rail_width = rail ? metrics::kFocusRail + gap : 0, aside_width = aside ? metrics::kFocusAside + gap : 0;
  const float room = window.width - 64 - rail_width - aside_width;
  const float card_width = std::min(metrics::kFocusCard, room);
  const float total = rail_width + card_width + aside_width;
  Rect row{window.x + std::floor((window.width - total) / 2), window.y + 32, total, window.height - 32};
  if (rail) {
    areas.rail = row.cut_left(metrics::kFocusRail);
    row.cut_left(gap);
  }
  areas.card = row.cut_left(card_width);
  if (aside) {
    row.cut_left(gap);
    areas.aside = row;
  }
  return areas;
}

}  // namespace fullcircle::ui

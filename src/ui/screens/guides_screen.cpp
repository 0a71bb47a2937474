#include "ui/screens/guides_screen.h"

#include <algorithm>

#include "app/guides.h"
#include "ui/screens/screen_parts.h"
#include "ui/widgets/list.h"
#include "ui/widgets/scroll.h"
#include "ui/widgets/shell.h"

namespace fullcircle {
namespace {

using namespace ui::metrics;

constexpr float kListWidth = 280, kTextWidth = 680, kEntry = 32, kBullet = 18;
constexpr std::string_view kNews = "whats_new";

std::string title_of(const ScreenContext& screen, std::string_view key) { return std::string(screen.tr("guide." + std::string(key))); }

std::vector<std::string_view> all_keys() {
  std::vector<std::string_view> keys(guide_keys().begin(), guide_keys().end());
  keys.push_back(kNews);
  return keys;
}

Route route_to(std::string_view key) { return {Page::guides, {}, std::string(key)}; }

/// "rating:goals": the guide and its section; without a section the guide begins at its top.
struct GuidePlace {
  std::string_view guide, section;
  explicit GuidePlace(std::string_view tab) : guide(tab.substr(0, tab.find(':'))), section(tab.substr(std::min(guide.size() + 1, tab.size()))) {}
};

/// A heading that a link may lead to: it takes the focus, so that reading goes on from there.
float draw_section_heading(ui::Ui& ui, const Rect& area, const GuideBlock& block) {
  const WidgetId id = ui.make_id(block.section);
  const float height = ui.paint_paragraph(area, ui::type::section, ui.c.ink, block.text);
  const Rect rect = area.with_height(height);
  ui.frame.mirror().add({.id = id, .role = MirrorRole::heading, .rect = rect, .name = block.text, .states = mirror_state::focusable, .level = 3, .tab_index = -1});
  if (ui.frame.focus_ring(id)) ui.focus_ring(rect, kRadiusControl);
  return height;
}

/// Scrolls to the section once its place is the same in two frames: what lies above it may grow while it is first drawn.
void arrive_at(ui::Ui& ui, const ui::ScrollArea& scroll, float heading_y, std::string_view section, GuideArrival& arrival) {
  constexpr float kAbove = 16;
  if (arrival.is_done) return;
  const float y = heading_y - scroll.content().y;
  ui.frame.redraw();
  if (y != arrival.y) {
    arrival.y = y;
    return;
  }
  arrival.is_done = true;
  ui.frame.scroll_to(scroll.id(), {0, std::max(0.0f, y - kAbove)});
  ui.set_focus(ui.peek_id(section));
}

/// Draws the list items that follow each other from `first` on. Out: the index after the last.
std::size_t draw_items(ui::Ui& ui, Rect& area, std::span<const GuideBlock> blocks, std::size_t first) {
  std::size_t last = first;
  float height = 0;
  for (; last < blocks.size() && blocks[last].kind == GuideBlockKind::list_item; ++last)
    height += ui.paragraph_height(area.width - kBullet, ui::type::form, blocks[last].text) + 6;
  const ui::Group list(ui, MirrorRole::list, area.with_height(height), {});
  for (std::size_t i = first; i < last; ++i) {
    Rect text = area;
    const Rect mark = text.cut_left(kBullet).with_height(ui.line_height(ui::type::form));
    const ui::Group item(ui, MirrorRole::list_item, text.with_height(mark.height), {});
    ui.fill(mark.with_width(5).middle(5), ui.c.field, 2.5f);
    area.skip(ui.paragraph(text, ui::type::form, ui.c.ink2, blocks[i].text) + 6);
  }
  return last;
}

void draw_text(ScreenContext& screen, const ui::ScrollArea& scroll, Rect& area, std::string_view text, std::string_view section, GuidesState& state) {
  auto& ui = screen.ui;
  const auto blocks = read_guide(text);
  for (std::size_t i = 0; i < blocks.size();) {
    const GuideBlock& block = blocks[i];
    switch (block.kind) {
      case GuideBlockKind::title: area.skip(ui.long_heading(area, 2, ui::type::page_title, ui.c.ink, block.text) + 12); break;
      case GuideBlockKind::heading:
        area.skip(18);
        if (!section.empty() && block.section == section) arrive_at(ui, scroll, area.y, section, state.arrival);
        area.skip((block.section.empty() ? ui.long_heading(area, 3, ui::type::section, ui.c.ink, block.text) : draw_section_heading(ui, area, block)) + 6);
        break;
      case GuideBlockKind::paragraph: area.skip(ui.paragraph(area, ui::type::form, ui.c.ink2, block.text) + 10); break;
      case GuideBlockKind::list_item:
        i = draw_items(ui, area, blocks, i);
        area.skip(6);
        continue;
      case GuideBlockKind::example: draw_guide_example(screen, area, block.text, state); break;
    }
    ++i;
  }
}

void draw_guide(ScreenContext& screen, const Rect& area, std::string_view key, std::string_view section, GuidesState& state) {
  auto& ui = screen.ui;
  ui::ScrollArea scroll(ui, area, key, title_of(screen, key), {.takes_focus = true});
  Rect content = ui.phone() ? scroll.content().inset(kPhonePadding, 8) : scroll.content().inset(kContentPadding, kContentTop);
  content.width = std::min(content.width, kTextWidth);
  const std::string_view language = screen.language.code();
  draw_text(screen, scroll, content, key == kNews ? changelog_text(language) : guide_text(language, key), section, state);
  ui.reach(content.y + 24);
}

void draw_phone_list(ScreenContext& screen, Rect area, Intents& intents) {
  auto& ui = screen.ui;
  ui::ScrollArea scroll(ui, area, "guides");
  Rect content = scroll.content().inset(kPhonePadding, 8);
  const auto keys = all_keys();
  const ui::Group list(ui, MirrorRole::list, content.with_height(kRowTask * static_cast<float>(keys.size())), screen.tr("guide.title"));
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const std::string title = title_of(screen, keys[i]);
    ui::ListRow row(ui, content.cut_top(kRowTask), i, title, {.first = i == 0});
    Rect inside = row.rect();
    ui.paint_icon(inside.cut_right(20), Icon::chevron_right, ui.c.ink3);
    ui.paint_text(inside, ui::type::row, ui.c.ink, title);
    if (row.clicked()) intents.go = route_to(keys[i]);
  }
}

}  // namespace

Intents draw_guides(ScreenContext& screen, Rect area, GuidesState& state) {
  Intents intents;
  auto& ui = screen.ui;
  const auto keys = all_keys();
  const GuidePlace place(screen.route.tab);
  const bool is_chosen = std::ranges::contains(keys, place.guide);
  const std::string_view key = is_chosen ? place.guide : keys.front();
  const std::uint64_t frame = ui.memory.frame_number;
  if (state.arrival.tab != screen.route.tab || state.arrival.frame + 1 < frame) state.arrival = {.tab = screen.route.tab};
  state.arrival.frame = frame;
  if (ui.phone()) {
    bool went_back = false;
    ui::phone_header(ui, area, screen.tr("guide.title"), is_chosen ? screen.tr("guide.title") : screen.tr("nav.home"), went_back);
    if (went_back) intents.go = is_chosen ? route_to({}) : Route{};
    if (is_chosen)
      draw_guide(screen, area, key, place.section, state);
    else
      draw_phone_list(screen, area, intents);
    return intents;
  }
  ui::top_bar(ui, area, screen.tr("guide.title"));
  Rect list = area.cut_left(kListWidth + 32).inset(32, 28);
  list.width = kListWidth;
  {
    const ui::Group navigation(ui, MirrorRole::navigation, list.with_height((kEntry + 2) * static_cast<float>(keys.size())), screen.tr("guide.title"));
    for (const std::string_view entry : keys) {
      const Icon icon = entry == kNews ? Icon::sparkle : Icon::book_open;
      if (draw_entry_of_list(ui, list.cut_top(kEntry), icon, title_of(screen, entry), entry == key)) intents.go = route_to(entry);
      list.skip(2);
    }
  }
  draw_guide(screen, area, key, place.section, state);
  return intents;
}

}  // namespace fullcircle

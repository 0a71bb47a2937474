#include "ui/screens/conflicts_screen.h"

#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/link.h"
#include "ui/widgets/scroll.h"
#include "ui/widgets/shell.h"
#include "ui/widgets/states.h"
#include "ui/widgets/surface.h"

namespace fullcircle {
namespace {

using namespace ui::metrics;

constexpr std::size_t kMostShown = 100;   // what is decided makes room for the next
constexpr int kMostLines = 8;
constexpr float kWidth = 880;

/// Where a person sees the record itself.
std::optional<Route> place_of(KindIndex kind, RecordId id) {
  if (kind == kKindIndex<Person>) return Route{Page::person, id, {}};
  if (kind == kKindIndex<Goal>) return Route{Page::goals, id, {}};
  if (kind == kKindIndex<Review>) return Route{Page::conversation, id, {}};
  if (kind == kKindIndex<Workspace>) return Route{Page::settings, {}, {}};
  return std::nullopt;
}

void draw_head(ScreenContext& screen, Rect& area, KindIndex kind, RecordId id, std::string_view title, std::string_view caption, Intents& intents) {
  auto& ui = screen.ui;
  Rect line = area.cut_top(24);
  const auto place = place_of(kind, id);
  if (place) {
    if (ui::link(ui, line, title, {.style = ui::type::group, .colour = ui.c.ink})) intents.go = *place;
  } else {
    ui.heading(line, 2, ui::type::group, ui.c.ink, title);
  }
  ui.text(area.cut_top(20), ui::type::body, ui.c.ink2, caption);
  area.skip(10);
}

float card_height(ui::Ui& ui, float width, const ConflictSide& side) {
  return 16 + ui.paragraph_height(width - 32, ui::type::form, side.text, kMostLines) + 8 + 18 + 12 + ui.control_height() + 16;
}

/// One value with its origin. Out: it is to be kept.
bool draw_side(ScreenContext& screen, const Rect& place, const ConflictSide& side, std::string_view field) {
  auto& ui = screen.ui;
  const ui::Group group(ui, MirrorRole::group, place, side.text);
  ui::card(ui, place);
  Rect inside = place.inset(16);
  Rect foot = inside.cut_bottom(ui.control_height());
  if (side.is_shown) ui::chip_right(ui, foot, screen.tr("conflict.shown_now"), ui::Tone::neutral, Icon::eye, 0);
  const std::string name = screen.tr("conflict.keep_value", {{"value", side.text}, {"field", field}});
  const bool keeps = ui::button_left(ui, foot, screen.tr("conflict.keep"), {.icon = Icon::check, .height = ui.control_height(), .name = name});
  inside.skip(ui.paragraph(inside, ui::type::form, ui.c.ink, side.text, kMostLines) + 8);
  ui.text(inside.cut_top(18), ui::type::caption, ui.c.ink2,
          screen.tr("conflict.written", {{"name", side.source}, {"when", screen.formats.date_and_time(side.when)}}));
  return keeps;
}

void draw_conflict(ScreenContext& screen, Rect& area, const ConflictRow& row, Intents& intents) {
  auto& ui = screen.ui;
  const ui::IdScope scope(ui, row.id.high ^ row.id.low);
  const ui::IdScope field_scope(ui, row.field);
  draw_head(screen, area, row.kind, row.id, row.title, screen.tr("conflict.of_field", {{"kind", row.kind_name}, {"field", row.field_name}}), intents);
  const std::size_t columns = ui.phone() || area.width < 560 ? 1 : 2;
  const float width = (area.width - 12 * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  for (std::size_t first = 0; first < row.sides.size(); first += columns) {
    const std::size_t last = std::min(first + columns, row.sides.size());
    float height = 0;
    for (std::size_t i = first; i < last; ++i) height = std::max(height, card_height(ui, width, row.sides[i]));
    const Rect line = area.cut_top(height);
    for (std::size_t i = first; i < last; ++i) {
      const ui::IdScope side_scope(ui, i);
      const Rect place = line.with_width(width).moved(static_cast<float>(i - first) * (width + 12), 0);
      if (draw_side(screen, place, row.sides[i], row.field_name)) intents.tasks.push_back(SettleConflict{row.kind, row.id, row.field, row.sides[i].value});
    }
    area.skip(12);
  }
  area.skip(20);
}

void draw_deletion(ScreenContext& screen, Rect& area, const DeletionInDoubt& row, Intents& intents) {
  auto& ui = screen.ui;
  const ui::IdScope scope(ui, row.id.high ^ row.id.low);
  draw_head(screen, area, row.kind, row.id, row.title, row.kind_name, intents);
  Rect card = area.cut_top(60 + ui.control_height());
  ui::card(ui, card);
  card = card.inset(16);
  ui.text(card.cut_top(22), ui::type::form, ui.c.ink, screen.tr("conflict.edited_while_deleted"));
  Rect foot = card.cut_bottom(ui.control_height());
  if (ui::button_left(ui, foot, screen.tr("conflict.keep_entry"), {.icon = Icon::check, .height = ui.control_height()})) intents.tasks.push_back(SettleDeletion{row.kind, row.id, true});
  if (ui::button_left(ui, foot, screen.tr("action.delete"), {.icon = Icon::trash_2, .height = ui.control_height()})) intents.tasks.push_back(SettleDeletion{row.kind, row.id, false});
  area.skip(32);
}

void draw_list(ScreenContext& screen, Rect& area, const ConflictList& list, Intents& intents) {
  auto& ui = screen.ui;
  if (list.size() == 0) {
    ui::empty_state(ui, area, screen.tr("conflict.none"), {.text = screen.tr("conflict.none_how")});
    return;
  }
  area.skip(ui.paragraph(area, ui::type::lead, ui.c.ink2, screen.tr("conflict.how")) + 24);
  std::size_t shown = 0;
  for (const DeletionInDoubt& row : list.deletions)
    if (shown++ < kMostShown) draw_deletion(screen, area, row, intents);
  for (const ConflictRow& row : list.fields)
    if (shown++ < kMostShown) draw_conflict(screen, area, row, intents);
  if (list.size() > kMostShown)
    ui.text(area.cut_top(20), ui::type::body, ui.c.ink2,
            screen.tr("common.shown_of", {{"count", static_cast<int>(kMostShown)}, {"total", static_cast<std::int64_t>(list.size())}}));
}

}  // namespace

Intents draw_conflicts(ScreenContext& screen, Rect area, ConflictsState& state) {
  Intents intents;
  auto& ui = screen.ui;
  const ConflictList& list = state.list.get(screen.view, screen.language.code(), [&] {
    return compute_conflicts(screen.view.document(), RecordWords(screen.language, screen.formats, screen.view.document()));
  });
  const bool has_several = list.size() > 1;
  if (ui.phone()) {
    bool went_back = false;
    ui::phone_header(ui, area, screen.tr("conflict.page"), screen.tr("nav.home"), went_back);
    if (went_back) intents.go = Route{};
  } else {
    Rect bar = ui::top_bar(ui, area, screen.tr("conflict.page"), list.size() > 0 ? screen.formats.integer(static_cast<std::int64_t>(list.size())) : std::string());
    if (has_several && ui::button_right(ui, bar, screen.tr("conflict.keep_all"), {.icon = Icon::check})) intents.tasks.push_back(SettleAllConflicts{});
  }
  ui::ScrollArea scroll(ui, area, "conflicts");
  Rect content = scroll.content().inset(ui.phone() ? kPhonePadding : kContentPadding, ui.phone() ? 12 : kContentTop);
  content.width = std::min(content.width, kWidth);
  if (ui.phone() && has_several) {
    if (ui::button(ui, content.cut_top(kControlPhone), screen.tr("conflict.keep_all"), {.icon = Icon::check})) intents.tasks.push_back(SettleAllConflicts{});
    content.skip(16);
  }
  draw_list(screen, content, list, intents);
  return intents;
}

}  // namespace fullcircle

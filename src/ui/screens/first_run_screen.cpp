#include "ui/screens/first_run_screen.h"

#include <algorithm>
#include <array>

#include "ui/screens/file_types.h"
#include "ui/screens/screen_parts.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/form.h"
#include "ui/widgets/menu.h"
#include "ui/widgets/rings.h"
#include "ui/widgets/scroll.h"
#include "ui/widgets/states.h"
#include "ui/widgets/surface.h"
#include "ui/widgets/text_field.h"

namespace fullcircle {
namespace {

constexpr float kCardWidth = 288, kLeastCardHeight = 236, kCardPadding = 25, kCardGap = 20, kRing = 132;
constexpr float kCardHead = 84, kAboveAction = 16;   // icon and title above its text

void draw_header(ScreenContext& screen, Rect area, FirstRunState& state, Intents& intents) {
  auto& ui = screen.ui;
  Rect bar = area.cut_top(72).inset(screen.ui.phone() ? 20 : 32, 20);
  bar.width += 8;   // the icon in its quiet button ends where the content does
  ui::mark(ui, bar.cut_left(26).centred(26, 26));
  bar.cut_left(10);
  ui.text(bar.cut_left(120), ui::type::section, ui.c.ink, screen.tr("app.name"));
  const bool is_dark = ui.theme.dark;
  if (ui::icon_button_right(ui, bar, is_dark ? Icon::moon : Icon::sun, screen.tr(is_dark ? "settings.theme_use_light" : "settings.theme_use_dark")))
    intents.tasks.push_back(SetTheme{is_dark ? ThemeChoice::light : ThemeChoice::dark});
  const bool is_german = screen.language.code() == "de";
  const std::array<ui::MenuItem, 2> languages{{{.label = "English", .checked = !is_german}, {.label = "Deutsch", .checked = is_german}}};
  bar.cut_right(4);
  const std::string_view language = is_german ? "Deutsch" : "English";
  const ui::ButtonOptions look{.kind = ui::ButtonKind::quiet, .icon = Icon::languages, .trailing = Icon::chevron_down, .opens_menu = true, .open = state.is_language_open,
                               .key = "language", .name = screen.tr("settings.language")};
  const Rect place = bar.cut_right(ui::button_width(ui, language, look)).middle(ui::metrics::kControl);
  if (ui::button(ui, place, language, look)) state.is_language_open = !state.is_language_open;
  if (!state.is_language_open) return;
  const int chosen = ui::menu(ui, place, "languages", languages, state.is_language_open, {.align = ui::Align::right, .name = screen.tr("settings.language"), .opener = ui::button_id(ui, "language")});
  if (chosen >= 0) intents.tasks.push_back(SetLanguage{chosen == 0 ? "en" : "de"});
}

float action_height(const ui::Ui& ui) { return ui.phone() ? ui::metrics::kControlPhone : 36; }

bool choice_card(ScreenContext& screen, const Rect& rect, ui::Icon icon, ui::Tone tone, std::string_view title, std::string_view text,
                 std::string_view button, ui::ButtonKind kind) {
  auto& ui = screen.ui;
  const ui::Group group(ui, MirrorRole::region, rect, title);
  ui::card(ui, rect);
  Rect inside = rect.inset(kCardPadding);
  ui::icon_square(ui, inside.cut_top(40), icon, tone, 40);
  inside.skip(16);
  ui.heading(inside.cut_top(24), 2, ui::type::section, ui.c.ink, title);
  inside.skip(4);
  const Rect action = inside.cut_bottom(action_height(ui));
  ui.paragraph(inside, ui::type::body, ui.c.ink2, text);
  return ui::button(ui, action, button, {.kind = kind, .height = action.height});
}

/// All three as high as the one that says most.
float card_height(const ScreenContext& screen, float width) {
  float text = 0;
  for (const std::string_view key : {"first_run.create_body", "first_run.open_body", "first_run.sample_body"})
    text = std::max(text, screen.ui.paragraph_height(width - 2 * kCardPadding, ui::type::body, screen.tr(key)));
  return std::max(kLeastCardHeight, 2 * kCardPadding + kCardHead + text + kAboveAction + action_height(screen.ui));
}

void draw_promises(ScreenContext& screen, const Rect& row) {
  struct Promise {
    ui::Icon icon;
    std::string_view key;
  };
  constexpr std::array<Promise, 4> kPromises{{{Icon::user_x, "first_run.promise_no_account"},
                                              {Icon::wifi_off, "first_run.promise_offline"},
                                              {Icon::cpu, "first_run.promise_computed"},
                                              {Icon::lock, "first_run.promise_private"}}};
  auto& ui = screen.ui;
  constexpr float kGap = 32;
  float width = -kGap;
  for (const auto& promise : kPromises) width += ui.text_width(ui::type::body, screen.tr(promise.key)) + 24 + kGap;
  if (width > row.width) {
    Rect lines = row;
    for (const auto& promise : kPromises) ui::icon_line(ui, lines.cut_top(28), promise.icon, screen.tr(promise.key), ui.c.ink2);
    return;
  }
  Rect line = row.centred(width, 20);
  line.y = row.y;
  for (const auto& promise : kPromises) line.cut_left(ui::icon_line(ui, line, promise.icon, screen.tr(promise.key), ui.c.ink2) + kGap);
}

}  // namespace

Intents draw_create_team(ScreenContext& screen, FirstRunState& state) {
  Intents intents;
  if (!state.is_creating) return intents;
  auto& ui = screen.ui;
  ui::Dialog dialog(ui, "create-team", form_dialog(screen, screen.tr("create_team.title"), screen.tr("create_team.create")));
  Rect body = dialog.body();
  const bool is_name_missing = state.was_tried && state.team_name.empty();
  const auto error = is_name_missing ? screen.tr("create_team.team_name_missing") : std::string_view();
  ui::text_field(ui, ui::form_row(ui, body, screen.tr("create_team.team_name"), {.error = error, .required = true}), screen.tr("create_team.team_name"),
                 state.team_name, {.error = error, .required = true});
  ui::text_field(ui, ui::form_row(ui, body, screen.tr("create_team.own_name")), screen.tr("create_team.own_name"), state.own_name);
  ui::note(ui, body, Icon::ruler, std::string(screen.tr("create_team.standards")) + ". " + std::string(screen.tr("create_team.standards_how")));
  switch (dialog.result()) {
    case ui::Dialog::Result::none: break;
    case ui::Dialog::Result::cancelled: state = {}; break;
    case ui::Dialog::Result::confirmed:
      state.was_tried = true;
      if (state.team_name.empty()) break;
      intents.tasks.push_back(CreateWorkspace{state.team_name, state.own_name});
      state = {};
      break;
  }
  return intents;
}

Intents draw_first_run(ScreenContext& screen, Rect area, FirstRunState& state) {
  Intents intents;
  auto& ui = screen.ui;
  const ui::Group page(ui, MirrorRole::region, area, screen.tr("app.name"));
  ui::ScrollArea scroll(ui, area, "first-run");
  Rect content = scroll.content();
  draw_header(screen, content.with_height(72), state, intents);
  content.skip(72 + 56);
  ui::first_run_ring(ui, content.cut_top(kRing).centred(kRing, kRing));
  content.skip(32);
  Rect words = content.inset(24, 0);
  words.skip(ui.paragraph(words, ui::type::first_run, ui.c.ink, screen.tr("first_run.title"), 0, ui::Align::centre) + 10);
  words.skip(ui.paragraph(words, ui::type::section.regular(), ui.c.ink2, screen.tr("first_run.lead"), 0, ui::Align::centre));
  words.skip(ui.paragraph(words, ui::type::section.regular(), ui.c.ink2, screen.tr("first_run.lead_second"), 0, ui::Align::centre));
  content.skip(words.y - content.y + 40);
  if (screen.app.failure) content.skip(ui::error_note(ui, content.centred(kCardWidth * 3 + kCardGap * 2, 0), screen.language.describe(*screen.app.failure), {}) + 20);

  const bool is_narrow = content.width < kCardWidth * 3 + kCardGap * 2 + 40;
  const float width = is_narrow ? std::min(kCardWidth + 60, content.width - 40) : kCardWidth * 3 + kCardGap * 2;
  const float height = card_height(screen, is_narrow ? width : kCardWidth);
  Rect cards = content.cut_top(is_narrow ? height * 3 + kCardGap * 2 : height);
  cards = Rect{cards.x + (cards.width - width) / 2, cards.y, width, cards.height};
  const auto next = [&] {
    const Rect card = is_narrow ? cards.cut_top(height) : cards.cut_left(kCardWidth);
    is_narrow ? cards.cut_top(kCardGap) : cards.cut_left(kCardGap);
    return card;
  };
  if (choice_card(screen, next(), Icon::users, ui::Tone::accent, screen.tr("first_run.create"), screen.tr("first_run.create_body"), screen.tr("first_run.create"), ui::ButtonKind::primary))
    state.is_creating = true;
  if (choice_card(screen, next(), Icon::file_input, ui::Tone::neutral, screen.tr("first_run.open"), screen.tr("first_run.open_body"), screen.tr("first_run.open"), ui::ButtonKind::secondary))
    ui.frame.open_files({widget_id("open"), std::string(kOpenTypes), true});
  if (choice_card(screen, next(), Icon::flask_conical, ui::Tone::neutral, screen.tr("first_run.sample"), screen.tr("first_run.sample_body"), screen.tr("first_run.sample_button"), ui::ButtonKind::secondary))
    intents.tasks.push_back(OpenSample{});

  if (!screen.app.workspaces.empty()) {
    content.skip(36);
    Rect list = content.with_width(width).moved((content.width - width) / 2, 0);
    const float top = list.y;
    ui.heading(list.cut_top(28), 2, ui::type::section, ui.c.ink, screen.tr("first_run.your_teams"));
    ui.hairline(list.x, list.y - 1, list.width);
    draw_team_list(screen, list, state.teams, intents);
    content.skip(list.y - top);
  }
  content.skip(22);
  ui.text(content.cut_top(20), ui::type::body, ui.c.ink3, screen.tr("first_run.drop"), ui::Align::centre);
  content.skip(30);
  draw_promises(screen, content.cut_top(ui.phone() ? 116 : 24).inset(24, 0));
  intents.add(draw_create_team(screen, state));
  intents.add(draw_team_dialogs(screen, state.teams));
  return intents;
}

}  // namespace fullcircle

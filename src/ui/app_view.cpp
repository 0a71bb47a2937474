#include "ui/app_view.h"

#include <utility>

#include "app/app.h"
#include "app/csv_text.h"
#include "ui/navigation.h"
#include "ui/screens/command_palette.h"
#include "ui/screens/encryption_dialogs.h"
#include "ui/screens/export_dialog.h"
#include "ui/screens/lock_dialogs.h"
#include "ui/screens/merge_dialog.h"
#include "ui/screens/pages.h"
#include "ui/screens/parts_view.h"
#include "ui/storage_banner.h"
#include "ui/widgets/charts/figure.h"
#include "ui/widgets/notice.h"

namespace fullcircle {
namespace {

class FullView final : public AppView {
 public:
  FullView(const Fonts& fonts, App& app) : fonts_(fonts), app_(app) {}

  void draw(Frame& frame) override {
    app_.refresh_time();
    follow_address(frame);
    take_files(frame);
    if (frame.input().page_hidden) app_.page_hidden();
    const bool is_focused = frame.input().window_focused && !frame.input().page_hidden;
    if (is_focused && !was_focused_) app_.page_focused();
    was_focused_ = is_focused;

    const auto theme = current_theme(frame);
    frame.output().dark = theme.dark;
    frame.output().language = app_.language().code();
    ui::Ui ui(frame, theme, memory_);
    ui.fill(ui.screen(), theme.colours.canvas);
    const auto word = [this](std::string_view key) { return std::string(app_.language().tr(key)); };
    ui::set_chart_words(ui, {word("chart.values"), word("chart.copy"), word("insights.hidden"), word("common.empty_cell")});
    const auto formats = app_.formats();
    ScreenContext screen{ui, app_.view(), app_.state(), app_.language(), formats, app_.text(), app_.new_id(), app_.new_token(), app_.new_passphrase(), route_};
    Intents intents = draw_phase(screen);
    intents.add(draw_encryption_dialogs(screen, locked_file_));
    carry_out(ui, std::move(intents));
    if (const auto table = ui::take_copied_table(ui); !table.empty()) {
      frame.copy(csv_text(table));
      ui::show_notice(ui, word("chart.copied"));
    }
    draw_notices(ui);
  }

 private:
  ui::Theme current_theme(const Frame& frame) const {
    const auto& preferences = app_.state().preferences;
    const bool dark = preferences.theme == ThemeChoice::system ? frame.input().dark_scheme : preferences.theme == ThemeChoice::dark;
    auto theme = ui::make_theme(fonts_, dark);
    theme.compact_rows = preferences.has_compact_rows;
    theme.reduced_motion = frame.input().reduced_motion;
    theme.tall_lines = app_.language().code() == "zh";
    return theme;
  }

  void follow_address(const Frame& frame) {
    if (frame.input().location == address_) return;
    address_ = frame.input().location;
    if (const auto route = address_.empty() ? std::optional(Route()) : parse_route(address_)) route_ = *route;  // an address without a page is Home's
  }

  void take_files(const Frame& frame) {
    std::vector<IncomingFile> files;
    for (const OpenedFile& file : frame.input().files) files.push_back({file.name, file.bytes, file.pieces});
    if (!files.empty()) app_.receive_files(std::move(files));
  }

  Intents draw_phase(ScreenContext& screen) {
    switch (app_.state().phase) {
      case AppState::Phase::starting: return {};
      case AppState::Phase::failed:
      case AppState::Phase::first_run: {
        const ui::Group main(screen.ui, MirrorRole::main, screen.ui.screen(), {});
        return draw_first_run(screen, screen.ui.screen(), pages_.first_run);
      }
      case AppState::Phase::locked: {
        const ui::Group main(screen.ui, MirrorRole::main, screen.ui.screen(), {});
        return draw_unlock(screen, screen.ui.screen(), unlock_);
      }
      case AppState::Phase::open: return draw_open(screen);
    }
    return {};
  }

  Intents draw_open(ScreenContext& screen) {
    Intents intents;
    if (screen.ui.phone()) screen.ui.fill(screen.ui.screen(), screen.ui.c.sheet);  // a phone has no room for a canvas around the sheet
    // Somebody who only answers has no team to show: the requests they opened are their home.
    if (!screen.view.workspace() && route_.page != Page::answer) route_ = Route{Page::answer, {}, {}};
    Rect area = is_focus_page(route_.page) ? screen.ui.screen() : draw_navigation(screen, navigation_, palette_, intents);
    intents.add(draw_storage_banner(screen, area, banner_));
    {
      const ui::Group main(screen.ui, MirrorRole::main, area, {});
      intents.add(draw_page(screen, area, pages_));
    }
    draw_navigation_sheet(screen, navigation_, intents);
    intents.add(draw_merge_dialog(screen, merge_));
    intents.add(draw_export_dialog(screen, export_));
    intents.add(draw_command_palette(screen, palette_));
    intents.add(undo_shortcuts(screen.ui.frame));
    return intents;
  }

  static Intents undo_shortcuts(Frame& frame) {
    Intents intents;
    constexpr auto control = key_modifier::control;
    if (frame.shortcut({Key::character, 'z', control})) intents.tasks.push_back(Undo{});
    if (frame.shortcut({Key::character, 'y', control})) intents.tasks.push_back(Redo{});
    if (frame.shortcut({Key::character, 'z', control | key_modifier::shift})) intents.tasks.push_back(Redo{});
    return intents;
  }

  void carry_out(ui::Ui& ui, Intents intents) {
    const bool asked = intents.go || !intents.edits.empty() || !intents.tasks.empty();
    if (asked) app_.perform(intents);
    if (intents.go) go(ui.frame, *intents.go);
    Effects effects = app_.take_effects();
    for (auto& file : effects.files) ui.frame.save_file({std::move(file.name), std::move(file.media_type), std::move(file.bytes)});
    for (const auto& notice : effects.notices) {
      const auto label = [&](std::size_t i) { return i < notice.actions.size() ? std::string_view(notice.actions[i].label) : std::string_view(); };
      notice_number_ = ui::show_notice(ui, notice.text, label(0), notice.is_problem, label(1));
      notice_actions_ = notice.actions;
    }
    if (effects.go) go(ui.frame, *effects.go);
    if (effects.print_html) ui.frame.output().print_html = std::move(effects.print_html);
    if (effects.open_address) ui.frame.output().open_address = std::move(effects.open_address);
    if (asked) ui.frame.redraw();
  }

  void draw_notices(ui::Ui& ui) {
    const auto clicked = ui::draw_notices(ui);
    if (!clicked || clicked->number != notice_number_ || clicked->action >= notice_actions_.size()) return;
    carry_out(ui, Intents(notice_actions_[clicked->action].intents));
  }

  void go(Frame& frame, const Route& route) {
    if (route == route_) return;
    route_ = route;
    address_ = to_text(route);
    frame.output().location = address_;
  }

  Fonts fonts_;
  App& app_;
  ui::UiMemory memory_;
  PageStates pages_;
  NavigationState navigation_;
  CommandPaletteState palette_;
  Route route_;
  bool was_focused_ = true;
  std::string address_;
  std::uint64_t notice_number_ = 0;
  std::vector<NoticeAction> notice_actions_;   ///< of the notice with that number
  MergeDialogState merge_;
  ExportDialogState export_;
  LockedFileState locked_file_;
  StorageBannerState banner_;
  UnlockState unlock_;
};

}  // namespace

std::unique_ptr<AppView> make_app_view(const Fonts& fonts, StartPage page, App& app) {
  if (page == StartPage::parts) return ui::make_parts_view(fonts);
  return std::make_unique<FullView>(fonts, app);
}

}  // namespace fullcircle

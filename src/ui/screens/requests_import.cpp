#include <algorithm>
#include <cstdlib>

#include "app/files/answer_import.h"
#include "model/sorting.h"
#include "ui/screens/file_types.h"
#include "ui/screens/requests_parts.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/link.h"
#include "ui/widgets/section.h"
#include "ui/widgets/states.h"

namespace fullcircle {
namespace {

constexpr float kDropZone = 204, kDropZoneCompact = 148, kFileRow = 44;
constexpr std::size_t kMostFiles = 5;
constexpr std::int64_t kJustNowMs = 120'000;

enum class OutcomeClass : std::uint8_t { counted, known, refused };

OutcomeClass class_of(ImportOutcome outcome) {
  switch (outcome) {
    case ImportOutcome::fresh:
    case ImportOutcome::changed:
    case ImportOutcome::late: return OutcomeClass::counted;
    case ImportOutcome::already_there: return OutcomeClass::known;
    default: return OutcomeClass::refused;
  }
}

/// The log keeps an error as "code | place | detail".
Error error_of(std::string_view kept) {
  Error error;
  std::string* const parts[] = {&error.code, &error.place, &error.detail};
  for (std::string* part : parts) {
    const std::size_t end = std::min(kept.find(" | "), kept.size());
    *part = std::string(kept.substr(0, end));
    kept.remove_prefix(std::min(kept.size(), end + 3));
  }
  return error;
}

std::string outcome_text(const ScreenContext& screen, const ImportedFile& file) {
  if (file.outcome == ImportOutcome::unreadable)
    return screen.tr("import_result.unreadable", {{"detail", screen.language.describe(error_of(file.detail))}});
  if (file.detail == kOlderAnswer) return std::string(screen.tr("import_result.older"));
  if (file.outcome == ImportOutcome::changed && file.detail.starts_with(kDaysLate))
    return screen.tr("import_result.changed_late", {{"count", std::atoi(file.detail.c_str() + kDaysLate.size())}});
  return std::string(screen.tr("import_result." + std::string(to_name(file.outcome))));
}

/// Name at the left, outcome at the right; one that was refused says why below its name.
void draw_file(ScreenContext& screen, Rect& area, const ImportedFile& file) {
  auto& ui = screen.ui;
  const std::string text = outcome_text(screen, file);
  const bool is_refused = class_of(file.outcome) == OutcomeClass::refused;
  const float text_width = area.width - 28;
  const float height = is_refused ? 20 + 24 + ui.paragraph_height(text_width, ui::type::caption, text) : kFileRow;
  Rect row = area.cut_top(height);
  const ui::Group item(ui, MirrorRole::list_item, row, {});
  ui.hairline(row.x, row.bottom() - 1, row.width);
  Rect icon = row.cut_left(28).with_height(kFileRow);
  ui.paint_icon(icon.cut_left(16), is_refused ? Icon::triangle_alert : Icon::file_check, is_refused ? ui.c.warn : ui.c.ink2);
  if (is_refused) {
    row.skip(10);
    ui.text(row.cut_top(20), ui::type::body, ui.c.ink, file.name);
    ui.paragraph(row, ui::type::caption, ui.c.warn, text);
    return;
  }
  Rect right = row.cut_right(std::min(row.width * 0.5f, ui.text_width(ui::type::caption, text) + 2));
  ui.text(right, ui::type::caption, ui.c.ink2, text, ui::Align::right);
  row.cut_right(12);
  ui.text(row, ui::type::body, ui.c.ink, file.name);
}

void draw_files(ScreenContext& screen, Rect& area, const ImportLog& log, RequestsState& state) {
  auto& ui = screen.ui;
  const bool shows_all = state.shows_all_files || log.files.size() <= kMostFiles;
  const std::size_t shown = shows_all ? log.files.size() : kMostFiles - 1;
  // What was refused stands first: it is what somebody has to act on.
  std::vector<const ImportedFile*> files;
  for (const ImportedFile& file : log.files) files.push_back(&file);
  sort_stably(files, std::ranges::greater{}, [](const ImportedFile* file) { return class_of(file->outcome) == OutcomeClass::refused; });
  for (std::size_t i = 0; i < shown; ++i) draw_file(screen, area, *files[i]);
  if (shows_all) return;
  Rect row = area.cut_top(kFileRow);
  const ui::Group more(ui, MirrorRole::list_item, row, {});
  ui.paint_icon(row.cut_left(16), Icon::file_check, ui.c.ink2);
  row.cut_left(12);
  if (ui::link(ui, row, screen.tr("import.more_files", {{"count", static_cast<int>(log.files.size() - shown)}}), {.colour = ui.c.ink})) state.shows_all_files = true;
}

void draw_figures(ScreenContext& screen, Rect& area, const ImportLog& log) {
  auto& ui = screen.ui;
  const auto refused = std::ranges::count(log.files, OutcomeClass::refused, [](const ImportedFile& file) { return class_of(file.outcome); });
  const Rect row = area.cut_top(54);
  const auto figure = [&](std::size_t index, std::int64_t number, std::string_view caption, std::optional<ui::Colour> colour) {
    ui::StatOptions options;
    options.figure = ui::type::figure_large;
    options.colour = colour;
    ui::stat(ui, row.column(index, 3, 8), screen.formats.integer(number), caption, options);
  };
  figure(0, log.new_count, screen.tr("import.new_answers"), log.new_count > 0 ? std::optional(ui.c.accent) : std::nullopt);
  figure(1, log.known_count, screen.tr("import.already_there"), {});
  if (refused > 0)
    figure(2, refused, screen.tr("import.not_counted"), ui.c.warn);
  else
    figure(2, log.conflict_count, screen.tr("import.conflicts"), {});
}

Intents draw_import_actions(ScreenContext& screen, Rect& area, const ImportLog& log, RequestsState& state) {
  Intents intents;
  auto& ui = screen.ui;
  Rect row = area.cut_top(ui.control_height());
  if (log.new_count > 0 && ui::button_left(ui, row, screen.tr("import.show_new", {{"count", log.new_count}}))) {
    state.only_fresh = true;
    state.filter = 0;
    state.search.clear();
  }
  if (screen.app.can_undo_import && ui::button_left(ui, row, screen.tr("import.undo"), {.kind = ui::ButtonKind::quiet, .icon = Icon::undo_2})) {
    intents.tasks.push_back(UndoImport{});
    state.only_fresh = false;
  }
  return intents;
}

Intents draw_last_import(ScreenContext& screen, Rect& area, const ImportLog& log, RequestsState& state) {
  auto& ui = screen.ui;
  const bool is_good = log.new_count > 0;
  const std::string title = is_good ? screen.tr("import.files_merged", {{"count", static_cast<int>(log.files.size())}}) : std::string(screen.tr("import.nothing_new"));
  const ui::Group region(ui, MirrorRole::region, area.with_height(200), title);
  Rect head = area.cut_top(28);
  ui::icon_disc(ui, head.cut_left(34), is_good ? Icon::check : Icon::info, is_good ? ui::Tone::good : ui::Tone::neutral, 24);
  const bool is_just_now = screen.view.now.ms - log.at.ms < kJustNowMs;
  const std::string when = is_just_now ? std::string(screen.tr("import.just_now")) : screen.formats.time(log.at);
  ui.text(head.cut_right(ui.text_width(ui::type::body, when) + 2), ui::type::body, ui.c.ink2, when, ui::Align::right);
  ui.heading(head, 2, ui::type::section, ui.c.ink, title);
  area.skip(12);
  ui.hairline(area.x, area.y, area.width);
  area.skip(13);
  draw_figures(screen, area, log);
  area.skip(12);
  ui.hairline(area.x, area.y, area.width);
  area.skip(1);
  {
    const ui::Group list(ui, MirrorRole::list, area.with_height(kFileRow), screen.tr("import.history"));
    draw_files(screen, area, log, state);
  }
  area.skip(14);
  return draw_import_actions(screen, area, log, state);
}

}  // namespace

Intents draw_import(ScreenContext& screen, Rect& area, RequestsState& state) {
  auto& ui = screen.ui;
  const bool is_compact = area.width < 320 || ui.phone() || !ui.wide();
  if (ui::drop_zone(ui, area.cut_top(is_compact ? kDropZoneCompact : kDropZone), screen.tr("requests.drop_title"),
                    {.text = screen.tr("requests.drop_body"), .action = screen.tr("action.choose_files"), .icon = Icon::file_input, .compact = is_compact}))
    ui.frame.open_files({widget_id("answers"), std::string(kSentTypes), true});
  area.skip(24);
  if (screen.app.last_import && !screen.app.last_import->files.empty()) return draw_last_import(screen, area, *screen.app.last_import, state);
  area.skip(ui::note(ui, area, Icon::shield_check, screen.tr("requests.files_contain")));
  return {};
}

}  // namespace fullcircle

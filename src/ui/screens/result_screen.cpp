#include "ui/screens/result_screen.h"

#include <algorithm>
#include <utility>

#include "app/commands/release_result.h"
#include "app/reports/outgoing.h"
#include "ui/screens/result_parts.h"
#include "ui/screens/talk_signed.h"
#include "ui/widgets/button.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/link.h"
#include "ui/widgets/menu.h"
#include "ui/widgets/scroll.h"
#include "ui/widgets/section.h"
#include "ui/widgets/shell.h"
#include "ui/widgets/states.h"
#include "ui/widgets/text_field.h"

namespace fullcircle {
namespace {

using namespace ui::metrics;

constexpr float kFootColumnsFrom = 860;

/// The review the route names, or the current (else the latest) one of the person it names.
const Review* shown_review(const ScreenContext& screen) {
  if (const Review* review = screen.view.find(Id<Review>(screen.route.record))) return review;
  const Id<Person> person(screen.route.record);
  if (const ReviewCycle* cycle = screen.view.current_cycle())
    if (const Review* review = screen.view.review(person, cycle->id)) return review;
  const auto reviews = screen.view.reviews_of(person);
  return reviews.empty() ? nullptr : reviews.back();
}

ShownResult compute_shown(const ModelView& view, const Review& review) {
  ShownResult shown{.page = result_page_of(view, review)};
  if (shown.page.is_released_copy()) return shown;
  shown.is_outdated = review.released && *review.released != compute_next_release(view, review);
  shown.answers_too_late = count_answers_too_late(view, review);
  return shown;
}

/// "Mara - Autumn review.html", without what file systems refuse.
std::string file_name(const ResultPage& page, std::string_view ending) {
  std::string name = page.person ? page.person->name : std::string("360");
  if (page.cycle) name += " - " + page.cycle->name;
  for (char& c : name)
    if (std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos) c = '-';
  return name + "." + std::string(ending);
}

enum class ExportChoice { print, page, table };

void carry_out_export(const ResultDrawing& drawing, int chosen, Intents& intents) {
  if (chosen < 0) return;
  const auto& screen = drawing.screen;
  const Review& review = *drawing.page().review;
  const auto choice = static_cast<ExportChoice>(chosen);
  auto given = write_result(screen.view, review, choice == ExportChoice::table ? ResultFormat::table : ResultFormat::page, screen.language, screen.formats);
  if (!given) {
    drawing.state.asks_release = true;
    drawing.state.export_once_released = chosen;
    return;
  }
  auto& [bytes, edit] = *given;
  switch (choice) {
    case ExportChoice::print: intents.tasks.push_back(PrintDocument{std::move(bytes), std::move(edit)}); return;
    case ExportChoice::page: intents.tasks.push_back(SaveFile{file_name(drawing.page(), "html"), "text/html", std::move(bytes), "result", std::move(edit)}); return;
    case ExportChoice::table: intents.tasks.push_back(SaveFile{file_name(drawing.page(), "csv"), "text/csv", std::move(bytes), "result", std::move(edit)}); return;
  }
}

std::vector<ui::MenuItem> export_items(const ScreenContext& screen) {
  return {{screen.tr("result.print"), Icon::printer}, {screen.tr("result.export_page"), Icon::file}, {screen.tr("result.export_table"), Icon::table}};
}

void prepare_conversation(const ResultDrawing& drawing, Intents& intents) { intents.go = Route{Page::conversation, drawing.page().review->id, {}}; }

/// Who reads their own released result has nothing to prepare: there they sign.
std::string_view conversation_label(const ResultDrawing& drawing) {
  return drawing.screen.tr(drawing.is_computed() ? "result.prepare_conversation" : "result.to_conversation");
}

bool may_release(const ResultDrawing& drawing) { return drawing.is_computed() && !drawing.page().is_empty(); }

std::string person_name(const ResultDrawing& drawing) {
  return drawing.page().person ? drawing.page().person->name : std::string(drawing.screen.tr("common.person_removed"));
}

/// What stands below the summary: whether the person sees the result, and the way there or back.
void draw_release(const ResultDrawing& drawing, Rect& area, Intents& intents) {
  auto& ui = drawing.screen.ui;
  const auto& screen = drawing.screen;
  const Review& review = *drawing.page().review;
  if (!review.released) {
    area.skip(ui::note(ui, area, Icon::eye_off, screen.tr("result.not_released")));
    area.skip(10);
    Rect row = area.cut_top(ui.control_height());
    if (ui::button_left(ui, row, screen.tr("result.release", {{"name", person_name(drawing)}}), {.icon = Icon::share_2, .height = row.height, .disabled = !may_release(drawing)}))
      drawing.state.asks_release = true;
    return;
  }
  const bool is_signed = review.person_sign_off || review.manager_sign_off;
  std::string text = review.released_at ? screen.tr("result.released", {{"date", screen.formats.short_date(screen.formats.day_of(*review.released_at))}}) : std::string();
  if (drawing.shown.is_outdated) text += (text.empty() ? "" : ". ") + std::string(screen.tr("result.outdated"));
  if (is_signed) text += (text.empty() ? "" : ". ") + std::string(screen.tr("result.signed_stays"));
  area.skip(ui::note(ui, area, drawing.shown.is_outdated ? Icon::circle_alert : Icon::circle_check, text, drawing.shown.is_outdated ? ui::Tone::warn : ui::Tone::neutral));
  if (const int late = drawing.shown.answers_too_late) {
    area.skip(8);
    area.skip(ui::note(ui, area, Icon::eye_off, screen.tr("result.too_late", {{"count", late}, {"name", person_name(drawing)}})));
  }
  area.skip(10);
  Rect row = area.cut_top(ui.control_height());
  if (drawing.shown.is_outdated && ui::button_left(ui, row, screen.tr("result.release_again"), {.icon = Icon::share_2, .height = row.height})) drawing.state.asks_release = true;
  if (!is_signed && !review.handed_out_at && ui::button_left(ui, row, screen.tr("result.withdraw"), {.icon = Icon::undo_2, .height = row.height})) intents.edits.push_back(withdraw_result(review));
}

/// The manager's words on the whole, written here and read by the person.
void draw_summary(const ResultDrawing& drawing, Rect& area, Intents& intents) {
  auto& ui = drawing.screen.ui;
  const auto& screen = drawing.screen;
  const Review& review = *drawing.page().review;
  ui::section_head(ui, area.cut_top(ui::kSectionHead), screen.tr("result.summary"), {.line = false});
  if (!drawing.is_computed()) {
    const std::string_view words = review.summary.empty() ? screen.tr("result.summary_empty") : std::string_view(review.summary);
    area.skip(ui.paragraph(area, ui::type::form, review.summary.empty() ? ui.c.ink3 : ui.c.ink, words));
    return;
  }
  ui::TextAreaOptions options{.field = {.key = "summary", .placeholder = screen.tr("result.summary_hint"), .spell_check = true}, .least_lines = 4, .most_lines = 14};
  const auto field = ui::text_area(ui, area, screen.tr("result.summary"), drawing.state.summary, options);
  area.skip(field.height + 12);
  if (!field.focused && !field.changed && !field.committed) drawing.state.summary = review.summary;
  if (field.committed && drawing.state.summary != review.summary) {
    Review after = review;
    after.summary = drawing.state.summary;
    Edit edit("edit.review.summary");
    edit.update(review, after);
    intents.edits.push_back(std::move(edit));
  }
  draw_release(drawing, area, intents);
}

void draw_foot(const ResultDrawing& drawing, Rect& area, Intents& intents) {
  auto& ui = drawing.screen.ui;
  area.skip(kSectionGap);
  ui.hairline(area.x, area.y, area.width);
  area.skip(8);
  if (area.width < kFootColumnsFrom) {
    draw_result_overall(drawing, area);
    area.skip(kSectionGap);
    draw_summary(drawing, area, intents);
    return draw_sign_off_lines(drawing.screen, area, *drawing.page().review, intents);
  }
  Rect right = area;
  Rect left = right.cut_left((area.width - kColumnGap) * 0.55f);
  right.cut_left(kColumnGap);
  draw_result_overall(drawing, left);
  draw_summary(drawing, right, intents);
  draw_sign_off_lines(drawing.screen, right, *drawing.page().review, intents);
  area.skip(std::max(left.y, right.y) - area.y);
}

void draw_release_question(const ResultDrawing& drawing, Intents& intents) {
  if (!drawing.state.asks_release) return;
  const auto& screen = drawing.screen;
  const std::string title = screen.tr("result.release_title", {{"name", person_name(drawing)}});
  const bool exports = drawing.state.export_once_released.has_value();
  const std::string text = screen.tr(exports ? "result.release_to_export" : "result.release_body", {{"name", person_name(drawing)}});
  const std::string_view confirm = screen.tr(exports ? "result.release_and_export" : "result.release_confirm");
  const auto answer = ui::confirm(screen.ui, "release", {.title = title, .text = text, .confirm = confirm, .cancel = screen.tr("action.cancel")});
  if (answer == ui::Dialog::Result::none) return;
  drawing.state.asks_release = false;
  if (answer == ui::Dialog::Result::cancelled) drawing.state.export_once_released.reset();
  if (answer == ui::Dialog::Result::confirmed) intents.edits.push_back(release_result(screen.view, *drawing.page().review));
}

void draw_content(const ResultDrawing& drawing, Rect content, Intents& intents) {
  auto& ui = drawing.screen.ui;
  draw_result_head(drawing, content);
  if (!drawing.page().is_empty()) {
    draw_result_charts(drawing, content);
    draw_result_findings(drawing, content);
  } else {
    content.skip(kSectionGap);
    float height = 0;
    const std::string title = drawing.screen.tr("result.empty", {{"name", person_name(drawing)}});
    if (ui::empty_state(ui, content, title, {.text = drawing.screen.tr("result.empty_how"), .action = drawing.screen.tr("nav.requests")}, &height))
      intents.go = Route{Page::requests, {}, {}};
    content.skip(height);
  }
  draw_foot(drawing, content, intents);
}

/// Top bar with the way back and the actions; on phones a header with a menu and the main action at the foot.
void draw_frame(const ResultDrawing& drawing, Rect& area, Intents& intents) {
  auto& ui = drawing.screen.ui;
  const auto& screen = drawing.screen;
  const std::string name = person_name(drawing);
  if (ui.phone()) {
    bool went_back = false;
    Rect actions = ui::phone_header(ui, area, name, screen.tr("results.title"), went_back, ui::FirstHeading::below);
    if (went_back) intents.go = Route{Page::results, {}, {}};
    carry_out_export(drawing, ui::more_menu(ui, actions.cut_right(kPhoneTarget), screen.tr("result.export"), export_items(screen)), intents);
    Rect foot = ui::phone_actions(ui, area);
    if (ui::button(ui, foot, conversation_label(drawing), {.kind = ui::ButtonKind::primary, .icon = Icon::messages_square, .height = kControlPhone}))
      prepare_conversation(drawing, intents);
    return;
  }
  const std::string_view path[] = {screen.tr("results.title"), name};
  int clicked = -1;
  Rect bar = ui::top_bar_path(ui, area, path, clicked, ui::FirstHeading::below);
  if (clicked == 0) intents.go = Route{Page::results, {}, {}};
  if (ui::button_right(ui, bar, conversation_label(drawing), {.kind = ui::ButtonKind::primary, .icon = Icon::messages_square}))
    prepare_conversation(drawing, intents);
  carry_out_export(drawing, ui::menu_button_right(ui, bar, screen.tr("result.export"), export_items(screen), Icon::file_down), intents);
  if (may_release(drawing) && !drawing.page().review->released &&
      ui::button_right(ui, bar, screen.tr("result.release", {{"name", name}}), {.kind = ui::ButtonKind::quiet, .icon = Icon::share_2, .key = "release-top"}))
    drawing.state.asks_release = true;
}

/// No such review, or one that is not this person's to read.
void draw_nothing(ScreenContext& screen, Rect area, std::string_view title, std::string_view text, Intents& intents) {
  auto& ui = screen.ui;
  bool went_back = false;
  if (ui.phone())
    ui::phone_header(ui, area, screen.tr("result.title"), screen.tr("results.title"), went_back);
  else
    ui::top_bar(ui, area, screen.tr("result.title"));
  const Rect content = area.inset(ui.phone() ? kPhonePadding : kContentPadding, kContentTop);
  if (ui::empty_state(ui, content, title, {.text = text, .action = screen.tr("results.title")}) || went_back) intents.go = Route{Page::results, {}, {}};
}

}  // namespace

Intents draw_result(ScreenContext& screen, Rect area, ResultState& state) {
  Intents intents;
  auto& ui = screen.ui;
  const Review* review = shown_review(screen);
  if (!review) {
    draw_nothing(screen, area, screen.tr("result.missing"), screen.tr("result.missing_how"), intents);
    return intents;
  }
  if (result_access(screen.view, *review) == ResultAccess::none) {
    draw_nothing(screen, area, screen.tr("result.not_yet"), screen.tr("result.not_yet_how"), intents);
    return intents;
  }
  if (state.summary_of != review->id) {
    state.summary_of = review->id;
    state.summary = review->summary;
    state.opened.reset();
    state.export_once_released.reset();
    state.asks_release = state.shows_all_comments = false;
  }
  const ShownResult& shown = state.result.get(screen.view, review->id, [&] { return compute_shown(screen.view, *review); });
  const ResultWords words(screen.language, screen.formats, shown.page);
  const ResultDrawing drawing{screen, shown, words, state};
  if (review->released && state.export_once_released) carry_out_export(drawing, *std::exchange(state.export_once_released, std::nullopt), intents);
  draw_frame(drawing, area, intents);
  {
    ui::ScrollArea scroll(ui, area, "result " + to_text(review->id));
    draw_content(drawing, scroll.content().inset(ui.phone() ? kPhonePadding : kContentPadding, 12), intents);
  }
  draw_result_terms(drawing, intents);
  draw_release_question(drawing, intents);
  return intents;
}

}  // namespace fullcircle

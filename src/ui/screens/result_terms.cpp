#include <algorithm>

#include "app/queries/released_terms.h"
#include "ui/screens/result_parts.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/link.h"

namespace fullcircle {
namespace {

using namespace ui::metrics;

constexpr float kDialogWidth = 720, kRow = 46, kIndent = 18, kArrow = 20, kAboveWords = 5;
constexpr int kUnfoldedLevels = 1;

bool is_unfolded(const ResultDrawing& drawing, const TermLine& line) {
  return (line.level < kUnfoldedLevels) != drawing.state.turned.contains(line.path);
}

void turn(const ResultDrawing& drawing, const std::string& path) {
  if (!drawing.state.turned.erase(path)) drawing.state.turned.insert(path);
}

/// The columns of figures; empty rectangles on phones, where they stand below the name.
struct LineColumns {
  Rect name, value, weight, share;
};

LineColumns split_line(const ui::Ui& ui, Rect row) {
  LineColumns columns;
  if (!ui.phone()) {
    columns.share = row.cut_right(72);
    columns.weight = row.cut_right(72);
  }
  columns.value = row.cut_right(ui.phone() ? 92.0f : 104.0f);
  row.cut_right(8);
  columns.name = row;
  return columns;
}

void draw_heads(const ResultDrawing& drawing, Rect& area) {
  auto& ui = drawing.screen.ui;
  const LineColumns columns = split_line(ui, area.cut_top(28));
  ui.text(columns.name, ui::type::head, ui.c.ink3, drawing.screen.tr("terms.column_part"));
  ui.text(columns.value, ui::type::head, ui.c.ink3, drawing.screen.tr("terms.column_value"), ui::Align::right);
  if (ui.phone()) return;
  ui.text(columns.weight, ui::type::head, ui.c.ink3, drawing.screen.tr("terms.column_weight"), ui::Align::right);
  ui.text(columns.share, ui::type::head, ui.c.ink3, drawing.screen.tr("terms.column_share"), ui::Align::right);
}

/// What stands below the name: answers, how it follows or why it is left out, and on phones weight and share.
std::string caption_of(const ResultDrawing& drawing, const TermLine& line) {
  std::string caption;
  const auto add = [&](const std::string& text) {
    if (!text.empty()) caption += (caption.empty() ? "" : " · ") + text;
  };
  add(line.answers);
  if (drawing.screen.ui.phone() && !line.weight.empty()) add(std::string(drawing.screen.tr("terms.column_weight")) + " " + line.weight);
  if (drawing.screen.ui.phone()) add(line.share);
  add(line.note);
  return caption;
}

/// Cuts one line from the top of `area`; words that are too long for their column wrap.
void draw_line(const ResultDrawing& drawing, Rect& area, const TermLine& line) {
  auto& ui = drawing.screen.ui;
  const float indent = kIndent * static_cast<float>(line.level) * (ui.phone() ? 0.6f : 1.0f);
  const float words_width = split_line(ui, area).name.width - indent - kArrow;
  const auto name_style = line.level == 0 ? ui::type::group : ui::type::control;
  const std::string caption = caption_of(drawing, line);
  const float name_height = ui.paragraph_height(words_width, name_style, line.name);
  const float words_height = name_height + ui.paragraph_height(words_width, ui::type::caption, caption);
  const Rect place = area.cut_top(std::max(kRow, words_height + 2 * kAboveWords));
  ui.hairline(place.x, place.y, place.width);
  const bool unfolded = is_unfolded(drawing, line);
  if (line.has_children) {
    const auto state = unfolded ? mirror_state::expanded : mirror_state::collapsed;
    const auto done = ui.behave(ui.make_id("line " + line.path), place, MirrorRole::button, line.name + " " + line.value, state);
    if (done.hovered) ui.fill(place.inset(-8, 1), ui.c.hover, kRadiusControl);
    if (done.focus_visible) ui.focus_ring(place.inset(-6, 3), kRadiusControl);
    if (done.clicked) turn(drawing, line.path);
  }
  LineColumns columns = split_line(ui, place);
  columns.name.cut_left(indent);
  const Rect arrow = columns.name.cut_left(kArrow);
  if (line.has_children) ui.paint_icon(arrow.with_width(16), unfolded ? Icon::chevron_down : Icon::chevron_right, ui.c.ink3);
  const auto colour = line.is_left_out ? ui.c.ink3 : ui.c.ink;
  Rect words = columns.name.middle(words_height);
  ui.paragraph(words.cut_top(name_height), name_style, colour, line.name);
  ui.paragraph(words, ui::type::caption, ui.c.ink3, caption);
  ui.text(columns.value, (line.level == 0 ? ui::type::group : ui::type::body).figures(), colour, line.value, ui::Align::right);
  if (ui.phone()) return;
  ui.text(columns.weight, ui::type::body.figures(), line.is_left_out ? ui.c.ink3 : ui.c.ink2, line.weight, ui::Align::right);
  ui.text(columns.share, ui::type::body.figures(), ui.c.ink2, line.share, ui::Align::right);
}

/// Why it was moved, for the numbers in which the move is.
std::string calibration_reason(const ResultDrawing& drawing, const NumberKey& which) {
  const Review* review = drawing.page().review;
  const bool has_move = which.number == ShownNumber::overall || which.number == ShownNumber::calibration;
  if (!has_move || !review || !review->calibration_points || review->calibration_reason.empty()) return {};
  return drawing.screen.tr("result.calibration_reason", {{"reason", review->calibration_reason}});
}

/// The section of the guide on this number's method.
std::string_view guide_place(ShownNumber number) {
  switch (number) {
    case ShownNumber::agreement:
    case ShownNumber::criterion_agreement: return "rating:agreement";
    case ShownNumber::gap: return "rating:gap";
    case ShownNumber::overall:
    case ShownNumber::part:
    case ShownNumber::uncalibrated:
    case ShownNumber::calibration: return "rating:overall";
    default: return "rating:competencies";
  }
}

void draw_lines(const ResultDrawing& drawing, Rect& area, const std::vector<TermLine>& lines) {
  auto& ui = drawing.screen.ui;
  int hidden_below = -1;  // below this level everything is folded away
  for (const TermLine& line : lines) {
    if (hidden_below >= 0 && line.level > hidden_below) continue;
    hidden_below = line.has_children && !is_unfolded(drawing, line) ? line.level : -1;
    draw_line(drawing, area, line);
  }
  ui.hairline(area.x, area.y, area.width);
}

}  // namespace

void draw_result_terms(const ResultDrawing& drawing, Intents& intents, std::string_view about) {
  if (!drawing.state.opened) return;
  auto& ui = drawing.screen.ui;
  const NumberKey which = *drawing.state.opened;
  const auto term = explain_number(drawing.page(), which);
  if (!term) {
    drawing.state.opened.reset();
    return;
  }
  const std::string number = drawing.screen.tr("result.terms_title", {{"number", drawing.words.number_name(which)}, {"value", drawing.words.number_value(which)}});
  const std::string title = about.empty() ? number : std::string(about) + " · " + number;
  ui::Dialog dialog(ui, "terms", {.title = title, .width = kDialogWidth, .close = drawing.screen.tr("action.close")});
  Rect area = dialog.body();
  const std::string agreement = drawing.words.about_agreement(which.number);
  if (drawing.is_computed() && !agreement.empty()) area.skip(ui.paragraph(area, ui::type::body, ui.c.ink2, agreement) + 8);
  if (const std::string reason = calibration_reason(drawing, which); !reason.empty()) area.skip(ui.paragraph(area, ui::type::body, ui.c.ink2, reason) + 8);
  draw_heads(drawing, area);
  draw_lines(drawing, area, drawing.words.term_lines(*term));
  area.skip(12);
  if (const auto rounding = drawing.words.rounding(which); !rounding.empty()) area.skip(ui.paragraph(area, ui::type::body, ui.c.ink2, rounding) + 12);
  if (!drawing.is_computed()) {
    area.skip(ui.paragraph(area, ui::type::body, ui.c.ink2, drawing.screen.tr("terms.released_how")) + 12);
    if (!agreement.empty()) area.skip(ui.paragraph(area, ui::type::body, ui.c.ink2, agreement) + 12);
  }
  area.skip(ui.paragraph(area, ui::type::caption, ui.c.ink3, drawing.screen.tr("result.terms_how")));
  area.skip(12);
  if (ui::link(ui, area.cut_top(ui.phone() ? kPhoneTarget : 24), drawing.screen.tr("guide.rating"), {.icon = Icon::book_open})) {
    intents.go = Route{Page::guides, {}, std::string(guide_place(which.number))};
    drawing.state.opened.reset();
  }
  area.skip(8);
  ui.reach(area.y);
  if (dialog.result() != ui::Dialog::Result::none) drawing.state.opened.reset();
}

}  // namespace fullcircle

#include "ui/screens/goal_parts.h"
#include "ui/screens/result_parts.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/chip.h"

namespace fullcircle {
namespace {

using namespace ui::metrics;

constexpr float kHead = 64, kFigureGap = 20, kFigurePadding = 8;
constexpr ui::TextStyle kFigure{26, 32, ui::Weight::semibold};

struct HeadFigure {
  NumberKey which;
  std::string value, unit, caption;
  ui::Colour colour = 0;
};

float width_of(ui::Ui& ui, const HeadFigure& figure) {
  const float value = ui.text_width(kFigure, figure.value) + (figure.unit.empty() ? 0 : 4 + ui.text_width(ui::type::body, figure.unit));
  return std::max(value, ui.text_width(ui::type::body, figure.caption)) + 2 * kFigurePadding;
}

/// Value over caption, both at the right edge of `rect`; on phones at the left one.
void draw_figure(const ResultDrawing& drawing, const Rect& rect, const HeadFigure& figure) {
  auto& ui = drawing.screen.ui;
  number_button(drawing, rect, figure.which);
  Rect inside = rect.inset(kFigurePadding, 6);
  Rect line = inside.cut_top(32);
  if (ui.phone()) {
    line.cut_left(ui.text(line, kFigure, figure.colour, figure.value) + 4);
    if (!figure.unit.empty()) ui.paint_text(line.moved(0, 3), ui::type::body, ui.c.ink3, figure.unit);
    ui.text(inside.cut_top(20), ui::type::body, ui.c.ink3, figure.caption);
    return;
  }
  if (!figure.unit.empty()) {
    ui.paint_text(line.cut_right(ui.text_width(ui::type::body, figure.unit) + 1).moved(0, 3), ui::type::body, ui.c.ink3, figure.unit, ui::Align::right);
    line.cut_right(4);
  }
  ui.text(line, kFigure, figure.colour, figure.value, ui::Align::right);
  ui.text(inside.cut_top(20), ui::type::body, ui.c.ink3, figure.caption, ui::Align::right);
}

void draw_agreement(const ResultDrawing& drawing, const Rect& rect) {
  auto& ui = drawing.screen.ui;
  number_button(drawing, rect, {ShownNumber::agreement, {}, {}});
  Rect inside = rect.inset(kFigurePadding, 6);
  Rect line = inside.cut_top(32);
  const std::string word = drawing.words.agreement(drawing.page().agreement);
  const int blocks = agreement_blocks(drawing.page().agreement);
  const float width = ui.text_width(ui::type::row, word) + (blocks > 0 ? 28.0f : 2.0f);
  ui::agreement(ui, ui.phone() ? line : line.cut_right(std::min(width, line.width)), blocks, word, true);
  ui.text(inside.cut_top(20), ui::type::body, ui.c.ink3, drawing.screen.tr("result.agreement_raters"), ui.phone() ? ui::Align::left : ui::Align::right);
}

/// From the right end: others, self, overall.
std::vector<HeadFigure> head_figures(const ResultDrawing& drawing) {
  const auto& screen = drawing.screen;
  const ResultPage& page = drawing.page();
  const std::string unit = screen.tr("common.out_of", {{"high", screen.formats.short_number(page.rules.scale_high)}});
  std::vector<HeadFigure> figures;
  figures.push_back({{ShownNumber::self, {}, {}}, drawing.words.rating(page.self), {}, std::string(screen.tr("result.self_lower")), screen.ui.c.self});
  figures.push_back({{ShownNumber::others, {}, {}}, drawing.words.rating(page.others), unit, std::string(screen.tr("result.others_weighted")), screen.ui.c.ink});
  figures.push_back({{ShownNumber::overall, {}, {}}, drawing.words.overall(), {},
                     page.label.empty() ? std::string(screen.tr("result.overall")) : std::string(screen.tr("result.overall")) + " · " + page.label, screen.ui.c.ink});
  return figures;
}

float agreement_width(const ResultDrawing& drawing) {
  auto& ui = drawing.screen.ui;
  return std::max(ui.text_width(ui::type::body, drawing.screen.tr("result.agreement_raters")),
                  ui.text_width(ui::type::row, drawing.words.agreement(drawing.page().agreement)) + 28) +
         2 * kFigurePadding;
}

void draw_name(const ResultDrawing& drawing, Rect rect) {
  auto& ui = drawing.screen.ui;
  const ResultPage& page = drawing.page();
  const std::string name = page.person ? page.person->name : std::string(drawing.screen.tr("common.person_removed"));
  ui::avatar(ui, rect.cut_left(58), person_number(page.review->person), name, 44);
  rect = rect.middle(52);
  ui.heading(rect.cut_top(30), 1, ui::type::page_title, ui.c.ink, name);
  const std::string about = drawing.words.summary_line(drawing.screen.view.role_of(page.review->person));
  if (ui.phone())
    ui.paragraph(rect, ui::type::body, ui.c.ink2, about, 2);
  else
    ui.text(rect.cut_top(20), ui::type::body, ui.c.ink2, about);
}

}  // namespace

int agreement_blocks(const rating::Maybe<rating::AgreementWord>& word) { return word ? 3 - static_cast<int>(*word) : 0; }

ui::Behaviour number_button(const ResultDrawing& drawing, const Rect& rect, const NumberKey& which, std::string_view name) {
  auto& ui = drawing.screen.ui;
  if (!drawing.opens(which.number)) return {};
  const std::string own = drawing.words.number_name(which) + " " + drawing.words.number_value(which);
  const std::string said = drawing.screen.tr("result.open_terms", {{"number", name.empty() ? std::string_view(own) : name}});
  const WidgetId id = ui.make_id("number " + std::to_string(static_cast<int>(which.number)) + which.key + which.column);
  const ui::Behaviour done = ui.behave(id, rect, MirrorRole::button, said);
  if (done.hovered || done.pressed) ui.fill(rect, done.pressed ? ui.c.press : ui.c.hover, kRadiusControl);
  if (done.focus_visible) ui.focus_ring(rect, kRadiusControl);
  if (done.clicked) drawing.open(which);
  return done;
}

void draw_result_head(const ResultDrawing& drawing, Rect& area) {
  auto& ui = drawing.screen.ui;
  const auto figures = head_figures(drawing);
  float needed = drawing.is_computed() ? agreement_width(drawing) + kFigureGap : 0;
  for (const HeadFigure& figure : figures) needed += width_of(ui, figure) + kFigureGap;
  const bool is_one_line = needed + 300 < area.width;
  Rect row = area.cut_top(kHead);
  if (!is_one_line) {
    draw_name(drawing, row);
    row = area.cut_top(kHead);
    if (needed > row.width && drawing.is_computed()) {  // a phone: two by two
      constexpr float kBelowName = 18;  // the line about the person may have wrapped
      area.skip(kBelowName);
      row = Rect{area.x - kFigurePadding, row.y + kBelowName, area.width + kFigurePadding, row.height};
      draw_figure(drawing, row.column(0, 2, 8), figures[2]);
      draw_figure(drawing, row.column(1, 2, 8), figures[1]);
      row = Rect{row.x, area.y, row.width, kHead};
      area.skip(kHead);
      draw_figure(drawing, row.column(0, 2, 8), figures[0]);
      draw_agreement(drawing, row.column(1, 2, 8));
      area.skip(8);
      return;
    }
  }
  if (drawing.is_computed()) {
    draw_agreement(drawing, row.cut_right(agreement_width(drawing)));
    row.cut_right(kFigureGap);
  }
  for (const HeadFigure& figure : figures) {
    draw_figure(drawing, row.cut_right(width_of(ui, figure)), figure);
    row.cut_right(kFigureGap);
  }
  if (is_one_line) draw_name(drawing, row);
  area.skip(8);
  ui.hairline(area.x, area.y, area.width);
}

}  // namespace fullcircle

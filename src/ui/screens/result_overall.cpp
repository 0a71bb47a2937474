#include "app/queries/released_terms.h"
#include "ui/screens/result_parts.h"
#include "ui/widgets/columns.h"
#include "ui/widgets/link.h"
#include "ui/widgets/list.h"
#include "ui/widgets/section.h"

namespace fullcircle {
namespace {

using namespace ui::metrics;

constexpr float kPartRow = 46, kValue = 72, kWeight = 72, kShare = 72;

/// Part, value, weight, share; on phones weight and share are left to the dialog.
ui::Columns part_columns(const ui::Ui& ui, const Rect& row) {
  if (ui.phone()) return ui::Columns(row, {-1, kValue, 1, kShare}, 8);
  return ui::Columns(row, {-1, kValue, kWeight, kShare}, 12);
}

void draw_part_head(const ResultDrawing& drawing, Rect& area) {
  auto& ui = drawing.screen.ui;
  const auto columns = part_columns(ui, area.cut_top(28));
  const auto head = [&](std::size_t i, std::string_view key, ui::Align align) { ui.text(columns[i], ui::type::head, ui.c.ink3, drawing.screen.tr(key), align); };
  head(0, "terms.column_part", ui::Align::left);
  head(1, "terms.column_value", ui::Align::right);
  if (!ui.phone()) head(2, "terms.column_weight", ui::Align::right);
  head(3, "terms.column_share", ui::Align::right);
}

void draw_part(const ResultDrawing& drawing, const Rect& place, const ResultPart& part) {
  auto& ui = drawing.screen.ui;
  const auto& screen = drawing.screen;
  ui.hairline(place.x, place.y, place.width);
  number_button(drawing, place.inset(-8, 3), {ShownNumber::part, part.key, {}});
  const auto columns = part_columns(ui, place);
  const auto colour = part.left_out ? ui.c.ink3 : ui.c.ink;
  Rect name = columns[0];
  if (part.left_out) {
    name = name.with_width(name.width + kValue / 2);  // no figure stands there
    const float width = ui.text_width(ui::type::row, drawing.words.part(part.key)) + 10;
    ui.text(name.cut_left(std::min(width, name.width)), ui::type::row, colour, drawing.words.part(part.key));
    ui.text(name, ui::type::caption, ui.c.ink3,
            screen.tr("terms.left_out", {{"reason", screen.tr("left_out." + std::string(rating::code_of(*part.left_out)))}}));
  } else {
    ui.text(name, ui::type::row, colour, drawing.words.part(part.key));
  }
  const auto figures = ui::type::body.figures();
  const std::string value = part.value ? screen.formats.short_number(*part.value, 4) : std::string(screen.tr("common.empty_cell"));
  ui.text(columns[1], figures, colour, value, ui::Align::right);
  if (!ui.phone()) ui.text(columns[2], figures, ui.c.ink2, screen.formats.short_number(part.weight), ui::Align::right);
  if (!part.left_out) ui.text(columns[3], figures, ui.c.ink2, screen.formats.percent(part.share, 1), ui::Align::right);
}

void draw_total(const ResultDrawing& drawing, const Rect& place) {
  auto& ui = drawing.screen.ui;
  const ResultPage& page = drawing.page();
  ui.hairline(place.x, place.y, place.width);
  number_button(drawing, place.inset(-8, 3), {ShownNumber::overall, {}, {}});
  const auto columns = part_columns(ui, place);
  const std::string name(drawing.screen.tr("terms.overall"));
  ui.text(columns[0], ui::type::group, ui.c.ink, page.label.empty() ? name : name + " · " + page.label);
  ui.text(columns[1], ui::type::group.figures(), ui.c.ink, drawing.words.overall(), ui::Align::right);
}

void draw_calibration(const ResultDrawing& drawing, const Rect& place) {
  auto& ui = drawing.screen.ui;
  const Review& review = *drawing.page().review;
  ui.hairline(place.x, place.y, place.width);
  number_button(drawing, place.inset(-8, 3), {ShownNumber::calibration, {}, {}});
  const auto columns = part_columns(ui, place);
  std::string name(drawing.screen.tr("terms.calibration"));
  if (!review.calibration_reason.empty()) name += " · " + review.calibration_reason;
  ui.text(columns[0], ui::type::row, ui.c.ink, name);
  ui.text(columns[1], ui::type::body.figures(), ui.c.ink, drawing.words.number_value({ShownNumber::calibration, {}, {}}), ui::Align::right);
}

}  // namespace

void draw_result_overall(const ResultDrawing& drawing, Rect& area) {
  auto& ui = drawing.screen.ui;
  ui::section_head(ui, area.cut_top(ui::kSectionHead), drawing.screen.tr("result.how_computed"), {.line = false});
  draw_part_head(drawing, area);
  for (const ResultPart& part : drawing.page().parts) draw_part(drawing, area.cut_top(kPartRow), part);
  if (explain_number(drawing.page(), {ShownNumber::calibration, {}, {}})) draw_calibration(drawing, area.cut_top(kPartRow));
  draw_total(drawing, area.cut_top(kPartRow));
  ui.hairline(area.x, area.y, area.width);
  area.skip(10);
  if (const auto rounding = drawing.words.rounding({}); !rounding.empty()) area.skip(ui.paragraph(area, ui::type::body, ui.c.ink2, rounding) + 4);
  if (!drawing.is_computed()) area.skip(ui.paragraph(area, ui::type::body, ui.c.ink2, drawing.screen.tr("terms.released_how")) + 4);
  if (ui::link(ui, area.cut_top(28), drawing.screen.tr("result.open_all_terms"), {.icon = Icon::list_tree})) drawing.open({});
}

}  // namespace fullcircle

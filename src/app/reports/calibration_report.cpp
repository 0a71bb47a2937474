#include "app/reports/calibration_report.h"

#include "app/reports/figure_charts.h"
#include "app/reports/report_page.h"

namespace fullcircle {
namespace {

std::vector<std::string> head_lines(const CalibrationView& shown, const ReviewCycle& cycle, const Language& language, const Formats& formats) {
  const std::string people = language.tr("people.count", {{"count", static_cast<int>(shown.people.size())}});
  std::vector<std::string> lines{language.tr("calibration.count", {{"people", people}, {"moved", static_cast<int>(shown.moves.size())}})};
  if (cycle.calibration_closed_at) lines.push_back(language.tr("calibration.is_closed", {{"date", formats.short_date(formats.day_of(*cycle.calibration_closed_at))}}));
  return lines;
}

/// Words of labels stand beside the numbers under the columns.
TextTable numbered(TextTable table) {
  for (std::size_t i = 1; i < table.size(); ++i)
    if (const std::string number = std::to_string(i); table[i][0] != number) table[i][0] = number + " · " + table[i][0];
  return table;
}

void write_chart(ReportPage& page, const HistogramFigure& figure) {
  page.raw(histogram_svg(figure));
  page.table(numbered(figure.table));
}

void write_key(ReportPage& page, std::string_view tick) {
  page.raw("<p class=\"quiet\"><svg class=\"key\" viewBox=\"0 0 12 7\" aria-hidden=\"true\"><rect width=\"11\" height=\"7\" rx=\"2\" fill=\"#2b56d3\"/></svg>");
  page.text(page.tr("calibration.legend_now")).raw(" &nbsp; <svg class=\"key\" viewBox=\"0 0 12 7\" aria-hidden=\"true\"><path d=\"M0 4h12\" stroke=\"#1d1c1a\" stroke-width=\"2\"/></svg>");
  page.text(tick).raw("</p>\n");
}

void write_units(ReportPage& page, const CalibrationWords& words, const CalibrationView& shown, std::span<const std::string> names) {
  page.open_section(page.tr("calibration.by_unit"));
  if (shown.units.empty()) page.paragraph(page.tr("calibration.no_ratings"));
  else write_key(page, page.tr("calibration.legend_before"));
  page.raw("<div class=\"pairs\">");
  std::size_t index = 0;
  for (const HistogramFigure& figure : words.unit_figures(shown, names)) {
    page.raw("<div>").element("h3", names[index++]);
    write_chart(page, figure);
    page.raw("</div>");
  }
  page.raw("</div>");
  page.close_section();
}

void write_guide(ReportPage& page, const CalibrationWords& words, const CalibrationView& shown) {
  const HistogramFigure guide = words.guide_figure(shown);
  if (guide.columns.empty()) return;
  page.open_section(page.tr("calibration.guide"));
  page.paragraph(guide.caption);
  write_key(page, page.tr("plan.guide"));
  page.raw("<div class=\"pairs\"><div>").raw(histogram_svg(guide)).raw("</div><div>");
  page.table(numbered(guide.table));
  page.raw("</div></div>");
  page.close_section();
}

void write_unplaced(ReportPage& page, const CalibrationWords& words, const CalibrationView& shown, std::span<const std::string> names) {
  std::vector<ValueLine> lines;
  for (std::size_t i = 0; i < shown.people.size(); ++i)
    if (!shown.people[i].is_placed()) lines.push_back({names[i], std::string(words.missing(shown.people[i])), false});
  page.raw("<section>");
  page.lines(page.tr("calibration.unplaced"), lines);
  page.close_section();
}

}  // namespace

std::string calibration_report_html(const CalibrationView& shown, const ReviewCycle& cycle, const CalibrationNames& names, const Language& language, const Formats& formats,
                                    std::size_t most_in_boxes) {
  const CalibrationWords words(language, formats, cycle);
  const std::string mean = std::string(language.tr("calibration.mean")) + ": ";
  ReportPage page(language, formats, std::string(language.tr("calibration.title")) + " · " + cycle.name, head_lines(shown, cycle, language, formats));
  if (shown.without_figures > 0) page.paragraph(page.tr("calibration.without_figures_how"));
  page.raw("<dl class=\"figures\">");
  page.figure(mean + std::string(page.tr("calibration.column_before")), words.score(shown.mean_before));
  page.figure(mean + std::string(page.tr("calibration.column_now")), words.score(shown.mean_now));
  page.raw("</dl>\n");

  const NineBoxFigure boxes = words.nine_box(shown, names.people);
  page.open_section(page.tr("calibration.nine_box"));
  page.paragraph(boxes.caption);
  if (shown.people.size() <= most_in_boxes) page.raw(nine_box_svg(boxes));
  else page.paragraph(page.tr("calibration.too_many"), true);
  page.table(boxes.table);
  page.close_section();

  write_units(page, words, shown, names.units);
  write_guide(page, words, shown);
  page.open_section(page.tr("calibration.moves"));
  if (shown.moves.empty()) page.paragraph(page.tr("calibration.no_moves_closed"));
  page.table(words.moves_table(shown, names.people));
  page.close_section();
  write_unplaced(page, words, shown, names.people);

  page.open_section(page.tr("calibration.figures"));
  page.lines(page.tr("calibration.mean"), words.mean_lines(shown));
  page.paragraph(page.tr("calibration.mean_how"), true);
  if (const auto guide = words.guide_lines(shown); !guide.empty()) {
    page.lines(page.tr("calibration.guide"), guide);
    page.paragraph(page.tr("calibration.guide_how"), true);
  }
  page.lines(page.tr("calibration.nine_box"), words.edge_lines());
  page.paragraph(words.edges_how(), true);
  page.close_section();
  return page.end();
}

}  // namespace fullcircle

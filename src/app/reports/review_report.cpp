#include "app/reports/review_report.h"

#include <algorithm>

#include "app/reports/html_writer.h"
#include "app/reports/report_charts.h"
#include "exchange/csv.h"

namespace fullcircle {
namespace {

/// Printed inside the page, where the document has a host in place of its body, and no style attribute is allowed.
constexpr std::string_view kStyle =
    "body,:host{font:14px/1.45 Inter,system-ui,sans-serif;color:#1d1c1a;max-width:46rem;margin:2rem auto;padding:0 1rem}"
    "h1{font-size:22px;margin:0}h2{font-size:16px;margin:2rem 0 .5rem}p{margin:.25rem 0}.quiet{color:#55534e}"
    "table{border-collapse:collapse;width:100%}th,td{text-align:left;font-weight:400;padding:.3rem .6rem .3rem 0;"
    "border-top:1px solid #e8e6e1;vertical-align:top}thead th{color:#55534e;font-size:12px;border-top:0}"
    "td{font-variant-numeric:tabular-nums}svg{display:block;width:100%;max-width:30rem;font-size:12px}"
    "svg.bars{max-width:15rem;margin-top:.2rem}blockquote{margin:.6rem 0 0}.left-out{color:#696660}.words{white-space:pre-wrap}"
    ".level-1{padding-left:1em}.level-2{padding-left:2em}.level-3{padding-left:3em}.level-4{padding-left:4em}.level-5{padding-left:5em}"
    "@media print{body,:host{margin:0;max-width:none}h2{break-after:avoid}tr,blockquote,svg{break-inside:avoid}}";

constexpr int kDeepestLevel = 5;

/// The writing of one document; the members are its sections in order.
class ReviewReport {
 public:
  ReviewReport(const ResultPage& page, const Language& language, const Formats& formats)
      : page_(page), language_(language), formats_(formats), words_(language, formats, page) {}

  std::string write(const std::string& role) {
    const std::string name = page_.person ? page_.person->name : std::string(tr("common.person_removed"));
    const std::string title = language_.tr("print.review_title", {{"name", name}, {"cycle", page_.cycle ? page_.cycle->name : std::string()}});
    html_.raw("<!doctype html>\n<html lang=\"").text(language_.code()).raw("\"><head><meta charset=\"utf-8\">");
    html_.element("title", title).raw("<style>").raw(kStyle).raw("</style></head><body>\n");
    html_.raw("<header>").element("h1", title).element("p", words_.summary_line(role), " class=\"quiet\"");
    html_.element("p", language_.tr("print.printed", {{"date", formats_.long_date(formats_.today())}}), " class=\"quiet\"").raw("</header>\n<main>\n");
    write_figures();
    write_criteria();
    write_gaps("result.blind_spots", "result.blind_spots_empty", rating::GapKind::BlindSpot);
    write_gaps("result.hidden_strengths", "result.hidden_strengths_empty", rating::GapKind::HiddenStrength);
    write_comments();
    write_overall();
    write_summary();
    return html_.raw("</main></body></html>\n").take();
  }

 private:
  std::string_view tr(std::string_view key) const { return language_.tr(key); }

  void write_figures() {
    html_.raw("<section>").element("h2", tr("result.self_and_others"));
    html_.raw("<table><tbody>\n");
    html_.row({tr("result.overall"), page_.label.empty() ? words_.overall() : words_.overall() + " · " + page_.label});
    html_.row({tr("result.others_weighted"), words_.rating(page_.others)});
    html_.row({tr("result.self"), words_.rating(page_.self)});
    if (!page_.is_released_copy()) html_.row({tr("result.agreement_raters"), words_.agreement(page_.agreement)});
    html_.raw("</tbody></table>\n");
    const std::string name = page_.person ? page_.person->name : std::string();
    html_.raw(radar_svg(page_, language_.tr("result.chart_label", {{"name", name}}))).raw("</section>\n");
  }

  void write_criteria() {
    html_.raw("<section>").element("h2", tr("result.by_group")).raw("<table><thead><tr>");
    html_.raw("<th></th>").element("th", tr("result.self"), " scope=\"col\"");
    for (const ResultColumn& column : page_.columns)
      html_.element("th", words_.column(column.key) + " (" + formats_.integer(column.n) + ")", " scope=\"col\"");
    for (const std::string_view key : {"result.others", "result.gap", "result.agreement"}) html_.element("th", tr(key), " scope=\"col\"");
    html_.raw("</tr></thead><tbody>\n");
    for (const ResultRow& row : page_.rows) {
      html_.raw("<tr><th scope=\"row\">").text(row.name).raw(bars_svg(page_, row, words_)).raw("</th>");
      html_.element("td", words_.rating(row.self));
      for (const rating::Figure& figure : row.columns) html_.element("td", words_.rating(figure));
      html_.element("td", words_.rating(row.others)).element("td", words_.gap(row.gap)).element("td", words_.agreement(row.agreement)).raw("</tr>\n");
    }
    html_.raw("</tbody></table>\n");
    for (const std::string& note : words_.privacy_notes()) write_marked(note);
    html_.raw("</section>\n");
  }

  /// A sentence whose strong parts stand between double stars.
  void write_marked(const std::string& marked) {
    html_.raw("<p class=\"quiet\">");
    bool is_strong = false;
    std::size_t from = 0;
    while (true) {
      const auto at = std::min(marked.find("**", from), marked.size());
      html_.text(std::string_view(marked).substr(from, at - from));
      if (at == marked.size()) break;
      html_.raw(is_strong ? "</strong>" : "<strong>");
      is_strong = !is_strong;
      from = at + 2;
    }
    html_.raw(is_strong ? "</strong></p>\n" : "</p>\n");
  }

  void write_gaps(std::string_view title, std::string_view none, rating::GapKind kind) {
    html_.raw("<section>").element("h2", tr(title));
    const auto rows = rows_with_gap(page_, kind);
    if (rows.empty()) html_.element("p", tr(none));
    html_.raw("<ul>");
    for (const ResultRow* row : rows)
      html_.element("li", row->name + ": " + language_.tr("result.self_figure", {{"value", words_.rating(row->self)}}) + " · " +
                              language_.tr("result.others_figure", {{"value", words_.rating(row->others)}}));
    html_.raw("</ul></section>\n");
  }

  void write_comments() {
    html_.raw("<section>").element("h2", tr("result.comments"));
    if (page_.comments.empty()) html_.element("p", tr("result.comments_empty"));
    for (const ResultComment& comment : page_.comments) {
      html_.raw("<blockquote>").element("p", comment.text);
      std::string source = words_.comment_source(comment);
      if (comment.tone != CommentTone::neutral) source += " · " + std::string(language_.name_of(comment.tone));
      html_.element("p", source, " class=\"quiet\"").raw("</blockquote>\n");
    }
    if (page_.hidden_comments > 0)
      html_.element("p", language_.tr("result.comments_hidden", {{"count", page_.hidden_comments}, {"minimum", page_.rules.anonymity_minimum}}), " class=\"quiet\"");
    html_.raw("</section>\n");
  }

  void write_overall() {
    html_.raw("<section>").element("h2", tr("result.how_computed")).raw("<table>");
    html_.head_row({tr("terms.column_part"), tr("terms.column_value"), tr("terms.column_weight"), tr("terms.column_share"), {}});
    html_.raw("<tbody>\n");
    if (page_.computed) {
      for (const TermLine& line : words_.term_lines(page_.computed->result.overall)) write_term(line);
    } else {
      for (const ResultPart& part : page_.parts) html_.row({words_.part(part.key), words_.rating(part.value), formats_.short_number(part.weight), {}, {}});
    }
    html_.raw("</tbody></table>\n");
    if (const auto rounding = words_.rounding({}); !rounding.empty()) html_.element("p", rounding);
    html_.raw("</section>\n");
  }

  void write_term(const TermLine& line) {
    html_.raw(line.is_left_out ? "<tr class=\"left-out\">" : "<tr>");
    html_.element("th", line.name, " scope=\"row\" class=\"level-" + std::to_string(std::min(line.level, kDeepestLevel)) + "\"");
    html_.element("td", line.value).element("td", line.weight).element("td", line.share);
    html_.element("td", line.answers.empty() ? line.note : line.answers + ", " + line.note).raw("</tr>\n");
  }

  void write_summary() {
    if (!page_.review || page_.review->summary.empty()) return;
    html_.raw("<section>").element("h2", tr("result.summary")).element("p", page_.review->summary, " class=\"words\"").raw("</section>\n");
  }

  const ResultPage& page_;
  const Language& language_;
  const Formats& formats_;
  ResultWords words_;
  HtmlWriter html_;
};

using CsvRow = std::vector<std::string>;

std::string exact(const rating::Figure& figure, const Formats& formats) { return figure ? formats.short_number(*figure, 4) : std::string(); }

void add_criteria(const ResultPage& page, const Language& language, const Formats& formats, const ResultWords& words, std::vector<CsvRow>& rows) {
  CsvRow head{std::string(language.tr("terms.column_part")), std::string(language.tr("result.self"))};
  for (const ResultColumn& column : page.columns) head.push_back(words.column(column.key));
  for (const std::string_view key : {"result.others", "result.gap", "result.agreement"}) head.emplace_back(language.tr(key));
  rows.push_back(std::move(head));
  for (const ResultRow& row : page.rows) {
    CsvRow cells{row.name, exact(row.self, formats)};
    for (const rating::Figure& figure : row.columns) cells.push_back(exact(figure, formats));
    cells.push_back(exact(row.others, formats));
    cells.push_back(exact(row.gap.value, formats));
    cells.push_back(row.agreement ? words.agreement(row.agreement) : std::string());
    rows.push_back(std::move(cells));
  }
}

}  // namespace

std::string review_report_html(const ResultPage& page, const Language& language, const Formats& formats, const std::string& role) {
  return ReviewReport(page, language, formats).write(role);
}

std::string review_report_csv(const ResultPage& page, const Language& language, const Formats& formats) {
  const ResultWords words(language, formats, page);
  std::vector<CsvRow> rows;
  add_criteria(page, language, formats, words, rows);
  rows.push_back({});
  rows.push_back({std::string(language.tr("terms.column_part")), std::string(language.tr("terms.column_value")), std::string(language.tr("terms.column_weight")),
                  std::string(language.tr("terms.column_share"))});
  if (page.computed) {
    for (const TermLine& line : words.term_lines(page.computed->result.overall)) rows.push_back({line.name, line.value, line.weight, line.share, line.note});
  } else {
    for (const ResultPart& part : page.parts) rows.push_back({words.part(part.key), exact(part.value, formats), formats.short_number(part.weight), {}});
  }
  rows.push_back({std::string(language.tr("result.overall")), words.overall(), page.label});
  return encode_csv(rows);
}

}  // namespace fullcircle

#include "app/reports/review_report.h"

#include <algorithm>

#include "app/queries/released_terms.h"
#include "app/queries/signature_check.h"
#include "app/reports/report_charts.h"
#include "app/reports/report_page.h"
#include "exchange/csv.h"

namespace fullcircle {
namespace {

/// A single leaf under its parent says the same value again: paper goes without it, the table of figures and the screen have it.
bool repeats_parent(const std::vector<TermLine>& lines, std::size_t at) {
  constexpr int kLeastLevel = 4;  // above stand the goals and groups themselves
  const TermLine& line = lines[at];
  if (at == 0 || line.level < kLeastLevel || line.has_children) return false;
  const bool is_last = at + 1 == lines.size() || lines[at + 1].level < line.level;
  return is_last && lines[at - 1].level < line.level;
}

/// The writing of one document; the members are its sections in order.
class ReviewReport {
 public:
  ReviewReport(const ResultPage& page, const Language& language, const Formats& formats, const std::string& role)
      : page_(page), language_(language), formats_(formats), words_(language, formats, page), name_(page.person ? page.person->name : std::string(tr("common.person_removed"))),
        html_(language, formats, language.tr("print.review_title", {{"name", name_}, {"cycle", page.cycle ? page.cycle->name : std::string()}}),
              std::vector{words_.summary_line(role)}) {}

  std::string write() {
    write_figures();
    write_views();
    write_criteria();
    write_comments();
    write_overall();
    write_summary();
    write_signatures();
    return html_.end();
  }

 private:
  std::string_view tr(std::string_view key) const { return language_.tr(key); }

  void write_figures() {
    html_.raw("<dl class=\"figures\">");
    const std::string overall(tr("result.overall"));
    html_.figure(page_.label.empty() ? overall : overall + " · " + page_.label, words_.overall());
    html_.figure(tr("result.others_weighted"), words_.rating(page_.others));
    html_.figure(tr("result.self_lower"), words_.rating(page_.self), " class=\"self\"");
    if (!page_.is_released_copy()) html_.figure(tr("result.agreement_raters"), words_.agreement(page_.agreement));
    html_.raw("</dl>\n");
  }

  /// Self and others beside where they differ.
  void write_views() {
    const std::string radar = radar_svg(page_, words_, language_.tr("result.chart_label", {{"name", name_}}));
    if (!radar.empty()) {
      html_.raw("<section class=\"views\"><div>").element("h2", tr("result.self_and_others")).raw(radar);
      html_.raw("<p class=\"quiet\">").raw(key_svg(page_, "self")).text(tr("result.self")).raw(" &nbsp; ");
      html_.raw(key_svg(page_, "peer")).text(tr("result.others")).raw("</p></div>\n<div>");
    }
    write_gaps("result.blind_spots", "result.blind_spots_how", "result.blind_spots_empty", rating::GapKind::BlindSpot);
    write_gaps("result.hidden_strengths", "result.hidden_strengths_how", "result.hidden_strengths_empty", rating::GapKind::HiddenStrength);
    if (!radar.empty()) html_.raw("</div></section>\n");
  }

  void write_criteria() {
    html_.raw("<section>").element("h2", tr("result.by_group")).raw("<table><thead><tr>");
    html_.raw("<td></td><th scope=\"col\" class=\"number\">").raw(key_svg(page_, "self")).text(tr("result.self")).raw("</th>");
    for (const ResultColumn& column : page_.columns)
      html_.raw("<th scope=\"col\" class=\"number\">").raw(key_svg(page_, column.key)).text(words_.column(column.key) + " " + formats_.integer(column.n)).raw("</th>");
    html_.element("th", tr("result.others"), " scope=\"col\" class=\"number\"").element("th", tr("result.gap"), " scope=\"col\" class=\"number\"");
    html_.element("th", tr("result.agreement"), " scope=\"col\"").raw("</tr></thead><tbody>\n");
    for (const ResultRow& row : page_.rows) {
      html_.raw("<tr><th scope=\"row\">").text(row.name).raw(bars_svg(page_, row, words_)).raw("</th>");
      write_number(words_.rating(row.self));
      for (const rating::Figure& figure : row.columns) write_number(words_.rating(figure));
      write_number(words_.rating(row.others));
      write_number(words_.gap(row.gap));
      html_.element("td", words_.agreement(row.agreement)).raw("</tr>\n");
    }
    html_.raw("</tbody></table>\n");
    for (const std::string& note : words_.privacy_notes()) write_marked(note);
    html_.raw("</section>\n");
  }

  void write_number(const std::string& figure) { html_.element("td", figure, " class=\"number\""); }

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

  void write_gaps(std::string_view title, std::string_view how, std::string_view none, rating::GapKind kind) {
    html_.raw("<section>").element("h2", tr(title)).element("p", tr(how), " class=\"quiet\"");
    const auto rows = rows_with_gap(page_, kind);
    if (rows.empty()) html_.element("p", tr(none));
    html_.raw("<ul>");
    for (const ResultRow* row : rows) {
      html_.raw("<li>").text(row->name).raw(": ").element("strong", language_.tr("result.self_figure", {{"value", words_.rating(row->self)}}), " class=\"self\"");
      html_.raw(" · ").element("strong", language_.tr("result.others_figure", {{"value", words_.rating(row->others)}}), " class=\"others\"").raw("</li>");
    }
    html_.raw("</ul></section>\n");
  }

  void write_comments() {
    html_.raw("<section>").element("h2", tr("result.comments"));
    if (page_.comments.empty()) html_.element("p", tr("result.comments_empty"));
    for (const CommentTone tone : {CommentTone::keep, CommentTone::try_out, CommentTone::neutral}) write_comments_of(tone);
    if (page_.hidden_comments > 0)
      html_.element("p", language_.tr("result.comments_hidden", {{"count", page_.hidden_comments}, {"minimum", page_.rules.anonymity_minimum}}), " class=\"quiet\"");
    html_.raw("</section>\n");
  }

  void write_comments_of(CommentTone tone) {
    bool is_first = true;
    for (const ResultComment& comment : page_.comments) {
      if (comment.tone != tone) continue;
      if (is_first) html_.element("h3", language_.name_of(tone)).raw("<div class=\"columns\">");
      is_first = false;
      html_.raw("<blockquote>").element("p", language_.tr("result.comment_quote", {{"text", comment.text}}));
      html_.element("p", words_.comment_source(comment), " class=\"quiet\"").raw("</blockquote>\n");
    }
    if (!is_first) html_.raw("</div>\n");
  }

  void write_overall() {
    html_.raw("<section>").element("h2", tr("result.how_computed")).raw("<table class=\"terms\"><thead><tr>");
    html_.element("th", tr("terms.column_part"), " scope=\"col\"");
    for (const std::string_view key : {"terms.column_value", "terms.column_weight", "terms.column_share"}) html_.element("th", tr(key), " scope=\"col\" class=\"number\"");
    html_.raw("<td></td></tr></thead><tbody>\n");
    if (const auto overall = explain_number(page_, {})) {
      const auto lines = words_.term_lines(*overall);
      for (std::size_t i = 0; i < lines.size(); ++i)
        if (!repeats_parent(lines, i)) write_term(lines[i]);
    } else {
      for (const ResultPart& part : page_.parts) {
        html_.raw("<tr>").element("th", words_.part(part.key), " scope=\"row\"");
        write_number(words_.rating(part.value));
        write_number(formats_.short_number(part.weight));
        html_.raw("<td></td><td></td></tr>\n");
      }
    }
    html_.raw("</tbody></table>\n");
    if (const auto rounding = words_.rounding({}); !rounding.empty()) html_.element("p", rounding);
    if (page_.is_released_copy()) html_.element("p", tr("terms.released_how"));
    html_.raw("</section>\n");
  }

  void write_term(const TermLine& line) {
    constexpr int kDeepest = 5;  ///< of the indents in the style
    html_.raw(line.is_left_out ? "<tr class=\"left-out\">" : "<tr>");
    html_.element("th", line.name, " scope=\"row\" class=\"level-" + std::to_string(std::min(line.level, kDeepest)) + "\"");
    write_number(line.value);
    write_number(line.weight);
    write_number(line.share);
    html_.element("td", line.answers.empty() || line.note.empty() ? line.answers + line.note : line.answers + ", " + line.note).raw("</tr>\n");
  }

  void write_summary() {
    if (!page_.review || page_.review->summary.empty()) return;
    html_.raw("<section>").element("h2", tr("result.summary")).element("p", page_.review->summary, " class=\"words\"").raw("</section>\n");
  }

  /// Who has signed, or a line to sign on.
  void write_signatures() {
    if (!page_.review) return;
    html_.raw("<section>").element("h2", tr("conversation.sign_off")).raw("<div class=\"signatures\">");
    write_signature(page_.manager, page_.review->manager_sign_off);
    write_signature(page_.person, page_.review->person_sign_off);
    html_.raw("</div></section>\n");
  }

  void write_signature(const Person* signer, const std::optional<SignOff>& signature) {
    if (!signer) return;
    html_.raw("<div>");
    if (!signature) {
      html_.raw("<div class=\"line\"></div>").element("p", signer->name + ", " + std::string(tr("print.signature")), " class=\"quiet\"").raw("</div>");
      return;
    }
    html_.element("h3", signer->name);
    const std::string when = language_.tr("conversation.signed_on", {{"when", formats_.long_date(formats_.day_of(signature->signed_at))}});
    html_.element("p", language_.tr("conversation.signed_verdict", {{"when", when}, {"verdict", language_.name_of(signature->verdict)}}));
    html_.element("p", signature->key.empty() ? std::string(tr("signature.acknowledged")) : language_.tr("signature.by_key", {{"key", key_fingerprint(signature->key)}}), " class=\"quiet\"");
    if (!signature->words.empty()) html_.element("p", signature->words, " class=\"words\"");
    html_.raw("</div>");
  }

  const ResultPage& page_;
  const Language& language_;
  const Formats& formats_;
  ResultWords words_;
  std::string name_;
  ReportPage html_;
};

using CsvRow = std::vector<std::string>;

/// With the keyboard's minus, which spreadsheets take for a number.
std::string exact(const rating::Figure& figure, const Formats& formats) {
  if (!figure) return {};
  std::string text = formats.short_number(*figure, 4);
  constexpr std::string_view kMinus = "\u2212";
  if (text.starts_with(kMinus)) text.replace(0, kMinus.size(), "-");
  return text;
}

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
  return ReviewReport(page, language, formats, role).write();
}

std::string review_report_csv(const ResultPage& page, const Language& language, const Formats& formats) {
  const ResultWords words(language, formats, page);
  std::vector<CsvRow> rows;
  add_criteria(page, language, formats, words, rows);
  rows.push_back({});
  rows.push_back({std::string(language.tr("terms.column_part")), std::string(language.tr("terms.column_value")), std::string(language.tr("terms.column_weight")),
                  std::string(language.tr("terms.column_share"))});
  if (const auto overall = explain_number(page, {})) {
    for (const TermLine& line : words.term_lines(*overall)) rows.push_back({line.name, line.value, line.weight, line.share, line.note});
  } else {
    for (const ResultPart& part : page.parts) rows.push_back({words.part(part.key), exact(part.value, formats), formats.short_number(part.weight), {}});
  }
  rows.push_back({std::string(language.tr("result.overall")), words.overall(), page.label});
  return encode_csv(rows);
}

}  // namespace fullcircle

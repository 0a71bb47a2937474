#include "app/reports/review_report.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "app/reports/report_charts.h"
#include "app/support/report_text.h"
#include "app/support/sample_team.h"
#include "app/support/shipped_languages.h"
#include "exchange/csv.h"

using namespace fullcircle;
using namespace fullcircle::test;

namespace {

const Document& document() {
  static const Document built = sample_team();
  return built;
}

ModelView lead_view() { return lead_view_of(document()); }

ResultPage mara(const ModelView& view) {
  for (const Review* review : view.reviews_in(view.current_cycle()->id))
    if (view.name_of(review->person) == "Mara") return compute_result_page(view, *review);
  FAIL("Mara has no review");
  return {};
}

}  // namespace

TEST_CASE("text for a document is escaped in content and attributes") {
  CHECK(escape_html("a < b & \"c\" > 'd'") == "a &lt; b &amp; &quot;c&quot; &gt; &#39;d&#39;");
  CHECK(escape_html("größer – 你好") == "größer – 你好");
}

TEST_CASE("what people wrote cannot become markup in the report") {
  const auto view = lead_view();
  ResultPage page = mara(view);
  Person person = *page.person;
  person.name = "<script>alert(1)</script>";
  Review review = *page.review;
  review.summary = "</main><img src=x onerror=alert(2)>";
  page.person = &person;
  page.review = &review;
  page.rows[0].name = "\"><b onclick='x'>";
  REQUIRE_FALSE(page.comments.empty());
  page.comments[0].text = "<iframe>";
  const auto language = test::load_language("en");
  const std::string html = review_report_html(page, *language, Formats(*language, kToday), "<i>lead</i>");
  for (const std::string_view markup : {"<script>", "<img", "<b onclick", "<iframe>", "<i>lead"}) CHECK_FALSE(contains(html, markup));
  CHECK(contains(html, "&lt;script&gt;alert(1)&lt;/script&gt;"));
  CHECK(contains(html, "&lt;iframe&gt;"));
  CHECK(count_of(html, "</main>") == 1);
}

TEST_CASE("the report shows the figures of the page, in the marks of its language") {
  const auto view = lead_view();
  const ResultPage page = mara(view);
  for (const std::string code : {"en", "de"}) {
    const auto language = test::load_language(code);
    const Formats formats(*language, kToday);
    const ResultWords words(*language, formats, page);
    const std::string html = review_report_html(page, *language, formats, "Support lead");
    CHECK(contains(html, "<html lang=\"" + code + "\">"));
    CHECK(contains(html, words.overall()));
    CHECK(contains(html, "<dd class=\"self\">" + words.rating(page.self) + "</dd>"));
    for (const ResultRow& row : page.rows) {
      CHECK(contains(html, escape_html(row.name)));
      CHECK(contains(html, "<td class=\"number\">" + words.rating(row.others) + "</td><td class=\"number\">" + words.gap(row.gap) + "</td>"));
    }
    for (const TermLine& line : words.term_lines(page.computed->result.overall))
      if (line.level < 4) CHECK(contains(html, escape_html(line.name)));
    CHECK(count_of(html, "<svg class=\"bars\"") == page.rows.size());
    CHECK_FALSE(contains(html, " style="));  // the app's own page allows no style attributes
    CHECK(count_of(html, "<blockquote>") == page.comments.size());
  }
}

TEST_CASE("the report has a line for each signature that is missing, and the day of one that is there") {
  const auto view = lead_view();
  ResultPage page = mara(view);
  const auto language = test::load_language("en");
  const Formats formats(*language, kToday);
  CHECK(count_of(review_report_html(page, *language, formats, {}), "<div class=\"line\">") == 2);
  Review review = *page.review;
  review.manager_sign_off = SignOff{.person = review.manager, .signed_at = {kToday.number * 86'400'000LL}};
  page.review = &review;
  const std::string html = review_report_html(page, *language, formats, {});
  CHECK(count_of(html, "<div class=\"line\">") == 1);
  CHECK(contains(html, "19 November 2026"));
}

TEST_CASE("a pool is named by its groups, in the middle of a sentence in lower case") {
  const auto view = lead_view();
  const ResultPage page = mara(view);
  const auto english = test::load_language("en");
  const auto german = test::load_language("de");
  CHECK(ResultWords(*english, Formats(*english, kToday), page).column("customer+report") == "Customers and reports");
  CHECK(ResultWords(*german, Formats(*german, kToday), page).column("other_team+report") == "Andere Teams und direktes Team");
}

TEST_CASE("the table holds a row for every criterion and every term, readable back") {
  const auto view = lead_view();
  const ResultPage page = mara(view);
  const auto language = test::load_language("en");
  const Formats formats(*language, kToday);
  const auto table = parse_csv(review_report_csv(page, *language, formats), {.header = CsvOptions::Header::yes});
  REQUIRE(table);
  CHECK(table->header.size() == page.columns.size() + 5);
  const std::size_t terms = ResultWords(*language, formats, page).term_lines(page.computed->result.overall).size();
  CHECK(table->rows.size() == page.rows.size() + 1 + terms + 1);
  CHECK(table->rows[0][0] == page.rows[0].name);
  CHECK(table->rows.back()[1] == page.overall);
  for (const auto& row : table->rows)
    for (const auto& cell : row) CHECK_FALSE(cell.starts_with("\u2212"));  // a spreadsheet would take it for text
}

TEST_CASE("a released copy is reported without terms that it does not hold") {
  const auto view = lead_view();
  ResultPage page = mara(view);
  page.computed.reset();
  const auto language = test::load_language("en");
  const std::string html = review_report_html(page, *language, Formats(*language, kToday), {});
  CHECK(contains(html, "How this is computed"));
  CHECK_FALSE(contains(html, "Rounded once"));
  CHECK_FALSE(contains(html, "answers in"));
}

TEST_CASE("the printed radar is the one on the screen: net, spokes, figures of the scale, dots, and a name for each axis") {
  const auto view = lead_view();
  const ResultPage page = mara(view);
  const auto language = test::load_language("en");
  const Formats formats(*language, kToday);
  const ResultWords words(*language, formats, page);
  const std::string svg = radar_svg(page, words, "Mara");
  const std::size_t axes = page.rows.size();
  CHECK(count_of(svg, "<polygon") == 5 + 2);  // rings, others, self
  CHECK(count_of(svg, "<polyline") == axes);
  CHECK(count_of(svg, "<circle") == 2 * axes);
  for (const std::string_view figure : {">1</text>", ">3</text>", ">5</text>"}) CHECK(contains(svg, figure));
  CHECK_FALSE(contains(svg, ">2</text>"));
  CHECK(contains(svg, "stroke-dasharray"));
}

TEST_CASE("the printed radar stays open where a value is missing, and has no dot there") {
  const auto view = lead_view();
  ResultPage page = mara(view);
  const std::size_t axes = page.rows.size();
  page.rows[1].self = {};
  const auto language = test::load_language("en");
  const std::string svg = radar_svg(page, ResultWords(*language, Formats(*language, kToday), page), "Mara");
  CHECK(count_of(svg, "<polygon") == 5 + 1);
  CHECK(count_of(svg, "<polyline") == axes + 1);
  CHECK(count_of(svg, "<circle") == 2 * axes - 1);
}

TEST_CASE("the report has a radar for as many axes as the screen draws") {
  const auto view = lead_view();
  ResultPage page = mara(view);
  const auto language = test::load_language("en");
  const Formats formats(*language, kToday);
  const ResultRow row = page.rows[0];
  page.rows.assign(2, row);
  CHECK(radar_svg(page, ResultWords(*language, formats, page), {}).empty());
  page.rows.assign(12, row);
  CHECK(contains(radar_svg(page, ResultWords(*language, formats, page), {}), "<svg"));
  page.rows.assign(13, row);
  CHECK(radar_svg(page, ResultWords(*language, formats, page), {}).empty());
}

TEST_CASE("long names of axes break into lines that stay within the picture") {
  const auto view = lead_view();
  ResultPage page = mara(view);
  for (ResultRow& row : page.rows) row.name = "Verantwortungsbewusstseinsentwicklung und Zusammenarbeit über Grenzen";
  const auto language = test::load_language("de");
  const std::string svg = radar_svg(page, ResultWords(*language, Formats(*language, kToday), page), {});
  CHECK(count_of(svg, "<text") > 2 * page.rows.size());
  for (auto at = svg.find("<text x="); at != std::string::npos; at = svg.find("<text x=", at + 1)) {
    const double x = std::stod(svg.substr(at + 9)), y = std::stod(svg.substr(svg.find("y=", at) + 3));
    const std::string anchor = svg.substr(svg.find("anchor=", at) + 8, 3);
    const auto from = svg.find('>', at) + 1, to = svg.find("</text>", at);
    const double width = 6.0 * static_cast<double>(to - from);
    CHECK(y > 8);
    CHECK(y < 330);
    CHECK(x - (anchor == "end" ? width : anchor == "mid" ? width / 2 : 0) >= -12);
    CHECK(x + (anchor == "sta" ? width : anchor == "mid" ? width / 2 : 0) <= 460 + 12);
  }
}

TEST_CASE("the bars have a table with every value of the rows, and a sentence that says what stands out") {
  const auto view = lead_view();
  ResultPage page = mara(view);
  const auto language = test::load_language("en");
  const Formats formats(*language, kToday);
  const ResultWords words(*language, formats, page);
  const auto table = words.bars_table();
  REQUIRE(table.size() == page.rows.size() + 1);
  for (const auto& line : table) CHECK(line.size() == page.columns.size() + 5);
  CHECK(table[1][0] == page.rows[0].name);
  CHECK(table[1][table[0].size() - 3] == words.rating(page.rows[0].others));
  const auto highest = std::ranges::max_element(page.rows, {}, [](const ResultRow& row) { return *row.others; });
  CHECK(contains(words.bars_summary(), "Highest: " + highest->name + " " + words.rating(highest->others)));
  page.computed.reset();
  CHECK(words.bars_table()[0].size() == page.columns.size() + 4);  // no agreement in a released copy
}

// G5: "this file contains" for tables and pages: columns, rows and headings as they are in the bytes, and whose names are not.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/commands/people_commands.h"
#include "app/files/file_contents.h"
#include "app/reports/plan_report.h"
#include "app/reports/review_report.h"
#include "app/support/sample_team.h"
#include "app/support/shipped_languages.h"
#include "exchange/csv.h"

using namespace fullcircle;
using namespace fullcircle::test;

namespace {

struct Reports {
  std::shared_ptr<Language> language = load_language("en");
  Document team = sample_team();
  ModelView view = lead_view_of(team);
  Formats formats{*language, kToday};
  RecordWords words{*language, formats, team};

  FileContents read(std::string_view bytes, std::string_view kind) const { return read_report_contents(bytes, kind, team, *language, words); }
  std::string people_csv(std::size_t most = 100) const {
    std::vector<Id<Person>> people;
    for (const Person& person : team.table<Person>().alive())
      if (!person.is_external && people.size() < most) people.push_back(person.id);
    return encode_people_csv(view, *language, people);
  }
  ResultPage mara() const {
    for (const Review* review : view.reviews_in(view.current_cycle()->id))
      if (view.name_of(review->person) == "Mara") return compute_result_page(view, *review);
    FAIL("Mara has no review");
    return {};
  }
};

const HeldRecords& part(const FileContents& contents, std::string_view key) {
  const auto found = std::ranges::find(contents.inside, key, &HeldRecords::key);
  REQUIRE_MESSAGE(found != contents.inside.end(), key);
  return *found;
}
std::size_t left_out(const FileContents& contents, std::string_view key) {
  const auto found = std::ranges::find(contents.left_out, key, &LeftOutRecords::key);
  return found == contents.left_out.end() ? 0 : found->count;
}

/// The table without its last column, or without its last row.
std::string cut(std::string_view bytes, bool is_column) {
  auto table = *parse_csv(bytes, {.header = CsvOptions::Header::no});
  if (is_column)
    for (auto& row : table.rows) row.pop_back();
  else
    table.rows.pop_back();
  return encode_csv(table.rows);
}

}  // namespace

TEST_CASE("G5: a table lists its columns and counts its rows, and follows when either changes") {
  const Reports reports;
  const std::string bytes = reports.people_csv();
  const auto table = parse_csv(bytes, {.header = CsvOptions::Header::yes});
  REQUIRE(table.has_value());
  const FileContents contents = reports.read(bytes, "people");
  CHECK(part(contents, "columns").names == table->header);
  CHECK(part(contents, "rows").count == table->rows.size());
  CHECK(contents.bytes == bytes.size());
  CHECK(part(reports.read(cut(bytes, true), "people"), "columns").count == table->header.size() - 1);
  CHECK(part(reports.read(cut(bytes, false), "people"), "rows").count == table->rows.size() - 1);
}

TEST_CASE("G5: a list of some people says who is not in it, which fields have no column, and that no note and no answer is") {
  const Reports reports;
  const FileContents all = reports.read(reports.people_csv(), "people"), some = reports.read(reports.people_csv(3), "people");
  CHECK(left_out(all, "people") == 0);
  CHECK(left_out(some, "people") > 5);
  CHECK(left_out(all, "responses") == reports.team.table<FeedbackResponse>().size());
  CHECK(left_out(all, "notes") > 0);
  const auto fields = std::ranges::find(all.left_out, "fields", &LeftOutRecords::key);
  REQUIRE(fields != all.left_out.end());
  CHECK(fields->title.contains("Note for leads"));
  CHECK_FALSE(fields->title.contains("E-mail"));
  CHECK(left_out(reports.read(cut(reports.people_csv(), true), "people"), "fields") == fields->count + 1);
}

TEST_CASE("G5: a result as a table or as a page says that nobody who answered is named, and stops saying so when somebody is") {
  const Reports reports;
  const ResultPage page = reports.mara();
  for (const std::string& bytes : {review_report_csv(page, *reports.language, reports.formats), review_report_html(page, *reports.language, reports.formats, "Engineer")}) {
    const FileContents contents = reports.read(bytes, "result");
    const std::size_t raters = left_out(contents, "raters");
    CHECK(raters > 5);
    for (const LeftOutRecords& left : contents.left_out) CHECK_MESSAGE(!left.reason.contains("left_out_of"), left.reason);
    const FeedbackRequest* peer = nullptr;
    for (const FeedbackRequest& request : reports.team.table<FeedbackRequest>().alive())
      if (request.group == RaterGroup::peer && bytes.find(reports.view.name_of(request.rater)) == std::string::npos) peer = &request;
    REQUIRE(peer);
    CHECK(left_out(reports.read(bytes + "\n" + reports.view.name_of(peer->rater) + "\n", "result"), "raters") == raters - 1);
  }
  const FileContents html = reports.read(review_report_html(page, *reports.language, reports.formats, "Engineer"), "result");
  CHECK(part(html, "headings").count == part(html, "headings").names.size());
  CHECK(part(html, "headings").names[0].contains("Mara"));
}

TEST_CASE("G5: a plan as a table leaves out what was written about strengths and wellbeing") {
  const Reports reports;
  const DevelopmentPlan& plan = *reports.team.table<DevelopmentPlan>().alive().begin();
  const FileContents contents = reports.read(plan_csv(reports.view, compute_plan_view(reports.view, plan), *reports.language, reports.formats), "plan");
  CHECK(left_out(contents, "plan_words") > 0);
  CHECK(part(contents, "columns").count > 5);
  for (const HeldRecords& held : contents.inside) CHECK_MESSAGE(!held.title.contains("holds."), held.title);
  for (const LeftOutRecords& left : contents.left_out) CHECK_MESSAGE(!left.title.contains("left_out_of"), left.title);
}

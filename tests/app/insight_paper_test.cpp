// Insights of a large team, written in turns of the page: the same as at once, cancelled, and with what is changed meanwhile.
#include "app/reports/insight_paper.h"

#include <doctest/doctest.h>

#include "app/commands/release_result.h"
#include "app/sample/sample_workspace.h"
#include "app/support/app_tab.h"

using namespace fullcircle;
using namespace fullcircle::test;

namespace {

/// Everybody's results are released.
const std::string& released_team() {
  static const std::string file = [] {
    SampleOptions options;
    options.people = 150;
    options.today = *parse_day("2025-11-19");
    options.now = {1'763'600'000'000};
    Document document = build_sample_workspace(options);
    ModelView view(document);
    view.today = options.today, view.now = options.now, view.me = view.workspace()->lead;
    std::vector<Edit> releases;
    for (const Review& review : view.table<Review>().alive()) releases.push_back(release_result(view, review));
    StampClock clock{7, [&] { return view.now; }};
    for (const Edit& edit : releases) apply(document, clock, edit);
    return encode_document(document);
  }();
  return file;
}

struct Lead : AppDevice {
  Lead() : AppDevice(1) {
    tab.receive("team.fullcircle", released_team());
    tab.perform(SetMe{tab.app.view().workspace()->lead});
    tab.notices.clear();
  }
  std::string at_once(const InsightOrder& order) const { return write_insights(tab.app.view(), order, tab.app.language(), tab.app.formats()).bytes; }
  void begin(InsightOrder order, std::string file_name = {}) {
    Intents intents;
    intents.tasks.push_back(WriteInsights{std::move(order), std::move(file_name)});
    tab.app.perform(intents);
    REQUIRE(tab.app.take_effects().print_html == std::nullopt);  // not in one turn
  }
  std::size_t handed_out() const {
    return static_cast<std::size_t>(std::ranges::count_if(tab.document().table<Review>().alive(), [](const Review& review) { return review.handed_out_at.has_value(); }));
  }
};

}  // namespace

TEST_CASE("insights written in turns are those written at once, and what is printed is noted as handed out") {
  Lead lead;
  const std::string overview = lead.at_once({});
  REQUIRE(overview.size() > 10'000);
  lead.begin({});
  CHECK(lead.handed_out() == 0);
  lead.tab.settle();
  CHECK(lead.tab.printed == overview);
  CHECK(!lead.tab.state().work);
  CHECK(lead.handed_out() > 300);

  const InsightOrder quality{.quality_of = lead.tab.app.view().current_cycle()->id};
  const std::string page = lead.at_once(quality);
  lead.begin(quality);
  lead.tab.settle();
  CHECK(lead.tab.printed == page);
}

TEST_CASE("a table of insights written in turns is offered as a file") {
  Lead lead;
  const InsightOrder order{.is_overall = true, .table = InsightPart::ratings};
  const std::string table = lead.at_once(order);
  CHECK(table != lead.at_once({.table = InsightPart::ratings}));
  lead.begin(order, "insights-ratings.csv");
  lead.tab.settle();
  REQUIRE(lead.tab.state().export_offer.has_value());
  CHECK(lead.handed_out() == 0);  // not before it is saved
  lead.tab.perform(SaveExport{});
  REQUIRE(lead.tab.files.size() == 1);
  CHECK(lead.tab.files[0].name == "insights-ratings.csv");
  CHECK(lead.tab.files[0].bytes == table);
  CHECK(lead.handed_out() > 0);
}

TEST_CASE("cancelled on the way, nothing is printed and nothing noted; it can be begun again") {
  Lead lead;
  lead.begin({});
  lead.tab.perform(CancelWork{});
  CHECK(lead.tab.printed.empty());
  CHECK(lead.handed_out() == 0);
  CHECK(lead.tab.last_notice().contains("Nothing was changed"));
  lead.begin({});
  lead.tab.settle();
  CHECK_FALSE(lead.tab.printed.empty());
}

TEST_CASE("what is changed while insights are written is in them") {
  Lead lead;
  const std::string before = lead.at_once({});
  lead.begin({});
  const auto reviews = lead.tab.app.view().reviews_in(lead.tab.app.view().current_cycle()->id);
  Intents taken_back;
  taken_back.edits.push_back(withdraw_result(**reviews.begin()));
  lead.tab.app.perform(taken_back);
  const std::string after = lead.at_once({});
  CHECK(after != before);
  lead.tab.settle();
  CHECK(lead.tab.printed == after);
}

TEST_CASE("another team opened meanwhile is not printed, nor is the one that was left") {
  Lead lead;
  lead.begin({});
  lead.tab.perform(CreateWorkspace{"Harbour", "Ada"});
  CHECK(lead.tab.printed.empty());
  CHECK(!lead.tab.state().work);
  CHECK(lead.tab.app.view().workspace()->name == "Harbour");
}

TEST_CASE("how much is written only grows, from nothing to all") {
  const Lead lead;
  InsightPaperWork work(lead.tab.app.view(), {.quality_of = lead.tab.app.view().current_cycle()->id}, lead.tab.app.language(), lead.tab.app.formats());
  double before = work.share();
  CHECK(before == 0);
  int moves = 0;
  while (!work.step()) {
    CHECK(work.share() >= before);
    CHECK(work.share() <= 1);
    moves += work.share() > before;
    before = work.share();
  }
  CHECK(moves > 10);
  CHECK(work.share() == 1);
}

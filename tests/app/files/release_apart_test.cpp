// G2: what holds about results that are out when two leads release apart, and when an import is undone.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/reports/review_report.h"
#include "app/support/app_tab.h"
#include "app/support/printed_team.h"
#include "app/support/report_text.h"
#include "store/retract.h"

using namespace fullcircle;
using namespace fullcircle::test;

namespace {

/// Ada, rated by her manager and by peers, on one lead's device.
struct Lead {
  SmallTeam team;
  Id<Review> id = nth<Review>(60);

  Lead() {
    Edit edit("edit.test");
    edit.create(Review{.id = id, .cycle = team.cycle, .person = team.ada, .manager = team.bo});
    team.apply(edit);
    answer(500, 3, RaterGroup::manager);
  }
  void answer(std::uint64_t number, double rating, RaterGroup group = RaterGroup::peer) {
    Edit edit("edit.test");
    edit.create(FeedbackResponse{.id = nth<FeedbackResponse>(number), .cycle = team.cycle, .subject = team.ada, .group = group, .form = team.form,
                                 .answers = {{.item = "clear", .rating = rating}}, .submitted_at = Instant{kTeamStart}});
    team.apply(edit);
  }
  void peers(std::uint64_t first, std::uint64_t last) {
    for (std::uint64_t i = first; i <= last; ++i) answer(500 + i, 1 + static_cast<double>(i % 5));
  }
  void release() { team.apply(release_result(view_at(team), team.get(id))); }
  std::string page() {
    const auto given = compute_result_to_hand_out(view_at(team), team.get(id));
    REQUIRE(given.has_value());
    std::string html = review_report_html(given->page, english(), Formats(english(), view_at(team).today), "Engineer");
    team.apply(given->edit);
    return html;
  }
  std::vector<double> file() {
    std::vector<double> numbers;
    collect_member_file(team, id, numbers);
    return numbers;
  }
  /// Both hold the same afterwards.
  void meet(Lead& other) {
    merge(team.document, other.team.document);
    merge(other.team.document, team.document);
    for (Lead* lead : {this, &other}) lead->team.clock.observe(team.document.greatest_stamp());
  }
  /// The same team on a second device, an hour later.
  void begin_as_copy_of(const Lead& other) {
    team.document = other.team.document;
    team.now = other.team.now + 3'600'000;
    team.clock.observe(other.team.document.greatest_stamp());
  }
};

struct TwoLeads {
  Lead one, two;
  TwoLeads() { two.team.clock = StampClock{0xB2, [this] { return Instant{two.team.now += 1000}; }}; }
};

/// Every number that leaves the device of what Ada got.
void check_out(Lead& lead, const ReleasedResult& released, std::size_t late) {
  CHECK(lead.team.get(lead.id).released == released);
  lead.release();
  CHECK(lead.team.get(lead.id).released == released);
  CHECK(count_answers_too_late(view_at(lead.team), lead.team.get(lead.id)) == static_cast<int>(late));
  const auto given = compute_result_to_hand_out(view_at(lead.team), lead.team.get(lead.id));
  REQUIRE(given.has_value());
  CHECK(rating::round_score(*given->page.others, 2).text() == released.others);
  CHECK(given->page.columns.back().n == released.criteria.at(0).columns.back().raters);
  const ModelView paper = view_at(lead.team).on_paper(lead.team.ada);
  CHECK(rating::round_score(*compute_result_trend(paper, lead.team.ada).at(0).others, 2).text() == released.others);
}

}  // namespace

TEST_CASE("G2: of two leads who released apart, the later release counts after the merge, and no answer that is not behind it is in any export") {
  TwoLeads leads;
  leads.two.begin_as_copy_of(leads.one);
  leads.one.peers(1, 4);
  leads.two.peers(2, 5);
  leads.one.release(), leads.one.page();
  leads.two.release(), leads.two.page();
  const ReleasedResult later = *leads.two.team.get(leads.two.id).released;
  REQUIRE(leads.one.team.get(leads.one.id).released != later);
  leads.one.meet(leads.two);
  for (Lead* lead : {&leads.one, &leads.two}) check_out(*lead, later, 1);
}

TEST_CASE("G2: where the merge keeps the figures of one lead and the noted answers of the other, the figures are what goes out") {
  TwoLeads leads;
  leads.one.peers(1, 4);
  leads.one.release();
  leads.two.begin_as_copy_of(leads.one);
  leads.one.answer(510, 5);
  leads.one.release();  // notes five answers
  leads.two.team.change<FeedbackResponse>(nth<FeedbackResponse>(500), [](FeedbackResponse& manager) { manager.answers[0].rating = 1; });
  leads.two.release();  // the same four answers, so that nothing is noted anew
  leads.two.page();
  const ReleasedResult later = *leads.two.team.get(leads.two.id).released;
  leads.one.meet(leads.two);
  REQUIRE(leads.one.team.get(leads.one.id).released == later);
  REQUIRE(leads.one.team.get(leads.one.id).shown_answers.size() == 5);
  for (Lead* lead : {&leads.one, &leads.two}) check_out(*lead, later, 0);
}

TEST_CASE("G2: answers that are taken out and others put in their place after a result is out change nothing of it; put back, they count again") {
  Lead lead;
  const Document before = lead.team.document;
  Lead sender;
  sender.team.document = before;
  sender.peers(1, 4);
  const Document added = compute_missing(before, sender.team.document);
  merge(lead.team.document, added);
  lead.release();
  const std::vector<double> first = lead.file();
  const std::string page = lead.page();
  retract(lead.team.document, added);
  CHECK(lead.file() == first);
  lead.peers(5, 7);
  lead.release();
  CHECK(lead.file() == first);
  CHECK(compute_result_to_hand_out(view_at(lead.team), lead.team.get(lead.id))->page.is_released_copy());
  merge(lead.team.document, added);
  lead.release();
  CHECK(lead.file() == first);
  CHECK(compute_result_to_hand_out(view_at(lead.team), lead.team.get(lead.id))->page.columns.back().n == 4);
}

TEST_CASE("G2: undoing an import takes no release out again that left this device meanwhile") {
  Lead away;
  away.team.document.set_workspace(RecordId{9, 1});
  AppDevice here{1};
  here.tab.receive("team.fullcircle", encode_document(away.team.document));
  here.tab.perform(SetMe{away.team.bo});
  away.peers(1, 4);
  away.release();
  here.tab.receive("team.fullcircle", encode_document(away.team.document));
  here.tab.perform(AcceptMerge{});
  const auto ada = [&]() -> const Review& { return *here.tab.document().table<Review>().find(away.id); };
  REQUIRE(ada().released.has_value());
  SUBCASE("handed out before") {
    const ReleasedResult released = *ada().released;
    const auto given = compute_result_to_hand_out(here.tab.app.view(), ada());
    REQUIRE(given.has_value());
    here.tab.perform(PrintDocument{"<p>", given->edit});
    here.tab.perform(UndoImport{});
    CHECK(here.tab.document().table<FeedbackResponse>().size() == 1);
    CHECK(ada().released == released);
    CHECK(ada().shown_answers.size() == 4);
    CHECK(compute_next_release(here.tab.app.view(), ada()) == released);
  }
  SUBCASE("not handed out") {
    here.tab.perform(UndoImport{});
    CHECK_FALSE(ada().released.has_value());
  }
}

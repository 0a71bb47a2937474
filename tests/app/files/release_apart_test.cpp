// G2: what holds about results that are out when two leads release apart, and when an import is undone.
#include <doctest/doctest.h>

#include <algorithm>
#include <functional>

#include "app/commands/sign_off.h"
#include "app/queries/insight_facts.h"
#include "app/queries/released_result.h"
#include "app/support/app_tab.h"
#include "app/support/report_text.h"
#include "app/support/review_of_ada.h"
#include "store/history.h"
#include "store/retract.h"

using namespace fullcircle;
using namespace fullcircle::test;

namespace {

struct Lead : ReviewOfAda {
  void peers(std::uint64_t first, std::uint64_t last) {
    for (std::uint64_t i = first; i <= last; ++i) answer(500 + i, 1 + static_cast<double>(i % 5));
  }
  std::vector<double> file() {
    std::vector<double> numbers;
    collect_member_file(team, id, numbers);
    return numbers;
  }
  void sign() { team.change<Review>(id, [&](Review& review) { review.manager_sign_off = make_sign_off(review, team.bo, Verdict::received, "", Instant{team.now}); }); }
  /// As after a merge. Out: whether anything had to be put back.
  bool put_back() {
    const Edit edit = put_back_what_is_out(team.document);
    team.apply(edit);
    return !edit.empty();
  }
  void take(const Lead& other) {
    merge(team.document, other.team.document);
    team.clock.observe(team.document.greatest_stamp());
  }
  /// Each takes the other's file; what had to be put back is the same on both, and there is nothing more to put back.
  void meet(Lead& other) {
    take(other), other.take(*this);
    REQUIRE(encode_document(team.document) == encode_document(other.team.document));
    const bool had_to = put_back();
    CHECK(other.put_back() == had_to);
    take(other), other.take(*this);
    CHECK(encode_document(team.document) == encode_document(other.team.document));
    CHECK_FALSE(put_back());
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
  CHECK(lead.review().released == released);
  lead.release();
  CHECK(lead.review().released == released);
  CHECK(count_answers_too_late(view_at(lead.team), lead.review()) == static_cast<int>(late));
  const auto given = lead.next();
  REQUIRE(given.has_value());
  CHECK(rating::round_score(*given->page.others, 2).text() == released.others);
  CHECK(given->page.columns.back().n == released.criteria.at(0).columns.back().raters);
  const ModelView paper = view_at(lead.team).on_paper(lead.team.ada);
  CHECK(rating::round_score(*compute_result_trend(paper, lead.team.ada).at(0).others, 2).text() == released.others);
}

}  // namespace

TEST_CASE("G2: of two leads who handed out different releases, the later one counts after the merge, and no answer that is not behind it is in any export") {
  TwoLeads leads;
  leads.two.begin_as_copy_of(leads.one);
  leads.one.peers(1, 4);
  leads.two.peers(2, 5);
  leads.one.release(), leads.one.page();
  leads.two.release(), leads.two.page();
  ReleasedResult counts = *leads.two.review().released;
  REQUIRE(leads.one.review().released != counts);
  SUBCASE("as it was released") {}
  SUBCASE("as it was handed out") {
    leads.one.team.now = leads.two.team.now + 3'600'000;
    leads.one.team.change<Review>(leads.one.id, [](Review& review) { review.handed_out.reset(); });
    leads.one.page();
    counts = *leads.one.review().released;
  }
  leads.one.meet(leads.two);
  for (Lead* lead : {&leads.one, &leads.two}) check_out(*lead, counts, 1);
}

TEST_CASE("G2: what one lead handed out stays what goes out, whatever another did meanwhile who could not know of it") {
  TwoLeads leads;
  std::size_t late = 1;
  bool had_to = true;
  SUBCASE("the other released for the first time, too") {
    leads.two.begin_as_copy_of(leads.one);
    leads.one.peers(1, 4);
    leads.one.release(), leads.one.page();
    leads.two.peers(2, 5);
    leads.two.release();
  }
  const auto release_for_both = [&] {
    leads.one.peers(1, 4);
    leads.one.release();
    leads.two.begin_as_copy_of(leads.one);
    leads.one.page();
  };
  SUBCASE("the other released again, with an answer more") {
    release_for_both();
    leads.two.peers(5, 5);
    leads.two.release();
  }
  SUBCASE("the other withdrew it") {
    release_for_both();
    leads.two.team.apply(withdraw_result(leads.two.review()));
    REQUIRE_FALSE(leads.two.review().released.has_value());
    late = 0;
  }
  SUBCASE("the other withdrew it, and released it with an answer more") {
    release_for_both();
    leads.two.team.apply(withdraw_result(leads.two.review()));
    leads.two.peers(5, 5);
    leads.two.release();
  }
  SUBCASE("the other released the same once more") {
    release_for_both();
    leads.two.release();
    late = 0, had_to = false;
  }
  const ReleasedResult out = *leads.one.review().released;
  CHECK((leads.two.review().released != out) == had_to);
  leads.one.meet(leads.two);
  for (Lead* lead : {&leads.one, &leads.two}) {
    CHECK(lead->review().released_at.has_value());
    CHECK(conflicts_of(lead->team.document, kKindIndex<Review>, lead->id).empty());
    check_out(*lead, out, late);
  }
}

TEST_CASE("G2: a signature under a release that was never out goes with it; one under a release that was, stays") {
  TwoLeads leads;
  leads.one.peers(1, 4);
  leads.one.release();
  leads.two.begin_as_copy_of(leads.one);
  leads.one.page();
  bool stays = true;
  SUBCASE("under the one that is out") { leads.two.sign(); }
  SUBCASE("under the other") {
    leads.two.peers(5, 5);
    leads.two.release();
    leads.two.sign();
    stays = false;
  }
  leads.two.team.now += 1000;
  leads.two.peers(6, 6);
  leads.two.release();
  leads.one.meet(leads.two);
  for (Lead* lead : {&leads.one, &leads.two}) CHECK(lead->review().manager_sign_off.has_value() == stays);
}

TEST_CASE("G2: whoever knows that a result is out may release it again, with the same answers and other figures of the manager") {
  TwoLeads leads;
  leads.one.peers(1, 4);
  leads.one.release(), leads.one.page();
  leads.two.begin_as_copy_of(leads.one);
  leads.two.change_managers_rating(1);
  leads.two.peers(5, 5);
  leads.two.release();
  const ReleasedResult again = *leads.two.review().released;
  CHECK(leads.one.review().released != again);
  leads.one.take(leads.two);
  CHECK_FALSE(leads.one.put_back());
  check_out(leads.one, again, 1);
}

TEST_CASE("G2: where the merge keeps the figures of one lead and the noted answers of the other, the answers of those that are out are put back") {
  TwoLeads leads;
  leads.one.peers(1, 4);
  leads.one.release();
  leads.two.begin_as_copy_of(leads.one);
  leads.one.answer(510, 5);
  leads.one.release();  // notes five answers
  leads.two.change_managers_rating(1);
  leads.two.release();  // the same four answers, so that nothing is noted anew
  leads.two.page();
  const ReleasedResult later = *leads.two.review().released;
  leads.one.take(leads.two), leads.two.take(leads.one);
  REQUIRE(leads.one.review().released == later);
  REQUIRE(leads.one.review().shown_answers.size() == 5);
  leads.one.meet(leads.two);
  for (Lead* lead : {&leads.one, &leads.two}) {
    CHECK(lead->review().shown_answers.size() == 4);
    check_out(*lead, later, 1);
  }
}

TEST_CASE("G2: where nothing was out yet, answers that are not behind the figures that count are in no other figure on paper") {
  TwoLeads leads;
  leads.one.peers(1, 4);
  leads.one.release();
  leads.two.begin_as_copy_of(leads.one);
  const auto answers_on_paper = [](const Lead& lead) { return collect_insight_facts(view_at(lead.team).on_paper()).rated.at(0).answers; };
  CHECK(answers_on_paper(leads.one) == 5);
  leads.one.answer(510, 5);
  leads.one.release();
  leads.two.change_managers_rating(1);
  leads.two.release();
  leads.one.meet(leads.two);
  REQUIRE(leads.one.review().shown_answers.size() == 5);
  for (Lead* lead : {&leads.one, &leads.two}) {
    CHECK_FALSE(has_answers_as_released(view_at(lead->team), lead->review()));
    CHECK(answers_on_paper(*lead) == -1);  // not known
    lead->release();
    CHECK(has_answers_as_released(view_at(lead->team), lead->review()));
    CHECK(answers_on_paper(*lead) == 6);
  }
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

namespace {

/// The app on one lead's device, to which files of another one come.
struct LeadsDevice {
  Lead away;
  AppDevice here{1};

  /// In: what the other lead has when the team first comes here.
  explicit LeadsDevice(const std::function<void(Lead&)>& begin) {
    begin(away);
    away.team.document.set_workspace(RecordId{9, 1});
    receive();
    here.tab.perform(SetMe{away.team.bo});
  }
  const Review& ada() const { return *here.tab.document().table<Review>().find(away.id); }
  void receive() { here.tab.receive("team.fullcircle", encode_document(away.team.document)); }
  void merge() {
    receive();
    here.tab.notices.clear();
    here.tab.perform(AcceptMerge{});
  }
  /// Out: what is out from then on.
  ReleasedResult print() {
    const auto given = compute_result_to_hand_out(here.tab.app.view(), ada());
    REQUIRE(given.has_value());
    here.tab.perform(PrintDocument{"<p>", given->edit});
    return *ada().released;
  }
  void release_away(std::uint64_t first, std::uint64_t last) {
    away.peers(first, last);
    away.release();
  }
};

}  // namespace

TEST_CASE("G2: undoing an import takes no release out again that left this device meanwhile") {
  LeadsDevice device([](Lead&) {});
  device.release_away(1, 4);
  device.merge();
  REQUIRE(device.ada().released.has_value());
  SUBCASE("handed out before") {
    const ReleasedResult out = device.print();
    device.here.tab.perform(UndoImport{});
    CHECK(device.here.tab.document().table<FeedbackResponse>().size() == 1);
    CHECK(device.ada().released == out);
    CHECK(device.ada().shown_answers.size() == 4);
    CHECK(compute_next_release(device.here.tab.app.view(), device.ada()) == out);
  }
  SUBCASE("not handed out") {
    device.here.tab.perform(UndoImport{});
    CHECK_FALSE(device.ada().released.has_value());
  }
}

namespace {

/// Four answers are out here when a release with a fifth comes.
struct ResultIsOut : LeadsDevice {
  ReleasedResult out;
  ResultIsOut() : LeadsDevice([](Lead& away) { away.peers(1, 4), away.release(); }), out(print()) { release_away(5, 5); }
};

}  // namespace

TEST_CASE("G2: merging on a device where a result is out keeps it, and says so") {
  ResultIsOut device;
  device.merge();
  CHECK(device.ada().released == device.out);
  REQUIRE(device.here.tab.notices.size() == 2);
  CHECK(device.here.tab.notices[1].text == "The result of Ada Lovelace was out already when another device changed its release. What is out stays.");
  CHECK(device.here.tab.notices[1].actions.at(0).intents.go->record == device.away.id);
  device.here.tab.perform(device.here.tab.notices[1].actions.at(1).intents);
  CHECK(device.here.tab.document().table<FeedbackResponse>().size() == 5);
  CHECK(device.ada().released == device.out);
}

TEST_CASE("G2: opening a team in which another release took the place of one that is out puts that back") {
  ResultIsOut device;
  Document mixed = device.away.team.document;
  merge(mixed, device.here.tab.document());
  mixed.set_workspace(RecordId{9, 2});
  Edit later("edit.test");
  Review taken = device.ada();
  taken.released = device.away.review().released;
  later.update(device.ada(), taken);
  StampClock clock{0xC3, [&] { return Instant{device.here.loop.now().ms + 1000}; }};
  clock.observe(mixed.greatest_stamp());
  apply(mixed, clock, later);
  REQUIRE(mixed.table<Review>().find(device.away.id)->released != device.out);
  AppDevice other{2};
  other.tab.receive("mixed.fullcircle", encode_document(mixed));
  CHECK(other.tab.document().table<Review>().find(device.away.id)->released == device.out);
}

TEST_CASE("G2: deciding a conflict for a release that was never out puts back the one that is") {
  ResultIsOut device;
  auto& tab = device.here.tab;
  REQUIRE(device.away.team.now < device.here.loop.now().ms);
  FeedbackResponse manager = *tab.document().table<FeedbackResponse>().find(nth<FeedbackResponse>(500));
  manager.answers[0].rating = 1;
  Edit lower("edit.test");
  lower.update(manager);
  tab.perform(lower);
  tab.perform(release_result(tab.app.view(), device.ada()));
  const ReleasedResult out = device.print();
  device.merge();
  CHECK(device.ada().released == out);
  const auto conflicts = conflicts_of(tab.document(), kKindIndex<Review>, device.away.id);
  const auto conflict = std::ranges::find(conflicts, field_id(&Review::released), &Conflict::field);
  REQUIRE(conflict != conflicts.end());
  tab.perform(SettleConflict{kKindIndex<Review>, device.away.id, conflict->field, conflict->others.at(0).value});
  CHECK(device.ada().released == out);
  CHECK(device.ada().shown_answers.size() == 4);
}

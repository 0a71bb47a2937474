// G2, G5: what follows from a result on paper or in a file. Every number is read from the bytes that are given out: of the page, of the
// table, of the person's own file, and of what is given out later, when more people have answered.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <map>

#include "app/commands/sign_off.h"
#include "app/number_text.h"
#include "app/queries/result_trend.h"
#include "app/reports/review_report.h"
#include "app/support/app_tab.h"
#include "app/support/review_of_ada.h"
#include "exchange/csv.h"

using namespace fullcircle;
using namespace fullcircle::test;

namespace {

void add_number(std::string_view text, std::vector<double>& numbers) {
  if (const auto number = parse_number(text, english().number_marks())) numbers.push_back(*number);
}

/// Of every cell and every figure. What stands in sentences and charts is among these; that nothing else moves them is a test below.
void read_page(const std::string& html, std::vector<double>& numbers) {
  for (auto at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
    const std::string_view tag = std::string_view(html).substr(at);
    if (!tag.starts_with("<td") && !tag.starts_with("<dd")) continue;
    const auto from = html.find('>', at) + 1;
    add_number(std::string_view(html).substr(from, html.find('<', from) - from), numbers);
  }
}

/// The numbers of a page that have decimals: how many people have a label is no score.
void read_scores(const std::string& html, std::vector<double>& numbers) {
  for (auto at = html.find("</"); at != std::string::npos; at = html.find("</", at + 2)) {
    const auto from = html.rfind('>', at) + 1;
    if (const std::string text = html.substr(from, at - from); text.find('.') != std::string::npos) add_number(text, numbers);
  }
}

void read_table(const std::string& csv, std::vector<double>& numbers) {
  const auto table = parse_csv(csv, {.delimiter = ',', .header = CsvOptions::Header::no});
  REQUIRE(table.has_value());
  for (const auto& row : table->rows)
    for (const std::string& cell : row) add_number(std::string_view(cell).substr(cell.starts_with('\'') ? 1 : 0), numbers);  // so that no spreadsheet runs it
}

/// What the reviews of a run had in them, so that none of it goes missing unnoticed.
struct Seen {
  bool hides_group = false, pools = false, pools_large_group = false, hides_cell = false, leaves_late_out = false, goes_out_unreleased = false;
};

/// What a lead does at both moments, the same for all answers.
class LeadsWay {
 public:
  explicit LeadsWay(test::Random& random) {
    for (Step& step : steps_) step = {random.chance(60), random.chance(60), random.chance(80), random.chance(50), random.chance(50), random.chance(60), random.chance(50)};
  }

  void give(SmallTeam& team, Id<Review> id, Moment moment, std::vector<double>& numbers, Seen& seen, std::string* bytes = nullptr) const {
    const Step& step = steps_[static_cast<std::size_t>(moment)];
    if (moment == Moment::first) add_team(team, id);
    if (step.releases) team.apply(release_result(view_at(team), team.get(id)));
    if (step.file && step.file_first) give_file(team, id, numbers, bytes);
    if (step.page) give_report(team, id, true, numbers, seen, bytes);
    if (step.table) give_report(team, id, false, numbers, seen, bytes);
    if (step.file && !step.file_first) give_file(team, id, numbers, bytes);
    if (step.calibration) read_scores(print_calibration(team, team.cycle), numbers);
    if (step.insights) read_table(export_insights(team, team.cycle, InsightExport::ratings_table), numbers);
  }

 private:
  struct Step {
    bool releases, file, page, table, file_first, calibration, insights;
  };

  /// Two more with results, so that the team has a mean; Ada's rating was moved.
  static void add_team(SmallTeam& team, Id<Review> id) {
    team.change<Review>(id, [](Review& review) { review.potential = 3, review.calibration_points = 0.25, review.calibration_reason = "Seen"; });
    std::uint64_t number = 900;
    for (const Id<Person> person : {team.cy, team.di}) {
      Edit edit("edit.test");
      const Review review{.id = nth<Review>(++number), .cycle = team.cycle, .person = person, .manager = team.bo, .potential = 2};
      edit.create(review);
      edit.create(FeedbackResponse{.id = nth<FeedbackResponse>(number), .cycle = team.cycle, .subject = person, .group = RaterGroup::manager, .form = team.form,
                                   .answers = {{.item = "i0", .rating = 3}, {.item = "i1", .rating = 3}}, .submitted_at = Instant{kTeamStart}});
      team.apply(edit);
      team.apply(release_result(view_at(team), review));
    }
  }

  static void give_file(SmallTeam& team, Id<Review> id, std::vector<double>& numbers, std::string* bytes) {
    collect_member_file(team, id, numbers);
    if (bytes) *bytes += *encode_member_file(team.document, team.ada);
  }

  static void give_report(SmallTeam& team, Id<Review> id, bool as_page, std::vector<double>& numbers, Seen& seen, std::string* bytes) {
    auto given = compute_result_to_hand_out(view_at(team), team.get(id));
    if (!given) {
      team.apply(release_result(view_at(team), team.get(id)));
      given = compute_result_to_hand_out(view_at(team), team.get(id));
    }
    REQUIRE(given.has_value());
    const Formats formats(english(), view_at(team).today);
    const std::string report = as_page ? review_report_html(given->page, english(), formats, "Engineer") : review_report_csv(given->page, english(), formats);
    as_page ? read_page(report, numbers) : read_table(report, numbers);
    if (bytes) *bytes += report;
    note(team, given->page, seen);
    team.apply(given->edit);
  }

  static void note(const SmallTeam& team, const ResultPage& page, Seen& seen) {
    seen.hides_group |= !page.hidden.empty();
    seen.leaves_late_out |= page.answers_not_counted > 0;
    seen.goes_out_unreleased |= !page.review->released;
    for (const ResultColumn& column : page.columns) {
      seen.pools |= column.is_pool;
      for (const RaterGroup group : {RaterGroup::peer, RaterGroup::report, RaterGroup::customer}) {
        int raters = 0;
        for (const FeedbackResponse& response : team.document.table<FeedbackResponse>().alive())
          raters += response.group == group && std::ranges::any_of(response.answers, [](const Answer& answer) { return answer.rating.has_value(); });
        seen.pools_large_group |= column.is_pool && raters >= RatedTwice::kMinimum && column.key.find(to_name(group)) != std::string::npos;
      }
    }
    if (!page.computed) return;
    for (const auto& criterion : page.computed->result.criteria)
      for (const auto& item : criterion.items)
        for (const rating::Cell& cell : item.cells) seen.hides_cell |= !cell.value && cell.value.error() == rating::Undefined::BelowMinimum;
  }

  std::array<Step, 2> steps_;
};

/// Every row of the coefficients is nothing there: the answer is in no number.
std::vector<bool> answers_in_no_number(const rating::test::Matrix& rows, const RatedTwice& review) {
  std::vector<bool> is_in_none;
  for (std::size_t a = 0; a < review.rater_of.size(); ++a)
    is_in_none.push_back(review.rater_of[a] >= 0 && std::ranges::all_of(rows, [&](const auto& row) { return std::abs(row[a]) < kRoundingNoise; }));
  return is_in_none;
}

}  // namespace

TEST_CASE("G2: from all numbers of pages, tables and files handed out before and after late answers, nothing follows about fewer raters than the minimum") {
  test::Random random(20261123);
  int with_numbers = 0, hidden_answers = 0;
  std::map<std::string, int> seen_in;
  for (int i = 0; i < 40; ++i) {
    const RatedTwice review(random);
    const LeadsWay way(random);
    Seen seen;
    const auto rows = review.coefficients([&](SmallTeam& team, Id<Review> id, Moment moment, std::vector<double>& numbers) { way.give(team, id, moment, numbers, seen); });
    with_numbers += rating::test::rank_of(rows, kRoundingNoise) > 2;
    CAPTURE(i);
    CHECK_FALSE(review.gives_somebody_away(rows));

    // Nor does a word, a chart or a file change with answers that are in no number.
    const auto is_in_none = answers_in_no_number(rows, review);
    const auto bytes_of = [&](test::Random chosen) {
      std::vector<double> answers(is_in_none.size());
      for (std::size_t a = 0; a < answers.size(); ++a) answers[a] = 1 + static_cast<double>(is_in_none[a] ? chosen.below(5) : (a * 7) % 5);
      std::string bytes;
      review.shown(answers, [&](SmallTeam& team, Id<Review> id, Moment moment, std::vector<double>& numbers) { way.give(team, id, moment, numbers, seen, &bytes); });
      return bytes;
    };
    CHECK(bytes_of(test::Random(1)) == bytes_of(test::Random(2)));
    hidden_answers += static_cast<int>(std::ranges::count(is_in_none, true));
    seen_in["hidden groups"] += seen.hides_group;
    seen_in["pools"] += seen.pools;
    seen_in["pools that took in a large group"] += seen.pools_large_group;
    seen_in["hidden questions"] += seen.hides_cell;
    seen_in["late answers left out"] += seen.leaves_late_out;
    seen_in["unreleased"] += seen.goes_out_unreleased;
  }
  CHECK(with_numbers > 20);
  CHECK(hidden_answers > 100);
  for (const auto& [what, count] : seen_in) CHECK_MESSAGE(count > 1, what);
}

namespace {

struct PeersOfAda : ReviewOfAda {
  void four_peers() {
    for (std::uint64_t i = 1; i <= 4; ++i) answer(500 + i, 2.0 + static_cast<double>(i) / 2);
  }
};

}  // namespace

TEST_CASE("G2: a result with answers that name nobody is released before it goes on paper; one of the manager alone need not be") {
  PeersOfAda few;
  few.answer(501, 1);
  few.answer(502, 1);
  CHECK(few.next().has_value());  // two peers are in nothing of it
  few.answer(503, 1);
  CHECK_FALSE(few.next().has_value());
  few.release();
  REQUIRE(few.next().has_value());
  few.page();
  CHECK(few.team.get(few.id).handed_out_at.has_value());
}

TEST_CASE("G2: what came after the first page is in no later one, which says so: neither figures nor words") {
  PeersOfAda review;
  review.four_peers();
  review.release();
  const std::string first = review.page();
  CHECK(first.find("3.25") != std::string::npos);
  review.answer(600, 5, RaterGroup::peer, "LATE-WORDS");
  const auto later = review.next();
  CHECK(later->page.answers_not_counted == 1);
  CHECK(later->page.columns.back().n == 4);
  const std::string second = review.page();
  CHECK(second.find("LATE-WORDS") == std::string::npos);
  CHECK(second.find("3.25") != std::string::npos);
  CHECK(second.find("1 answer came or was changed after the release") != std::string::npos);
}

TEST_CASE("G2: results over the cycles go on paper with the figures that were released, and are out from then on") {
  PeersOfAda review;
  review.four_peers();
  const auto others = [&](const ModelView& view) {
    const auto trend = compute_result_trend(view, review.team.ada);
    return trend.empty() ? std::string() : rating::round_score(*trend.front().others, 2).text();
  };
  CHECK(others(view_at(review.team).on_paper(review.team.ada)) == "");
  review.release();
  const std::string released = others(view_at(review.team).on_paper(review.team.ada));
  CHECK(released == others(view_at(review.team)));
  review.team.apply(hand_out_results(view_at(review.team), review.team.ada));
  review.answer(600, 5);
  CHECK(others(view_at(review.team).on_paper(review.team.ada)) == released);
  CHECK(others(view_at(review.team)) != released);
  ModelView own = view_at(review.team);
  own.me = review.team.ada;
  CHECK(hand_out_results(own, review.team.ada).empty());
}

TEST_CASE("G2: what was signed is out, because the signature holds the figures: answers that come later are in no later release") {
  PeersOfAda review;
  review.four_peers();
  review.release();
  const ReleasedResult released = *review.review().released;
  SUBCASE("by the manager") { review.team.apply(sign_review(view_at(review.team), review.review(), review.team.bo, Verdict::received, "")); }
  SUBCASE("by the person, on the lead's device") { review.team.apply(sign_review(view_at(review.team), review.review(), review.team.ada, Verdict::agree, "")); }
  CHECK(review.review().handed_out == note_of(review.review()));
  review.answer(600, 5);
  review.release();
  CHECK(review.review().released == released);
  CHECK(count_answers_too_late(view_at(review.team), review.review()) == 1);
}

TEST_CASE("G2: where an answer behind the release was changed or is gone, the released copy goes out") {
  PeersOfAda review;
  review.four_peers();
  review.release();
  review.page();
  review.team.change<FeedbackResponse>(nth<FeedbackResponse>(501), [](FeedbackResponse& response) { response.answers[0].rating = 5; });
  CHECK(review.next()->page.is_released_copy());
  CHECK(review.page().find("3.25") != std::string::npos);
}

TEST_CASE("G2: a release from before answers were noted goes out as the copy that it is") {
  PeersOfAda review;
  review.four_peers();
  review.release();
  review.team.change<Review>(review.id, [](Review& changed) { changed.shown_answers.clear(); });
  CHECK(review.next()->page.is_released_copy());
  // Released when the manager alone had answered: the four that came since were never released.
  PeersOfAda early;
  early.release();
  CHECK_FALSE(early.next()->page.is_released_copy());
  early.four_peers();
  CHECK(early.next()->page.is_released_copy());
}

TEST_CASE("G2: a release cannot be undone any more once it is on paper or in a file, what was done elsewhere can") {
  PeersOfAda review;
  review.four_peers();
  review.team.document.set_workspace(RecordId{9, 1});
  AppDevice lead{1};
  lead.tab.receive("team.fullcircle", encode_document(review.team.document));
  lead.tab.perform(SetMe{review.team.bo});
  lead.tab.rename("Di Diaz", "Di Dow");
  const auto ada = [&]() -> const Review& { return *lead.tab.document().table<Review>().find(review.id); };
  lead.tab.perform(release_result(lead.tab.app.view(), ada()));
  lead.tab.perform(Undo{});
  CHECK_FALSE(ada().released.has_value());
  lead.tab.perform(release_result(lead.tab.app.view(), ada()));
  const auto given = compute_result_to_hand_out(lead.tab.app.view(), ada());
  REQUIRE(given.has_value());
  lead.tab.perform(PrintDocument{"<p>", given->edit});
  lead.tab.perform(Undo{});
  CHECK(ada().released.has_value());
  CHECK(ada().shown_answers.size() == 4);
  CHECK(std::ranges::count(lead.tab.people(), "Di Diaz") == 1);
}

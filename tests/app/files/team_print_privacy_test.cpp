// G2: what a lead prints about the team, or about a person over the cycles, cannot be compared with what is printed later to find out
// what a late answer said: it is made of released results, as released.
#include <doctest/doctest.h>

#include "app/queries/calibration_view.h"
#include "app/support/printed_team.h"
#include "app/support/report_text.h"

using namespace fullcircle;
using namespace fullcircle::test;

namespace {

void check_same(const PrintedTeam::Exports& before, const PrintedTeam::Exports& after) {
  for (const auto& [kind, bytes] : before) CHECK_MESSAGE(bytes == after.at(kind), kind);
}

}  // namespace

TEST_CASE("G2: no page and no table about a team changes with answers that came after the release, nor with releasing again") {
  PrintedTeam printed;
  printed.release_all();
  printed.exports();  // from here on all of them are out
  const auto before = printed.exports();
  for (const char* figure : {"trend", "plan"}) CHECK_MESSAGE(contains(before.at(figure), english().tr("person.change_caution")), figure);
  CHECK(contains(before.at("ratings table"), "."));
  CHECK(contains(before.at("first calibration"), "÷ 12"));
  CHECK(contains(before.at("first quality"), "Person 7"));
  printed.late_answers();
  check_same(before, printed.exports());
  printed.release_all();
  check_same(before, printed.exports());
}

TEST_CASE("G2: before the release, pages about a team hold no figure that an answer changes, and say so") {
  PrintedTeam printed;
  const auto before = printed.exports();
  CHECK(contains(before.at("first calibration"), english().tr("calibration.without_figures_how")));
  CHECK(contains(before.at("insights"), english().tr("insights.not_released", {{"count", 24}})));
  CHECK(contains(before.at("insights"), "<dt>" + std::string(english().tr("insights.answers")) + ", " + std::string(english().tr("insights.not_enough")) + "</dt>"));
  CHECK_FALSE(contains(before.at("first quality"), english().tr("quality.empty")));
  for (std::uint64_t p = 0; p < PrintedTeam::kPeople; ++p) CHECK_FALSE(printed.team.get(printed.review(p, printed.first)).handed_out_at);
  const CalibrationView paper = compute_calibration(view_at(printed.team).on_paper(), printed.team.get(printed.first));
  CHECK(paper.without_figures == static_cast<int>(PrintedTeam::kPeople));
  CHECK_FALSE(paper.mean_now.has_value());
  for (const CalibrationPerson& person : paper.people) CHECK((person.band && !person.now && !person.before && !person.exact_now && !person.exact_before));
  printed.late_answers();
  check_same(before, printed.exports());
}

TEST_CASE("G2: a page about a team hands its results out: who is released again keeps the answers that are in it") {
  PrintedTeam printed;
  printed.release_all();
  SUBCASE("calibration") { print_calibration(printed.team, printed.first); }
  SUBCASE("insights") { export_insights(printed.team, printed.first, InsightExport::page); }
  SUBCASE("a table of insights") { export_insights(printed.team, printed.first, InsightExport::ratings_table); }
  SUBCASE("rating quality") { export_insights(printed.team, printed.first, InsightExport::quality); }
  SUBCASE("trend") { print_trend(printed.team, printed.team.ada); }
  SUBCASE("plan") { print_plan(printed.team, printed.plan); }
  const ReleasedResult given = *printed.team.get(printed.review(0, printed.first)).released;
  printed.late_answers();
  printed.release(0);
  CHECK(printed.team.get(printed.review(0, printed.first)).released == given);
}

TEST_CASE("G2: on a person's page the team's figures come from results that are out, whatever others are released with later") {
  PrintedTeam printed;
  printed.release_all();
  const std::string alone = print_trend(printed.team, printed.team.ada);
  printed.late_answers();
  for (std::uint64_t p = 1; p < PrintedTeam::kPeople; ++p) printed.release(p);
  CHECK(print_trend(printed.team, printed.team.ada) == alone);
  print_calibration(printed.team, printed.first);
  print_calibration(printed.team, printed.second);
  CHECK(print_trend(printed.team, printed.team.ada) != alone);
}

// A development plan on paper: the mix of its actions and what became of its areas, drawn as on the screen; only what was released.
#include "app/reports/plan_report.h"

#include <doctest/doctest.h>

#include "app/commands/release_result.h"
#include "app/queries/person_change_words.h"
#include "app/queries/plan_figures.h"
#include "app/reports/figure_charts.h"
#include "app/support/report_text.h"
#include "app/support/sample_team.h"
#include "app/support/shipped_languages.h"

using namespace fullcircle;
using namespace fullcircle::test;

namespace {

struct Printed {
  LeadsTeam team;
  std::shared_ptr<Language> language = load_language("en");
  Formats formats{*language, kToday};
  PlanFigures figures{*language, formats};

  PlanView plan() const {
    PlanView plan = compute_plan_view(team.view, *current_plan(team.view, person_called(team.view, "Mara")));
    plan.measures = compute_action_measures(team.view, plan);
    return plan;
  }
  std::string html() const { return plan_report_html(team.view, plan(), *language, formats); }
  /// Every result of the current cycle is with its person.
  void release_all() {
    std::vector<Id<Review>> reviews;
    for (const Review& review : team.view.table<Review>().alive())
      if (review.cycle == team.view.current_cycle()->id) reviews.push_back(review.id);
    for (const Id<Review> review : reviews) team.apply(release_result(team.view, *team.view.find(review)));
  }
};

}  // namespace

TEST_CASE("the printed plan draws the mix of its actions over the guide's, with the rows behind it") {
  const Printed printed;
  const std::string html = printed.html();
  const MixFigure mix = printed.figures.mix(printed.plan());
  CHECK(is_well_formed(html));
  CHECK_FALSE(contains(html, " style="));
  CHECK(contains(html, mix_svg(mix)));
  CHECK(holds_rows(html, mix.table));
  CHECK(mix.bars[1].shares == kGuideMix);
  for (const MixFigure::Bar& bar : mix.bars) CHECK(bar.shares[0] + bar.shares[1] + bar.shares[2] == 100);
}

TEST_CASE("before a result is released the printed plan has no figure of it; after, its chart and every term") {
  Printed printed;
  const PlanView before = printed.plan();
  REQUIRE(std::ranges::any_of(changes_of(before), [](const PlanChange& change) { return change.measure; }));
  for (const PlanChange& change : changes_of(before, MeasuresUsed::released)) CHECK_FALSE(change.measure);
  CHECK_FALSE(contains(printed.html(), printed.team.view.current_cycle()->name));

  printed.release_all();
  const PlanView plan = printed.plan();
  const auto changes = changes_of(plan, MeasuresUsed::released);
  const std::string html = printed.html();
  const SlopeFigure slopes = printed.figures.slopes(changes);
  CHECK(is_well_formed(html));
  CHECK(contains(html, slope_svg(slopes)));
  CHECK(holds_rows(html, slopes.table));
  int measured = 0;
  for (const PlanChange& change : changes) {
    if (!change.measure) continue;
    ++measured;
    for (const ValueLine& line : PersonChangeWords(*printed.language, printed.formats).terms(*change.measure->change)) {
      CHECK(contains(html, escape_html(line.label)));
      CHECK(contains(html, ">" + escape_html(line.value) + "<"));
    }
  }
  CHECK(measured > 0);
}

TEST_CASE("a slope keeps its values inside, and its labels apart where lines meet") {
  const Printed printed;
  const PlanView plan = printed.plan();
  const auto changes = changes_of(plan);
  const SlopeFigure figure = printed.figures.slopes(changes);
  REQUIRE(figure.lines.size() == changes.size());
  REQUIRE(figure.table.size() == changes.size() + 1);
  for (const SlopeFigureLine& line : figure.lines)
    for (const double value : {line.before, line.after}) CHECK((figure.low < value && value < figure.high));

  SlopeFigure close{.caption = "a & b", .before_head = "1", .after_head = "2", .lines = {}, .low = 1, .high = 5, .target_label = {}, .table = {{"head"}}};
  for (const double end : {3.0, 3.01, 3.02}) {
    close.lines.push_back({2, end, "from", "to"});
    close.table.push_back({"<b>"});
  }
  const std::string svg = slope_svg(close);
  CHECK(contains(svg, "aria-label=\"a &amp; b\""));
  CHECK_FALSE(contains(svg, "<b>"));
  for (const std::string_view label : {">from<", ">to  "}) {
    std::vector<double> places;
    for (auto at = svg.find(label); at != std::string::npos; at = svg.find(label, at + 1)) places.push_back(std::stod(svg.substr(svg.rfind(" y=\"", at) + 4)));
    REQUIRE(places.size() == 3);
    std::ranges::sort(places);
    for (std::size_t i = 1; i < places.size(); ++i) CHECK(places[i] - places[i - 1] >= 13.9);
  }
}

TEST_CASE("what people wrote in a plan cannot become markup, and keeps its lines") {
  Printed printed;
  const DevelopmentPlan* plan = printed.plan().plan;
  printed.team.change(plan->id, [](DevelopmentPlan& after) {
    after.ambitions = "<script>alert(1)</script>\nsecond line";
    after.focus.at(0).title = "<u>";
    after.focus.at(0).competency = {};
    after.focus.at(0).reason = "</main><img src=x>";
  });
  const std::string html = printed.html();
  for (const std::string_view markup : {"<script>", "<img", "<u>"}) CHECK_FALSE(contains(html, markup));
  CHECK(contains(html, "&lt;/script&gt;\nsecond line"));
  CHECK(count_of(html, "</main>") == 1);
}

#include "app/queries/result_page.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "app/commands/release_result.h"
#include "app/queries/released_result.h"
#include "app/queries/result_list.h"
#include "app/queries/result_terms.h"
#include "app/support/sample_team.h"

using namespace fullcircle;
using namespace fullcircle::test;

namespace {

const Document& document() {
  static const Document built = sample_team();
  return built;
}

Id<Person> person_called(std::string_view name) {
  for (const Person& person : document().table<Person>().alive())
    if (person.name == name) return person.id;
  FAIL(name);
  return {};
}

ModelView view_of(const Document& shown, Id<Person> me) {
  ModelView view(shown);
  view.me = me;
  view.today = kToday;
  return view;
}

ModelView lead_view() { return view_of(document(), (*document().table<Workspace>().alive().begin()).lead); }

const Review& review_of(const ModelView& view, std::string_view name) {
  const Review* review = view.review(person_called(name), view.current_cycle()->id);
  REQUIRE(review);
  return *review;
}

/// What the formula of a term says its value is, from its children alone.
void check_follows_from_children(const rating::Term& term) {
  for (const rating::Term& child : term.children) check_follows_from_children(child);
  if (!term.value || term.children.empty()) return;
  double sum = 0, weights = 0;
  for (const rating::Term& child : term.children) {
    if (child.left_out) continue;
    REQUIRE(child.value);
    sum += term.rule == rating::TermRule::WeightedMean ? child.weight * *child.value : *child.value;
    weights += child.weight;
  }
  if (term.rule == rating::TermRule::WeightedMean) CHECK(*term.value == doctest::Approx(sum / weights));
  if (term.rule == rating::TermRule::Sum) CHECK(*term.value == doctest::Approx(sum));
}

}  // namespace

TEST_CASE("every number of a result opens into terms that add up to it") {
  const auto view = lead_view();
  const ResultPage page = compute_result_page(view, review_of(view, "Mara"));
  REQUIRE(page.computed);
  const auto check = [&](NumberKey which, const rating::Figure& shown) {
    const auto term = explain_number(*page.computed, which);
    REQUIRE(term);
    CHECK(term->value.has_value() == shown.has_value());
    if (shown) CHECK(*term->value == doctest::Approx(*shown));
    check_follows_from_children(*term);
  };
  check({ShownNumber::others, {}, {}}, page.others);
  check({ShownNumber::self, {}, {}}, page.self);
  check({ShownNumber::agreement, {}, {}}, page.computed->result.rwg);
  check({ShownNumber::overall, {}, {}}, page.computed->result.overall.value);
  REQUIRE(page.rows.size() == 6);
  for (const ResultRow& row : page.rows) {
    check({ShownNumber::criterion, row.id, {}}, row.others);
    check({ShownNumber::criterion_self, row.id, {}}, row.self);
    check({ShownNumber::gap, row.id, {}}, row.gap.value);
    for (std::size_t i = 0; i < page.columns.size(); ++i) check({ShownNumber::column, row.id, page.columns[i].key}, row.columns[i]);
  }
}

TEST_CASE("a number that is not on the page opens nothing") {
  const auto view = lead_view();
  const ResultPage page = compute_result_page(view, review_of(view, "Mara"));
  CHECK_FALSE(explain_number(*page.computed, {ShownNumber::criterion, "nobody", {}}));
  CHECK_FALSE(explain_number(*page.computed, {ShownNumber::column, page.rows[0].id, "customer"}));
  CHECK_FALSE(explain_number(*page.computed, {ShownNumber::part, "weather", {}}));
}

TEST_CASE("groups too small to be shown stand together, after the manager and the peers") {
  const auto view = lead_view();
  const ResultPage page = compute_result_page(view, review_of(view, "Mara"));
  REQUIRE(page.columns.size() == 3);
  CHECK(page.columns[0].key == "manager");
  CHECK(page.columns[1].key == "peer");
  CHECK(page.columns[1].n == 5);
  CHECK(page.columns[2].key == "other_team+report");
  CHECK(page.columns[2].is_pool);
  CHECK(page.columns[2].n == 5);
  CHECK(page.hidden.empty());
}

TEST_CASE("the lead and managers see the result, the person only what was released, others nothing") {
  const auto lead = lead_view();
  const Review& review = review_of(lead, "Mara");
  CHECK(result_access(lead, review) == ResultAccess::full);
  CHECK(result_access(view_of(document(), review.manager), review) == ResultAccess::full);
  CHECK(result_access(view_of(document(), review.person), review) == ResultAccess::none);
  Review released = review;
  released.released = compute_released_result(lead, compute_review_result_view(lead, review), lead.rules(review.cycle));
  CHECK(result_access(view_of(document(), review.person), released) == ResultAccess::released);
  CHECK(result_access(view_of(document(), person_called("Nils")), released) == ResultAccess::none);
  CHECK(result_access(view_of(document(), {}), released) == ResultAccess::none);
}

TEST_CASE("a released copy shows the rounded figures and no terms") {
  const auto view = lead_view();
  const Review& review = review_of(view, "Mara");
  const ResultPage full = compute_result_page(view, review);
  Review after = review;
  after.released = compute_released_result(view, *full.computed, full.rules);
  const ResultPage copy = released_result_page(view, after);
  CHECK(copy.is_released_copy());
  CHECK(copy.overall == full.overall);
  CHECK(copy.label == full.label);
  CHECK(copy.comments.size() == full.comments.size());
  REQUIRE(copy.rows.size() == full.rows.size());
  REQUIRE(copy.columns.size() == full.columns.size());
  for (std::size_t i = 0; i < copy.rows.size(); ++i) {
    CHECK(copy.rows[i].name == full.rows[i].name);
    CHECK(*copy.rows[i].others == doctest::Approx(*full.rows[i].others).epsilon(0.005));
    for (std::size_t column = 0; column < copy.columns.size(); ++column) CHECK(copy.rows[i].columns[column].has_value());
  }
  CHECK(released_result_page(view, review).is_empty());
}

TEST_CASE("blind spots come with the widest gap first and are all above the limit of the rules") {
  const auto view = lead_view();
  const ResultPage page = compute_result_page(view, review_of(view, "Mara"));
  const auto blind = rows_with_gap(page, rating::GapKind::BlindSpot);
  REQUIRE_FALSE(blind.empty());
  for (std::size_t i = 0; i < blind.size(); ++i) {
    CHECK(*blind[i]->gap.value >= page.rules.gap_points - 1e-9);
    if (i > 0) CHECK(*blind[i - 1]->gap.value >= *blind[i]->gap.value);
  }
}

TEST_CASE("the list has a row for every participant, says how far each is and sorts what has no figure last") {
  const auto view = lead_view();
  auto rows = compute_result_list(view, *view.current_cycle());
  CHECK(rows.size() == view.reviews_in(view.current_cycle()->id).size());
  const auto mara = std::ranges::find(rows, person_called("Mara"), [](const ResultListRow& row) { return row.person->id; });
  REQUIRE(mara != rows.end());
  CHECK(mara->answers_in == 11);
  CHECK(mara->answers_asked == 12);
  CHECK(mara->progress == ResultProgress::waiting);
  CHECK(*mara->others == doctest::Approx(*compute_result_page(view, review_of(view, "Mara")).others));
  for (const bool descending : {false, true}) {
    sort_result_list(rows, ResultColumnKind::others, descending, view);
    for (std::size_t i = 1; i < rows.size(); ++i) {
      if (!rows[i].others) continue;
      REQUIRE(rows[i - 1].others);
      CHECK((descending ? *rows[i - 1].others >= *rows[i].others : *rows[i - 1].others <= *rows[i].others));
    }
  }
}

TEST_CASE("a member's list holds nothing before the release") {
  const auto member = view_of(document(), person_called("Nils"));
  CHECK(compute_result_list(member, *member.current_cycle()).empty());
}

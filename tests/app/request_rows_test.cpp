#include "app/queries/request_rows.h"

#include <doctest/doctest.h>

#include "app/support/plain_text.h"
#include "app/support/sample_team.h"

using namespace fullcircle;
using namespace fullcircle::test;

namespace {

struct Team {
  Document document = sample_team();
  ModelView view = view_of(document);
  test::PlainText text;
  RequestList list(RequestQuestion question = {}) {
    question.cycle = view.current_cycle()->id;
    return list_requests(view, question, text);
  }
  FeedbackRequest any_request(RequestState state) {
    for (const FeedbackRequest& request : document.table<FeedbackRequest>().alive())
      if (request.state == state && request.cycle == view.current_cycle()->id) return request;
    FAIL("no request in this state");
    return {};
  }
};

}  // namespace

TEST_CASE("the filters split the requests of a cycle, and their counts add up") {
  Team team;
  const RequestList all = team.list();
  CHECK(all.rows.size() == 44);
  CHECK(all.counts == std::array<int, kRequestFilters>{44, 3, 10, 31});
  CHECK(all.asked == 44);
  CHECK(all.answered == 31);
  CHECK(all.to_export.size() == 3);
  for (const auto filter : {RequestFilter::not_exported, RequestFilter::waiting, RequestFilter::received}) {
    const RequestList some = team.list({.filter = filter, .search = {}, .last_import = {}});
    CHECK(static_cast<int>(some.rows.size()) == all.counts[static_cast<std::size_t>(filter)]);
    CHECK(some.counts == all.counts);
  }
}

TEST_CASE("a request is late from the day after it was due, by whole days") {
  Team team;
  FeedbackRequest request = team.any_request(RequestState::exported);
  request.due_day = kToday;
  CHECK(compute_standing(team.view, request, {}) == RequestStanding::waiting);
  request.due_day = kToday - 1;
  CHECK(compute_standing(team.view, request, {}) == RequestStanding::late);
  request.due_day.reset();
  CHECK(compute_standing(team.view, request, {}) == RequestStanding::waiting);
  int late = 0;
  for (const RequestRow& row : team.list().rows)
    if (row.standing == RequestStanding::late) late += row.days_late;
  CHECK(late == 2);
}

TEST_CASE("an answer is new when the last import brought it, and without an import for a day") {
  Team team;
  FeedbackRequest request = team.any_request(RequestState::received);
  request.received_at = team.view.now;
  CHECK(compute_standing(team.view, request, {}) == RequestStanding::fresh);
  CHECK(compute_standing(team.view, request, team.view.now) == RequestStanding::fresh);
  CHECK(compute_standing(team.view, request, Instant{team.view.now.ms + 1}) == RequestStanding::received);
  request.received_at = Instant{team.view.now.ms - kFreshMs};
  CHECK(compute_standing(team.view, request, {}) == RequestStanding::received);
}

TEST_CASE("the search finds all its words in rater, role and subject, whatever their case") {
  Team team;
  const auto found = team.list({.search = "jonas MARA", .last_import = {}});
  CHECK(found.rows.size() > 0);
  for (const RequestRow& row : found.rows) {
    const std::string names = team.view.name_of(row.request->rater) + team.view.name_of(row.request->subject);
    CHECK(names.find("Jonas") != std::string::npos);
    CHECK(names.find("Mara") != std::string::npos);
  }
  CHECK(team.list({.search = "nobody of this name", .last_import = {}}).rows.empty());
}

TEST_CASE("rows are sorted by what was asked for, and those without the value stay last in both directions") {
  Team team;
  for (const bool is_descending : {false, true}) {
    const auto by_rater = team.list({.search = {}, .order = RequestOrder::rater, .is_descending = is_descending, .last_import = {}});
    for (std::size_t i = 1; i < by_rater.rows.size(); ++i) {
      const auto &before = team.view.name_of(by_rater.rows[i - 1].request->rater), &after = team.view.name_of(by_rater.rows[i].request->rater);
      CHECK((is_descending ? before >= after : before <= after));
    }
    const auto by_export = team.list({.search = {}, .order = RequestOrder::exported, .is_descending = is_descending, .last_import = {}});
    for (std::size_t i = 0; i < 3; ++i) CHECK_FALSE(by_export.rows[by_export.rows.size() - 1 - i].request->exported_at);
  }
}

#include "app/commands/answer_commands.h"

#include <doctest/doctest.h>

#include "app/files/answer_import.h"
#include "app/files/request_files.h"
#include "app/files/small_team.h"
#include "exchange/answer_file.h"

using namespace fullcircle;

namespace {

constexpr Instant kNow{kTeamStart + 1'000'000'000};

ModelView view_of(const SmallTeam& team, Id<Person> me) {
  ModelView view(team.document);
  view.me = me;
  view.now = kNow;
  view.today = *parse_day("2025-11-28");
  return view;
}

ReceivedRequest answered(const ModelView& view, Id<FeedbackRequest> id) {
  auto draft = draft_of_request(view, id);
  REQUIRE(draft);
  draft->answers = {{.item = "clear", .rating = 4}};
  draft->comments = {{.item = "clear", .text = "Well said"}};
  return *draft;
}

Review review_of(SmallTeam& team) {
  const Review review{.id = nth<Review>(40), .cycle = team.cycle, .person = team.ada, .manager = team.bo};
  Edit edit("edit.test");
  edit.create(review);
  team.apply(edit);
  return review;
}

}  // namespace

TEST_CASE("a request is mine only when I am its rater") {
  SmallTeam team;
  CHECK(find_request_to_me(view_of(team, team.cy), RecordId(team.from_cy)) != nullptr);
  CHECK(find_request_to_me(view_of(team, team.di), RecordId(team.from_cy)) == nullptr);
  CHECK(find_request_to_me(view_of(team, {}), RecordId(team.from_cy)) == nullptr);
}

TEST_CASE("a draft kept on this device comes back with the form as it is now") {
  SmallTeam team;
  team.apply(keep_answer_draft(view_of(team, team.cy), answered(view_of(team, team.cy), team.from_cy)));
  team.change<ReviewForm>(team.form, [](ReviewForm& form) { form.sections[0].items[0].text = "{{name}} writes very clearly"; });
  const auto draft = draft_of_request(view_of(team, team.cy), team.from_cy);
  REQUIRE(draft);
  CHECK(draft->answers == std::vector<Answer>{{.item = "clear", .rating = 4}});
  CHECK(draft->sections[0].items[0].text == "{{name}} writes very clearly");
  CHECK(draft->sections[0].title == "Clarity");
  CHECK(draft->sections[1].title == "Work");
  CHECK(team.document.table<FeedbackResponse>().find(response_id_for(std::string(32, '3'))) == nullptr);  // nothing counts yet
}

TEST_CASE("an answer handed in is the response of its request, without a name and without a moment") {
  SmallTeam team;
  const auto view = view_of(team, team.cy);
  const auto edit = hand_in_answer(view, answered(view, team.from_cy));
  REQUIRE(edit);
  team.apply(*edit);
  const auto& response = team.get(response_id_for(std::string(32, '3')));
  CHECK(response.group == RaterGroup::peer);
  CHECK_FALSE(response.author);
  CHECK(response.subject == team.ada);
  CHECK(response.submitted_at == Instant{view.today.number * std::int64_t{86'400'000}});
  CHECK(response.comments[0].text == "Well said");
  CHECK(team.get(team.from_cy).state == RequestState::received);
  CHECK(team.get(Id<ReceivedRequest>(RecordId(team.from_cy))).answered_at == kNow);
}

TEST_CASE("an answer handed in and the same answer as a file are one response") {
  SmallTeam team;
  const auto view = view_of(team, team.cy);
  const auto draft = answered(view, team.from_cy);
  team.apply(*hand_in_answer(view, draft));
  const std::string bytes = encode_answer_file(draft, view.today);
  const NamedFile file{"answer", bytes};
  const auto import = import_answers(team.document, {&file, 1}, nth<ImportLog>(50), kNow);
  CHECK(import.files[0].outcome == ImportOutcome::already_there);
}

TEST_CASE("handing in again replaces the earlier answer and keeps when it first came in") {
  SmallTeam team;
  auto view = view_of(team, team.cy);
  team.apply(*hand_in_answer(view, answered(view, team.from_cy)));
  view = view_of(team, team.cy);
  view.now = Instant{kNow.ms + 5000};
  auto draft = answered(view, team.from_cy);
  draft.answers[0].rating = 2;
  team.apply(*hand_in_answer(view, draft));
  CHECK(team.get(response_id_for(std::string(32, '3'))).answers[0].rating == 2);
  CHECK(team.get(team.from_cy).received_at == kNow);
}

TEST_CASE("a withdrawn request takes no answer") {
  SmallTeam team;
  const auto draft = answered(view_of(team, team.cy), team.from_cy);
  team.change<FeedbackRequest>(team.from_cy, [](FeedbackRequest& request) { request.state = RequestState::withdrawn; });
  CHECK(hand_in_answer(view_of(team, team.cy), draft).error().code == "error.request.withdrawn");
  CHECK(draft_of_request(view_of(team, team.cy), team.from_cy).error().code == "error.request.withdrawn");
}

TEST_CASE("the own view is a draft until it is sent, and names its author") {
  SmallTeam team;
  const Review review = review_of(team);
  auto response = own_response(view_of(team, team.ada), review, RaterGroup::self);
  response.answers = {{.item = "clear", .rating = 3}};
  team.apply(keep_own_response(view_of(team, team.ada), response));
  CHECK_FALSE(team.get(response.id).submitted_at);
  CHECK(team.get(team.from_ada).state == RequestState::approved);
  const auto again = own_response(view_of(team, team.ada), review, RaterGroup::self);
  CHECK(again.id == response.id);
  CHECK(again.answers == response.answers);
  team.apply(send_own_response(view_of(team, team.ada), again));
  CHECK(team.get(response.id).submitted_at == kNow);
  CHECK(team.get(response.id).author == team.ada);
  CHECK(team.get(team.from_ada).state == RequestState::received);
}

TEST_CASE("what the manager says in the review answers the request that asked the manager") {
  SmallTeam team;
  const Review review = review_of(team);
  const auto response = own_response(view_of(team, team.bo), review, RaterGroup::manager);
  CHECK(response.id == response_id_for(std::string(32, '2')));
  CHECK(response.form == team.form);
  team.apply(send_own_response(view_of(team, team.bo), response));
  CHECK(team.get(team.from_bo).state == RequestState::received);
}

TEST_CASE("without a request the own view has the same id on every device, another one for each group") {
  SmallTeam here, there;
  for (SmallTeam* team : {&here, &there})
    for (const auto id : {team->from_ada, team->from_bo}) team->change<FeedbackRequest>(id, [](FeedbackRequest& request) { request.state = RequestState::withdrawn; });
  const auto first = own_response(view_of(here, here.ada), review_of(here), RaterGroup::self);
  const auto second = own_response(view_of(there, there.ada), review_of(there), RaterGroup::self);
  CHECK(first.id == second.id);
  CHECK(first.id != own_response(view_of(here, here.bo), review_of(here), RaterGroup::manager).id);
}

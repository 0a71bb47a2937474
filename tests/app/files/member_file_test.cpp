#include "app/files/member_file.h"

#include <doctest/doctest.h>

#include "app/files/answer_import.h"
#include "app/files/document_writer.h"
#include "app/files/request_files.h"
#include "app/files/small_team.h"
#include "app/files/table_export.h"
#include "exchange/csv.h"
#include "exchange/file_kind.h"
#include "store/history.h"

using namespace fullcircle;

namespace {

constexpr std::uint16_t kGoalTitle = 1;

/// The small team with something of everything that must, or must not, reach Ada.
struct FullTeam : SmallTeam {
  Id<Goal> company = nth<Goal>(40), mine = nth<Goal>(41), of_cy = nth<Goal>(42);
  Id<Review> review = nth<Review>(60), review_of_cy = nth<Review>(61);
  Id<DevelopmentPlan> plan = nth<DevelopmentPlan>(70), plan_of_cy = nth<DevelopmentPlan>(71);
  Id<FeedbackResponse> own_response = nth<FeedbackResponse>(80);
  Id<ProgressPoint> point = nth<ProgressPoint>(85);

  FullTeam() {
    Edit edit("edit.test");
    edit.create(Goal{.id = company, .title = "Company goal", .level = GoalLevel::organisation, .state = GoalState::agreed});
    edit.create(Goal{.id = mine, .title = "Ada's goal", .owner = ada, .parent = company, .state = GoalState::agreed});
    edit.create(Goal{.id = of_cy, .title = "SECRET-GOAL-OF-CY", .owner = cy});
    edit.create(ProgressPoint{.id = point, .goal = mine, .note = "Halfway", .author = ada});
    edit.create(ProgressPoint{.id = nth<ProgressPoint>(86), .goal = of_cy, .note = "SECRET-POINT"});
    edit.create(Review{.id = review, .cycle = cycle, .person = ada, .manager = bo, .summary = "SECRET-SUMMARY-UNTIL-RELEASED", .calibration_reason = "SECRET-CALIBRATION", .potential = 4});
    edit.create(Review{.id = review_of_cy, .cycle = cycle, .person = cy, .summary = "SECRET-REVIEW-OF-CY"});
    edit.create(Feedback{.id = nth<Feedback>(62), .author = cy, .about = ada, .text = "Good talk"});
    edit.create(Feedback{.id = nth<Feedback>(63), .author = bo, .about = ada, .text = "SECRET-PRIVATE-FEEDBACK", .is_private = true});
    edit.create(Feedback{.id = nth<Feedback>(64), .author = bo, .about = cy, .text = "SECRET-FEEDBACK-ABOUT-CY"});
    edit.create(CheckIn{.id = nth<CheckIn>(65), .person = ada, .with = bo, .next_steps = "Plan", .private_note = "SECRET-CHECK-IN-NOTE"});
    edit.create(CheckIn{.id = nth<CheckIn>(66), .person = cy, .with = bo, .next_steps = "SECRET-CHECK-IN-OF-CY"});
    edit.create(DevelopmentPlan{.id = plan, .person = ada});
    edit.create(DevelopmentPlan{.id = plan_of_cy, .person = cy, .ambitions = "SECRET-PLAN-OF-CY"});
    edit.create(FeedbackResponse{.id = own_response, .cycle = cycle, .subject = ada, .group = RaterGroup::self, .author = ada, .form = form, .answers = {{.item = "clear", .rating = 4}}});
    edit.create(FeedbackResponse{.id = nth<FeedbackResponse>(81), .cycle = cycle, .subject = ada, .group = RaterGroup::manager, .author = bo, .comments = {{.item = "open", .text = "SECRET-MANAGER-ANSWER"}}});
    edit.create(FeedbackResponse{.id = nth<FeedbackResponse>(82), .cycle = cycle, .subject = ada, .group = RaterGroup::peer, .comments = {{.item = "open", .text = "SECRET-PEER-ANSWER"}}});
    edit.create(ImportLog{.id = nth<ImportLog>(83), .files = {{.name = "SECRET-FILE-NAME"}}});
    edit.create(ReceivedRequest{.id = nth<ReceivedRequest>(84), .subject_name = "SECRET-RECEIVED"});
    apply(edit);
    change<Workspace>(nth<Workspace>(9), [](auto& workspace) { workspace.strategy = "SECRET-OLD-STRATEGY"; });
    change<Workspace>(nth<Workspace>(9), [](auto& workspace) { workspace.strategy = "Grow slowly"; });
  }

  void release() {
    change<Review>(review, [](auto& r) {
      r.released_at = Instant{kTeamStart};
      r.summary = "Well done";
    });
  }
};

std::string member_file(const FullTeam& team) {
  const auto bytes = encode_member_file(team.document, team.ada);
  REQUIRE(bytes);
  return *bytes;
}

/// Ada's own copy after opening her file, edited on her device.
struct Member : SmallTeam {
  explicit Member(const std::string& bytes) {
    auto file = read_member_file(bytes);
    REQUIRE(file);
    document = std::move(file->document);
    clock = StampClock(0xADA, [this] { return Instant{now += 1000}; });
    clock.observe(document.greatest_stamp());
  }
  std::string returned() const { return *encode_member_return(document, ada); }
};

MemberReturn take_back(FullTeam& team, const std::string& bytes) {
  auto file = read_member_file(bytes);
  REQUIRE(file);
  CHECK(file->is_return);
  MemberReturn allowed = select_allowed_changes(team.document, file->member, std::move(file->document));
  merge(team.document, allowed.changes);
  return allowed;
}

}  // namespace

TEST_CASE("a member's file holds what concerns them and not one word of anything else") {
  FullTeam team;
  const std::string bytes = member_file(team);
  CHECK(detect_file_kind(bytes) == FileKind::member);
  CHECK_MESSAGE(bytes.find("SECRET") == std::string::npos, bytes.substr(bytes.find("SECRET"), 40));
  for (auto there : {"Ada's goal", "Company goal", "Halfway", "Good talk", "Plan", "Cy Young", "Grow slowly", "ada@example.org", "\"clear\""})
    CHECK_MESSAGE(bytes.find(there) != std::string::npos, there);
  for (auto token : {'2', '3'}) CHECK(bytes.find(std::string(32, token)) == std::string::npos);
  for (auto absent : {"cy@example.org", "Outside Customer", "customer@example.com"}) CHECK_MESSAGE(bytes.find(absent) == std::string::npos, absent);
}

TEST_CASE("what the manager wrote in the review is in the file once it is released") {
  FullTeam team;
  team.release();
  const std::string bytes = member_file(team);
  CHECK(bytes.find("Well done") != std::string::npos);
  CHECK(bytes.find("SECRET") == std::string::npos);  // the summary before is history, and stays here
}

TEST_CASE("somebody from outside, or nobody, has no file") {
  FullTeam team;
  CHECK(encode_member_file(team.document, team.customer).error().code == "error.member.missing");
  CHECK(encode_member_file(team.document, nth<Person>(99)).error().code == "error.member.missing");
  CHECK(read_member_file(encode_document(team.document)).error().code == file_error::kWrongKind);
  CHECK(read_member_file(encode_document({}, kMemberFormat)).error() == Error{"error.file.missing", "1:1", "member"});
}

TEST_CASE("what a member writes comes back and merges without a conflict") {
  FullTeam team;
  team.release();
  Member member(member_file(team));
  Edit edit;
  edit.create(ProgressPoint{.id = nth<ProgressPoint>(200), .goal = team.mine, .value = 7, .note = "Nearly there", .author = team.ada});
  edit.create(DevelopmentAction{.id = nth<DevelopmentAction>(201), .plan = team.plan, .title = "Read a book"});
  edit.create(Goal{.id = nth<Goal>(202), .title = "My own idea", .owner = team.ada, .state = GoalState::proposed});
  edit.create(Feedback{.id = nth<Feedback>(203), .author = team.ada, .about = team.bo, .text = "Thanks for the time"});
  member.apply(edit);
  member.change<Review>(team.review, [&](Review& review) {
    review.person_words = {{.point = "a", .text = "I agree"}};
    review.person_sign_off = SignOff{.person = team.ada, .verdict = Verdict::agree, .signed_at = {kTeamStart}, .content_hash = "x"};
  });
  member.change<Goal>(team.mine, [](Goal& goal) { goal.owner_agreed_at = Instant{kTeamStart}; });
  member.change<FeedbackResponse>(team.own_response, [](FeedbackResponse& response) { response.answers[0].rating = 5; });
  member.change<ProgressPoint>(team.point, [](ProgressPoint& point) { point.note = "More than halfway"; });
  const auto allowed = take_back(team, member.returned());
  CHECK(allowed.refused_fields == 0);
  CHECK(team.get(nth<ProgressPoint>(200)).value == 7);
  CHECK(team.get(nth<DevelopmentAction>(201)).title == "Read a book");
  CHECK(team.get(nth<Goal>(202)).state == GoalState::proposed);
  CHECK(team.get(nth<Feedback>(203)).about == team.bo);
  CHECK(team.get(team.review).person_sign_off.has_value());
  CHECK(team.get(team.review).person_words.size() == 1);
  CHECK(team.get(team.review).summary == "Well done");
  CHECK(team.get(team.mine).owner_agreed_at.has_value());
  CHECK(team.get(team.own_response).answers[0].rating == 5);
  CHECK(team.get(team.point).note == "More than halfway");
  CHECK(team.get(team.ada).lead_note == "SECRET-LEAD-NOTE");
  const std::string once = encode_document(team.document);
  take_back(team, member.returned());
  CHECK(encode_document(team.document) == once);
}

TEST_CASE("a member's newer file never conflicts with the one before, however often the lead changed their mind in between") {
  FullTeam team;
  team.release();
  Member member(member_file(team));
  for (const char* summary : {"Good", "Very good", "Outstanding", "Very good, with a wish"}) {
    team.change<Review>(team.review, [&](Review& review) { review.summary = summary; });
    team.change<Goal>(team.mine, [&](Goal& goal) { goal.title = std::string("Ada's goal, ") + summary; });
  }
  const auto next = read_member_file(member_file(team));
  REQUIRE(next);
  merge(member.document, next->document);
  CHECK(conflicts_of(member.document).empty());
  CHECK(member.document.table<Review>().find(team.review)->summary == "Very good, with a wish");
  CHECK(member.document.table<Goal>().find(team.mine)->title == "Ada's goal, Very good, with a wish");
  member.change<Goal>(team.mine, [](Goal& goal) { goal.owner_agreed_at = Instant{kTeamStart}; });

  const std::size_t versions = history_of(team.document, team.mine, kGoalTitle).size();
  take_back(team, member.returned());
  CHECK(conflicts_of(team.document).empty());
  CHECK(history_of(team.document, team.mine, kGoalTitle).size() == versions);
  CHECK(team.get(team.mine).owner_agreed_at.has_value());
}

TEST_CASE("a returned file that writes what a member may not write changes none of it") {
  FullTeam team;
  Member member(member_file(team));
  const std::string before = encode_document(team.document);
  member.change<Review>(team.review, [](Review& review) { review.summary = "I am great"; });
  member.change<Goal>(team.mine, [](Goal& goal) { goal.title = "Easier"; goal.weight_percent = 100; });
  member.change<Goal>(team.company, [](Goal& goal) { goal.title = "Mine"; });
  member.change<Person>(team.ada, [](Person& person) { person.manager = {}; person.lead_note = "nice"; });
  member.change<Workspace>(nth<Workspace>(9), [](Workspace& workspace) { workspace.name = "Mine"; });
  Edit edit;
  edit.erase(team.review);
  edit.create(FeedbackResponse{.id = nth<FeedbackResponse>(300), .cycle = team.cycle, .subject = team.ada, .group = RaterGroup::peer, .answers = {{.item = "clear", .rating = 5}}});
  edit.create(Feedback{.id = nth<Feedback>(301), .author = team.bo, .about = team.ada, .text = "Forged"});
  edit.create(ProgressPoint{.id = nth<ProgressPoint>(302), .goal = team.of_cy, .note = "Forged", .author = team.ada});
  edit.create(ReviewCycle{.id = nth<ReviewCycle>(303)});
  edit.create(Review{.id = nth<Review>(304), .person = team.ada});
  member.apply(edit);
  auto forged = encode_document(member.document, kMemberFormat, {{"isReturn", true}, {"member", to_text(team.ada)}});
  const auto allowed = take_back(team, forged);
  CHECK(allowed.refused_fields > 5);
  CHECK(encode_document(team.document) == before);
}

TEST_CASE("a deleted goal leaves the member's copy when the next file comes") {
  FullTeam team;
  Member member(member_file(team));
  Edit edit;
  edit.erase(team.mine);
  team.apply(edit);
  auto next = read_member_file(member_file(team));
  REQUIRE(next);
  CHECK(member_file(team).find("Ada's goal") == std::string::npos);
  merge(member.document, next->document);
  CHECK(member.document.table<Goal>().find(team.mine) == nullptr);
}

TEST_CASE("a co-lead gets everything but what stays on the device and others' private notes") {
  FullTeam team;
  const std::string bytes = encode_document(select_for_lead(team.document, team.cy));
  for (auto absent : {"SECRET-RECEIVED", "SECRET-PRIVATE-FEEDBACK"}) CHECK(bytes.find(absent) == std::string::npos);
  CHECK(bytes.find("SECRET-LEAD-NOTE") != std::string::npos);
  CHECK(encode_document(select_for_lead(team.document, team.bo)).find("SECRET-PRIVATE-FEEDBACK") != std::string::npos);
}

TEST_CASE("any table is exported with names for references, except answers and what stays on the device") {
  FullTeam team;
  const auto people = encode_table_csv(team.document, "people");
  REQUIRE(people);
  const auto table = parse_csv(*people, {.header = CsvOptions::Header::yes});
  REQUIRE(table);
  CHECK(table->header[0] == "id");
  CHECK(table->rows.size() == 5);
  CHECK(people->find("Bo Berg") != std::string::npos);
  CHECK(encode_table_csv(team.document, "requests")->find(std::string(32, '3')) == std::string::npos);
  CHECK(encode_table_csv(team.document, "responses").error().code == "error.csv.not_exported");
  CHECK(encode_table_csv(team.document, "receivedRequests").error().code == "error.csv.not_exported");
  CHECK(encode_table_csv(team.document, "spaceships").error().code == "error.csv.no_such_table");
}

TEST_CASE("the owner's yes in their own file completes an agreement the lead has given, and none the lead has not") {
  for (const bool has_lead_agreed : {true, false}) {
    FullTeam team;
    team.change<Goal>(team.mine, [&](auto& goal) {
      goal.state = GoalState::proposed;
      if (has_lead_agreed) goal.manager_agreed_at = Instant{kTeamStart};
    });
    Member member(member_file(team));
    member.change<Goal>(member.get(team.mine).id, [](auto& goal) {
      goal.owner_agreed_at = Instant{kTeamStart + 1};
      goal.state = GoalState::agreed;
    });
    take_back(team, member.returned());
    CHECK(team.get(team.mine).owner_agreed_at.has_value());
    CHECK((team.get(team.mine).state == GoalState::agreed) == has_lead_agreed);
  }
}

// G5: what no file for others may hold, looked for in the bytes of every kind of file there is: copies, requests, answers, tables, pages,
// signed reviews. A member's file has a test of its own: member_privacy_test.cpp.
#include <doctest/doctest.h>

#include "app/commands/people_commands.h"
#include "app/commands/release_result.h"
#include "app/commands/sign_off.h"
#include "app/files/member_file.h"
#include "app/files/request_files.h"
#include "app/files/table_export.h"
#include "app/queries/insight_words.h"
#include "app/reports/plan_report.h"
#include "app/reports/review_report.h"
#include "app/support/marked_team.h"
#include "app/support/shipped_languages.h"
#include "exchange/answer_file.h"

using namespace fullcircle;
using namespace fullcircle::test;

namespace {

template <class Entity>
bool is_of(const Mark& mark) {
  return mark.kind == kKindIndex<Entity>;
}

/// `may_hold` says for each text of the team that was found in the file whether it may be there.
template <class MayHold>
std::size_t check_marks(const MarkedTeam& team, std::string_view bytes, std::string_view what, MayHold may_hold) {
  const auto found = marks_in(bytes);
  for (const std::size_t number : found) {
    const Mark& mark = team.marks[number];
    CHECK_MESSAGE(may_hold(mark), what << " holds " << kind_key(mark.kind) << " " << to_text(mark.id) << " " << mark.field << (mark.is_old ? " (old)" : ""));
  }
  return found.size();
}

bool holds(std::string_view bytes, std::string_view part) { return bytes.find(part) != std::string_view::npos; }

/// Ada's review: answers of one peer and one report, each with words; below any minimum.
struct FewAnswers {
  SmallTeam team;
  Id<Review> id = nth<Review>(60);

  FewAnswers() {
    Edit edit("edit.test");
    edit.create(Review{.id = id, .cycle = team.cycle, .person = team.ada, .manager = team.bo, .summary = "A good year"});
    add(edit, 500, RaterGroup::peer, "SECRET-OF-CY");
    add(edit, 501, RaterGroup::report, "SECRET-OF-DI");
    edit.create(Feedback{.id = nth<Feedback>(700), .author = team.bo, .about = team.ada, .text = "SECRET-PRIVATE", .is_private = true});
    edit.create(CheckIn{.id = nth<CheckIn>(701), .person = team.ada, .with = team.bo, .private_note = "SECRET-NOTE"});
    team.apply(edit);
  }
  void add(Edit& edit, std::uint64_t number, RaterGroup group, std::string words) const {
    edit.create(FeedbackResponse{.id = nth<FeedbackResponse>(number), .cycle = team.cycle, .subject = team.ada, .group = group, .form = team.form,
                                 .answers = {{.item = "clear", .rating = 1.375}}, .comments = {{.item = "open", .text = std::move(words)}}, .submitted_at = Instant{kTeamStart}});
  }
  ModelView view() const {
    ModelView view(team.document);
    view.now = Instant{team.now};
    view.today = day_of(view.now, 0);
    view.me = team.bo;
    return view;
  }
};

/// Neither the words of those few nor their one number, no id of whoever was asked, no code of a request.
void check_says_nothing_of_raters(const FewAnswers& few, std::string_view bytes, std::string_view what) {
  CAPTURE(what);
  for (const std::string_view secret : {"SECRET", "1.375", "1.38", "1,375", "1,38", "Cy Young"}) CHECK_MESSAGE(!holds(bytes, secret), secret);
  for (const RecordId id : {RecordId(few.team.cy), RecordId(few.team.from_cy), RecordId(nth<FeedbackResponse>(500)), RecordId(nth<FeedbackResponse>(501))}) CHECK(!holds(bytes, to_text(id)));
  for (const char digit : {'1', '2', '3'}) CHECK(!holds(bytes, std::string(32, digit)));
}

}  // namespace

TEST_CASE("G5: a co-lead's copy holds no private note of another lead, nothing that stays on a device, and all the rest") {
  const MarkedTeam team;
  const ModelView view = lead_view_of(team.document);
  const Id<Person> recipient = view.me;
  const std::string bytes = encode_document(select_for_lead(team.document, recipient));
  std::set<std::size_t> left_out;
  const auto must_go = [&](const Mark& mark) {
    if (is_of<ReceivedRequest>(mark)) return true;
    const Feedback* feedback = is_of<Feedback>(mark) ? team.document.table<Feedback>().find(Id<Feedback>(mark.id)) : nullptr;
    if (feedback && feedback->is_private && feedback->author != recipient) return true;
    const FieldAccess* field = find_field(kind_fields(mark.kind), mark.field);
    return field && field->audience == Audience::device;
  };
  check_marks(team, bytes, "a co-lead's copy", [&](const Mark& mark) { return !must_go(mark); });
  const auto inside = marks_in(bytes);
  std::size_t gone = 0;
  for (std::size_t i = 0; i < team.marks.size(); ++i) {
    gone += must_go(team.marks[i]);
    if (!must_go(team.marks[i])) CHECK_MESSAGE(inside.contains(i), kind_key(team.marks[i].kind) << " " << team.marks[i].field);
  }
  CHECK(gone > 10);
}

TEST_CASE("G4, G5: the copy in a shared folder holds nobody's private note and nothing that stays on a device") {
  const MarkedTeam team;
  const auto found = marks_in(encode_document(select_for_leads(team.document)));
  CHECK(!found.empty());
  std::size_t notes = 0;
  for (std::size_t i = 0; i < team.marks.size(); ++i) {
    const Mark& mark = team.marks[i];
    const Feedback* feedback = is_of<Feedback>(mark) ? team.document.table<Feedback>().find(Id<Feedback>(mark.id)) : nullptr;
    const FieldAccess* field = find_field(kind_fields(mark.kind), mark.field);
    const bool is_note = feedback && feedback->is_private;
    notes += is_note;
    if (is_note || is_of<ReceivedRequest>(mark) || (field && field->audience == Audience::device)) CHECK_MESSAGE(!found.contains(i), kind_key(mark.kind) << " " << mark.field);
  }
  CHECK(notes > 0);
}

TEST_CASE("G5: a backup holds every text of the team") {
  const MarkedTeam team;
  CHECK(marks_in(encode_document(team.document)).size() == team.marks.size());
}

TEST_CASE("G5: a request holds its own subject, its questions and who asks: no other person, no note, no answer, no other code") {
  const MarkedTeam team;
  const Workspace& workspace = *team.document.table<Workspace>().alive().begin();
  int requests = 0;
  for (const FeedbackRequest& request : team.document.table<FeedbackRequest>().alive()) {
    const auto file = make_request_file(team.document, request.id, kNow);
    if (!file) continue;
    ++requests;
    const Person& subject = *team.document.table<Person>().find(request.subject);
    const auto held = check_marks(team, file->bytes, "a request", [&](const Mark& mark) {
      if (mark.is_old) return false;
      if (is_of<Person>(mark)) return (mark.id == subject.id && (mark.field == "name" || mark.field == "coachingWish")) || (mark.id == workspace.lead && mark.field == "name");
      if (is_of<Role>(mark)) return mark.id == subject.role && mark.field == "name";
      if (is_of<Workspace>(mark) || is_of<Competency>(mark) || is_of<CoreValue>(mark)) return mark.field == "name" || mark.field == "anchors";
      if (is_of<FeedbackRequest>(mark)) return mark.id == request.id && mark.field == "token";
      return is_of<ReviewForm>(mark) && mark.field == "sections";
    });
    CHECK(held > 5);
    for (const FeedbackRequest& other : team.document.table<FeedbackRequest>().alive())
      if (other.id != request.id) CHECK(!holds(file->bytes, to_text(other.id)));
    for (const Person& person : team.document.table<Person>().alive()) CHECK(!holds(file->bytes, to_text(person.id)));
    for (const FeedbackResponse& response : team.document.table<FeedbackResponse>().alive()) CHECK(!holds(file->bytes, to_text(response.id)));
  }
  CHECK(requests > 20);
}

TEST_CASE("G5: an answer holds what was written and the keys of the questions: no name, no code that would let others answer") {
  const MarkedTeam team;
  int answers = 0;
  for (const FeedbackRequest& request : team.document.table<FeedbackRequest>().alive()) {
    auto received = make_received_request(team.document, request.id);
    if (!received) continue;
    ++answers;
    for (const FormSection& section : received->sections)
      for (const FormItem& item : section.items) {
        received->answers.push_back({.item = item.key, .rating = 3});
        received->comments.push_back({.item = item.key, .text = "Own words"});
      }
    const std::string bytes = encode_answer_file(*received, kToday);
    CHECK(holds(bytes, "Own words"));
    check_marks(team, bytes, "an answer", [&](const Mark& mark) { return is_of<ReviewForm>(mark) && mark.field == "sections" && !mark.is_old; });
    for (const Person& person : team.document.table<Person>().alive()) CHECK(!holds(bytes, to_text(person.id)));
  }
  CHECK(answers > 20);
}

TEST_CASE("G5: no table of any kind holds an answer, a request that was received, a code, or what was written earlier") {
  const MarkedTeam team;
  int tables = 0;
  for (KindIndex kind = 0; kind < kKindCount; ++kind) {
    const auto csv = encode_table_csv(team.document, kind_key(kind));
    const bool is_confidential = kind == kKindIndex<FeedbackResponse> || kind == kKindIndex<ReceivedRequest>;
    CHECK(csv.has_value() != is_confidential);
    if (!csv) continue;
    ++tables;
    check_marks(team, *csv, kind_key(kind), [&](const Mark& mark) {
      if (mark.is_old || is_of<FeedbackResponse>(mark) || is_of<ReceivedRequest>(mark) || mark.field == "token") return false;
      return mark.kind == kind || mark.field == "name" || mark.field == "title";  // references show what they refer to
    });
  }
  CHECK(tables == static_cast<int>(kKindCount) - 2);
}

TEST_CASE("G5: the tables that pages export hold their columns only: no note, no answer, no code, no goal of a person") {
  const MarkedTeam team;
  const ModelView view = lead_view_of(team.document);
  const auto language = load_language("en");
  const Formats formats(*language, kToday);
  const std::set<std::string_view> person_columns{"name", "email", "staffNumber"};
  const auto is_name_of_setup = [](const Mark& mark) {
    return mark.field == "name" && (is_of<Person>(mark) || is_of<Unit>(mark) || is_of<Role>(mark) || is_of<ReviewCycle>(mark) || is_of<Competency>(mark) || is_of<CoreValue>(mark));
  };
  std::vector<Id<Person>> people;
  for (const Person& person : team.document.table<Person>().alive()) people.push_back(person.id);
  CHECK(check_marks(team, encode_people_csv(view, *language, people), "the list of people", [&](const Mark& mark) {
          return !mark.is_old && ((is_of<Person>(mark) && person_columns.contains(mark.field)) || is_name_of_setup(mark));
        }) > 20);
  for (const DevelopmentPlan& plan : team.document.table<DevelopmentPlan>().alive())
    check_marks(team, plan_csv(view, compute_plan_view(view, plan), *language, formats), "a plan", [&](const Mark& mark) {
      if (is_of<DevelopmentAction>(mark)) return !mark.is_old && team.document.table<DevelopmentAction>().find(Id<DevelopmentAction>(mark.id))->plan == plan.id;
      return !mark.is_old && ((is_of<DevelopmentPlan>(mark) && mark.id == plan.id && mark.field == "focus") || is_name_of_setup(mark));
    });
  const InsightFacts facts = collect_insight_facts(view);
  const InsightBoard board = compute_insight_board(view, facts, {}, RatingMeasure());
  const InsightWords words(*language, formats, view, facts, board);
  for (const InsightPart part : {InsightPart::goals_met, InsightPart::check_ins, InsightPart::ratings, InsightPart::goals, InsightPart::agreement, InsightPart::actions})
    check_marks(team, encode_insight_csv(words.table(part)), "insights", [&](const Mark& mark) { return !mark.is_old && is_name_of_setup(mark) && !is_of<Person>(mark); });
}

TEST_CASE("G2, G5: of answers by fewer than the minimum, no page, no table and no insight says anything") {
  const FewAnswers few;
  const ModelView view = few.view();
  const auto language = load_language("en");
  const Formats formats(*language, view.today);
  const ResultPage page = compute_result_page(view, few.team.get(few.id));
  check_says_nothing_of_raters(few, review_report_html(page, *language, formats, "Engineer"), "the page of a result");
  check_says_nothing_of_raters(few, review_report_csv(page, *language, formats), "the table of a result");
  const InsightFacts facts = collect_insight_facts(view);
  const InsightBoard board = compute_insight_board(view, facts, {}, RatingMeasure());
  const InsightWords words(*language, formats, view, facts, board);
  for (const InsightPart part : {InsightPart::goals_met, InsightPart::check_ins, InsightPart::ratings, InsightPart::goals, InsightPart::agreement, InsightPart::actions})
    check_says_nothing_of_raters(few, encode_insight_csv(words.table(part)), "insights");
}

TEST_CASE("G5, G6: a signed review holds what both sides read and nothing of who answered, in what is signed and in the member's file") {
  FewAnswers few;
  few.team.apply(release_result(few.view(), few.team.get(few.id)));
  few.team.apply(sign_review(few.view(), few.team.get(few.id), few.team.bo, Verdict::agree, "Thank you"));
  few.team.apply(sign_review(few.view(), few.team.get(few.id), few.team.ada, Verdict::disagree, "Not the goals"));
  const Review& review = few.team.get(few.id);
  REQUIRE(review.person_sign_off.has_value());
  REQUIRE(review.manager_sign_off.has_value());
  check_says_nothing_of_raters(few, signed_text(review), "what is signed");
  CHECK(holds(signed_text(review), "A good year"));
  const std::string file = *encode_member_file(few.team.document, few.team.ada);
  for (const std::string_view secret : {"SECRET", "1.375"}) CHECK_MESSAGE(!holds(file, secret), secret);
  for (const RecordId id : {RecordId(few.team.from_cy), RecordId(nth<FeedbackResponse>(500)), RecordId(nth<FeedbackResponse>(501))}) CHECK(!holds(file, to_text(id)));
  CHECK(holds(file, "Not the goals"));
}

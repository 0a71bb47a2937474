#include "app/files/answer_import.h"

#include <doctest/doctest.h>

#include "app/files/request_files.h"
#include "app/files/small_team.h"
#include "exchange/file_kind.h"

using namespace fullcircle;

namespace {

constexpr Instant kNow{kTeamStart + 1'000'000'000};
constexpr std::string_view kInTime = "2025-11-28";

/// What a rater does with a request file: opens it, answers, exports.
ReceivedRequest opened(SmallTeam& team, Id<FeedbackRequest> id) {
  auto file = make_request_file(team.document, id, kNow);
  REQUIRE(file);
  team.apply(file->edit);
  auto request = read_request_file(file->bytes);
  REQUIRE(request);
  return *request;
}

std::string answer_file(SmallTeam& team, Id<FeedbackRequest> id, double rating = 4, std::string_view day = kInTime) {
  ReceivedRequest request = opened(team, id);
  request.answers = {{.item = "clear", .rating = rating}, {.item = "choice", .choice = 1}, {.item = "open"}};
  request.comments = {{.item = "clear", .text = "Well said"}, {.item = "open"}};
  return encode_answer_file(request, *parse_day(day));
}

AnswerImport import(const SmallTeam& team, const std::vector<std::string>& files) {
  std::vector<NamedFile> named;
  for (const auto& bytes : files) named.push_back({"file" + std::to_string(named.size()), bytes});
  return import_answers(team.document, named, nth<ImportLog>(50), kNow);
}

ImportOutcome outcome_of(const SmallTeam& team, const std::string& bytes) { return import(team, {bytes}).files[0].outcome; }

}  // namespace

TEST_CASE("a request file holds what its rater needs, and nobody else's business") {
  SmallTeam team;
  const ReceivedRequest request = opened(team, team.from_cy);
  CHECK(request.id == Id<ReceivedRequest>(RecordId(team.from_cy)));
  CHECK(request.team_name == "Harbour");
  CHECK(request.subject_name == "Ada Lovelace");
  CHECK(request.subject_role == "Engineer");
  CHECK(request.asked_by == "Bo Berg");
  CHECK(request.coaching_wish == "Short and straight");
  CHECK(request.group == RaterGroup::peer);
  REQUIRE(request.sections.size() == 2);
  CHECK(request.sections[0].title == "Clarity");       // a competency's question bears its name
  CHECK(request.sections[1].items.size() == 2);  // not the one for reports
  CHECK(request.sections[0].items[0].anchors.size() == 2);
  const std::string bytes = make_request_file(team.document, team.from_cy, kNow)->bytes;
  for (auto secret : {"SECRET", "cy@example.org", "ada@example.org", "Cy Young", "answers"}) CHECK(bytes.find(secret) == std::string::npos);
  CHECK(team.get(team.from_cy).state == RequestState::exported);
  CHECK(team.get(team.from_cy).exported_at == kNow);
  CHECK(detect_file_kind(bytes) == FileKind::request);
}

TEST_CASE("an answer is taken in under the group, without the rater's name, and the request is marked") {
  SmallTeam team;
  const std::string bytes = answer_file(team, team.from_cy);
  CHECK(detect_file_kind(bytes) == FileKind::answer);
  const auto imported = import(team, {bytes});
  CHECK(imported.files[0].outcome == ImportOutcome::fresh);
  team.apply(imported.edit);
  const auto& response = team.get(imported.files[0].response);
  CHECK(response.group == RaterGroup::peer);
  CHECK(response.author.is_none());
  CHECK(response.subject == team.ada);
  CHECK(response.answers.size() == 2);
  CHECK(response.comments.size() == 1);
  CHECK(response.submitted_at == parse_instant("2025-11-28T00:00:00.000Z"));
  CHECK(team.get(team.from_cy).state == RequestState::received);
  CHECK(team.get(nth<ImportLog>(50)).new_count == 1);
  const auto by_manager = import(team, {answer_file(team, team.from_bo)});
  team.apply(by_manager.edit);
  CHECK(team.get(by_manager.files[0].response).author == team.bo);
}

TEST_CASE("the same answer again is already there; a later one replaces, an older one does not") {
  SmallTeam team;
  team.apply(import(team, {answer_file(team, team.from_cy, 4)}).edit);
  CHECK(outcome_of(team, answer_file(team, team.from_cy, 4)) == ImportOutcome::already_there);
  const auto replayed = import(team, {answer_file(team, team.from_cy, 2, "2025-11-20")});
  CHECK(replayed.files[0].outcome == ImportOutcome::already_there);
  CHECK(replayed.files[0].is_older);
  CHECK(replayed.log.files[0].detail == kOlderAnswer);
  CHECK(!import(team, {answer_file(team, team.from_cy, 4)}).files[0].is_older);
  const auto later = import(team, {answer_file(team, team.from_cy, 2, "2025-11-29")});
  CHECK(later.files[0].outcome == ImportOutcome::changed);
  team.apply(later.edit);
  CHECK(team.get(later.files[0].response).answers[0].rating == 2);
  CHECK(team.document.table<FeedbackResponse>().size() == 1);
}

TEST_CASE("a later answer that also comes after the due day is both: changed, and so many days late, in the log too") {
  SmallTeam team;
  team.apply(import(team, {answer_file(team, team.from_cy, 4)}).edit);
  const Day due = *team.get(team.from_cy).due_day;
  const auto replaced = [&](int days_after) { return import(team, {answer_file(team, team.from_cy, 2, to_text(due + days_after))}); };
  const auto in_time = replaced(0), late = replaced(1), very_late = replaced(12);
  for (const auto* one : {&in_time, &late, &very_late}) CHECK(one->files[0].outcome == ImportOutcome::changed);
  CHECK(in_time.files[0].days_late == 0);
  CHECK(in_time.log.files[0].detail.empty());
  CHECK(late.files[0].days_late == 1);
  CHECK(very_late.files[0].days_late == 12);
  CHECK(very_late.log.files[0].detail == std::string(kDaysLate) + "12");
  CHECK(very_late.count_taken() == 1);
  team.apply(very_late.edit);
  CHECK(team.get(nth<ImportLog>(50)).files[0].detail == std::string(kDaysLate) + "12");
  CHECK(replaced(12).files[0].outcome == ImportOutcome::already_there);
  CHECK(replaced(12).files[0].days_late == 0);
  CHECK(import(team, {answer_file(team, team.from_bo, 2, to_text(due + 3))}).files[0].days_late == 3);  // a first answer: late alone
}

TEST_CASE("many files are one step, and each has its own outcome") {
  SmallTeam team;
  const std::string from_cy = answer_file(team, team.from_cy);
  const auto imported = import(team, {from_cy, from_cy, answer_file(team, team.from_bo), "nonsense", make_request_file(team.document, team.from_cy, kNow)->bytes});
  std::vector<ImportOutcome> outcomes;
  for (const auto& file : imported.files) outcomes.push_back(file.outcome);
  CHECK(outcomes == std::vector{ImportOutcome::fresh, ImportOutcome::already_there, ImportOutcome::fresh, ImportOutcome::unreadable, ImportOutcome::unreadable});
  CHECK(imported.files[4].error.code == file_error::kWrongKind);
  CHECK(imported.count_taken() == 2);
  CHECK(imported.log.known_count == 1);
  const auto before = encode_document(team.document);
  UndoStep undo = team.apply(imported.edit).undo;
  CHECK(team.document.table<FeedbackResponse>().size() == 2);
  CHECK(undo.label_key == "edit.answers.import");
}

TEST_CASE("an answer that was changed after its export counts for nothing") {
  SmallTeam team;
  const std::string bytes = answer_file(team, team.from_cy, 4);
  const auto with = [&](std::string_view from, std::string_view to) {
    std::string changed = bytes;
    const auto at = changed.find(from);
    REQUIRE(at != std::string::npos);
    return changed.replace(at, from.size(), to);
  };
  CHECK(outcome_of(team, with("\"rating\": 4", "\"rating\": 5")) == ImportOutcome::altered);
  CHECK(outcome_of(team, with("Well said", "Badly said")) == ImportOutcome::altered);
  CHECK(outcome_of(team, with("\"peer\"", "\"manager\"")) == ImportOutcome::altered);
  CHECK(outcome_of(team, with("2025-11-28", "2025-11-29")) == ImportOutcome::altered);
  CHECK(outcome_of(team, with("\"answeredDay\"", "\"added\": 1, \"answeredDay\"")) == ImportOutcome::altered);
  CHECK(outcome_of(team, with(to_text(team.from_cy), to_text(team.from_bo))) == ImportOutcome::altered);
  CHECK(outcome_of(team, with(" \"answeredDay\"", "\n\n  \"answeredDay\"")) == ImportOutcome::fresh);  // space is no content
}

TEST_CASE("late, withdrawn, unknown and outdated answers say what they are") {
  SmallTeam team;
  const std::string bytes = answer_file(team, team.from_cy);
  CHECK(outcome_of(team, answer_file(team, team.from_cy, 4, "2025-12-01")) == ImportOutcome::late);
  SmallTeam other;
  Edit edit;
  edit.erase(other.from_cy);
  other.apply(edit);
  CHECK(outcome_of(other, bytes) == ImportOutcome::unknown_request);
  SmallTeam withdrawn;
  withdrawn.change<FeedbackRequest>(withdrawn.from_cy, [](auto& request) { request.state = RequestState::withdrawn; });
  CHECK(outcome_of(withdrawn, bytes) == ImportOutcome::withdrawn);
  SmallTeam newer;
  newer.change<ReviewForm>(newer.form, [](auto& form) { form.version = 2; });
  CHECK(outcome_of(newer, bytes) == ImportOutcome::wrong_version);
}

TEST_CASE("a genuine file with answers the form does not allow is refused, naming the answer") {
  SmallTeam team;
  ReceivedRequest request = opened(team, team.from_cy);
  const auto refused_place = [&](std::vector<Answer> answers) {
    request.answers = std::move(answers);
    const auto imported = import(team, {encode_answer_file(request, *parse_day(kInTime))});
    CHECK(imported.files[0].outcome == ImportOutcome::unreadable);
    CHECK(imported.count_taken() == 0);
    return imported.files[0].error.place;
  };
  CHECK(refused_place({{.item = "clear", .rating = 6}}) == "answers.0");
  CHECK(refused_place({{.item = "clear", .rating = 3}, {.item = "nothing", .rating = 3}}) == "answers.1");
  CHECK(refused_place({{.item = "open", .rating = 3}}) == "answers.0");
  CHECK(refused_place({{.item = "choice", .choice = 2}}) == "answers.0");
  CHECK(refused_place({{.item = "clear", .rating = 3}, {.item = "clear", .rating = 4}}) == "answers.0");
}

TEST_CASE("an answer sent again for another request, another person or another review counts for nothing") {
  SmallTeam team;
  const std::string bytes = answer_file(team, team.from_cy);
  const auto moved = [&](const std::string& from, const std::string& to) {
    std::string changed = bytes;
    for (auto at = changed.find(from); at != std::string::npos; at = changed.find(from, at + to.size())) changed.replace(at, from.size(), to);
    return changed;
  };
  CHECK(outcome_of(team, moved(to_text(team.from_cy), to_text(team.from_bo))) == ImportOutcome::altered);
  CHECK(outcome_of(team, moved(to_text(team.from_cy), to_text(nth<FeedbackRequest>(4711)))) == ImportOutcome::unknown_request);
  SmallTeam renewed;  // asked again with a new token: what was sent for the old one does not fit any more
  renewed.change<FeedbackRequest>(renewed.from_cy, [](auto& request) { request.token = std::string(32, '7'); });
  CHECK(outcome_of(renewed, bytes) == ImportOutcome::altered);
}

TEST_CASE("two leads who take the same answer in agree without a conflict") {
  SmallTeam left;
  const std::string bytes = answer_file(left, left.from_cy);
  SmallTeam right;
  right.document = left.document;
  right.clock = StampClock(0xB2, [now = std::int64_t{kTeamStart + 500'000}]() mutable { return Instant{now += 777}; });
  left.apply(import(left, {bytes}).edit);
  right.apply(import_answers(right.document, std::vector<NamedFile>{{"x", bytes}}, nth<ImportLog>(51), kNow).edit);
  const auto report = preview_merge(left.document, right.document);
  CHECK(report.total().conflicts == 0);
  merge(left.document, right.document);
  CHECK(left.document.table<FeedbackResponse>().size() == 1);
}

TEST_CASE("a request opened twice keeps the answers begun") {
  SmallTeam team;
  const std::string bytes = make_request_file(team.document, team.from_cy, kNow)->bytes;
  SmallTeam rater;
  rater.document = {};
  const auto first = import_request(rater.document, bytes);
  REQUIRE(first);
  CHECK_FALSE(first->is_known);
  rater.apply(first->edit);
  rater.change<ReceivedRequest>(first->id, [](auto& request) { request.answers = {{.item = "clear", .rating = 3}}; });
  const auto again = import_request(rater.document, bytes);
  REQUIRE(again);
  CHECK(again->is_known);
  rater.apply(again->edit);
  CHECK(rater.get(first->id).answers.size() == 1);
  const auto file = make_answer_file(rater.document, first->id, kNow, *parse_day(kInTime));
  REQUIRE(file);
  CHECK(file->name.starts_with("answer-Ada-Lovelace-"));
  CHECK(file->name.ends_with(".fullcircle"));
  CHECK(outcome_of(team, file->bytes) == ImportOutcome::fresh);
}

TEST_CASE("requests that are damaged or make no sense are refused") {
  SmallTeam team;
  const std::string bytes = make_request_file(team.document, team.from_cy, kNow)->bytes;
  const auto code_with = [&](std::string_view from, std::string_view to) {
    std::string changed = bytes;
    const auto at = changed.find(from);
    REQUIRE_MESSAGE(at != std::string::npos, from);
    const auto read = read_request_file(changed.replace(at, from.size(), to));
    REQUIRE_FALSE_MESSAGE(read.has_value(), from);
    return read.error().code;
  };
  CHECK(code_with(std::string(32, '3'), std::string(31, '3')) == file_error::kValue);
  CHECK(code_with(std::string(32, '3'), std::string(32, 'x')) == file_error::kValue);
  CHECK(code_with("\"scaleHigh\": 5", "\"scaleHigh\": 1") == file_error::kValue);
  CHECK(code_with("\"key\": \"open\"", "\"key\": \"clear\"") == file_error::kValue);
  CHECK(code_with("\"id\"", "\"di\"") == file_error::kMissing);
  CHECK(code_with("\"minReader\": 1", "\"minReader\": 2") == file_error::kTooNew);
  CHECK(code_with("fullcircle.request", "fullcircle.answer") == file_error::kWrongKind);
  for (std::size_t length = 0; length + 2 < bytes.size(); ++length) REQUIRE_FALSE(read_request_file(std::string_view(bytes).substr(0, length)).has_value());
}

TEST_CASE("files get names every system accepts") {
  CHECK(safe_file_name("a/b: \"c\" ..") == "a-b-c.fullcircle");
  CHECK(safe_file_name("") == "file.fullcircle");
  CHECK(safe_file_name("Zoë Müller") == "Zoë-Müller.fullcircle");
  std::string longest;
  for (int i = 0; i < 100; ++i) longest += "é";
  CHECK(safe_file_name(longest) == longest.substr(0, 120) + ".fullcircle");
  CHECK(safe_file_name("a" + longest) == ("a" + longest).substr(0, 119) + ".fullcircle");
}

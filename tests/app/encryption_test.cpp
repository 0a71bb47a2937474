// Encrypted files between devices: answers to the key of whoever asked, backups by passphrase; what cannot be opened changes nothing.
#include <doctest/doctest.h>

#include "app/encryption/recovery_page.h"
#include "app/files/small_team.h"
#include "app/support/app_tab.h"
#include "exchange/file_kind.h"
#include "exchange/request_file.h"

using namespace fullcircle;
using namespace fullcircle::test;

namespace {

constexpr std::string_view kWords = "amber canoe lentil orbit thistle";

/// The device of a lead whose team is in the middle of a cycle, and one of somebody who is asked.
struct LeadAndRater {
  SmallTeam team;
  AppDevice lead{1}, rater{99};

  LeadAndRater() {
    team.document.set_workspace(RecordId{9, 1});
    open_team(lead);
  }

  void open_team(AppDevice& device) { device.tab.receive("team.fullcircle", encode_document(team.document)); }
  std::string request() {
    lead.tab.perform(ExportRequests{{team.from_cy}});
    lead.tab.perform(SaveExport{});
    REQUIRE(!lead.tab.files.empty());
    return lead.tab.files.back().bytes;
  }
  /// What the rater sends back to this request.
  OutgoingFile answer(const std::string& request_file) {
    rater.tab.receive("request.fullcircle", request_file);
    const Id<ReceivedRequest> id(RecordId(team.from_cy));
    const ReceivedRequest* before = rater.tab.document().table<ReceivedRequest>().find(id);
    REQUIRE(before);
    ReceivedRequest after = *before;
    after.answers = {{.item = "clear", .rating = 4}};
    Edit edit("edit.answer.change");
    edit.update(*before, after);
    rater.tab.perform(std::move(edit));
    rater.tab.perform(ExportAnswer{id});
    REQUIRE(!rater.tab.files.empty());
    return rater.tab.files.back();
  }
  bool has_answer(const AppDevice& device) const { return device.tab.document().table<FeedbackResponse>().size() == 1; }
};

bool is_encrypted(std::string_view bytes) { return detect_file_kind(bytes) == FileKind::encrypted; }

}  // namespace

TEST_CASE("a request carries the key of its sender, the answer is encrypted to it, and the sender opens it") {
  LeadAndRater both;
  const std::string request = both.request();
  const auto read = read_request_file(request);
  REQUIRE(read);
  REQUIRE(both.lead.tab.state().keys.size() == 1);
  CHECK(read->lead_key == both.lead.tab.state().keys[0].recipient);
  CHECK(!request.contains("AGE-SECRET"));
  CHECK(both.lead.tab.last_notice().contains("recovery text"));

  const OutgoingFile answer = both.answer(request);
  CHECK(answer.name.ends_with(".fullcircle.age"));
  CHECK(answer.media_type == "application/octet-stream");
  CHECK(is_encrypted(answer.bytes));
  CHECK(both.rater.tab.document().table<ReceivedRequest>().find(Id<ReceivedRequest>(RecordId(both.team.from_cy)))->answered_at.has_value());

  both.lead.tab.receive(answer.name, answer.bytes);
  CHECK(both.has_answer(both.lead));
  REQUIRE(both.lead.tab.state().last_import.has_value());
  CHECK(both.lead.tab.state().last_import->files[0].outcome == ImportOutcome::fresh);
}

TEST_CASE("the key is made once and outlives the tab") {
  LeadAndRater both;
  both.request();
  const auto first = both.lead.tab.state().keys;
  both.request();
  CHECK(both.lead.tab.state().keys == first);
  CHECK(!both.lead.tab.last_notice().contains("recovery text"));
  AppTab again(both.lead.disk, both.lead.line, both.lead.loop, 5);
  CHECK(again.state().keys == first);
  again.perform(MakeKey{});
  CHECK(again.state().keys == first);
}

TEST_CASE("a key that another tab made is never written over, and opens what comes back") {
  LeadAndRater both;
  AppTab second(both.lead.disk, both.lead.line, both.lead.loop, 2);  // started before there was a key
  const OutgoingFile answer = both.answer(both.request());
  second.perform(SetTheme{ThemeChoice::dark});  // writes the record of the device
  second.perform(TakeOverWriting{});
  second.receive(answer.name, answer.bytes);
  CHECK(second.document().table<FeedbackResponse>().size() == 1);
  CHECK(second.state().keys == both.lead.tab.state().keys);
}

TEST_CASE("an answer encrypted for another device says so and changes nothing, until its key is restored") {
  LeadAndRater both;
  const OutgoingFile answer = both.answer(both.request());
  AppDevice other{7};
  both.open_team(other);
  other.tab.receive(answer.name, answer.bytes);
  CHECK(!both.has_answer(other));
  CHECK(other.tab.last_notice().contains("encrypted for another device"));
  CHECK(other.tab.notices.back().is_problem);

  other.tab.perform(RestoreKey{"AGE-SECRET-KEY-1 and so on"});
  CHECK(other.tab.state().keys.empty());
  CHECK(other.tab.last_notice().contains("not a key"));
  other.tab.perform(RestoreKey{both.lead.tab.state().keys[0].identity});
  other.tab.receive(answer.name, answer.bytes);
  CHECK(both.has_answer(other));
}

TEST_CASE("files that arrive together are one import, and those that stay closed are listed in it") {
  LeadAndRater both;
  const OutgoingFile answer = both.answer(both.request());
  AppDevice stranger{7};
  both.open_team(stranger);
  stranger.tab.perform(ExportRequests{{both.team.from_cy}});
  stranger.tab.perform(SaveExport{});
  std::string to_stranger = answer.bytes;
  const auto& own = both.lead.tab.state().keys[0].recipient;
  to_stranger.replace(to_stranger.find(own.substr(4)), 58, stranger.tab.state().keys[0].recipient.substr(4));
  both.lead.tab.app.receive_files({{"to-other.age", to_stranger}, {"good.age", answer.bytes}, {"cut.age", answer.bytes.substr(0, answer.bytes.size() - 9)}});
  both.lead.tab.settle();
  CHECK(both.has_answer(both.lead));
  REQUIRE(both.lead.tab.state().last_import.has_value());
  const auto& files = both.lead.tab.state().last_import->files;
  REQUIRE(files.size() == 3);
  CHECK(files[0].outcome == ImportOutcome::fresh);
  CHECK(files[1].outcome == ImportOutcome::unreadable);
  CHECK(files[1].detail == "error.encryption.wrong_key");
  CHECK(files[2].detail == "error.encryption.damaged");
  both.lead.tab.perform(UndoImport{});
  CHECK(!both.has_answer(both.lead));
}

TEST_CASE("a backup with a passphrase opens with it alone: the wrong one is named and changes nothing") {
  LeadAndRater both;
  both.lead.tab.perform(BackUp{std::string(kWords)});
  const OutgoingFile backup = both.lead.tab.files.back();
  CHECK(backup.name.ends_with(".fullcircle.age"));
  CHECK(is_encrypted(backup.bytes));
  CHECK(both.lead.tab.state().last_backup.has_value());

  AppDevice fresh{7};
  fresh.tab.receive(backup.name, backup.bytes);
  CHECK(fresh.tab.state().phase == AppState::Phase::first_run);
  REQUIRE(fresh.tab.state().passphrase_question.has_value());
  CHECK(fresh.tab.state().passphrase_question->file == backup.name);
  CHECK(!fresh.tab.state().passphrase_question->is_wrong);
  fresh.tab.perform(OpenWithPassphrase{"amber canoe"});
  REQUIRE(fresh.tab.state().passphrase_question.has_value());
  CHECK(fresh.tab.state().passphrase_question->is_wrong);
  CHECK(fresh.tab.state().workspaces.empty());
  fresh.tab.perform(OpenWithPassphrase{std::string(kWords)});
  CHECK(!fresh.tab.state().passphrase_question);
  CHECK(fresh.tab.people().size() == 5);
}

TEST_CASE("several files with a passphrase are asked about one after the other, and one can be left closed") {
  LeadAndRater both;
  both.lead.tab.perform(BackUp{std::string(kWords)});
  const std::string backup = both.lead.tab.files.back().bytes;
  AppDevice fresh{7};
  fresh.tab.app.receive_files({{"a.age", backup}, {"b.age", backup}});
  fresh.tab.settle();
  CHECK(fresh.tab.state().passphrase_question->file == "a.age");
  fresh.tab.perform(SkipLockedFile{});
  CHECK(fresh.tab.state().passphrase_question->file == "b.age");
  fresh.tab.perform(SkipLockedFile{});
  CHECK(!fresh.tab.state().passphrase_question);
  CHECK(fresh.tab.state().phase == AppState::Phase::first_run);
  CHECK(fresh.tab.encryption.running() == 0);
}

TEST_CASE("files that come while a team is being opened wait for it, and are not even decrypted before") {
  LeadAndRater both;
  AppTab& lead = both.lead.tab;
  lead.perform(BackUp{std::string(kWords)});
  const std::string backup = lead.files.back().bytes, table = "Name;Role\nAda;Engineer\n";
  lead.app.perform({.go = {}, .edits = {}, .tasks = {CreateWorkspace{"Harbour", "Ada"}}});
  REQUIRE(lead.state().phase == AppState::Phase::starting);
  lead.app.receive_files({{"locked.age", backup}});
  lead.app.receive_files({{"people.csv", table}});
  CHECK(lead.encryption.running() == 0);
  CHECK(lead.state().people_table.empty());
  lead.settle();
  CHECK(lead.people() == std::vector<std::string>{"Ada"});
  REQUIRE(lead.state().passphrase_question.has_value());
  CHECK(lead.state().passphrase_question->file == "locked.age");
  CHECK(lead.state().people_table == table);
}

TEST_CASE("work that lasts is shown with how far it is, and stops when told to: nothing was changed") {
  LeadAndRater both;
  const OutgoingFile answer = both.answer(both.request());
  AppTab& lead = both.lead.tab;
  lead.encryption.job_ms = 2000;
  lead.app.receive_files({{answer.name, answer.bytes}, {answer.name, answer.bytes}});
  lead.loop.run_for(300);
  CHECK(!lead.state().work);
  lead.loop.run_for(900);
  REQUIRE(lead.state().work.has_value());
  CHECK(lead.state().work->label_key == "encryption.opening");
  CHECK(lead.state().work->fraction == doctest::Approx(0.25));
  lead.perform(CancelWork{});
  lead.loop.run_for(10'000);
  CHECK(!lead.state().work);
  CHECK(!both.has_answer(both.lead));
  CHECK(lead.encryption.running() == 0);

  const auto files = lead.files.size();
  lead.app.perform({.go = {}, .edits = {}, .tasks = {BackUp{std::string(kWords)}}});
  lead.loop.run_for(500);
  REQUIRE(lead.state().work.has_value());
  lead.perform(CancelWork{});
  lead.loop.run_for(10'000);
  lead.settle();
  CHECK(lead.files.size() == files);
  CHECK(!lead.state().last_backup);
  CHECK(!lead.state().work);

  lead.encryption.job_ms = 1;
  lead.receive(answer.name, answer.bytes);
  CHECK(both.has_answer(both.lead));
}

TEST_CASE("where the browser has no encryption, requests and answers still go, and it is said") {
  LeadAndRater both;
  both.lead.tab.encryption.is_missing = true;
  const std::string request = both.request();
  CHECK(read_request_file(request)->lead_key.empty());
  CHECK(both.lead.tab.last_notice().contains("unencrypted"));
  const OutgoingFile answer = both.answer(request);
  CHECK(!is_encrypted(answer.bytes));
  both.lead.tab.receive(answer.name, answer.bytes);
  CHECK(both.has_answer(both.lead));
}

TEST_CASE("an answer that cannot be encrypted goes out in the open only when its author says so") {
  LeadAndRater both;
  const std::string request = both.request();
  both.rater.tab.receive("request.fullcircle", request);
  both.rater.tab.encryption.is_missing = true;
  both.rater.tab.perform(ExportAnswer{Id<ReceivedRequest>(RecordId(both.team.from_cy))});
  CHECK(both.rater.tab.files.empty());
  both.rater.tab.click_notice("Export unencrypted");
  REQUIRE(both.rater.tab.files.size() == 1);
  CHECK(detect_file_kind(both.rater.tab.files[0].bytes) == FileKind::answer);
}

TEST_CASE("a key leaves in a request only after it is safely stored") {
  LeadAndRater both;
  both.lead.tab.blobs.always = Fault::full;
  CHECK(read_request_file(both.request())->lead_key.empty());
  CHECK(both.lead.tab.state().keys.empty());
}

TEST_CASE("a recovery text is printed in groups") {
  CHECK(grouped_recovery_text("AGE-SECRET-KEY-1ABCDEFGHIJKLM") == "AGE-SECRET-KEY-1 ABCDEF GHIJKL M");
}

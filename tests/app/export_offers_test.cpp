// Files for several people, offered one after the other: each with what it holds, saved alone or with those that wait.
#include <doctest/doctest.h>

#include "app/files/file_contents.h"
#include "app/files/member_file.h"
#include "app/files/small_team.h"
#include "app/support/app_tab.h"

using namespace fullcircle;
using namespace fullcircle::test;

namespace {

/// Bo leads; Ada's device has told its key, those of Cy and Di have not.
struct Offers {
  SmallTeam team;
  AppDevice lead{1};

  Offers() {
    team.document.set_workspace(RecordId{9, 1});
    team.change<Person>(team.ada, [](Person& ada) { ada.file_key = "age1" + std::string(58, 'a'); });
    lead.tab.receive("team.fullcircle", encode_document(team.document));
    lead.tab.perform(SetMe{team.bo});
    lead.tab.files.clear();
    Intents intents;
    for (const auto person : {team.ada, team.cy, team.di}) intents.tasks.push_back(ExportMemberFile{person});
    lead.tab.perform(std::move(intents));
  }
  const std::optional<ExportOffer>& offer() const { return lead.tab.state().export_offer; }
  std::vector<OutgoingFile>& files() { return lead.tab.files; }
};

}  // namespace

TEST_CASE("files for three people are offered one after the other, and each is for its own person") {
  Offers test;
  const std::vector<std::pair<std::string, Id<Person>>> expected{{"Ada Lovelace", test.team.ada}, {"Cy Young", test.team.cy}, {"Di Diaz", test.team.di}};
  for (std::size_t at = 0; at < expected.size(); ++at) {
    REQUIRE(test.offer().has_value());
    CHECK(test.offer()->recipient == expected[at].first);
    CHECK(test.offer()->waiting == 2 - at);
    test.lead.tab.perform(SaveExport{});
    REQUIRE(test.files().size() == at + 1);
    const auto file = read_member_file(test.files()[at].bytes);
    REQUIRE(file.has_value());
    CHECK(file->member == expected[at].second);
  }
  CHECK_FALSE(test.offer().has_value());
}

TEST_CASE("those that wait are saved with the first where that was chosen") {
  Offers test;
  test.lead.tab.perform(SaveExport{.waiting_too = true});
  CHECK(test.files().size() == 3);
  CHECK_FALSE(test.offer().has_value());
}

TEST_CASE("whoever has told no key is asked about, instead of getting an open file") {
  Offers test;
  test.lead.tab.perform(SaveExport{.protection = ExportProtection::for_recipient, .waiting_too = true});
  REQUIRE(test.files().size() == 1);
  CHECK_FALSE(test.files()[0].bytes.starts_with("{"));
  REQUIRE(test.offer().has_value());
  CHECK(test.offer()->recipient == "Cy Young");
  CHECK(test.offer()->waiting == 1);
}

TEST_CASE("Cancel leaves out those that wait, and so does opening another team") {
  Offers test;
  test.lead.tab.perform(DropExport{});
  CHECK_FALSE(test.offer().has_value());
  CHECK(test.files().empty());

  Offers other;
  other.lead.tab.perform(CreateWorkspace{"Other team", "Ellis"});
  CHECK_FALSE(other.offer().has_value());
  other.lead.tab.perform(SaveExport{});
  CHECK(other.files().empty());
}

namespace {

/// What is offered says the same as the files that are saved then.
FileContents offered(Offers& test, Task task) {
  test.lead.tab.perform(DropExport{});
  test.files().clear();
  test.lead.tab.perform(std::move(task));
  REQUIRE(test.offer().has_value());
  CHECK(test.files().empty());
  FileContents contents = test.offer()->contents;
  test.lead.tab.perform(SaveExport{});
  CHECK_FALSE(test.offer().has_value());
  REQUIRE(!test.files().empty());
  return contents;
}

}  // namespace

TEST_CASE("G5: requests are offered together with what they hold, saved in one press, and marked as exported only then") {
  Offers test;
  const Language& language = test.lead.tab.app.language();
  test.lead.tab.perform(DropExport{});
  test.lead.tab.perform(ExportRequests{{test.team.from_ada, test.team.from_cy}});
  REQUIRE(test.offer().has_value());
  CHECK_FALSE(test.offer()->can_be_protected);
  CHECK(test.offer()->file == "2 files");
  CHECK_FALSE(test.lead.tab.document().table<FeedbackRequest>().find(test.team.from_cy)->exported_at.has_value());
  test.lead.tab.perform(DropExport{});
  CHECK_FALSE(test.lead.tab.document().table<FeedbackRequest>().find(test.team.from_cy)->exported_at.has_value());

  const FileContents contents = offered(test, ExportRequests{{test.team.from_ada, test.team.from_cy}});
  REQUIRE(test.files().size() == 2);
  FileContents saved;
  std::vector<std::string> names;
  for (const OutgoingFile& file : test.files()) {
    add_contents(saved, *read_small_file_contents(file.bytes, test.lead.tab.document(), language));
    names.push_back(file.name);
  }
  CHECK(contents.inside.front().names == names);
  CHECK(std::vector(contents.inside.begin() + 1, contents.inside.end()) == saved.inside);
  CHECK(contents.left_out == saved.left_out);
  CHECK(test.lead.tab.document().table<FeedbackRequest>().find(test.team.from_cy)->exported_at.has_value());
  CHECK(test.lead.tab.document().table<FeedbackRequest>().find(test.team.from_ada)->exported_at.has_value());
  test.lead.tab.perform(Undo{});
  CHECK_FALSE(test.lead.tab.document().table<FeedbackRequest>().find(test.team.from_ada)->exported_at.has_value());
}

TEST_CASE("G5: a backup is offered with every record it holds and without the keys of the device, and counts as one only when it is saved") {
  Offers test;
  test.lead.tab.perform(MakeKey{});
  test.lead.tab.perform(OfferBackUp{});
  CHECK_FALSE(test.lead.tab.state().last_backup.has_value());
  const FileContents contents = offered(test, OfferBackUp{});
  CHECK(test.lead.tab.state().last_backup.has_value());
  const auto keys = std::ranges::find(contents.left_out, "keys", &LeftOutRecords::key);
  REQUIRE(keys != contents.left_out.end());
  CHECK(test.files().back().bytes.find(test.lead.tab.state().keys[0].identity) == std::string::npos);
  CHECK(contents.bytes == test.files().back().bytes.size());
  const auto people = std::ranges::find(contents.inside, "people", &HeldRecords::key);
  REQUIRE(people != contents.inside.end());
  CHECK(people->count == 5);

  test.lead.tab.perform(OfferBackUp{ExportProtection::passphrase});
  CHECK(test.offer()->suggested == ExportProtection::passphrase);
  test.lead.tab.perform(SaveExport{.protection = ExportProtection::passphrase, .passphrase = "amber canoe lentil orbit thistle"});
  CHECK(test.files().back().name.ends_with(".fullcircle.age"));
}

TEST_CASE("G5: a table that a screen made is offered with its columns and rows, and saved byte for byte") {
  Offers test;
  const FileContents contents = offered(test, SaveFile{"people.csv", "text/csv", "Name,Role\r\nAda Lovelace,Engineer\r\n", "people"});
  CHECK(test.files().back().bytes == "Name,Role\r\nAda Lovelace,Engineer\r\n");
  CHECK(test.files().back().media_type == "text/csv");
  REQUIRE(contents.inside.size() == 2);
  CHECK(contents.inside[0].names == std::vector<std::string>{"Name", "Role"});
  CHECK(contents.inside[1].count == 1);
  test.lead.tab.perform(SaveFile{"people.csv", "text/csv", "Name,Role\r\nAda Lovelace,Engineer\r\n", "people"});
  test.lead.tab.perform(SaveExport{.protection = ExportProtection::passphrase, .passphrase = "amber canoe lentil orbit thistle"});
  CHECK(test.files().back().name == "people.csv.age");
}

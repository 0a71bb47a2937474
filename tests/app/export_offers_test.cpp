// Files for several people, offered one after the other: each with what it holds, saved alone or with those that wait.
#include <doctest/doctest.h>

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

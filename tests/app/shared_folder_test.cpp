// A folder that several devices see: copies come in, the own copy goes out, and nothing in it is harmed.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/support/app_tab.h"

using namespace fullcircle;
using namespace fullcircle::test;

namespace {

using Names = std::vector<std::string>;

/// Ada's team on her device and on Bo's; both have the folder open.
struct SharedBetweenTwo {
  FakeFolder folder;
  AppDevice here{1}, there{99};
  SharedBetweenTwo() {
    here.tab.perform(CreateWorkspace{"Harbour", "Ada"});
    here.tab.add_person("Bo");
    there.tab.receive("harbour.fullcircle", here.tab.backup());
    there.tab.perform(SetMe{there.tab.person("Bo").id});
    here.loop.run_for(60'000);
    there.loop.run_for(120'000);
    for (AppTab* tab : {&here.tab, &there.tab}) open_in(*tab);
  }
  void open_in(AppTab& tab) {
    tab.folders.chosen = &folder;
    tab.perform(ChooseFolder{});
    wait(tab);
  }
  /// Until the own copy has been written.
  static void wait(AppTab& tab) {
    tab.loop.run_for(10'000);
    tab.settle();
  }
  static void come_back(AppTab& tab) {
    tab.app.page_focused();
    tab.settle();
  }
  FolderOutcome outcome(const AppTab& tab, std::string_view name) const {
    const auto& files = tab.state().shared_folder.files;
    const auto line = std::ranges::find(files, name, &FolderLine::name);
    REQUIRE(line != files.end());
    return line->outcome;
  }
  std::string own(const AppTab& tab) const { return tab.state().shared_folder.own_file; }
};

}  // namespace

TEST_CASE("G4: two devices that share a folder follow each other, each with a copy of its own") {
  SharedBetweenTwo both;
  CHECK(both.folder.files.size() == 2);
  CHECK(both.own(both.here.tab).starts_with("Harbour-Ada-"));
  CHECK(both.own(both.here.tab).ends_with(".fullcircle"));
  CHECK(both.own(both.here.tab) != both.own(both.there.tab));
  both.here.tab.add_person("Cy");
  both.wait(both.here.tab);
  both.come_back(both.there.tab);
  CHECK(both.there.tab.people() == Names{"Ada", "Bo", "Cy"});
  CHECK(both.there.tab.last_notice().contains("1 new"));
  CHECK(both.outcome(both.there.tab, both.own(both.here.tab)) == FolderOutcome::merged);
  CHECK(both.there.tab.state().shared_folder.looked_at.has_value());
  both.there.tab.rename("Cy", "Cy Young");
  both.wait(both.there.tab);
  both.come_back(both.here.tab);
  CHECK(both.here.tab.people() == Names{"Ada", "Bo", "Cy Young"});
  both.wait(both.here.tab);
  both.come_back(both.there.tab);
  CHECK(both.folder.files.at(both.own(both.here.tab)).bytes == both.folder.files.at(both.own(both.there.tab)).bytes);
}

TEST_CASE("what a look brought is taken back in one step, whatever number of files it was") {
  SharedBetweenTwo both;
  AppDevice third{7};
  third.tab.receive("harbour.fullcircle", both.here.tab.backup());
  third.tab.add_person("Di");
  both.there.tab.add_person("Cy");
  both.folder.put("from-cy.fullcircle", both.there.tab.backup());
  both.folder.put("from-di.fullcircle", third.tab.backup());
  both.here.tab.perform(LookInFolder{});
  CHECK(both.here.tab.people() == Names{"Ada", "Bo", "Cy", "Di"});
  CHECK(both.here.tab.last_notice().contains("2 new"));
  both.here.tab.click_notice("Undo");
  CHECK(both.here.tab.people() == Names{"Ada", "Bo"});
  both.come_back(both.here.tab);  // the files are still the ones that were undone
  CHECK(both.here.tab.people() == Names{"Ada", "Bo"});
}

TEST_CASE("a copy that conflicts is shown before it is merged") {
  SharedBetweenTwo both;
  both.here.tab.rename("Bo", "Bo Berg");
  both.there.tab.rename("Bo", "Bo Bergmann");
  both.wait(both.there.tab);
  both.come_back(both.here.tab);
  REQUIRE(both.here.tab.state().merge_offer.has_value());
  CHECK(both.here.tab.state().merge_offer->preview.total.conflicts == 1);
  CHECK(both.outcome(both.here.tab, both.own(both.there.tab)) == FolderOutcome::offered);
  CHECK(both.here.tab.people() == Names{"Ada", "Bo Berg"});
  both.here.tab.perform(DeclineMerge{});
  both.come_back(both.here.tab);
  CHECK(!both.here.tab.state().merge_offer);  // not asked again until the file is another one
  both.here.tab.perform(LookInFolder{});      // unless the person wants to
  CHECK(both.here.tab.state().merge_offer.has_value());
  both.here.tab.perform(AcceptMerge{});
  CHECK(both.here.tab.people() == Names{"Ada", "Bo Bergmann"});
}

TEST_CASE("a copy in which more than a tenth is deleted asks first") {
  SharedBetweenTwo both;
  for (int i = 0; i < 9; ++i) both.here.tab.add_person("P" + std::to_string(i));
  both.wait(both.here.tab);
  both.come_back(both.there.tab);
  REQUIRE(both.there.tab.people().size() == 11);
  for (int i = 0; i < 9; ++i) both.there.tab.remove("P" + std::to_string(i));
  both.wait(both.there.tab);
  both.come_back(both.here.tab);
  REQUIRE(both.here.tab.state().merge_offer.has_value());
  CHECK(both.here.tab.state().merge_offer->preview.must_ask);
  CHECK(both.here.tab.people().size() == 11);
}

TEST_CASE("damaged files, files of another team and files nobody here can open are named and left alone") {
  SharedBetweenTwo both;
  AppDevice other{7};
  other.tab.perform(CreateWorkspace{"Elsewhere", "Zoe"});
  both.folder.put("half.fullcircle", both.here.tab.backup().substr(0, 700));
  both.folder.put("empty.fullcircle", "");
  both.folder.put("other.fullcircle", other.tab.backup());
  both.folder.put("locked.fullcircle.age", "age-encryption.org/v1\nwords one two\nabc\nxyz");
  const auto before = both.folder.files;
  both.here.tab.perform(LookInFolder{});
  CHECK(both.outcome(both.here.tab, "half.fullcircle") == FolderOutcome::unreadable);
  CHECK(both.outcome(both.here.tab, "empty.fullcircle") == FolderOutcome::unreadable);
  CHECK(both.outcome(both.here.tab, "other.fullcircle") == FolderOutcome::other_team);
  CHECK(both.outcome(both.here.tab, "locked.fullcircle.age") == FolderOutcome::locked);
  for (const FolderLine& line : both.here.tab.state().shared_folder.files)
    if (line.outcome == FolderOutcome::unreadable) CHECK(!line.problem.code.empty());
  both.wait(both.here.tab);
  for (const auto& [name, file] : before) CHECK(both.folder.files.at(name).bytes == file.bytes);
  CHECK(both.here.tab.people() == Names{"Ada", "Bo"});
}

TEST_CASE("a copy encrypted to this device is opened and merged") {
  SharedBetweenTwo both;
  both.here.tab.perform(MakeKey{});
  REQUIRE(!both.here.tab.state().keys.empty());
  both.there.tab.add_person("Cy");
  const std::string copy = both.there.tab.backup();
  both.there.tab.encryption.encrypt(copy, {.keys = {both.here.tab.state().keys[0].recipient}, .passphrase = {}}, {.on_progress = {}, .done = [&](Result<std::string> file) {
    both.folder.put("from-bo.fullcircle.age", *file);
  }});
  both.there.tab.settle();
  both.come_back(both.here.tab);
  CHECK(both.here.tab.people() == Names{"Ada", "Bo", "Cy"});
}

TEST_CASE("only what changed is read, and nothing is written twice") {
  SharedBetweenTwo both;
  both.come_back(both.here.tab);
  both.wait(both.here.tab);
  const int reads = both.here.tab.folders.reads, writes = both.here.tab.folders.writes;
  for (int i = 0; i < 3; ++i) both.come_back(both.here.tab);
  both.wait(both.here.tab);
  CHECK(both.here.tab.folders.reads == reads);
  CHECK(both.here.tab.folders.writes == writes);
  for (int i = 0; i < 5; ++i) both.here.tab.add_person("P" + std::to_string(i));  // a burst is one copy, at most two
  both.wait(both.here.tab);
  CHECK(both.here.tab.folders.writes <= writes + 2);
}

TEST_CASE("the folder is there again after a restart, after the person allows it") {
  SharedBetweenTwo both;
  both.here.line.lines.clear();
  AppTab again(both.here.disk, both.here.line, both.here.loop, 5);
  CHECK(again.state().shared_folder.access == SharedFolderState::Access::none);  // this browser has forgotten it: it says so
  REQUIRE(again.state().shared_folder.problem.has_value());
  CHECK(again.state().shared_folder.problem->code == "error.folder.none");

  again.folders.folders_ = both.here.tab.folders.folders_;
  again.folders.is_allowed = false;
  both.here.line.lines.clear();
  again.app.start("en");
  again.settle();
  CHECK(again.state().shared_folder.access == SharedFolderState::Access::must_be_allowed);
  CHECK(again.state().shared_folder.folder == "Team folder");
  CHECK(again.last_notice().contains("Team folder"));
  again.click_notice("Allow the folder again");
  CHECK(again.state().shared_folder.access == SharedFolderState::Access::open);
  CHECK(again.state().shared_folder.own_file == both.own(both.here.tab));
}

TEST_CASE("a folder that is gone or full says so, and the next look or save makes up for it") {
  SharedBetweenTwo both;
  both.folder.is_gone = true;
  both.come_back(both.here.tab);
  REQUIRE(both.here.tab.state().shared_folder.problem.has_value());
  CHECK(both.here.tab.state().shared_folder.problem->code == "error.folder.gone");
  both.folder.is_gone = false;
  both.come_back(both.here.tab);
  CHECK(!both.here.tab.state().shared_folder.problem);
  both.folder.is_full = true;
  both.here.tab.add_person("Cy");
  both.wait(both.here.tab);
  CHECK(both.here.tab.state().shared_folder.problem->code == "error.folder.full");
  both.folder.is_full = false;
  both.come_back(both.here.tab);
  both.wait(both.here.tab);
  CHECK(!both.here.tab.state().shared_folder.problem);
  both.come_back(both.there.tab);
  CHECK(both.there.tab.people() == Names{"Ada", "Bo", "Cy"});
}

TEST_CASE("left, cancelled, or missing in this browser: the folder is not touched") {
  SharedBetweenTwo both;
  both.here.tab.perform(LeaveFolder{});
  const int writes = both.here.tab.folders.writes;
  both.here.tab.add_person("Cy");
  both.wait(both.here.tab);
  CHECK(both.here.tab.folders.writes == writes);
  CHECK(both.folder.files.contains(both.own(both.here.tab)));
  CHECK(both.here.tab.state().shared_folder.access == SharedFolderState::Access::none);
  both.here.tab.folders.chosen = nullptr;
  both.here.tab.perform(ChooseFolder{});
  CHECK(both.here.tab.state().shared_folder.access == SharedFolderState::Access::none);
  CHECK(!both.here.tab.state().shared_folder.problem);
}

TEST_CASE("a tab that only reads leaves the folder to the one that edits") {
  SharedBetweenTwo both;
  AppTab reader(both.here.disk, both.here.line, both.here.loop, 5);
  reader.folders.folders_ = both.here.tab.folders.folders_;
  reader.folders.chosen = &both.folder;
  reader.perform(ChooseFolder{});
  both.wait(reader);
  CHECK(reader.folders.writes == 0);
  CHECK(reader.folders.reads == 0);
}

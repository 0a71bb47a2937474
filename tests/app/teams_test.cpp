// The teams of one device: switched between, renamed, archived, deleted, brought back; two tabs with two of them.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/support/app_tab.h"

using namespace fullcircle;
using namespace fullcircle::test;

namespace {

using Names = std::vector<std::string>;

/// Harbour (Ada) and Mill (Cy); Mill is open.
struct TwoTeams : AppDevice {
  RecordId harbour, mill;
  TwoTeams() : AppDevice(1) {
    tab.perform(CreateWorkspace{"Harbour", "Ada"});
    harbour = tab.state().open_workspace;
    tab.perform(CreateWorkspace{"Mill", "Cy"});
    mill = tab.state().open_workspace;
    tab.settle();
  }
  const WorkspaceEntry& entry(RecordId id) const { return *std::ranges::find(tab.state().workspaces, id, &WorkspaceEntry::id); }
  AppTab restarted(unsigned number) {
    line.lines.clear();
    return AppTab(disk, line, loop, number);
  }
};

}  // namespace

TEST_CASE("switching shows the other team, and each has its size and its last change") {
  TwoTeams device;
  CHECK(device.tab.people() == Names{"Cy"});
  device.tab.perform(OpenWorkspace{device.harbour});
  CHECK(device.tab.people() == Names{"Ada"});
  device.tab.perform(OpenWorkspace{device.mill});
  for (const RecordId id : {device.harbour, device.mill}) {
    CHECK(device.entry(id).byte_count > 1000);
    CHECK(device.entry(id).changed_at.has_value());
  }
}

TEST_CASE("a team is renamed while it is open, and while another one is; both can be undone") {
  TwoTeams device;
  device.tab.perform(RenameWorkspace{device.mill, "Windmill"});
  CHECK(device.entry(device.mill).name == "Windmill");
  CHECK(device.tab.app.view().workspace()->name == "Windmill");
  device.tab.click_notice("Undo");
  CHECK(device.entry(device.mill).name == "Mill");

  device.tab.perform(RenameWorkspace{device.harbour, "Harbour North"});
  device.tab.settle();
  CHECK(device.entry(device.harbour).name == "Harbour North");
  CHECK(device.tab.people() == Names{"Cy"});
  device.tab.perform(OpenWorkspace{device.harbour});
  CHECK(device.tab.app.view().workspace()->name == "Harbour North");
  device.tab.perform(OpenWorkspace{device.mill});
  device.tab.perform(RenameWorkspace{device.harbour, "Harbour"});
  device.tab.settle();
  device.tab.click_notice("Undo");
  device.tab.settle();
  CHECK(device.entry(device.harbour).name == "Harbour North");
}

TEST_CASE("a team that another tab edits is not renamed behind its back") {
  TwoTeams device;
  AppTab other(device.disk, device.line, device.loop, 5);
  other.perform(OpenWorkspace{device.harbour});
  device.tab.perform(RenameWorkspace{device.harbour, "Harbour North"});
  device.tab.settle();
  CHECK(device.tab.last_notice().contains("Edit here"));
  CHECK(other.app.view().workspace()->name == "Harbour");
  CHECK(device.entry(device.harbour).name == "Harbour");
}

TEST_CASE("an archived team is out of the way, kept over a restart, and can be brought back") {
  TwoTeams device;
  device.tab.perform(ArchiveWorkspace{device.mill});
  CHECK(device.tab.people() == Names{"Ada"});  // the other one is opened
  CHECK(device.entry(device.mill).is_archived);
  device.tab.click_notice("Undo");
  CHECK(device.tab.people() == Names{"Cy"});
  device.tab.perform(ArchiveWorkspace{device.mill});
  AppTab later = device.restarted(5);
  CHECK(later.people() == Names{"Ada"});
  later.perform(RestoreWorkspace{device.mill});
  later.perform(OpenWorkspace{device.mill});
  CHECK(later.people() == Names{"Cy"});
}

TEST_CASE("archiving the last team leads to the first screen, where it can be brought back") {
  AppDevice device(1);
  device.tab.perform(CreateWorkspace{"Harbour", "Ada"});
  const RecordId id = device.tab.state().open_workspace;
  device.tab.perform(ArchiveWorkspace{id});
  CHECK(device.tab.state().phase == AppState::Phase::first_run);
  CHECK(device.tab.state().workspaces.size() == 1);
  device.tab.perform(RestoreWorkspace{id});
  device.tab.perform(OpenWorkspace{id});
  CHECK(device.tab.people() == Names{"Ada"});
}

TEST_CASE("a deleted team can be deleted for good at once; one that was not deleted cannot") {
  TwoTeams device;
  device.tab.perform(PurgeWorkspace{device.harbour});
  CHECK(device.disk.folders.contains(to_text(device.harbour)));
  device.tab.perform(DeleteWorkspace{device.harbour});
  CHECK(device.tab.people() == Names{"Cy"});
  device.tab.perform(PurgeWorkspace{device.harbour});
  CHECK(!device.disk.folders.contains(to_text(device.harbour)));
  CHECK(device.tab.state().workspaces.size() == 1);
}

TEST_CASE("two tabs edit two teams at once, and each finds its own again when it is loaded anew") {
  TwoTeams device;
  AppTab other(device.disk, device.line, device.loop, 5);
  other.perform(OpenWorkspace{device.harbour});
  device.tab.add_person("Di");
  other.add_person("Bo");
  CHECK(device.tab.state().save.mode == StoreMode::writing);
  CHECK(other.state().save.mode == StoreMode::writing);
  CHECK(device.tab.people() == Names{"Cy", "Di"});
  CHECK(other.people() == Names{"Ada", "Bo"});
  device.line.lines.clear();
  device.tab.app.start("en");  // the tab is loaded anew; the other team was opened last
  device.tab.settle();
  CHECK(device.tab.people() == Names{"Cy", "Di"});
}

TEST_CASE("a tab that the person comes back to knows what the others did to the teams") {
  TwoTeams device;
  AppTab other(device.disk, device.line, device.loop, 5);
  other.perform(CreateWorkspace{"Third", "Eve"});
  other.perform(ArchiveWorkspace{device.harbour});
  device.tab.app.page_focused();
  device.tab.settle();
  CHECK(device.tab.state().workspaces.size() == 3);
  CHECK(device.entry(device.harbour).is_archived);
  device.tab.perform(SetTheme{ThemeChoice::dark});  // its own save does not undo it
  AppTab third = device.restarted(6);
  CHECK(std::ranges::count(third.state().workspaces, true, &WorkspaceEntry::is_archived) == 1);
}

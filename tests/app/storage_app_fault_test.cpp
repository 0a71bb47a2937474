// The whole app on storage that fails once, at every operation there is: teams created, edited, imported, taken back, restored, deleted.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/support/app_tab.h"

using namespace fullcircle;
using namespace fullcircle::test;

namespace {

using Names = std::vector<std::string>;

/// What a team was like after each turn of the page, every byte of it, and the turn in which all of it was last shown as saved.
struct TeamHistory {
  std::vector<std::string> states;
  std::uint64_t revision = 0;  ///< of the last one
  std::size_t saved = 0;
  bool was_saved = false;
};
using Histories = std::map<RecordId, TeamHistory>;

/// Files from other devices, made once.
struct OtherDevices {
  Disk start;  ///< a device on which Harbour is
  std::string copy_of_harbour, other_team;

  OtherDevices() {
    AppDevice here{1};
    here.tab.perform(CreateWorkspace{"Harbour", "Ada"});
    here.tab.add_person("Bo");
    start = here.disk;
    AppDevice there{99};
    there.tab.receive("harbour.fullcircle", here.tab.backup());
    there.tab.add_person("Cy");
    there.tab.rename("Bo", "Bob");
    copy_of_harbour = there.tab.backup();
    there.tab.perform(CreateWorkspace{"North", "Nia"});
    other_team = there.tab.backup();
  }
};

bool has(const AppTab& tab, std::string_view name) { return std::ranges::contains(tab.people(), name); }
RecordId team_called(const AppTab& tab, std::string_view name) {
  for (const WorkspaceEntry& entry : tab.state().workspaces)
    if (entry.name == name) return entry.id;
  return {};
}

/// Each does something only if what it needs is there: an earlier fault may have kept it from being.
std::vector<std::function<void(AppTab&)>> steps_of_a_day(const OtherDevices& others) {
  const auto add = [](std::string name) {
    return [name](AppTab& tab) { if (tab.state().phase == AppState::Phase::open) tab.add_person(name); };
  };
  return {
      [](AppTab& tab) { if (tab.state().phase != AppState::Phase::open) tab.perform(CreateWorkspace{"Harbour", "Ada"}); },
      add("Dan"),
      [&others](AppTab& tab) { tab.receive("harbour.fullcircle", others.copy_of_harbour); },
      [](AppTab& tab) { if (tab.state().merge_offer) tab.perform(AcceptMerge{}); },
      [](AppTab& tab) { if (tab.state().can_undo_import) tab.perform(UndoImport{}); },
      [](AppTab& tab) { if (has(tab, "Dan")) tab.remove("Dan"); },
      [](AppTab& tab) { tab.perform(Undo{}); },
      [](AppTab& tab) { tab.perform(CreateWorkspace{"South", "Di"}); },
      add("Ed"),
      [](AppTab& tab) { if (const RecordId team = team_called(tab, "Harbour"); team != RecordId{}) tab.perform(OpenWorkspace{team}); },
      [](AppTab& tab) { if (const RecordId team = team_called(tab, "South"); team != RecordId{}) tab.perform(DeleteWorkspace{team}); },
      [](AppTab& tab) { if (const RecordId team = team_called(tab, "South"); team != RecordId{}) tab.perform(RestoreWorkspace{team}); },
      [&others](AppTab& tab) { tab.receive("north.fullcircle", others.other_team); },
      add("Fay"),
  };
}

void note(const AppTab& tab, Histories& histories) {
  if (tab.state().phase != AppState::Phase::open) return;
  TeamHistory& team = histories[tab.state().open_workspace];
  const std::uint64_t revision = tab.document().revision();
  if (team.states.empty() || revision != team.revision) {
    if (std::string content = tab.content(); team.states.empty() || content != team.states.back()) team.states.push_back(std::move(content));
    team.revision = revision;
  }
  if (tab.state().save.status != SaveStatus::saved || tab.state().save.mode != StoreMode::writing) return;
  team.saved = team.states.size() - 1;
  team.was_saved = true;
}

struct Day {
  Histories histories;
  int operation_count = 0;
  bool has_crashed = false;
};

/// A day on this disk, with one fault at the operation of this number (0: none).
Day live(Disk& disk, const OtherDevices& others, int number, Fault fault) {
  TabLine line;
  ManualLoop loop;
  std::map<int, Fault> faults;
  if (number) faults[number] = fault;
  AppTab tab(disk, line, loop, 1000, std::move(faults));
  Day day;
  tab.after_turn = [&] { note(tab, day.histories); };
  note(tab, day.histories);
  for (const auto& step : steps_of_a_day(others)) {
    if (tab.blobs.has_crashed()) break;
    step(tab);
    note(tab, day.histories);
  }
  if (!tab.blobs.has_crashed()) {
    loop.run_for(120'000);  // time to try again
    tab.settle();
    note(tab, day.histories);
    if (tab.state().phase == AppState::Phase::open) CHECK(tab.state().save.status == SaveStatus::saved);
  }
  day.operation_count = tab.blobs.operation_count();
  day.has_crashed = tab.blobs.has_crashed();
  loop.forget_all();
  tab.blobs.crash();
  return day;
}

/// Every team that was shown as saved is there, byte for byte as it was then or at a later moment: never a mixture.
void check_found(Disk& disk, const Histories& histories) {
  TabLine line;
  ManualLoop loop;
  AppTab tab(disk, line, loop, 2000);
  for (const auto& [team, history] : histories) {
    if (!history.was_saved) continue;
    tab.perform(OpenWorkspace{team});
    REQUIRE(tab.state().phase == AppState::Phase::open);
    CHECK(tab.state().open_workspace == team);
    CHECK_FALSE(tab.state().load_report.has_value());
    const std::string found = tab.content();
    const auto from = history.states.begin() + static_cast<std::ptrdiff_t>(history.saved);
    CHECK_MESSAGE(std::find(from, history.states.end(), found) != history.states.end(), "found " << doctest::toString(tab.people()) << ", like none of the last " << std::distance(from, history.states.end()) << " states");
  }
}

void check_every_fault(const Disk& start, const OtherDevices& others) {
  Disk whole = start;
  const Day day = live(whole, others, 0, Fault::abort);
  CHECK(day.histories.size() >= 3);
  for (const auto& [team, history] : day.histories) CHECK(history.was_saved);
  MESSAGE("operations: " << day.operation_count);
  for (int number = 1; number <= day.operation_count; ++number) {
    for (const Fault fault : kAllFaults) {
      CAPTURE(number);
      CAPTURE(static_cast<int>(fault));
      Disk disk = start;
      check_found(disk, live(disk, others, number, fault).histories);
    }
  }
}

}  // namespace

TEST_CASE("a fault at any operation of a first day loses nothing that was shown as saved") {
  check_every_fault({}, OtherDevices());
}

TEST_CASE("a fault at any operation of a later day, with an import, its undoing, a deletion and a restore, loses nothing that was shown as saved") {
  const OtherDevices others;
  check_every_fault(others.start, others);
}

TEST_CASE("another team is opened only when the edits of this one are saved, and they are kept until then") {
  AppDevice device{1};
  AppTab& tab = device.tab;
  tab.perform(CreateWorkspace{"Harbour", "Ada"});
  const RecordId harbour = tab.state().open_workspace;
  tab.perform(CreateWorkspace{"South", "Di"});
  const RecordId south = tab.state().open_workspace;
  tab.blobs.always = Fault::full;
  tab.add_person("Ed");
  tab.perform(OpenWorkspace{harbour});
  CHECK(tab.state().phase == AppState::Phase::open);
  CHECK(tab.state().open_workspace == south);
  CHECK(has(tab, "Ed"));
  CHECK(tab.last_notice().contains("full"));
  tab.blobs.always.reset();
  tab.perform(OpenWorkspace{harbour});
  CHECK(tab.state().open_workspace == harbour);
  tab.perform(OpenWorkspace{south});
  CHECK(tab.people() == Names{"Di", "Ed"});
}

TEST_CASE("a team that cannot be opened leaves the one before open") {
  AppDevice device{1};
  AppTab& tab = device.tab;
  tab.perform(CreateWorkspace{"Harbour", "Ada"});
  const RecordId harbour = tab.state().open_workspace;
  tab.perform(CreateWorkspace{"South", "Di"});
  const RecordId south = tab.state().open_workspace;
  tab.blobs.always = Fault::close_before;
  tab.perform(OpenWorkspace{harbour});
  CHECK(tab.state().phase == AppState::Phase::open);
  CHECK(tab.state().open_workspace == south);
  CHECK(tab.people() == Names{"Di"});
  tab.blobs.always.reset();
  tab.perform(OpenWorkspace{harbour});
  CHECK(tab.people() == Names{"Ada"});
}

TEST_CASE("a team that cannot be opened at the start can be tried again, or deleted") {
  AppDevice device{1};
  device.tab.perform(CreateWorkspace{"Harbour", "Ada"});
  const RecordId harbour = device.tab.state().open_workspace;
  int failed_count = 0;
  for (int number = 1; number <= 6; ++number) {
    for (const bool is_deleted : {false, true}) {
      Disk disk = device.disk;
      TabLine line;
      ManualLoop loop;
      AppTab tab(disk, line, loop, 2, {{number, Fault::close_before}});
      if (tab.state().phase != AppState::Phase::failed || tab.state().workspaces.empty()) continue;
      ++failed_count;
      if (is_deleted) tab.perform(DeleteWorkspace{harbour});
      tab.perform(OpenWorkspace{harbour});
      CHECK(tab.state().phase == AppState::Phase::open);
      CHECK(tab.people() == Names{"Ada"});
    }
  }
  CHECK(failed_count > 0);
}

// A device with two teams behind a lock, and what is found of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/support/app_tab.h"

namespace fullcircle::test {

using Names = std::vector<std::string>;
inline constexpr const char* kWords = "amber canoe lentil orbit thistle";

struct LockedDevice : AppDevice {
  RecordId harbour, mill;
  LockedDevice() : AppDevice(1) {
    tab.perform(CreateWorkspace{"Harbour", "Ada"});
    harbour = tab.state().open_workspace;
    tab.perform(CreateWorkspace{"Mill", "Cy"});
    mill = tab.state().open_workspace;
    tab.add_person("Confidential Carla");
    tab.perform(MakeKey{});
  }
  void wait(AppTab& one) {
    for (int i = 0; i < 5; ++i) one.settle();
  }
  void lock_on() {
    tab.perform(SwitchLockOn{kWords});
    wait(tab);
  }
};

/// Whether a word can be found in anything on the disk, names and contents.
inline bool is_readable(const Disk& disk, std::string_view word) {
  for (const auto& [folder, blobs] : disk.folders)
    for (const auto& [name, bytes] : blobs)
      if (name.contains(word) || bytes.contains(word)) return true;
  return false;
}

/// What a new browser makes of the disk; with `words` where it asks for them.
struct Found {
  AppState::Phase phase;
  Names people;
  bool asked = false;
  std::string bytes{};  ///< of the open team: AppTab::content()
};
inline Found start_from(Disk& disk, const char* words = kWords) {
  TabLine line;
  ManualLoop loop;
  loop.run_for(1'000'000);
  AppTab tab(disk, line, loop, 77);
  tab.settle();
  Found found{tab.state().phase, {}, tab.state().phase == AppState::Phase::locked};
  if (found.asked) {
    tab.perform(Unlock{words});
    for (int i = 0; i < 4; ++i) tab.settle();
    found.phase = tab.state().phase;
  }
  if (found.phase == AppState::Phase::open) {
    found.people = tab.people();
    found.bytes = tab.content();
  }
  loop.forget_all();
  return found;
}
inline Found look_at(Disk disk, const char* words = kWords) { return start_from(disk, words); }

inline const Names kPeople{"Confidential Carla", "Cy"};

}  // namespace fullcircle::test

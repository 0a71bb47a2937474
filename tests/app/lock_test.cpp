// The lock of what is stored: nothing readable lies on the disk, only the passphrase opens it, other tabs cannot write past it.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/support/locked_device.h"

using namespace fullcircle;
using namespace fullcircle::test;

TEST_CASE("after the lock is switched on, nothing on the disk can be read: no content, no name, no key") {
  LockedDevice device;
  CHECK(is_readable(device.disk, "Confidential Carla"));
  CHECK(is_readable(device.disk, "AGE-SECRET-KEY"));
  device.lock_on();
  CHECK(device.tab.state().is_lock_on);
  CHECK(device.tab.people() == kPeople);
  device.tab.add_person("Secret Sam");
  for (const char* word : {"Confidential", "Carla", "Secret Sam", "Harbour", "Mill", "Ada", "AGE-SECRET-KEY", "age1", "fullcircle-manifest", "fullcircle-journal", "lastOpened"})
    CHECK_MESSAGE(!is_readable(device.disk, word), word);
  for (const auto& [folder, blobs] : device.disk.folders)
    for (const auto& [name, bytes] : blobs) CHECK_MESSAGE((name.starts_with("s.") || name == "sealed"), name);
}

TEST_CASE("the next start asks for the passphrase; a wrong one says so and changes nothing") {
  LockedDevice device;
  device.lock_on();
  device.line.lines.clear();
  AppTab next(device.disk, device.line, device.loop, 5);
  CHECK(next.state().phase == AppState::Phase::locked);
  CHECK(next.state().workspaces.empty());
  CHECK(next.state().keys.empty());
  const auto before = device.disk.folders;
  next.perform(Unlock{"amber canoe"});
  CHECK(next.state().phase == AppState::Phase::locked);
  REQUIRE(next.state().lock_problem.has_value());
  CHECK(next.state().lock_problem->code == "error.lock.wrong");
  CHECK(device.disk.folders == before);
  next.receive("harbour.fullcircle", "{}");  // nothing comes in either
  CHECK(next.state().phase == AppState::Phase::locked);
  next.perform(Unlock{kWords});
  device.wait(next);
  CHECK(next.state().phase == AppState::Phase::open);
  CHECK(next.people() == kPeople);
  CHECK(next.state().workspaces.size() == 2);
  CHECK(next.state().keys.size() == 1);
}

TEST_CASE("locked now: the team is gone from the screen and the state, and comes back with the passphrase") {
  LockedDevice device;
  device.lock_on();
  device.tab.add_person("Di");
  device.tab.perform(LockNow{});
  device.wait(device.tab);
  CHECK(device.tab.state().phase == AppState::Phase::locked);
  CHECK(device.tab.document().has_no_rows());
  CHECK(device.tab.state().workspaces.empty());
  device.tab.perform(Unlock{kWords});
  device.wait(device.tab);
  CHECK(device.tab.people() == Names{"Confidential Carla", "Cy", "Di"});
}

TEST_CASE("a new passphrase opens the device, the old one does not; a wrong old one changes nothing") {
  LockedDevice device;
  device.lock_on();
  device.tab.perform(ChangeLock{"wrong", "a much better passphrase"});
  CHECK(device.tab.state().lock_problem->code == "error.lock.wrong");
  CHECK(look_at(device.disk).people == kPeople);
  device.tab.perform(ChangeLock{kWords, "a much better passphrase"});
  device.wait(device.tab);
  CHECK(look_at(device.disk).phase == AppState::Phase::locked);
  CHECK(look_at(device.disk, "a much better passphrase").people == kPeople);
}

TEST_CASE("without the lock all is as it was") {
  LockedDevice device;
  device.lock_on();
  device.tab.perform(SwitchLockOff{"wrong"});
  CHECK(device.tab.state().is_lock_on);
  device.tab.perform(SwitchLockOff{kWords});
  device.wait(device.tab);
  CHECK(!device.tab.state().is_lock_on);
  device.tab.add_person("Di");
  const Found found = look_at(device.disk);
  CHECK(!found.asked);
  CHECK(found.people == Names{"Confidential Carla", "Cy", "Di"});
  CHECK(is_readable(device.disk, "Confidential Carla"));
}

TEST_CASE("a second tab is locked with the first, and nothing it had not saved yet is lost or written in the open") {
  LockedDevice device;
  AppTab other(device.disk, device.line, device.loop, 5);
  other.perform(OpenWorkspace{device.harbour});
  CHECK(other.state().save.mode == StoreMode::writing);
  Edit edit("edit.person.create");
  edit.create(Person{.id = Id<Person>(other.app.new_id()()), .name = "Hasty Hal"});
  Intents intents;
  intents.edits.push_back(edit);
  other.app.perform(intents);
  device.tab.perform(SwitchLockOn{kWords});  // all of it happens before the other tab's save is due
  device.wait(other);
  CHECK(other.state().phase == AppState::Phase::locked);
  CHECK(!is_readable(device.disk, "Hasty Hal"));
  other.perform(Unlock{kWords});
  device.wait(other);
  device.wait(other);
  REQUIRE(other.state().phase == AppState::Phase::open);
  device.loop.run_for(40'000);
  CHECK(!is_readable(device.disk, "Hasty Hal"));
  CHECK(other.people() == Names{"Ada", "Hasty Hal"});
  CHECK(other.state().save.status == SaveStatus::saved);
  device.line.lines.clear();
  AppTab third(device.disk, device.line, device.loop, 6);
  third.perform(Unlock{kWords});
  device.wait(third);
  third.perform(OpenWorkspace{device.harbour});
  CHECK(third.people() == Names{"Ada", "Hasty Hal"});
}

TEST_CASE("locking in one tab locks the other, and removing the lock opens it") {
  LockedDevice device;
  device.lock_on();
  AppTab other(device.disk, device.line, device.loop, 5);
  other.perform(Unlock{kWords});
  device.wait(other);
  REQUIRE(other.state().phase == AppState::Phase::open);
  device.tab.perform(LockNow{});
  device.wait(other);
  CHECK(other.state().phase == AppState::Phase::locked);
  device.tab.perform(Unlock{kWords});
  device.wait(device.tab);
  device.tab.perform(SwitchLockOff{kWords});
  device.wait(device.tab);
  device.wait(other);
  CHECK(device.tab.state().phase == AppState::Phase::open);
  CHECK(other.state().phase == AppState::Phase::open);
  CHECK(other.people() == kPeople);
}

TEST_CASE("two tabs that switch the lock on at once end up behind one key") {
  LockedDevice device;
  AppTab other(device.disk, device.line, device.loop, 5);
  Intents first, second;
  first.tasks.push_back(SwitchLockOn{kWords});
  second.tasks.push_back(SwitchLockOn{"another passphrase of mine"});
  device.tab.app.perform(first);
  other.app.perform(second);
  for (int i = 0; i < 4; ++i) {
    device.wait(device.tab);
    device.wait(other);
  }
  const bool is_first = look_at(device.disk).phase == AppState::Phase::open;
  const bool is_second = look_at(device.disk, "another passphrase of mine").phase == AppState::Phase::open;
  CHECK(is_first != is_second);
  CHECK(look_at(device.disk, is_first ? kWords : "another passphrase of mine").people == kPeople);
}

TEST_CASE("a flipped byte in a locked part is damage like any other: named, set aside, and the rest is there") {
  LockedDevice device;
  device.lock_on();
  auto& folder = device.disk.folders[to_text(device.mill)];
  std::string largest;
  for (const auto& [name, bytes] : folder)
    if (name.starts_with("s.") && (largest.empty() || bytes.size() > folder[largest].size())) largest = name;
  folder[largest][folder[largest].size() / 2] ^= 1;
  device.line.lines.clear();
  AppTab next(device.disk, device.line, device.loop, 5);
  next.perform(Unlock{kWords});
  device.wait(next);
  REQUIRE(next.state().phase == AppState::Phase::open);
  REQUIRE(next.state().load_report.has_value());
  CHECK(next.state().load_report->set_aside.size() >= 1);
}

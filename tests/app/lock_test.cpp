// The lock of what is stored: nothing readable lies on the disk, no crash loses or tears anything, other tabs cannot write past it.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/support/app_tab.h"

using namespace fullcircle;
using namespace fullcircle::test;

namespace {

using Names = std::vector<std::string>;
constexpr const char* kWords = "amber canoe lentil orbit thistle";

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
bool is_readable(const Disk& disk, std::string_view word) {
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
Found start_from(Disk& disk, const char* words = kWords) {
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
Found look_at(Disk disk, const char* words = kWords) { return start_from(disk, words); }

const Names kPeople{"Confidential Carla", "Cy"};

}  // namespace

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

namespace {

/// Switching on, off, or to the same passphrase anew, in a tab of its own that is unlocked first where that has to be.
enum class What { on, off, change };
constexpr What kEverything[] = {What::on, What::off, What::change};

struct Switching {
  const What what;
  Disk disk;
  TabLine line;
  ManualLoop loop;
  std::unique_ptr<AppTab> tab;

  Switching(What what, const Disk& start) : what(what), disk(start) {
    loop.run_for(1'000'000);
    tab = std::make_unique<AppTab>(disk, line, loop, 50u);
    if (what != What::on) {
      tab->perform(Unlock{kWords});
      settle();
    }
    REQUIRE(tab->state().phase == AppState::Phase::open);
  }
  ~Switching() { loop.forget_all(); }
  void settle() {
    for (int i = 0; i < 4; ++i) tab->settle();
  }
  void begin() {
    Intents intents;
    if (what == What::on) intents.tasks.push_back(SwitchLockOn{kWords});
    if (what == What::off) intents.tasks.push_back(SwitchLockOff{kWords});
    if (what == What::change) intents.tasks.push_back(ChangeLock{kWords, kWords});
    tab->app.perform(intents);
  }
  /// What the person was told, checked against what a new browser finds.
  void check_told(const Found& found) const {
    const auto told = [&](std::string_view words) { return std::ranges::any_of(tab->notices, [&](const NoticeText& notice) { return notice.text.contains(words); }); };
    if (told("Locked: everything") || told("stays on")) CHECK(found.asked);
    if (told("lock is removed") || told("lock is not on")) CHECK_FALSE(found.asked);
    if (told("Stopped.")) CHECK(found.asked == (what != What::on));
    if (told("Locked: everything")) CHECK_FALSE(is_readable(disk, "Confidential"));
    if (tab->state().phase == AppState::Phase::open) CHECK(tab->state().is_lock_on == found.asked);
  }
};

/// `people` of Mill: more than 16 make more parts than are read at once.
Disk disk_before(What what, int people = 20, int people_of_harbour = 0) {
  LockedDevice device;
  if (people_of_harbour > 0) {
    const RecordId mill = device.mill;
    device.tab.perform(OpenWorkspace{device.harbour});
    for (int i = 0; i < people_of_harbour; ++i) device.tab.add_person("Early " + std::to_string(i));
    device.tab.perform(OpenWorkspace{mill});
  }
  for (int i = 0; i < people; ++i) device.tab.add_person("Person " + std::to_string(i));
  if (what != What::on) device.lock_on();
  return device.disk;
}

}  // namespace

TEST_CASE("a crash or a fault at any operation of switching on, off or changing leaves everything there, behind one passphrase or none") {
  for (const What what : kEverything) {
    CAPTURE(static_cast<int>(what));
    const Disk start = disk_before(what, 0);
    const Found before = look_at(start);
    REQUIRE(before.people == kPeople);
    int count = 0;
    {
      Switching whole(what, start);
      const int earlier = whole.tab->blobs.operation_count();
      whole.begin();
      whole.settle();
      count = whole.tab->blobs.operation_count() - earlier;
    }
    CHECK(count >= (what == What::change ? 2 : 14));
    for (int number = 1; number <= count; ++number) {
      for (const Fault fault : kAllFaults) {
        CAPTURE(number);
        CAPTURE(static_cast<int>(fault));
        Switching one(what, start);
        one.tab->blobs.faults[one.tab->blobs.operation_count() + number] = fault;
        one.begin();
        one.settle();
        one.loop.forget_all();
        Disk after = one.disk;
        const Found found = start_from(after);
        CHECK(found.phase == AppState::Phase::open);
        CHECK(found.bytes == before.bytes);
        if (!one.tab->blobs.has_crashed()) one.check_told(found);
        if (number % 3 != 0) continue;  // a second start takes long
        const Found again = start_from(after);  // what the first start finished stays so
        CHECK(again.asked == found.asked);
        CHECK(again.bytes == before.bytes);
        if (again.asked) CHECK_FALSE(is_readable(after, "Confidential"));
      }
    }
  }
}

TEST_CASE("switching on or off that is cancelled at any moment leaves the teams as they were, or comes too late and is done") {
  for (const What what : {What::on, What::off}) {
    CAPTURE(static_cast<int>(what));
    const Disk start = disk_before(what);
    const Found before = look_at(start);
    int cancelled_count = 0;
    bool is_done = false;
    for (int turns = 0; !is_done; turns += 2) {
      REQUIRE(turns < 500);
      CAPTURE(turns);
      Switching one(what, start);
      const auto mill = one.disk.folders.at(to_text(one.tab->state().open_workspace));
      one.begin();
      for (int i = 0; i < turns && !is_done; ++i) {
        one.loop.run_next(one.loop.now().ms + 1000);
        is_done = one.tab->state().is_lock_on == (what == What::on);
      }
      if (!is_done) one.tab->app.perform(Intents{.go = {}, .edits = {}, .tasks = {CancelWork{}}});
      one.settle();
      CHECK(one.tab->state().phase == AppState::Phase::open);
      const bool was_cancelled = std::ranges::any_of(one.tab->notices, [](const NoticeText& notice) { return notice.text.contains("Stopped."); });
      CHECK((one.tab->state().is_lock_on == (what == What::on)) == !was_cancelled);
      if (was_cancelled) {
        ++cancelled_count;
        const auto& stored = one.disk.folders.at(to_text(one.tab->state().open_workspace));
        for (const auto& [name, bytes] : mill)  // but for the mark of who writes, as after any opening
          if (!stored.contains(name)) CHECK_MESSAGE(bytes.size() < 200, name);
        CHECK(std::ranges::none_of(stored, [&](const auto& part) { return what == What::on ? part.first.starts_with("s") : part.first.starts_with("m") || part.first.starts_with("ended"); }));
      }
      one.tab->add_person("Late Lea");  // all goes on
      CHECK(one.tab->state().save.status == SaveStatus::saved);
      one.loop.forget_all();
      const Found found = start_from(one.disk);
      one.check_told(found);
      CHECK(found.people.size() == before.people.size() + 1);
      CHECK(found.asked == ((what == What::on) != was_cancelled));
    }
    CHECK(cancelled_count >= 4);
  }
}

TEST_CASE("what another tab saves while the lock is being switched, at any moment, is there afterwards") {
  for (const What what : {What::on, What::off}) {
    CAPTURE(static_cast<int>(what));
    const Disk start = disk_before(what, 0, 61);  // the next save or the one after it writes all of Harbour anew
    bool is_done = false;
    for (int turns = 0; !is_done; turns += 3) {
      CAPTURE(turns);
      Switching one(what, start);
      AppTab other(one.disk, one.line, one.loop, 70);
      if (what == What::off) other.perform(Unlock{kWords});
      other.settle();
      const auto harbour = std::ranges::find(other.state().workspaces, "Harbour", &WorkspaceEntry::name)->id;
      other.perform(OpenWorkspace{harbour});
      REQUIRE(other.state().save.mode == StoreMode::writing);
      one.begin();
      for (int i = 0; i < turns && !is_done; ++i) {
        one.loop.run_next(one.loop.now().ms + 1000);
        is_done = one.tab->state().is_lock_on == (what == What::on);
      }
      Names added;
      for (int i = 0; i < 4 && other.state().phase == AppState::Phase::open; ++i) {
        Edit edit("edit.person.create");
        edit.create(Person{.id = Id<Person>(other.app.new_id()()), .name = "Hasty " + std::to_string(i)});
        other.app.perform(Intents{.go = {}, .edits = {edit}, .tasks = {}});
        other.app.perform(Intents{.go = {}, .edits = {}, .tasks = {RetrySave{}}});
        for (int turn = 0; turn < 3; ++turn) one.loop.run_next(one.loop.now().ms + 1);
        if (other.state().save.status == SaveStatus::saved) added.push_back("Hasty " + std::to_string(i));
      }
      one.settle();
      CHECK(one.tab->state().is_lock_on == (what == What::on));
      one.loop.forget_all();
      Disk after = one.disk;
      TabLine line;
      ManualLoop loop;
      loop.run_for(2'000'000);
      AppTab next(after, line, loop, 90);
      if (next.state().phase == AppState::Phase::locked) next.perform(Unlock{kWords});
      for (int i = 0; i < 4; ++i) next.settle();
      next.perform(OpenWorkspace{harbour});
      const Names found = next.people();
      CHECK(found.size() >= 62);
      for (const std::string& name : added) CHECK_MESSAGE(std::ranges::contains(found, name), name);
      CHECK_FALSE(next.state().load_report.has_value());
      loop.forget_all();
    }
  }
}

TEST_CASE("switching the lock shows how far it is, and the bar only moves forward") {
  for (const What what : {What::on, What::off}) {
    CAPTURE(static_cast<int>(what));
    Switching one(what, disk_before(what));
    one.tab->blobs.latency_ms = 100;
    one.tab->encryption.job_ms = 600;
    one.begin();
    std::vector<double> shown;
    bool could_cancel = false, could_not = false;
    const std::string key = what == What::on ? "lock.switching_on" : "lock.switching_off";
    while (one.tab->state().is_lock_on != (what == What::on)) {
      REQUIRE(one.loop.run_next(one.loop.now().ms + 1000));
      const auto& work = one.tab->state().work;
      if (!work || work->label_key != key) continue;
      if (shown.empty() || shown.back() != work->fraction) shown.push_back(work->fraction);
      (work->can_cancel ? could_cancel : could_not) = true;
    }
    CHECK(shown.size() >= 4);
    CHECK(std::ranges::is_sorted(shown));
    CHECK(could_cancel);
    CHECK(could_not);  // at its end
    one.settle();
    CHECK_FALSE(one.tab->state().work.has_value());
  }
}

TEST_CASE("storage that fails while the lock is switched: a sentence says what holds now and what went wrong") {
  for (const What what : {What::on, What::off}) {
    CAPTURE(static_cast<int>(what));
    Switching one(what, disk_before(what));
    one.begin();
    while (one.tab->state().phase == AppState::Phase::open) REQUIRE(one.loop.run_next(one.loop.now().ms + 1000));
    const int next = one.tab->blobs.operation_count() + 2;
    one.tab->blobs.faults[next] = Fault::full;
    one.settle();
    const bool is_told = std::ranges::any_of(one.tab->notices, [&](const NoticeText& notice) {
      return notice.is_problem && notice.text.contains("storage is full") && notice.text.contains(what == What::on ? "lock is not on" : "lock stays on");
    });
    CHECK(is_told);
    CHECK(one.tab->state().phase == AppState::Phase::open);
    CHECK(one.tab->people().size() == 22);
    CHECK(one.tab->state().is_lock_on == (what == What::off));
    one.tab->notices.clear();
    one.begin();  // tried again
    one.settle();
    CHECK(one.tab->state().is_lock_on == (what == What::on));
    CHECK(one.tab->people().size() == 22);
  }
}

TEST_CASE("switching on that was cut short is finished at the next start") {
  LockedDevice device;
  device.tab.blobs.faults[device.tab.blobs.operation_count() + 8] = Fault::crash_before;
  device.tab.perform(SwitchLockOn{kWords});
  device.wait(device.tab);
  REQUIRE(device.tab.blobs.has_crashed());
  TabLine line;
  ManualLoop loop;
  loop.run_for(1'000'000);
  AppTab next(device.disk, line, loop, 5);
  REQUIRE(next.state().phase == AppState::Phase::locked);
  next.perform(Unlock{kWords});
  for (int i = 0; i < 4; ++i) next.settle();
  CHECK(next.people() == kPeople);
  CHECK(!is_readable(device.disk, "Confidential Carla"));
  CHECK(!is_readable(device.disk, "Ada"));
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

// Switching the lock on, off or to another passphrase: no crash, fault or cancelling loses or tears anything, whatever the moment.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/support/locked_device.h"

using namespace fullcircle;
using namespace fullcircle::test;

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

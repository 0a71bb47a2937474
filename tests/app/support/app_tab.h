// The app in a tab of a browser, without pixels and without a browser: storage, other tabs and time are the test's.
#pragma once

#include <doctest/doctest.h>

#include "app/app.h"
#include "app/files/document_writer.h"
#include "app/support/fake_encryption.h"
#include "app/support/fake_folders.h"
#include "app/support/fake_tabs.h"
#include "app/support/fault_disk.h"
#include "app/support/plain_text.h"

namespace fullcircle::test {

class CountingRandom : public Random {
 public:
  explicit CountingRandom(unsigned first) : count_(first) {}
  void fill(std::span<std::byte> bytes) override {
    for (std::byte& byte : bytes) byte = static_cast<std::byte>((count_ = count_ * 1664525u + 1013904223u) >> 24);
  }

 private:
  unsigned count_;
};

class FakeTabNote : public TabNote {
 public:
  void write(std::string_view text) override { text_ = text; }
  std::string read() override { return text_; }

 private:
  std::string text_;
};

class AppTab {
 public:
  /// `number` tells devices and tabs apart: their random bits differ. `faults` are the storage's, by the number of the operation.
  AppTab(Disk& disk, TabLine& line, ManualLoop& loop, unsigned number, std::map<int, Fault> faults = {})
      : loop(loop), blobs(disk, loop), tabs(line, loop), random(number), encryption(loop, number), folders(loop),
        app(AppPorts{blobs, tabs, loop, random, text, encryption, folders, tab_note}, [] {}) {
    blobs.faults = std::move(faults);
    app.start("en");
    settle();
  }

  void settle() {
    const std::int64_t until_ms = loop.now().ms + 1000;
    do {
      if (after_turn) after_turn();
    } while (loop.run_next(until_ms));
    loop.run_for(static_cast<int>(until_ms - loop.now().ms));
    auto more = app.take_effects();
    for (auto& file : more.files) files.push_back(std::move(file));
    for (auto& notice : more.notices) notices.push_back(std::move(notice));
    if (more.go) route = *more.go;
    if (more.print_html) printed = std::move(*more.print_html);
  }
  void perform(Intents intents) {
    app.perform(intents);
    settle();
  }
  void perform(Task task) {
    Intents intents;
    intents.tasks.push_back(std::move(task));
    perform(std::move(intents));
  }
  void perform(Edit edit) {
    Intents intents;
    intents.edits.push_back(std::move(edit));
    perform(std::move(intents));
  }
  void receive(std::string name, std::string bytes) {
    app.receive_files({{std::move(name), std::move(bytes)}});
    settle();
  }
  /// The whole team as a file.
  std::string backup() {
    perform(BackUp{});
    REQUIRE(!files.empty());
    return files.back().bytes;
  }
  /// Does what the newest notice offers.
  void click_notice(std::string_view label) {
    REQUIRE(!notices.empty());
    for (const NoticeAction& action : notices.back().actions)
      if (action.label == label) return perform(Intents(action.intents));
    FAIL("no such action: " << label);
  }
  const std::string& last_notice() const {
    static const std::string kNone;
    return notices.empty() ? kNone : notices.back().text;
  }

  const AppState& state() const { return app.state(); }
  const Document& document() const { return app.view().document(); }
  std::vector<std::string> people() const {
    std::vector<std::string> names;
    for (const Person& person : document().table<Person>().alive()) names.push_back(person.name);
    std::ranges::sort(names);
    return names;
  }
  /// Every byte of the open team but what devices are called: that is said anew on each opening, also of one that wrote nothing.
  std::string content() const {
    const std::string text = encode_document(document());
    const auto actors = text.find("\"actors\": ["), end = text.find("\n ]", actors);
    std::string content = text.substr(0, actors) + text.substr(end);
    std::size_t number = 0;
    for (auto at = text.find("{\"id\": ", actors); at < end; at = text.find("{\"id\": ", at + 1), ++number)
      if (content.contains('"' + std::to_string(number) + " 17")) content += text.substr(at, sizeof("{\"id\": \"0123456789abcdef\"") - 1);
    return content;
  }
  const Person& person(std::string_view name) const {
    for (const Person& person : document().table<Person>().alive())
      if (person.name == name) return person;
    FAIL("nobody called " << name);
    return *document().table<Person>().alive().begin();
  }
  void add_person(std::string name) {
    Edit edit("edit.person.create");
    edit.create(Person{.id = Id<Person>(app.new_id()()), .name = std::move(name)});
    perform(std::move(edit));
  }
  void rename(std::string_view from, std::string to) {
    Person changed = person(from);
    changed.name = std::move(to);
    Edit edit("edit.person.change");
    edit.update(changed);
    perform(std::move(edit));
  }
  void remove(std::string_view name) {
    Edit edit("edit.person.delete");
    edit.erase(person(name).id);
    perform(std::move(edit));
  }

  std::function<void()> after_turn;  ///< called between the turns of settle()
  ManualLoop& loop;
  FaultBlobs blobs;
  FakeTabs tabs;
  CountingRandom random;
  PlainText text;
  FakeEncryption encryption;
  FakeFolders folders;
  FakeTabNote tab_note;
  App app;
  std::vector<OutgoingFile> files;
  std::vector<NoticeText> notices;
  std::string printed;  ///< the newest page
  Route route;
};

/// A computer of its own: nothing is shared with the others but files.
struct AppDevice {
  explicit AppDevice(unsigned number) : tab(disk, line, loop, number) {}
  Disk disk;
  TabLine line;
  ManualLoop loop;
  AppTab tab;
};

}  // namespace fullcircle::test

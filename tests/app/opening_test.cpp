// Large files opened in turns of the page: the same team, with progress, and nothing changed before the end.
#include <doctest/doctest.h>

#include "app/files/document_writer.h"
#include "app/sample/sample_workspace.h"
#include "app/support/app_tab.h"
#include "app/support/text_pieces.h"

using namespace fullcircle;
using namespace fullcircle::test;

namespace {

/// Some megabytes.
const std::string& large_file() {
  static const std::string file = [] {
    SampleOptions options;
    options.people = 150;
    options.today = *parse_day("2025-11-19");
    options.now = {1'763'600'000'000};
    options.workspace = *parse_record_id("000000000000w001");
    return encode_document(build_sample_workspace(options));
  }();
  return file;
}

struct SlowDevice : AppDevice {
  SlowDevice() : AppDevice(1) {}
  void choose(std::string name, const std::string& text, std::size_t unreadable_from = std::string::npos) {
    tab.app.receive_files({chosen_file(std::move(name), text, loop, unreadable_from)});
  }
};

}  // namespace

TEST_CASE("a large file opened in turns is the same as one opened at once") {
  REQUIRE(large_file().size() > 3'000'000);
  auto at_once = read_document(large_file());
  REQUIRE(at_once);
  SlowDevice device;
  device.choose("large.fullcircle", large_file());
  device.tab.settle();
  CHECK(device.tab.state().phase == AppState::Phase::open);
  for (const ActorName& name : device.tab.document().actor_names()) at_once->name_actor(name);
  CHECK(same_content(device.tab.document(), *at_once));
  CHECK(device.tab.state().save.status == SaveStatus::saved);
  AppTab again(device.disk, device.line, device.loop, 9);
  CHECK(again.document().size() == at_once->size());
  for (const ActorName& name : again.document().actor_names()) at_once->name_actor(name);
  CHECK(same_content(again.document(), *at_once));
}

TEST_CASE("decrypted and other large texts that are in memory already are read in turns as well") {
  SlowDevice device;
  device.tab.app.receive_files({{"large.fullcircle", large_file()}});
  CHECK(device.tab.state().phase == AppState::Phase::first_run);  // not at once
  device.tab.settle();
  CHECK(device.tab.state().phase == AppState::Phase::open);
}

TEST_CASE("what is only the beginning of a file is never taken for the whole") {
  SlowDevice device;
  std::string table = "Name;Role\n";
  while (table.size() < 300'000) table += "Ada " + std::to_string(table.size()) + ";Engineer\n";
  device.tab.perform(CreateWorkspace{"Harbour", "Ada"});
  device.choose("people.csv", table);
  device.tab.settle();
  CHECK(device.tab.state().people_table == table);
}

TEST_CASE("stopping half-way leaves everything as it was, and files behind it are still taken") {
  SlowDevice device;
  device.tab.perform(CreateWorkspace{"Harbour", "Ada"});
  const std::string before = encode_document(device.tab.document());
  const auto file = chosen_file("large.fullcircle", large_file(), device.loop);
  device.tab.app.receive_files({file});
  for (int turn = 0; turn < 3; ++turn) device.loop.run_next(device.loop.now().ms);  // in the middle of it
  device.tab.app.receive_files({{"nonsense.txt", "nothing of ours"}});
  device.tab.perform(CancelWork{});
  CHECK(encode_document(device.tab.document()) == before);
  CHECK(device.tab.state().workspaces.size() == 1);
  CHECK(device.tab.last_notice().contains("nonsense.txt"));
  CHECK(static_cast<TextPieces&>(*file.pieces).read_count < 4);
}

TEST_CASE("a large file that is damaged or cannot be read further on changes nothing and says so") {
  for (const bool is_damaged : {true, false}) {
    SlowDevice device;
    device.tab.perform(CreateWorkspace{"Harbour", "Ada"});
    const std::string before = encode_document(device.tab.document());
    std::string text = large_file();
    if (is_damaged) text[text.size() / 2] = '\x01';
    device.choose("large.fullcircle", text, is_damaged ? std::string::npos : text.size() / 2);
    device.tab.settle();
    CHECK(encode_document(device.tab.document()) == before);
    CHECK(device.tab.state().workspaces.size() == 1);
    CHECK(!device.tab.state().work);
    CHECK(device.tab.notices.back().is_problem);
    CHECK(device.tab.last_notice().contains("large.fullcircle"));
  }
}

TEST_CASE("a large file that ends in the middle is told from one that is shorter than it was") {
  SlowDevice device;
  device.choose("cut.fullcircle", large_file().substr(0, large_file().size() / 2));
  device.tab.settle();
  CHECK(device.tab.state().phase == AppState::Phase::first_run);
  CHECK(device.tab.last_notice().contains("ends in the middle"));
}

TEST_CASE("what is done while a large team is saved for the first time is there after the browser was opened again") {
  SlowDevice device;
  device.choose("large.fullcircle", large_file());
  while (device.tab.state().phase != AppState::Phase::open) REQUIRE(device.loop.run_next(device.loop.now().ms + 1000));
  while (!device.tab.state().save.fraction) REQUIRE(device.loop.run_next(device.loop.now().ms + 1000));
  CHECK(device.tab.state().save.status == SaveStatus::saving);
  device.tab.add_person("Zoe Late");
  CHECK(device.tab.state().save.status == SaveStatus::saved);
  AppTab again(device.disk, device.line, device.loop, 9);
  again.person("Zoe Late");
  for (const ActorName& name : device.tab.document().actor_names()) CHECK(again.document().name_of(name.actor) == name.name);
  CHECK(again.people() == device.tab.people());
}

TEST_CASE("going to another team and stopping half-way comes back to the first") {
  SlowDevice device;
  device.choose("large.fullcircle", large_file());
  device.tab.settle();
  const RecordId large = device.tab.state().open_workspace;
  device.tab.perform(CreateWorkspace{"Harbour", "Ada"});
  Intents intents;
  intents.tasks.push_back(OpenWorkspace{large});
  device.tab.app.perform(intents);
  device.loop.run_next(device.loop.now().ms);
  CHECK(device.tab.state().phase == AppState::Phase::starting);
  device.tab.perform(CancelWork{});
  CHECK(device.tab.state().phase == AppState::Phase::open);
  CHECK(device.tab.people() == std::vector<std::string>{"Ada"});
  device.tab.click_notice("Open");
  CHECK(device.tab.state().open_workspace == large);
  CHECK(device.tab.people().size() == 150);
}

TEST_CASE("a team that came back from its second copy is said to have, with a backup at hand") {
  AppDevice device(1);
  device.tab.perform(CreateWorkspace{"Harbour", "Ada"});
  const RecordId harbour = device.tab.state().open_workspace;
  device.tab.perform(CreateWorkspace{"Mill", "Ben"});
  const auto open_harbour = [&] {
    device.tab.notices.clear();
    device.tab.perform(OpenWorkspace{harbour});
  };
  open_harbour();
  CHECK(device.tab.notices.empty());
  device.tab.perform(CreateWorkspace{"Quarry", "Cy"});
  device.tab.blobs.restored.insert(to_text(harbour));
  open_harbour();
  REQUIRE(device.tab.notices.size() == 1);
  CHECK(device.tab.notices[0].text.contains("from the second copy"));
  CHECK(device.tab.notices[0].is_problem);
  REQUIRE(device.tab.notices[0].actions.size() == 1);
  device.tab.perform(device.tab.notices[0].actions[0].intents);
  REQUIRE(device.tab.files.size() == 1);
  CHECK(device.tab.files[0].name.contains("Harbour"));
}

// G5: "this file contains": what the preview lists is what the bytes hold, and with what it names as left out it is the whole team.
#include "app/files/file_contents.h"

#include <doctest/doctest.h>

#include <map>

#include "app/files/document_writer.h"
#include "app/files/member_file.h"
#include "app/support/sample_team.h"
#include "app/support/shipped_languages.h"
#include "exchange/json_reader.h"

using namespace fullcircle;
using namespace fullcircle::test;

namespace {

using Counts = std::map<std::string, std::size_t>;

/// Counted in the JSON itself.
Counts records_in(std::string_view bytes) {
  Counts counts;
  const auto json = parse_json(bytes);
  REQUIRE(json.has_value());
  const Value* records = json->find("records");
  REQUIRE(records);
  for (const auto& [kind, list] : *records->as_object()) counts[kind] = list.as_list()->size();
  return counts;
}

Counts records_of(const Document& document) {
  Counts counts;
  for (KindIndex kind = 0; kind < kKindCount; ++kind)
    if (const auto size = document.table(kind).size()) counts[std::string(kind_key(kind))] = size;
  return counts;
}

struct Preview {
  std::shared_ptr<Language> language = load_language("en");
  Document team = sample_team();

  FileContents read(std::string_view bytes) const {
    const Formats formats(*language, kToday);
    auto contents = read_file_contents(bytes, team, *language, RecordWords(*language, formats, team));
    REQUIRE(contents.has_value());
    return std::move(*contents);
  }
};

Counts inside(const FileContents& contents) {
  Counts counts;
  for (const HeldRecords& held : contents.inside) counts[held.key] = held.count;
  return counts;
}

void check_whole(const FileContents& contents, const Document& team) {
  Counts all = inside(contents);
  for (const LeftOutRecords& left : contents.left_out) {
    CHECK_MESSAGE(!left.reason.empty(), left.key);
    CHECK_MESSAGE(!left.title.contains("left_out_of"), left.key);
    if (!left.key.contains('.') && left.key != "history") all[left.key] += left.count;
  }
  CHECK(all == records_of(team));
}

}  // namespace

TEST_CASE("G5: for every member's file the preview counts what the bytes hold, and inside with left out is the whole team") {
  const Preview preview;
  int members = 0;
  for (const Person& person : preview.team.table<Person>().alive()) {
    if (person.is_external) continue;
    const std::string bytes = *encode_member_file(preview.team, person.id);
    const FileContents contents = preview.read(bytes);
    CHECK(inside(contents) == records_in(bytes));
    CHECK(contents.bytes == bytes.size());
    check_whole(contents, preview.team);
    ++members;
  }
  CHECK(members == 14);
}

TEST_CASE("G5: the names in the preview are names in the file") {
  const Preview preview;
  const ModelView view = lead_view_of(preview.team);
  const std::string bytes = *encode_member_file(preview.team, person_called(view, "Mara"));
  int checked = 0;
  for (const HeldRecords& held : preview.read(bytes).inside)
    if (held.key == "goals" || held.key == "people" || held.key == "roles")
      for (const std::string& name : held.names) {
        CHECK_MESSAGE(bytes.find(name) != std::string::npos, name);
        ++checked;
      }
  CHECK(checked > 15);
}

TEST_CASE("G5: a copy for a co-lead holds everything but private notes of others and what stays on the device") {
  const Preview preview;
  const ModelView view = lead_view_of(preview.team);
  const std::string bytes = encode_document(select_for_lead(preview.team, view.me));
  const FileContents contents = preview.read(bytes);
  CHECK(inside(contents) == records_in(bytes));
  check_whole(contents, preview.team);
}

TEST_CASE("G5: records of a kind this version does not know are listed by the name of the kind") {
  Preview preview;
  std::string bytes = encode_document(preview.team);
  const std::string known = "\n  \"goals\": [\n";
  REQUIRE(bytes.contains(known));
  bytes.replace(bytes.find(known), known.size(), "\n  \"petals\": [\n");
  const FileContents contents = preview.read(bytes);
  const auto petals = std::ranges::find(contents.inside, "petals", &HeldRecords::key);
  REQUIRE(petals != contents.inside.end());
  CHECK(petals->count == records_of(preview.team)["goals"]);
  CHECK(petals->title.contains("petals"));
}

TEST_CASE("G5: what a field is left out for is said with it") {
  Preview preview;
  const ModelView view = lead_view_of(preview.team);
  const Id<Person> mara = person_called(view, "Mara");
  const FileContents contents = preview.read(*encode_member_file(preview.team, mara));
  const auto found = std::ranges::find(contents.left_out, "people.leadNote", &LeftOutRecords::key);
  REQUIRE(found != contents.left_out.end());
  CHECK(found->reason == "Only for leads.");
  CHECK(found->title.starts_with("Note for leads"));
}

TEST_CASE("G5: a goal with several progress entries is named once, with how many there are") {
  const Preview preview;
  const ModelView view = lead_view_of(preview.team);
  const FileContents contents = preview.read(*encode_member_file(preview.team, person_called(view, "Mara")));
  const auto progress = std::ranges::find(contents.inside, "progressPoints", &HeldRecords::key);
  REQUIRE(progress != contents.inside.end());
  const auto goals = std::ranges::find(contents.inside, "goals", &HeldRecords::key);
  REQUIRE(goals != contents.inside.end());
  CHECK(progress->names.size() <= goals->names.size());
  std::size_t entries = 0;
  for (const std::string& name : progress->names) {
    const auto colon = name.rfind(": ");
    REQUIRE_MESSAGE(colon != std::string::npos, name);
    CHECK_MESSAGE(std::ranges::find(goals->names, name.substr(0, colon)) != goals->names.end(), name);
    entries += static_cast<std::size_t>(std::stoi(name.substr(colon + 2)));
  }
  CHECK(entries == progress->count);
}

TEST_CASE("G5: a backup holds every record there is, and nothing of the team is left out") {
  const Preview preview;
  const std::string bytes = encode_document(preview.team);
  const FileContents contents = preview.read(bytes);
  CHECK(inside(contents) == records_in(bytes));
  CHECK(contents.left_out.empty());
}

TEST_CASE("a file that cannot be read has no contents to show") {
  const Preview preview;
  const Formats formats(*preview.language, kToday);
  CHECK_FALSE(read_file_contents("{}", preview.team, *preview.language, RecordWords(*preview.language, formats, preview.team)).has_value());
}

// G5: "this file contains" for requests and answers: the list follows the bytes member by member.
#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <set>

#include "app/files/file_contents.h"
#include "app/files/name_search.h"
#include "app/files/request_files.h"
#include "app/support/sample_team.h"
#include "app/support/shipped_languages.h"
#include "exchange/answer_file.h"
#include "exchange/json_reader.h"
#include "exchange/json_writer.h"

using namespace fullcircle;
using namespace fullcircle::test;

namespace {

const std::set<std::string_view> kFrame{"format", "minReader", "version"};

struct SmallFiles {
  std::shared_ptr<Language> language = load_language("en");
  Document team = sample_team();

  SmallFiles() {
    const ModelView view = lead_view_of(team);
    for (const FeedbackRequest& one : team.table<FeedbackRequest>().alive())
      if (one.rater != one.subject && one.rater != view.me && view.name_of(one.subject) == "Mara") request = one;
    REQUIRE(request.id);
  }

  FileContents read(std::string_view bytes) const {
    auto contents = read_small_file_contents(bytes, team, *language);
    REQUIRE(contents.has_value());
    return std::move(*contents);
  }
  std::string request_bytes() const {
    auto file = make_request_file(team, request.id, kNow, "age1" + std::string(58, 'q'));
    REQUIRE(file.has_value());
    return file->bytes;
  }
  ReceivedRequest answered() const {
    auto received = read_request_file(request_bytes());
    REQUIRE(received.has_value());
    received->answers = {{.item = received->sections[0].items[0].key, .rating = 4}, {.item = received->sections[1].items[0].key, .rating = 3}};
    received->comments = {{.item = received->sections[0].items[0].key, .text = "Calm in the handover"}};
    return *received;
  }

  FeedbackRequest request;
};

std::size_t says_something(const Value& value) {
  const auto* text = value.as_text();
  const auto* list = value.as_list();
  return !value.is_null() && !(text && text->empty()) && !(list && list->empty());
}

std::size_t listed(const FileContents& contents) {
  std::size_t count = 0;
  for (const HeldRecords& held : contents.inside) count += held.key == "names" ? 0 : held.count;
  return count;
}

bool leaves_out(const FileContents& contents, std::string_view key) { return std::ranges::find(contents.left_out, key, &LeftOutRecords::key) != contents.left_out.end(); }

/// The file with one member changed by `change`.
std::string altered(std::string_view bytes, std::string_view key, const std::function<void(Value::Object&, std::size_t)>& change) {
  auto json = parse_json(bytes);
  REQUIRE(json.has_value());
  Value::Object& members = *json->as_object();
  for (std::size_t at = 0; at < members.size(); ++at)
    if (members[at].first == key) {
      change(members, at);
      break;
    }
  sort_keys(members);
  return to_json(*json);
}

/// Every member is in the list, and the list changes when any is taken out.
void check_follows(const SmallFiles& files, const std::string& bytes) {
  const FileContents contents = files.read(bytes);
  const auto json = parse_json(bytes);
  REQUIRE(json.has_value());
  std::size_t members = 0;
  for (const auto& [key, value] : *json->as_object()) {
    if (kFrame.contains(key) || !says_something(value)) continue;
    ++members;
    const std::string without = altered(bytes, key, [](Value::Object& all, std::size_t at) { all.erase(all.begin() + static_cast<std::ptrdiff_t>(at)); });
    CHECK_MESSAGE(files.read(without).inside != contents.inside, key);
  }
  CHECK(listed(contents) == members);
  for (const HeldRecords& held : contents.inside) {
    CHECK_MESSAGE(!held.title.contains("holds."), held.title);
    for (const std::string& name : held.names) CHECK_MESSAGE(!name.contains("holds."), name);
  }
  for (const LeftOutRecords& left : contents.left_out) {
    CHECK_MESSAGE(!left.title.contains("left_out_of"), left.title);
    CHECK_MESSAGE(!left.reason.contains("left_out_of"), left.reason);
  }
}

}  // namespace

TEST_CASE("G5: every member of a request and of an answer stands in the list, and none can be taken out without changing it") {
  const SmallFiles files;
  check_follows(files, files.request_bytes());
  check_follows(files, encode_answer_file(files.answered(), kToday));
}

TEST_CASE("G5: a member that only another version knows is listed under its own key, and nothing is promised about the rest then") {
  const SmallFiles files;
  const std::string bytes = altered(files.request_bytes(), "token", [](Value::Object& all, std::size_t) { all.emplace_back("salary", "high"); });
  const FileContents contents = files.read(bytes);
  const auto other = std::ranges::find(contents.inside, "other", &HeldRecords::key);
  REQUIRE(other != contents.inside.end());
  CHECK(other->names == std::vector<std::string>{"salary"});
  CHECK_FALSE(leaves_out(contents, "team"));
  CHECK(leaves_out(files.read(files.request_bytes()), "team"));
}

TEST_CASE("G5: a request says whom it is about, who asks and what, and that nobody else is named") {
  const SmallFiles files;
  const FileContents contents = files.read(files.request_bytes());
  const auto part = [&](std::string_view key) {
    const auto found = std::ranges::find(contents.inside, key, &HeldRecords::key);
    REQUIRE_MESSAGE(found != contents.inside.end(), key);
    return *found;
  };
  CHECK(part("subject").names[0] == "About: Mara");
  CHECK(part("codes").names[1] == "One-time code");
  CHECK(part("questions").names[0].contains(" question"));
  CHECK(leaves_out(contents, "raters"));
  CHECK(leaves_out(contents, "answers"));
}

TEST_CASE("G5: a name in the questions, or in the words of an answer, is listed instead of being called left out") {
  SmallFiles files;
  ReceivedRequest received = files.answered();
  CHECK(leaves_out(files.read(encode_answer_file(received, kToday)), "self"));
  Edit edit("edit.test");
  edit.create(received);
  StampClock clock{0xA1, [] { return kNow; }};
  apply(files.team, clock, edit);
  CHECK(leaves_out(preview_answer(received, kToday, files.team, *files.language), "names"));
  received.comments[0].text = "Mara calmed everybody, and so did nobody else.";
  const FileContents contents = preview_answer(received, kToday, files.team, *files.language);
  const auto names = std::ranges::find(contents.inside, "names", &HeldRecords::key);
  REQUIRE(names != contents.inside.end());
  CHECK(names->names == std::vector<std::string>{"Mara"});
  CHECK_FALSE(leaves_out(contents, "names"));

  ReceivedRequest asks = *make_received_request(files.team, files.request.id);
  asks.sections[0].help = "Ask Samir first";
  const FileContents request = files.read(encode_request_file(asks));
  const auto named = std::ranges::find(request.inside, "names", &HeldRecords::key);
  REQUIRE(named != request.inside.end());
  CHECK(named->names == std::vector<std::string>{"Samir"});
}

TEST_CASE("G5: several requests are one list, and what is left out is left out of each") {
  const SmallFiles files;
  FileContents all;
  std::size_t count = 0;
  for (const FeedbackRequest& one : files.team.table<FeedbackRequest>().alive())
    if (auto file = make_request_file(files.team, one.id, kNow); file && ++count <= 5) add_contents(all, files.read(file->bytes));
  CHECK(leaves_out(all, "raters"));
  std::size_t members = all.inside[0].count;
  CHECK(members >= 5);
  add_contents(all, files.read(altered(files.request_bytes(), "token", [](Value::Object& more, std::size_t) { more.emplace_back("salary", "high"); })));
  CHECK_FALSE(leaves_out(all, "team"));
  CHECK(leaves_out(all, "raters"));
  CHECK(std::ranges::find(all.inside, "other", &HeldRecords::key) != all.inside.end());
}

TEST_CASE("a name counts where it is a word of its own") {
  CHECK(names_somebody("as Bo said", "Bo"));
  CHECK(names_somebody("Bo", "Bo"));
  CHECK_FALSE(names_somebody("About it", "bout"));
  CHECK_FALSE(names_somebody("Bob said", "Bo"));
  CHECK_FALSE(names_somebody("Boé", "Bo"));
  CHECK(names_somebody("Bob and Bo", "Bo"));
  CHECK_FALSE(names_somebody("anything", ""));
}

TEST_CASE("all names are looked for at once, whether they begin with a letter, a digit or a mark") {
  const NameIndex index({"Bo", "Bo Lind", "Böle", "", "3M", "(Ann)", "Bo"});
  CHECK(index.find_in("Bo Linden asked (Ann) and 3M") == std::vector<bool>{true, false, false, false, true, true, true});
  CHECK(index.find_in("with Bo Lind, A3M and Böle") == std::vector<bool>{true, true, true, false, false, false, true});
  CHECK(index.find_in("") == std::vector<bool>(7));
}

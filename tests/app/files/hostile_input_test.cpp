// Whatever is in a file: one clear error, nothing changed, and never an end of the program. Run under the sanitizers.
#include <doctest/doctest.h>

#include <cstdlib>
#include <random>

#include "app/files/answer_import.h"
#include "app/files/document_writer.h"
#include "app/files/member_file.h"
#include "app/files/people_import.h"
#include "app/files/request_files.h"
#include "app/files/small_team.h"
#include "app/support/app_tab.h"
#include "app/support/shipped_languages.h"
#include "exchange/csv.h"
#include "exchange/file_kind.h"

using namespace fullcircle;

namespace {

constexpr Instant kNow{kTeamStart + 1'000'000'000};

enum class FileSort { workspace, request, answer, member };
constexpr FileSort kAllOfThem[] = {FileSort::workspace, FileSort::request, FileSort::answer, FileSort::member};

struct Files {
  SmallTeam team;
  std::string workspace, request, answer, member;
  Files() {
    workspace = encode_document(team.document);
    auto file = make_request_file(team.document, team.from_cy, kNow);
    team.apply(file->edit);
    request = file->bytes;
    ReceivedRequest received = *read_request_file(request);
    received.answers = {{.item = "clear", .rating = 4}};
    received.comments = {{.item = "clear", .text = "Well said"}};
    answer = encode_answer_file(received, *parse_day("2025-11-28"));
    member = *encode_member_file(team.document, team.ada);
  }
  const std::string& of(FileSort kind) const {
    switch (kind) {
      case FileSort::workspace: return workspace;
      case FileSort::request: return request;
      case FileSort::answer: return answer;
      case FileSort::member: return member;
    }
    return workspace;
  }
};

const Language& english() {
  static const auto language = test::load_language("en");
  return *language;
}

/// Reads the bytes as that kind. Out: the error, if there is one; also that it has a sentence without holes.
std::optional<Error> read_as(const Files& files, FileSort kind, const std::string& bytes) {
  std::optional<Error> error;
  switch (kind) {
    case FileSort::workspace:
      if (auto read = read_document(bytes); !read) error = read.error();
      break;
    case FileSort::request:
      if (auto read = import_request(files.team.document, bytes); !read) error = read.error();
      break;
    case FileSort::answer: {
      const NamedFile named{"answer", bytes};
      const auto import = import_answers(files.team.document, std::span(&named, 1), nth<ImportLog>(50), kNow);
      const auto& outcome = import.files.front();
      if (outcome.outcome == ImportOutcome::unreadable) error = outcome.error;
      else if (outcome.outcome != ImportOutcome::fresh) error = Error{"error.file.altered", {}, {}};  // refused for another reason
      break;
    }
    case FileSort::member:
      if (auto read = read_member_file(bytes); !read) error = read.error();
      break;
  }
  if (error) {
    const std::string sentence = english().describe(*error);
    REQUIRE_MESSAGE(english().has(error->code), error->code);
    REQUIRE_MESSAGE(!sentence.contains("{{"), sentence);
    REQUIRE(sentence.size() < 400);
  }
  return error;
}

/// With what comes right after "{" put in.
std::string with_first(const std::string& bytes, const std::string& members) {
  const auto at = bytes.find('{');
  return bytes.substr(0, at + 1) + members + bytes.substr(at + 1);
}
std::string replaced(std::string bytes, std::string_view from, std::string_view to) {
  const auto at = bytes.find(from);
  REQUIRE_MESSAGE(at != std::string::npos, from);
  return bytes.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("a file cut anywhere is refused") {
  const Files files;
  for (const FileSort kind : kAllOfThem) {
    const std::string& whole = files.of(kind);
    CHECK(!read_as(files, kind, whole));
    const std::size_t end = whole.find_last_not_of(" \r\n") + 1;
    for (std::size_t size = 0; size < end; ++size) {
      INFO("kind " << static_cast<int>(kind) << " cut at " << size << " of " << end);
      REQUIRE(read_as(files, kind, whole.substr(0, size)));
    }
  }
}

TEST_CASE("a file with a byte flipped is refused or read; an answer that counts says what was sent") {
  const Files files;
  const NamedFile sent{"answer", files.answer};
  const auto honest = import_answers(files.team.document, std::span(&sent, 1), nth<ImportLog>(50), kNow);
  for (const FileSort kind : kAllOfThem) {
    std::string bytes = files.of(kind);
    for (std::size_t at = 0; at < bytes.size(); ++at)
      for (const unsigned flip : {0x01u, 0x20u, 0x80u, 0xFFu}) {
        const char before = bytes[at];
        bytes[at] = static_cast<char>(static_cast<unsigned char>(before) ^ flip);
        const auto error = read_as(files, kind, bytes);
        if (!error && kind == FileSort::answer) {
          const NamedFile named{"answer", bytes};
          const auto import = import_answers(files.team.document, std::span(&named, 1), nth<ImportLog>(50), kNow);
          SmallTeam one, other;
          one.apply(honest.edit);
          other.apply(import.edit);
          INFO("byte " << at);
          REQUIRE(one.get(honest.files[0].response).answers == other.get(import.files[0].response).answers);
          REQUIRE(one.get(honest.files[0].response).comments == other.get(import.files[0].response).comments);
        }
        bytes[at] = before;
      }
  }
}

TEST_CASE("random bytes, and random bytes after the right beginning, are refused") {
  const Files files;
  std::mt19937 random(20261121);
  for (int round = 0; round < 400; ++round) {
    std::string noise(random() % 300, '\0');
    for (char& c : noise) c = static_cast<char>(random());
    for (const FileSort kind : kAllOfThem) {
      CHECK(read_as(files, kind, noise));
      const std::string& whole = files.of(kind);
      CHECK(read_as(files, kind, whole.substr(0, random() % (whole.size() - 1)) + "\x01" + noise));
    }
    (void)parse_csv(noise);
    (void)detect_file_kind(noise);
  }
}

TEST_CASE("a hundred thousand brackets, in the file and in an unknown member, are too deep: said, not crashed") {
  const Files files;
  for (const std::string_view bracket : {"[", "{\"a\":"}) {
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += bracket;
    for (const FileSort kind : kAllOfThem) {
      CHECK(read_as(files, kind, deep));
      const auto error = read_as(files, kind, with_first(files.of(kind), "\"aaa\":" + deep + "1,"));
      REQUIRE(error);
      CHECK(error->code == "error.file.too_deep");
    }
    CHECK(detect_file_kind(deep) == FileKind::unknown);
  }
}

TEST_CASE("numbers beyond every range, texts that are not UTF-8, and members named twice are refused by name and place") {
  const Files files;
  struct Case {
    std::string members;
    std::string_view code;
  };
  const Case cases[] = {{"\"aaa\":1e999,", "error.file.number_range"},
                        {"\"aaa\":\"\xC3\x28\",", "error.file.encoding"},
                        {"\"aaa\":\"\xED\xA0\x80\",", "error.file.encoding"},
                        {"\"aaa\":1,\"aaa\":2,", "error.file.duplicate_key"},
                        {"\"aaa\":01,", "error.file.not_json"},
                        {"\"aaa\":\"" + std::string((1 << 20) + 1, 'x') + "\",", "error.file.text_too_long"}};
  for (const FileSort kind : kAllOfThem)
    for (const Case& one : cases) {
      const auto error = read_as(files, kind, with_first(files.of(kind), one.members));
      INFO("kind " << static_cast<int>(kind) << ", " << one.code);
      REQUIRE(error);
      CHECK(error->code == one.code);
      const int line = std::atoi(error->place.c_str());
      CHECK(line >= 1);
      CHECK(english().describe(*error).contains("line " + std::to_string(line) + ", column "));
    }
}

TEST_CASE("a file of another kind or of a newer version is refused by name") {
  const Files files;
  for (const FileSort kind : kAllOfThem)
    for (const FileSort other : kAllOfThem) {
      if (kind == other) continue;
      const auto error = read_as(files, kind, files.of(other));
      INFO("read as " << static_cast<int>(kind) << " though it is " << static_cast<int>(other));
      REQUIRE(error);
      CHECK(error->code == "error.file.wrong_kind");
    }
  for (const FileSort kind : kAllOfThem) {
    const auto error = read_as(files, kind, replaced(files.of(kind), "\"minReader\": 1", "\"minReader\": 99"));
    INFO("kind " << static_cast<int>(kind));
    REQUIRE(error);
    CHECK(error->code == "error.file.too_new");
  }
}

TEST_CASE("a table cut, damaged or endless is read or refused, and people in it are never half taken") {
  const std::string table = "name,email,manager\n\"Ada, Countess\",ada@example.org,\nBo,bo@example.org,\"Ada, Countess\"\n";
  SmallTeam team;
  unsigned drawn = 0;
  const IdSource ids = [&] { return RecordId{++drawn, 7}; };
  for (std::size_t at = 0; at <= table.size(); ++at) {
    const auto read = parse_csv(table.substr(0, at));
    if (!read) {
      CHECK(english().has(read.error().code));
      continue;
    }
    (void)plan_people_import(team.document, *read, match_columns(*read), ids);
  }
  std::string wide(200'000, ',');
  if (const auto read = parse_csv(wide)) (void)plan_people_import(team.document, *read, match_columns(*read), ids);
  std::string quotes(100'001, '"');
  (void)parse_csv(quotes);
}

TEST_CASE("the app opens none of it: one notice names the file, and the team is as before") {
  const Files files;
  test::AppDevice device{3};
  device.tab.perform(CreateWorkspace{"Harbour", "Ada"});
  const std::string before = encode_document(device.tab.document());
  std::string deep(100'000, '[');
  std::string cut = files.workspace.substr(0, files.workspace.size() / 2);
  std::string newer = replaced(files.workspace, "\"minReader\": 1", "\"minReader\": 99");
  for (const std::string& bytes : {std::string(), std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16), std::string("PK\x03\x04"), std::string("just a note"), deep,
                                   "{" + deep, cut, newer, std::string("{}"), std::string("[]"), std::string("null"), std::string("{\"format\": 7}"),
                                   std::string("{\"format\": \"fullcircle.recipe\"}"), std::string("age-encryption.org/v1\n-> X25519")}) {
    const std::size_t notices = device.tab.notices.size();
    device.tab.receive("strange.bin", bytes);
    INFO(bytes.substr(0, 40));
    REQUIRE(device.tab.notices.size() == notices + 1);
    CHECK(device.tab.notices.back().is_problem);
    CHECK(device.tab.notices.back().text.starts_with("strange.bin: "));
    CHECK(!device.tab.state().merge_offer);
    CHECK(encode_document(device.tab.document()) == before);
  }
  device.tab.app.receive_files({{"one", "{"}, {"two", "}"}, {"three", "["}});
  device.tab.settle();
  CHECK(device.tab.last_notice().ends_with("2 more files could not be opened."));
}

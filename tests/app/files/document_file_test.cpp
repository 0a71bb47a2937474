#include <doctest/doctest.h>

#include <random>

#include "app/files/document_writer.h"
#include "store/edit.h"
#include "store/merge.h"

using namespace fullcircle;

namespace {

constexpr std::uint64_t kSeed = 20261121;
constexpr std::int64_t kStart = 1'763'563'923'123;

/// One device that edits a document.
struct Device {
  explicit Device(Actor actor) : clock(actor, [this] { return Instant{now += 1000}; }) {}

  void apply(Edit edit) { fullcircle::apply(document, clock, edit); }
  template <class Entity>
  Entity get(Id<Entity> id) const {
    return *document.table<Entity>().find(id);
  }

  std::int64_t now = kStart;
  StampClock clock;
  Document document;
};

RecordId id_of(std::uint64_t number) { return {number, 7}; }

Person person(std::uint64_t number, std::string name) { return {.id = Id<Person>(id_of(number)), .name = std::move(name)}; }

Document read(std::string_view text) {
  auto document = read_document(text);
  REQUIRE_MESSAGE(document, document.error().code, " at ", document.error().place, ": ", document.error().detail);
  return *std::move(document);
}

Error refused(std::string_view text) {
  const auto document = read_document(text);
  REQUIRE_FALSE(document);
  return document.error();
}

/// Text of a file with these records of one kind.
std::string file_with(std::string_view kind, std::string_view records, std::string_view actors = R"([{"id": "00000000000000a1"}, {"id": "00000000000000b2"}])") {
  return R"({"actors": )" + std::string(actors) + R"(, "format": "fullcircle.workspace", "minReader": 1, "records": {")" + std::string(kind) + "\": " + std::string(records) +
         R"(}, "version": 1})";
}

constexpr std::string_view kAda = "0000000000050007";

/// Two devices that edit the same few records, delete, restore and merge.
Document random_document(std::uint64_t seed) {
  std::mt19937_64 random(seed);
  const auto below = [&](int end) { return std::uniform_int_distribution(0, end - 1)(random); };
  Device left(0xA1), right(0xB2);
  for (int i = below(12) + 1; i > 0; --i) {
    Device& device = below(2) ? left : right;
    Edit edit;
    const auto number = static_cast<std::uint64_t>(below(4) + 1);
    switch (below(6)) {
      case 0: edit.create(person(number, "Ada " + std::to_string(below(9)))); break;
      case 1: edit.erase(Id<Person>(id_of(number))); break;
      case 2: edit.restore(Id<Person>(id_of(number))); break;
      case 3: edit.set(kKindIndex<Goal>, id_of(number), 11, below(3) ? Value(below(5) / 2.0) : Value()); break;
      case 4: edit.set(kKindIndex<Goal>, id_of(number), 8, below(2) ? Value("range") : Value("of a newer program")); break;
      default: {
        Review review{.id = Id<Review>(id_of(number)), .summary = "é\n\"", .agenda = {{.key = "a", .title = "Look back", .minutes = below(30)}}};
        review.released_at = Instant{kStart + below(1000)};
        edit.create(review);
      }
    }
    device.apply(edit);
    if (below(4) == 0) merge(left.document, right.document);
    if (below(4) == 0) merge(right.document, left.document);
  }
  merge(left.document, std::move(right.document));
  if (below(2)) left.document.name_actor({.actor = 0xA1, .named = {std::uint64_t{1} << 20, 0xB2}, .name = "Anna's laptop"});
  if (below(2)) left.document.set_workspace(id_of(99));
  return std::move(left.document);
}

}  // namespace

TEST_CASE("a document is written with one field a line and when it was written beside it") {
  Device device(0xA1);
  Edit edit;
  edit.create(person(5, "Ada"));
  device.apply(edit);
  Person ada = device.get(Id<Person>(id_of(5)));
  ada.name = "Ada Lovelace";
  ada.email = "ada@example.org";
  Edit change;
  change.update(ada);
  device.apply(change);
  device.document.set_workspace(id_of(1));
  CHECK(encode_document(device.document) == R"({
 "actors": [
  {"id": "00000000000000a1"}
 ],
 "format": "fullcircle.workspace",
 "minReader": 1,
 "records": {
  "people": [
  {
   "_t": {"*": "0 1763563924123", "email": ["0 1763563925123", "0 1763563924123"], "name": ["0 1763563925123", "0 1763563924123"]},
   "_was": {"email": [{"t": "0 1763563924123", "v": ""}], "name": [{"t": "0 1763563924123", "v": "Ada"}]},
   "email": "ada@example.org",
   "id": "000000000000a007",
   "name": "Ada Lovelace"
  }
  ]
 },
 "version": 1,
 "workspace": "0000000000002007"
}
)");
}

TEST_CASE("an empty document is a file too") {
  const std::string text = encode_document({});
  CHECK(encode_document(read(text)) == text);
}

TEST_CASE("whatever is written reads back as the same content, and writes the same bytes again") {
  for (std::uint64_t seed = kSeed; seed < kSeed + 300; ++seed) {
    const Document document = random_document(seed);
    const std::string text = encode_document(document);
    const Document back = read(text);
    REQUIRE_MESSAGE(same_content(back, document), "seed ", seed, "\n", text);
    REQUIRE_MESSAGE(encode_document(back) == text, "seed ", seed, "\n", text);
  }
}

TEST_CASE("what one edit writes reads back, also a deletion alone") {
  Device device(0xA1);
  const auto check = [&](auto&& change) {
    Edit edit;
    change(edit);
    const Document delta = fullcircle::apply(device.document, device.clock, edit).delta;
    const std::string text = encode_document(delta);
    CHECK_MESSAGE(same_content(read(text), delta), text);
    CHECK(encode_document(read(text)) == text);
  };
  const Id<Person> ada(id_of(5));
  check([&](Edit& edit) { edit.create(person(5, "Ada")); });
  check([&](Edit& edit) { edit.set(kKindIndex<Person>, ada, 2, "Ada Lovelace"); });
  check([&](Edit& edit) { edit.erase(ada); });
  check([&](Edit& edit) { edit.restore(ada); });
  check([&](Edit& edit) {
    edit.set(kKindIndex<Person>, ada, 2, "A. Lovelace");
    edit.erase(ada);
  });
}

TEST_CASE("the parts of a document merge to the whole again, in any order") {
  for (std::uint64_t seed = kSeed; seed < kSeed + 50; ++seed) {
    const Document document = random_document(seed);
    std::vector<std::string> parts;
    encode_document_parts(document, 300, [&](std::string_view part) { parts.emplace_back(part); });
    std::shuffle(parts.begin(), parts.end(), std::mt19937_64(seed));
    Document whole;
    for (const auto& part : parts) merge(whole, read(part));
    REQUIRE_MESSAGE(same_content(whole, document), "seed ", seed);
  }
}

TEST_CASE("an edit in one record leaves the other parts as they were, byte for byte") {
  Device device(0xA1);
  std::mt19937_64 random(kSeed);
  Edit edit;
  for (int i = 0; i < 400; ++i) {
    Person someone = person(0, "Somebody");
    someone.id = Id<Person>(RecordId{random(), static_cast<std::uint16_t>(random())});
    edit.create(someone);
  }
  device.apply(edit);
  const auto parts_of = [&] {
    std::vector<std::string> parts;
    encode_document_parts(device.document, 4096, [&](std::string_view part) { parts.emplace_back(part); });
    return parts;
  };
  const auto before = parts_of();
  REQUIRE(before.size() > 8);
  Edit change;
  Person changed = *device.document.table<Person>().alive().begin();
  changed.name = "Somebody whose name became much, much longer than it was";
  change.update(changed);
  device.apply(change);
  const auto after = parts_of();
  std::size_t same = 0;
  for (const auto& part : after) same += static_cast<std::size_t>(std::ranges::count(before, part));
  CHECK(same + 3 >= before.size());
}

TEST_CASE("a file read in pieces of any size gives the same document") {
  const std::string text = encode_document(random_document(kSeed + 4));
  for (std::size_t size = 1; size < text.size(); size = size * 2 + 1) {
    DocumentReader reader;
    for (std::size_t at = 0; at < text.size(); at += size) REQUIRE(reader.feed(std::string_view(text).substr(at, size)));
    const auto document = reader.finish();
    REQUIRE(document);
    CHECK(encode_document(*document) == text);
    CHECK(reader.bytes_read() == text.size());
  }
}

TEST_CASE("members may come in any order, as other programs write them") {
  const std::string ordered = file_with("people", R"([{"_t": {"*": "0 5000", "name": ["1 6000", "0 5000"]}, "_was": {"name": [{"t": "0 5000", "v": "Ada"}]}, "id": "0000000000050007", "name": "Ada L."}])");
  const std::string reversed =
      R"({"version": 1, "records": {"people": [{"name": "Ada L.", "_was": {"name": [{"v": "Ada", "t": "0 5000"}]}, "id": "0000000000050007", "_t": {"name": ["1 6000", "0 5000"], "*": "0 5000"}}]},
          "minReader": 1, "format": "fullcircle.workspace", "actors": [{"id": "00000000000000a1"}, {"id": "00000000000000b2"}]})";
  CHECK(same_content(read(ordered), read(reversed)));
  CHECK(refused(reversed + "x").code == file_error::kTrailing);
  DocumentReader reader;
  for (std::size_t at = 0; at < reversed.size(); at += 10) REQUIRE(reader.feed(std::string_view(reversed).substr(at, 10)));
  const auto document = reader.finish();
  REQUIRE(document);
  CHECK(same_content(*document, read(ordered)));
}

TEST_CASE("kinds, fields and values only a newer program knows come back as they came") {
  const std::string text = file_with("people", R"([{"_t": {"*": "0 5000", "mood": ["1 7000", "0 5000"]}, "_was": {"mood": [{"t": "0 5000", "v": {"a": 4}}]}, "coachingStyle": "by letter", "height": 1.5,
     "id": "0000000000050007", "mood": [true, null], "name": "Ada"}], "spaceships": [{"_t": "1 8000", "id": "0000000000060007", "engines": 4}])");
  const Document document = read(text);
  const Person* ada = document.table<Person>().find(Id<Person>(*parse_record_id(kAda)));
  REQUIRE(ada);
  CHECK(ada->name == "Ada");
  CHECK(ada->coaching_style == CoachingStyle::unset);
  const std::string written = encode_document(document);
  for (auto part : {R"("mood": [true, null])", R"("mood": [{"t": "0 5000", "v": {"a": 4}}])", R"("coachingStyle": "by letter")", R"("height": 1.5)", R"("spaceships": [)", R"("engines": 4)",
                    R"("mood": ["1 7000", "0 5000"])"})
    CHECK_MESSAGE(written.find(part) != std::string::npos, part, "\n", written);
  CHECK(encode_document(read(written)) == written);
}

TEST_CASE("records of a kind without a name, which no program writes, leave the file readable") {
  const std::string written = encode_document(read(file_with("", R"([{"_t": "1 8000", "id": "0000000000060007", "engines": 4}], "people": [{"_t": "0 5000", "id": "0000000000050007", "name": "Ada"}])")));
  CHECK(written.find(R"("": [)") != std::string::npos);
  CHECK(encode_document(read(written)) == written);
}

TEST_CASE("a record that was written without a stamp, or by an actor that is not listed, is refused") {
  CHECK(refused(file_with("people", R"([{"id": "0000000000050007", "name": "Ada"}])")).detail == "_t");
  CHECK(refused(file_with("people", R"([{"_life": [], "id": "0000000000050007", "name": "Ada"}])")).detail == "_t.name");
  CHECK(refused(file_with("people", R"([{"_t": {}, "id": "0000000000050007", "name": "Ada"}])")).detail == "_t.name");
  CHECK(refused(file_with("people", R"([{"_t": "0 5000", "name": "Ada"}])")).detail == "id");
  for (auto stamp : {"2 5000", "0 0", "0", "0 5000 ", "00 5000", "0 5e3", "x 5", "", "0 281474976710656", "0 5+0", "-1 5", "0 5000+65536"})
    CHECK_MESSAGE(refused(file_with("people", R"([{"_t": ")" + std::string(stamp) + R"(", "id": "0000000000050007"}])")).code == file_error::kValue, stamp);
}

TEST_CASE("a file that is no workspace, or too new, or lacks its head, says so") {
  CHECK(refused(R"({"actors": [], "format": "fullcircle.answer"})") == Error{"error.file.wrong_kind", "1:45 format", "fullcircle.answer"});
  CHECK(refused(R"({"format": 3})").code == file_error::kWrongKind);
  CHECK(refused(R"({"actors": [], "format": "fullcircle.workspace", "minReader": 7})") == Error{"error.file.too_new", "1:64 minReader", "7"});
  CHECK(refused(R"({"actors": [], "format": "fullcircle.workspace", "minReader": 1})").detail == "records");
  CHECK(refused("{}").detail == "format");
  CHECK(refused("[]").code == file_error::kValue);
  CHECK(refused(file_with("people", "[]", R"([{"id": "a1"}])")).detail == "actor of 16 hex digits");
  CHECK(refused(file_with("people", "[]", R"([{"id": "00000000000000a1"}, {"id": "00000000000000a1"}])")).code == file_error::kDuplicateKey);
  CHECK(refused(file_with("people", R"([], "people": [])")).code == file_error::kDuplicateKey);
}

TEST_CASE("a file cut off at any byte is refused, and so is one with any byte changed into nonsense") {
  std::string text;
  for (auto seed = kSeed; text.size() < 1500; ++seed) text = encode_document(random_document(seed));
  for (std::size_t length = 0; length + 1 < text.size(); ++length) {
    const auto code = refused(std::string_view(text).substr(0, length)).code;
    REQUIRE(code == (length == 0 ? file_error::kEmpty : file_error::kCutOff));
  }
  for (std::size_t at = 0; at < text.size(); at += 3) {
    std::string damaged = text;
    damaged[at] = '\x02';
    refused(damaged);
  }
}

TEST_CASE("two records with one id are merged like any other two copies") {
  const std::string text = file_with("people", R"([{"_t": "0 5000", "id": "0000000000050007", "name": "Ada"}, {"_t": {"name": ["1 6000", "0 5000"]}, "id": "0000000000050007", "name": "Ada L."}])");
  const Document document = read(text);
  CHECK(document.table<Person>().size() == 1);
  CHECK(document.table<Person>().find(Id<Person>(*parse_record_id(kAda)))->name == "Ada L.");
}

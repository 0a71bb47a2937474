// Files of version 1, as they were when it was finished. They never change: what a team has on its disks must open for ever.
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "app/files/answer_import.h"
#include "app/files/document_check.h"
#include "app/files/document_writer.h"
#include "app/files/member_file.h"
#include "exchange/request_file.h"
#include "model/sha256.h"
#include "store/history.h"

using namespace fullcircle;

namespace {

std::string golden(const std::string& name) {
  std::ifstream file(std::string(TEST_DATA_DIR) + "/golden/v1/" + name, std::ios::binary);
  REQUIRE(file);
  return {std::istreambuf_iterator<char>(file), {}};
}

template <class Entity>
Id<Entity> nth(std::uint64_t number) {
  return Id<Entity>(RecordId{number, 1});
}

}  // namespace

TEST_CASE("the files of version 1 are the ones that were frozen") {
  CHECK(to_hex(sha256(golden("workspace.fullcircle"))) == "059c3264aeb8eeb286169838f440851af57ddf46c6a327714074623f5036a6c0");
  CHECK(to_hex(sha256(golden("request.fullcircle"))) == "03d44fd7998f12dd3008e9ac6883cb014c7da6e7f4b1ea949c3e3f9bd073f068");
  CHECK(to_hex(sha256(golden("answer.fullcircle"))) == "0a8e243d8035a887ef88089bc6974188ff397b9a16c434d2452b7666ea3b6ca6");
  CHECK(to_hex(sha256(golden("member.fullcircle"))) == "a65e7bb04069df928ebb262f66e9ea36758b85d85877c84f531353126d19c822");
}

TEST_CASE("a workspace of version 1 opens with everything in it") {
  const std::string bytes = golden("workspace.fullcircle");
  const auto document = read_document(bytes);
  REQUIRE(document);
  CHECK(document->workspace() == RecordId{9, 1});
  CHECK(document->name_of(0xA1) == "Bo's laptop");
  CHECK(document->table<Person>().size() == 4);
  CHECK(document->table<Person>().rows().size() == 5);
  CHECK(document->table<Person>().find(nth<Person>(4)) == nullptr);  // deleted
  CHECK(document->table<Goal>().find(nth<Goal>(41))->baseline == 8);
  CHECK(document->table<ProgressPoint>().find(nth<ProgressPoint>(42))->value == 6.5);
  CHECK(document->table<FeedbackRequest>().find(nth<FeedbackRequest>(32))->state == RequestState::received);
  const auto conflicts = conflicts_of(*document);
  REQUIRE(conflicts.size() == 1);
  CHECK(conflicts[0].field_key == "name");
  REQUIRE(document->unknown_kinds().size() == 1);
  CHECK(document->unknown_kinds()[0].key == "spaceships");
  const auto problems = find_problems(*document);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].code == "error.check.newer_kind");
}

TEST_CASE("a workspace of version 1 is written back byte for byte while the format's version is the same") {
  const std::string bytes = golden("workspace.fullcircle");
  CHECK(encode_document(*read_document(bytes)) == bytes);
}

TEST_CASE("a request, its answer and a member's file of version 1 open") {
  const auto request = read_request_file(golden("request.fullcircle"));
  REQUIRE(request);
  CHECK(request->subject_name == "Ada Lovelace");
  CHECK(request->sections[0].items[0].anchors.size() == 2);
  const std::string bytes = golden("answer.fullcircle");
  const auto answer = read_answer_file(bytes);
  REQUIRE(answer);
  CHECK(is_genuine(*answer, request->token));
  CHECK(answer->comments[1].text == "Schöne Grüße, 你好 😀");
  const auto workspace = read_document(golden("workspace.fullcircle"));
  const NamedFile file{"answer", bytes};
  CHECK(import_answers(*workspace, std::span(&file, 1), nth<ImportLog>(99), {}).files[0].outcome == ImportOutcome::already_there);
  const auto member = read_member_file(golden("member.fullcircle"));
  REQUIRE(member);
  CHECK(member->member == nth<Person>(1));
  CHECK_FALSE(member->is_return);
  CHECK(member->document.table<Goal>().size() == 1);
}

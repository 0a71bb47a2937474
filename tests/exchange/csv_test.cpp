#include "exchange/csv.h"

#include <doctest/doctest.h>

#include "exchange/file_errors.h"
#include "exchange/random_value.h"

using namespace fullcircle;

namespace {

using Rows = std::vector<std::vector<std::string>>;

CsvTable parse(std::string_view text, CsvOptions options = {}) {
  const auto table = parse_csv(text, options);
  REQUIRE(table);
  return *table;
}

Rows rows_of(std::string_view text) { return parse(text, {.header = CsvOptions::Header::no}).rows; }

}  // namespace

TEST_CASE("comma, semicolon and tab are told apart, also when the text holds the others") {
  CHECK(parse("Name,Email\nAda,a@b.c\n").delimiter == ',');
  CHECK(parse("Name;Gehalt\nAda;1,5\nBo;2,5\n").delimiter == ';');
  CHECK(parse("Name\tEmail\nLovelace, Ada\ta@b.c\n").delimiter == '\t');
  CHECK(parse("\"Name; full\",Email\n\"a;b;c\",x\n").delimiter == ',');
  CHECK(parse("sep=;\nName;A,B\n").delimiter == ';');
  CHECK(parse("Name\nAda\n").rows == Rows{{"Ada"}});
}

TEST_CASE("quoted cells keep separators, quotes and line ends; lines are counted through them") {
  const auto table = parse("Name,Note\r\n\"Ada \"\"A.\"\" L.\",\"first\r\nsecond\"\r\nBo,\"x, y\"\r\n");
  CHECK(table.rows == Rows{{"Ada \"A.\" L.", "first\r\nsecond"}, {"Bo", "x, y"}});
  CHECK(table.lines == std::vector{2, 4});
  CHECK(rows_of("a\"b,\"c\"d\n") == Rows{{"a\"b", "cd"}});
}

TEST_CASE("any line end will do, the last one may lack, blank rows are left out") {
  CHECK(rows_of("a,b\rc,d") == Rows{{"a", "b"}, {"c", "d"}});
  CHECK(rows_of("a,b\n\n , \nc,d\n\n") == Rows{{"a", "b"}, {"c", "d"}});
  CHECK(rows_of("a,\n") == Rows{{"a", ""}});
}

TEST_CASE("a heading is recognised by its words") {
  CHECK(parse("Name,Email\nAda,ada@b.c\n").header == std::vector<std::string>{"Name", "Email"});
  CHECK(parse("\xEF\xBB\xBFName;Start\nAda;2020-01-01\n").header[0] == "Name");
  CHECK_FALSE(parse("Ada,ada@b.c\nBo,bo@b.c\n").has_header);
  CHECK(parse("Ada,ada@b.c\n", {.header = CsvOptions::Header::yes}).rows.empty());
}

TEST_CASE("other encodings and open quotes are named with their line") {
  CHECK(parse_csv(std::string_view("\xFF\xFEN\0", 4)).error() == Error{"error.file.encoding", "1", "UTF-16"});
  CHECK(parse_csv(std::string_view("N\0a\0", 4)).error().detail == "UTF-16");
  CHECK(parse_csv("Name\nM\xFCller\n").error() == Error{"error.file.encoding", "2", "Windows-1252?"});
  CHECK(parse_csv("a,b\nc,\"d\ne\n").error() == Error{"error.csv.open_quote", "2", ""});
  CHECK(parse_csv("").error().code == file_error::kEmpty);
  CHECK(parse_csv("\n\n").error().code == file_error::kEmpty);
  CHECK(parse_csv(std::string(5000, ',')).error().code == file_error::kTooMany);
}

TEST_CASE("cells that a spreadsheet would run get a leading quote, numbers do not") {
  const Rows rows = {{"=1+1", "+49 40", "-12.5", "-rm", "@x", "\tx", "plain", "a,b", "say \"hi\""}};
  CHECK(encode_csv(rows) == "\xEF\xBB\xBF'=1+1,'+49 40,-12.5,'-rm,'@x,'\tx,plain,\"a,b\",\"say \"\"hi\"\"\"\r\n");
}

TEST_CASE("what is written reads back, whatever it holds") {
  constexpr std::uint64_t kSeed = 7;
  RandomValue random(kSeed);
  for (int i = 0; i < 500; ++i) {
    Rows rows;
    for (int row = random.below(4) + 1; row > 0; --row) {
      auto& cells = rows.emplace_back();
      cells.push_back("x");
      for (int cell = 0; cell < 3; ++cell) {
        std::string text = random.text();
        std::erase(text, '\0');
        while (!text.empty() && std::string_view("=+-@\t\r").contains(text[0])) text.erase(0, 1);
        cells.push_back(text);
      }
    }
    const char delimiter = ",;\t"[random.below(3)];
    const auto back = parse_csv(encode_csv(rows, delimiter), {.delimiter = delimiter, .header = CsvOptions::Header::no});
    REQUIRE_MESSAGE(back, "seed ", kSeed, " case ", i);
    REQUIRE_MESSAGE(back->rows == rows, "seed ", kSeed, " case ", i);
  }
}

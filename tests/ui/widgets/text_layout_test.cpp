#include "ui/widgets/text_layout.h"

#include <doctest/doctest.h>

#include "ui/widgets/support/test_window.h"

using namespace fullcircle;
using namespace fullcircle::ui;

namespace {

constexpr TextStyle kStyle{10, 14};   // every letter is 5 wide

/// The lines of a text in this width, joined by bars.
std::string lines_of(std::string_view text, float width) {
  std::string lines;
  TestWindow window([&](Ui& ui) {
    TextLayout layout;
    const StyledText run{text, kStyle};
    layout.lay_out(ui.theme.fonts, {&run, 1}, width);
    lines.clear();
    std::uint32_t line = 0;
    for (const TextPiece& piece : layout.pieces()) {
      for (; line < piece.line; ++line) lines += '|';
      lines += piece.text;
    }
  });
  return lines;
}

}  // namespace

TEST_CASE("words move to the next line whole") {
  CHECK(lines_of("one two three", 40) == "one two|three");
  CHECK(lines_of("one two three", 65) == "one two three");
  CHECK(lines_of("one\ntwo", 200) == "one|two");
}

TEST_CASE("a compound breaks after its hyphen, a figure does not") {
  CHECK(lines_of("Kunden-orientierung", 60) == "Kunden-|orientierung");
  CHECK(lines_of("2026-11-19", 30) == "2026-1|1-19");
}

TEST_CASE("a word longer than the line is broken, and nothing is lost") {
  CHECK(lines_of("abcdefghij", 25) == "abcde|fghij");
  CHECK(lines_of("a", 1) == "a");
}

TEST_CASE("Chinese breaks between signs, but punctuation begins no line") {
  CHECK(lines_of("\xE4\xBD\xA0\xE5\xA5\xBD\xE4\xB8\x96\xE7\x95\x8C", 10) == "\xE4\xBD\xA0\xE5\xA5\xBD|\xE4\xB8\x96\xE7\x95\x8C");
  CHECK(lines_of("\xE4\xBD\xA0\xE5\xA5\xBD\xE3\x80\x82\xE4\xB8\x96", 10) == "\xE4\xBD\xA0|\xE5\xA5\xBD\xE3\x80\x82|\xE4\xB8\x96");
}

TEST_CASE("a strong part and the comma after it stay together") {
  std::uint32_t last_line = 9;
  TestWindow window([&](Ui& ui) {
    TextLayout layout;
    const StyledText runs[] = {{"and ", kStyle}, {"goals", kStyle.semibold()}, {", too", kStyle}};
    layout.lay_out(ui.theme.fonts, runs, 45);   // "and goals" fits, its comma does not
    last_line = layout.pieces()[1].line;
  });
  CHECK(last_line == 1);
}

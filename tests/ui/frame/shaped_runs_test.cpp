#include "ui/frame/shaped_runs.h"

#include <doctest/doctest.h>

using namespace fullcircle;

namespace {

constexpr std::size_t kPrivateBytes = 3;

/// How many characters, private or not, the text became.
std::size_t characters(std::string_view text) {
  std::size_t count = 0;
  for (const char byte : text) count += (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
  return count;
}

}  // namespace

TEST_CASE("text of letters that stand alone is handed back uncopied") {
  ShapedRuns runs;
  std::string buffer;
  for (const std::string_view text : {"Reviews that stay", "Übergröße, naïve – 3 % − 1", "本周目标", "Привет", "", "☎ ✓"})
    CHECK(runs.encode(text, buffer).data() == text.data());
}

TEST_CASE("an Arabic sentence is one picture, and Latin around it stays letters") {
  ShapedRuns runs;
  std::string buffer;
  const std::string text = "Goal: مرحبا بالعالم 2026 في, done";
  const std::string_view encoded = runs.encode(text, buffer);
  CHECK(encoded.starts_with("Goal: "));
  CHECK(encoded.ends_with(", done"));
  CHECK(encoded.size() == std::string_view("Goal: , done").size() + kPrivateBytes);
  CHECK(runs.run(ShapedRuns::kFirst) == "مرحبا بالعالم 2026 في");
}

TEST_CASE("a number after right-to-left letters belongs to them") {
  ShapedRuns runs;
  std::string buffer;
  CHECK(runs.encode("הדוח 2026, done", buffer).ends_with(", done"));
  CHECK(runs.run(ShapedRuns::kFirst) == "הדוח 2026");
}

TEST_CASE("a stretch ends where another script or an emoji begins") {
  ShapedRuns runs;
  std::string buffer;
  CHECK(characters(runs.encode("שלום 👍🏽 नमस्ते", buffer)) == 5);
  CHECK(runs.run(ShapedRuns::kFirst) == "שלום");
}

TEST_CASE("Hindi goes word by word, so that lines break between words") {
  ShapedRuns runs;
  std::string buffer;
  CHECK(characters(runs.encode("नमस्ते दुनिया", buffer)) == 3);
  CHECK(runs.run(ShapedRuns::kFirst) == "नमस्ते");
}

TEST_CASE("a letter with its marks, a flag, a family and a skin tone are one picture each") {
  ShapedRuns runs;
  std::string buffer;
  for (const std::string_view text : {"e\u0301", "🇩🇰", "👩‍👩‍👧", "👍🏽", "กี่", "❤️"}) {
    CAPTURE(text);
    CHECK(characters(runs.encode(text, buffer)) == 1);
    CHECK(runs.encode(text, buffer).data() != text.data());
  }
}

TEST_CASE("a plain emoji needs no shaping") {
  ShapedRuns runs;
  std::string buffer;
  const std::string_view text = "😀";
  CHECK(runs.encode(text, buffer).data() == text.data());
}

TEST_CASE("the same stretch gets the same character") {
  ShapedRuns runs;
  std::string first, second;
  CHECK(runs.encode("שלום", first) == runs.encode("שלום", second));
}

TEST_CASE("a beginning of encoded text leads back to the original") {
  ShapedRuns runs;
  std::string buffer;
  const std::string text = "a שלום b";
  const std::string_view encoded = runs.encode(text, buffer);
  CHECK(runs.source_length(encoded) == text.size());
  CHECK(runs.source_length(encoded.substr(0, 2)) == 2);
  CHECK(runs.source_length(encoded.substr(0, 2 + kPrivateBytes)) == std::string_view("a שלום").size());
}

TEST_CASE("when all private characters are taken, text stays readable") {
  ShapedRuns runs;
  std::string buffer;
  for (char32_t i = ShapedRuns::kFirst; i <= ShapedRuns::kLast; ++i) {
    std::string word = "ש";
    for (char32_t rest = i; rest != 0; rest /= 16) word += static_cast<char>('0' + rest % 10), word += "א";
    word += std::to_string(i) + "ש";
    runs.encode(word, buffer);
  }
  const std::string_view late = "עברית";
  CHECK(runs.encode(late, buffer) == late);
}

TEST_CASE("broken UTF-8 passes through unharmed") {
  ShapedRuns runs;
  std::string buffer;
  for (const std::string& text : {std::string("\xE0\xA4"), std::string("a\xFF\xFE z"), std::string("\xD7")}) {
    CHECK(runs.encode(text, buffer) == text);
  }
}

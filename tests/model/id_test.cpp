#include "model/id.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

using namespace fullcircle;

TEST_CASE("an id is 16 characters that read back, and no id is the empty text") {
  CHECK(to_text(RecordId{}).empty());
  CHECK(parse_record_id("")->is_none());
  CHECK(to_text(RecordId{0, 1}) == "0000000000000001");
  CHECK(to_text(RecordId{~std::uint64_t{0}, 0xffff}) == "zzzzzzzzzzzzzzzz");
  std::uint64_t bits = 88172645463325252;  // xorshift64; G. Marsaglia, "Xorshift RNGs", 2003
  for (int i = 0; i < 10'000; ++i) {
    bits ^= bits << 13;
    bits ^= bits >> 7;
    bits ^= bits << 17;
    const RecordId id{bits, static_cast<std::uint16_t>(bits >> 20)};
    const std::string text = to_text(id);
    REQUIRE(text.size() == 16);
    REQUIRE(parse_record_id(text) == id);
  }
}

TEST_CASE("ids sort as text like their bits") {
  const std::vector<RecordId> ascending{{0, 1}, {0, 0xffff}, {1, 0}, {1, 1}, {1u << 31, 0}, {~std::uint64_t{0}, 0}};
  CHECK(std::ranges::is_sorted(ascending));
  CHECK(std::ranges::is_sorted(ascending, {}, [](RecordId id) { return to_text(id); }));
}

TEST_CASE("a text that could be mistaken for another id is refused") {
  for (const char* wrong : {"000000000000000", "00000000000000000", "000000000000000I", "000000000000000i", "000000000000000l", "000000000000000o",
                            "000000000000000u", "000000000000000A", "000000000000000-", "000000000000000 "})
    CHECK_MESSAGE(!parse_record_id(wrong), wrong);
}

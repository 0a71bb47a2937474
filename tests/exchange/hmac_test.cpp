#include "exchange/hmac.h"

#include <doctest/doctest.h>

using namespace fullcircle;

namespace {

std::string hmac_of(std::string_view key, std::string_view message) { return to_hex(compute_hmac_sha256(key, message)); }
std::string bytes_of(std::string_view hex) {
  std::string bytes;
  REQUIRE(parse_hex(hex, bytes));
  return bytes;
}

}  // namespace

TEST_CASE("HMAC-SHA256 gives the test values of RFC 4231") {
  CHECK(hmac_of(std::string(20, '\x0b'), "Hi There") == "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
  CHECK(hmac_of("Jefe", "what do ya want for nothing?") == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  CHECK(hmac_of(std::string(20, '\xaa'), std::string(50, '\xdd')) == "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe");
  CHECK(hmac_of(bytes_of("0102030405060708090a0b0c0d0e0f10111213141516171819"), std::string(50, '\xcd')) ==
        "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b");
  CHECK(hmac_of(std::string(20, '\x0c'), "Test With Truncation").starts_with("a3b6167473100ee06e0c796c2955552b"));
  CHECK(hmac_of(std::string(131, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First") ==
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
  CHECK(hmac_of(std::string(131, '\xaa'),
                "This is a test using a larger than block-size key and a larger than block-size data. The key needs to be hashed before being used by the HMAC algorithm.") ==
        "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2");
}

TEST_CASE("digests compare as a whole, and hex digits are read strictly") {
  const auto digest = sha256("a");
  auto other = digest;
  CHECK(is_same_digest(digest, other));
  other[31] ^= 1;
  CHECK_FALSE(is_same_digest(digest, other));
  std::string bytes;
  CHECK(bytes_of("00fFa9") == std::string("\x00\xff\xa9", 3));
  CHECK_FALSE(parse_hex("abc", bytes));
  CHECK_FALSE(parse_hex("0g", bytes));
}

#include "exchange/chacha20_poly1305.h"

#include <doctest/doctest.h>

#include "exchange/hmac.h"

using namespace fullcircle;

namespace {

constexpr std::string_view kText =
    "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.";

std::string bytes_of(std::string_view digits) {
  std::string bytes;
  REQUIRE(parse_hex(digits, bytes));
  return bytes;
}

template <std::size_t Count>
std::array<std::uint8_t, Count> array_of(std::string_view digits) {
  const std::string bytes = bytes_of(digits);
  REQUIRE(bytes.size() == Count);
  std::array<std::uint8_t, Count> array;
  std::copy(bytes.begin(), bytes.end(), array.begin());
  return array;
}

template <std::size_t Count>
std::array<std::uint8_t, Count> filled(std::size_t value) {
  std::array<std::uint8_t, Count> array;
  array.fill(static_cast<std::uint8_t>(value));
  return array;
}

}  // namespace

TEST_CASE("ChaCha20 as in RFC 8439, section 2.4.2") {
  const auto key = array_of<32>("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
  std::string bytes(kText);
  apply_chacha20(key, array_of<12>("000000000000004a00000000"), 1, bytes);
  CHECK(bytes == bytes_of("6e2e359a2568f98041ba0728dd0d6981e97e7aec1d4360c20a27afccfd9fae0bf91b65c5524733ab8f593dabcd62b3571639d624e65152ab8f530c35"
                          "9f0861d807ca0dbf500d6a6156a38e088a22b65e52bc514d16ccf806818ce91ab77937365af90bbf74a35be6b40b8eedf2785e42874d"));
}

TEST_CASE("Poly1305 as in RFC 8439, section 2.5.2") {
  const auto key = array_of<32>("85d6be7857556d337f4452fe42d506a80103808afb0db2fd4abff6af4149f51b");
  CHECK(compute_poly1305(key, "Cryptographic Forum Research Group") == array_of<16>("a8061dc1305136c6c22b8baf0c0127a9"));
}

TEST_CASE("Poly1305 where the number is just at the modulus: RFC 8439, appendix A.3, vectors 7 and 8") {
  const auto two = array_of<32>("0200000000000000000000000000000000000000000000000000000000000000");
  CHECK(compute_poly1305(two, std::string(16, '\xff')) == array_of<16>("03000000000000000000000000000000"));
  const auto more = array_of<32>("02000000000000000000000000000000ffffffffffffffffffffffffffffffff");
  CHECK(compute_poly1305(more, bytes_of("02000000000000000000000000000000")) == array_of<16>("03000000000000000000000000000000"));
}

TEST_CASE("both together as in RFC 8439, section 2.8.2") {
  const auto key = array_of<32>("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f");
  const auto nonce = array_of<12>("070000004041424344454647");
  const std::string context = bytes_of("50515253c0c1c2c3c4c5c6c7");
  const std::string sealed = encrypt_with_key(key, nonce, context, std::string(kText));
  CHECK(sealed == bytes_of("d31a8d34648e60db7b86afbc53ef7ec2a4aded51296e08fea9e2b5a736ee62d63dbea45e8ca9671282fafb69da92728b1a71de0a9e060b2905d6a5b6"
                           "7ecd3b3692ddbd7f2d778b8c9803aee328091b58fab324e4fad675945585808b4831d7bc3ff4def08e4b7a9de576d26586cec64b6116"
                           "1ae10b594f09e26a7e902ecbd0600691"));
  CHECK(decrypt_with_key(key, nonce, context, sealed) == kText);
}

TEST_CASE("every length up to 300 is as OpenSSL makes it") {
  // The digest of what Node's createCipheriv('chacha20-poly1305') gives for the same keys, nonces, contexts and texts.
  Sha256 all;
  for (std::size_t count = 0; count <= 300; ++count)
    all.update(encrypt_with_key(filled<32>(255 - count % 7), filled<12>(count), std::string(count % 19, static_cast<char>(count)), std::string(count, '\xff')));
  CHECK(to_hex(all.finish()) == "532f96d24dd2f9eadf2595c013d60549ed226ec427f624048222e01222b63424");
}

TEST_CASE("any other bit, key, nonce or context opens nothing") {
  const auto key = filled<32>(1);
  const auto nonce = filled<12>(2);
  const std::string sealed = encrypt_with_key(key, nonce, "place", std::string(kText));
  for (std::size_t at = 0; at < sealed.size(); ++at) {
    std::string changed = sealed;
    changed[at] = static_cast<char>(changed[at] ^ 16);
    CHECK(!decrypt_with_key(key, nonce, "place", changed));
  }
  CHECK(!decrypt_with_key(filled<32>(2), nonce, "place", sealed));
  CHECK(!decrypt_with_key(key, filled<12>(3), "place", sealed));
  CHECK(!decrypt_with_key(key, nonce, "another place", sealed));
  CHECK(!decrypt_with_key(key, nonce, "place", sealed.substr(0, 15)));
  CHECK(decrypt_with_key(key, nonce, "place", sealed) == kText);
}

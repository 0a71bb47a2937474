#include "platform/native_ed25519.h"

#include <doctest/doctest.h>

#include <string>

#include "exchange/hmac.h"

using namespace fullcircle;

namespace {

struct TestVector {
  const char *key, *message, *signature;
};

/// Source: RFC 8032, section 7.1: TEST 1, TEST 2, TEST 3 and TEST SHA(abc).
constexpr TestVector kVectors[] = {
    {"d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
     "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"},
    {"3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
     "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"},
    {"fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
     "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"},
    {"ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
     "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
     "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704"}};

std::string from_hex(const std::string& digits) {
  std::string bytes;
  REQUIRE(parse_hex(digits, bytes));
  return bytes;
}

}  // namespace

TEST_CASE("G6: the vectors of RFC 8032 are valid, and with any one byte changed they are not") {
  for (const TestVector& vector : kVectors) {
    const std::string message = from_hex(vector.message);
    CHECK(verify_ed25519(vector.key, vector.signature, message));
    const auto changed = [](std::string text, std::size_t at, char from, char to) {
      text[at] = text[at] == from ? to : from;
      return text;
    };
    for (std::size_t at = 0; at < 128; at += 2) CHECK_FALSE(verify_ed25519(vector.key, changed(vector.signature, at, '0', '1'), message));
    for (std::size_t at = 0; at < 64; at += 2) CHECK_FALSE(verify_ed25519(changed(vector.key, at, '0', '1'), vector.signature, message));
    for (std::size_t at = 0; at < message.size(); ++at) CHECK_FALSE(verify_ed25519(vector.key, vector.signature, changed(message, at, 'a', 'b')));
    CHECK_FALSE(verify_ed25519(vector.key, vector.signature, message + '\0'));
  }
}

TEST_CASE("a signature raised by the order of the group is another form of the same one, and refused") {
  // TEST 2 with S + L in place of S: RFC 8032, section 5.1.7 asks for 0 <= S < L.
  const TestVector& vector = kVectors[1];
  constexpr const char* kOrder = "edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010";
  std::string bytes = from_hex(vector.signature), order = from_hex(kOrder);
  int carry = 0;
  for (std::size_t i = 0; i < 32; ++i) {
    const int sum = static_cast<unsigned char>(bytes[32 + i]) + static_cast<unsigned char>(order[i]) + carry;
    bytes[32 + i] = static_cast<char>(sum & 255);
    carry = sum >> 8;
  }
  std::string digits;
  for (const char byte : bytes)
    for (const int shift : {4, 0}) digits += "0123456789abcdef"[(static_cast<unsigned char>(byte) >> shift) & 15];
  CHECK_FALSE(verify_ed25519(vector.key, digits, from_hex(vector.message)));
}

TEST_CASE("what is no key or no signature is not valid, and harms nothing") {
  const std::string zero_key(64, '0'), zero_signature(128, '0');
  CHECK_FALSE(verify_ed25519("", "", ""));
  CHECK_FALSE(verify_ed25519(zero_key, zero_signature, ""));  // the point of order 4 signs anything elsewhere
  CHECK_FALSE(verify_ed25519("01" + std::string(62, '0'), "01" + std::string(126, '0'), "any words"));
  CHECK_FALSE(verify_ed25519(std::string(64, 'x'), zero_signature, ""));
  CHECK_FALSE(verify_ed25519(std::string(66, '0'), zero_signature, ""));
  CHECK_FALSE(verify_ed25519(zero_key, std::string(126, '0'), ""));
}

#include "model/sha256.h"

#include <doctest/doctest.h>

using namespace fullcircle;

// Source: NIST, "Examples with Intermediate Values", SHA-256 (FIPS 180-4), and the empty message of the NIST test vectors.
TEST_CASE("SHA-256 gives the published digests") {
  CHECK(to_hex(sha256("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(to_hex(sha256("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(to_hex(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")) ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(to_hex(sha256(std::string(1'000'000, 'a'))) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("the pieces in which bytes arrive do not change their digest") {
  const std::string bytes(300, 'x');
  for (std::size_t length = 50; length < 140; ++length) {
    const Digest whole = sha256(std::string_view(bytes).substr(0, length));
    for (const std::size_t piece : {1u, 7u, 63u, 64u, 65u}) {
      Sha256 hash;
      for (std::size_t at = 0; at < length; at += piece) hash.update(std::string_view(bytes).substr(at, std::min(piece, length - at)));
      CHECK(hash.finish() == whole);
    }
  }
}

// SHA-256 (FIPS 180-4): tells whether stored bytes are still the ones written, and names bytes by their content.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace fullcircle {

using Digest = std::array<std::uint8_t, 32>;

class Sha256 {
 public:
  void update(std::string_view bytes);
  /// The digest of everything so far. Call it once.
  Digest finish();

 private:
  void process(const std::uint8_t* block);

  std::array<std::uint32_t, 8> state_{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::array<std::uint8_t, 64> block_{};
  std::size_t filled_ = 0;
  std::uint64_t byte_count_ = 0;
};

Digest sha256(std::string_view bytes);
/// Two hexadecimal digits in lower case for each byte.
std::string to_hex(std::string_view bytes);
std::string to_hex(const Digest& digest);

}  // namespace fullcircle

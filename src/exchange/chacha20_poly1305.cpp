#include "exchange/chacha20_poly1305.h"

#include <algorithm>
#include <bit>

namespace fullcircle {
namespace {

constexpr std::size_t kBlockBytes = 64;
using CipherWords = std::array<std::uint32_t, 16>;

std::uint32_t read_word(const std::uint8_t* at) {
  return at[0] | std::uint32_t{at[1]} << 8 | std::uint32_t{at[2]} << 16 | std::uint32_t{at[3]} << 24;
}

void quarter_round(CipherWords& words, std::size_t a, std::size_t b, std::size_t c, std::size_t d) {
  words[d] = std::rotl(words[d] ^ (words[a] += words[b]), 16);
  words[b] = std::rotl(words[b] ^ (words[c] += words[d]), 12);
  words[d] = std::rotl(words[d] ^ (words[a] += words[b]), 8);
  words[b] = std::rotl(words[b] ^ (words[c] += words[d]), 7);
}

CipherWords begin_state(const CipherKey& key, const CipherNonce& nonce, std::uint32_t block) {
  CipherWords state{0x61707865, 0x3320646e, 0x79622d32, 0x6b206574};
  for (std::size_t i = 0; i < 8; ++i) state[4 + i] = read_word(&key[4 * i]);
  state[12] = block;
  for (std::size_t i = 0; i < 3; ++i) state[13 + i] = read_word(&nonce[4 * i]);
  return state;
}

std::array<std::uint8_t, kBlockBytes> compute_block(const CipherWords& state) {
  CipherWords words = state;
  for (int round = 0; round < 10; ++round) {
    for (std::size_t i = 0; i < 4; ++i) quarter_round(words, i, 4 + i, 8 + i, 12 + i);
    for (std::size_t i = 0; i < 4; ++i) quarter_round(words, i, 4 + (i + 1) % 4, 8 + (i + 2) % 4, 12 + (i + 3) % 4);
  }
  std::array<std::uint8_t, kBlockBytes> block;
  for (std::size_t i = 0; i < kBlockBytes; ++i) block[i] = static_cast<std::uint8_t>((words[i / 4] + state[i / 4]) >> 8 * (i % 4));
  return block;
}

/// Numbers modulo 2^130 - 5 in five limbs of 26 bits.
constexpr std::uint32_t kLimb = 0x3ffffff;
using Limbs = std::array<std::uint32_t, 5>;

/// 16 bytes as a number, and `top` at bit 128.
Limbs read_limbs(const std::uint8_t* at, std::uint32_t top) {
  return {read_word(at) & kLimb, read_word(at + 3) >> 2 & kLimb, read_word(at + 6) >> 4 & kLimb, read_word(at + 9) >> 6 & kLimb,
          read_word(at + 12) >> 8 | top << 24};
}

void multiply(Limbs& sum, const Limbs& factor) {
  std::array<std::uint64_t, 5> product{};
  for (std::size_t i = 0; i < 5; ++i)
    for (std::size_t j = 0; j < 5; ++j) product[(i + j) % 5] += std::uint64_t{sum[i]} * factor[j] * (i + j < 5 ? 1 : 5);  // 2^130 is 5
  std::uint64_t carry = 0;
  for (std::size_t i = 0; i < 5; ++i) {
    product[i] += carry;
    sum[i] = static_cast<std::uint32_t>(product[i] & kLimb);
    carry = product[i] >> 26;
  }
  const std::uint64_t first = sum[0] + carry * 5;
  sum[0] = static_cast<std::uint32_t>(first & kLimb);
  sum[1] += static_cast<std::uint32_t>(first >> 26);
}

/// The number itself, below 2^130 - 5, taken modulo 2^128 in four words.
std::array<std::uint32_t, 4> reduce(Limbs sum) {
  for (int pass = 0; pass < 2; ++pass) {
    std::uint32_t carry = 0;
    for (std::uint32_t& limb : sum) {
      limb += carry;
      carry = limb >> 26;
      limb &= kLimb;
    }
    sum[0] += carry * 5;
  }
  Limbs less = sum;  // sum - (2^130 - 5), to be taken when it is not below zero
  std::uint32_t carry = 5;
  for (std::uint32_t& limb : less) {
    limb += carry;
    carry = limb >> 26;
    limb &= kLimb;
  }
  const std::uint32_t takes_less = 0 - carry;
  for (std::size_t i = 0; i < 5; ++i) sum[i] = (less[i] & takes_less) | (sum[i] & ~takes_less);
  return {sum[0] | sum[1] << 26, sum[1] >> 6 | sum[2] << 20, sum[2] >> 12 | sum[3] << 14, sum[3] >> 18 | sum[4] << 8};
}

std::string tag_of(const CipherKey& key, const CipherNonce& nonce, std::string_view context, std::string_view sealed) {
  const auto block = compute_block(begin_state(key, nonce, 0));
  CipherKey once;
  std::copy_n(block.begin(), once.size(), once.begin());
  std::string message;
  message.reserve(context.size() + sealed.size() + 48);
  const auto pad = [&] { message.append((16 - message.size() % 16) % 16, '\0'); };
  message.append(context);
  pad();
  message.append(sealed);
  pad();
  for (const std::uint64_t size : {context.size(), sealed.size()})
    for (int shift = 0; shift < 64; shift += 8) message += static_cast<char>(size >> shift & 0xff);
  const auto tag = compute_poly1305(once, message);
  return std::string(tag.begin(), tag.end());
}

}  // namespace

void apply_chacha20(const CipherKey& key, const CipherNonce& nonce, std::uint32_t first_block, std::string& bytes) {
  CipherWords state = begin_state(key, nonce, first_block);
  for (std::size_t at = 0; at < bytes.size(); at += kBlockBytes, ++state[12]) {
    const auto block = compute_block(state);
    const std::size_t count = std::min(kBlockBytes, bytes.size() - at);
    for (std::size_t i = 0; i < count; ++i) bytes[at + i] = static_cast<char>(bytes[at + i] ^ static_cast<char>(block[i]));
  }
}

std::array<std::uint8_t, kCipherTagBytes> compute_poly1305(const CipherKey& key, std::string_view message) {
  CipherKey clamped = key;
  for (const std::size_t i : {3u, 7u, 11u, 15u}) clamped[i] &= 15;
  for (const std::size_t i : {4u, 8u, 12u}) clamped[i] &= 252;
  const Limbs factor = read_limbs(clamped.data(), 0);
  Limbs sum{};
  for (std::size_t at = 0; at < message.size(); at += 16) {
    std::array<std::uint8_t, 17> piece{};
    const std::size_t count = std::min<std::size_t>(16, message.size() - at);
    for (std::size_t i = 0; i < count; ++i) piece[i] = static_cast<std::uint8_t>(message[at + i]);
    piece[count] = 1;
    const Limbs limbs = read_limbs(piece.data(), piece[16]);
    for (std::size_t i = 0; i < 5; ++i) sum[i] += limbs[i];
    multiply(sum, factor);
  }
  const auto words = reduce(sum);
  std::array<std::uint8_t, kCipherTagBytes> tag;
  std::uint64_t carry = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    carry += std::uint64_t{words[i]} + read_word(&key[16 + 4 * i]);
    for (std::size_t j = 0; j < 4; ++j) tag[4 * i + j] = static_cast<std::uint8_t>(carry >> 8 * j);
    carry >>= 32;
  }
  return tag;
}

std::string encrypt_with_key(const CipherKey& key, const CipherNonce& nonce, std::string_view context, std::string bytes) {
  apply_chacha20(key, nonce, 1, bytes);
  bytes += tag_of(key, nonce, context, bytes);
  return bytes;
}

std::optional<std::string> decrypt_with_key(const CipherKey& key, const CipherNonce& nonce, std::string_view context, std::string_view sealed) {
  if (sealed.size() < kCipherTagBytes) return std::nullopt;
  std::string bytes(sealed.substr(0, sealed.size() - kCipherTagBytes));
  const std::string tag = tag_of(key, nonce, context, bytes);
  unsigned difference = 0;
  for (std::size_t i = 0; i < kCipherTagBytes; ++i) difference |= static_cast<unsigned>(tag[i] ^ sealed[bytes.size() + i]);
  if (difference != 0) return std::nullopt;
  apply_chacha20(key, nonce, 1, bytes);
  return bytes;
}

}  // namespace fullcircle

#include "exchange/hmac.h"

namespace fullcircle {
namespace {

constexpr std::size_t kBlockBytes = 64;

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string_view as_text(const Digest& digest) { return {reinterpret_cast<const char*>(digest.data()), digest.size()}; }

}  // namespace

Digest compute_hmac_sha256(std::string_view key, std::string_view message) {
  std::string padded;
  if (key.size() > kBlockBytes) {
    padded = as_text(sha256(key));
  } else {
    padded = key;
  }
  padded.resize(kBlockBytes, '\0');
  std::string inner_key = padded, outer_key = padded;
  for (char& c : inner_key) c ^= 0x36;
  for (char& c : outer_key) c ^= 0x5c;
  Sha256 inner, outer;
  inner.update(inner_key);
  inner.update(message);
  const Digest inner_digest = inner.finish();
  outer.update(outer_key);
  outer.update(as_text(inner_digest));
  return outer.finish();
}

bool is_same_digest(const Digest& left, const Digest& right) {
  unsigned difference = 0;
  for (std::size_t i = 0; i < left.size(); ++i) difference |= static_cast<unsigned>(left[i] ^ right[i]);
  return difference == 0;
}

bool parse_hex(std::string_view digits, std::string& bytes) {
  bytes.clear();
  if (digits.size() % 2 != 0) return false;
  for (std::size_t i = 0; i < digits.size(); i += 2) {
    const int high = hex_value(digits[i]), low = hex_value(digits[i + 1]);
    if (high < 0 || low < 0) return false;
    bytes += static_cast<char>(high * 16 + low);
  }
  return true;
}

}  // namespace fullcircle

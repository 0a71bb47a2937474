#include "platform/native_ed25519.h"

#include <sodium.h>

#include <string>

#include "exchange/hmac.h"

namespace fullcircle {
namespace {

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

}  // namespace

bool verify_ed25519(std::string_view key, std::string_view signature, std::string_view message) {
  std::string key_bytes, signature_bytes;
  if (sodium_init() < 0 || !parse_hex(key, key_bytes) || !parse_hex(signature, signature_bytes)) return false;
  if (key_bytes.size() != crypto_sign_PUBLICKEYBYTES || signature_bytes.size() != crypto_sign_BYTES) return false;
  return crypto_sign_verify_detached(bytes_of(signature_bytes), bytes_of(message), message.size(), bytes_of(key_bytes)) == 0;
}

}  // namespace fullcircle

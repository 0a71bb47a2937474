// Encryption with a key: ChaCha20 and Poly1305 joined as in RFC 8439. Nothing in it depends on secret bits but the result.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fullcircle {

using CipherKey = std::array<std::uint8_t, 32>;
using CipherNonce = std::array<std::uint8_t, 12>;
inline constexpr std::size_t kCipherTagBytes = 16;

/// The bytes with the key stream laid over them; the same again gives them back.
///
/// In:     never one key with the same nonce and blocks for two different texts.
/// Source: RFC 8439, section 2.4.
void apply_chacha20(const CipherKey& key, const CipherNonce& nonce, std::uint32_t first_block, std::string& bytes);

/// Source: RFC 8439, section 2.5.
std::array<std::uint8_t, kCipherTagBytes> compute_poly1305(const CipherKey& key, std::string_view message);

/// Encrypted bytes and their tag. `context` is authenticated, not stored.
///
/// In:     a nonce that was never used with this key.
/// Source: RFC 8439, section 2.8.
std::string encrypt_with_key(const CipherKey& key, const CipherNonce& nonce, std::string_view context, std::string bytes);
/// Nullopt when key, nonce, context or any bit of the bytes is another one; nothing of them is handed out then.
std::optional<std::string> decrypt_with_key(const CipherKey& key, const CipherNonce& nonce, std::string_view context, std::string_view sealed);

}  // namespace fullcircle

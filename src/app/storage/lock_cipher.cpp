#include "app/storage/lock_cipher.h"

#include <algorithm>
#include <utility>

#include "exchange/hmac.h"

namespace fullcircle {
namespace {

constexpr std::string_view kEndedPrefix = "ended.";
constexpr std::size_t kNameBlock = 96;  // longer than nearly every name, so that lengths tell nothing
constexpr std::size_t kCodeBytes = 16;

std::string part_of(const Digest& digest, std::size_t count) { return std::string(digest.begin(), digest.begin() + static_cast<std::ptrdiff_t>(count)); }

CipherNonce nonce_of(std::string_view bytes) {
  CipherNonce nonce;
  std::copy_n(bytes.begin(), nonce.size(), nonce.begin());
  return nonce;
}

std::string place_of(std::string_view folder, std::string_view name) { return std::string(folder) + "/" + std::string(name); }

}  // namespace

bool is_lock_mark(std::string_view name) { return name == kSealedMark || name.starts_with(kEndedPrefix); }

std::shared_ptr<const LockCipher> LockCipher::make(std::string_view hex_key, Random& random) {
  std::string key;
  if (hex_key.size() != 64 || !parse_hex(hex_key, key)) return nullptr;
  const std::shared_ptr<LockCipher> cipher(new LockCipher(random));
  cipher->contents_ = compute_hmac_sha256(key, "fullcircle lock: contents");
  cipher->names_ = compute_hmac_sha256(key, "fullcircle lock: names");
  cipher->name_codes_ = part_of(compute_hmac_sha256(key, "fullcircle lock: codes of names"), 32);
  cipher->ended_mark_ = std::string(kEndedPrefix) + to_hex(part_of(compute_hmac_sha256(key, "fullcircle lock: which"), 8));
  return cipher;
}

/// The code of the name is the nonce of its encryption: the same name is the same everywhere in a folder, and nowhere else.
std::string LockCipher::stored_name(std::string_view folder, std::string_view name) const {
  const std::string code = part_of(compute_hmac_sha256(name_codes_, place_of(folder, name)), kCodeBytes);
  std::string padded(name);
  padded += '\n';
  padded.append((kNameBlock - padded.size() % kNameBlock) % kNameBlock, ' ');
  apply_chacha20(names_, nonce_of(code), 0, padded);
  return std::string(kSealedPrefix) + to_hex(code + padded);
}

std::optional<std::string> LockCipher::plain_name(std::string_view folder, std::string_view stored) const {
  std::string bytes;
  if (!stored.starts_with(kSealedPrefix) || !parse_hex(stored.substr(kSealedPrefix.size()), bytes) || bytes.size() < kCodeBytes) return std::nullopt;
  std::string name = bytes.substr(kCodeBytes);
  apply_chacha20(names_, nonce_of(bytes), 0, name);
  name.resize(std::min(name.size(), name.find('\n')));
  return stored_name(folder, name) == stored ? std::optional(std::move(name)) : std::nullopt;
}

std::string LockCipher::sealed_bytes(std::string_view folder, std::string_view name, std::string_view bytes) const {
  CipherNonce nonce;
  random_.fill(std::as_writable_bytes(std::span(nonce)));
  std::string sealed(nonce.begin(), nonce.end());
  return sealed += encrypt_with_key(contents_, nonce, place_of(folder, name), std::string(bytes));
}

std::string LockCipher::plain_bytes(std::string_view folder, std::string_view name, std::string bytes) const {
  if (bytes.size() < sizeof(CipherNonce)) return bytes;
  auto plain = decrypt_with_key(contents_, nonce_of(bytes), place_of(folder, name), std::string_view(bytes).substr(sizeof(CipherNonce)));
  return plain ? std::move(*plain) : bytes;
}

}  // namespace fullcircle

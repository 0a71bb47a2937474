// What the key of a lock does to one stored part: its name and its content, encrypted and back. FORMAT.md has the bytes.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "app/ports.h"
#include "exchange/chacha20_poly1305.h"

namespace fullcircle {

/// In every locked folder; in the device's own it holds the key, encrypted.
inline constexpr std::string_view kSealedMark = "sealed";
inline constexpr std::string_view kSealedPrefix = "s.";

/// Whether the name says something about the lock and is no part of what is stored.
bool is_lock_mark(std::string_view name);

class LockCipher {
 public:
  /// `hex_key`: 64 hexadecimal digits; nullptr when it is not. `random` must outlive the result.
  static std::shared_ptr<const LockCipher> make(std::string_view hex_key, Random& random);

  std::string stored_name(std::string_view folder, std::string_view name) const;
  /// Nullopt: not written with this key.
  std::optional<std::string> plain_name(std::string_view folder, std::string_view stored) const;
  std::string sealed_bytes(std::string_view folder, std::string_view name, std::string_view bytes) const;
  /// Damaged bytes come back as they are: whoever reads them checks them.
  std::string plain_bytes(std::string_view folder, std::string_view name, std::string bytes) const;
  /// Stands in a folder where the lock with this key has ended.
  const std::string& ended_mark() const { return ended_mark_; }

 private:
  explicit LockCipher(Random& random) : random_(random) {}

  Random& random_;
  CipherKey contents_, names_;
  std::string name_codes_;
  std::string ended_mark_;
};

}  // namespace fullcircle

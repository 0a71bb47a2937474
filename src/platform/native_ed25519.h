// Checking signatures of Ed25519 (RFC 8032) on the command line; the browser has its own.
#pragma once

#include <string_view>

namespace fullcircle {

/// Whether `signature` (128 hexadecimal digits) is by `key` (64) and under exactly these bytes. False for anything malformed, for
/// keys of small order, and for a second form of a valid signature.
bool verify_ed25519(std::string_view key, std::string_view signature, std::string_view message);

}  // namespace fullcircle

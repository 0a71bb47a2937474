// HMAC-SHA256: what proves that an answer file came from somebody who holds the request, unchanged.
#pragma once

#include <string>
#include <string_view>

#include "model/sha256.h"

namespace fullcircle {

/// Source: RFC 2104, section 2.
Digest compute_hmac_sha256(std::string_view key, std::string_view message);

/// Takes the same time wherever the first difference is.
bool is_same_digest(const Digest& left, const Digest& right);

/// The bytes of an even number of hex digits of either case; false for anything else.
bool parse_hex(std::string_view digits, std::string& bytes);

}  // namespace fullcircle

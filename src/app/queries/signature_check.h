// What a signature under a review is worth: whose key it is, and whether it fits what it claims.
#pragma once

#include <map>
#include <string>

#include "app/commands/sign_off.h"

namespace fullcircle {

/// What checking the mathematics of a signature said.
enum class KeyCheck : std::uint8_t { running, fits, does_not_fit, unavailable };
/// By check_name(). Checking takes a moment and happens elsewhere.
using KeyChecks = std::map<std::string, KeyCheck, std::less<>>;

/// A signature and what it is about; the same for the same bytes only.
std::string check_name(const SignOff& sign_off);

enum class SignatureFinding : std::uint8_t {
  acknowledged,  ///< no key: somebody said so on a device, nothing proves who
  unchecked,     ///< nobody has asked yet
  running,
  unavailable,   ///< this browser cannot check
  genuine,       ///< by the key that is known for this person
  key_unknown,   ///< fits, but no key is known for this person
  key_changed,   ///< fits, but another key is known for this person
  forged,        ///< does not fit: the words, the content or the signature were altered
};

/// The finding for one side of a review. A sign-off whose content is about another review, or signed by another person than it says,
/// is forged whatever its key says.
SignatureFinding compute_finding(const ModelView& view, const Review& review, const SignOff& sign_off, const KeyChecks& checks);

/// Whether the finding lets the signature count as one.
inline bool is_trustworthy(SignatureFinding finding) { return finding <= SignatureFinding::genuine; }

/// "3F2A 91BC 0D7E 44A1": the first 64 bits of a key, to compare by telephone.
std::string key_fingerprint(std::string_view key);

}  // namespace fullcircle

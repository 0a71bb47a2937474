#include "app/queries/signature_check.h"

#include "model/sha256.h"

namespace fullcircle {
namespace {

constexpr std::size_t kFingerprintDigits = 16, kDigitsTogether = 4;

/// Whether the record around the signature says what the signed bytes say.
bool fits_its_content(const Review& review, const SignOff& sign_off) {
  if (to_hex(sha256(sign_off.content)) != sign_off.content_hash) return false;
  const auto content = read_signed_text(sign_off.content);
  return content && content->id == review.id && (sign_off.person == content->person || sign_off.person == content->manager);
}

}  // namespace

std::string check_name(const SignOff& sign_off) {
  return to_hex(sha256(sign_off.key + "\n" + sign_off.signature + "\n" + sign_off_statement(sign_off)));
}

SignatureFinding compute_finding(const ModelView& view, const Review& review, const SignOff& sign_off, const KeyChecks& checks) {
  using enum SignatureFinding;
  if (sign_off.key.empty() && sign_off.signature.empty()) return acknowledged;
  if (!fits_its_content(review, sign_off)) return forged;
  const auto found = checks.find(check_name(sign_off));
  if (found == checks.end()) return unchecked;
  switch (found->second) {
    case KeyCheck::running: return running;
    case KeyCheck::does_not_fit: return forged;
    case KeyCheck::unavailable: return unavailable;
    case KeyCheck::fits: break;
  }
  const Person* signer = view.find(sign_off.person);
  if (!signer || signer->signing_key.empty()) return key_unknown;
  return signer->signing_key == sign_off.key ? genuine : key_changed;
}

std::string key_fingerprint(std::string_view key) {
  std::string text;
  for (std::size_t i = 0; i < std::min(key.size(), kFingerprintDigits); ++i) {
    if (i > 0 && i % kDigitsTogether == 0) text += ' ';
    text += key[i] >= 'a' ? static_cast<char>(key[i] - 'a' + 'A') : key[i];
  }
  return text;
}

}  // namespace fullcircle

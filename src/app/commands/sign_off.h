// Both sides sign what they read. A signature is bound to the content byte for byte, so a later change shows as an amendment.
// What exactly is signed, and how anybody can check it: store/SIGN_OFF.md.
#pragma once

#include "app/model_view.h"
#include "store/edit.h"

namespace fullcircle {

/// The content both sides sign as canonical JSON: the released result with its terms, goals and form version, the words of both, the
/// agreed actions. Only what is in the record itself and what the person sees, so that any copy can check it.
std::string signed_text(const Review& review);
/// SHA-256 over signed_text(), 64 hexadecimal digits.
std::string content_hash(const Review& review);
/// The review as it was when this text was signed, as far as this program knows its parts; nullopt for anything else.
std::optional<Review> read_signed_text(std::string_view text);

/// The bytes a key signs: who says what about which content, and when.
std::string sign_off_statement(const SignOff& sign_off);

enum class SignState : std::uint8_t {
  open,     ///< not signed
  valid,    ///< signed, and the content is still the one that was signed
  amended,  ///< signed, but the content has changed since
};
SignState sign_state(const std::optional<SignOff>& sign_off, const std::string& current_hash);

/// The sign-off for the review as it stands, acknowledged without a key; a key adds itself and its signature.
SignOff make_sign_off(const Review& review, Id<Person> signer, Verdict verdict, std::string words, Instant now);

/// Puts a sign-off into the review. Its person must be the review's person or its manager; anybody else changes nothing.
/// The first key somebody signs with is kept with them, and `file_key` (the "age1…" of the same device) beside it.
Edit sign_review(const ModelView& view, const Review& review, SignOff sign_off, std::string_view file_key = {});
/// Without a key.
Edit sign_review(const ModelView& view, const Review& review, Id<Person> signer, Verdict verdict, std::string words);

}  // namespace fullcircle

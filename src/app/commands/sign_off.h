// Both sides sign what they read. A signature is bound to the content by its hash, so a later change shows as an amendment.
#pragma once

#include "app/model_view.h"
#include "store/edit.h"

namespace fullcircle {

/// The content both sides sign: the released result, the words of both, the agreed actions. Only what is in the record itself and what the
/// person sees, so that any copy can check it.
Value signed_content(const Review& review);
/// SHA-256 over the canonical JSON of signed_content, 64 hexadecimal digits.
std::string content_hash(const Review& review);

enum class SignState : std::uint8_t {
  open,     ///< not signed
  valid,    ///< signed, and the content is still the one that was signed
  amended,  ///< signed, but the content has changed since
};
SignState sign_state(const std::optional<SignOff>& sign_off, const std::string& current_hash);

/// Signs as `signer`, who must be the review's person or its manager; anybody else changes nothing.
Edit sign_review(const ModelView& view, const Review& review, Id<Person> signer, Verdict verdict, std::string words);

}  // namespace fullcircle

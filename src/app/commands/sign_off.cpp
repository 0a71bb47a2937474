#include "app/commands/sign_off.h"

#include "exchange/json_writer.h"
#include "model/sha256.h"

namespace fullcircle {

Value signed_content(const Review& review) {
  return Value::Object{{"actions", to_value(review.actions)},
                       {"cycle", to_value(review.cycle)},
                       {"managerWords", to_value(review.manager_words)},
                       {"person", to_value(review.person)},
                       {"personWords", to_value(review.person_words)},
                       {"released", to_value(review.released)},
                       {"summary", review.summary}};
}

std::string content_hash(const Review& review) { return to_hex(sha256(to_json(signed_content(review)))); }

SignState sign_state(const std::optional<SignOff>& sign_off, const std::string& current_hash) {
  if (!sign_off) return SignState::open;
  return sign_off->content_hash == current_hash ? SignState::valid : SignState::amended;
}

Edit sign_review(const ModelView& view, const Review& review, Id<Person> signer, Verdict verdict, std::string words) {
  Edit edit("edit.review.sign");
  Review signed_review = review;
  const SignOff sign_off{signer, verdict, std::move(words), view.now, content_hash(review), {}};
  if (signer == review.person)
    signed_review.person_sign_off = sign_off;
  else if (signer == review.manager)
    signed_review.manager_sign_off = sign_off;
  edit.update(review, signed_review);
  return edit;
}

}  // namespace fullcircle

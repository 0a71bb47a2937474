#include "app/commands/sign_off.h"

#include "app/commands/hand_out.h"
#include "app/queries/result_page.h"
#include "exchange/json_reader.h"
#include "exchange/json_writer.h"
#include "model/sha256.h"

namespace fullcircle {
namespace {

constexpr std::string_view kVersionKey = "contentVersion", kReviewKey = "review";
constexpr std::int64_t kContentVersion = 1;
constexpr std::string_view kStatementHead = "fullcircle sign-off 1\n";

/// What of a review is signed, in the order of the keys.
template <class AReview, class Visit>
void for_each_signed(AReview& review, Visit&& visit) {
  visit("actions", review.actions);
  visit("cycle", review.cycle);
  visit("manager", review.manager);
  visit("managerWords", review.manager_words);
  visit("person", review.person);
  visit("personWords", review.person_words);
  visit("released", review.released);
  visit("summary", review.summary);
}

}  // namespace

std::string signed_text(const Review& review) {
  Review signed_part = review;
  for (AgreedAction& action : signed_part.actions) {  // what an action becomes afterwards is no change of what was agreed
    action.goal = {};
    action.action = {};
  }
  Value::Object content;
  for_each_signed(signed_part, [&](std::string_view key, const auto& member) { content.emplace_back(std::string(key), to_value(member)); });
  content.emplace_back(std::string(kVersionKey), kContentVersion);
  content.emplace_back(std::string(kReviewKey), to_text(review.id));
  sort_keys(content);
  return to_json(Value(std::move(content)));
}

std::string content_hash(const Review& review) { return to_hex(sha256(signed_text(review))); }

std::optional<Review> read_signed_text(std::string_view text) {
  const auto content = parse_json(text);
  const Value* id = content ? content->find(kReviewKey) : nullptr;
  const auto review_id = id && id->as_text() ? parse_record_id(*id->as_text()) : std::nullopt;
  if (!review_id) return std::nullopt;
  Review review;
  review.id = Id<Review>(*review_id);
  bool is_read = true;
  for_each_signed(review, [&](std::string_view key, auto& member) {
    const Value* value = content->find(key);
    is_read = is_read && value && from_value(Value(*value), member);
  });
  return is_read ? std::optional(std::move(review)) : std::nullopt;
}

std::string sign_off_statement(const SignOff& sign_off) {
  return std::string(kStatementHead) + to_json(Value::Object{{"contentHash", sign_off.content_hash},
                                                             {"person", to_text(sign_off.person)},
                                                             {"signedAt", to_value(sign_off.signed_at)},
                                                             {"verdict", std::string(to_name(sign_off.verdict))},
                                                             {"words", sign_off.words}});
}

SignState sign_state(const std::optional<SignOff>& sign_off, const std::string& current_hash) {
  if (!sign_off) return SignState::open;
  return sign_off->content_hash == current_hash ? SignState::valid : SignState::amended;
}

SignOff make_sign_off(const Review& review, Id<Person> signer, Verdict verdict, std::string words, Instant now) {
  SignOff sign_off{.person = signer, .verdict = verdict, .words = std::move(words), .signed_at = now, .content_hash = {}, .content = signed_text(review)};
  sign_off.content_hash = to_hex(sha256(sign_off.content));
  return sign_off;
}

Edit sign_review(const ModelView& view, const Review& review, SignOff sign_off, std::string_view file_key) {
  Edit edit("edit.review.sign");
  const bool is_person = sign_off.person == review.person;
  if (!is_person && sign_off.person != review.manager) return edit;
  const Person* signer = view.find(sign_off.person);
  if (signer && !sign_off.key.empty()) {
    Person known = *signer;
    if (known.signing_key.empty()) known.signing_key = sign_off.key;
    if (known.file_key.empty()) known.file_key = file_key;
    edit.update(*signer, known);
  }
  // A signature holds the figures, and both have seen them: from then on they are out.
  const bool is_out = review.released && result_access(view, review) == ResultAccess::full;
  Review signed_review = is_out ? as_handed_out(view, review) : review;
  (is_person ? signed_review.person_sign_off : signed_review.manager_sign_off) = std::move(sign_off);
  edit.update(review, signed_review);
  return edit;
}

Edit sign_review(const ModelView& view, const Review& review, Id<Person> signer, Verdict verdict, std::string words) {
  return sign_review(view, review, make_sign_off(review, signer, verdict, std::move(words), view.now));
}

}  // namespace fullcircle

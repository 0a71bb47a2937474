#include "app/commands/hand_out.h"

#include <algorithm>

#include "app/commands/sign_off.h"
#include "app/queries/released_result.h"
#include "app/queries/result_page.h"
#include "exchange/json_writer.h"
#include "model/sha256.h"
#include "store/history.h"
#include "store/row_content.h"

namespace fullcircle {
namespace {

constexpr std::uint16_t kReleased = field_id(&Review::released), kAnswers = field_id(&Review::shown_answers), kReleasedAt = field_id(&Review::released_at),
                        kSigned = field_id(&Review::manager_sign_off), kHandedOut = field_id(&Review::handed_out);

std::string digest_of(const Value& value) { return to_hex(sha256(to_json(value))); }

bool is_as_handed_out(const Review& review) {
  return digest_of(to_value(review.released)) == review.handed_out->released && digest_of(to_value(review.shown_answers)) == review.handed_out->answers;
}

std::optional<Value> find_version(const Document& document, const Review& review, std::uint16_t field, const std::string& digest) {
  for (HistoryEntry& entry : history_of(document, review.id, field))
    if (digest_of(entry.value) == digest) return std::move(entry.value);
  return std::nullopt;
}

/// Whether the release that is signed was out at any time.
bool signs_what_was_out(const Document& document, const Review& review, const Value& value) {
  const Value* content = value.find("content");
  const auto signed_review = content && content->as_text() ? read_signed_text(*content->as_text()) : std::nullopt;
  if (!signed_review || !signed_review->released) return signed_review.has_value();  // without figures, or not to be read
  const std::string digest = digest_of(to_value(signed_review->released));
  return std::ranges::any_of(history_of(document, review.id, kHandedOut), [&](const HistoryEntry& note) {
    const Value* released = note.value.find("released");
    return released && released->as_text() && *released->as_text() == digest;
  });
}

/// The latest signature of the manager that gives no other figures away; no value without one.
Value find_signature(const Document& document, const Review& review) {
  for (HistoryEntry& entry : history_of(document, review.id, kSigned))
    if (signs_what_was_out(document, review, entry.value)) return std::move(entry.value);
  return {};
}

void put_back(const Document& document, const Review& review, Edit& edit) {
  auto released = find_version(document, review, kReleased, review.handed_out->released);
  auto answers = find_version(document, review, kAnswers, review.handed_out->answers);
  if (!released || !answers) return;
  const auto set = [&](std::uint16_t field, Value&& value) { edit.set(kKindIndex<Review>, review.id, field, std::move(value)); };
  set(kReleased, *std::move(released));
  set(kAnswers, *std::move(answers));
  if (!review.released_at) set(kReleasedAt, to_value(review.handed_out_at));  // the other lead had withdrawn it
  if (review.manager_sign_off) set(kSigned, find_signature(document, review));
}

}  // namespace

Review as_handed_out(const ModelView& view, const Review& review) {
  Review after = review;
  if (!after.handed_out_at) after.handed_out_at = view.now;
  after.handed_out = note_of(after);
  return after;
}

Edit hand_out_results(const ModelView& view, Id<Person> person) {
  const auto reviews = view.reviews_of(person);
  return hand_out_results(view, std::vector<const Review*>(reviews.begin(), reviews.end()));
}

Edit hand_out_results(const ModelView& view, std::span<const Review* const> reviews) {
  Edit edit("edit.review.hand_out");
  for (const Review* review : reviews) add_handed_out(view, *review, edit);
  edit.make_final();
  return edit;
}

void add_handed_out(const ModelView& view, const Review& review, Edit& edit) {
  if (review.released && result_access(view, review) == ResultAccess::full) edit.update(review, as_handed_out(view, review));
}

Edit put_back_what_is_out(const Document& document) {
  Edit edit("edit.review.put_back");
  for (const Review& review : document.table<Review>().alive()) {
    if (!review.handed_out || !has_other_releases(document, review) || is_as_handed_out(review)) continue;
    put_back(document, review, edit);
  }
  edit.make_final();
  return edit;
}

void keep_what_is_out(const Document& document, Document& import) {
  std::vector<RecordId> out;
  const RowList& added = import.table<Review>().list();
  for (std::size_t at = 0; at < added.size(); ++at) {
    const Review* review = document.table<Review>().find(Id<Review>(added.id(at)));
    if (!review || !review->handed_out_at) continue;
    const bool came_handed_out = static_cast<const Review*>(added[at].entity)->handed_out_at == review->handed_out_at;
    if (content_of(added[at]).bases.empty() || !came_handed_out) out.push_back(added.id(at));
  }
  if (!out.empty()) import.table<Review>().remove_rows(out);
}

std::optional<HandedOut> note_of(const Review& review) {
  if (review.shown_answers.empty()) return std::nullopt;
  return HandedOut{digest_of(to_value(review.released)), digest_of(to_value(review.shown_answers)), {}};
}

}  // namespace fullcircle

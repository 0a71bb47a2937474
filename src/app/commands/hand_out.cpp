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

template <class Member>
std::string digest_of(const Member& member) {
  return to_hex(sha256(to_json(to_value(member))));
}

/// The latest version of a field for which `is_wanted`.
template <auto member, class IsWanted>
auto find_version(const Document& document, Id<Review> review, IsWanted&& is_wanted) {
  using Member = std::remove_cvref_t<decltype(std::declval<Review>().*member)>;
  std::optional<Member> found;
  for (const HistoryEntry& entry : history_of(document, review, field_id(member))) {
    Member value{};
    if (found || !from_value(Value(entry.value), value) || !is_wanted(value)) continue;
    found = std::move(value);
  }
  return found;
}

template <auto member>
auto find_version_of(const Document& document, Id<Review> review, const std::string& digest) {
  return find_version<member>(document, review, [&](const auto& value) { return digest_of(value) == digest; });
}

bool is_as_handed_out(const Review& review) {
  return digest_of(review.released) == review.handed_out->released && digest_of(review.shown_answers) == review.handed_out->answers;
}

/// Whether the signed release was out at any time.
bool signs_what_was_out(const Document& document, const Review& review, const SignOff& sign_off) {
  const auto content = read_signed_text(sign_off.content);
  if (!content || !content->released) return true;
  const std::string signed_release = digest_of(content->released);
  return find_version<&Review::handed_out>(document, review.id, [&](const auto& note) { return note && note->released == signed_release; }).has_value();
}

std::optional<Review> as_handed_out(const Document& document, const Review& review) {
  const auto released = find_version_of<&Review::released>(document, review.id, review.handed_out->released);
  const auto answers = find_version_of<&Review::shown_answers>(document, review.id, review.handed_out->answers);
  if (!released || !answers) return std::nullopt;
  Review after = review;
  after.released = *released;
  after.shown_answers = *answers;
  if (!after.released_at) after.released_at = after.handed_out_at;  // the other lead had withdrawn it
  const auto holds = [&](const std::optional<SignOff>& sign_off) { return sign_off && signs_what_was_out(document, review, *sign_off); };
  if (review.manager_sign_off && !holds(review.manager_sign_off))
    after.manager_sign_off = find_version<&Review::manager_sign_off>(document, review.id, holds).value_or(std::nullopt);
  return after;
}

}  // namespace

Edit hand_out_results(const ModelView& view, Id<Person> person) {
  const auto reviews = view.reviews_of(person);
  return hand_out_results(view, std::vector<const Review*>(reviews.begin(), reviews.end()));
}

Edit hand_out_results(const ModelView& view, std::span<const Review* const> reviews) {
  Edit edit("edit.review.hand_out");
  for (const Review* review : reviews) {
    if (!review->released || result_access(view, *review) != ResultAccess::full) continue;
    Review after = *review;
    if (!after.handed_out_at) after.handed_out_at = view.now;
    after.handed_out = note_of(after);
    edit.update(*review, after);
  }
  edit.make_final();
  return edit;
}

Edit put_back_what_is_out(const Document& document) {
  Edit edit("edit.review.put_back");
  for (const Review& review : document.table<Review>().alive()) {
    if (!review.handed_out || !has_other_releases(document, review) || is_as_handed_out(review)) continue;
    if (const auto after = as_handed_out(document, review)) edit.update(review, *after);
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
  return HandedOut{digest_of(review.released), digest_of(review.shown_answers), {}};
}

}  // namespace fullcircle

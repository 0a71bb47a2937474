#include "exchange/answer_file.h"

#include <algorithm>

#include "exchange/hmac.h"
#include "exchange/json_writer.h"
#include "exchange/small_file.h"

namespace fullcircle {
namespace {

constexpr std::string_view kCodeKey = "code";
constexpr std::string_view kResponseIdPurpose = "fullcircle.response-id";

std::string token_bytes(std::string_view token) {
  std::string bytes;
  parse_hex(token, bytes);
  return bytes;
}

bool says_something(const Answer& answer) { return answer.rating || answer.is_not_observed || answer.choice; }
bool says_something(const Comment& comment) {
  return !(comment.text.empty() && comment.situation.empty() && comment.behaviour.empty() && comment.impact.empty());
}

template <class T>
Value only_said(const std::vector<T>& list) {
  Value::List values;
  for (const T& item : list)
    if (says_something(item)) values.push_back(to_value(item));
  return values;
}

/// What the code is over: all members but the code itself, keys ascending, on one line, with the format's name, so that
/// the code of one kind of file is worth nothing in another.
std::string content_of(Value::Object members) {
  members.emplace_back("format", std::string(kAnswerFormat));
  sort_keys(members);
  return to_json(members);
}

template <class T>
Result<> take(Value::Object& members, std::string_view key, T& out) {
  auto value = take_member(members, key);
  if (!value) return fail(std::string(file_error::kMissing), "1:1", std::string(key));
  auto read = from_value(std::move(*value), out);
  return read ? Result<>() : at_place(key, read.error());
}

}  // namespace

std::string encode_answer_file(const ReceivedRequest& request, Day today) {
  Value::Object members = {{"answeredDay", to_value(today)},
                           {"answers", only_said(request.answers)},
                           {"comments", only_said(request.comments)},
                           {"form", to_value(request.form)},
                           {"formVersion", to_value(request.form_version)},
                           {"group", to_value(request.group)},
                           {"request", to_value(request.id)}};
  const std::string code = to_hex(compute_hmac_sha256(token_bytes(request.token), content_of(members)));
  members.emplace_back(std::string(kCodeKey), code);
  return close_small_file(std::move(members), kAnswerFormat, kAnswerVersion);
}

Result<AnswerFile> read_answer_file(std::string_view bytes) {
  auto members = open_small_file(bytes, kAnswerFormat, kAnswerVersion);
  if (!members) return std::unexpected(members.error());
  AnswerFile answer;
  Result<> read = take(*members, kCodeKey, answer.code);
  if (!read) return std::unexpected(read.error());
  answer.content = content_of(*members);
  const auto take_next = [&](std::string_view key, auto& out) {
    if (read) read = take(*members, key, out);
  };
  take_next("answeredDay", answer.answered_day);
  take_next("answers", answer.answers);
  take_next("comments", answer.comments);
  take_next("form", answer.form);
  take_next("formVersion", answer.form_version);
  take_next("group", answer.group);
  take_next("request", answer.request);
  if (!read) return std::unexpected(read.error());
  return answer;
}

bool is_genuine(const AnswerFile& answer, std::string_view token) {
  std::string code;
  const std::string key = token_bytes(token);
  if (key.empty() || !parse_hex(answer.code, code) || code.size() != std::tuple_size_v<Digest>) return false;
  Digest stated;
  std::ranges::copy(code, stated.begin());
  return is_same_digest(stated, compute_hmac_sha256(key, answer.content));
}

Id<FeedbackResponse> response_id_for(std::string_view token) {
  const Digest digest = compute_hmac_sha256(token_bytes(token), kResponseIdPurpose);
  RecordId id;
  for (std::size_t i = 0; i < 8; ++i) id.high = id.high << 8 | digest[i];
  id.low = static_cast<std::uint16_t>(digest[8] << 8 | digest[9]);
  return Id<FeedbackResponse>(id);
}

}  // namespace fullcircle

#include "exchange/request_file.h"

#include <algorithm>
#include <set>

#include "exchange/hmac.h"
#include "exchange/small_file.h"

namespace fullcircle {
namespace {

constexpr std::size_t kTokenDigits = 32;

/// What the rater adds; no part of the file.
constexpr std::string_view kOwnKeys[] = {"answers", "comments", "answeredAt"};

/// An X25519 recipient of age by its shape: 32 bytes in Bech32. Its checksum is read when something is encrypted to it.
bool is_recipient(std::string_view key) {
  constexpr std::string_view kPrefix = "age1";
  constexpr std::size_t kLetters = 58;
  return key.starts_with(kPrefix) && key.size() == kPrefix.size() + kLetters &&
         std::ranges::all_of(key, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
}

bool is_own(std::string_view key) { return std::ranges::find(kOwnKeys, key) != std::end(kOwnKeys); }

std::unexpected<Error> wrong(std::string place, std::string expected) { return fail(std::string(file_error::kValue), std::move(place), std::move(expected)); }

Result<ReceivedRequest> check(ReceivedRequest request) {
  if (request.id.is_none()) return fail(std::string(file_error::kMissing), "1:1", "id");
  std::string token;
  if (request.token.size() != kTokenDigits || !parse_hex(request.token, token)) return wrong("token", "32 hex digits");
  if (!(request.scale_low < request.scale_high)) return wrong("scaleHigh", "more than scaleLow");
  if (!request.lead_key.empty() && !is_recipient(request.lead_key)) return wrong("leadKey", "age1 and 58 letters or digits");
  if (request.sections.empty()) return fail(std::string(file_error::kMissing), "1:1", "sections");
  std::set<std::string_view> keys;
  for (std::size_t s = 0; s < request.sections.size(); ++s)
    for (const FormItem& item : request.sections[s].items)
      if (item.key.empty() || !keys.insert(item.key).second) return wrong("sections." + std::to_string(s) + ".items", "a key of its own for each item");
  return request;
}

}  // namespace

std::string encode_request_file(const ReceivedRequest& request) {
  Value::Object members;
  for (const FieldAccess& field : struct_type_of<ReceivedRequest>().fields)
    if (!is_own(field.key)) members.emplace_back(std::string(field.key), field.read(&request));
  members.emplace_back("id", to_value(request.id));
  return close_small_file(std::move(members), kRequestFormat, kRequestVersion);
}

Result<ReceivedRequest> read_request_file(std::string_view bytes) {
  auto members = open_small_file(bytes, kRequestFormat, kRequestVersion);
  if (!members) return std::unexpected(members.error());
  ReceivedRequest request;
  Result<> read;
  for (const auto key : {"id", "token", "sections", "group", "formVersion"})
    if (std::ranges::find(*members, key, [](const auto& member) -> std::string_view { return member.first; }) == members->end())
      return fail(std::string(file_error::kMissing), "1:1", key);
  if (read = from_value(*take_member(*members, "id"), request.id); !read) return at_place("id", read.error());
  for (auto& [key, value] : *members) {
    if (is_own(key)) continue;
    const FieldAccess* field = find_field(struct_type_of<ReceivedRequest>().fields, key);
    if (field) read = from_value(*field->type, std::move(value), field->in(&request));
    if (!read) return at_place(key, read.error());
  }
  return check(std::move(request));
}

}  // namespace fullcircle

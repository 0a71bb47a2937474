#include "model/id.h"

namespace fullcircle {
namespace {

constexpr std::string_view kDigits = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr int kLength = 16;  // 80 bits, 5 a character

int digit_value(char c) {
  const auto at = kDigits.find(c);
  return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

}  // namespace

std::string to_text(RecordId id) {
  if (id.is_none()) return {};
  unsigned __int128 bits = (static_cast<unsigned __int128>(id.high) << 16) | id.low;
  std::string text(kLength, '0');
  for (int i = kLength - 1; i >= 0; --i, bits >>= 5) text[i] = kDigits[static_cast<unsigned>(bits & 31)];
  return text;
}

std::optional<RecordId> parse_record_id(std::string_view text) {
  if (text.empty()) return RecordId{};
  if (text.size() != kLength) return std::nullopt;
  unsigned __int128 bits = 0;
  for (char c : text) {
    const int value = digit_value(c);
    if (value < 0) return std::nullopt;
    bits = (bits << 5) | static_cast<unsigned>(value);
  }
  return RecordId{static_cast<std::uint64_t>(bits >> 16), static_cast<std::uint16_t>(bits & 0xffff)};
}

}  // namespace fullcircle

#include "app/storage/sealed_text.h"

#include <charconv>

#include "model/sha256.h"

namespace fullcircle {
namespace {

constexpr std::string_view kEnd = "end ";
constexpr std::size_t kDigits = 64;
constexpr std::size_t kLastLine = kEnd.size() + kDigits + 1;

}  // namespace

std::string seal(std::string text) {
  const std::string digits = to_hex(sha256(text));
  text.append(kEnd).append(digits).append("\n");
  return text;
}

std::optional<std::string_view> open_sealed(std::string_view bytes) {
  if (bytes.size() < kLastLine) return std::nullopt;
  const std::string_view text = bytes.substr(0, bytes.size() - kLastLine);
  const std::string_view last = bytes.substr(text.size());
  const bool is_whole = last.starts_with(kEnd) && last.ends_with('\n') && last.substr(kEnd.size(), kDigits) == to_hex(sha256(text));
  return is_whole ? std::optional(text) : std::nullopt;
}

std::string seal_of(std::string_view sealed_bytes) { return std::string(sealed_bytes.substr(sealed_bytes.size() - kDigits - 1, kDigits)); }

std::optional<std::string_view> take_line(std::string_view& text, std::string_view key) {
  const auto end = text.find('\n');
  if (end == text.npos || end <= key.size() || !text.starts_with(key) || text[key.size()] != ' ') return std::nullopt;
  const std::string_view value = text.substr(key.size() + 1, end - key.size() - 1);
  text.remove_prefix(end + 1);
  return value;
}

std::optional<std::uint64_t> take_number(std::string_view& text, std::string_view key) {
  std::string_view rest = text;
  const auto digits = take_line(rest, key);
  if (!digits || digits->empty() || digits->size() > 15) return std::nullopt;
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(digits->data(), digits->data() + digits->size(), number);
  if (error != std::errc{} || end != digits->data() + digits->size()) return std::nullopt;
  text = rest;
  return number;
}

}  // namespace fullcircle

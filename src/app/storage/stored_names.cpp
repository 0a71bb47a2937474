#include "app/storage/stored_names.h"

#include <charconv>

namespace fullcircle {
namespace {

std::optional<std::uint64_t> parse_number(std::string_view digits) {
  if (digits.empty() || digits.size() > 15 || (digits.size() > 1 && digits[0] == '0')) return std::nullopt;
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return error == std::errc{} && end == digits.data() + digits.size() ? std::optional(number) : std::nullopt;
}

}  // namespace

std::string to_text(SegmentName name) { return "j." + std::to_string(name.generation) + "." + std::to_string(name.number); }

std::optional<SegmentName> parse_segment_name(std::string_view name) {
  const auto dot = name.rfind('.');
  if (!name.starts_with("j.") || dot < 2) return std::nullopt;
  const auto generation = parse_number(name.substr(2, dot - 2));
  const auto number = parse_number(name.substr(dot + 1));
  return generation && number ? std::optional(SegmentName{*generation, *number}) : std::nullopt;
}

std::string chunk_name(std::string_view hash) { return "c." + std::string(hash); }
bool is_chunk_name(std::string_view name) { return name.starts_with("c.") && name.size() == 66; }

std::string epoch_name(std::uint64_t epoch) { return "e." + std::to_string(epoch); }
std::optional<std::uint64_t> parse_epoch_name(std::string_view name) {
  return name.starts_with("e.") ? parse_number(name.substr(2)) : std::nullopt;
}

}  // namespace fullcircle

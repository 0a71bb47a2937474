#include "store/stamp.h"

#include <algorithm>
#include <charconv>

namespace fullcircle {
namespace {

constexpr int kCounterBits = 16;
constexpr std::uint64_t kCounterMask = (1u << kCounterBits) - 1;
constexpr std::uint64_t kGreatestMs = (std::uint64_t{1} << 48) - 1;

/// Digits only, no sign, no leading zero but "0" itself, so that a stamp has exactly one text.
std::optional<std::uint64_t> parse_plain_number(std::string_view text, std::uint64_t greatest) {
  std::uint64_t number = 0;
  if (text.empty() || (text[0] == '0' && text.size() > 1)) return std::nullopt;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || number > greatest) return std::nullopt;
  return number;
}

}  // namespace

std::string stamp_time_to_text(std::uint64_t time) {
  std::string text = std::to_string(time >> kCounterBits);
  if (const auto counter = time & kCounterMask) text += '+' + std::to_string(counter);
  return text;
}

std::optional<std::uint64_t> parse_stamp_time(std::string_view text) {
  const auto plus = text.find('+');
  const auto ms = parse_plain_number(text.substr(0, plus), kGreatestMs);
  if (!ms) return std::nullopt;
  if (plus == std::string_view::npos) return *ms << kCounterBits;
  const auto counter = parse_plain_number(text.substr(plus + 1), kCounterMask);
  if (!counter || *counter == 0) return std::nullopt;
  return *ms << kCounterBits | *counter;
}

Stamp StampClock::next(Stamp at_least) {
  const auto now = static_cast<std::uint64_t>(std::max<std::int64_t>(now_().ms, 1)) << kCounterBits;
  last_time_ = std::max({now, last_time_ + 1, at_least.time + 1});
  return {last_time_, actor_};
}

void StampClock::observe(Stamp seen) { last_time_ = std::max(last_time_, seen.time); }

std::int64_t StampClock::drift_ms() const {
  return std::max<std::int64_t>(0, static_cast<std::int64_t>(last_time_ >> kCounterBits) - now_().ms);
}

}  // namespace fullcircle

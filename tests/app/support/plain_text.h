// Text services for tests of queries: plain byte order, small letters by ASCII.
#pragma once

#include <algorithm>
#include <numeric>

#include "app/ports.h"

namespace fullcircle::test {

class PlainText : public TextServices {
 public:
  void set_language(std::string_view) override {}
  std::string format_day(Day day, DayStyle) override { return to_text(day); }
  std::string format_instant(Instant instant) override { return to_text(instant); }
  std::string format_days_from_now(int days) override { return std::to_string(days); }
  std::string format_number(double number, int) override { return std::to_string(number); }
  std::string format_percent(double fraction, int) override { return std::to_string(fraction); }
  std::string format_list(std::span<const std::string> items) override { return items.empty() ? std::string() : items.front(); }
  int first_weekday() override { return 1; }
  PluralCategory plural_category(double number) override { return number == 1 ? PluralCategory::one : PluralCategory::other; }
  std::vector<std::uint32_t> sorted_order(std::span<const std::string_view> texts) override {
    std::vector<std::uint32_t> order(texts.size());
    std::iota(order.begin(), order.end(), 0u);
    std::ranges::stable_sort(order, {}, [&](std::uint32_t index) { return texts[index]; });
    return order;
  }
  std::string search_key(std::string_view text) override {
    std::string key(text);
    std::ranges::transform(key, key.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return key;
  }
};

}  // namespace fullcircle::test

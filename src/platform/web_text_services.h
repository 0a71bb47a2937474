// The browser's Intl: hands everything over to shell/text_services.js.
#pragma once

#include "app/ports.h"

namespace fullcircle {

class WebTextServices : public TextServices {
 public:
  void set_language(std::string_view tag) override;
  std::string format_day(Day day, DayStyle style) override;
  std::string format_instant(Instant instant) override;
  std::string format_days_from_now(int days) override;
  std::string format_number(double number, int decimals) override;
  std::string format_percent(double fraction, int decimals) override;
  std::string format_list(std::span<const std::string> items) override;
  int first_weekday() override;
  PluralCategory plural_category(double number) override;
  std::vector<std::uint32_t> sorted_order(std::span<const std::string_view> texts) override;
  std::string search_key(std::string_view text) override;
};

}  // namespace fullcircle

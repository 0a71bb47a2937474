#include "platform/web_text_services.h"

#include <emscripten.h>

#include <algorithm>

#include "platform/web_port_calls.h"

// The bodies only hand over to shell/ports.js; a text comes back in the buffer.
// clang-format off
EM_JS(void, fc_set_intl, (const char* tag, int length), { Module.ports.setLanguage(tag, length); })
EM_JS(void, fc_format_day, (int day, int style), { Module.ports.say(Module.ports.text.day(day, style)); })
EM_JS(void, fc_format_instant, (double ms), { Module.ports.say(Module.ports.text.instant(ms)); })
EM_JS(void, fc_format_days, (int days), { Module.ports.say(Module.ports.text.daysFromNow(days)); })
EM_JS(void, fc_format_number, (double number, int decimals), { Module.ports.say(Module.ports.text.number(number, decimals)); })
EM_JS(void, fc_format_percent, (double fraction, int decimals), { Module.ports.say(Module.ports.text.percent(fraction, decimals)); })
EM_JS(void, fc_format_list, (const char* items, int length), { Module.ports.formatList(items, length); })
EM_JS(int, fc_first_weekday, (void), { return Module.ports.text.firstWeekday(); })
EM_JS(int, fc_plural, (double number), { return Module.ports.text.plural(number); })
EM_JS(void, fc_sorted_order, (const char* texts, int length, void* order, int count), { Module.ports.sortedOrder(texts, length, order, count); })
EM_JS(void, fc_search_key, (const char* text, int length), { Module.ports.searchKey(text, length); })
// clang-format on

namespace fullcircle {
namespace {

template <class Texts>
std::string join_by_zeros(const Texts& texts) {
  std::string joined;
  for (const auto& text : texts) {
    if (!joined.empty() || &text != &texts.front()) joined += '\0';
    joined += text;
  }
  return joined;
}

}  // namespace

void WebTextServices::set_language(std::string_view tag) { fc_set_intl(tag.data(), static_cast<int>(tag.size())); }

std::string WebTextServices::format_day(Day day, DayStyle style) {
  fc_format_day(day.number, static_cast<int>(style));
  return take_port_buffer();
}

std::string WebTextServices::format_instant(Instant instant) {
  fc_format_instant(static_cast<double>(instant.ms));
  return take_port_buffer();
}

std::string WebTextServices::format_days_from_now(int days) {
  fc_format_days(days);
  return take_port_buffer();
}

std::string WebTextServices::format_number(double number, int decimals) {
  fc_format_number(number, decimals);
  return take_port_buffer();
}

std::string WebTextServices::format_percent(double fraction, int decimals) {
  fc_format_percent(fraction, decimals);
  return take_port_buffer();
}

std::string WebTextServices::format_list(std::span<const std::string> items) {
  if (items.empty()) return {};
  const std::string joined = join_by_zeros(items);
  fc_format_list(joined.data(), static_cast<int>(joined.size()));
  return take_port_buffer();
}

int WebTextServices::first_weekday() { return fc_first_weekday(); }

PluralCategory WebTextServices::plural_category(double number) { return static_cast<PluralCategory>(fc_plural(number)); }

std::vector<std::uint32_t> WebTextServices::sorted_order(std::span<const std::string_view> texts) {
  std::vector<std::uint32_t> order(texts.size());
  if (texts.empty()) return order;
  const std::string joined = join_by_zeros(texts);
  fc_sorted_order(joined.data(), static_cast<int>(joined.size()), order.data(), static_cast<int>(order.size()));
  return order;
}

/// Asking the browser for each of 10,000 rows takes longer than a frame, so ASCII is done here: it has no accents, and the app
/// speaks no language (as Turkish would be) with small letters of its own for it.
std::string WebTextServices::search_key(std::string_view text) {
  if (std::ranges::all_of(text, [](unsigned char c) { return c < 0x80; })) {
    std::string key(text);
    for (char& c : key)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return key;
  }
  fc_search_key(text.data(), static_cast<int>(text.size()));
  return take_port_buffer();
}

}  // namespace fullcircle

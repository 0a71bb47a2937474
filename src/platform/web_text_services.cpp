#include "platform/web_text_services.h"

#include <emscripten.h>

#include <utility>
#include <vector>

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

/// The browser does only what is not ASCII, all of it at once: handing it every letter of 10,000 rows takes longer than a frame. ASCII
/// has no accents, and the app speaks no language (as Turkish would be) with small letters of its own for it.
std::string WebTextServices::search_key(std::string_view text) {
  const auto is_other = [](char c) { return (static_cast<unsigned char>(c) & 0x80) != 0; };
  std::string plain(text), others;  // of the others a line for each run of them
  char seen = 0;
  for (char& c : plain) {
    seen |= c;
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  if (!is_other(seen)) return plain;
  std::vector<std::pair<std::size_t, std::size_t>> runs;  // from, to
  for (std::size_t begin = 0; begin < plain.size(); ++begin) {
    if (!is_other(plain[begin])) continue;
    std::size_t end = begin;
    while (end < plain.size() && is_other(plain[end])) ++end;
    others.append(plain, begin, end - begin) += '\n';
    runs.emplace_back(begin, end);
    begin = end;
  }
  fc_search_key(others.data(), static_cast<int>(others.size()));
  others = take_port_buffer();
  std::string key;
  key.reserve(plain.size());
  std::size_t done = 0, line = 0;
  for (const auto& [begin, end] : runs) {
    const std::size_t line_end = others.find('\n', line);
    key.append(plain, done, begin - done).append(others, line, line_end - line);
    done = end;
    line = line_end + 1;
  }
  return key.append(plain, done);
}

}  // namespace fullcircle

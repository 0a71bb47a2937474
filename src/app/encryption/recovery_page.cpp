#include "app/encryption/recovery_page.h"

#include "app/reports/html_writer.h"
#include "app/reports/report_style.h"

namespace fullcircle {

std::string grouped_recovery_text(std::string_view identity) {
  constexpr std::size_t kGroup = 6;
  const auto head = std::min(identity.find('1'), identity.size() - 1) + 1;  // Bech32 ends its prefix with the last 1; letters after it have none
  std::string text(identity.substr(0, head));
  for (std::size_t at = head; at < identity.size(); at += kGroup) text.append(" ").append(identity.substr(at, kGroup));
  return text;
}

std::string encode_recovery_html(const DeviceKey& key, std::string_view team, Day today, const Language& language, const Formats& formats) {
  const auto title = language.tr("encryption.recovery_title");
  HtmlWriter html;
  html.raw("<!doctype html><html lang=\"").text(language.code()).raw("\"><head><meta charset=\"utf-8\">").element("title", title);
  html.raw("<style>").raw(kReportStyle).raw("</style></head><body><header>").element("h1", title);
  if (!team.empty()) html.element("p", team);
  html.element("p", language.tr("print.printed", {{"date", formats.long_date(today)}})).raw("</header><main><section>");
  html.element("h2", language.tr("encryption.recovery")).element("p", grouped_recovery_text(key.identity));
  html.element("p", language.tr("encryption.recovery_print_how"), " class=\"quiet\"").raw("</section><section>");
  html.element("h2", language.tr("encryption.public_key")).element("p", key.recipient).raw("</section></main></body></html>");
  return html.take();
}

}  // namespace fullcircle

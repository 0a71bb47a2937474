#include "app/reports/html_writer.h"

namespace fullcircle {

std::string escape_html(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&': escaped += "&amp;"; break;
      case '<': escaped += "&lt;"; break;
      case '>': escaped += "&gt;"; break;
      case '"': escaped += "&quot;"; break;
      case '\'': escaped += "&#39;"; break;
      default: escaped += c;
    }
  }
  return escaped;
}

HtmlWriter& HtmlWriter::element(std::string_view tag, std::string_view words, std::string_view attributes) {
  html_.append("<").append(tag).append(attributes).append(">");
  html_ += escape_html(words);
  html_.append("</").append(tag).append(">");
  return *this;
}

HtmlWriter& HtmlWriter::head_row(std::initializer_list<std::string_view> cells) {
  raw("<thead><tr>");
  for (const std::string_view cell : cells) element("th", cell, " scope=\"col\"");
  return raw("</tr></thead>\n");
}

HtmlWriter& HtmlWriter::row(std::initializer_list<std::string_view> cells) {
  raw("<tr>");
  bool is_first = true;
  for (const std::string_view cell : cells) {
    element(is_first ? "th" : "td", cell, is_first ? " scope=\"row\"" : "");
    is_first = false;
  }
  return raw("</tr>\n");
}

}  // namespace fullcircle

// Text for HTML documents: everything a person wrote is escaped, always.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace fullcircle {

/// & < > " ' as references, for content and for quoted attributes.
std::string escape_html(std::string_view text);

/// Builds a document piece by piece. `raw` is for markup written in the source, `text` for everything else.
class HtmlWriter {
 public:
  HtmlWriter& raw(std::string_view markup) {
    html_ += markup;
    return *this;
  }
  HtmlWriter& text(std::string_view words) {
    html_ += escape_html(words);
    return *this;
  }
  /// <tag>words</tag>; `attributes` with a space before.
  HtmlWriter& element(std::string_view tag, std::string_view words, std::string_view attributes = {});
  /// <tr> with one cell for each; the first is the row's head.
  HtmlWriter& head_row(std::initializer_list<std::string_view> cells);
  HtmlWriter& row(std::initializer_list<std::string_view> cells);

  std::string take() { return std::move(html_); }

 private:
  std::string html_;
};

}  // namespace fullcircle

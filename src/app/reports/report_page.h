// What all printed documents have in common: head and end, tables, and what figures are made of.
#pragma once

#include <span>

#include "app/formats.h"
#include "app/language.h"
#include "app/queries/chart_figures.h"
#include "app/reports/html_writer.h"

namespace fullcircle {

class ReportPage : public HtmlWriter {
 public:
  /// Title, `lines` below it, and the day it is printed.
  ReportPage(const Language& language, const Formats& formats, const std::string& title, std::span<const std::string> lines);

  std::string_view tr(std::string_view key) const { return language_.tr(key); }

  void open_section(std::string_view title) { raw("<section>").element("h2", title); }
  void close_section() { raw("</section>\n"); }
  /// Nothing for an empty one.
  void paragraph(std::string_view words, bool is_quiet = false);
  /// A figure at the top, between <dl class="figures"> and its end.
  void figure(std::string_view caption, std::string_view value, std::string_view attributes = {});
  /// Heads first; nothing without rows. Columns of figures stand to the right; one with many columns and few rows is turned.
  void table(const TextTable& table);
  /// What a figure is made of, under a title of its own; nothing without lines.
  void lines(std::string_view title, std::span<const ValueLine> lines);

  std::string end() { return raw("</main></body></html>\n").take(); }

 private:
  const Language& language_;
};

}  // namespace fullcircle

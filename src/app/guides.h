// Short pages that explain the app inside the app: Markdown with headings, paragraphs, lists, and examples that compute ("@ key").
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace fullcircle {

/// Permanent keys of the guides, in reading order: "rating", … Their titles are "guide.<key>" in the language files.
std::span<const std::string_view> guide_keys();

/// The page as text; English for a language that has none, empty for a key that does not exist.
std::string_view guide_text(std::string_view language_code, std::string_view key);

/// What is new, as a page; English for a language that has none.
std::string_view changelog_text(std::string_view language_code);

/// An example's text is its key: see GuideExample.
enum class GuideBlockKind : unsigned char { title, heading, paragraph, list_item, example };

struct GuideBlock {
  GuideBlockKind kind = GuideBlockKind::paragraph;
  std::string_view text;
  std::string_view section{};  ///< of a heading written "## {section} Text": what a link may lead to, the same in every language
  bool operator==(const GuideBlock&) const = default;
};

/// The blocks of a page, views into `text`. Each line is one block; empty lines only separate.
std::vector<GuideBlock> read_guide(std::string_view text);

}  // namespace fullcircle

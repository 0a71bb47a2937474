#include "app/guides.h"

#include "app/embedded_text.h"

namespace fullcircle {
namespace {

constexpr unsigned char kEnglishRating[] = {
#embed "../../assets/guides/en/rating.md"
};
constexpr unsigned char kEnglishAnonymity[] = {
#embed "../../assets/guides/en/anonymity.md"
};
constexpr unsigned char kEnglishStorage[] = {
#embed "../../assets/guides/en/storage.md"
};
constexpr unsigned char kEnglishEncryption[] = {
#embed "../../assets/guides/en/encryption.md"
};
constexpr unsigned char kEnglishFeedback[] = {
#embed "../../assets/guides/en/feedback.md"
};
constexpr unsigned char kEnglishSmart[] = {
#embed "../../assets/guides/en/smart.md"
};
constexpr unsigned char kEnglishInsights[] = {
#embed "../../assets/guides/en/insights.md"
};
constexpr unsigned char kGermanRating[] = {
#embed "../../assets/guides/de/rating.md"
};
constexpr unsigned char kGermanAnonymity[] = {
#embed "../../assets/guides/de/anonymity.md"
};
constexpr unsigned char kGermanStorage[] = {
#embed "../../assets/guides/de/storage.md"
};
constexpr unsigned char kGermanEncryption[] = {
#embed "../../assets/guides/de/encryption.md"
};
constexpr unsigned char kGermanFeedback[] = {
#embed "../../assets/guides/de/feedback.md"
};
constexpr unsigned char kGermanSmart[] = {
#embed "../../assets/guides/de/smart.md"
};
constexpr unsigned char kGermanInsights[] = {
#embed "../../assets/guides/de/insights.md"
};
constexpr unsigned char kEnglishChangelog[] = {
#embed "../../assets/changelog.md"
};
constexpr unsigned char kGermanChangelog[] = {
#embed "../../assets/changelog.de.md"
};

constexpr std::string_view kKeys[] = {"rating", "anonymity", "storage", "encryption", "feedback", "smart", "insights"};

using Bytes = std::span<const unsigned char>;

/// Parallel to kKeys.
constexpr Bytes kEnglish[] = {kEnglishRating, kEnglishAnonymity, kEnglishStorage, kEnglishEncryption, kEnglishFeedback, kEnglishSmart, kEnglishInsights};
constexpr Bytes kGerman[] = {kGermanRating, kGermanAnonymity, kGermanStorage, kGermanEncryption, kGermanFeedback, kGermanSmart, kGermanInsights};

}  // namespace

std::span<const std::string_view> guide_keys() { return kKeys; }

std::string_view guide_text(std::string_view language_code, std::string_view key) {
  const auto& pages = language_code.starts_with("de") ? kGerman : kEnglish;
  for (std::size_t i = 0; i < std::size(kKeys); ++i)
    if (kKeys[i] == key) return as_text(pages[i]);
  return {};
}

std::string_view changelog_text(std::string_view language_code) { return as_text(language_code.starts_with("de") ? Bytes(kGermanChangelog) : Bytes(kEnglishChangelog)); }

std::vector<GuideBlock> read_guide(std::string_view text) {
  struct Mark {
    std::string_view prefix;
    GuideBlockKind kind;
  };
  static constexpr Mark kMarks[] = {{"# ", GuideBlockKind::title}, {"## ", GuideBlockKind::heading}, {"- ", GuideBlockKind::list_item}, {"@ ", GuideBlockKind::example}};
  std::vector<GuideBlock> blocks;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    GuideBlock block{GuideBlockKind::paragraph, text.substr(0, end)};
    text.remove_prefix(std::min(end + 1, text.size()));
    if (block.text.empty()) continue;
    for (const auto& mark : kMarks)
      if (block.text.starts_with(mark.prefix)) {
        block = {mark.kind, block.text.substr(mark.prefix.size())};
        break;
      }
    if (const auto close = block.text.find("} "); block.text.starts_with('{') && close != std::string_view::npos) {
      block.section = block.text.substr(1, close - 1);
      block.text.remove_prefix(close + 2);
    }
    blocks.push_back(block);
  }
  return blocks;
}

}  // namespace fullcircle

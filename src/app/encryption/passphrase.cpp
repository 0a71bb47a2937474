#include "app/encryption/passphrase.h"

#include <array>
#include <cmath>
#include <vector>

#include "app/embedded_text.h"

namespace fullcircle {
namespace {

constexpr unsigned char kWords[] = {
#embed "../../../assets/words/passphrase.txt"
};

/// From 0 to below `count`, each as likely: draws that would favour the low ones are drawn again.
std::size_t draw_below(Random& random, std::size_t count) {
  constexpr std::size_t kDrawn = 1 << 16;
  for (;;) {
    std::array<std::byte, 2> bytes;
    random.fill(bytes);
    const auto drawn = std::to_integer<std::size_t>(bytes[0]) << 8 | std::to_integer<std::size_t>(bytes[1]);
    if (drawn < kDrawn - kDrawn % count) return drawn % count;
  }
}

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(" \n"), text.size());
    if (end > 0) words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

}  // namespace

std::span<const std::string_view> passphrase_words() {
  static const std::vector<std::string_view> words = split_words(as_text(kWords));
  return words;
}

std::string make_passphrase(Random& random) {
  const auto words = passphrase_words();
  std::string passphrase;
  for (int i = 0; i < kPassphraseWords; ++i) passphrase.append(i == 0 ? "" : " ").append(words[draw_below(random, words.size())]);
  return passphrase;
}

double passphrase_bits() { return kPassphraseWords * std::log2(static_cast<double>(passphrase_words().size())); }

}  // namespace fullcircle

// Passphrases that nobody has to think up: words drawn by chance from a list, each as likely as any other.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "app/ports.h"

namespace fullcircle {

inline constexpr int kPassphraseWords = 5;

/// The list they are drawn from: assets/words/passphrase.txt.
std::span<const std::string_view> passphrase_words();

/// Five words with spaces between them: "amber canoe lentil orbit thistle".
std::string make_passphrase(Random& random);

/// How many bits of chance are in such a passphrase: words times log2 of the length of the list.
double passphrase_bits();

}  // namespace fullcircle

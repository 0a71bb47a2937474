#include "app/encryption/passphrase.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace fullcircle;

namespace {

class ListedRandom : public Random {
 public:
  explicit ListedRandom(std::vector<unsigned> drawn) : drawn_(std::move(drawn)) {}
  void fill(std::span<std::byte> bytes) override {
    for (std::byte& byte : bytes) byte = static_cast<std::byte>(drawn_[next_++ % drawn_.size()]);
  }

 private:
  std::vector<unsigned> drawn_;
  std::size_t next_ = 0;
};

}  // namespace

TEST_CASE("the list holds enough different words, short and in small letters") {
  const auto words = passphrase_words();
  CHECK(words.size() == 1330);  // as the guide says
  CHECK(std::set(words.begin(), words.end()).size() == words.size());
  for (const auto word : words) {
    CHECK(word.size() >= 3);
    CHECK(word.size() <= 8);
    CHECK(std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; }));
  }
  CHECK(passphrase_bits() == doctest::Approx(51.886).epsilon(0.0001));
}

TEST_CASE("five words are drawn, each as likely: a draw that would favour some is drawn again") {
  const auto words = passphrase_words();
  ListedRandom lowest({0, 0});
  const std::string first(words[0]);
  CHECK(make_passphrase(lowest) == first + " " + first + " " + first + " " + first + " " + first);
  ListedRandom refused({0xFF, 0xFF, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1});
  const std::string second(words[1]);
  CHECK(make_passphrase(refused) == second + " " + second + " " + second + " " + second + " " + second);
}

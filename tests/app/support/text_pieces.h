// A large file that was chosen, in memory, each piece in a turn of its own.
#pragma once

#include <memory>
#include <string>

#include "app/incoming_file.h"
#include "app/support/manual_loop.h"

namespace fullcircle::test {

class TextPieces : public FilePieces {
 public:
  TextPieces(std::string text, ManualLoop& loop) : text_(std::move(text)), loop_(loop) {}
  std::size_t size() const override { return text_.size(); }
  void read(std::size_t at, std::size_t count, std::function<void(Result<std::string>)> done) override {
    ++read_count;
    loop_.post([alive = std::weak_ptr(alive_), this, at, count, done = std::move(done)] {
      if (alive.expired()) return;
      at >= unreadable_from ? done(fail("error.file.unreadable")) : done(text_.substr(at, count));
    });
  }

  int read_count = 0;
  std::size_t unreadable_from = std::string::npos;

 private:
  const std::string text_;
  ManualLoop& loop_;
  std::shared_ptr<int> alive_ = std::make_shared<int>();
};

/// As the page hands it over: a long one with no more than its beginning.
inline IncomingFile chosen_file(std::string name, const std::string& text, ManualLoop& loop, std::size_t unreadable_from = std::string::npos) {
  constexpr std::size_t kHeadBytes = 100'000;
  if (text.size() <= kHeadBytes) return {std::move(name), text};
  auto pieces = std::make_shared<TextPieces>(text, loop);
  pieces->unreadable_from = unreadable_from;
  return {std::move(name), text.substr(0, kHeadBytes), std::move(pieces)};
}

}  // namespace fullcircle::test

// A text that is being written while the record behind it may change: what came in shows, unless the person has typed.
#pragma once

#include <string>

namespace fullcircle {

struct DraftText {
  std::string text;
  std::string stored;

  void follow(const std::string& now) {
    if (text == stored) text = now;
    stored = now;
  }
  bool is_changed() const { return text != stored; }
};

}  // namespace fullcircle

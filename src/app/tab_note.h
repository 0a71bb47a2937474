// A word that one tab keeps for itself.
#pragma once

#include <string>
#include <string_view>

namespace fullcircle {

/// Found again when the page is loaded anew in the same tab; empty at first. No other tab sees it.
class TabNote {
 public:
  virtual ~TabNote() = default;
  virtual void write(std::string_view text) = 0;
  virtual std::string read() = 0;
};

}  // namespace fullcircle

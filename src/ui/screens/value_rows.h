// A short table of what a figure is made of: words at the left, the figure at the right.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "ui/widgets/ui.h"

namespace fullcircle {

struct ValueRow {
  std::string_view label, value;
  bool strong = false;  ///< the result
};

/// Cuts the rows from the top of `area`; long words wrap.
void draw_value_rows(ui::Ui& ui, Rect& area, std::span<const ValueRow> rows, std::string_view name);

/// The same with words of its own, under a heading.
class ValueTable {
 public:
  void add(std::string label, std::string value, bool strong = false) { words_.push_back({std::move(label), std::move(value), strong}); }
  /// Draws nothing without rows.
  void draw(ui::Ui& ui, Rect& area, std::string_view title) const;

 private:
  struct Words {
    std::string label, value;
    bool strong;
  };
  std::vector<Words> words_;
};

}  // namespace fullcircle

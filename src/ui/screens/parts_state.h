// What the page of parts keeps from frame to frame.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "model/day.h"
#include "ui/widgets/palette.h"
#include "ui/widgets/table.h"

namespace fullcircle::ui {

struct PartsState {
  std::string name, filled = "Mara", wrong_date = "31.13.26";
  bool off_box = false, on_box = true, off_switch = false, on_switch = true;
  int segment = 0, minutes = 1;

  // The second section.
  std::string search, long_text, note = "She kept everyone informed.";
  std::optional<double> weight = 40;
  std::optional<Day> due;
  int person = 3, tab = 0, radio = 1, file = 1;
  std::optional<int> rating = 4, compact_rating;
  std::array<std::string, 3> comment{"Planning of the return labels, first week of October.",
                                     "You asked both engineers and the buyer for concerns before you set the date.", ""};
  bool dialog = false, confirm = false, popover = false;
  PaletteState palette;
  TableState table, long_table;
  int moved_person = -1, moved_to = -1;
};

}  // namespace fullcircle::ui

// What the page of parts keeps from frame to frame.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "model/day.h"

namespace fullcircle::ui {

struct PartsState {
  std::string name, filled = "Mara", wrong_date = "31.13.26";
  bool off_box = false, on_box = true, off_switch = false, on_switch = true;
  int segment = 0, minutes = 0;
};

}  // namespace fullcircle::ui

// Calibration: the nine-box or the table of a cycle, its distributions, and the moves with their reasons.
#pragma once

#include "app/commands/calibration_commands.h"
#include "app/intents.h"
#include "app/memo.h"
#include "ui/screens/result_screen.h"
#include "ui/widgets/table.h"

namespace fullcircle {

/// A move that is being entered.
struct MoveForm {
  Id<Review> review;
  CalibrationMove move;
  MoveProblem problem = MoveProblem::none;  ///< of the last try
};

struct CalibrationState {
  Id<ReviewCycle> cycle;  ///< none: the current one
  bool as_table = false;
  bool hides_names = false;
  ui::TableState table;
  std::optional<MoveForm> form;
  Memo<CalibrationView, Id<ReviewCycle>> view;
  bool explains = false;  ///< what the figures of the whole are made of is open
  Id<Review> explained;   ///< whose number is open
  ResultState terms;      ///< of that number
};

Intents draw_calibration(ScreenContext& screen, Rect area, CalibrationState& state);

}  // namespace fullcircle

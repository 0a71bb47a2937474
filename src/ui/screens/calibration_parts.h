// What the parts of the calibration screen share.
#pragma once

#include "app/queries/calibration_words.h"
#include "ui/screens/calibration_screen.h"

namespace fullcircle {

/// One frame of the screen.
struct CalibrationDrawing {
  ScreenContext& screen;
  const ReviewCycle& cycle;
  const CalibrationView& shown;
  CalibrationState& state;

  bool is_closed() const { return cycle.calibration_closed_at.has_value(); }
  /// The name, or a number while names are hidden.
  std::string name_of(std::size_t person) const { return words().name(shown, person, state.hides_names); }
  std::vector<std::string> names() const { return words().names(shown, state.hides_names); }
  std::vector<std::string> unit_names() const { return words().unit_names(screen.view, shown); }
  /// Hidden people have no tint of their own either.
  std::uint64_t tint_of(std::size_t person) const;
  CalibrationWords words() const { return {screen.language, screen.formats, cycle}; }
  std::string score_text(std::optional<double> score) const { return words().score(score); }
  std::string label_of(std::optional<std::size_t> band) const { return words().label(band); }
  std::string_view level_text(std::optional<NineBoxLevel> level) const;
};

/// Opens the dialog for this person; a cell one was dropped on fills it in. Once calibration is closed, the terms of their result.
void open_move(const CalibrationDrawing& drawing, std::size_t person, std::optional<int> cell = {});
Intents draw_move_dialog(const CalibrationDrawing& drawing);

/// Opens the terms of one of this person's results: before, the shift, or after. Out: false where no terms are kept.
bool open_terms(const CalibrationDrawing& drawing, std::size_t person, ShownNumber number);
/// Makes `rect` open them, by pointer and keyboard; draw the number over it. `shown`: as it stands there.
void terms_button(const CalibrationDrawing& drawing, const Rect& rect, std::size_t person, ShownNumber number, std::string_view shown);
/// The dialog with the terms that were opened; call it in every frame.
void draw_calibration_terms(const CalibrationDrawing& drawing, Intents& intents);

/// The way to what the figures of the whole are made of; cut from the top of `area`.
void figures_link(const CalibrationDrawing& drawing, Rect& area);
/// Their dialog; call it in every frame.
void draw_calibration_figures(const CalibrationDrawing& drawing, Intents& intents);

void draw_nine_box(const CalibrationDrawing& drawing, Rect& area);
void draw_calibration_table(const CalibrationDrawing& drawing, Rect& area);
/// Distributions by department, the guide, the moves, and who is not placed yet.
Intents draw_calibration_aside(const CalibrationDrawing& drawing, Rect& area);

}  // namespace fullcircle

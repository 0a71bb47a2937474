// The pieces of the page of a result: head, charts, findings, comments, how the overall is computed.
#pragma once

#include "app/reports/result_words.h"
#include "ui/screens/result_screen.h"

namespace fullcircle {

/// What all pieces read.
struct ResultDrawing {
  ScreenContext& screen;
  const ShownResult& shown;
  const ResultWords& words;
  ResultState& state;

  const ResultPage& page() const { return shown.page; }
  /// Whether this is the result itself, and not the copy that was released: only there the lead writes.
  bool is_computed() const { return !shown.page.is_released_copy(); }
  /// A released copy holds no agreement of the raters.
  bool opens(ShownNumber number) const { return is_computed() || (number != ShownNumber::agreement && number != ShownNumber::criterion_agreement); }
  void open(NumberKey which) const {
    state.opened = std::move(which);
    state.turned.clear();
  }
};

/// Makes `rect` open a number's terms: hover, focus, Enter. Draw the number over it.
ui::Behaviour number_button(const ResultDrawing& drawing, const Rect& rect, const NumberKey& which, std::string_view name = {});

void draw_result_head(const ResultDrawing& drawing, Rect& area);
/// Radar beside bars, or above them where the width is short; the notes on hidden groups below.
void draw_result_charts(const ResultDrawing& drawing, Rect& area);
/// Blind spots, hidden strengths and comments.
void draw_result_findings(const ResultDrawing& drawing, Rect& area);
/// The overall rating by its parts.
void draw_result_overall(const ResultDrawing& drawing, Rect& area);
/// The dialog with the terms of the number that was opened; call it in every frame. `about`: whose it is, on screens with several people.
void draw_result_terms(const ResultDrawing& drawing, Intents& intents, std::string_view about = {});

/// Agreement as one to three blocks; 0 where it may not be shown.
int agreement_blocks(const rating::Maybe<rating::AgreementWord>& word);

}  // namespace fullcircle

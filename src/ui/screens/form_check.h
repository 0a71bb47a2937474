// The last pages of a form: what is still open and what is given away, and what to do once it was.
#pragma once

#include "ui/screens/form_answering.h"

namespace fullcircle {

struct FormCheckResult {
  std::optional<std::size_t> open_step;  ///< "answer it now"
  bool back = false, deliver = false, change = false, leave = false, give_back = false;
};

/// Drawn from the top of `area`, which is cut.
FormCheckResult draw_form_check(ScreenContext& screen, Rect& area, const AnsweredForm& form, const std::vector<FormStep>& steps,
                                const FormAnswers& draft, bool take_focus);
FormCheckResult draw_form_delivered(ScreenContext& screen, Rect& area, const AnsweredForm& form, bool take_focus);

}  // namespace fullcircle

// One page of a form: the questions with their answers and comments.
#pragma once

#include "ui/screens/form_answering.h"

namespace fullcircle {

struct QuestionPlace {
  std::size_t index = 0, count = 0;
  bool take_focus = false;
};

/// Drawn from the top of `area`, which is cut. Figure keys choose a rating wherever the focus is, except in a text. Out: changed.
bool draw_form_question(ScreenContext& screen, Rect& area, const AnsweredForm& form, const FormStep& step, const QuestionPlace& place,
                        FormAnswers& draft);

}  // namespace fullcircle

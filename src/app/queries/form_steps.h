// A form as somebody walks through it: one page after the other, and what of it is answered.
#pragma once

#include <string_view>
#include <vector>

#include "model/feedback_request.h"
#include "model/review_form.h"

namespace fullcircle {

/// One page: a question that is rated or chosen, or the open questions of a section that stand side by side.
struct FormStep {
  std::string title;
  std::vector<const FormItem*> items;  ///< never empty; of the sections given
};

/// The sections must outlive the steps. A question is called like its section, with a number where the section has several.
std::vector<FormStep> make_form_steps(const std::vector<FormSection>& sections);

/// What one person has answered so far.
struct FormAnswers {
  std::vector<Answer> answers;
  std::vector<Comment> comments;
  bool operator==(const FormAnswers&) const = default;

  /// The answer to an item; empty when there is none yet.
  Answer answer(std::string_view item) const;
  Comment comment(std::string_view item) const;
  /// Takes the place of what was answered before; the items keep the order in which they were answered first.
  void set(const Answer& answer);
  void set(const Comment& comment);
};

/// Rated, chosen, not judged on purpose, or, for open questions, at least one of them written.
bool is_answered(const FormStep& step, const FormAnswers& given);
int count_answered(const std::vector<FormStep>& steps, const FormAnswers& given);
/// Whether the form wants an answer: any of its questions is required.
bool is_required(const FormStep& step);

/// The words of a question with the name of the person rated in the place of {{name}}.
std::string question_text(std::string_view text, std::string_view name);

}  // namespace fullcircle

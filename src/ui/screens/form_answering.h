// The form that somebody fills in about a person: feedback, the own view, the manager's view. One question at a time, then what is
// still open and what will be given away, then what to do next. Knows nothing of where answers are kept.
#pragma once

#include "app/queries/form_steps.h"
#include "ui/screens/screen.h"

namespace fullcircle {

/// Where the answers go when they are finished.
enum class AnswerDelivery : std::uint8_t {
  file,      ///< a file that the person gives to whoever asked
  in_place,  ///< into this workspace, which asked
  self,      ///< the own view of the person reviewed
  manager,   ///< the manager's view
};

/// What a screen gives to the form in each frame.
struct AnsweredForm {
  RecordId id;                  ///< tells forms apart: with another one, the form starts anew
  AnswerDelivery delivery = AnswerDelivery::file;
  std::string title, caption;
  std::uint64_t person = 0;
  std::string subject_name;
  std::string asked_by;
  std::string coaching_wish;
  std::string file_name;        ///< of the file, with AnswerDelivery::file
  std::string goes_back_to;     ///< who gets the member's file, with AnswerDelivery::self on the member's own device
  const std::vector<FormSection>* sections = nullptr;
  double scale_low = 1, scale_high = 5;
  RaterGroup group = RaterGroup::peer;
  int anonymity_minimum = 3;
  FormAnswers kept;             ///< as they are stored now
  bool is_delivered = false;
  std::optional<Instant> delivered_at;  ///< with AnswerDelivery::file
  bool is_encrypted = false;    ///< the file, to the key of whoever asked
  const FileContents* contents = nullptr;  ///< of the file as it would be now, where it is about to be made
};

enum class AnsweringPart : std::uint8_t { questions, check, delivered };

struct FormAnsweringState {
  RecordId form;
  FormAnswers draft;            ///< as they stand on the screen
  FormAnswers kept;             ///< as they were given out to be stored last
  std::optional<double> changed_at_ms;  ///< not given out yet since then
  AnsweringPart part = AnsweringPart::questions;
  std::size_t shown = 0;
  std::optional<std::optional<Instant>> delivered_before;  ///< a file is being made; when the one before it was
  bool wants_focus = false;     ///< another page was just opened: its first control gets the focus
};

struct FormAnsweringResult {
  bool keep = false;            ///< state.draft is to be stored as a draft
  bool deliver = false;         ///< and to be handed on
  bool leave = false;
  bool give_back = false;       ///< the member's file is to be saved
};

/// In: `window` is the whole window.
FormAnsweringResult draw_form_answering(ScreenContext& screen, Rect window, const AnsweredForm& form, FormAnsweringState& state);

/// Whether the answers of this form are shown with the name of who gave them.
bool names_the_rater(const AnsweredForm& form);
/// Who will see the answers, in one sentence.
std::string who_sees(const ScreenContext& screen, const AnsweredForm& form);
/// The verb on the button that finishes: "Export answer", "Hand in".
std::string_view deliver_label(const ScreenContext& screen, const AnsweredForm& form);
Icon deliver_icon(const AnsweredForm& form);

}  // namespace fullcircle

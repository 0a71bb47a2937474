#include "ui/screens/feedback_dialog.h"

#include <array>

#include "ui/screens/screen_parts.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/comment_field.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/form.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/states.h"
#include "ui/widgets/text_field.h"

namespace fullcircle {
namespace {

bool is_empty(const Feedback& feedback) { return feedback.text.empty() && feedback.situation.empty() && feedback.behaviour.empty() && feedback.impact.empty(); }

void draw_kind(ScreenContext& screen, Rect& body, Feedback& feedback) {
  std::array<ui::Segment, enum_size<FeedbackKind>()> kinds;
  for (std::size_t i = 0; i < kinds.size(); ++i) kinds[i].label = screen.language.name_of(static_cast<FeedbackKind>(i));
  int chosen = static_cast<int>(feedback.kind);
  if (ui::segmented(screen.ui, body.cut_top(32), screen.tr("quick_feedback.kind"), kinds, chosen)) feedback.kind = static_cast<FeedbackKind>(chosen);
  body.skip(16);
}

void draw_parts(ScreenContext& screen, Rect& body, Feedback& feedback) {
  const auto parts = screen.tr("quick_feedback.parts");
  const Rect field = ui::form_row_begin(screen.ui, body, parts, {.optional = screen.tr("common.optional")});
  std::array<std::string, 3> values{feedback.situation, feedback.behaviour, feedback.impact};
  const std::array<ui::CommentPart, 3> words{{{screen.tr("answer.situation"), screen.tr("answer.situation_how")},
                                              {screen.tr("answer.behaviour"), screen.tr("answer.behaviour_how")},
                                              {screen.tr("answer.impact"), screen.tr("answer.impact_how")}}};
  float height = 0;
  if (ui::comment_field(screen.ui, field, parts, values, words, &height)) {
    feedback.situation = values[0];
    feedback.behaviour = values[1];
    feedback.impact = values[2];
  }
  ui::form_row_end(screen.ui, body, height, {});
}

}  // namespace

void open_feedback(FeedbackDialogState& state, const ScreenContext& screen, Id<Person> about) {
  state.is_open = true;
  // What was written before the dialog was left is still there, for the same person.
  if (!is_empty(state.feedback) && state.feedback.about == about) return;
  state.feedback = Feedback();
  state.feedback.id = Id<Feedback>(screen.new_id());
  state.feedback.author = screen.view.me;
  state.feedback.about = about;
  state.feedback.day = screen.view.today;
}

Intents draw_feedback_dialog(ScreenContext& screen, FeedbackDialogState& state) {
  Intents intents;
  if (!state.is_open) return intents;
  auto& ui = screen.ui;
  Feedback& feedback = state.feedback;
  const std::string& name = screen.view.name_of(feedback.about);
  const std::string title = screen.tr("quick_feedback.title", {{"name", name}});
  auto options = form_dialog(screen, title, screen.tr("quick_feedback.save"), 600);
  options.confirm_disabled = is_empty(feedback);
  ui::Dialog dialog(ui, "feedback", options);
  Rect body = dialog.body();
  if (const Person* person = screen.view.find(feedback.about); person && !person->coaching_wish.empty())
    body.skip(ui::note(ui, body, Icon::info, person->coaching_wish) + 12);
  draw_kind(screen, body, feedback);
  words_row(screen, body, screen.tr("quick_feedback.text"), feedback.text);
  draw_parts(screen, body, feedback);
  ui::checkbox(ui, body.cut_top(28), screen.tr("quick_feedback.private"), feedback.is_private);
  ui.text(body.cut_top(20), ui::type::caption, ui.c.ink3, screen.tr("quick_feedback.private_how", {{"name", name}}));
  switch (dialog.result()) {
    case ui::Dialog::Result::none: break;
    case ui::Dialog::Result::cancelled: state.is_open = false; break;
    case ui::Dialog::Result::confirmed: {
      Edit edit("edit.feedback.add");
      edit.create(feedback);
      intents.edits.push_back(std::move(edit));
      state = FeedbackDialogState();
      break;
    }
  }
  return intents;
}

}  // namespace fullcircle

#include <algorithm>

#include "app/queries/cycle_progress.h"
#include "ui/screens/cycle_parts.h"
#include "ui/screens/requests_parts.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/form.h"

namespace fullcircle {
namespace {

std::vector<RaterChoice> asked_before(const ModelView& view, Id<Person> subject, const ReviewCycle& cycle) {
  std::vector<RaterChoice> asked;
  for (const FeedbackRequest* request : requests_to_others(view, subject, cycle.id)) asked.push_back({subject, request->rater, request->group});
  return asked;
}

/// The requests, the people from outside they go to, and a place in the review for a subject who has none yet.
Edit ask_edit(ScreenContext& screen, const ReviewCycle& cycle, const AskState& ask) {
  Edit edit("edit.request.add");
  for (const Person& person : ask.draft.new_people)
    if (std::ranges::contains(ask.draft.raters, person.id, &RaterChoice::rater)) edit.create(person);
  const Id<Person> subject = ask.draft.subject;
  const bool joins = !screen.view.review(subject, cycle.id);
  add_participant(edit, screen.view, cycle, subject, usual_agenda(screen), screen.new_id);
  if (joins) add_request(edit, screen.view, cycle, {subject, subject, RaterGroup::self}, screen.new_id, screen.new_token);
  for (const RaterChoice& choice : ask.draft.raters) add_request(edit, screen.view, cycle, choice, screen.new_id, screen.new_token, ask.due_day);
  return edit;
}

}  // namespace

Intents draw_ask(ScreenContext& screen, const ReviewCycle& cycle, RequestsState& state) {
  Intents intents;
  if (!state.ask) return intents;
  AskState& ask = *state.ask;
  const int count = static_cast<int>(ask.draft.raters.size());
  const std::string confirm = ask_label(screen, ask.draft.raters.size());
  ui::Dialog dialog(screen.ui, "ask", {.title = screen.tr("requests.ask_title"), .width = 560, .confirm = confirm, .cancel = screen.tr("action.cancel"),
                                       .close = screen.tr("action.close"), .confirm_disabled = count == 0 || !ask.draft.subject});
  const PersonChoices& people = state.people.get(screen.view, [&] { return compute_person_choices(screen.view, screen.text, PeopleAsked::with_externals); });
  Rect body = dialog.body();
  Id<Person> subject = ask.draft.subject;
  const std::string_view about = screen.tr("requests.ask_about");
  if (person_field(screen, ui::form_row(screen.ui, body, about), about, people, subject)) ask.draft = {.subject = subject};
  if (ask.draft.subject) {
    ui::form_row_begin(screen.ui, body, screen.tr("requests.ask_who"));
    draw_rater_draft(screen, body, ask.draft, people, cycle.rules, asked_before(screen.view, ask.draft.subject, cycle));
    body.skip(16);
  }
  const std::string_view due = screen.tr("requests.ask_due");
  day_row(screen, body, due, ask.due_day, 200);
  switch (dialog.result()) {
    case ui::Dialog::Result::none: break;
    case ui::Dialog::Result::cancelled: state.ask.reset(); break;
    case ui::Dialog::Result::confirmed:
      intents.edits.push_back(ask_edit(screen, cycle, ask));
      state.ask.reset();
      break;
  }
  return intents;
}

}  // namespace fullcircle

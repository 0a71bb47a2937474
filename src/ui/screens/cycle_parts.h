// The pieces of the page of a review cycle, shared by setting up and running.
#pragma once

#include "ui/screens/cycle_screen.h"

namespace fullcircle {

/// One line of the participants.
struct ParticipantLine {
  Id<Person> person;
  std::string raters;     ///< "5 raters", "3 of 5 received"
  bool is_warning = false;
  std::string warning;
};
enum class ParticipantAction : std::uint8_t { none, open, remove };
struct ParticipantResult {
  ParticipantAction action = ParticipantAction::none;
  Id<Person> person;
};
/// The table of participants; `can_remove` gives each row a cross. `line_of` is asked for rows in view only.
ParticipantResult draw_participants(ScreenContext& screen, Rect& area, const std::vector<Id<Person>>& people, bool can_remove, ui::TableState& table,
                                    const std::function<ParticipantLine(Id<Person>)>& line_of);

/// A choice of people who are not taken yet, and a button for all of them. Out: whom to add.
std::vector<Id<Person>> draw_participant_picker(ScreenContext& screen, Rect& area, CycleSetupState& state, const std::function<bool(Id<Person>)>& is_taken);

/// Start and end of each stage. Out: changed.
bool draw_dates(ScreenContext& screen, Rect& area, std::vector<CycleStage>& stages);
/// Weights and the smallest group as fields.
void draw_rule_fields(ScreenContext& screen, Rect& area, RatingRules& rules);
/// The same as text, for a cycle that runs.
void draw_rules(ScreenContext& screen, Rect& area, const RatingRules& rules);

/// Name, questions, and a way to edit them. With `choice` the form can be exchanged.
void draw_form_choice(ScreenContext& screen, Rect& area, Id<ReviewForm>& form, bool can_choose, CycleSetupState& state);
/// The dialog with the questions, while it is open.
Intents draw_form_editor(ScreenContext& screen, CycleSetupState& state);

/// What a conversation of a new review goes through.
std::vector<AgendaPoint> usual_agenda(const ScreenContext& screen);


Intents draw_cycle_setup(ScreenContext& screen, Rect area, CycleSetupState& state);
Intents draw_cycle_running(ScreenContext& screen, Rect area, const ReviewCycle& cycle, CycleSetupState& state);

}  // namespace fullcircle

// The parts of a person's page; each cuts what it draws from the top of `area`.
#pragma once

#include "ui/screens/person_screen.h"

namespace fullcircle {

using GoalsShown = std::vector<std::pair<const Goal*, GoalStatus>>;

void draw_strengths(ScreenContext& screen, Rect& area, const Strengths& strengths, Intents& intents);
void draw_person_goals(ScreenContext& screen, Rect& area, const Person& person, const GoalsShown& goals, std::size_t most, Intents& intents);
void draw_person_feedback(ScreenContext& screen, Rect& area, const Person& person, const std::vector<const Feedback*>& feedback, std::size_t most, Intents& intents);
void draw_person_conversations(ScreenContext& screen, Rect& area, const Person& person, Intents& intents);
/// The results of the cycles as lines, and whether they changed by more than noise; nothing with fewer than two. `opened`: the change asked about.
void draw_result_trend(ScreenContext& screen, Rect& area, const std::vector<TrendPoint>& trend, const std::vector<PersonChange>& changes,
                       std::optional<std::size_t>& opened, Intents& intents);
/// One sentence for each change, which opens its terms.
void draw_person_changes(ScreenContext& screen, Rect& area, const std::vector<PersonChange>& changes, std::optional<std::size_t>& opened);
/// The dialog with the terms of the change that was opened; call it in every frame.
void draw_change_terms(ScreenContext& screen, const std::vector<PersonChange>& changes, std::optional<std::size_t>& opened, Intents& intents);
void draw_wellbeing_chart(ScreenContext& screen, Rect& area, const Person& person, const std::vector<const CheckIn*>& values);
void draw_plan_summary(ScreenContext& screen, Rect& area, const Person& person, const DevelopmentPlan* plan, Intents& intents);
void draw_person_timeline(ScreenContext& screen, Rect& area, const Person& person, const std::vector<TimelineEvent>& events, std::size_t most, Intents& intents);

}  // namespace fullcircle

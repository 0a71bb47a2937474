// The parts of a person's page; each cuts what it draws from the top of `area`.
#pragma once

#include "ui/screens/person_screen.h"

namespace fullcircle {

using GoalsShown = std::vector<std::pair<const Goal*, GoalStatus>>;

void draw_strengths(ScreenContext& screen, Rect& area, const Strengths& strengths, Intents& intents);
void draw_person_goals(ScreenContext& screen, Rect& area, const Person& person, const GoalsShown& goals, std::size_t most, Intents& intents);
void draw_person_feedback(ScreenContext& screen, Rect& area, const Person& person, const std::vector<const Feedback*>& feedback, std::size_t most, Intents& intents);
void draw_person_conversations(ScreenContext& screen, Rect& area, const Person& person, Intents& intents);
/// The results of the cycles as lines; nothing with fewer than two.
void draw_result_trend(ScreenContext& screen, Rect& area, const std::vector<TrendPoint>& trend, Intents& intents);
void draw_wellbeing_chart(ScreenContext& screen, Rect& area, const Person& person, const std::vector<const CheckIn*>& values);
void draw_plan_summary(ScreenContext& screen, Rect& area, const Person& person, const DevelopmentPlan* plan, Intents& intents);
void draw_person_timeline(ScreenContext& screen, Rect& area, const Person& person, const std::vector<TimelineEvent>& events, std::size_t most, Intents& intents);

}  // namespace fullcircle

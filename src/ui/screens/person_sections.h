// The parts of a person's page; each cuts what it draws from the top of `area`.
#pragma once

#include "ui/screens/person_screen.h"

namespace fullcircle {

using GoalsShown = std::vector<std::pair<const Goal*, GoalStatus>>;

void draw_strengths(ScreenContext& screen, Rect& area, const Strengths& strengths, PersonState& state, Intents& intents);
/// `explains`: what the goals come to together was asked about.
void draw_person_goals(ScreenContext& screen, Rect& area, const Person& person, const PersonView& view, std::size_t most, bool& explains, Intents& intents);
/// The dialog with every goal in that sum; call it in every frame.
void draw_person_goal_terms(ScreenContext& screen, const PersonGoalTerms& terms, bool& is_open, Intents& intents);
void draw_person_feedback(ScreenContext& screen, Rect& area, const Person& person, const std::vector<const Feedback*>& feedback, std::size_t most, Intents& intents);
void draw_person_conversations(ScreenContext& screen, Rect& area, const Person& person, Intents& intents);
/// The results of the cycles as lines, and whether they changed by more than noise; nothing with fewer than two. In: `trend`: of whole results,
/// which say what may be followed.
void draw_result_trend(ScreenContext& screen, Rect& area, const std::vector<TrendPoint>& trend, const FollowedTrend& followed, PersonState& state, Intents& intents);
/// `places`: decimals of the rating that was clicked.
void open_rating_terms(PersonState& state, Id<Review> review, const std::string& criterion, int places);
/// The dialog with the terms of that rating; call it in every frame.
void draw_rating_terms(ScreenContext& screen, PersonState& state, Intents& intents);
/// One sentence for each change, which opens its terms.
void draw_person_changes(ScreenContext& screen, Rect& area, const std::vector<PersonChange>& changes, std::optional<std::size_t>& opened);
/// The dialog with the terms of the change that was opened; call it in every frame.
void draw_change_terms(ScreenContext& screen, const FollowedTrend& followed, std::optional<std::size_t>& opened, Intents& intents);
/// Nothing with fewer than two values. `explains`: the change was asked about.
void draw_wellbeing_chart(ScreenContext& screen, Rect& area, const Person& person, const std::vector<const CheckIn*>& values, bool& explains);
/// The dialog with the terms of the change; call it in every frame.
void draw_wellbeing_terms(ScreenContext& screen, const std::vector<const CheckIn*>& values, bool& is_open);
/// The line between two sections of the aside.
void aside_line(ScreenContext& screen, Rect& area);
void draw_plan_summary(ScreenContext& screen, Rect& area, const Person& person, const DevelopmentPlan* plan, Intents& intents);
void draw_person_timeline(ScreenContext& screen, Rect& area, const Person& person, const std::vector<TimelineEvent>& events, std::size_t most, Intents& intents);

}  // namespace fullcircle

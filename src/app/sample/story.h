// The sample team of 14 people: Northside, a supplier of machine parts, half way through its review.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "app/sample/sample_writer.h"

namespace fullcircle {

/// Days from today at which the story's half-years began and end.
inline constexpr int kGoalsAgreedDay = -66;
inline constexpr int kPreviousCycleShift = -182;

/// What the parts of the story know of each other. Built in the order of the functions below.
struct Story {
  explicit Story(SampleWriter& sample_writer) : writer(sample_writer) {}

  SampleWriter& writer;
  Id<Workspace> workspace;
  std::map<std::string, Id<Unit>, std::less<>> units;
  std::map<std::string, Id<Role>, std::less<>> roles;
  std::map<std::string, Id<Person>, std::less<>> people;            ///< by key: "mara"
  std::map<std::string, Id<Person>, std::less<>> managers;
  std::map<std::string, Id<Competency>, std::less<>> competencies;  ///< by key: "collaboration"
  std::map<std::string, Id<Goal>, std::less<>> goals;
  ReviewForm form;
  std::vector<Competency> competency_records;
  RatingRules rules;
  Id<ReviewCycle> cycle, previous_cycle;
  std::map<std::string, Id<DevelopmentAction>, std::less<>> last_actions;  ///< what was agreed in the last conversation

  Id<Person> person(std::string_view key) const { return people.find(key)->second; }
  std::string text(std::string_view key) const { return writer.text(key); }
};

/// Units, roles, people, competencies, values and the workspace itself.
void build_story_team(Story& story, const SampleOptions& options);
void build_story_goals(Story& story);
/// Ids for what was agreed last time, so that the conversation and the plan can name the same actions.
void draw_last_actions(Story& story);
/// Both cycles with their reviews; the earlier one ends with a signed conversation.
void build_story_cycles(Story& story);
/// Who was asked, and what came back.
void build_story_requests(Story& story);
void build_story_previous_answers(Story& story);
/// Words between reviews: feedback and check-ins.
void build_story_feedback(Story& story);
void build_story_growth(Story& story);
/// What happened to the records after they were written: releases, signatures, adjusted goals.
void replay_story(Document& document, const Story& story);

/// One person's answers to the form of the story: a rating for each competency in the form's order.
FeedbackResponse make_story_response(Story& story, Id<ReviewCycle> cycle, std::string_view subject, RaterGroup group,
                                     const std::vector<int>& ratings);

}  // namespace fullcircle

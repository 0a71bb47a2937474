// A person's 360° result as it may be shown: figures with their terms, and comments that give nobody away.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/queries/team_results.h"
#include "rating/review_result.h"

namespace fullcircle {

/// One written answer, without anything that says who wrote it.
struct ResultComment {
  std::string text;       ///< the three parts joined, or the free text
  std::string situation, behaviour, impact;
  CommentTone tone = CommentTone::neutral;
  std::string column;     ///< key of the RaterColumn it belongs to ("peer", "customer+report")
  std::string criterion;  ///< name of the competency or value; empty for open questions
};

struct ReviewResultView {
  const Review* review = nullptr;
  const Person* person = nullptr;
  const ReviewCycle* cycle = nullptr;
  rating::ReviewResult result;
  std::map<std::string, std::string> names;  ///< of goals, competencies, values and form items, by the keys the terms use
  std::vector<ResultComment> comments;       ///< in an order that says nothing about who came first
  int hidden_comments = 0;                   ///< of groups that are left out
  int answers_in = 0;                        ///< without self
  int answers_asked = 0;
};

/// Columns are named by rater_group enumerators. Everything obeys the anonymity of the cycle's rules, comments too.
ReviewResultView compute_review_result_view(const ModelView& view, const Review& review, CountedAnswers counted = CountedAnswers::all);

/// The figures and their terms; for the numbers of many people, see TeamResults.
rating::ReviewResult compute_result(const ModelView& view, const Review& review);

/// The competency or value an item asks about; empty for an open question.
std::string criterion_name(const ModelView& view, const FormItem& item);

}  // namespace fullcircle

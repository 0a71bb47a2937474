// A cycle's form and rules as its results are computed from, and the answers about one person in that layout.
#pragma once

#include <string>
#include <vector>

#include "app/model_view.h"
#include "rating/review_numbers.h"

namespace fullcircle {

/// Which answers count.
enum class CountedAnswers : std::uint8_t {
  all,
  shown_before,  ///< of the anonymous ones only those behind the result that was released last
};
/// Those for what the view is for: on paper the ones behind the release.
inline CountedAnswers counted_answers(const ModelView& view) { return view.paper ? CountedAnswers::shown_before : CountedAnswers::all; }
/// Whether it was handed in for this review, and counts.
bool is_counted(const Review& review, const FeedbackResponse& response, CountedAnswers counted);

/// Whether a group answers without names: neither the person nor the manager.
bool is_anonymous(RaterGroup group);

/// Rates the reviews of one cycle. Numbers and explanations read the records through this, so that they speak of the same.
class CycleRating {
 public:
  CycleRating(const ModelView& view, Id<ReviewCycle> cycle);

  /// Everything about the form and the rules; no answers, goals or calibration.
  const rating::ReviewInput& form() const { return form_; }
  /// Out: holds until the next call.
  const rating::ReviewNumbers& rate(const ModelView& view, const Review& review, CountedAnswers counted = CountedAnswers::all);
  /// How many of the answers last rated came from others than the person.
  int answers_of_others() const { return answers_of_others_; }
  /// The same review with names, for its explanation.
  rating::ReviewInput explained_input(const ModelView& view, const Review& review, CountedAnswers counted = CountedAnswers::all);

 private:
  void read_answers(const ModelView& view, const Review& review, CountedAnswers counted);
  void read_row(const FeedbackResponse& response, double* row) const;
  void read_goals(const ModelView& view, const Review& review);

  rating::ReviewInput form_;
  std::vector<std::string> items_;  ///< keys of the rated questions
  rating::ReviewRater rater_;
  std::vector<std::uint8_t> groups_;
  std::vector<double> answers_;
  std::vector<rating::GoalFacts> goals_;
  int answers_of_others_ = 0;
};

/// The questions of a form, in its order.
std::vector<const FormItem*> items_of(const ReviewForm* form);
const ReviewForm* form_of(const ModelView& view, Id<ReviewCycle> cycle);

rating::Bands bands_of(const RatingRules& rules);

}  // namespace fullcircle

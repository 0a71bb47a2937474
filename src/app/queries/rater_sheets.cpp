#include "app/queries/rater_sheets.h"

#include <algorithm>

#include "app/queries/released_result.h"
#include "app/queries/shown_answers.h"
#include "exchange/answer_file.h"

namespace fullcircle {
namespace {

/// What a slice may cost, counted in requests read.
constexpr std::size_t kSlice = 4096, kPersonCosts = 64;

RaterSheet read_sheet(const FeedbackResponse& response) {
  RaterSheet sheet{response.subject, response.group != RaterGroup::manager, {}, false, day_of(*response.submitted_at)};
  for (const Answer& answer : response.answers)
    if (answer.rating && !answer.is_not_observed) sheet.ratings.push_back(*answer.rating);
  sheet.has_words = std::ranges::any_of(response.comments, [](const Comment& comment) {
    return !comment.text.empty() || !comment.situation.empty() || !comment.behaviour.empty() || !comment.impact.empty();
  });
  return sheet;
}

}  // namespace

RaterSheetsReader::RaterSheetsReader(const ModelView& view, Id<ReviewCycle> cycle, const Departments& departments) : cycle_(cycle) {
  for (const FeedbackRequest& request : view.table<FeedbackRequest>().alive())
    if (request.cycle == cycle) requests_.push_back(request.id);
  for (const Person& person : view.table<Person>().alive())
    if (departments.of(person.id) >= 0) people_.push_back(person.id);
}

bool RaterSheetsReader::step(const ModelView& view) {
  for (std::size_t cost = 0; cost < kSlice && done_ < total(); ++done_) {
    if (done_ >= requests_.size()) {
      take_person(view, people_[done_ - requests_.size()]);
      cost += kPersonCosts;
    } else if (const FeedbackRequest* request = view.find(requests_[done_])) {
      rater_of_[response_id_for(request->token)] = request->rater;
      ++cost;
    }
  }
  return done_ >= total();
}

double RaterSheetsReader::share() const { return total() == 0 ? 1 : static_cast<double>(done_) / static_cast<double>(total()); }

void RaterSheetsReader::take_person(const ModelView& view, Id<Person> subject) {
  const Review* review = view.paper ? view.review(subject, cycle_) : nullptr;
  if (view.paper && !(review && review->released && goes_out(view, *review) && has_answers_as_released(view, *review))) return;
  for (const FeedbackResponse* response : view.responses_about(subject)) {
    if (response->cycle != cycle_ || !response->submitted_at || response->group == RaterGroup::self) continue;
    if (!review || is_counted(*review, *response, CountedAnswers::shown_before)) take_response(view, *response);
  }
}

void RaterSheetsReader::take_response(const ModelView& view, const FeedbackResponse& response) {
  Id<Person> rater = response.author;
  if (const auto found = rater_of_.find(response.id); !rater && found != rater_of_.end()) rater = found->second;
  if (!view.find(rater)) {
    ++unknown_;
    return;
  }
  RaterSheet sheet = read_sheet(response);
  if (!sheet.ratings.empty()) sheets_[rater].push_back(std::move(sheet));
}

}  // namespace fullcircle

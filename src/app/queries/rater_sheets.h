// The sent answers of one review cycle by who gave them, read in slices so that a page can draw in between.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/queries/insight_departments.h"

namespace fullcircle {

/// One filled-in form, its rater known.
struct RaterSheet {
  Id<Person> subject;
  bool is_anonymous = false;
  std::vector<double> ratings;
  bool has_words = false;
  Day day;
};

using SheetsByRater = std::map<RecordId, std::vector<RaterSheet>>;

/// Without the own views. On paper only what is behind a release that goes out.
class RaterSheetsReader {
 public:
  /// Answers about people of `departments`.
  RaterSheetsReader(const ModelView& view, Id<ReviewCycle> cycle, const Departments& departments);
  /// Reads a slice, some milliseconds. In: the same document, unchanged. Out: true when all was read.
  bool step(const ModelView& view);
  /// How much was read, from 0 to 1.
  double share() const;

  const SheetsByRater& sheets() const { return sheets_; }
  /// Answers whose request is no longer kept, so that nobody knows the rater.
  int unknown() const { return unknown_; }

 private:
  std::size_t total() const { return requests_.size() + people_.size(); }
  void take_person(const ModelView& view, Id<Person> subject);
  void take_response(const ModelView& view, const FeedbackResponse& response);

  Id<ReviewCycle> cycle_;
  std::vector<Id<FeedbackRequest>> requests_;
  std::vector<Id<Person>> people_;           ///< who are rated
  std::size_t done_ = 0;
  std::map<RecordId, Id<Person>> rater_of_;  ///< by response: an answer names nobody, whoever keeps the request knows who has its code
  SheetsByRater sheets_;
  int unknown_ = 0;
};

}  // namespace fullcircle

// Workspaces of any size, as large as real ones in every table: what the bench and the scripts work on.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/sample/sample_writer.h"

namespace fullcircle {

/// What the parts of a generated workspace know of each other. People are numbered; 0 is at the top.
struct Generated {
  explicit Generated(SampleWriter& sample_writer) : writer(sample_writer) {}

  struct Member {
    Id<Person> id;
    int manager = -1;
    int first_report = 0, report_count = 0;  ///< reports are consecutive numbers
    int unit = 0;
    double level = 3.6;                      ///< what others think of the work, on the scale
    Day joined;
    std::vector<Id<Goal>> goals;
  };

  SampleWriter& writer;
  Id<Workspace> workspace;
  std::vector<Member> members;
  std::vector<Id<Unit>> units;
  std::vector<Id<Goal>> unit_goals;
  std::vector<std::string> unit_names;
  std::vector<Competency> competencies;
  ReviewForm form;
  RatingRules rules;
  Id<ReviewCycle> cycle;
  ReviewCycle cycle_record;
};

/// A numbered group of texts, looked up once.
class TextPool {
 public:
  TextPool(const SampleWriter& writer, std::string_view group);
  const std::string& pick(SeededRandom& random) const { return random.pick(std::span<const std::string>(texts_)); }

 private:
  std::vector<std::string> texts_;
};

void build_generated_team(Generated& sample, const SampleOptions& options);
/// Five goals for each person, with 8 to 14 values each.
void build_generated_goals(Generated& sample);
/// Eight raters for each person as far as there are so many; two thirds have answered all 20 questions.
void build_generated_reviews(Generated& sample);
void build_generated_growth(Generated& sample);
/// Earlier cycles with what was released of them: three, or two for teams of more than kMostWithCriteria people.
void build_generated_history(Generated& sample);

}  // namespace fullcircle

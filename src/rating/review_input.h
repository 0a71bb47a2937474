// What a review's numbers are computed from: the form, its rules, and who answered what.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rating/anonymity.h"
#include "rating/bands.h"
#include "rating/goal_attainment.h"
#include "rating/scale.h"
#include "rating/self_other_gap.h"

namespace fullcircle::rating {

/// One filled-in form: the rater's group and an answer (or none) to each rating item of the form.
struct RaterSheet {
  std::string group;  ///< "self", "manager", "peers", …
  std::vector<std::optional<double>> answers;
};

/// A competency or value and the form's items that ask about it.
struct Criterion {
  std::string id;
  double weight = 1;
  std::vector<std::size_t> items;    ///< indexes into RaterSheet::answers
  std::vector<std::string> item_ids; ///< parallel to items, for the terms; may be empty
};

/// A part of the review: rated criteria or goals. With both, the goals together weigh as much as the criteria together.
struct ReviewPart {
  std::string id;  ///< "goals", "competencies", "values"
  double weight = 1;
  std::vector<Criterion> criteria;
  std::vector<GoalFacts> goals;
};

struct ReviewInput {
  std::vector<ReviewPart> parts;
  std::vector<RaterSheet> sheets;
  AnonymityPolicy anonymity;
  GapPolicy gap;
  Scale scale;                        ///< of the form
  int scale_options = 5;              ///< points of the rating scale, for agreement
  Scale attainment_scale{0, 1};       ///< the attainment that becomes scale.min and scale.max
  std::optional<double> calibration;  ///< added to the overall, e.g. +0.4
  Bands bands;
  int places = 2;
};

}  // namespace fullcircle::rating

// The workspace itself, its rating rules, and the organisation: units and roles.
#pragma once

#include <string>
#include <vector>

#include "model/value_codec.h"

namespace fullcircle {

struct Competency;
struct Person;

/// Who rates: the relation of the rater to the person rated.
enum class RaterGroup : std::uint8_t { self, manager, peer, report, other_team, customer };
FULLCIRCLE_ENUM_NAMES(RaterGroup, "rater_group", "self", "manager", "peer", "report", "other_team", "customer");

/// What an overall rating is made of.
enum class ReviewPart : std::uint8_t { goals, competencies, values };
FULLCIRCLE_ENUM_NAMES(ReviewPart, "review_part", "goals", "competencies", "values");

struct GroupWeight {
  RaterGroup group = RaterGroup::peer;
  double weight_percent = 0;
  UnknownKeys unknown;
  bool operator==(const GroupWeight&) const = default;
};
constexpr auto fields_of(GroupWeight*) {
  return std::tuple{Field{1, "group", &GroupWeight::group}, Field{2, "weight", &GroupWeight::weight_percent}};
}
static_assert(table_is_complete<GroupWeight>());

struct PartWeight {
  ReviewPart part = ReviewPart::goals;
  double weight_percent = 0;
  UnknownKeys unknown;
  bool operator==(const PartWeight&) const = default;
};
constexpr auto fields_of(PartWeight*) {
  return std::tuple{Field{1, "part", &PartWeight::part}, Field{2, "weight", &PartWeight::weight_percent}};
}
static_assert(table_is_complete<PartWeight>());

/// A named stretch of the scale: from `from` up to the next band's `from`; the top band includes its end.
struct Band {
  double from = 0;
  std::string label;
  std::optional<double> guide_percent;  ///< share of all ratings the team expects here; a guide, nothing is forced to it
  UnknownKeys unknown;
  bool operator==(const Band&) const = default;
};
constexpr auto fields_of(Band*) { return std::tuple{Field{1, "from", &Band::from}, Field{2, "label", &Band::label}, Field{3, "guide", &Band::guide_percent}}; }
static_assert(table_is_complete<Band>());

/// Everything a rating depends on besides the data. A cycle copies it when it starts, so a review keeps the rules it began under.
struct RatingRules {
  double scale_low = 1;
  double scale_high = 5;
  std::vector<Band> bands;
  std::int32_t places = 2;              ///< decimals of a shown score
  std::int32_t anonymity_minimum = 3;   ///< raters a group needs before its mean is shown, 3 to 10
  std::vector<GroupWeight> group_weights;
  std::vector<PartWeight> part_weights;
  double gap_points = 0.5;              ///< self - others from which a gap is a blind spot or hidden strength
  double goal_cap = 1;                  ///< highest attainment a goal can count with
  UnknownKeys unknown;
  bool operator==(const RatingRules&) const = default;
};
constexpr auto fields_of(RatingRules*) {
  using R = RatingRules;
  return std::tuple{Field{1, "scaleLow", &R::scale_low},        Field{2, "scaleHigh", &R::scale_high},
                    Field{3, "bands", &R::bands},               Field{4, "places", &R::places},
                    Field{5, "anonymityMinimum", &R::anonymity_minimum}, Field{6, "groupWeights", &R::group_weights},
                    Field{7, "partWeights", &R::part_weights},  Field{8, "gapPoints", &R::gap_points},
                    Field{9, "goalCap", &R::goal_cap}};
}
static_assert(table_is_complete<RatingRules>());

/// One per file: what the team is called and the rules new cycles start with.
struct Workspace {
  Id<Workspace> id;
  std::string name;
  Id<Person> lead;
  RatingRules rules;
  std::int32_t check_in_every_days = 14;
  std::string strategy;  ///< what the organisation wants to reach, in its own words
  bool is_sample = false;
};
constexpr auto fields_of(Workspace*) {
  using W = Workspace;
  return std::tuple{Field{1, "name", &W::name, Audience::team},
                    Field{2, "lead", &W::lead, Audience::team},
                    Field{3, "rules", &W::rules, Audience::team},
                    Field{4, "checkInEveryDays", &W::check_in_every_days, Audience::team},
                    Field{5, "strategy", &W::strategy, Audience::team},
                    Field{6, "isSample", &W::is_sample, Audience::team}};
}
static_assert(table_is_complete<Workspace>());

struct Unit {
  Id<Unit> id;
  std::string name;
  Id<Unit> parent;
  Id<Person> head;
};
constexpr auto fields_of(Unit*) {
  return std::tuple{Field{1, "name", &Unit::name, Audience::team}, Field{2, "parent", &Unit::parent, Audience::team},
                    Field{3, "head", &Unit::head, Audience::team}};
}
static_assert(table_is_complete<Unit>());

/// The level of a competency that a role asks for, on the rating scale.
struct ExpectedLevel {
  Id<Competency> competency;
  double level = 0;
  UnknownKeys unknown;
  bool operator==(const ExpectedLevel&) const = default;
};
constexpr auto fields_of(ExpectedLevel*) {
  return std::tuple{Field{1, "competency", &ExpectedLevel::competency}, Field{2, "level", &ExpectedLevel::level}};
}
static_assert(table_is_complete<ExpectedLevel>());

struct Role {
  Id<Role> id;
  std::string name;
  std::string purpose;
  std::vector<std::string> duties;
  std::vector<std::string> responsibilities;
  std::vector<std::string> key_areas;
  std::vector<ExpectedLevel> expected_levels;
};
constexpr auto fields_of(Role*) {
  return std::tuple{Field{1, "name", &Role::name, Audience::team},
                    Field{2, "purpose", &Role::purpose, Audience::team},
                    Field{3, "duties", &Role::duties, Audience::team},
                    Field{4, "responsibilities", &Role::responsibilities, Audience::team},
                    Field{5, "keyAreas", &Role::key_areas, Audience::team},
                    Field{6, "expectedLevels", &Role::expected_levels, Audience::team}};
}
static_assert(table_is_complete<Role>());

}  // namespace fullcircle

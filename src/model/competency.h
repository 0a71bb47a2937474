// What people are rated on besides goals: competencies and core values, each as observable behaviour.
#pragma once

#include "model/workspace.h"

namespace fullcircle {

/// What one point of the scale looks like when seen.
struct Anchor {
  std::int32_t level = 0;
  std::string label;      ///< "Usually"
  std::string behaviour;  ///< "Asks early, shares progress and changes"
  UnknownKeys unknown;
  bool operator==(const Anchor&) const = default;
};
constexpr auto fields_of(Anchor*) {
  return std::tuple{Field{1, "level", &Anchor::level}, Field{2, "label", &Anchor::label}, Field{3, "behaviour", &Anchor::behaviour}};
}
static_assert(table_is_complete<Anchor>());

struct Competency {
  Id<Competency> id;
  std::string name;
  std::string description;
  std::vector<Anchor> anchors;
  std::int32_t order = 0;  ///< position in lists and charts
};
constexpr auto fields_of(Competency*) {
  using C = Competency;
  return std::tuple{Field{1, "name", &C::name, Audience::team}, Field{2, "description", &C::description, Audience::team},
                    Field{3, "anchors", &C::anchors, Audience::team}, Field{4, "order", &C::order, Audience::team}};
}
static_assert(table_is_complete<Competency>());

struct CoreValue {
  Id<CoreValue> id;
  std::string name;
  std::string description;
  std::vector<std::string> behaviours;
  std::vector<Anchor> anchors;
  std::int32_t order = 0;
};
constexpr auto fields_of(CoreValue*) {
  using V = CoreValue;
  return std::tuple{Field{1, "name", &V::name, Audience::team}, Field{2, "description", &V::description, Audience::team},
                    Field{3, "behaviours", &V::behaviours, Audience::team}, Field{4, "anchors", &V::anchors, Audience::team},
                    Field{5, "order", &V::order, Audience::team}};
}
static_assert(table_is_complete<CoreValue>());

}  // namespace fullcircle

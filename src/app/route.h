// Where in the app a person is; written after the # of the address, so that Back works and a link can be kept.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/enum_names.h"
#include "model/id.h"

namespace fullcircle {

enum class Page : std::uint8_t {
  home, people, person, goals, requests, answer, self_review, results, result, calibration, conversations, conversation, plans, plan, insights, cycle,
  settings, conflicts, guides
};
FULLCIRCLE_ENUM_NAMES(Page, "page", "home", "people", "person", "goals", "requests", "answer", "self-review", "results", "result", "calibration",
                      "conversations", "conversation", "plans", "plan", "insights", "cycle", "settings", "conflicts", "guides");

struct Route {
  Page page = Page::home;
  RecordId record;  ///< the person, goal, review, … the page is about; none on lists
  std::string tab;  ///< which part of it: "goals", "storage"
  bool operator==(const Route&) const = default;
};

/// "person/9k3vq0x2m7c1hzt4/goals".
std::string to_text(const Route& route);
/// Errors (as nullopt): a page that does not exist, a record that is no id.
std::optional<Route> parse_route(std::string_view text);

}  // namespace fullcircle

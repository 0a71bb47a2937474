// Choosing who is asked about a person: used while a review is set up, and when somebody is asked later.
#pragma once

#include <string>
#include <vector>

#include "app/commands/cycle_commands.h"
#include "ui/screens/screen_parts.h"

namespace fullcircle {

/// The raters of one person as they are being chosen.
struct RaterDraft {
  Id<Person> subject;
  std::vector<RaterChoice> raters;
  std::vector<Person> new_people;      ///< from outside; created together with the requests to them
  std::string outside_name, outside_email;
  bool is_adding_outside = false;
};

/// List, picker and warnings. `already` are asked before: they are not offered again, and count for the size of the groups.
/// Draws from the top of `area` and cuts what it took.
void draw_rater_draft(ScreenContext& screen, Rect& area, RaterDraft& draft, const PersonChoices& people, const RatingRules& rules,
                      const std::vector<RaterChoice>& already = {});

/// "Peer", "Manager": what one rater is.
std::string_view group_role(const ScreenContext& screen, RaterGroup group);

/// "Ask 3 people"; without any only "Ask".
std::string ask_label(const ScreenContext& screen, std::size_t raters);

/// The groups that will be too small to be shown, each once.
std::vector<RaterGroup> small_groups(const RatingRules& rules, const std::vector<RaterChoice>& raters);

}  // namespace fullcircle

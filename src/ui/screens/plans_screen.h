// All development plans: whose, on what, how far, what is late.
#pragma once

#include <optional>

#include "app/memo.h"
#include "app/queries/plan_view.h"
#include "ui/screens/screen_parts.h"
#include "ui/widgets/table.h"

namespace fullcircle {

struct PlansState {
  struct Question {
    std::string filter;
    int sort_column = -1;
    bool descending = false;
    bool operator==(const Question&) const = default;
  };
  Memo<std::vector<PlanRow>> all;
  Memo<std::vector<PlanRow>, Question> rows;   ///< as narrowed and sorted
  std::string filter;
  Memo<PersonChoices> people;            ///< without a plan
  std::optional<Id<Person>> new_plan;    ///< the form is open; for whom
  ui::TableState table;
};

/// In: `area` is the sheet beside the sidebar, or the window above the tab bar on phones.
Intents draw_plans(ScreenContext& screen, Rect area, PlansState& state);

}  // namespace fullcircle

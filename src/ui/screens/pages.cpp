#include "ui/screens/pages.h"

#include "ui/screens/screen_parts.h"

namespace fullcircle {

bool is_focus_page(Page page) { return page == Page::answer || page == Page::self_review || page == Page::conversation; }

Intents draw_page(ScreenContext& screen, Rect area, PageStates& states) {
  const LockedFields locked(screen, is_focus_page(screen.route.page));
  switch (screen.route.page) {
    case Page::home: return draw_home(screen, area, states.home);
    case Page::people: return draw_people(screen, area, states.people);
    case Page::person: return draw_person(screen, area, states.person);
    case Page::goals: return draw_goals(screen, area, states.goals);
    case Page::requests: return draw_requests(screen, area, states.requests);
    case Page::answer: return draw_answer(screen, area, states.answer);
    case Page::self_review: return draw_self_review(screen, area, states.self_review);
    case Page::results: return draw_results(screen, area, states.results);
    case Page::result: return draw_result(screen, area, states.result);
    case Page::calibration: return draw_calibration(screen, area, states.calibration);
    case Page::conversations: return draw_conversations(screen, area, states.conversations);
    case Page::conversation: return draw_conversation(screen, area, states.conversation);
    case Page::plans: return draw_plans(screen, area, states.plans);
    case Page::plan: return draw_plan(screen, area, states.plan);
    case Page::insights: return draw_insights(screen, area, states.insights);
    case Page::cycle: return draw_cycle(screen, area, states.cycle);
    case Page::settings: return draw_settings(screen, area, states.settings);
    case Page::conflicts: return draw_conflicts(screen, area, states.conflicts);
    case Page::guides: return draw_guides(screen, area, states.guides);
  }
  return {};
}

}  // namespace fullcircle

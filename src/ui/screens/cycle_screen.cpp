#include "ui/screens/cycle_screen.h"

#include "ui/screens/cycle_parts.h"

namespace fullcircle {

std::vector<AgendaPoint> usual_agenda(const ScreenContext& screen) {
  const auto point = [&](std::string key, int minutes) {
    AgendaPoint made;
    made.title = screen.tr("conversation.agenda_" + key);
    made.key = std::move(key);
    made.minutes = minutes;
    return made;
  };
  return {point("aim", 5), point("went_well", 10), point("goals", 15), point("feedback", 15), point("growth", 10), point("sign", 5)};
}

Intents draw_cycle(ScreenContext& screen, Rect area, CycleSetupState& state) {
  const ReviewCycle* cycle = screen.view.find(Id<ReviewCycle>(screen.route.record));
  if (!cycle) cycle = screen.view.current_cycle();
  const bool sets_up = !cycle || screen.route.tab == "new";
  if (!sets_up) state.draft.reset();
  Intents intents = sets_up ? draw_cycle_setup(screen, area, state) : draw_cycle_running(screen, area, *cycle, state);
  intents.add(draw_form_editor(screen, state));
  return intents;
}

}  // namespace fullcircle

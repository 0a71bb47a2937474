// The teams on this device.
#include "ui/screens/settings_parts.h"
#include "ui/widgets/button.h"

namespace fullcircle {

void draw_team_settings(ScreenContext& screen, Rect& area, SettingsState& state, Intents& intents) {
  const ui::ButtonOptions create{.icon = Icon::plus};
  Rect head = draw_settings_head(screen, area, screen.tr("first_run.your_teams"), screen.tr("teams.how"), true,
                                 ui::button_width(screen.ui, screen.tr("first_run.create"), create));
  if (ui::button_right(screen.ui, head, screen.tr("first_run.create"), create)) state.new_team.is_creating = true;
  draw_team_list(screen, area, state.teams, intents);
}

}  // namespace fullcircle

// The team and its rules of rating.
#include <array>

#include "ui/screens/settings_parts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/columns.h"
#include "ui/widgets/form.h"
#include "ui/widgets/section.h"
#include "ui/widgets/states.h"
#include "ui/widgets/text_field.h"

namespace fullcircle {
namespace {

constexpr double kLeastMinimum = 3, kMostMinimum = 10;

void save(const ScreenContext& screen, const SettingsState& state, Intents& intents) {
  Edit edit("edit.settings.change");
  edit.update(*screen.view.workspace(), *state.draft);
  intents.edits.push_back(std::move(edit));
}

/// Below the row, for there is no room in it.
void draw_wrong_number(ScreenContext& screen, Rect& area, const ui::NumberOptions& options) {
  area.skip(6);
  area.skip(screen.ui.paragraph(area, ui::type::caption, screen.ui.c.bad, number_expected(screen, options)) + 6);
}

bool number_setting(ScreenContext& screen, Rect& area, std::string_view label, std::string_view caption, double& value, double low, double high,
                    std::string_view unit = {}) {
  auto& ui = screen.ui;
  Rect row = ui::setting_row(ui, area, label, caption);
  std::optional<double> typed = value;
  const ui::NumberOptions options{.minimum = low, .maximum = high, .unit = unit};
  const auto done = number_field(screen, row.cut_right(96).middle(ui.control_height()), label, typed, options);
  if (done.wrong) draw_wrong_number(screen, area, options);
  if (!done.committed || !typed || *typed == value) return false;
  value = *typed;
  return true;
}

bool whole_setting(ScreenContext& screen, Rect& area, std::string_view label, std::string_view caption, std::int32_t& value, double low, double high) {
  double number = value;
  if (!number_setting(screen, area, label, caption, number, low, high)) return false;
  value = static_cast<std::int32_t>(number + 0.5);
  return true;
}

/// Weights of the parts or the groups, each under the name of its enumerator.
template <class Weight, class Enum>
bool draw_weights(ScreenContext& screen, Rect& area, std::string_view title, std::string_view how, std::vector<Weight>& weights, Enum Weight::* of) {
  area.skip(28);
  draw_settings_head(screen, area, title, how);
  bool changed = false;
  for (Weight& weight : weights) changed |= number_setting(screen, area, screen.language.name_of(weight.*of), {}, weight.weight_percent, 0, 100, "%");
  return changed;
}

/// The share of all ratings the team expects in a band; what calibration shows its distributions beside.
bool guide_field(ScreenContext& screen, Rect& row, Rect& below, Band& band) {
  ui::NumberOptions options{.most_decimals = 1, .minimum = 0, .maximum = 100, .unit = "%"};
  options.field.placeholder = screen.tr("settings.bands_guide_none");
  std::optional<double> guide = band.guide_percent;
  const auto typed = number_field(screen, row.cut_right(96).middle(screen.ui.control_height()), screen.tr("settings.bands_guide", {{"label", band.label}}), guide, options);
  row.cut_right(16);
  if (typed.wrong) draw_wrong_number(screen, below, options);
  if (!typed.committed || guide == band.guide_percent) return false;
  band.guide_percent = guide;
  return true;
}

}  // namespace

void draw_general_settings(ScreenContext& screen, Rect& area, SettingsState& state, Intents& intents) {
  auto& ui = screen.ui;
  if (!state.draft) {
    ui::empty_state(ui, area, screen.tr("settings.no_team"), {.text = screen.tr("settings.no_team_how")});
    return;
  }
  Workspace& workspace = *state.draft;
  draw_settings_head(screen, area, screen.tr("settings.general"), {}, false);
  const auto name = screen.tr("settings.team_name");
  if (ui::text_field(ui, ui::form_row(ui, area, name), name, workspace.name).committed && workspace.name != screen.view.workspace()->name) save(screen, state, intents);
  const auto strategy = screen.tr("settings.strategy");
  const Rect field = ui::form_row_begin(ui, area, strategy);
  const auto text = ui::text_area(ui, field, strategy, workspace.strategy, {.field = {.spell_check = true}});
  ui::form_row_end(ui, area, text.height);
  if (text.committed && workspace.strategy != screen.view.workspace()->strategy) save(screen, state, intents);

  const auto& people = state.people.get(screen.view, [&] { return compute_person_choices(screen.view, screen.text); });
  area.skip(4);
  ui.hairline(area.x, area.y - 1, area.width);
  const Rect lead = setting_field(ui, area, screen.tr("settings.lead"), {}, 240);
  if (person_field(screen, lead, screen.tr("settings.lead"), people, workspace.lead)) save(screen, state, intents);
  const Rect me = setting_field(ui, area, screen.tr("settings.who_am_i"), screen.tr("settings.who_am_i_how"), 240);
  Id<Person> chosen = screen.view.me;
  if (person_field(screen, me, screen.tr("settings.who_am_i"), people, chosen)) intents.tasks.push_back(SetMe{chosen});
  if (whole_setting(screen, area, screen.tr("settings.check_in_every"), screen.tr("settings.check_in_days", {{"count", workspace.check_in_every_days}}), workspace.check_in_every_days, 1, 365))
    save(screen, state, intents);
}

void draw_rule_settings(ScreenContext& screen, Rect& area, SettingsState& state, Intents& intents) {
  auto& ui = screen.ui;
  if (!state.draft) return draw_general_settings(screen, area, state, intents);
  RatingRules& rules = state.draft->rules;
  draw_settings_head(screen, area, screen.tr("settings.scale"), screen.tr("settings.rules_apply"));
  bool changed = number_setting(screen, area, screen.tr("settings.scale_low"), {}, rules.scale_low, 0, 10);
  changed |= number_setting(screen, area, screen.tr("settings.scale_high"), {}, rules.scale_high, 1, 100);
  changed |= whole_setting(screen, area, screen.tr("settings.places"), {}, rules.places, 0, 4);
  changed |= whole_setting(screen, area, screen.tr("settings.anonymity"), screen.tr("cycle.anonymity_how"), rules.anonymity_minimum, kLeastMinimum, kMostMinimum);
  changed |= number_setting(screen, area, screen.tr("settings.gap_points"), {}, rules.gap_points, 0.1, 10);
  changed |= number_setting(screen, area, screen.tr("settings.goal_cap"), {}, rules.goal_cap, 1, 5);
  changed |= draw_weights(screen, area, screen.tr("settings.part_weights"), screen.tr("cycle.part_weights_how"), rules.part_weights, &PartWeight::part);
  changed |= draw_weights(screen, area, screen.tr("settings.group_weights"), screen.tr("cycle.group_weights_how"), rules.group_weights, &GroupWeight::group);
  area.skip(28);
  draw_settings_head(screen, area, screen.tr("settings.bands"), screen.tr("settings.bands_how"), false);
  for (std::size_t i = 0; i < rules.bands.size(); ++i) {
    const ui::IdScope scope(ui, i);
    Rect row = area.cut_top(44);
    Band& band = rules.bands[i];
    ui.text(row.cut_left(52), ui::type::body, ui.c.ink2, screen.tr("settings.bands_from"));
    std::optional<double> from = band.from;
    const ui::NumberOptions options{};
    const auto typed = number_field(screen, row.cut_left(88).middle(ui.control_height()), screen.tr("settings.bands_from"), from, options);
    if (typed.wrong) draw_wrong_number(screen, area, options);
    if (typed.committed && from && *from != band.from) {
      band.from = *from;
      changed = true;
    }
    row.cut_left(16);
    changed |= guide_field(screen, row, area, band);
    const std::string before = screen.view.workspace()->rules.bands.size() > i ? screen.view.workspace()->rules.bands[i].label : std::string();
    if (ui::text_field(ui, row.middle(ui.control_height()), screen.tr("settings.bands_label"), band.label).committed && band.label != before) changed = true;
  }
  if (changed) save(screen, state, intents);
}

}  // namespace fullcircle

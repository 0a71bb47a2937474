#include "ui/screens/rater_parts.h"

#include <algorithm>
#include <array>

#include "ui/screens/goal_parts.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/form.h"
#include "ui/widgets/list.h"
#include "ui/widgets/states.h"
#include "ui/widgets/text_field.h"

namespace fullcircle {
namespace {

constexpr std::array kAskedGroups{RaterGroup::manager, RaterGroup::peer, RaterGroup::report, RaterGroup::other_team, RaterGroup::customer};
constexpr float kRaterRow = 48, kGroupField = 132;

const std::string& rater_name(const ScreenContext& screen, const RaterDraft& draft, Id<Person> rater) {
  const auto added = std::ranges::find(draft.new_people, rater, &Person::id);
  return added != draft.new_people.end() ? added->name : screen.view.name_of(rater);
}

void group_field(ScreenContext& screen, const Rect& rect, std::string_view name, RaterGroup& group) {
  std::array<ui::Choice, kAskedGroups.size()> choices;
  int chosen = -1;
  for (std::size_t i = 0; i < kAskedGroups.size(); ++i) {
    choices[i] = {group_role(screen, kAskedGroups[i])};
    if (kAskedGroups[i] == group) chosen = static_cast<int>(i);
  }
  if (ui::select(screen.ui, rect, name, choices, chosen) && chosen >= 0) group = kAskedGroups[static_cast<std::size_t>(chosen)];
}

void draw_chosen(ScreenContext& screen, Rect& area, RaterDraft& draft) {
  auto& ui = screen.ui;
  std::optional<std::size_t> removed;
  for (std::size_t i = 0; i < draft.raters.size(); ++i) {
    RaterChoice& choice = draft.raters[i];
    const std::string& name = rater_name(screen, draft, choice.rater);
    const ui::ListRow row(ui, area.cut_top(kRaterRow), person_number(choice.rater), name, {.clickable = false, .first = i == 0, .overhang = 0});
    Rect rest = row.rect();
    if (ui::icon_button_right(ui, rest, Icon::x, screen.tr("requests.rater_remove", {{"name", name}}))) removed = i;
    group_field(screen, rest.cut_right(kGroupField).middle(ui::metrics::kControl), screen.tr("requests.ask_as"), choice.group);
    rest.cut_right(12);
    ui::avatar(ui, rest.cut_left(40), person_number(choice.rater), name, 28);
    ui::two_lines(ui, rest, name, screen.view.role_of(choice.rater));
  }
  if (removed) draft.raters.erase(draft.raters.begin() + static_cast<std::ptrdiff_t>(*removed));
}

/// Everybody who is neither the subject nor asked already.
PersonChoices people_left(const PersonChoices& people, const RaterDraft& draft, const std::vector<RaterChoice>& already) {
  PersonChoices left;
  for (std::size_t i = 0; i < people.ids.size(); ++i) {
    const auto person = people.ids[i];
    if (person == draft.subject || std::ranges::contains(draft.raters, person, &RaterChoice::rater) || std::ranges::contains(already, person, &RaterChoice::rater)) continue;
    left.ids.push_back(person);
    left.choices.push_back(people.choices[i]);
  }
  return left;
}

void add_outside(ScreenContext& screen, RaterDraft& draft) {
  Person person;
  person.id = Id<Person>(screen.new_id());
  person.name = std::exchange(draft.outside_name, {});
  person.email = std::exchange(draft.outside_email, {});
  person.is_external = true;
  draft.raters.push_back({draft.subject, person.id, RaterGroup::customer});
  draft.new_people.push_back(std::move(person));
  draft.is_adding_outside = false;
}

void draw_outside(ScreenContext& screen, Rect& area, RaterDraft& draft) {
  auto& ui = screen.ui;
  if (!draft.is_adding_outside) {
    Rect row = area.cut_top(ui::metrics::kControl);
    row.x -= 8;
    if (ui::button_left(ui, row, screen.tr("requests.outside"), {.kind = ui::ButtonKind::quiet, .icon = Icon::user_plus})) draft.is_adding_outside = true;
    return;
  }
  ui::text_field(ui, ui::form_row(ui, area, screen.tr("requests.outside_name")), screen.tr("requests.outside_name"), draft.outside_name);
  const std::string_view email = screen.tr("requests.outside_email");
  ui::text_field(ui, ui::form_row(ui, area, email, {.optional = screen.tr("common.optional")}), email, draft.outside_email, {.entry = TextEntry::email});
  Rect row = area.cut_top(ui::metrics::kControl);
  if (ui::button_left(ui, row, screen.tr("requests.outside_add"), {.disabled = draft.outside_name.empty()})) add_outside(screen, draft);
}

void draw_warnings(ScreenContext& screen, Rect& area, const RatingRules& rules, std::vector<RaterChoice> raters, const std::vector<RaterChoice>& already) {
  raters.insert(raters.end(), already.begin(), already.end());
  for (const RaterGroup group : small_groups(rules, raters)) {
    area.skip(8);
    area.skip(ui::note(screen.ui, area, Icon::eye_off,
                       screen.tr("cycle.raters_below_minimum", {{"group", screen.language.name_of(group)}, {"minimum", rules.anonymity_minimum}}), ui::Tone::warn));
  }
}

}  // namespace

std::string_view group_role(const ScreenContext& screen, RaterGroup group) {
  static const std::array<std::string, enum_size<RaterGroup>()> keys = [] {
    std::array<std::string, enum_size<RaterGroup>()> made;
    for (std::size_t i = 0; i < made.size(); ++i) made[i] = "group_role." + std::string(to_name(static_cast<RaterGroup>(i)));
    return made;
  }();
  return screen.tr(keys[static_cast<std::size_t>(group)]);
}

std::string ask_label(const ScreenContext& screen, std::size_t raters) {
  if (raters == 0) return std::string(screen.tr("requests.ask_short"));
  return screen.tr("requests.ask_save", {{"count", static_cast<int>(raters)}});
}

std::vector<RaterGroup> small_groups(const RatingRules& rules, const std::vector<RaterChoice>& raters) {
  std::vector<RaterGroup> small;
  for (const RaterGroup group : kAskedGroups)
    if (is_group_too_small(rules, group, static_cast<int>(std::ranges::count(raters, group, &RaterChoice::group)))) small.push_back(group);
  return small;
}

void draw_rater_draft(ScreenContext& screen, Rect& area, RaterDraft& draft, const PersonChoices& people, const RatingRules& rules,
                      const std::vector<RaterChoice>& already) {
  auto& ui = screen.ui;
  draw_chosen(screen, area, draft);
  area.skip(draft.raters.empty() ? 0.0f : 12.0f);
  Rect row = area.cut_top(ui.control_height());
  const std::string_view suggest = screen.tr("cycle.suggest_raters");
  Rect button = row.cut_right(ui::button_width(ui, suggest));
  row.cut_right(8);
  const PersonChoices left = people_left(people, draft, already);
  int chosen = -1;
  const ui::SelectOptions options{.placeholder = screen.tr("requests.add_rater"), .search = screen.tr("action.search"), .nothing_found = screen.tr("palette.empty")};
  const Id<Person> picked = ui::person_picker(ui, row, screen.tr("requests.add_rater"), left.choices, chosen, options) ? left.at(chosen) : Id<Person>();
  if (picked)
    draft.raters.push_back({draft.subject, picked, usual_group(screen.view, draft.subject, picked)});
  if (ui::button(ui, button, suggest, {.disabled = !draft.subject, .tooltip = screen.tr("cycle.suggest_raters_how")}))
    for (const RaterChoice& choice : suggest_raters(screen.view, draft.subject))
      if (std::ranges::contains(left.ids, choice.rater) && choice.rater != picked) draft.raters.push_back(choice);
  area.skip(8);
  draw_outside(screen, area, draft);
  draw_warnings(screen, area, rules, draft.raters, already);
}

}  // namespace fullcircle

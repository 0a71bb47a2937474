#include "app/queries/people_rows.h"

#include <algorithm>
#include <numeric>

#include "model/sorting.h"

namespace fullcircle {
namespace {

PersonRow make_row(const ModelView& view, const Person& person, const ReviewCycle* cycle, int rhythm_days) {
  PersonRow row;
  row.person = &person;
  row.role = view.role_of(person.id);
  if (const auto* unit = view.find(person.unit)) row.unit = unit->name;
  row.manager = view.name_of(person.manager);
  row.goals = compute_person_goals(view, person.id, cycle ? cycle->id : Id<ReviewCycle>());
  for (const CheckIn* check_in : view.check_ins_of(person.id))
    if (check_in->is_held && check_in->day <= view.today && (!row.last_check_in || check_in->day > *row.last_check_in)) row.last_check_in = check_in->day;
  row.is_check_in_late = row.last_check_in && view.today - *row.last_check_in > rhythm_days;
  if (cycle) row.stage = compute_person_stage(view, person.id, *cycle);
  row.has_left = person.left_day && *person.left_day < view.today;
  return row;
}

bool matches(const PersonRow& row, TextServices& text, const std::string& key) {
  if (key.empty()) return true;
  for (const std::string_view part : {std::string_view(row.person->name), row.role, row.unit})
    if (text.search_key(part).find(key) != std::string::npos) return true;
  return false;
}

bool is_shown(const PersonRow& row, const ModelView& view, const PeopleQuestion& question) {
  if (row.has_left != (question.shown == PeopleShown::former)) return false;
  if (!question.unit.empty() && row.unit != question.unit) return false;
  switch (question.shown) {
    case PeopleShown::former:
    case PeopleShown::everyone: return true;
    case PeopleShown::my_reports: return row.person->manager == view.me;
    case PeopleShown::needs_attention: return needs_attention(row);
  }
  return true;
}

std::string_view text_of(const PersonRow& row, PeopleOrder order) {
  switch (order) {
    case PeopleOrder::role: return row.role;
    case PeopleOrder::unit: return row.unit;
    case PeopleOrder::manager: return row.manager;
    default: return row.person->name;
  }
}

std::optional<double> figure_of(const PersonRow& row, PeopleOrder order) {
  switch (order) {
    case PeopleOrder::goals: return row.goals.attainment ? std::optional(*row.goals.attainment) : std::nullopt;
    case PeopleOrder::last_check_in: return row.last_check_in ? std::optional(static_cast<double>(row.last_check_in->number)) : std::nullopt;
    case PeopleOrder::stage: return row.stage.is_participant ? std::optional(row.stage.finished + row.stage.within) : std::nullopt;
    default: return std::nullopt;
  }
}

bool is_figure(PeopleOrder order) { return order == PeopleOrder::goals || order == PeopleOrder::last_check_in || order == PeopleOrder::stage; }

void sort_by_text(std::vector<std::size_t>& chosen, const std::vector<PersonRow>& rows, TextServices& text, PeopleOrder order) {
  std::vector<std::string_view> texts;
  for (const std::size_t index : chosen) texts.push_back(text_of(rows[index], order));
  std::vector<std::size_t> sorted;
  for (const auto place : text.sorted_order(texts)) sorted.push_back(chosen[place]);
  chosen = std::move(sorted);
}

}  // namespace

bool needs_attention(const PersonRow& row) { return !row.has_left && (row.is_check_in_late || needs_attention(row.goals.outlook)); }

std::vector<PersonRow> compute_people(const ModelView& view) {
  std::vector<PersonRow> rows;
  const ReviewCycle* cycle = view.current_cycle();
  const int rhythm_days = view.workspace() ? view.workspace()->check_in_every_days : 14;
  for (const Person& person : view.table<Person>().alive())
    if (!person.is_external) rows.push_back(make_row(view, person, cycle, rhythm_days));
  return rows;
}

std::vector<std::string_view> unit_names(const ModelView& view, TextServices& text) {
  std::vector<std::string_view> names, sorted;
  for (const Person& person : view.table<Person>().alive()) {
    const Unit* unit = view.find(person.unit);
    if (unit && !unit->name.empty() && std::ranges::find(names, unit->name) == names.end()) names.push_back(unit->name);
  }
  for (const auto place : text.sorted_order(names)) sorted.push_back(names[place]);
  return sorted;
}

std::vector<std::size_t> select_people(const std::vector<PersonRow>& rows, const ModelView& view, TextServices& text, const PeopleQuestion& question) {
  const std::string key = text.search_key(question.filter);
  std::vector<std::size_t> chosen;
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (is_shown(rows[i], view, question) && matches(rows[i], text, key)) chosen.push_back(i);

  sort_by_text(chosen, rows, text, is_figure(question.order) ? PeopleOrder::name : question.order);
  if (is_figure(question.order)) {
    sort_stably(chosen, [&](std::size_t a, std::size_t b) {
      const auto left = figure_of(rows[a], question.order), right = figure_of(rows[b], question.order);
      if (!left || !right) return left.has_value() && !right.has_value();
      return question.is_descending ? *left > *right : *left < *right;
    });
  } else if (question.is_descending) {
    std::ranges::reverse(chosen);
  }
  return chosen;
}

}  // namespace fullcircle

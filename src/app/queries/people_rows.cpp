#include "app/queries/people_rows.h"

#include <algorithm>

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

PeopleList::PeopleList(std::vector<PersonRow> rows) : rows_(std::move(rows)) {
  former_ = std::ranges::count_if(rows_, &PersonRow::has_left);
  needing_attention_ = std::ranges::count_if(rows_, [](const PersonRow& row) { return needs_attention(row); });
}

const std::vector<std::string>& PeopleList::keys(TextServices& text) const {
  constexpr char kBetween = '\x1e';  // of rows; of the texts of one row a line break, which nobody can type into the filter
  if (!keys_.empty() || rows_.empty()) return keys_;
  std::string joined;
  for (const PersonRow& row : rows_) {
    for (const std::string_view part : {std::string_view(row.person->name), row.role, row.unit}) {
      const auto begin = static_cast<std::ptrdiff_t>(joined.size());
      joined += part;
      joined.erase(std::remove(joined.begin() + begin, joined.end(), kBetween), joined.end());
      joined += '\n';
    }
    joined += kBetween;
  }
  const std::string all = text.search_key(joined);
  for (std::size_t at = 0, end; (end = all.find(kBetween, at)) != std::string::npos; at = end + 1) keys_.push_back(all.substr(at, end - at));
  return keys_;
}

const std::vector<std::size_t>& PeopleList::order(TextServices& text, PeopleOrder order) const {
  const auto [found, is_new] = orders_.try_emplace(order);
  if (is_new) {
    std::vector<std::string_view> texts;
    for (const PersonRow& row : rows_) texts.push_back(text_of(row, order));
    const auto sorted = text.sorted_order(texts);
    found->second.assign(sorted.begin(), sorted.end());
  }
  return found->second;
}

std::vector<std::size_t> PeopleList::select(const ModelView& view, TextServices& text, const PeopleQuestion& question) const {
  const std::string key = text.search_key(question.filter);
  const auto matches = [&](std::size_t row) { return key.empty() || keys(text)[row].find(key) != std::string::npos; };
  std::vector<std::size_t> chosen;
  for (const std::size_t i : order(text, is_figure(question.order) ? PeopleOrder::name : question.order))
    if (is_shown(rows_[i], view, question) && matches(i)) chosen.push_back(i);

  if (is_figure(question.order)) {
    sort_stably(chosen, [&](std::size_t a, std::size_t b) {
      const auto left = figure_of(rows_[a], question.order), right = figure_of(rows_[b], question.order);
      if (!left || !right) return left.has_value() && !right.has_value();
      return question.is_descending ? *left > *right : *left < *right;
    });
  } else if (question.is_descending) {
    std::ranges::reverse(chosen);
  }
  return chosen;
}

}  // namespace fullcircle

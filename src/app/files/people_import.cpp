#include "app/files/people_import.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <unordered_map>

namespace fullcircle {
namespace {

std::string trimmed(std::string_view cell) {
  const auto first = cell.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return std::string(cell.substr(first, cell.find_last_not_of(" \t\r\n") - first + 1));
}

std::string lower_ascii(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  return text;
}

bool is_email(std::string_view text) {
  const auto at = text.find('@');
  return at != std::string_view::npos && at > 0 && at + 1 < text.size() && text.find('@', at + 1) == std::string_view::npos && text.find_first_of(" ,;<>\"") == std::string_view::npos;
}

/// 2026-11-19, 19.11.2026, 19/11/2026 or 11/19/2026 where only one reading is a day; an ambiguous one is day first.
std::optional<Day> parse_any_day(const std::string& text) {
  if (const auto day = parse_day(text)) return day;
  int numbers[3] = {};
  const char* at = text.data();
  const char* end = at + text.size();
  for (int i = 0; i < 3; ++i) {
    const auto read = std::from_chars(at, end, numbers[i]);
    if (read.ec != std::errc{} || (i < 2 && (read.ptr == end || std::string_view("./-").find(*read.ptr) == std::string_view::npos))) return std::nullopt;
    at = read.ptr + (i < 2);
  }
  if (at != end) return std::nullopt;
  auto [day, month, year] = std::tie(numbers[0], numbers[1], numbers[2]);
  if (month > 12 && day <= 12) std::swap(day, month);
  if (year < 1900 || year > 9999 || day < 1 || day > days_in_month(year, month)) return std::nullopt;
  return to_day({year, month, day});
}

/// People by one of their names for things; a name that several have leads to none of them.
class PersonIndex {
 public:
  void add(const std::string& key, Id<Person> id) {
    if (key.empty()) return;
    const auto [at, is_new] = people_.try_emplace(lower_ascii(key), id);
    if (!is_new && at->second != id) at->second = {};
  }
  /// nullptr: nobody; "none": several.
  const Id<Person>* find(const std::string& key) const {
    const auto at = people_.find(lower_ascii(key));
    return at == people_.end() ? nullptr : &at->second;
  }

 private:
  std::unordered_map<std::string, Id<Person>> people_;
};

struct People {
  PersonIndex by_number, by_email, by_name;

  void add(const Person& person) {
    by_number.add(person.staff_number, person.id);
    by_email.add(person.email, person.id);
    by_name.add(person.name, person.id);
  }
};

/// Units or roles by name; new ones are made when a row first needs them.
template <class Entity>
class NamedRecords {
 public:
  NamedRecords(const Document& document, const IdSource& new_id) : new_id_(new_id) {
    for (const Entity& entity : document.table<Entity>().alive()) ids_.try_emplace(lower_ascii(entity.name), entity.id);
  }
  Id<Entity> id_of(const std::string& name, Edit& edit) {
    const auto [at, is_new] = ids_.try_emplace(lower_ascii(name));
    if (is_new) {
      Entity entity;
      entity.id = at->second = Id<Entity>(new_id_());
      entity.name = name;
      edit.create(entity);
    }
    return at->second;
  }

 private:
  const IdSource& new_id_;
  std::unordered_map<std::string, Id<Entity>> ids_;
};

class PeoplePlanner {
 public:
  PeoplePlanner(const Document& document, const CsvTable& table, const std::vector<PeopleColumn>& columns, const IdSource& new_id)
      : document_(document), table_(table), columns_(columns), new_id_(new_id) {
    for (const Person& person : document.table<Person>().alive()) here_.add(person);
  }

  PeopleImport plan() {
    import_.edit = Edit("edit.people.import");
    for (std::size_t i = 0; i < table_.rows.size(); ++i) read_row(i);
    for (std::size_t i = 0; i < import_.rows.size(); ++i) resolve_manager(i);
    find_cycles();
    finish();
    return std::move(import_);
  }

 private:
  bool has(PeopleColumn column) const { return std::ranges::find(columns_, column) != columns_.end(); }

  std::string cell(std::size_t row, PeopleColumn column) const {
    const auto at = static_cast<std::size_t>(std::ranges::find(columns_, column) - columns_.begin());
    return at < table_.rows[row].size() ? trimmed(table_.rows[row][at]) : std::string();
  }

  void add_problem(std::size_t row, std::string code, PeopleColumn column, std::string detail) {
    const auto at = static_cast<std::size_t>(std::ranges::find(columns_, column) - columns_.begin());
    import_.rows[row].state = PeopleRowState::problem;
    import_.rows[row].problems.push_back({std::move(code), at < table_.header.size() ? table_.header[at] : std::string(to_name(column)), std::move(detail)});
  }

  std::string name_in(std::size_t row) const {
    if (has(PeopleColumn::name)) return cell(row, PeopleColumn::name);
    return trimmed(cell(row, PeopleColumn::first_name) + " " + cell(row, PeopleColumn::last_name));
  }

  /// The person already here that the row is about: none when there is nobody, nullopt after a problem was noted.
  std::optional<Id<Person>> find_person(std::size_t row, const std::string& number, const std::string& email, const std::string& name) {
    for (const auto& [index, key] : {std::pair(&here_.by_number, number), std::pair(&here_.by_email, email)})
      if (const auto* found = key.empty() ? nullptr : index->find(key); found && *found) return *found;
    const auto* found = here_.by_name.find(name);
    if (!found) return Id<Person>();
    if (!*found) {
      if (!number.empty() || !email.empty()) return Id<Person>();  // a new person of the same name
      add_problem(row, "error.people.name_ambiguous", PeopleColumn::name, name);
      return std::nullopt;
    }
    const Person& same_name = *document_.table<Person>().find(*found);
    const bool is_other = (!number.empty() && !same_name.staff_number.empty()) || (!email.empty() && !same_name.email.empty() && lower_ascii(email) != lower_ascii(same_name.email));
    return is_other ? Id<Person>() : *found;
  }

  void read_row(std::size_t row) {
    PeopleRow& planned = import_.rows.emplace_back();
    before_.emplace_back();
    planned.line = table_.lines[row];
    const std::string name = name_in(row), email = cell(row, PeopleColumn::email), number = cell(row, PeopleColumn::staff_number), joined = cell(row, PeopleColumn::joined);
    if (!has(PeopleColumn::name) && !has(PeopleColumn::first_name) && !has(PeopleColumn::last_name)) return add_problem(row, "error.people.no_column", PeopleColumn::name, {});
    if (name.empty()) return add_problem(row, "error.people.no_name", PeopleColumn::name, {});
    if (!email.empty() && !is_email(email)) return add_problem(row, "error.people.email", PeopleColumn::email, email);
    const auto day = parse_any_day(joined);
    if (!joined.empty() && !day) return add_problem(row, "error.people.day", PeopleColumn::joined, joined);
    const auto known = find_person(row, number, email, name);
    if (!known) return;
    if (const Person* person = document_.table<Person>().find(*known)) {
      planned.person = *person;
      before_[row] = *person;
    } else {
      planned.person.id = Id<Person>(new_id_());
    }
    Person& person = planned.person;
    if (rows_by_person_.contains(person.id) || is_same_as_earlier(number, email)) return add_problem(row, "error.people.twice", PeopleColumn::name, name);
    person.name = name;
    if (!email.empty()) person.email = email;
    if (!number.empty()) person.staff_number = number;
    if (day) person.joined_day = day;
    planned.unit_name = cell(row, PeopleColumn::unit);
    planned.role_name = cell(row, PeopleColumn::role);
    planned.manager_name = cell(row, PeopleColumn::manager);
    if (!before_[row]) planned.state = PeopleRowState::fresh;
    rows_by_person_[person.id] = row;
    in_file_.add(person);
  }

  bool is_same_as_earlier(const std::string& number, const std::string& email) const {
    return (!number.empty() && in_file_.by_number.find(number)) || (!email.empty() && in_file_.by_email.find(email));
  }

  void resolve_manager(std::size_t row) {
    PeopleRow& planned = import_.rows[row];
    if (planned.state == PeopleRowState::problem || planned.manager_name.empty()) return;
    bool is_ambiguous = false;
    for (const People* people : {&in_file_, &here_}) {
      for (const PersonIndex* index : {&people->by_number, &people->by_email, &people->by_name}) {
        const auto* found = index->find(planned.manager_name);
        if (!found) continue;
        if (*found) {
          planned.person.manager = *found;
          return;
        }
        is_ambiguous = true;
      }
    }
    add_problem(row, is_ambiguous ? "error.people.manager_ambiguous" : "error.people.manager_unknown", PeopleColumn::manager, planned.manager_name);
  }

  Id<Person> manager_of(Id<Person> id) const {
    if (const auto at = rows_by_person_.find(id); at != rows_by_person_.end() && import_.rows[at->second].state != PeopleRowState::problem) return import_.rows[at->second].person.manager;
    const Person* person = document_.table<Person>().find(id);
    return person ? person->manager : Id<Person>();
  }

  std::string name_of(Id<Person> id) const {
    if (const auto at = rows_by_person_.find(id); at != rows_by_person_.end()) return import_.rows[at->second].person.name;
    const Person* person = document_.table<Person>().find(id);
    return person ? person->name : std::string();
  }

  /// Every person of a circle gets the problem, with the circle in words. Each chain is walked once.
  void find_cycles() {
    std::map<Id<Person>, std::size_t> walked_in;  // by which row's walk
    std::vector<std::pair<std::size_t, std::string>> found;
    for (std::size_t row = 0; row < import_.rows.size(); ++row) {
      if (import_.rows[row].state == PeopleRowState::problem) continue;
      std::vector<Id<Person>> chain;
      Id<Person> person = import_.rows[row].person.id;
      while (person && walked_in.try_emplace(person, row).second) {
        chain.push_back(person);
        person = manager_of(person);
      }
      if (!person || walked_in[person] != row) continue;
      const auto start = std::ranges::find(chain, person);
      std::string words;
      for (auto at = start; at != chain.end(); ++at) words += name_of(*at) + " → ";
      words += name_of(person);
      for (auto at = start; at != chain.end(); ++at)
        if (const auto in_file = rows_by_person_.find(*at); in_file != rows_by_person_.end()) found.emplace_back(in_file->second, words);
    }
    for (auto& [row, words] : found) add_problem(row, "error.people.manager_cycle", PeopleColumn::manager, std::move(words));
  }

  void finish() {
    NamedRecords<Unit> units(document_, new_id_);
    NamedRecords<Role> roles(document_, new_id_);
    for (std::size_t row = 0; row < import_.rows.size(); ++row) {
      PeopleRow& planned = import_.rows[row];
      Person& person = planned.person;
      if (planned.state != PeopleRowState::problem) {
        drop_manager_left_out(person);
        if (!planned.unit_name.empty()) person.unit = units.id_of(planned.unit_name, import_.edit);
        if (!planned.role_name.empty()) person.role = roles.id_of(planned.role_name, import_.edit);
        add_to_edit(row);
      }
      switch (planned.state) {
        case PeopleRowState::fresh: ++import_.fresh_count; break;
        case PeopleRowState::changed: ++import_.changed_count; break;
        case PeopleRowState::unchanged: ++import_.unchanged_count; break;
        case PeopleRowState::problem: ++import_.problem_count; break;
      }
    }
  }

  /// A manager whose own row is left out does not exist yet; the person comes without one.
  void drop_manager_left_out(Person& person) const {
    const auto at = rows_by_person_.find(person.manager);
    const bool is_left_out = at != rows_by_person_.end() && import_.rows[at->second].state == PeopleRowState::problem && !before_[at->second];
    if (is_left_out) person.manager = {};
  }

  void add_to_edit(std::size_t row) {
    PeopleRow& planned = import_.rows[row];
    if (!before_[row]) return import_.edit.create(planned.person);
    const bool is_same = std::ranges::all_of(fields_of_kind<Person>(), [&](const FieldAccess& field) { return field.equal(&*before_[row], &planned.person); });
    planned.state = is_same ? PeopleRowState::unchanged : PeopleRowState::changed;
    if (!is_same) import_.edit.update(*before_[row], planned.person);
  }

  const Document& document_;
  const CsvTable& table_;
  const std::vector<PeopleColumn>& columns_;
  const IdSource& new_id_;
  PeopleImport import_;
  std::vector<std::optional<Person>> before_;  ///< parallel to the rows: the person here, if any
  std::map<Id<Person>, std::size_t> rows_by_person_;
  People here_, in_file_;
};

}  // namespace

PeopleImport plan_people_import(const Document& document, const CsvTable& table, const std::vector<PeopleColumn>& columns, const IdSource& new_id) {
  return PeoplePlanner(document, table, columns, new_id).plan();
}

}  // namespace fullcircle

#include "app/files/people_import.h"

#include <doctest/doctest.h>

#include "app/files/small_team.h"

using namespace fullcircle;

namespace {

IdSource counting_ids() {
  return [next = std::uint64_t{1000}]() mutable { return RecordId{next++, 2}; };
}

PeopleImport plan(const Document& document, std::string_view csv) {
  const auto table = parse_csv(csv);
  REQUIRE(table);
  return plan_people_import(document, *table, match_columns(*table), counting_ids());
}

const PeopleRow& problem(const PeopleImport& import, std::size_t row, std::string_view code) {
  CHECK(import.rows[row].state == PeopleRowState::problem);
  REQUIRE_FALSE(import.rows[row].problems.empty());
  CHECK(import.rows[row].problems[0].code == code);
  return import.rows[row];
}

}  // namespace

TEST_CASE("columns are recognised in English and German") {
  using enum PeopleColumn;
  CHECK(match_columns(*parse_csv("Full Name,E-Mail,Employee ID,Reports to,Department,Job title,Start date,Shoe size\n")) ==
        std::vector{name, email, staff_number, manager, unit, role, joined, ignore});
  CHECK(match_columns(*parse_csv("Vorname;Nachname;E-Mail-Adresse;Personalnummer;Führungskraft;Abteilung;Funktion;Eintrittsdatum\n")) ==
        std::vector{first_name, last_name, email, staff_number, manager, unit, role, joined});
  CHECK(match_columns(*parse_csv("Name,Name\nx,1\n")) == std::vector{name, ignore});
  CHECK(match_columns(*parse_csv("Ada,ada@b.c\nBo,bo@b.c\n")) == std::vector{name, email});
}

TEST_CASE("new people come with their units, roles and managers from the same file") {
  const auto import = plan({}, "Vorname;Nachname;E-Mail;Vorgesetzter;Abteilung;Rolle;Eintritt\nAda;Lovelace;ada@x.org;Bo Berg;Product;Engineer;19.11.2020\nBo;Berg;bo@x.org;;product;Lead;2019-02-01\n");
  CHECK(import.fresh_count == 2);
  CHECK(import.problem_count == 0);
  SmallTeam team;
  team.document = {};
  team.apply(import.edit);
  CHECK(team.document.table<Person>().size() == 2);
  CHECK(team.document.table<Unit>().size() == 1);
  CHECK(team.document.table<Role>().size() == 2);
  const Person& ada = team.get(import.rows[0].person.id);
  CHECK(ada.name == "Ada Lovelace");
  CHECK(team.get(ada.manager).name == "Bo Berg");
  CHECK(team.get(ada.unit).name == "Product");
  CHECK(ada.joined_day == parse_day("2020-11-19"));
}

TEST_CASE("people already here are found by staff number, then e-mail, then exact name, and only what differs changes") {
  SmallTeam team;
  const auto import = plan(team.document, "Name,Email,Staff number,Role\nAda Byron,,7,\nBo B.,BO@example.org,,\nCy Young,,,Designer\nDi Diaz,,,\nEm New,em@x.org,9,\n");
  CHECK(import.rows[0].person.id == team.ada);
  CHECK(import.rows[1].person.id == team.bo);
  CHECK(import.rows[2].person.id == team.cy);
  std::vector<PeopleRowState> states;
  for (const auto& row : import.rows) states.push_back(row.state);
  using enum PeopleRowState;
  CHECK(states == std::vector{changed, changed, changed, unchanged, fresh});
  team.apply(import.edit);
  CHECK(team.get(team.ada).name == "Ada Byron");
  CHECK(team.get(team.ada).email == "ada@example.org");
  CHECK(team.get(team.ada).lead_note == "SECRET-LEAD-NOTE");
  CHECK(team.get(team.get(team.cy).role).name == "Designer");
}

TEST_CASE("a manager may be named by staff number, e-mail or name, in the file or here") {
  SmallTeam team;
  const auto import = plan(team.document, "Name,Email,Manager\nEm,em@x.org,7\nFi,fi@x.org,em@x.org\nGo,go@x.org,bo berg\nHa,ha@x.org,Nobody\n");
  CHECK(import.rows[0].person.manager == team.ada);
  CHECK(import.rows[1].person.manager == import.rows[0].person.id);
  CHECK(import.rows[2].person.manager == team.bo);
  const auto& row = problem(import, 3, "error.people.manager_unknown");
  CHECK(row.problems[0] == Error{"error.people.manager_unknown", "Manager", "Nobody"});
  CHECK(row.line == 5);
}

TEST_CASE("problems name row, column and cell, and leave out only their row") {
  SmallTeam team;
  const auto import = plan(team.document, "Name,Email,Start\n,x@y.z,\nEm,not an address,\nFi,fi@x.org,31.02.2020\nGo,go@x.org,\nGo2,go@x.org,\nAda Lovelace,ada@example.org,\nAda L.,ada@example.org,\n");
  problem(import, 0, "error.people.no_name");
  CHECK(problem(import, 1, "error.people.email").problems[0].detail == "not an address");
  CHECK(problem(import, 2, "error.people.day").problems[0].place == "Start");
  CHECK(import.rows[3].state == PeopleRowState::fresh);
  problem(import, 4, "error.people.twice");
  CHECK(import.rows[5].state == PeopleRowState::unchanged);
  problem(import, 6, "error.people.twice");
  CHECK(import.problem_count == 5);
  team.apply(import.edit);
  CHECK(team.document.table<Person>().size() == 6);
}

TEST_CASE("managers in a circle are reported with the circle, in the file and through people here") {
  const auto import = plan({}, "Name,Manager\nA,B\nB,C\nC,A\nD,A\nE,E\n");
  CHECK(problem(import, 0, "error.people.manager_cycle").problems[0].detail == "A → B → C → A");
  problem(import, 1, "error.people.manager_cycle");
  problem(import, 2, "error.people.manager_cycle");
  CHECK(import.rows[3].state == PeopleRowState::fresh);
  CHECK(import.rows[3].person.manager.is_none());  // A is left out
  CHECK(problem(import, 4, "error.people.manager_cycle").problems[0].detail == "E → E");
  SmallTeam team;
  problem(plan(team.document, "Name,Manager\nBo Berg,Ada Lovelace\n"), 0, "error.people.manager_cycle");
}

TEST_CASE("a name that several people have is not guessed") {
  SmallTeam team;
  Edit edit;
  edit.create(Person{.id = nth<Person>(70), .name = "Ada Lovelace"});
  team.apply(edit);
  problem(plan(team.document, "Name\nAda Lovelace\n"), 0, "error.people.name_ambiguous");
  problem(plan(team.document, "Name,Manager\nEm,Ada Lovelace\n"), 0, "error.people.manager_ambiguous");
  CHECK(plan(team.document, "Name,Email\nAda Lovelace,third@x.org\n").fresh_count == 1);
}

TEST_CASE("a table without a name column says so in every row") {
  problem(plan({}, "Email,Start\na@b.c,2020-01-01\n"), 0, "error.people.no_column");
}

TEST_CASE("ten thousand rows with managers are planned in one go") {
  std::string csv = "Name,Email,Manager\n";
  for (int i = 0; i < 10'000; ++i) csv += "P" + std::to_string(i) + ",p" + std::to_string(i) + "@x.org," + (i ? "p" + std::to_string(i / 2) + "@x.org" : "") + "\n";
  const auto import = plan({}, csv);
  CHECK(import.fresh_count == 10'000);
}

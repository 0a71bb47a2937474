// Which heading means what, in English and German.
#include <algorithm>

#include "app/files/people_import.h"

namespace fullcircle {
namespace {

struct Heading {
  std::string_view text;  ///< lower case, letters only
  PeopleColumn column;
};

constexpr Heading kHeadings[] = {
    {"name", PeopleColumn::name},           {"fullname", PeopleColumn::name},        {"displayname", PeopleColumn::name},
    {"employee", PeopleColumn::name},       {"employeename", PeopleColumn::name},    {"person", PeopleColumn::name},
    {"mitarbeiter", PeopleColumn::name},    {"mitarbeiterin", PeopleColumn::name},   {"vollername", PeopleColumn::name},
    {"anzeigename", PeopleColumn::name},    {"vorundnachname", PeopleColumn::name},  {"mitarbeitende", PeopleColumn::name},
    {"firstname", PeopleColumn::first_name}, {"givenname", PeopleColumn::first_name}, {"vorname", PeopleColumn::first_name},
    {"lastname", PeopleColumn::last_name},  {"surname", PeopleColumn::last_name},    {"familyname", PeopleColumn::last_name},
    {"nachname", PeopleColumn::last_name},  {"familienname", PeopleColumn::last_name},
    {"email", PeopleColumn::email},         {"mail", PeopleColumn::email},           {"emailaddress", PeopleColumn::email},
    {"emailadresse", PeopleColumn::email},  {"workemail", PeopleColumn::email},      {"mailadresse", PeopleColumn::email},
    {"staffnumber", PeopleColumn::staff_number}, {"staffno", PeopleColumn::staff_number}, {"employeeid", PeopleColumn::staff_number},
    {"employeenumber", PeopleColumn::staff_number}, {"staffid", PeopleColumn::staff_number}, {"personnelnumber", PeopleColumn::staff_number},
    {"id", PeopleColumn::staff_number},     {"number", PeopleColumn::staff_number},  {"personalnummer", PeopleColumn::staff_number},
    {"persnr", PeopleColumn::staff_number}, {"personalnr", PeopleColumn::staff_number}, {"mitarbeiternummer", PeopleColumn::staff_number},
    {"manager", PeopleColumn::manager},     {"managername", PeopleColumn::manager},  {"manageremail", PeopleColumn::manager},
    {"supervisor", PeopleColumn::manager},  {"linemanager", PeopleColumn::manager},  {"reportsto", PeopleColumn::manager},
    {"lead", PeopleColumn::manager},        {"teamlead", PeopleColumn::manager},     {"boss", PeopleColumn::manager},
    {"vorgesetzter", PeopleColumn::manager}, {"vorgesetzte", PeopleColumn::manager}, {"fuhrungskraft", PeopleColumn::manager},
    {"fuehrungskraft", PeopleColumn::manager}, {"leitung", PeopleColumn::manager},   {"berichtetan", PeopleColumn::manager},
    {"unit", PeopleColumn::unit},           {"department", PeopleColumn::unit},      {"team", PeopleColumn::unit},
    {"division", PeopleColumn::unit},       {"orgunit", PeopleColumn::unit},         {"abteilung", PeopleColumn::unit},
    {"bereich", PeopleColumn::unit},        {"einheit", PeopleColumn::unit},         {"organisationseinheit", PeopleColumn::unit},
    {"role", PeopleColumn::role},           {"job", PeopleColumn::role},             {"jobtitle", PeopleColumn::role},
    {"title", PeopleColumn::role},          {"position", PeopleColumn::role},        {"rolle", PeopleColumn::role},
    {"funktion", PeopleColumn::role},       {"stelle", PeopleColumn::role},          {"berufsbezeichnung", PeopleColumn::role},
    {"stellenbezeichnung", PeopleColumn::role}, {"start", PeopleColumn::joined},     {"startdate", PeopleColumn::joined},
    {"joined", PeopleColumn::joined},       {"hiredate", PeopleColumn::joined},      {"joiningdate", PeopleColumn::joined},
    {"since", PeopleColumn::joined},        {"eintritt", PeopleColumn::joined},      {"eintrittsdatum", PeopleColumn::joined},
    {"beginn", PeopleColumn::joined},       {"startdatum", PeopleColumn::joined},    {"seit", PeopleColumn::joined},
};

/// Lower case without spaces, signs and umlauts' dots: "E-Mail Adresse" is "emailadresse", "Führungskraft" is "fuhrungskraft".
std::string plain(std::string_view heading) {
  std::string text;
  for (std::size_t i = 0; i < heading.size(); ++i) {
    const auto byte = static_cast<unsigned char>(heading[i]);
    if (byte == 0xC3 && i + 1 < heading.size()) {
      const auto second = static_cast<unsigned char>(heading[++i]);
      if (second == 0xA4 || second == 0x84) text += 'a';
      if (second == 0xB6 || second == 0x96) text += 'o';
      if (second == 0xBC || second == 0x9C) text += 'u';
      if (second == 0x9F) text += "ss";
    } else if ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')) {
      text += static_cast<char>(byte | 0x20);
    }
  }
  return text;
}

PeopleColumn meaning_of(const std::string& heading) {
  const auto* known = std::ranges::find(kHeadings, heading, &Heading::text);
  return known == std::end(kHeadings) ? PeopleColumn::ignore : known->column;
}

/// Without a heading: a column of addresses is e-mail, the first column of words is the name.
std::vector<PeopleColumn> guess_from_cells(const CsvTable& table) {
  std::vector<PeopleColumn> columns(table.column_count(), PeopleColumn::ignore);
  bool has_name = false, has_email = false;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const auto all = [&](auto&& fits) { return std::ranges::all_of(table.rows, [&](const auto& row) { return c < row.size() && fits(row[c]); }); };
    if (!has_email && all([](const std::string& cell) { return cell.find('@') != std::string::npos; })) {
      columns[c] = PeopleColumn::email;
      has_email = true;
    } else if (!has_name && all([](const std::string& cell) { return !cell.empty() && cell.find_first_of("0123456789@") == std::string::npos; })) {
      columns[c] = PeopleColumn::name;
      has_name = true;
    }
  }
  return columns;
}

}  // namespace

std::vector<PeopleColumn> match_columns(const CsvTable& table) {
  if (!table.has_header) return guess_from_cells(table);
  std::vector<PeopleColumn> columns(table.column_count(), PeopleColumn::ignore);
  for (std::size_t c = 0; c < table.header.size(); ++c) {
    const PeopleColumn meaning = meaning_of(plain(table.header[c]));
    if (std::ranges::find(columns, meaning) == columns.end()) columns[c] = meaning;
  }
  return columns;
}

}  // namespace fullcircle

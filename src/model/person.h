// A person: a member of the team, or somebody outside who is asked for feedback.
#pragma once

#include "model/workspace.h"

namespace fullcircle {

enum class CoachingStyle : std::uint8_t { unset, structured, free };
FULLCIRCLE_ENUM_NAMES(CoachingStyle, "coaching_style", "unset", "structured", "free");

struct Person {
  Id<Person> id;
  std::string name;
  std::string email;
  std::string staff_number;  ///< the organisation's own number; an import matches people by it first, then by e-mail
  Id<Role> role;
  Id<Unit> unit;
  Id<Person> manager;
  bool is_external = false;
  std::optional<Day> joined_day;
  std::optional<Day> left_day;
  CoachingStyle coaching_style = CoachingStyle::unset;
  std::string coaching_wish;  ///< how I like to be coached, shown to whoever writes to me
  std::string lead_note;      ///< private to the leads
  std::string signing_key;    ///< public key of their first signature: another one later is shown
  std::string file_key;       ///< "age1…": what files for them are encrypted to
};
constexpr auto fields_of(Person*) {
  using P = Person;
  return std::tuple{Field{1, "name", &P::name, Audience::team},
                    Field{2, "email", &P::email, Audience::subject},
                    Field{3, "staffNumber", &P::staff_number, Audience::subject},
                    Field{4, "role", &P::role, Audience::team},
                    Field{5, "unit", &P::unit, Audience::team},
                    Field{6, "manager", &P::manager, Audience::team},
                    Field{7, "isExternal", &P::is_external, Audience::team},
                    Field{8, "joined", &P::joined_day, Audience::subject},
                    Field{9, "left", &P::left_day, Audience::subject},
                    Field{10, "coachingStyle", &P::coaching_style, Audience::team},
                    Field{11, "coachingWish", &P::coaching_wish, Audience::team},
                    Field{12, "leadNote", &P::lead_note, Audience::leads},
                    Field{13, "signingKey", &P::signing_key, Audience::team},
                    Field{14, "fileKey", &P::file_key, Audience::team}};
}
static_assert(table_is_complete<Person>());

}  // namespace fullcircle

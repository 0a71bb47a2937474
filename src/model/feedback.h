// Feedback and check-ins all year round, outside formal reviews; and the log of files read.
#pragma once

#include "model/goal.h"

namespace fullcircle {

enum class FeedbackKind : std::uint8_t { keep, try_out, thanks };
FULLCIRCLE_ENUM_NAMES(FeedbackKind, "feedback_kind", "keep", "try", "thanks");

struct Feedback {
  Id<Feedback> id;
  Id<Person> author;
  Id<Person> about;
  Day day;
  FeedbackKind kind = FeedbackKind::keep;
  std::string text;
  std::string situation;
  std::string behaviour;
  std::string impact;
  Id<Competency> competency;
  bool is_private = false;  ///< a note of the author for later; not shared with the person
};
constexpr auto fields_of(Feedback*) {
  using F = Feedback;
  constexpr auto subject = Audience::subject;
  return std::tuple{Field{1, "author", &F::author, subject},       Field{2, "about", &F::about, subject},
                    Field{3, "day", &F::day, subject},             Field{4, "kind", &F::kind, subject},
                    Field{5, "text", &F::text, subject},           Field{6, "situation", &F::situation, subject},
                    Field{7, "behaviour", &F::behaviour, subject}, Field{8, "impact", &F::impact, subject},
                    Field{9, "competency", &F::competency, subject}, Field{10, "isPrivate", &F::is_private, subject}};
}
static_assert(table_is_complete<Feedback>());

struct CheckIn {
  Id<CheckIn> id;
  Id<Person> person;
  Id<Person> with;
  Day day;
  bool is_held = false;
  std::string person_words;
  std::string with_words;
  std::string next_steps;
  std::optional<double> wellbeing;  ///< 1 to 5, only if the person chose to say
  std::vector<Id<Goal>> goals;
  std::string private_note;  ///< the lead's own; never in the person's file
};
constexpr auto fields_of(CheckIn*) {
  using C = CheckIn;
  constexpr auto subject = Audience::subject;
  return std::tuple{Field{1, "person", &C::person, subject},        Field{2, "with", &C::with, subject},
                    Field{3, "day", &C::day, subject},              Field{4, "isHeld", &C::is_held, subject},
                    Field{5, "personWords", &C::person_words, subject}, Field{6, "withWords", &C::with_words, subject},
                    Field{7, "nextSteps", &C::next_steps, subject}, Field{8, "wellbeing", &C::wellbeing, subject},
                    Field{9, "goals", &C::goals, subject},          Field{10, "privateNote", &C::private_note, Audience::leads}};
}
static_assert(table_is_complete<CheckIn>());

enum class ImportOutcome : std::uint8_t { fresh, changed, already_there, late, wrong_version, altered, withdrawn, unknown_request, unreadable };
FULLCIRCLE_ENUM_NAMES(ImportOutcome, "import_outcome", "new", "changed", "already_there", "late", "wrong_version", "altered", "withdrawn",
                      "unknown_request", "unreadable");

struct ImportedFile {
  std::string name;
  ImportOutcome outcome = ImportOutcome::fresh;
  std::string detail;
  UnknownKeys unknown;
  bool operator==(const ImportedFile&) const = default;
};
constexpr auto fields_of(ImportedFile*) {
  using F = ImportedFile;
  return std::tuple{Field{1, "name", &F::name}, Field{2, "outcome", &F::outcome}, Field{3, "detail", &F::detail}};
}
static_assert(table_is_complete<ImportedFile>());

/// What one import brought; kept so that the history of merges can be read later.
struct ImportLog {
  Id<ImportLog> id;
  Instant at;
  std::vector<ImportedFile> files;
  std::int32_t new_count = 0;
  std::int32_t known_count = 0;
  std::int32_t conflict_count = 0;
};
constexpr auto fields_of(ImportLog*) {
  using L = ImportLog;
  return std::tuple{Field{1, "at", &L::at}, Field{2, "files", &L::files}, Field{3, "new", &L::new_count},
                    Field{4, "known", &L::known_count}, Field{5, "conflicts", &L::conflict_count}};
}
static_assert(table_is_complete<ImportLog>());

}  // namespace fullcircle

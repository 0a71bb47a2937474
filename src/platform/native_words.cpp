#include "platform/native_words.h"

#include <algorithm>
#include <string_view>

namespace fullcircle {
namespace {

struct Sentence {
  std::string_view code, words;  ///< the error's detail follows the words
};

constexpr Sentence kSentences[] = {
    {"error.use", ""},
    {"error.file.unreadable", "cannot be read"},
    {"error.file.unwritable", "cannot be written"},
    {"error.file.empty", "the file is empty"},
    {"error.file.not_json", "not JSON here, expected"},
    {"error.file.cut_off", "the file ends in the middle"},
    {"error.file.trailing", "the file goes on after its end"},
    {"error.file.encoding", "not UTF-8 text"},
    {"error.file.duplicate_key", "this key is there twice:"},
    {"error.file.number_range", "this number is too large:"},
    {"error.file.too_large", "the file is larger than this many MB:"},
    {"error.file.too_deep", "nested deeper than"},
    {"error.file.text_too_long", "a text has more bytes than"},
    {"error.file.too_many", "more entries than"},
    {"error.file.value", "expected"},
    {"error.file.missing", "this is missing:"},
    {"error.file.wrong_kind", "another kind of file:"},
    {"error.file.too_new", "written by a newer program; it takes at least version"},
    {"error.file.unknown_type", "not a file of this program"},
    {"error.file.encrypted", "encrypted; decrypt it first (age -d)"},
    {"error.csv.open_quote", "a quote opens on this line and never closes"},
    {"error.csv.no_such_table", "there is no table"},
    {"error.csv.not_exported", "not exported, because a row would be one person's answers:"},
    {"error.check.unreadable_value", "this value is not understood:"},
    {"error.check.no_such_record", "refers to a record that is not there:"},
    {"error.check.circle", "leads back to itself:"},
    {"error.check.newer_kind", "records of a kind only a newer program knows, kept as they are:"},
    {"error.request.missing", "there is no such request"},
    {"error.request.no_form", "the request's cycle has no form"},
    {"error.request.withdrawn", "the request was withdrawn or declined"},
    {"error.member.missing", "nobody of the team has this id"},
    {"error.people.no_name", "the name is missing"},
    {"error.people.no_column", "no column holds names"},
    {"error.people.email", "no e-mail address:"},
    {"error.people.day", "no day:"},
    {"error.people.twice", "the same person is in an earlier row:"},
    {"error.people.manager_unknown", "nobody is called"},
    {"error.people.manager_ambiguous", "several people are called"},
    {"error.people.manager_cycle", "these manage each other:"},
    {"error.people.name_ambiguous", "several people here are called"},
};

}  // namespace

std::string sentence_for(const Error& error) {
  const auto* found = std::ranges::find(kSentences, error.code, &Sentence::code);
  std::string sentence(found == std::end(kSentences) ? std::string_view(error.code) : found->words);
  if (!error.detail.empty()) sentence += (sentence.empty() ? "" : " ") + error.detail;
  return sentence;
}

std::string sentence_for(ImportOutcome outcome) {
  switch (outcome) {
    case ImportOutcome::fresh: return "new";
    case ImportOutcome::changed: return "a later answer to the same request";
    case ImportOutcome::already_there: return "already there";
    case ImportOutcome::late: return "new, after the due day";
    case ImportOutcome::wrong_version: return "answers another version of the form, not counted";
    case ImportOutcome::altered: return "changed after its export, not counted";
    case ImportOutcome::withdrawn: return "the request was withdrawn, not counted";
    case ImportOutcome::unknown_request: return "answers a request this team does not know";
    case ImportOutcome::unreadable: return "cannot be read";
  }
  return {};
}

}  // namespace fullcircle

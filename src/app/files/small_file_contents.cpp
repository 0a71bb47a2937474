// What requests and answers hold, member by member, and whose names are not in them.
#include <algorithm>
#include <cassert>

#include "app/files/file_contents.h"
#include "exchange/answer_file.h"
#include "exchange/file_errors.h"
#include "exchange/request_file.h"
#include "exchange/small_file.h"

namespace fullcircle {
namespace {

struct MemberWords {
  std::string_view key;       ///< in the file
  std::string_view part;      ///< the line of the list it stands in
  std::string_view shown_as;  ///< the field of ReceivedRequest that says how its value reads; empty: only named, never shown
};

/// In the order of the list. What is missing here stands there all the same, under its own key.
constexpr MemberWords kMembers[] = {{"subjectName", "subject", "subjectName"}, {"subjectRole", "subject", "subjectRole"}, {"coachingWish", "subject", "coachingWish"},
                                    {"teamName", "asker", "teamName"},         {"askedBy", "asker", "askedBy"},           {"sections", "questions", {}},
                                    {"answers", "answers", {}},                {"comments", "answers", {}},               {"group", "how", "group"},
                                    {"due", "how", "due"},                     {"answeredDay", "how", "due"},             {"scaleLow", "how", "scaleLow"},
                                    {"scaleHigh", "how", "scaleHigh"},         {"anonymityMinimum", "how", "anonymityMinimum"},
                                    {"id", "codes", {}},                       {"request", "codes", {}},                  {"token", "codes", {}},
                                    {"form", "codes", {}},                     {"formVersion", "codes", "formVersion"},   {"leadKey", "codes", {}},
                                    {"code", "codes", {}}};

bool says_nothing(const Value& value) {
  const auto* text = value.as_text();
  const auto* list = value.as_list();
  return value.is_null() || (text && text->empty()) || (list && list->empty());
}

/// Every text in it, one a line. The reader has limited how deep it goes.
void collect_texts(const Value& value, std::string& texts) {
  if (const auto* text = value.as_text()) texts += *text + "\n";
  if (const auto* list = value.as_list())
    for (const Value& item : *list) collect_texts(item, texts);
  if (const auto* object = value.as_object())
    for (const auto& [key, member] : *object) collect_texts(member, texts);
}

class SmallFileReader {
 public:
  SmallFileReader(const Document& source, const Language& language, const NameIndex& people, bool is_answer)
      : source_(source), language_(language), people_(people), formats_(language, Day()), words_(language, formats_, source), is_answer_(is_answer) {}

  FileContents read(Value::Object members, std::size_t bytes) {
    contents_.bytes = bytes;
    for (const MemberWords& known : kMembers)
      if (const auto value = take_member(members, known.key); value && !says_nothing(*value)) hold(known, *value);
    for (const auto& [key, value] : members) hold({key, "other", {}}, value);
    is_answer_ ? leave_out_of_answer() : leave_out_of_request();
    return std::move(contents_);
  }

 private:
  void hold(const MemberWords& member, const Value& value) {
    auto line = std::ranges::find(contents_.inside, member.part, &HeldRecords::key);
    if (line == contents_.inside.end()) {
      contents_.inside.push_back({std::string(member.part), 0, std::string(language_.tr(key_of("holds", member.part))), {}});
      line = contents_.inside.end() - 1;
    }
    ++line->count;
    if (member.part == "questions") return hold_questions(*line, value);
    if (member.part == "answers") {
      const auto* list = value.as_list();
      line->names.push_back(language_.tr("holds." + std::string(member.key), {{"count", static_cast<std::int64_t>(list ? list->size() : 1)}}));
      return collect_texts(value, words_written_);
    }
    line->names.push_back(named(member, value));
    if (member.part == "subject" || member.part == "asker") known_names_ += (value.as_text() ? *value.as_text() : std::string()) + "\n";
  }

  void hold_questions(HeldRecords& line, const Value& sections) {
    collect_texts(sections, words_written_);
    if (const auto* list = sections.as_list())
      for (const Value& section : *list) {
        const Value *title = section.find("title"), *items = section.find("items");
        const auto count = static_cast<std::int64_t>(items && items->as_list() ? items->as_list()->size() : 0);
        line.names.push_back(what_of(title && title->as_text() ? *title->as_text() : std::string(), language_.tr("answer.questions", {{"count", count}})));
      }
  }

  std::string what_of(std::string_view name, std::string_view what) const {
    return name.empty() ? std::string(what) : language_.tr("export.what_of", {{"name", name}, {"what", what}});
  }

  std::string named(const MemberWords& member, const Value& value) const {
    constexpr KindIndex kKind = kKindIndex<ReceivedRequest>;
    const std::string own = "holds.member." + std::string(member.key);
    const std::string name(language_.has(own) ? language_.tr(own) : words_.field_name(kKind, member.key));
    const FieldAccess* field = find_field(kind_fields(kKind), member.shown_as);
    return field ? what_of(name, words_.value(kKind, field->id, value)) : name;
  }

  /// In the language files: what is said of requests, or of answers.
  std::string key_of(std::string_view group, std::string_view key) const {
    std::string all(group);
    all += is_answer_ ? ".answer." : ".request.";
    return all += key;
  }

  void leave_out(std::string_view key) {
    const std::string group = key_of("left_out_of", key);
    contents_.left_out.push_back({std::string(key), 1, std::string(language_.tr(group)), std::string(language_.tr(group + "_why"))});
  }

  /// Whom the words name besides those the file is about: that is said too.
  void hold_names(const std::vector<std::string>& names) {
    if (!names.empty()) contents_.inside.push_back({"names", names.size(), std::string(language_.tr("holds.names")), names});
  }

  void leave_out_of_request() {
    std::vector<std::string> named;
    bool are_others_left_out = false;
    const std::vector<bool> is_known = people_.find_in(known_names_), is_written = people_.find_in(words_written_);
    for (std::size_t i = 0; i < is_known.size(); ++i) {
      const std::string_view name = people_.names()[i];
      if (name.empty() || is_known[i]) continue;
      if (is_written[i]) named.emplace_back(name);
      else are_others_left_out = true;
    }
    hold_names(named);
    if (are_others_left_out) leave_out("raters");
    if (std::ranges::none_of(contents_.inside, [](const HeldRecords& held) { return held.key == "answers"; })) leave_out("answers");
    if (std::ranges::find(contents_.inside, "other", &HeldRecords::key) == contents_.inside.end()) leave_out("team");
  }

  void leave_out_of_answer() {
    std::vector<std::string> named;
    bool are_others_left_out = false;
    leave_out("self");
    for (const ReceivedRequest& request : source_.table<ReceivedRequest>().alive())
      for (const std::string* name : {&request.subject_name, &request.asked_by}) {
        if (name->empty() || std::ranges::find(named, *name) != named.end()) continue;
        if (names_somebody(words_written_, *name)) named.push_back(*name);
        else are_others_left_out = true;
      }
    hold_names(named);
    if (are_others_left_out && named.empty()) leave_out("names");
  }

  const Document& source_;
  const Language& language_;
  const NameIndex& people_;
  const Formats formats_;
  const RecordWords words_;
  const bool is_answer_;
  FileContents contents_;
  std::string known_names_;    ///< of whom it is about and who asks
  std::string words_written_;  ///< questions, ratings and comments
};

}  // namespace

NameIndex index_people(const Document& source) {
  std::vector<std::string_view> names;
  for (const Person& person : source.table<Person>().alive()) names.push_back(person.name);
  return NameIndex(std::move(names));
}

Result<FileContents> read_small_file_contents(std::string_view bytes, const Document& source, const Language& language) {
  return read_small_file_contents(bytes, source, language, index_people(source));
}

Result<FileContents> read_small_file_contents(std::string_view bytes, const Document& source, const Language& language, const NameIndex& people) {
  auto members = open_small_file(bytes, kRequestFormat, kRequestVersion);
  const bool is_answer = !members;
  if (is_answer) members = open_small_file(bytes, kAnswerFormat, kAnswerVersion);
  if (!members) return std::unexpected(members.error());
  return SmallFileReader(source, language, people, is_answer).read(*std::move(members), bytes.size());
}

FileContents preview_answer(const ReceivedRequest& request, Day today, const Document& source, const Language& language) {
  auto contents = read_small_file_contents(encode_answer_file(request, today), source, language);
  assert(contents && "an answer that was just written can be read");
  return *std::move(contents);
}

}  // namespace fullcircle

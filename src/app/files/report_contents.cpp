// What a table or a page holds: its columns and rows, its headings, and whose names and notes are not in it.
#include <algorithm>
#include <unordered_set>

#include "app/files/file_contents.h"
#include "exchange/csv.h"

namespace fullcircle {
namespace {

/// What escape_html() wrote, as it was.
std::string plain(std::string_view html) {
  constexpr std::pair<std::string_view, char> kReferences[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}};
  std::string text;
  for (std::size_t at = 0; at < html.size();) {
    const auto found = std::ranges::find_if(kReferences, [&](const auto& one) { return html.substr(at).starts_with(one.first); });
    const bool is_reference = found != std::end(kReferences);
    text += is_reference ? found->second : html[at];
    at += is_reference ? found->first.size() : 1;
  }
  return text;
}

class ReportReader {
 public:
  ReportReader(std::string_view kind, const Document& source, const Language& language, const RecordWords& words)
      : group_("left_out_of." + std::string(kind) + "."), source_(source), language_(language), words_(words) {}

  FileContents read(std::string_view bytes) {
    contents_.bytes = bytes.size();
    bytes.starts_with("<!doctype") ? hold_page(bytes) : hold_table(bytes);
    leave_out_names();
    leave_out_notes();
    leave_out_fields();
    leave_out("responses", source_.table<FeedbackResponse>().size(), words_.kind_count(kKindIndex<FeedbackResponse>, source_.table<FeedbackResponse>().size()));
    return std::move(contents_);
  }

 private:
  void hold_table(std::string_view bytes) {
    const auto table = parse_csv(bytes, {.delimiter = ',', .header = CsvOptions::Header::yes});
    if (!table) return;
    header_ = table->header;
    hold("columns", table->header.size(), table->header);
    hold("rows", table->rows.size(), {});
    for (const auto& row : table->rows)
      for (const std::string& cell : row) text_ += cell + "\n";
  }

  void hold_page(std::string_view bytes) {
    std::vector<std::string> headings;
    for (auto at = bytes.find("<h"); at != std::string_view::npos; at = bytes.find("<h", at + 2)) {
      if (at + 3 >= bytes.size() || bytes[at + 2] < '1' || bytes[at + 2] > '9') continue;
      const auto from = bytes.find('>', at) + 1, to = bytes.find("</h", from);
      headings.push_back(plain(bytes.substr(from, to - from)));
    }
    hold("headings", headings.size(), std::move(headings));
    text_ = plain(bytes);
  }

  void hold(std::string_view key, std::size_t count, std::vector<std::string> names) {
    contents_.inside.push_back({std::string(key), count, language_.tr("holds." + std::string(key), {{"count", static_cast<std::int64_t>(count)}}), std::move(names)});
  }

  void leave_out(std::string_view key, std::size_t count, std::string title) {
    const std::string reason = group_ + std::string(key);
    if (count > 0 && language_.has(reason)) contents_.left_out.push_back({std::string(key), count, std::move(title), std::string(language_.tr(reason))});
  }
  void leave_out(std::string_view key, std::size_t count) {
    leave_out(key, count, language_.tr("left_out_of." + std::string(key), {{"count", static_cast<std::int64_t>(count)}}));
  }

  /// How many of these are not in the file. Empty texts do not count.
  std::size_t count_missing(std::vector<std::string_view> texts) const {
    const NameIndex index(std::move(texts));
    const std::vector<bool> is_there = index.find_in(text_);
    std::size_t missing = 0;
    for (std::size_t i = 0; i < is_there.size(); ++i) missing += !is_there[i] && !index.names()[i].empty();
    return missing;
  }

  void leave_out_names() {
    std::unordered_set<RecordId> raters;
    for (const FeedbackRequest& request : source_.table<FeedbackRequest>().alive())
      if (request.group != RaterGroup::self && request.group != RaterGroup::manager) raters.insert(request.rater);
    std::size_t people = 0, asked = 0, place = 0;
    const std::vector<bool> is_named = index_people(source_).find_in(text_);
    for (const Person& person : source_.table<Person>().alive()) {
      const bool is_missing = !is_named[place++];
      people += is_missing && !person.is_external;
      asked += is_missing && raters.contains(person.id);
    }
    leave_out("people", people, words_.kind_count(kKindIndex<Person>, people));
    leave_out("raters", asked);
  }

  void leave_out_notes() {
    std::vector<std::string_view> notes;
    for (const Feedback& feedback : source_.table<Feedback>().alive())
      if (feedback.is_private) notes.push_back(feedback.text);
    for (const CheckIn& check_in : source_.table<CheckIn>().alive()) notes.push_back(check_in.private_note);
    for (const Person& person : source_.table<Person>().alive()) notes.push_back(person.lead_note);
    leave_out("notes", count_missing(std::move(notes)));
    std::vector<std::string_view> words;
    for (const DevelopmentPlan& plan : source_.table<DevelopmentPlan>().alive()) words.insert(words.end(), {plan.strengths, plan.ambitions, plan.wellbeing});
    leave_out("plan_words", count_missing(std::move(words)));
  }

  /// Of the people in a table: what of them has no column.
  void leave_out_fields() {
    std::size_t count = 0;
    std::string list;
    for (const FieldAccess& field : kind_fields(kKindIndex<Person>)) {
      const std::string_view name = words_.field_name(kKindIndex<Person>, field.key);
      if (std::ranges::find(header_, name) != header_.end()) continue;
      if (count++ > 0) list += ", ";
      list += name;
    }
    leave_out("fields", count, std::move(list));
  }

  const std::string group_;
  const Document& source_;
  const Language& language_;
  const RecordWords& words_;
  FileContents contents_;
  std::vector<std::string> header_;
  std::string text_;  ///< all there is to read in the file
};

}  // namespace

FileContents read_report_contents(std::string_view bytes, std::string_view kind, const Document& source, const Language& language, const RecordWords& words) {
  return ReportReader(kind, source, language, words).read(bytes);
}

}  // namespace fullcircle

// What a table or a page holds: its columns and rows, its headings, and whose names and notes are not in it.
#include <algorithm>

#include "app/files/file_contents.h"
#include "app/files/name_search.h"
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

  bool is_missing(const std::string& words) const { return !words.empty() && text_.find(words) == std::string::npos; }

  void leave_out_names() {
    std::vector<RecordId> raters;
    for (const FeedbackRequest& request : source_.table<FeedbackRequest>().alive())
      if (request.group != RaterGroup::self && request.group != RaterGroup::manager) raters.push_back(request.rater);
    std::size_t people = 0, asked = 0;
    for (const Person& person : source_.table<Person>().alive()) {
      const bool is_missing = !names_somebody(text_, person.name);
      people += is_missing && !person.is_external;
      asked += is_missing && std::ranges::contains(raters, RecordId(person.id));
    }
    leave_out("people", people, words_.kind_count(kKindIndex<Person>, people));
    leave_out("raters", asked);
  }

  void leave_out_notes() {
    std::size_t notes = 0;
    for (const Feedback& feedback : source_.table<Feedback>().alive()) notes += feedback.is_private && is_missing(feedback.text);
    for (const CheckIn& check_in : source_.table<CheckIn>().alive()) notes += is_missing(check_in.private_note);
    for (const Person& person : source_.table<Person>().alive()) notes += is_missing(person.lead_note);
    leave_out("notes", notes);
    std::size_t words = 0;
    for (const DevelopmentPlan& plan : source_.table<DevelopmentPlan>().alive())
      for (const auto* text : {&plan.strengths, &plan.ambitions, &plan.wellbeing}) words += is_missing(*text);
    leave_out("plan_words", words);
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

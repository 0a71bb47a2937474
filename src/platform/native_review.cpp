#include "platform/native_review.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <iostream>

#include "app/files/answer_import.h"
#include "app/files/document_writer.h"
#include "app/files/request_files.h"
#include "platform/native_clock.h"
#include "platform/native_command.h"
#include "platform/native_words.h"

namespace fullcircle {
namespace {

constexpr std::string_view kRequestHelp =
    "fullcircle request FILE [--person ID] [--rater ID] [-o FOLDER]\n"
    "\n"
    "Writes the request files of all raters who have not answered yet, one each, and prints their paths.\n"
    "  --person ID     only requests about this person\n"
    "  --rater ID      only requests to this rater\n"
    "  -o FOLDER       this folder when not given; it is made if need be\n";

constexpr std::string_view kAnswerHelp =
    "fullcircle answer REQUEST [--rating ITEM=NUMBER]… [--choice ITEM=INDEX]… [--comment ITEM=TEXT]… [--all NUMBER] [--day DAY] [-o FILE]\n"
    "\n"
    "Writes the answer to a request.\n"
    "  --all NUMBER    this rating for every rating item that has none of its own\n"
    "  --day DAY       when it was answered; today when not given\n";

constexpr std::string_view kImportHelp =
    "fullcircle import FILE ANSWER… [-o FILE]\n"
    "\n"
    "Takes answers into a workspace and says of each what became of it.\n"
    "  -o FILE         the workspace with the answers; nothing is written when not given\n"
    "Exit code: 1 when one of them does not count.\n";

bool wants_help(const std::vector<std::string>& words) { return std::ranges::find(words, "--help") != words.end() || std::ranges::find(words, "-h") != words.end(); }

Error wrong_use(std::string sentence) { return {"error.use", {}, std::move(sentence)}; }

/// "key=value" in two.
Result<std::pair<std::string, std::string>> split(const std::string& pair) {
  const auto equals = pair.find('=');
  if (equals == std::string::npos || equals == 0) return std::unexpected(wrong_use("expected ITEM=VALUE, not " + pair));
  return std::pair(pair.substr(0, equals), pair.substr(equals + 1));
}

Result<double> number_in(const std::string& text) {
  double number = 0;
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  if (read.ec != std::errc{} || read.ptr != end) return std::unexpected(wrong_use("no number: " + text));
  return number;
}

const FormItem* find_item(const ReceivedRequest& request, const std::string& key) {
  for (const FormSection& section : request.sections)
    for (const FormItem& item : section.items)
      if (item.key == key) return &item;
  return nullptr;
}

Answer& answer_to(ReceivedRequest& request, const std::string& item) {
  const auto at = std::ranges::find(request.answers, item, &Answer::item);
  return at != request.answers.end() ? *at : request.answers.emplace_back(Answer{.item = item});
}

Result<> fill_in(ReceivedRequest& request, const CommandWords& arguments) {
  for (const auto& [option, values] : arguments.options) {
    if (option != "rating" && option != "choice" && option != "comment") continue;
    for (const std::string& pair : values) {
      const auto parts = split(pair);
      if (!parts) return std::unexpected(parts.error());
      const auto& [item, value] = *parts;
      if (!find_item(request, item)) return std::unexpected(wrong_use("the form has no item " + item));
      if (option == "comment") {
        request.comments.push_back({.item = item, .text = value});
        continue;
      }
      const auto number = number_in(value);
      if (!number) return std::unexpected(number.error());
      Answer& answer = answer_to(request, item);
      if (option == "rating")
        answer.rating = *number;
      else
        answer.choice = static_cast<std::int32_t>(*number);
    }
  }
  if (!arguments.has("all")) return {};
  const auto number = number_in(arguments.value("all"));
  if (!number) return std::unexpected(number.error());
  for (const FormSection& section : request.sections)
    for (const FormItem& item : section.items)
      if (Answer* answer = item.kind == ItemKind::rating ? &answer_to(request, item.key) : nullptr; answer && !answer->rating) answer->rating = *number;
  return {};
}

bool is_open(const FeedbackRequest& request) { return request.state == RequestState::approved || request.state == RequestState::exported; }

}  // namespace

int run_request(const std::vector<std::string>& words, std::istream&, std::ostream& out, std::ostream& err) {
  if (wants_help(words)) return out << kRequestHelp, kFine;
  const auto arguments = parse_arguments(words, {"person", "rater", "out"});
  if (!arguments) return report(err, arguments.error());
  if (arguments->files.size() != 1) return report(err, wrong_use("request needs a file; see fullcircle request --help"));
  const auto document = read_workspace(arguments->files[0]);
  if (!document) return report(err, document.error());
  const std::filesystem::path folder = arguments->value("out", ".");
  std::error_code problem;
  std::filesystem::create_directories(folder, problem);
  int count = 0;
  for (const FeedbackRequest& request : document->table<FeedbackRequest>().alive()) {
    const bool is_wanted = (!arguments->has("person") || to_text(request.subject) == arguments->value("person")) &&
                           (!arguments->has("rater") || to_text(request.rater) == arguments->value("rater"));
    if (!is_wanted || !is_open(request)) continue;
    const auto file = make_request_file(*document, request.id, native_now());
    if (!file) return report(err, file.error());
    const std::string stem = file->name.substr(0, file->name.rfind('.'));
    const std::string path = (folder / (stem + "-" + to_text(request.id).substr(0, 6) + ".fullcircle")).string();  // two raters may share a name
    if (const auto written = write_bytes(path, file->bytes); !written) return report(err, written.error());
    out << path << "\n";
    ++count;
  }
  return count > 0 ? kFine : report(err, {"error.request.missing", arguments->files[0], {}});
}

int run_answer(const std::vector<std::string>& words, std::istream&, std::ostream& out, std::ostream& err) {
  if (wants_help(words)) return out << kAnswerHelp, kFine;
  const auto arguments = parse_arguments(words, {"rating", "choice", "comment", "all", "day", "out"});
  if (!arguments) return report(err, arguments.error());
  if (arguments->files.size() != 1) return report(err, wrong_use("answer needs a request file; see fullcircle answer --help"));
  const auto day = arguments->has("day") ? parse_day(arguments->value("day")) : day_of(native_now());
  if (!day) return report(err, wrong_use("--day is a day as 2026-11-19"));
  const auto bytes = read_bytes(arguments->files[0]);
  if (!bytes) return report(err, bytes.error());
  auto request = read_request_file(*bytes);
  if (!request) {
    Error error = request.error();
    error.place = arguments->files[0] + (error.place.empty() ? "" : ":" + error.place);
    return report(err, error);
  }
  if (const auto filled = fill_in(*request, *arguments); !filled) return report(err, filled.error());
  const auto written = write_bytes(arguments->value("out"), encode_answer_file(*request, *day));
  return written ? kFine : report(err, written.error());
}

int run_import(const std::vector<std::string>& words, std::istream&, std::ostream& out, std::ostream& err) {
  if (wants_help(words)) return out << kImportHelp, kFine;
  const auto arguments = parse_arguments(words, {"out"});
  if (!arguments) return report(err, arguments.error());
  if (arguments->files.size() < 2) return report(err, wrong_use("import needs a workspace and an answer; see fullcircle import --help"));
  auto document = read_workspace(arguments->files[0]);
  if (!document) return report(err, document.error());
  std::vector<std::string> contents;
  for (std::size_t i = 1; i < arguments->files.size(); ++i) {
    auto bytes = read_bytes(arguments->files[i]);
    if (!bytes) return report(err, bytes.error());
    contents.push_back(*std::move(bytes));
  }
  std::vector<NamedFile> files;
  for (std::size_t i = 0; i < contents.size(); ++i) files.push_back({arguments->files[i + 1], contents[i]});
  const AnswerImport import = import_answers(*document, files, Id<ImportLog>(native_ids()()), native_now());
  int code = kFine;
  for (const AnswerOutcome& file : import.files) {
    const bool counts = file.outcome <= ImportOutcome::late;
    (counts ? out : err) << file.file_name << ": " << sentence_for(file.outcome);
    if (file.outcome == ImportOutcome::changed && file.days_late > 0) out << ", " << file.days_late << (file.days_late == 1 ? " day" : " days") << " after the due day";
    (counts ? out : err) << (file.error.code.empty() ? "" : ": " + describe(file.error)) << "\n";
    if (!counts) code = kHasProblems;
  }
  if (!arguments->has("out")) return code;
  StampClock clock = native_stamps(document->greatest_stamp());
  apply(*document, clock, import.edit);
  const auto written = write_bytes(arguments->value("out"), encode_document(*document));
  return written ? code : report(err, written.error());
}

}  // namespace fullcircle

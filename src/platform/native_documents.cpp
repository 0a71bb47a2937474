#include "platform/native_documents.h"

#include <algorithm>
#include <iostream>

#include "app/files/document_check.h"
#include "app/files/document_writer.h"
#include "app/files/member_file.h"
#include "app/files/people_import.h"
#include "app/files/table_export.h"
#include "app/sample/sample_workspace.h"
#include "exchange/answer_file.h"
#include "exchange/file_kind.h"
#include "exchange/request_file.h"
#include "platform/native_clock.h"
#include "platform/native_command.h"
#include "store/merge.h"

namespace fullcircle {
namespace {

constexpr std::string_view kSampleHelp =
    "fullcircle sample [--people N] [--seed S] [--language en|de] [--today DAY] [-o FILE]\n"
    "\n"
    "Writes a believable workspace in the middle of a review cycle. The same options give the same bytes.\n"
    "  --people N      1 to 10000; 14, the team of the story, when not given\n"
    "  --seed S        another number, other people and figures; 1 when not given\n"
    "  --today DAY     everything is dated around this day; 2026-11-19 when not given\n"
    "  -o FILE         standard output when not given\n";

constexpr std::string_view kCheckHelp =
    "fullcircle check FILE…\n"
    "\n"
    "Reads files of any kind (workspace, request, answer, member, table of people) and names every problem, one a line.\n"
    "Exit code: 0 when all are fine, 1 when one has a problem, 2 when one cannot be opened.\n";

constexpr std::string_view kMergeHelp =
    "fullcircle merge A B… [-o FILE]\n"
    "\n"
    "Merges copies of one workspace, in any order with the same result, and says what B brought. Nothing is lost: where both\n"
    "changed a field, the later one shows and the other stands beside it.\n"
    "  -o FILE         standard output when not given\n";

constexpr std::string_view kTableHelp =
    "fullcircle table FILE KIND [-o CSV]\n"
    "\n"
    "Writes all records of a kind (people, goals, reviews, …) as CSV. Answers are not exported: a row would be one person's.\n";

bool wants_help(const std::vector<std::string>& words) { return std::ranges::find(words, "--help") != words.end() || std::ranges::find(words, "-h") != words.end(); }

Error wrong_use(std::string sentence) { return {"error.use", {}, std::move(sentence)}; }

std::string counts_of(const Document& document) {
  std::string text;
  for (KindIndex kind = 0; kind < kKindCount; ++kind)
    if (const auto count = document.table(kind).size()) text += (text.empty() ? "" : ", ") + std::to_string(count) + " " + std::string(kind_key(kind));
  return text.empty() ? "nothing in it" : text;
}

struct Finding {
  std::string summary;
  std::vector<Error> problems;
};

Finding check_table(std::string_view bytes) {
  const auto table = parse_csv(bytes);
  if (!table) return {.problems = {table.error()}};
  const auto import = plan_people_import({}, *table, match_columns(*table), native_ids());
  Finding finding{.summary = "table, " + std::to_string(table->rows.size()) + " rows", .problems = {}};
  for (const PeopleRow& row : import.rows)
    for (Error problem : row.problems) {
      problem.place = "line " + std::to_string(row.line) + ", " + problem.place;
      finding.problems.push_back(std::move(problem));
    }
  return finding;
}

Finding check_bytes(std::string_view bytes) {
  const auto document_finding = [](std::string_view name, const Document& document, bool is_whole) {
    return Finding{.summary = std::string(name) + ", " + counts_of(document), .problems = find_problems(document, is_whole)};
  };
  switch (detect_file_kind(bytes)) {
    case FileKind::workspace: {
      const auto read = read_document(bytes);
      return read ? document_finding("workspace", *read, true) : Finding{.problems = {read.error()}};
    }
    case FileKind::member: {
      const auto read = read_member_file(bytes);
      return read ? document_finding("member file", read->document, false) : Finding{.problems = {read.error()}};
    }
    case FileKind::request: {
      const auto read = read_request_file(bytes);
      return read ? Finding{.summary = "request about " + read->subject_name} : Finding{.problems = {read.error()}};
    }
    case FileKind::answer: {
      const auto read = read_answer_file(bytes);
      return read ? Finding{.summary = "answer, " + std::to_string(read->answers.size()) + " answers"} : Finding{.problems = {read.error()}};
    }
    case FileKind::csv: return check_table(bytes);
    case FileKind::encrypted: return {.problems = {Error{"error.file.encrypted", {}, {}}}};
    case FileKind::unknown: break;
  }
  const auto as_document = read_document(bytes);  // says what is wrong with it as JSON
  return {.problems = {as_document ? Error{"error.file.unknown_type", {}, {}} : as_document.error()}};
}

}  // namespace

int run_sample(const std::vector<std::string>& words, std::istream&, std::ostream& out, std::ostream& err) {
  if (wants_help(words)) return out << kSampleHelp, kFine;
  const auto arguments = parse_arguments(words, {"people", "seed", "language", "today", "out"});
  if (!arguments) return report(err, arguments.error());
  const auto people = parse_number(*arguments, "people", kStoryPeople, 1, 10'000);
  const auto seed = parse_number(*arguments, "seed", 1, 0, 2'000'000'000);
  const auto today = parse_day(arguments->value("today", "2026-11-19"));
  const std::string language = arguments->value("language", "en");
  if (!people) return report(err, people.error());
  if (!seed) return report(err, seed.error());
  if (!today) return report(err, wrong_use("--today is a day as 2026-11-19"));
  if (language != "en" && language != "de") return report(err, wrong_use("--language is en or de"));
  if (!arguments->files.empty()) return report(err, wrong_use("sample takes no file; see fullcircle sample --help"));
  SampleOptions options;
  options.people = static_cast<int>(*people);
  options.seed = static_cast<std::uint64_t>(*seed);
  options.today = *today;
  options.now = Instant{std::int64_t{today->number} * 86'400'000 + 12 * 3'600'000};
  options.language = language;
  const auto written = write_bytes(arguments->value("out"), encode_document(build_sample_workspace(options)));
  return written ? kFine : report(err, written.error());
}

int run_check(const std::vector<std::string>& words, std::istream&, std::ostream& out, std::ostream& err) {
  if (wants_help(words)) return out << kCheckHelp, kFine;
  const auto arguments = parse_arguments(words, {});
  if (!arguments) return report(err, arguments.error());
  if (arguments->files.empty()) return report(err, wrong_use("check needs a file; see fullcircle check --help"));
  int code = kFine;
  for (const std::string& path : arguments->files) {
    const auto bytes = read_bytes(path);
    if (!bytes) return report(err, bytes.error());
    const Finding finding = check_bytes(*bytes);
    for (const Error& problem : finding.problems) err << path << ": " << describe(problem) << "\n";
    if (finding.problems.empty()) out << path << ": fine (" << finding.summary << ")\n";
    if (!finding.problems.empty()) code = kHasProblems;
  }
  return code;
}

int run_merge(const std::vector<std::string>& words, std::istream&, std::ostream& out, std::ostream& err) {
  if (wants_help(words)) return out << kMergeHelp, kFine;
  const auto arguments = parse_arguments(words, {"out"});
  if (!arguments) return report(err, arguments.error());
  if (arguments->files.size() < 2) return report(err, wrong_use("merge needs two files; see fullcircle merge --help"));
  auto whole = read_workspace(arguments->files[0]);
  if (!whole) return report(err, whole.error());
  for (std::size_t i = 1; i < arguments->files.size(); ++i) {
    auto other = read_workspace(arguments->files[i]);
    if (!other) return report(err, other.error());
    const bool is_other_team = !whole->workspace().is_none() && !other->workspace().is_none() && whole->workspace() != other->workspace();
    if (is_other_team) return report(err, {"error.file.wrong_kind", arguments->files[i], "another team's workspace"});
    const MergeCounts counts = preview_merge(*whole, *other).total();
    err << arguments->files[i] << ": " << counts.added << " new, " << counts.changed << " changed, " << counts.deleted << " deleted, " << counts.restored << " restored, "
        << counts.conflicts << " conflicts\n";
    merge(*whole, *std::move(other));
  }
  const auto written = write_bytes(arguments->value("out"), encode_document(*whole));
  return written ? kFine : report(err, written.error());
}

int run_table(const std::vector<std::string>& words, std::istream&, std::ostream& out, std::ostream& err) {
  if (wants_help(words)) return out << kTableHelp, kFine;
  const auto arguments = parse_arguments(words, {"out"});
  if (!arguments) return report(err, arguments.error());
  if (arguments->files.size() != 2) return report(err, wrong_use("table needs a file and a kind; see fullcircle table --help"));
  const auto document = read_workspace(arguments->files[0]);
  if (!document) return report(err, document.error());
  const auto csv = encode_table_csv(*document, arguments->files[1]);
  if (!csv) return report(err, {"error.use", {}, describe(csv.error())});
  const auto written = write_bytes(arguments->value("out"), *csv);
  return written ? kFine : report(err, written.error());
}

}  // namespace fullcircle

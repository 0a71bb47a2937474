#include "platform/native_analyse.h"

#include <algorithm>
#include <fstream>
#include <istream>
#include <iterator>
#include <ostream>
#include <string_view>

#include "app/analyse.h"

namespace fullcircle {

namespace {

constexpr int kFine = 0;
constexpr int kWrongUse = 2;

constexpr std::string_view kHelp =
    "fullcircle analyse [FILE]\n"
    "\n"
    "Reads one request, or an array of requests, as JSON from FILE or standard input:\n"
    "  {\"method\": \"describe\", \"x\": [1, 2, 4]}\n"
    "and writes the reply, or an array of replies in the same order, to standard output:\n"
    "  {\"method\": \"describe\", \"undefined\": {}, \"values\": {\"mean\": 2.333…, \"n\": 3, \"sd\": 1.527…}}\n"
    "What cannot be computed is null, with its reason under \"undefined\".\n"
    "\n"
    "Methods: icc, icc_groups, krippendorff, rwg, cronbach, additive, crossed, shrink, ols, theil_sen, holt, backtest,\n"
    "forecast_goal, describe, paired, wilcoxon, reliable_change, rank, distribution, goal, payout, rollup, rescale,\n"
    "weighted, round, label, rater_groups, rater_items.\n"
    "\n"
    "Exit code: 0; 2 for a malformed request, with one line on standard error and no reply at all.\n";

/// Control characters would break the one line.
std::string one_line(std::string text) {
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  }
  return text;
}

struct ReaderSentence {
  std::string_view code, sentence;
};

// What the JSON reader may find, for somebody at a terminal.
constexpr ReaderSentence kReaderSentences[] = {
    {"error.file.empty", "nothing to read"},
    {"error.file.not_json", "not valid JSON: expected"},
    {"error.file.cut_off", "not valid JSON: ends in the middle"},
    {"error.file.trailing", "not valid JSON: expected the end of the text"},
    {"error.file.encoding", "not valid UTF-8"},
    {"error.file.duplicate_key", "expected every key once, not twice"},
    {"error.file.number_range", "expected a number that fits a double (64-bit for integers), not"},
    {"error.file.too_large", "expected at most this many MB:"},
    {"error.file.too_deep", "expected no more levels than"},
    {"error.file.text_too_long", "expected texts of at most this many bytes:"},
    {"error.file.too_many", "expected no more entries than"},
};

std::string sentence_for(const Error& error) {
  if (error.code == "error.analyse.request") return error.place + ": expected " + error.detail;
  // The reader's place is "line:column path", and the path of an array begins with the request's number.
  const std::size_t space = error.place.find(' ');
  const std::string path = space == std::string::npos ? "" : error.place.substr(space + 1);
  const bool numbered = !path.empty() && path[0] >= '0' && path[0] <= '9';
  std::string sentence = "line " + error.place.substr(0, error.place.find(':')) + ", column " +
                         error.place.substr(error.place.find(':') + 1, space == std::string::npos ? space : space - error.place.find(':') - 1);
  if (!path.empty()) sentence += numbered ? ", request " + path : ", " + path;
  sentence += ": ";
  const auto found = std::ranges::find(kReaderSentences, error.code, &ReaderSentence::code);
  sentence += found == std::end(kReaderSentences) ? error.code : found->sentence;
  if (!error.detail.empty()) sentence += " " + error.detail;
  return sentence;
}

int refuse(std::ostream& err, const std::string& sentence) {
  err << "fullcircle analyse: " << one_line(sentence) << "\n";
  return kWrongUse;
}

}  // namespace

int run_analyse(const std::vector<std::string>& arguments, std::istream& in, std::ostream& out, std::ostream& err) {
  if (arguments.size() == 1 && (arguments[0] == "--help" || arguments[0] == "-h")) {
    out << kHelp;
    return kFine;
  }
  if (arguments.size() > 1) return refuse(err, "expected one file at most; see fullcircle analyse --help");
  std::ifstream file;
  const bool from_file = !arguments.empty() && arguments[0] != "-";
  if (from_file) file.open(arguments[0], std::ios::binary);
  if (from_file && !file) return refuse(err, "cannot read " + arguments[0]);
  std::istream& source = from_file ? file : in;
  const std::string text{std::istreambuf_iterator<char>(source), std::istreambuf_iterator<char>()};
  const Result<std::string> replies = analyse(text);
  if (!replies) return refuse(err, sentence_for(replies.error()));
  out << *replies << "\n";
  out.flush();
  if (!out) return refuse(err, "could not write the reply");
  return kFine;
}

}  // namespace fullcircle

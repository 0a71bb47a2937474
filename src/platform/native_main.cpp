// The command line: fullcircle COMMAND …
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "platform/native_analyse.h"
#include "platform/native_documents.h"
#include "platform/native_review.h"
#include "platform/native_verify.h"

namespace {

struct Command {
  std::string_view name;
  std::string_view summary;
  int (*run)(const std::vector<std::string>& arguments, std::istream& in, std::ostream& out, std::ostream& err);
};

constexpr Command kCommands[] = {
    {"sample", "write a believable workspace of any size", fullcircle::run_sample},
    {"check", "read files of any kind and name what is wrong", fullcircle::run_check},
    {"merge", "merge copies of a workspace", fullcircle::run_merge},
    {"rate", "results with every term of their computation", fullcircle::run_rate},
    {"request", "write the request files of a cycle", fullcircle::run_request},
    {"answer", "answer a request", fullcircle::run_answer},
    {"import", "take answers into a workspace", fullcircle::run_import},
    {"verify", "check who signed what, and what has changed since", fullcircle::run_verify},
    {"table", "write a table as CSV", fullcircle::run_table},
    {"analyse", "the numbers behind the screens, on plain data", fullcircle::run_analyse},
};

void write_help(std::ostream& out) {
  out << "fullcircle COMMAND …\n\n";
  for (const Command& command : kCommands) out << "  " << command.name << "  " << command.summary << "\n";
  out << "\nfullcircle COMMAND --help tells more.\n";
}

}  // namespace

int main(int count, char** words) {
  const std::vector<std::string> arguments(words + (count > 0 ? 1 : 0), words + count);
  if (!arguments.empty() && (arguments[0] == "--help" || arguments[0] == "-h")) {
    write_help(std::cout);
    return 0;
  }
  for (const Command& command : kCommands) {
    if (!arguments.empty() && arguments[0] == command.name) {
      return command.run({arguments.begin() + 1, arguments.end()}, std::cin, std::cout, std::cerr);
    }
  }
  write_help(std::cerr);
  return 2;
}

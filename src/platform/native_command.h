// What the commands of the command line share: their arguments, their files, and how they speak of what is wrong.
#pragma once

#include <iosfwd>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/result.h"
#include "store/document.h"

namespace fullcircle {

inline constexpr int kFine = 0;
inline constexpr int kHasProblems = 1;  ///< each of them named on standard error
inline constexpr int kWrongUse = 2;

/// The words after the command: files in order, and options with their values.
struct CommandWords {
  std::vector<std::string> files;
  std::map<std::string, std::vector<std::string>> options;  ///< by name without the dashes

  bool has(const std::string& name) const { return options.contains(name); }
  /// The last value given, else `otherwise`.
  std::string value(const std::string& name, std::string otherwise = {}) const;
};

/// `valued` are the options that take a value, as --name VALUE or --name=VALUE; "-o" is "out".
/// Errors: error.use (detail: the sentence).
Result<CommandWords> parse_arguments(const std::vector<std::string>& words, const std::vector<std::string>& valued);
/// Errors: error.use when it is no whole number from `least` to `most`.
Result<long> parse_number(const CommandWords& arguments, const std::string& name, long otherwise, long least, long most);

/// "-" is standard input. Errors: error.file.unreadable.
Result<std::string> read_bytes(const std::string& path);
/// Empty or "-" is standard output. The file is replaced as a whole or not at all. Errors: error.file.unwritable.
Result<> write_bytes(const std::string& path, std::string_view bytes);
/// Errors: those of reading; the place begins with the file's name.
Result<Document> read_workspace(const std::string& path);

/// An error as a line for somebody at a terminal.
std::string describe(const Error& error);
/// Writes it to `err` and returns the exit code that belongs to it.
int report(std::ostream& err, const Error& error);

}  // namespace fullcircle

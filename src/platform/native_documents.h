// The commands that make, check and merge files.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace fullcircle {

// Each takes the words after its name and returns the exit code; `in` is unused unless a file is "-".
int run_sample(const std::vector<std::string>& words, std::istream& in, std::ostream& out, std::ostream& err);
int run_check(const std::vector<std::string>& words, std::istream& in, std::ostream& out, std::ostream& err);
int run_merge(const std::vector<std::string>& words, std::istream& in, std::ostream& out, std::ostream& err);
int run_table(const std::vector<std::string>& words, std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace fullcircle

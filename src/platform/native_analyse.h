// `fullcircle analyse [FILE]`: requests from a file or standard input, replies to standard output.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace fullcircle {

/// In:     what follows the word `analyse` on the command line.
/// Out:    the exit code: 0, or 2 with one line on `err` and nothing on `out`.
int run_analyse(const std::vector<std::string>& arguments, std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace fullcircle

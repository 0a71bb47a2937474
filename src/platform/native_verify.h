// `fullcircle verify FILE`: every sign-off in a workspace or a member's file, and what it is worth.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace fullcircle {

/// Takes the words after its name. Out: the exit code: 0, 1 when a sign-off needs looking at, 2 when nothing could be checked.
int run_verify(const std::vector<std::string>& words, std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace fullcircle

// The commands that go through a review: requests out, answers in, results.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace fullcircle {

// Each takes the words after its name and returns the exit code.
int run_rate(const std::vector<std::string>& words, std::istream& in, std::ostream& out, std::ostream& err);
int run_request(const std::vector<std::string>& words, std::istream& in, std::ostream& out, std::ostream& err);
int run_answer(const std::vector<std::string>& words, std::istream& in, std::ostream& out, std::ostream& err);
int run_import(const std::vector<std::string>& words, std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace fullcircle

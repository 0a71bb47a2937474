// Times a piece of work and its peak memory, and prints one row of the table of tests/bench/run.
#pragma once

#include <functional>
#include <string>

namespace fullcircle::bench {

struct Measurement {
  std::string name;       ///< what is measured, in words, with the amounts
  double aim_ms = 0;      ///< 0: no aim
  double aim_mb = 0;      ///< peak above the start; 0: no aim
  int runs = 5;
};

/// One row of the table, as a program for WebAssembly with a word that says so.
void print_row(const std::string& name, const char* unit, double median, double worst, double aim);

/// Runs `work` a few times, each after `prepare`, which is not timed, and prints the median, the slowest and the peak memory.
void measure(const Measurement& what, const std::function<void()>& prepare, const std::function<void()>& work);

}  // namespace fullcircle::bench

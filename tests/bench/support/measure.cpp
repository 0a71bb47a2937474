#include "support/measure.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <vector>

namespace fullcircle::bench {
namespace {

/// A size from /proc/self/status in MB: "VmHWM" is the peak since forget_peak, "VmRSS" what is held now.
double memory_mb(const std::string& field) {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    if (word == field + ":") {
      double kilobytes = 0;
      status >> kilobytes;
      return kilobytes / 1024;
    }
  }
  return 0;
}

void forget_peak() { std::ofstream("/proc/self/clear_refs") << "5"; }

double elapsed_ms(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

#ifdef __EMSCRIPTEN__
constexpr const char* kWhere = "WebAssembly, ";
#else
constexpr const char* kWhere = "";
#endif

}  // namespace

void print_row(const std::string& name, const char* unit, double median, double worst, double aim) {
  std::printf("row\t%s%s\t%s\t%.2f\t%.2f\t%g\n", kWhere, name.c_str(), unit, median, worst, aim);
  std::fflush(stdout);
}

void measure(const Measurement& what, const std::function<void()>& prepare, const std::function<void()>& work) {
  std::vector<double> times_ms;
  double peak_mb = 0;
  for (int run = 0; run < what.runs; ++run) {
    prepare();
    forget_peak();
    const double before_mb = memory_mb("VmRSS");
    times_ms.push_back(elapsed_ms(work));
    peak_mb = std::max(peak_mb, memory_mb("VmHWM") - before_mb);
  }
  std::ranges::sort(times_ms);
  print_row(what.name, "ms", times_ms[times_ms.size() / 2], times_ms.back(), what.aim_ms);
  print_row(what.name + ", peak memory above the start", "MB", peak_mb, peak_mb, what.aim_mb);
}

}  // namespace fullcircle::bench

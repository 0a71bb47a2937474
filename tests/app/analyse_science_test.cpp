// Published data and results, each with its source: tests/rating/science/*.json, asked through the same door as the command
// line. |got - value| <= tol * max(1, |value|); tol 0 is exact.
//
// How far each method is from what was published, the widest first:
//   FULLCIRCLE_DEVIATIONS=1 build/check/tests/test_app -tc="every published result*"
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/analyse.h"
#include "exchange/json_reader.h"
#include "exchange/json_writer.h"

using namespace fullcircle;

namespace {

std::vector<std::filesystem::path> case_files() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(TEST_DATA_DIR "/rating/science")) {
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

Value read_case(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  const auto parsed = parse_json(text);
  REQUIRE(parsed);
  return *parsed;
}

/// "attainment.g8", "icc1_1_ci95.0": the longest key first, for names with a dot.
const Value* find_path(const Value& value, const std::string& path) {
  if (path.empty()) return &value;
  for (std::size_t end = path.size(); end != std::string::npos; end = end == 0 ? std::string::npos : path.rfind('.', end - 1)) {
    const std::string step = path.substr(0, end);
    const Value* next = value.find(step);
    const Value::List* list = value.as_list();
    const bool is_index = list && !step.empty() && step.find_first_not_of("0123456789") == std::string::npos;
    if (is_index && std::stoul(step) < list->size()) next = &(*list)[std::stoul(step)];
    if (next) return find_path(*next, end == path.size() ? "" : path.substr(end + 1));
  }
  return nullptr;
}

std::optional<double> number_of(const Value& value) {
  if (const auto* whole = value.as_integer()) return static_cast<double>(*whole);
  if (const double* number = value.as_double()) return *number;
  return std::nullopt;
}

/// How far one method is from the values published for it.
struct Deviation {
  int values = 0;
  double widest = 0;     ///< |got - published| / max(1, |published|)
  double tolerance = 0;  ///< of that value: what its source's last digit leaves open
  double got = 0, published = 0;
  std::string where;
};

void note_deviation(Deviation& method, double got, double published, double tolerance, const std::string& where) {
  ++method.values;
  const double deviation = std::fabs(got - published) / std::max(1.0, std::fabs(published));
  if (deviation < method.widest || (deviation == 0 && method.values > 1)) return;
  method = {method.values, deviation, tolerance, got, published, where};
}

void print_deviations(const std::map<std::string, Deviation>& methods) {
  std::vector<std::pair<std::string, Deviation>> rows(methods.begin(), methods.end());
  std::ranges::stable_sort(rows, std::greater<>(), [](const auto& row) { return row.second.widest; });
  std::printf("%-16s %7s %10s %10s %18s %18s  %s\n", "method", "values", "widest", "tolerance", "found", "published", "where");
  for (const auto& [method, row] : rows)
    std::printf("%-16s %7d %10.2g %10.2g %18.12g %18.12g  %s\n", method.c_str(), row.values, row.widest, row.tolerance, row.got, row.published, row.where.c_str());
}

void check_close(const Value& got, const Value& expected, double tolerance, Deviation& method, const std::string& where) {
  const Value::List* list = expected.as_list();
  if (list) {
    REQUIRE(got.as_list());
    REQUIRE(got.as_list()->size() == list->size());
    for (std::size_t i = 0; i < list->size(); ++i) check_close((*got.as_list())[i], (*list)[i], tolerance, method, where);
    return;
  }
  const auto number = number_of(expected);
  CAPTURE(to_json(got));
  CAPTURE(to_json(expected));
  if (!number) {
    CHECK(got == expected);
    return;
  }
  REQUIRE(number_of(got));
  note_deviation(method, *number_of(got), *number, tolerance, where);
  CHECK(std::fabs(*number_of(got) - *number) <= tolerance * std::max(1.0, std::fabs(*number)));
}

}  // namespace

TEST_CASE("every published result is met within its tolerance") {
  const auto files = case_files();
  REQUIRE(files.size() >= 14);
  std::map<std::string, Deviation> deviations;
  for (const auto& file : files) {
    const std::string name = file.filename().string();
    CAPTURE(name);
    const Value science = read_case(file);
    REQUIRE(science.find("source"));
    const auto answered = analyse(to_json(*science.find("requests")));
    REQUIRE_MESSAGE(answered.has_value(), name);
    const auto replies = parse_json(*answered);
    REQUIRE(replies);
    for (const Value& expected : *science.find("expected")->as_list()) {
      const auto request = static_cast<std::size_t>(*number_of(*expected.find("request")));
      const std::string path = *expected.find("path")->as_text();
      CAPTURE(request);
      CAPTURE(path);
      const Value& reply = replies->as_list()->at(request);
      const Value* reason = expected.find("undefined");
      const Value* got = find_path(*reply.find("values"), path);
      REQUIRE(got);
      if (reason) {
        CHECK(got->is_null());
        REQUIRE(reply.find("undefined")->find(path));
        CHECK(*reply.find("undefined")->find(path) == *reason);
      } else {
        const std::string method = *science.find("requests")->as_list()->at(request).find("method")->as_text();
        check_close(*got, *expected.find("value"), *number_of(*expected.find("tol")), deviations[method], name + " " + path);
      }
    }
  }
  if (std::getenv("FULLCIRCLE_DEVIATIONS")) print_deviations(deviations);
}

// Published data and results, each with its source: tests/rating/science/*.json, asked through the same door as the command
// line. |got - value| <= tol * max(1, |value|); tol 0 is exact.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
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

void check_close(const Value& got, const Value& expected, double tolerance) {
  const Value::List* list = expected.as_list();
  if (list) {
    REQUIRE(got.as_list());
    REQUIRE(got.as_list()->size() == list->size());
    for (std::size_t i = 0; i < list->size(); ++i) check_close((*got.as_list())[i], (*list)[i], tolerance);
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
  CHECK(std::fabs(*number_of(got) - *number) <= tolerance * std::max(1.0, std::fabs(*number)));
}

}  // namespace

TEST_CASE("every published result is met within its tolerance") {
  const auto files = case_files();
  REQUIRE(files.size() >= 14);
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
        check_close(*got, *expected.find("value"), *number_of(*expected.find("tol")));
      }
    }
  }
}

#include "app/analyse.h"

#include <doctest/doctest.h>

#include <cmath>
#include <random>

#include "exchange/json_reader.h"
#include "exchange/json_writer.h"

using namespace fullcircle;

namespace {

Value answered(const std::string& request) {
  const auto text = analyse(request);
  REQUIRE_MESSAGE(text.has_value(), request);
  const auto value = parse_json(*text);
  REQUIRE(value);
  return *value;
}

/// The values of one reply as JSON: short enough to compare whole.
std::string values_of(const std::string& request) { return to_json(*answered(request).find("values")); }
std::string undefined_of(const std::string& request) { return to_json(*answered(request).find("undefined")); }

double number_at(const Value& values, const char* key, const char* name) {
  const Value* found = values.find(key)->find(name);
  REQUIRE(found);
  const auto* whole = found->as_integer();
  return whole ? static_cast<double>(*whole) : *found->as_double();
}

Error refusal_of(const std::string& request) {
  const auto text = analyse(request);
  REQUIRE_FALSE(text.has_value());
  return text.error();
}

}  // namespace

TEST_CASE("a request gets its method, its values and nothing undefined") {
  CHECK(*analyse(R"({"method": "describe", "x": [1, 2, 4, null]})") ==
        R"({"method": "describe", "undefined": {}, "values": {"mean": 2.3333333333333335, "n": 3, "sd": 1.5275252316519468}})");
}

TEST_CASE("an array of requests gets an array of replies in the same order") {
  const Value replies = answered(R"([{"method": "rank", "scores": [1]}, {"method": "describe", "x": []}])");
  REQUIRE(replies.as_list());
  CHECK(*replies.as_list()->at(0).find("method")->as_text() == "rank");
  CHECK(*replies.as_list()->at(1).find("method")->as_text() == "describe");
  CHECK(*analyse("[]") == "[]");
}

TEST_CASE("what is undefined is null and named by its path") {
  CHECK(undefined_of(R"({"method": "describe", "x": []})") == R"({"mean": "no_data", "sd": "no_data"})");
  CHECK(undefined_of(R"({"method": "label", "scores": [0.5, 2, null, 9], "edges": [1, 3, 5], "labels": ["a", "b"], "places": 1})") ==
        R"({"labels.0": "below_scale", "labels.2": "no_data", "labels.3": "above_scale"})");
  CHECK(undefined_of(R"({"method": "backtest", "train": [2, 2], "test": [3], "m": 1})") ==
        R"({"mean.mase": "no_variation", "naive.mase": "no_variation", "seasonal_naive.mase": "no_variation"})");
  CHECK(undefined_of(R"({"method": "ols", "x": [1, 2], "y": [1, 2], "at": [3, null]})").find(R"("pi95.0": "too_few_points")") !=
        std::string::npos);
}

TEST_CASE("an interval is undefined as a whole") {
  const std::string undefined = undefined_of(R"({"method": "icc", "ratings": [[1, 2], [2, 1], [1.5, 1.5]]})");
  CHECK(undefined.find(R"("icc1_k_ci95": "no_variation")") != std::string::npos);
  CHECK(undefined.find("icc1_k_ci95.0") == std::string::npos);
}

TEST_CASE("names may be strings or integers and come back as text") {
  const std::string goals = R"({"method": "goal", "goals": [{"id": 7, "kind": "yes_no", "actual": true}, {"id": "g8", "kind": "yes_no"}]})";
  CHECK(values_of(goals) == R"({"attainment": {"7": 1, "g8": null}, "covered": 0.5, "weighted": 1})");
  CHECK(undefined_of(goals) == R"({"attainment.g8": "no_data"})");
}

TEST_CASE("what was not asked for is absent") {
  const std::string plain = values_of(R"({"method": "ols", "x": [1, 2, 3], "y": [1, 2, 4]})");
  for (const char* key : {"fit", "pi95", "ci95", "p_reach"}) CHECK(plain.find(key) == std::string::npos);
  const std::string at = values_of(R"({"method": "ols", "x": [1, 2, 3], "y": [1, 2, 4], "at": [4]})");
  CHECK(at.find("fit") != std::string::npos);
  CHECK(at.find("p_reach") == std::string::npos);
  CHECK(values_of(R"({"method": "reliable_change", "pre": 1, "post": 2, "sd_pre": 1, "reliability": 0.5})").find("cutoff") == std::string::npos);
}

TEST_CASE("rounding keeps exact decimals exact and zero without a sign") {
  CHECK(values_of(R"({"method": "round", "x": [2.675, "2.67499999999999999999", -0.001, null, 9007199254740993], "places": 2})") ==
        R"({"rounded": ["2.68", "2.67", "0.00", null, "9007199254740993.00"]})");
}

TEST_CASE("rater groups answer with what is shown, pooled, hidden and used") {
  CHECK(values_of(R"({"method": "rater_groups", "min": 3, "weights": {"manager": 2},
                      "groups": {"self": [5], "manager": [3], "peers": [4, 3, 5], "reports": [2, 3], "customers": [4], "others": []}})") ==
        R"({"hidden": ["customers", "reports"], "overall": 3.2, "pools": [{"mean": 3, "members": ["customers", "reports"], "n": 3}], )"
        R"("shown": {"manager": 3, "peers": 4, "self": 5}, "weights_used": {"customers+reports": 0.4, "manager": 0.4, "peers": 0.2}})");
}

TEST_CASE("a pool that cannot reach the minimum is in no number") {
  const std::string request = R"({"method": "rater_groups", "groups": {"self": [5], "peers": [4, 3]}})";
  CHECK(values_of(request) == R"({"hidden": ["peers"], "overall": null, "pools": [], "shown": {"self": 5}, "weights_used": {}})");
  CHECK(undefined_of(request) == R"({"overall": "below_minimum"})");
}

TEST_CASE("items with too few answers are hidden and left out of the competency") {
  const std::string request = R"({"method": "rater_items", "min": 3, "ratings": [[4, 5], [3, null], [5, 1]]})";
  CHECK(values_of(request) == R"({"competency": 4, "items": [4, null], "n": [3, 2]})");
  CHECK(undefined_of(request) == R"({"items.1": "below_minimum"})");
}

TEST_CASE("a goal above a cycle has no score") {
  const std::string request = R"({"method": "rollup", "nodes": {"top": {"children": [{"id": "a"}]}, "a": {"children": [{"id": "b"}]},
                                  "b": {"children": [{"id": "a"}, {"id": "leaf"}]}, "leaf": {"score": 0.5}}})";
  CHECK(values_of(request) == R"({"score": {"a": null, "b": null, "leaf": 0.5, "top": null}})");
  CHECK(undefined_of(request) == R"({"score.a": "cycle", "score.b": "cycle", "score.top": "cycle"})");
}

TEST_CASE("a ratee and a rater may have the same name, and one without a rating has no data") {
  const Value reply = answered(R"({"method": "additive", "ratee": ["a", "b", "a", "b", "c"], "rater": ["a", "a", "b", "b", "b"],
                                   "y": [1, 2, 3, 4, null], "ratee_contrasts": [["b", "a"], ["c", "a"]]})");
  const Value& values = *reply.find("values");
  CHECK(number_at(values, "adjusted", "a") == doctest::Approx(2));
  CHECK(number_at(values, "adjusted", "b") == doctest::Approx(3));
  CHECK(values.find("adjusted")->find("c")->is_null());
  CHECK(number_at(values, "rater_effects", "a") == doctest::Approx(-1));
  CHECK(to_json(*values.find("components")) == R"({"a": 1, "b": 1, "c": null})");
  CHECK(values.find("ratee_contrasts")->as_list()->at(1).is_null());
  CHECK(*reply.find("undefined")->find("adjusted.c")->as_text() == "no_data");
}

TEST_CASE("nominal categories may be words") {
  CHECK(values_of(R"({"method": "krippendorff", "level": "nominal", "ratings": [["yes", "no", "no"], ["yes", "no", "yes"]]})") ==
        values_of(R"({"method": "krippendorff", "level": "nominal", "ratings": [[1, 0, 0], [1, 0, 1]]})"));
}

TEST_CASE("a malformed request is refused whole, naming request, key and what was expected") {
  struct Case {
    const char* request;
    const char* place;
  };
  const Case cases[] = {
      {R"({"x": [1]})", "method"},
      {R"({"method": "nonsense"})", "method"},
      {R"({"method": "describe"})", "x"},
      {R"({"method": "describe", "x": 3})", "x"},
      {R"({"method": "describe", "x": [1, "2"]})", "x.1"},
      {R"([{"method": "describe", "x": [1]}, 5])", "request 1"},
      {R"([{"method": "describe", "x": [1]}, {"method": "describe", "x": [true]}])", "request 1, x.0"},
      {R"({"method": "icc", "ratings": [[1, 2], [3]]})", "ratings.1"},
      {R"({"method": "icc", "ratings": [1, 2]})", "ratings.0"},
      {R"({"method": "krippendorff", "ratings": [[1]], "level": "metric"})", "level"},
      {R"({"method": "rwg", "ratings": [1, 2], "options": 1})", "options"},
      {R"({"method": "rwg", "ratings": [1, 2], "options": 4.5})", "options"},
      {R"({"method": "cronbach", "rows": [[1, 2]], "reversed": [2], "max_plus_min": 6})", "reversed.0"},
      {R"({"method": "cronbach", "rows": [[1, 2]], "reversed": [0]})", "max_plus_min"},
      {R"({"method": "additive", "ratee": ["a"], "rater": ["b", "c"], "y": [1]})", "rater"},
      {R"({"method": "additive", "ratee": [1.5], "rater": ["b"], "y": [1]})", "ratee.0"},
      {R"({"method": "additive", "ratee": ["a"], "rater": ["b"], "y": [1], "ratee_contrasts": [["a", "z"]]})", "ratee_contrasts.0.1"},
      {R"({"method": "crossed", "ratee": ["a"], "rater": ["b"], "y": [1], "variances": {"ratee": -1, "rater": 1, "residual": 1}})", "variances.ratee"},
      {R"({"method": "crossed", "ratee": ["a"], "rater": ["b"], "y": [1], "variances": {"ratee": 1, "rater": 1, "residual": 0}})", "variances.residual"},
      {R"({"method": "shrink"})", "groups"},
      {R"({"method": "shrink", "means": [1, 2], "se": [1]})", "se"},
      {R"({"method": "shrink", "means": [1, 2], "se": [1, -1]})", "se.1"},
      {R"({"method": "ols", "x": [1, 2], "y": [1]})", "y"},
      {R"({"method": "holt", "y": [1], "alpha": 1.5, "beta": 0, "h": 1, "init": {"level": 1, "trend": 0}})", "alpha"},
      {R"({"method": "holt", "y": [1], "alpha": 1, "beta": 0, "h": 1})", "init"},
      {R"({"method": "backtest", "train": [1], "test": [1], "m": 0})", "m"},
      {R"({"method": "forecast_goal", "points": [[1, 2, 3]], "target": 1, "due": 3})", "points.0"},
      {R"({"method": "forecast_goal", "points": [[1, 2]], "target": 1, "due": 3, "bounds": [2, 1]})", "bounds"},
      {R"({"method": "wilcoxon", "differences": [1], "zeros": "drop"})", "zeros"},
      {R"({"method": "reliable_change", "pre": 1, "post": 2, "sd_pre": 1, "reliability": 1.5})", "reliability"},
      {R"({"method": "distribution", "counts": [1, 2], "guide": [1]})", "guide"},
      {R"({"method": "distribution", "counts": [1.5], "guide": [1]})", "counts.0"},
      {R"({"method": "goal", "goals": [{"id": "a", "kind": "up"}]})", "goals.0.kind"},
      {R"({"method": "goal", "goals": [{"id": "a", "kind": "higher", "target": 1, "actual": 1}]})", "goals.0.baseline"},
      {R"({"method": "goal", "goals": [{"id": "a", "kind": "yes_no"}, {"id": "a", "kind": "yes_no"}]})", "goals.1.id"},
      {R"({"method": "goal", "goals": [{"id": "a", "kind": "yes_no", "weight": -1}]})", "goals.0.weight"},
      {R"({"method": "payout", "threshold": 1, "target": 3, "stretch": 2, "p": [0, 1, 2], "x": [1]})", "target"},
      {R"({"method": "payout", "threshold": 1, "target": 2, "stretch": 3, "p": [0, 1], "x": [1]})", "p"},
      {R"({"method": "rollup", "nodes": {"a": {"children": [{"id": "b"}]}}})", "nodes.a.children.0.id"},
      {R"({"method": "rescale", "x": [1], "from": [1], "to": [0, 1]})", "from"},
      {R"({"method": "weighted", "values": [1], "weights": [-1]})", "weights.0"},
      {R"({"method": "round", "x": ["1,5"], "places": 1})", "x.0"},
      {R"({"method": "round", "x": [1.5], "places": -1})", "places"},
      {R"({"method": "label", "scores": [1], "edges": [1, 1], "labels": ["a"], "places": 1})", "edges"},
      {R"({"method": "label", "scores": [1], "edges": [1, 2, 3], "labels": ["a"], "places": 1})", "edges"},
      {R"({"method": "rater_groups", "groups": {"peers": 3}})", "groups.peers"},
      {R"({"method": "rater_groups", "groups": {}, "min": 0})", "min"},
      {R"({"method": "rater_items", "ratings": [[1], [1, 2]]})", "ratings.1"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.request);
    const Error error = refusal_of(one.request);
    CHECK(error.place == one.place);
    CHECK(error.code == "error.analyse.request");
    CHECK_FALSE(error.detail.empty());
  }
}

TEST_CASE("text that is no JSON is refused with its place") {
  for (const char* text : {"", "{", "[{\"method\": \"rank\"}", "{\"method\": \"rank\", \"scores\": [NaN]}", "{} {}", "{\"a\": 1, \"a\": 2}",
                           "{\"method\": \"rank\", \"scores\": [1e999]}"}) {
    CAPTURE(text);
    CHECK_FALSE(refusal_of(text).place.empty());
  }
}

TEST_CASE("no request, however odd its numbers, is answered with a number that is none") {
  // Values from 0 over ordinary to absurd, nulls, ties and short rows, through every method.
  std::mt19937_64 engine(std::random_device{}());
  const auto pick = [&](int n) { return static_cast<int>(engine() % static_cast<unsigned>(n)); };
  const char* kNumbers[] = {"0", "1", "2", "2", "3", "-1", "0.1", "1e9", "1e300", "-1e300", "1e-300", "null", "4", "5"};
  const auto number = [&](int kinds) { return std::string(kNumbers[pick(kinds)]); };
  const auto list = [&](int n) {
    std::string text;
    for (int i = 0; i < n; ++i) text += (i ? ", " : "") + number(14);
    return "[" + text + "]";
  };
  const auto table = [&](int rows, int columns) {
    std::string text;
    for (int r = 0; r < rows; ++r) text += (r ? ", " : "") + list(columns);
    return "[" + text + "]";
  };
  const auto names = [&](int n) {
    std::string text;
    for (int i = 0; i < n; ++i) text += (i ? ", " : "") + std::to_string(pick(3));
    return "[" + text + "]";
  };
  for (int round = 0; round < 150; ++round) {
    const int n = pick(6);
    const std::string x = list(n), y = list(n), wide = table(n, pick(4) + 1);
    const std::string requests[] = {
        R"({"method": "describe", "x": )" + x + "}",
        R"({"method": "icc", "ratings": )" + wide + "}",
        R"({"method": "icc_groups", "groups": )" + wide + "}",
        R"({"method": "krippendorff", "level": "ratio", "ratings": )" + wide + "}",
        R"({"method": "krippendorff", "level": "ordinal", "ratings": )" + wide + "}",
        R"({"method": "rwg", "options": 5, "ratings": )" + wide + "}",
        R"({"method": "rwg", "options": 5, "ratings": )" + x + "}",
        R"({"method": "cronbach", "rows": )" + wide + "}",
        R"({"method": "additive", "ratee": )" + names(n) + R"(, "rater": )" + names(n) + R"(, "y": )" + y + "}",
        R"({"method": "crossed", "ratee": )" + names(n) + R"(, "rater": )" + names(n) + R"(, "y": )" + y + "}",
        R"({"method": "shrink", "groups": )" + wide + "}",
        R"({"method": "shrink", "means": )" + x + R"(, "common_se": 0})",
        R"({"method": "ols", "x": )" + x + R"(, "y": )" + y + R"(, "at": )" + x + R"(, "target": 3})",
        R"({"method": "theil_sen", "x": )" + x + R"(, "y": )" + y + "}",
        R"({"method": "holt", "y": )" + y + R"(, "alpha": 0.5, "beta": 1, "h": 3, "init": {"level": 1e300, "trend": 1e300}})",
        R"({"method": "backtest", "train": )" + x + R"(, "test": )" + y + R"(, "m": 2})",
        R"({"method": "forecast_goal", "points": )" + table(n, 2) + R"(, "target": 2, "due": 9, "bounds": [0, null]})",
        R"({"method": "paired", "before": )" + x + R"(, "after": )" + y + "}",
        R"({"method": "wilcoxon", "zeros": "pratt", "before": )" + x + R"(, "after": )" + y + "}",
        R"({"method": "rank", "scores": )" + x + "}",
        R"({"method": "rescale", "from": [0, 1e-300], "to": [-1e300, 1e300], "x": )" + x + "}",
        R"({"method": "rater_items", "min": 2, "ratings": )" + wide + "}"};
    for (const std::string& request : requests) {
      CAPTURE(request);
      const auto text = analyse(request);
      if (!text) continue;
      // What could not be written as a number would not be read back as JSON.
      CHECK(parse_json(*text).has_value());
    }
  }
}

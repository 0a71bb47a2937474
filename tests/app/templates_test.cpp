#include "app/templates.h"

#include <doctest/doctest.h>

#include <numeric>
#include <set>

#include "app/embedded_text.h"
#include "app/support/shipped_languages.h"

using namespace fullcircle;

namespace {

IdSource counting_ids() {
  return [next = std::uint64_t{0}]() mutable { return RecordId{++next, 0}; };
}

}  // namespace

TEST_CASE("the shipped templates are complete in every language") {
  for (const char* code : {"en", "de"}) {
    CAPTURE(code);
    const auto templates = parse_templates(embedded_templates(code));
    REQUIRE(templates.has_value());
    CHECK(templates->competencies.size() == 6);
    CHECK(templates->values.size() == 3);
    CHECK(templates->level_names.size() == 5);
    CHECK(templates->kpis.size() == 7);
    for (const auto& competency : templates->competencies) CHECK(competency.levels.size() == 5);
    for (const auto& value : templates->values) {
      CHECK(value.levels.size() == 5);
      CHECK(value.behaviours.size() == 3);
    }
    for (const auto& kpi : templates->kpis) CHECK(kpi.title.find("{{target}}") != std::string::npos);
  }
  CHECK(shipped_templates("de").competencies[0].name == "Kommunikation");
  CHECK(shipped_templates("fr").competencies[0].name == "Communication");
}

TEST_CASE("every language has the same competencies, values and KPIs in the same order") {
  const auto english = shipped_templates("en"), german = shipped_templates("de");
  const auto keys = [](const auto& list) {
    std::vector<std::string> out;
    for (const auto& item : list) out.push_back(item.key);
    return out;
  };
  CHECK(keys(english.competencies) == keys(german.competencies));
  CHECK(keys(english.values) == keys(german.values));
  CHECK(keys(english.kpis) == keys(german.kpis));
}

TEST_CASE("the embedded texts are the files of assets") {
  CHECK((embedded_language("en") == test::read_project_file("assets/languages/en.json")));
  CHECK((embedded_language("de-AT") == test::read_project_file("assets/languages/de.json")));
  CHECK((embedded_templates("en") == test::read_project_file("assets/templates/en.json")));
}

TEST_CASE("a template file with a hole is refused with the place") {
  CHECK(parse_templates("{}").error().place == "templates.levels");
  CHECK(parse_templates("[").error().code == "error.file.cut_off");
  std::string json(embedded_templates("en"));
  json.replace(json.find("\"question\""), 10, "\"queztion\"");
  CHECK(parse_templates(json).error() == Error{"error.file.value", "competencies.0.question", "text"});
}

TEST_CASE("the standard form asks about each competency and value once, then for words") {
  const auto content = make_standard_content(shipped_templates("en"), counting_ids());
  REQUIRE(content.form.sections.size() == 3);
  CHECK(content.form.sections[0].items.size() == content.competencies.size());
  CHECK(content.form.sections[1].items.size() == content.values.size());
  std::set<std::string> keys;
  for (const auto& section : content.form.sections)
    for (const auto& item : section.items) CHECK(keys.insert(item.key).second);
  for (std::size_t i = 0; i < content.competencies.size(); ++i)
    CHECK(content.form.sections[0].items[i].competency == content.competencies[i].id);
  CHECK(content.form.sections[2].items[0].tone == CommentTone::keep);
  CHECK(content.form.sections[2].items[1].tone == CommentTone::try_out);
  const auto& anchors = content.competencies[2].anchors;
  REQUIRE(anchors.size() == 5);
  CHECK(anchors[3].level == 4);
  CHECK(anchors[3].label == "Usually");
  CHECK(anchors[3].behaviour == "Asks early, shares progress and changes");
}

TEST_CASE("default rules follow the conventions") {
  const auto rules = default_rules();
  CHECK(rules.anonymity_minimum == 3);
  CHECK(rules.places == 2);
  REQUIRE(rules.bands.size() == 5);
  CHECK(rules.bands[1].from == 1.5);
  CHECK(rules.bands[4].from == 4.5);
  const auto sum = [](const auto& weights) {
    return std::accumulate(weights.begin(), weights.end(), 0.0, [](double total, const auto& w) { return total + w.weight_percent; });
  };
  CHECK(sum(rules.group_weights) == 100);
  CHECK(sum(rules.part_weights) == 100);
}

TEST_CASE("a KPI becomes a draft goal that says what is measured") {
  const auto templates = shipped_templates("en");
  const auto goal = make_goal(templates.kpis[4], Id<Goal>({7, 0}), "12 days");
  CHECK(goal.title == "Delivery within 12 days");
  CHECK(goal.kind == GoalKind::lower);
  CHECK(goal.measure_unit == "days");
  CHECK(goal.state == GoalState::draft);
  CHECK_FALSE(goal.source_note.empty());
}

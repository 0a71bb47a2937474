// What a new team starts with: competencies with behaviour at each level, core values, a review form, KPIs, rating rules.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/competency.h"
#include "model/goal.h"
#include "model/review_form.h"
#include "model/workspace.h"

namespace fullcircle {

/// Something to rate: a competency or a core value.
struct CriterionTemplate {
  std::string key;
  std::string name;
  std::string description;
  std::string question;                 ///< may hold {{name}}
  std::vector<std::string> behaviours;  ///< of a core value: examples
  std::vector<std::string> levels;      ///< what each point of the scale looks like, lowest first
};

/// A figure that many teams follow, ready to become a goal.
struct KpiTemplate {
  std::string key;
  std::string title;  ///< holds {{target}}
  std::string metric;
  std::string measure_unit;
  GoalKind kind = GoalKind::higher;
  std::string scope;
  std::string source;
};

struct FormTemplate {
  std::string name, intro;
  std::string competencies_section, values_section, words_section;
  std::string keep_question, keep_help, try_question, try_help;
};

/// The templates of one language.
struct Templates {
  std::vector<std::string> level_names;  ///< "Rarely" … "Role model"
  std::vector<CriterionTemplate> competencies;
  std::vector<CriterionTemplate> values;
  FormTemplate form;
  std::vector<std::string> unit_names;
  std::vector<KpiTemplate> kpis;
};

/// Errors: those of parse_json; error.file.value naming what is missing or of another type.
Result<Templates> parse_templates(std::string_view json);

/// The templates that come with the program, in a language or else in English.
Templates shipped_templates(std::string_view language_code);

/// Scale 1 to 5, two decimals, groups from three people, bands at the halves, goals 50 %, competencies 40 %, values 10 %.
/// Source: conventions of this product; the weights are a start, meant to be changed.
RatingRules default_rules();

/// The records a new team starts with; they refer to each other and to nothing else.
struct StandardContent {
  std::vector<Competency> competencies;  ///< in the order of the templates
  std::vector<CoreValue> values;
  ReviewForm form;
};

/// One question for each competency and value, and one to keep and one to try.
StandardContent make_standard_content(const Templates& templates, const IdSource& new_id);

/// A draft goal measured as the KPI is; `target` and `due` are set by the person. The title gets the shown target.
Goal make_goal(const KpiTemplate& kpi, Id<Goal> id, std::string_view shown_target);

}  // namespace fullcircle

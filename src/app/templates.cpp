#include "app/templates.h"

#include "app/embedded_text.h"
#include "exchange/json_reader.h"

namespace fullcircle {
namespace {

/// Reads members of an object, and remembers the first one that is not there or of another type.
class Members {
 public:
  Members(const Value& object, std::string place) : object_(object), place_(std::move(place)) {}

  void text(std::string_view key, std::string& out) {
    const Value* member = find(key);
    if (member && member->as_text())
      out = *member->as_text();
    else
      note(key, "text");
  }
  void texts(std::string_view key, std::vector<std::string>& out) {
    for (const Value& item : list(key)) {
      if (item.as_text())
        out.push_back(*item.as_text());
      else
        note(key, "texts");
    }
  }
  const Value::List& list(std::string_view key) {
    static const Value::List kEmpty;
    const Value* member = find(key);
    if (member && member->as_list()) return *member->as_list();
    note(key, "list");
    return kEmpty;
  }
  bool has(std::string_view key) const { return find(key) != nullptr; }
  void note(std::string_view key, std::string expected) {
    if (!fault_) fault_ = Error{"error.file.value", place_ + "." + std::string(key), std::move(expected)};
  }
  /// Hands the first fault on to what these members belong to.
  void report_to(std::optional<Error>& fault) const {
    if (!fault) fault = fault_;
  }

 private:
  const Value* find(std::string_view key) const { return object_.find(key); }

  const Value& object_;
  std::string place_;
  std::optional<Error> fault_;
};

CriterionTemplate read_competency(const Value& value, const std::string& place, std::optional<Error>& fault) {
  Members members(value, place);
  CriterionTemplate out;
  members.text("key", out.key);
  members.text("name", out.name);
  members.text("description", out.description);
  members.text("question", out.question);
  members.texts("behaviours", members.has("levels") ? out.behaviours : out.levels);
  if (members.has("levels")) members.texts("levels", out.levels);
  members.report_to(fault);
  return out;
}

KpiTemplate read_kpi(const Value& value, const std::string& place, std::optional<Error>& fault) {
  Members members(value, place);
  KpiTemplate out;
  std::string kind;
  members.text("key", out.key);
  members.text("title", out.title);
  members.text("metric", out.metric);
  members.text("unit", out.measure_unit);
  members.text("kind", kind);
  members.text("scope", out.scope);
  members.text("source", out.source);
  if (const auto parsed = parse_name<GoalKind>(kind))
    out.kind = *parsed;
  else
    members.note("kind", "higher, lower");
  members.report_to(fault);
  return out;
}

FormTemplate read_form(const Value& value, std::optional<Error>& fault) {
  Members members(value, "form");
  FormTemplate out;
  members.text("name", out.name);
  members.text("intro", out.intro);
  members.text("competencies_section", out.competencies_section);
  members.text("values_section", out.values_section);
  members.text("words_section", out.words_section);
  members.text("keep_question", out.keep_question);
  members.text("keep_help", out.keep_help);
  members.text("try_question", out.try_question);
  members.text("try_help", out.try_help);
  members.report_to(fault);
  return out;
}

std::vector<Anchor> make_anchors(const CriterionTemplate& criterion, const std::vector<std::string>& level_names) {
  std::vector<Anchor> anchors;
  for (std::size_t i = 0; i < criterion.levels.size(); ++i) {
    Anchor anchor;
    anchor.level = static_cast<std::int32_t>(i + 1);
    if (i < level_names.size()) anchor.label = level_names[i];
    anchor.behaviour = criterion.levels[i];
    anchors.push_back(std::move(anchor));
  }
  return anchors;
}

FormItem make_rating_item(const CriterionTemplate& criterion) {
  FormItem item;
  item.key = criterion.key;
  item.kind = ItemKind::rating;
  item.text = criterion.question;
  return item;
}

FormItem make_words_item(std::string key, const std::string& text, const std::string& help, CommentTone tone) {
  FormItem item;
  item.key = std::move(key);
  item.kind = ItemKind::text;
  item.text = text;
  item.help = help;
  item.tone = tone;
  item.allows_not_observed = false;
  item.is_required = false;
  return item;
}

}  // namespace

Result<Templates> parse_templates(std::string_view json) {
  auto tree = parse_json(json);
  if (!tree) return std::unexpected(std::move(tree.error()));
  Templates out;
  std::optional<Error> fault;
  Members members(*tree, "templates");
  members.texts("levels", out.level_names);
  members.texts("units", out.unit_names);
  const auto place = [](std::string_view group, std::size_t i) { return std::string(group) + "." + std::to_string(i); };
  for (const Value& value : members.list("competencies"))
    out.competencies.push_back(read_competency(value, place("competencies", out.competencies.size()), fault));
  for (const Value& value : members.list("values")) out.values.push_back(read_competency(value, place("values", out.values.size()), fault));
  for (const Value& value : members.list("kpis")) out.kpis.push_back(read_kpi(value, place("kpis", out.kpis.size()), fault));
  if (const Value* form = tree->find("form"))
    out.form = read_form(*form, fault);
  else
    members.note("form", "object");
  members.report_to(fault);
  if (fault) return std::unexpected(std::move(*fault));
  return out;
}

Templates shipped_templates(std::string_view language_code) {
  auto templates = parse_templates(embedded_templates(language_code));
  return templates ? std::move(*templates) : Templates{};  // the tests read every shipped file, so this is never empty
}

RatingRules default_rules() {
  RatingRules rules;
  rules.bands = {{1, "1", {}}, {1.5, "2", {}}, {2.5, "3", {}}, {3.5, "4", {}}, {4.5, "5", {}}};
  rules.group_weights = {{RaterGroup::manager, 30, {}},
                         {RaterGroup::peer, 30, {}},
                         {RaterGroup::report, 20, {}},
                         {RaterGroup::other_team, 10, {}},
                         {RaterGroup::customer, 10, {}}};
  rules.part_weights = {{ReviewPart::goals, 50, {}}, {ReviewPart::competencies, 40, {}}, {ReviewPart::values, 10, {}}};
  return rules;
}

StandardContent make_standard_content(const Templates& templates, const IdSource& new_id) {
  StandardContent content;
  content.form.id = Id<ReviewForm>(new_id());
  content.form.name = templates.form.name;
  content.form.intro = templates.form.intro;
  FormSection competencies, values, words;
  competencies.title = templates.form.competencies_section;
  values.title = templates.form.values_section;
  words.title = templates.form.words_section;
  for (const auto& criterion : templates.competencies) {
    auto& competency = content.competencies.emplace_back();
    competency.id = Id<Competency>(new_id());
    competency.name = criterion.name;
    competency.description = criterion.description;
    competency.anchors = make_anchors(criterion, templates.level_names);
    competency.order = static_cast<std::int32_t>(content.competencies.size());
    competencies.items.push_back(make_rating_item(criterion));
    competencies.items.back().competency = competency.id;
  }
  for (const auto& criterion : templates.values) {
    auto& value = content.values.emplace_back();
    value.id = Id<CoreValue>(new_id());
    value.name = criterion.name;
    value.description = criterion.description;
    value.behaviours = criterion.behaviours;
    value.anchors = make_anchors(criterion, templates.level_names);
    value.order = static_cast<std::int32_t>(content.values.size());
    values.items.push_back(make_rating_item(criterion));
    values.items.back().core_value = value.id;
  }
  words.items.push_back(make_words_item("keep", templates.form.keep_question, templates.form.keep_help, CommentTone::keep));
  words.items.push_back(make_words_item("try", templates.form.try_question, templates.form.try_help, CommentTone::try_out));
  content.form.sections = {std::move(competencies), std::move(values), std::move(words)};
  return content;
}

Goal make_goal(const KpiTemplate& kpi, Id<Goal> id, std::string_view shown_target) {
  constexpr std::string_view kPlace = "{{target}}";
  Goal goal;
  goal.id = id;
  goal.title = kpi.title;
  if (const auto at = goal.title.find(kPlace); at != std::string::npos) goal.title.replace(at, kPlace.size(), shown_target);
  goal.kind = kpi.kind;
  goal.metric = kpi.metric;
  goal.measure_unit = kpi.measure_unit;
  goal.scope_note = kpi.scope;
  goal.source_note = kpi.source;
  return goal;
}

}  // namespace fullcircle

// `fullcircle rate`: results with every term of their computation, as JSON.
#include <algorithm>
#include <iostream>

#include "app/queries/review_result_view.h"
#include "exchange/json_writer.h"
#include "platform/native_command.h"
#include "platform/native_review.h"

namespace fullcircle {
namespace {

constexpr std::string_view kHelp =
    "fullcircle rate FILE [--person ID] [-o JSON]\n"
    "\n"
    "Writes the results of the current cycle with every term of their computation. What has no value is null, with its reason.\n"
    "Anonymity holds here as on screen: nothing below the minimum of answers is in any number.\n"
    "  --person ID     only this person, in every cycle\n";

Value figure_value(const rating::Figure& figure) { return figure ? Value(*figure) : Value(); }

void add_figure(Value::Object& members, std::string key, const rating::Figure& figure) {
  if (!figure) members.emplace_back(key + "Undefined", std::string(code_of(figure.error())));
  members.emplace_back(std::move(key), figure_value(figure));
}

Value term_value(const rating::Term& term) {
  Value::Object members = {{"kind", std::string(code_of(term.kind))}, {"rule", std::string(code_of(term.rule))}, {"weight", term.weight}, {"share", term.share}};
  add_figure(members, "value", term.value);
  if (!term.key.empty()) members.emplace_back("key", term.key);
  if (term.n > 0) members.emplace_back("answers", term.n);
  if (term.left_out) members.emplace_back("leftOut", std::string(code_of(*term.left_out)));
  if (!term.children.empty()) {
    Value::List children;
    for (const rating::Term& child : term.children) children.push_back(term_value(child));
    members.emplace_back("terms", std::move(children));
  }
  sort_keys(members);
  return members;
}

Value columns_value(const rating::ReviewResult& result, const std::vector<rating::Cell>& cells) {
  Value::Object columns;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    Value::Object column = {{"answers", cells[i].n}};
    add_figure(column, "value", cells[i].value);
    sort_keys(column);
    columns.emplace_back(result.columns[i].key(), std::move(column));
  }
  sort_keys(columns);
  return columns;
}

Value criterion_value(const rating::ReviewResult& result, const rating::CriterionView& criterion) {
  Value::Object members = {{"id", criterion.id}, {"part", criterion.part}, {"columns", columns_value(result, criterion.cells)}};
  add_figure(members, "self", criterion.self);
  add_figure(members, "others", criterion.others);
  add_figure(members, "gap", criterion.gap.value);
  add_figure(members, "rwg", criterion.rwg);
  sort_keys(members);
  return members;
}

Value result_value(const ModelView& view, const Review& review) {
  const rating::ReviewResult result = compute_result(view, review);
  Value::List criteria, left_out;
  for (const auto& criterion : result.criteria) criteria.push_back(criterion_value(result, criterion));
  for (const auto& group : result.left_out) left_out.push_back(group);
  const ReviewCycle* cycle = view.find(review.cycle);
  Value::Object members = {{"person", to_text(review.person)},
                           {"name", view.name_of(review.person)},
                           {"cycle", cycle ? cycle->name : ""},
                           {"review", to_text(review.id)},
                           {"columns", columns_value(result, result.column_means)},
                           {"criteria", std::move(criteria)},
                           {"groupsLeftOut", std::move(left_out)},
                           {"overall", term_value(result.overall)},
                           {"rounded", result.rounded ? Value(result.rounded->text()) : Value()}};
  add_figure(members, "self", result.self);
  add_figure(members, "others", result.others);
  const auto& bands = view.rules(review.cycle).bands;
  if (result.band && *result.band < bands.size()) members.emplace_back("label", bands[*result.band].label);
  sort_keys(members);
  return members;
}

}  // namespace

int run_rate(const std::vector<std::string>& words, std::istream&, std::ostream& out, std::ostream& err) {
  if (std::ranges::find(words, "--help") != words.end()) return out << kHelp, kFine;
  const auto arguments = parse_arguments(words, {"person", "out"});
  if (!arguments) return report(err, arguments.error());
  if (arguments->files.size() != 1) return report(err, {"error.use", {}, "rate needs a file; see fullcircle rate --help"});
  const auto document = read_workspace(arguments->files[0]);
  if (!document) return report(err, document.error());
  ModelView view(*document);
  std::vector<const Review*> reviews;
  if (arguments->has("person")) {
    const auto id = parse_record_id(arguments->value("person"));
    if (!id || id->is_none() || !document->table<Person>().find(Id<Person>(*id))) return report(err, {"error.member.missing", arguments->value("person"), {}});
    const auto of_person = view.reviews_of(Id<Person>(*id));
    reviews.assign(of_person.begin(), of_person.end());
  } else if (const ReviewCycle* cycle = view.current_cycle()) {
    const auto in_cycle = view.reviews_in(cycle->id);
    reviews.assign(in_cycle.begin(), in_cycle.end());
  }
  std::string text = "[";
  for (const Review* review : reviews) {
    text += text.size() > 1 ? ",\n" : "\n";
    append_json(text, result_value(view, *review));
  }
  const auto written = write_bytes(arguments->value("out"), text + "\n]\n");
  return written ? kFine : report(err, written.error());
}

}  // namespace fullcircle

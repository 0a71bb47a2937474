#include "app/reports/result_words.h"

#include <algorithm>
#include <cmath>

#include "app/queries/released_terms.h"
#include "rating/rounding.h"

namespace fullcircle {
namespace {

constexpr int kExactPlaces = 4;   ///< of a term
constexpr int kUnroundedPlaces = 9;
constexpr double kNoise = 1e-9;   ///< of binary fractions

/// <b>…</b> of the language files as the double stars that widgets take.
std::string with_stars(std::string text) {
  for (const std::string_view mark : {"<b>", "</b>"})
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark)) text.replace(at, mark.size(), "**");
  return text;
}

std::vector<std::string> split_key(std::string_view key) {
  std::vector<std::string> groups;
  while (!key.empty()) {
    const auto end = std::min(key.find('+'), key.size());
    groups.emplace_back(key.substr(0, end));
    key.remove_prefix(std::min(end + 1, key.size()));
  }
  return groups;
}

bool is_attainment(rating::TermKind kind) { return kind == rating::TermKind::Attainment || kind == rating::TermKind::Goal; }

}  // namespace

std::string ResultWords::column(std::string_view key) const {
  std::vector<std::string> names;
  for (const std::string& group : split_key(key))
    names.emplace_back(language_.tr((names.empty() ? "enum.rater_group." : "group_inside.") + group));
  return formats_.list(names);
}

std::string ResultWords::rating(const rating::Figure& figure) const {
  if (!figure) return std::string(language_.tr("common.empty_cell"));
  return formats_.number(rating::round_score(*figure, places_).to_double(), places_);
}

std::string ResultWords::overall() const {
  const auto decimal = rating::Decimal::parse(page_.overall);
  return decimal ? formats_.number(decimal->to_double(), page_.rules.places) : std::string(language_.tr("common.empty_cell"));
}

std::string ResultWords::gap(const rating::Gap& gap) const {
  if (!gap.value) return std::string(language_.tr("common.empty_cell"));
  return formats_.difference(rating::round_score(*gap.value, places_).to_double(), places_);
}

std::string ResultWords::agreement(const rating::Maybe<rating::AgreementWord>& word) const {
  if (!word)
    return std::string(language_.tr(word.error() == rating::Undefined::BelowMinimum ? "result.agreement_too_few" : "common.empty_cell"));
  switch (*word) {
    case rating::AgreementWord::High: return std::string(language_.tr("result.agreement_high"));
    case rating::AgreementWord::Medium: return std::string(language_.tr("result.agreement_medium"));
    case rating::AgreementWord::Low: return std::string(language_.tr("result.agreement_low"));
  }
  return {};
}

std::string ResultWords::row_values(const ResultRow& row) const {
  std::string text = column("self") + " " + rating(row.self);
  for (std::size_t i = 0; i < page_.columns.size(); ++i) text += ", " + column(page_.columns[i].key) + " " + rating(row.columns[i]);
  return text;
}

std::vector<std::vector<std::string>> ResultWords::bars_table() const {
  const bool has_agreement = !page_.is_released_copy();
  std::vector<std::vector<std::string>> table(1);
  table[0].emplace_back(language_.tr("field.action.competency"));
  table[0].emplace_back(language_.tr("result.self"));
  for (const ResultColumn& column : page_.columns) table[0].push_back(this->column(column.key));
  table[0].emplace_back(language_.tr("result.others"));
  table[0].emplace_back(language_.tr("result.gap"));
  if (has_agreement) table[0].emplace_back(language_.tr("result.agreement"));
  for (const ResultRow& row : page_.rows) {
    auto& cells = table.emplace_back(std::vector<std::string>{row.name, rating(row.self)});
    for (const rating::Figure& figure : row.columns) cells.push_back(rating(figure));
    cells.push_back(rating(row.others));
    cells.push_back(gap(row.gap));
    if (has_agreement) cells.push_back(agreement(row.agreement));
  }
  return table;
}

std::string ResultWords::bars_summary() const {
  const ResultRow *highest = nullptr, *lowest = nullptr, *widest = nullptr;
  for (const ResultRow& row : page_.rows) {
    if (row.others && (!highest || *row.others > *highest->others)) highest = &row;
    if (row.others && (!lowest || *row.others < *lowest->others)) lowest = &row;
    if (row.gap.value && (!widest || std::abs(*row.gap.value) > std::abs(*widest->gap.value))) widest = &row;
  }
  const std::string none(language_.tr("common.empty_cell"));
  return language_.tr("result.bars_summary", {{"highest", highest ? highest->name + " " + rating(highest->others) : none},
                                              {"lowest", lowest ? lowest->name + " " + rating(lowest->others) : none},
                                              {"widest", widest ? widest->name + " " + gap(widest->gap) : none}});
}

std::vector<std::string> ResultWords::scale_points() const {
  std::vector<std::string> points;
  const int steps = static_cast<int>(std::lround(page_.rules.scale_high - page_.rules.scale_low));
  for (int i = 0; i <= steps; ++i) points.push_back(formats_.short_number(page_.rules.scale_low + i));
  return points;
}

std::vector<std::string> ResultWords::privacy_notes() const {
  std::vector<std::string> notes;
  for (const ResultColumn& column : page_.columns)
    if (column.is_pool)
      notes.push_back(with_stars(language_.tr("result.group_pooled", {{"groups", this->column(column.key)},
                                                                      {"answers", language_.tr("terms.answers", {{"count", column.n}})},
                                                                      {"minimum", page_.rules.anonymity_minimum}})));
  for (const HiddenGroup& hidden : page_.hidden)
    notes.push_back(with_stars(language_.tr("result.group_hidden", {{"group", column(hidden.group)},
                                                                    {"answers", language_.tr("terms.answers", {{"count", hidden.answers}})},
                                                                    {"minimum", page_.rules.anonymity_minimum}})));
  if (page_.answers_not_counted > 0) notes.push_back(language_.tr("result.not_counted", {{"count", page_.answers_not_counted}}));
  if (page_.is_released_copy() && !page_.rows.empty()) notes.emplace_back(language_.tr("result.agreement_not_released"));
  return notes;
}

std::string ResultWords::summary_line(const std::string& role) const {
  std::string line = role;
  const auto add = [&](const std::string& text) {
    if (!text.empty()) line += (line.empty() ? "" : " · ") + text;
  };
  if (page_.cycle) add(page_.cycle->name);
  if (!page_.is_released_copy()) add(language_.tr("result.answers_in", {{"received", page_.answers_in}, {"total", page_.answers_asked}}));
  return line;
}

std::string ResultWords::comment_source(const ResultComment& comment) const {
  const std::string group = column(comment.column);
  return comment.criterion.empty() ? group : language_.tr("result.comment_by", {{"group", group}, {"title", comment.criterion}});
}

const ResultRow* ResultWords::row(const std::string& id) const {
  const auto found = std::ranges::find(page_.rows, id, &ResultRow::id);
  return found == page_.rows.end() ? nullptr : &*found;
}

/// A goal, criterion or question by the key its term has; a question speaks of the person by name.
std::string ResultWords::name_of(const std::string& key) const {
  if (!page_.computed) {
    if (const ResultRow* of = row(key)) return of->name;
    if (page_.review && page_.review->released)
      for (const ReleasedGoal& goal : page_.review->released->goals)
        if (goal.key == key) return goal.title;
    return key;
  }
  const auto found = page_.computed->names.find(key);
  if (found == page_.computed->names.end()) return key;
  std::string text = found->second;
  constexpr std::string_view placeholder = "{{name}}";
  if (const auto at = text.find(placeholder); at != std::string::npos && page_.person) text.replace(at, placeholder.size(), page_.person->name);
  return text;
}

std::string ResultWords::term_name(const rating::Term& term) const {
  switch (term.kind) {
    case rating::TermKind::Overall: return std::string(language_.tr("terms.overall"));
    case rating::TermKind::Parts: return std::string(language_.tr("terms.parts"));
    case rating::TermKind::Part: return part(term.key);
    case rating::TermKind::Attainment: return std::string(language_.tr("terms.attainment"));
    case rating::TermKind::Calibration: return std::string(language_.tr("terms.calibration"));
    case rating::TermKind::Pool: return language_.tr("terms.pool", {{"groups", column(term.key)}});
    case rating::TermKind::Group:
      if (term.key == "others") return std::string(language_.tr("result.others"));
      if (term.key == "agreement") return std::string(language_.tr("result.agreement"));
      return column(term.key);
    default: return name_of(term.key);
  }
}

std::string ResultWords::term_value(const rating::Term& term) const {
  if (!term.value) return std::string(language_.tr("undefined." + std::string(rating::code_of(term.value.error()))));
  if (is_attainment(term.kind)) return formats_.percent(*term.value, 2);
  if (term.kind == rating::TermKind::Calibration) return formats_.difference(*term.value, page_.rules.places);
  return formats_.short_number(*term.value, kExactPlaces);
}

std::string ResultWords::term_note(const rating::Term& term, const rating::Term* parent) const {
  const bool is_of_calibration = parent && parent->kind == rating::TermKind::Calibration;
  if (term.left_out) return language_.tr("terms.left_out", {{"reason", language_.tr("left_out." + std::string(rating::code_of(*term.left_out)))}});
  if (term.rule == rating::TermRule::Rescaled && !term.children.empty())
    return language_.tr("terms.rule_rescaled", {{"from", term_value(term.children.front())},
                                                {"low", formats_.short_number(page_.rules.scale_low)},
                                                {"high", formats_.short_number(page_.rules.scale_high)}});
  if (is_of_calibration) return std::string(language_.tr(term.kind == rating::TermKind::Overall ? "terms.rule_agreed" : "terms.rule_taken_off"));
  if (term.kind == rating::TermKind::Calibration && !page_.computed) return std::string(language_.tr("terms.rule_difference"));
  if (term.rule == rating::TermRule::Given && !page_.computed) return std::string(language_.tr("terms.rule_released"));
  if (term.kind == rating::TermKind::Calibration && page_.review) {
    const double agreed = page_.review->calibration_points.value_or(0);
    const bool is_cut = term.value && std::abs(*term.value - agreed) > kNoise;
    return is_cut ? language_.tr("terms.rule_cut", {{"points", formats_.difference(agreed, page_.rules.places)}}) : std::string(language_.tr("terms.rule_agreed"));
  }
  const std::string key = "terms.rule_" + std::string(rating::code_of(term.rule));
  return std::string(language_.tr(key));
}

void ResultWords::add_lines(const rating::Term& term, const rating::Term* parent, std::string path, int level, std::vector<TermLine>& lines) const {
  TermLine line{level, path, term_name(term), term_value(term), {}, {}, {}, term_note(term, parent), term.left_out.has_value(), !term.children.empty()};
  if (parent && parent->rule == rating::TermRule::WeightedMean) {
    line.weight = formats_.short_number(term.weight);
    if (!term.left_out) line.share = formats_.percent(term.share, 1);
  }
  if (term.n > 0) line.answers = language_.tr("terms.answers", {{"count", term.n}});
  lines.push_back(std::move(line));
  for (std::size_t i = 0; i < term.children.size(); ++i)
    add_lines(term.children[i], &term, path + "." + std::to_string(i), level + 1, lines);
}

std::vector<TermLine> ResultWords::term_lines(const rating::Term& term) const {
  std::vector<TermLine> lines;
  add_lines(term, nullptr, "0", 0, lines);
  return lines;
}

std::string ResultWords::about_agreement(ShownNumber number) const {
  const std::string how(language_.tr("result.agreement_how"));
  if (number == ShownNumber::agreement || number == ShownNumber::criterion_agreement) return how;
  const bool is_of_others = number == ShownNumber::others || number == ShownNumber::criterion;
  return page_.is_released_copy() && is_of_others ? std::string(language_.tr("result.agreement_not_released")) + " " + how : std::string();
}

/// What the released scores of the parts lead to, where that is not the released overall to the last place.
std::string ResultWords::released_rounding() const {
  const auto overall = explain_number(page_, {});
  if (!overall || !overall->value || overall->rule != rating::TermRule::WeightedMean) return {};
  double sum = 0;
  for (const rating::Term& part : overall->children)
    if (!part.left_out) sum += part.share * *part.value;
  if (rating::snap(sum) == *overall->value) return {};
  return language_.tr("terms.released_rounded", {{"exact", formats_.short_number(sum, kUnroundedPlaces)}, {"rounded", this->overall()}});
}

std::string ResultWords::rounding(const NumberKey& which) const {
  if (!page_.computed) return which.number == ShownNumber::overall ? released_rounding() : std::string();
  const bool is_word = which.number == ShownNumber::agreement || which.number == ShownNumber::criterion_agreement;
  if (is_word) return {};
  const auto term = explain_number(page_, which);
  if (!term || !term->value) return {};
  const bool is_whole = which.number == ShownNumber::overall || which.number == ShownNumber::uncalibrated;
  if (!is_whole && rating::round_score(*term->value, places_of(which.number)).to_double() == rating::snap(*term->value)) return {};
  return language_.tr("terms.rounded", {{"exact", formats_.short_number(*term->value, kUnroundedPlaces)}, {"rounded", number_value(which)}});
}

int ResultWords::places_of(ShownNumber number) const {
  const bool is_whole = number == ShownNumber::overall || number == ShownNumber::uncalibrated || number == ShownNumber::calibration;
  return is_whole ? page_.rules.places : places_;
}

std::string ResultWords::number_name(const NumberKey& which) const {
  const ResultRow* of = row(which.key);
  const auto about = [&](const std::string& what) { return (of ? of->name : which.key) + " · " + what; };
  switch (which.number) {
    case ShownNumber::overall: return std::string(language_.tr("result.overall"));
    case ShownNumber::part: return part(which.key);
    case ShownNumber::others: return std::string(language_.tr("result.others"));
    case ShownNumber::self: return std::string(language_.tr("result.self"));
    case ShownNumber::agreement: return std::string(language_.tr("result.agreement"));
    case ShownNumber::criterion: return about(std::string(language_.tr("result.others")));
    case ShownNumber::criterion_self: return about(std::string(language_.tr("result.self")));
    case ShownNumber::column: return about(column(which.column));
    case ShownNumber::gap: return about(std::string(language_.tr("result.gap")));
    case ShownNumber::criterion_agreement: return about(std::string(language_.tr("result.agreement")));
    case ShownNumber::uncalibrated: return std::string(language_.tr("result.before_calibration"));
    case ShownNumber::calibration: return std::string(language_.tr("terms.calibration"));
  }
  return {};
}

std::string ResultWords::number_value(const NumberKey& which) const {
  const ResultRow* of = row(which.key);
  const std::string none(language_.tr("common.empty_cell"));
  switch (which.number) {
    case ShownNumber::overall: return overall();
    case ShownNumber::others: return rating(page_.others);
    case ShownNumber::self: return rating(page_.self);
    case ShownNumber::agreement: return agreement(page_.agreement);
    case ShownNumber::part: {
      const auto found = std::ranges::find(page_.parts, which.key, &ResultPart::key);
      return found == page_.parts.end() ? none : rating(found->value);
    }
    case ShownNumber::criterion: return of ? rating(of->others) : none;
    case ShownNumber::criterion_self: return of ? rating(of->self) : none;
    case ShownNumber::gap: return of ? gap(of->gap) : none;
    case ShownNumber::criterion_agreement: return of ? agreement(of->agreement) : none;
    case ShownNumber::uncalibrated:
    case ShownNumber::calibration: {
      const auto term = explain_number(page_, which);
      if (!term || !term->value) return none;
      const double rounded = rating::round_score(*term->value, page_.rules.places).to_double();
      return which.number == ShownNumber::calibration ? formats_.difference(rounded, page_.rules.places) : formats_.number(rounded, page_.rules.places);
    }
    case ShownNumber::column: {
      const auto found = std::ranges::find(page_.columns, which.column, &ResultColumn::key);
      if (!of || found == page_.columns.end()) return none;
      return rating(of->columns[static_cast<std::size_t>(found - page_.columns.begin())]);
    }
  }
  return none;
}

}  // namespace fullcircle

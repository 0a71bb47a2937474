// What single numbers of Insights are made of.
#include <algorithm>
#include <cmath>

#include "app/queries/insight_words.h"
#include "rating/agreement_rwg.h"

namespace fullcircle {
namespace {

constexpr int kExactPlaces = 4;
constexpr double kNoise = 1e-9;  ///< of binary fractions

std::string text(std::string_view view) { return std::string(view); }

/// The column of a part's table that holds the number itself.
std::size_t result_column(InsightPart part) {
  switch (part) {
    case InsightPart::comparison: return 9;
    case InsightPart::raters:
    case InsightPart::adjusted: return 3;
    default: return 4;
  }
}

}  // namespace

ValueLine InsightWords::rounded(std::string_view exact, std::string shown) const {
  return {language_.tr("terms.rounded", {{"exact", exact}, {"rounded", shown}}), shown, false};
}

/// Only one with a value.
const AgreementCell* InsightWords::cell_of(const InsightNumber& number) const {
  const AgreementGrid& grid = board_.agreement;
  if (number.row < 0 || number.row >= std::ssize(grid.criteria) || number.column >= std::ssize(grid.departments)) return nullptr;
  const AgreementCell& cell = grid.cell(static_cast<std::size_t>(number.row), static_cast<std::size_t>(number.column));
  return cell.rwg ? &cell : nullptr;
}

std::pair<int, int> InsightWords::people_compared(const InsightNumber& number) const {
  const AgreementCell* cell = cell_of(number);
  if (!cell) return {board_.figures.agreement.counted, board_.figures.agreement.base};
  const int department = board_.agreement.departments[static_cast<std::size_t>(number.column)];
  const auto is_of_it = [&](const RatedPerson& rated) { return rated.cycle == board_.agreement.cycle && board_.departments.of(rated.person) == department; };
  return {cell->people, static_cast<int>(std::ranges::count_if(facts_.rated, is_of_it))};
}

std::optional<InsightTerms> InsightWords::cell_terms(const InsightNumber& number) const {
  const AgreementCell* cell = cell_of(number);
  if (!cell) return std::nullopt;
  const AgreementGrid& grid = board_.agreement;
  const auto [people, total] = people_compared(number);
  constexpr std::string_view kWords[] = {"result.agreement_high", "result.agreement_medium", "result.agreement_low"};
  const std::string_view word = language_.tr(kWords[static_cast<int>(rating::word_for_rwg(*cell->rwg))]);
  const std::string shown = formats_.number(*cell->rwg, 2);
  const std::string name = criterion(grid.criteria[static_cast<std::size_t>(number.row)]) + " · " + department(grid.departments[static_cast<std::size_t>(number.column)]);
  InsightTerms terms{language_.tr("result.terms_title", {{"number", name}, {"value", shown}}), {}};
  terms.lines.push_back({text(language_.tr("insights.column_people")), language_.tr("common.count_of", {{"count", people}, {"total", total}}), false});
  terms.lines.push_back({text(language_.tr("insights.agreement")), text(word) + " · " + shown, true});
  terms.lines.push_back(rounded(formats_.number(*cell->rwg, kExactPlaces), shown));
  return terms;
}

/// The mean at the end of a line, after those of the cycles before.
std::optional<InsightTerms> InsightWords::line_terms(const InsightNumber& number) const {
  const RatingLines& ratings = board_.ratings;
  if (number.row >= std::ssize(ratings.lines)) return std::nullopt;
  const RatingLine& line = ratings.lines[static_cast<std::size_t>(number.row)];
  InsightTerms terms;
  double last = 0;
  std::size_t at = 0;
  for (std::size_t c = 0; c < line.points.size(); ++c) {
    const RatingPoint& point = line.points[c];
    const std::string people = point.people > 0 && point.mean ? " · " + language_.tr("people.count", {{"count", point.people}}) : std::string();
    terms.lines.push_back({cycle(ratings.cycles[c]) + people, point.mean ? formats_.number(*point.mean, 2) : text(language_.tr(point.is_hidden ? "insights.hidden" : "common.empty_cell")), false});
    if (point.mean) last = *point.mean, at = c;
  }
  terms.lines[at].strong = true;
  const std::string shown = formats_.number(last, 1);
  terms.lines.push_back(rounded(formats_.number(last, kExactPlaces), shown));
  if (line.change) terms.lines.push_back({text(language_.tr("insights.column_difference")), formats_.difference(*line.change, 2), false});
  terms.title = language_.tr("result.terms_title", {{"number", department(line.department) + " · " + measure(board_.measure)}, {"value", shown}});
  return terms;
}

std::optional<InsightTerms> InsightWords::number_terms(const InsightNumber& number, const RatingQuality* quality) const {
  if (number.row < 0) return std::nullopt;
  if (number.part == InsightPart::agreement) return cell_terms(number);
  if (number.part == InsightPart::ratings) return line_terms(number);
  const TextTable rows = quality ? table(*quality, number.part) : table(number.part);
  const auto row = static_cast<std::size_t>(number.row), at = row + 1, result = result_column(number.part);
  if (at >= rows.size()) return std::nullopt;
  InsightTerms terms;
  for (std::size_t c = 1; c < rows[at].size(); ++c)
    if (!rows[at][c].empty()) terms.lines.push_back({rows[0][c], rows[at][c], c == result});
  std::string name = rows[at][0], shown = rows[at][result];
  const auto round = [&](std::string_view exact, std::string to) { terms.lines.push_back(rounded(exact, shown = std::move(to))); };
  const auto difference = [&](double value, int places) { round(formats_.difference(value, kExactPlaces), formats_.difference(value, places)); };
  switch (number.part) {
    case InsightPart::goals: {
      const auto& bars = board_.goals.bars;
      const auto share = (row < bars.size() ? bars[row].counts : board_.goals.total).share();
      const bool is_whole = share && std::abs(*share * 100 - std::round(*share * 100)) < kNoise;
      if (share && !is_whole) round(formats_.percent(*share, 3), formats_.percent(*share));
      name += " · " + figure_name(number.part);
      break;
    }
    case InsightPart::actions: {
      const ActionChange& change = *order_changes(board_.actions).all[row];
      const auto& effect = change.effect;
      if (change.is_hidden || !effect.mean) break;
      if (effect.sd && effect.df) {
        terms.lines.push_back({text(language_.tr("insights.column_more_error")), formats_.number(*effect.sd / std::sqrt(effect.n), 3), false});
        terms.lines.push_back({text(language_.tr("insights.column_freedom")), formats_.short_number(*effect.df), false});
      }
      difference(*effect.mean, 2);
      break;
    }
    case InsightPart::comparison: {
      const ActionComparison& compared = order_changes(board_.actions, ChangesShown::compared).all[row]->comparison;
      if (compared.is_known && compared.effect.difference) difference(*compared.effect.difference, 2);
      break;
    }
    case InsightPart::raters: {
      const RaterQuality& rater = quality->raters[row];
      shown = rows[at][2];
      if (rater.is_shown && rater.cautious) difference(*rater.cautious, 1);
      break;
    }
    case InsightPart::adjusted:
      if (const auto& adjusted = quality->ratees[row].adjusted) round(formats_.number(*adjusted, kExactPlaces), formats_.number(*adjusted, 1));
      break;
    default: break;
  }
  terms.title = language_.tr("result.terms_title", {{"number", name}, {"value", shown}});
  return terms;
}

}  // namespace fullcircle

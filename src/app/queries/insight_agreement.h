// Do raters agree? Competency by department, from answers that give nobody's spread away.
#pragma once

#include <optional>
#include <vector>

#include "app/queries/insight_departments.h"
#include "app/queries/insight_facts.h"

namespace fullcircle {

struct AgreementCell {
  std::optional<double> rwg;  ///< mean over the people counted
  int people = 0;             ///< counted
  bool is_hidden = false;     ///< there are ratings, but of too few people
};

struct AgreementGrid {
  int cycle = -1;
  std::vector<int> criteria, departments;  ///< rows and columns, only those with ratings
  std::vector<AgreementCell> cells;        ///< row by row
  std::optional<double> overall;           ///< over the shown cells, each by its people
  int people = 0;                          ///< the most behind any cell of a column, added up
  int weakest = -1;                        ///< row with the lowest mean over its shown cells

  const AgreementCell& cell(std::size_t row, std::size_t column) const { return cells[row * departments.size() + column]; }
};

/// A cell is shown from the minimum of people on. People with five or more anonymous answers have a spread that may be shown
/// on its own; the others count only if they are at least the minimum themselves, so that subtracting the first leaves no
/// single one. In a breakdown the same holds for what is missing from the department as a whole.
AgreementGrid compute_agreement_grid(const InsightFacts& facts, const Departments& departments, int cycle);

/// The last cycle, up to `cycle`, of which any cell may be shown; -1 without one.
int latest_cycle_with_agreement(const InsightFacts& facts, const Departments& departments, int cycle);

}  // namespace fullcircle

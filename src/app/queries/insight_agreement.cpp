#include "app/queries/insight_agreement.h"

#include <algorithm>

#include "rating/review_result.h"

namespace fullcircle {
namespace {

/// What is known of one criterion in one department.
struct CellSum {
  double open_sum = 0, closed_sum = 0;
  int open = 0;    ///< people whose own agreement may be shown
  int closed = 0;  ///< people whose own agreement may not
  bool counts_closed = false;

  int people() const { return open + (counts_closed ? closed : 0); }
  double mean() const { return (open_sum + (counts_closed ? closed_sum : 0)) / people(); }
};

/// Decides whose closed figures may enter their cells of one row.
void choose_closed(std::vector<CellSum*>& row, int minimum, bool is_part) {
  int left_out = 0;
  for (CellSum* cell : row) {
    cell->counts_closed = cell->closed >= minimum;
    if (!cell->counts_closed) left_out += cell->closed;
  }
  while (is_part && left_out > 0 && left_out < minimum) {
    CellSum* smallest = nullptr;
    for (CellSum* cell : row)
      if (cell->counts_closed && (!smallest || cell->closed < smallest->closed)) smallest = cell;
    if (!smallest) return;
    smallest->counts_closed = false;
    left_out += smallest->closed;
  }
}

void summarise(AgreementGrid& grid) {
  double sum = 0, lowest = 2;
  int people = 0;
  std::vector<int> most(grid.departments.size());
  for (std::size_t r = 0; r < grid.criteria.size(); ++r) {
    double row_sum = 0;
    int row_people = 0;
    for (std::size_t c = 0; c < grid.departments.size(); ++c) {
      const AgreementCell& cell = grid.cell(r, c);
      if (!cell.rwg) continue;
      row_sum += *cell.rwg * cell.people;
      row_people += cell.people;
      most[c] = std::max(most[c], cell.people);
    }
    sum += row_sum;
    people += row_people;
    if (row_people > 0 && row_sum / row_people < lowest) {
      lowest = row_sum / row_people;
      grid.weakest = static_cast<int>(r);
    }
  }
  if (people > 0) grid.overall = sum / people;
  for (const int count : most) grid.people += count;
}

}  // namespace

AgreementGrid compute_agreement_grid(const InsightFacts& facts, const Departments& departments, int cycle) {
  AgreementGrid grid;
  grid.cycle = cycle;
  if (cycle < 0) return grid;
  const std::size_t width = departments.all.size(), height = facts.criteria.size();
  std::vector<CellSum> sums(width * height);
  for (const RatedPerson& rated : facts.rated) {
    const int department = departments.of(rated.person);
    if (rated.cycle != cycle || department < 0) continue;
    for (std::size_t i = 0; i < rated.agreement.size(); ++i) {
      const RaterAgreement& agreement = rated.agreement[i];
      if (!agreement.rwg) continue;
      CellSum& cell = sums[i * width + static_cast<std::size_t>(department)];
      const bool is_open = agreement.anonymous == 0 || agreement.anonymous >= rating::kSpreadMinimum;
      (is_open ? cell.open_sum : cell.closed_sum) += *agreement.rwg;
      ++(is_open ? cell.open : cell.closed);
    }
  }
  const int minimum = facts.cycles[static_cast<std::size_t>(cycle)].minimum;
  const auto has_ratings = [&](std::size_t r, std::size_t c) { return sums[r * width + c].open + sums[r * width + c].closed > 0; };
  for (std::size_t c = 0; c < width; ++c)
    for (std::size_t r = 0; r < height; ++r)
      if (has_ratings(r, c)) {
        grid.departments.push_back(static_cast<int>(c));
        break;
      }
  for (std::size_t r = 0; r < height; ++r) {
    std::vector<CellSum*> row;
    for (const int c : grid.departments) row.push_back(&sums[r * width + static_cast<std::size_t>(c)]);
    if (std::ranges::none_of(row, [](const CellSum* cell) { return cell->open + cell->closed > 0; })) continue;
    choose_closed(row, minimum, departments.is_part);
    grid.criteria.push_back(static_cast<int>(r));
    for (const CellSum* cell : row) {
      AgreementCell shown;
      shown.people = cell->people();
      shown.is_hidden = shown.people < minimum && cell->open + cell->closed > 0;
      if (!shown.is_hidden && shown.people > 0) shown.rwg = cell->mean();
      grid.cells.push_back(shown);
    }
  }
  summarise(grid);
  return grid;
}

int latest_cycle_with_agreement(const InsightFacts& facts, const Departments& departments, int cycle) {
  for (; cycle >= 0; --cycle)
    if (compute_agreement_grid(facts, departments, cycle).overall) return cycle;
  return -1;
}

}  // namespace fullcircle

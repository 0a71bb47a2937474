// Lines of a query as the table that a dialog draws.
#pragma once

#include "app/queries/chart_figures.h"
#include "ui/screens/value_rows.h"

namespace fullcircle {

inline ValueTable value_table(std::vector<ValueLine> lines) {
  ValueTable table;
  for (ValueLine& line : lines) table.add(std::move(line.label), std::move(line.value), line.strong);
  return table;
}

}  // namespace fullcircle

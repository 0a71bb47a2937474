// Performance against potential, with the moves of a calibration.
#pragma once

#include <array>

#include "ui/widgets/charts/figure.h"

namespace fullcircle::ui {

struct NineBoxPerson {
  std::uint64_t person = 0;
  std::string_view name;
  int cell = 0;                       ///< 0 to 8, row by row from the upper left
  std::optional<int> moved_from{};    ///< ghost there, arrow to here
};
struct NineBoxWords {
  std::array<std::string_view, 9> cells;            ///< row by row from the upper left
  std::array<std::string_view, 3> rows;             ///< High, Medium, Low
  std::array<std::string_view, 3> columns;          ///< Below, Meets, Above
  std::string_view row_axis, column_axis;           ///< Potential, Performance
  std::array<std::string, 9> counts;                ///< formatted
};
struct NineBoxResult {
  int clicked = -1;                   ///< index of a person
  int dragged = -1;                   ///< index of a person dropped in another cell
  int to_cell = -1;
};
/// High enough for the fullest cell at this width, ghosts included.
float nine_box_height(float width, std::span<const NineBoxPerson> people);
/// People are dragged between cells, or moved with Alt and the arrows; the caller asks for the reason.
/// `data`: a row for each person, in their order.
NineBoxResult nine_box(Ui& ui, const Rect& rect, std::string_view name, std::span<const NineBoxPerson> people, const NineBoxWords& words,
                       const ChartData& data, int selected = -1);

}  // namespace fullcircle::ui

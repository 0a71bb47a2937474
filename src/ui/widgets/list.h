// Rows under a section head: hairlines between them, hover and focus reaching beyond them.
#pragma once

#include <string_view>

#include "ui/widgets/ui.h"

namespace fullcircle::ui {

struct ListRowOptions {
  bool clickable = true;
  bool selected = false;
  bool first = false;             ///< no hairline above
  float overhang = metrics::kRowOverhang;
};

/// A row in a list, for as long as it lives: its controls and text lie in it in the mirror.
/// Example: { ListRow row(ui, area.cut_top(60), person_number, "Mara", {}); if (row.clicked()) …; avatar(ui, row.rect(), …); }
class ListRow {
 public:
  ListRow(Ui& ui, const Rect& rect, std::uint64_t key, std::string_view name, const ListRowOptions& options = {});
  ~ListRow();
  ListRow(const ListRow&) = delete;
  ListRow& operator=(const ListRow&) = delete;

  bool clicked() const { return behaviour_.clicked; }
  bool hovered() const { return behaviour_.hovered; }
  bool actions_shown() const { return behaviour_.hovered || behaviour_.focused; }
  const Rect& rect() const { return rect_; }

 private:
  Ui& ui_;
  Rect rect_;
  Behaviour behaviour_;
};

/// Title over caption, as in the lists of Home: 14 medium ink and 13 ink2, centred vertically in `rect`. On phones a long title takes
/// two lines where the row has room for them.
void two_lines(Ui& ui, const Rect& rect, std::string_view title, std::string_view caption);

}  // namespace fullcircle::ui

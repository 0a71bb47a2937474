// Words that lead somewhere.
#pragma once

#include <string_view>

#include "ui/widgets/ui.h"

namespace fullcircle::ui {

struct LinkOptions {
  TextStyle style = type::body;
  std::optional<Colour> colour{};   ///< accent when not given
  Icon icon{};
  Icon trailing{};
  std::string_view key;
  std::string_view name;            ///< for screen readers
  std::string_view href;            ///< the address it stands for, for a real link; also works without
};

float link_width(Ui& ui, std::string_view label, const LinkOptions& options = {});
/// Left in `rect`, only as wide as its words. Out: clicked.
bool link(Ui& ui, const Rect& rect, std::string_view label, const LinkOptions& options = {});
/// "All 5 ›": cut from the right end of `row`, quiet ink2 with a chevron.
bool more_link_right(Ui& ui, Rect& row, std::string_view label, std::string_view name = {});

}  // namespace fullcircle::ui

// A person as a tinted disc with one or two letters. The tint follows from the person and is the same everywhere.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "ui/widgets/ui.h"

namespace fullcircle::ui {

/// A stable number from a person's id in text form.
std::uint64_t person_number(std::string_view id);

/// `size` across, left in `rect` and centred vertically: 60, 44, 36, 32, 28, 22 or 20; two letters from 28 up, one below.
/// Drawn only: the name stands beside it.
void avatar(Ui& ui, const Rect& rect, std::uint64_t person, std::string_view name, float size);
/// Avatar and name in a table cell: 20 across, body text.
float person_cell(Ui& ui, const Rect& rect, std::uint64_t person, std::string_view name, float size = 20,
                  TextStyle style = type::body, std::optional<Colour> colour = {});
/// Somebody whose name is hidden: a neutral disc with a figure.
void hidden_avatar(Ui& ui, const Rect& rect, float size);
/// An icon on a disc or rounded square, the size of an avatar: timeline, first-run cards, merge result.
void icon_disc(Ui& ui, const Rect& rect, Icon icon, Tone tone, float size);
void icon_square(Ui& ui, const Rect& rect, Icon icon, Tone tone, float size);
/// Two people, overlapping, the second 26 to the right.
void avatar_pair(Ui& ui, const Rect& rect, std::uint64_t first, std::string_view first_name, std::uint64_t second,
                 std::string_view second_name, float size = 32);

}  // namespace fullcircle::ui

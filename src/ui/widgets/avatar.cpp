#include "ui/widgets/avatar.h"

#include <imgui.h>

#include "app/person_tint.h"
#include "ui/widgets/text_layout.h"

namespace fullcircle::ui {
namespace {

/// Letters for a disc of this size: 22 on 60, 15 on 44, and down to 10 on 20.
TextStyle letters_style(float size) {
  const float letters = size >= 60 ? 22.0f : size >= 44 ? 15.0f : size >= 32 ? 12.0f : size >= 28 ? 12.0f : size >= 22 ? 11.0f : 10.0f;
  return {letters, letters + 4, Weight::semibold};
}

/// The first one or two characters, whole ones.
std::string_view initials(std::string_view name, std::size_t count) {
  std::size_t end = 0;
  for (std::size_t i = 0; i < count && end < name.size(); ++i) next_character(name, end);
  return name.substr(0, end);
}

void disc(Ui& ui, const Rect& place, Colour colour) {
  if (!ui.visible(place)) return;
  const Point centre = place.centre();
  ui.draw().AddCircleFilled({centre.x, centre.y}, place.width / 2, colour);
}

Rect disc_place(const Ui& ui, const Rect& rect, float size) { return ui.snap(rect.middle(size).with_width(size)); }

}  // namespace

std::uint64_t person_number(std::string_view id) {
  std::uint64_t hash = 1469598103934665603u;   // FNV-1a
  for (const char byte : id) hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211u;
  return hash != 0 ? hash : 1;
}

void avatar(Ui& ui, const Rect& rect, std::uint64_t person, std::string_view name, float size) {
  const Rect place = disc_place(ui, rect, size);
  const AvatarTint& tint = ui.c.avatars[person_tint(person)];
  disc(ui, place, tint.fill);
  ui.paint_text(place.grow(4, 0), letters_style(size), tint.letters, initials(name, size >= 28 ? 2 : 1), Align::centre);
}

float person_cell(Ui& ui, const Rect& rect, std::uint64_t person, std::string_view name, float size, TextStyle style,
                  std::optional<Colour> colour) {
  Rect rest = rect;
  avatar(ui, rest.cut_left(size), person, name, size);
  const float gap = size >= 28 ? 12.0f : 8.0f;
  rest.cut_left(gap);
  return size + gap + ui.text(rest, style, colour.value_or(ui.c.ink2), name);
}

void hidden_avatar(Ui& ui, const Rect& rect, float size) { icon_disc(ui, rect, Icon::user_round, Tone::neutral, size); }

void icon_disc(Ui& ui, const Rect& rect, Icon icon, Tone tone, float size) {
  const Rect place = disc_place(ui, rect, size);
  disc(ui, place, tone_soft(ui.c, tone));
  ui.paint_icon(place, icon, tone_text(ui.c, tone), size >= 40 ? 20.0f : size >= 28 ? 16.0f : size >= 24 ? 14.0f : 12.0f);
}

void icon_square(Ui& ui, const Rect& rect, Icon icon, Tone tone, float size) {
  const Rect place = disc_place(ui, rect, size);
  ui.fill(place, tone_soft(ui.c, tone), metrics::kRadiusControl);
  ui.paint_icon(place, icon, tone_text(ui.c, tone), size >= 40 ? 20.0f : 16.0f);
}

void avatar_pair(Ui& ui, const Rect& rect, std::uint64_t first, std::string_view first_name, std::uint64_t second,
                 std::string_view second_name, float size) {
  const Rect behind = disc_place(ui, rect.moved(size * 26 / 32, 0), size);
  avatar(ui, behind, second, second_name, size);
  const Rect front = disc_place(ui, rect, size);
  disc(ui, front.grow(2), ui.c.sheet);
  avatar(ui, front, first, first_name, size);
}

}  // namespace fullcircle::ui

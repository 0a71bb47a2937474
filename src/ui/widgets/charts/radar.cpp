#include "ui/widgets/charts/radar.h"

#include <imgui.h>

#include <cmath>
#include <numbers>

#include "ui/widgets/dashes.h"

namespace fullcircle::ui {
namespace {

constexpr int kRings = 5;
constexpr float kLeastLabel = 64, kMostLabel = 132, kLabelHeight = 40;

/// Room for the names on one side: as wide as the longest word there, so that a name breaks only between words.
struct LabelSpace {
  float left = 0, right = 0;
};

/// -1 at the left, 1 at the right, 0 over or under the middle.
int side_of(std::size_t axis, std::size_t count) {
  const double turn = static_cast<double>(axis) / static_cast<double>(count);
  if (axis == 0 || 2 * axis == count) return 0;
  return turn < 0.5 ? 1 : -1;
}

LabelSpace label_space(const Ui& ui, std::span<const RadarAxis> axes) {
  LabelSpace space{kLeastLabel, kLeastLabel};
  for (std::size_t i = 0; i < axes.size(); ++i) {
    const int side = side_of(i, axes.size());
    if (side == 0) continue;
    float& widest = side > 0 ? space.right : space.left;
    for (std::string_view rest = axes[i].label; !rest.empty();) {
      const auto end = std::min(rest.find_first_of(" -"), rest.size() - 1);
      widest = std::max(widest, ui.text_width(type::caption, rest.substr(0, end + 1)) + 1);
      rest.remove_prefix(end + 1);
    }
    widest = std::min(widest, kMostLabel);
  }
  return space;
}

Point on_axis(Point centre, float radius, std::size_t axis, std::size_t count) {
  const float angle = -std::numbers::pi_v<float> / 2 + 2 * std::numbers::pi_v<float> * static_cast<float>(axis) / static_cast<float>(count);
  return {centre.x + std::cos(angle) * radius, centre.y + std::sin(angle) * radius};
}

void polygon(Ui& ui, Point centre, float radius, std::size_t count, Colour colour, float thickness) {
  for (std::size_t i = 0; i < count; ++i) {
    const Point corner = on_axis(centre, radius, i, count);
    ui.draw().PathLineTo({corner.x, corner.y});
  }
  ui.draw().PathStroke(colour, ImDrawFlags_Closed, thickness);
}

void draw_net(Ui& ui, Point centre, float radius, std::size_t count) {
  for (int ring = 1; ring <= kRings; ++ring)
    polygon(ui, centre, radius * static_cast<float>(ring) / kRings, count, ring == kRings ? ui.c.line2 : ui.c.line, 1);
  for (std::size_t i = 0; i < count; ++i) {
    const Point end = on_axis(centre, radius, i, count);
    ui.draw().AddLine({centre.x, centre.y}, {end.x, end.y}, ui.c.line, 1);
  }
}

void draw_ring_labels(Ui& ui, Point centre, float radius, const RadarOptions& options) {
  const std::size_t count = options.ring_labels.size();
  for (std::size_t i = 0; i < count; ++i) {
    if (options.ring_labels[i].empty()) continue;
    const float at = radius * static_cast<float>(i + 1) / static_cast<float>(std::max<std::size_t>(count, 1));
    ui.paint_text({centre.x - 30, centre.y - at, 24, 14}, type::axis, ui.c.ink3, options.ring_labels[i], Align::right);
  }
}

void draw_labels(Ui& ui, Point centre, float radius, const LabelSpace& spaces, std::span<const RadarAxis> axes) {
  for (std::size_t i = 0; i < axes.size(); ++i) {
    const Point end = on_axis(centre, radius + 12, i, axes.size());
    const int side = side_of(i, axes.size());
    const bool middle = side == 0;
    const float space = side > 0 ? spaces.right : spaces.left;
    Rect place{end.x - space / 2, end.y, space, kLabelHeight};
    if (middle) place = {end.x - 80, end.y < centre.y ? end.y - 18 : end.y + 2, 160, 16};
    else if (side > 0) place.x = end.x;
    else place.x = end.x - space;
    if (middle) {
      ui.paint_text(place, type::caption, ui.c.ink2, axes[i].label, Align::centre);
      continue;
    }
    const float height = ui.paragraph_height(space, type::caption, axes[i].label, 2);
    ui.paint_paragraph(Rect{place.x, end.y - height / 2, space, height}, type::caption, ui.c.ink2, axes[i].label, 2,
                       side > 0 ? Align::left : Align::right);
  }
}

}  // namespace

void radar(Ui& ui, const Rect& rect, std::span<const RadarAxis> axes, const ChartData& data, const RadarOptions& options) {
  Figure figure(ui, rect, data.caption, data);
  if (axes.size() < 3 || !ui.visible(rect)) return;
  constexpr float kGap = 12, kReach = 0.866f;  // sine of 60 degrees: how far six axes reach to the side
  const LabelSpace space = label_space(ui, axes);
  const float widest = (rect.width - space.left - space.right - 2 * kGap) / 2 / kReach, tallest = (rect.height - 2 * 32) / 2;
  const float radius = std::max(40.0f, std::min(widest, tallest));
  const float rest = rect.width - space.left - space.right - 2 * (kGap + radius * kReach);
  const Point centre{rect.x + space.left + kGap + radius * kReach + rest / 2, rect.centre().y};
  draw_net(ui, centre, radius, axes.size());
  const auto place = [&](std::size_t axis, float value) {
    const float share = std::min(1.0f, std::max(0.0f, (value - options.minimum + (options.maximum - options.minimum) / (kRings - 1)) /
                                                          (options.maximum - options.minimum + (options.maximum - options.minimum) / (kRings - 1))));
    return on_axis(centre, radius * share * figure.appeared(), axis, axes.size());
  };
  std::vector<Point> others, self;
  for (std::size_t i = 0; i < axes.size(); ++i) {
    if (axes[i].others) others.push_back(place(i, *axes[i].others));
    if (axes[i].self) self.push_back(place(i, *axes[i].self));
  }
  ImDrawList& list = ui.draw();
  for (const Point& point : others) list.PathLineTo({point.x, point.y});
  list.PathFillConcave(with_alpha(ui.c.accent, 0.12f));
  for (const Point& point : others) list.PathLineTo({point.x, point.y});
  list.PathStroke(ui.c.accent, others.size() == axes.size() ? ImDrawFlags_Closed : 0, 2);
  dashed_line(ui, self, ui.c.self, 2, 5, 3, self.size() == axes.size());
  for (const Point& point : others) {
    list.AddCircleFilled({point.x, point.y}, 4.5f, ui.c.sheet);
    list.AddCircleFilled({point.x, point.y}, 3, ui.c.accent);
  }
  for (const Point& point : self) {
    list.AddCircleFilled({point.x, point.y}, 4, ui.c.self);
    list.AddCircleFilled({point.x, point.y}, 2.25f, ui.c.sheet);
  }
  draw_ring_labels(ui, centre, radius, options);
  draw_labels(ui, centre, radius, space, axes);
  for (std::size_t i = 0; i < axes.size(); ++i) {
    const Point end = on_axis(centre, radius, i, axes.size());
    const Rect near{std::min(centre.x, end.x) - 14, std::min(centre.y, end.y) - 14, std::abs(end.x - centre.x) + 28, std::abs(end.y - centre.y) + 28};
    if (figure.hint_row(near, data, i + 1)) break;
  }
}

}  // namespace fullcircle::ui

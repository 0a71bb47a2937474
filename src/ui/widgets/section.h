// Heads of sections and the small figures of a page: section head, stat, legend, breadcrumb.
#pragma once

#include <span>
#include <string_view>

#include "ui/widgets/ui.h"

namespace fullcircle::ui {

struct SectionOptions {
  Icon icon{};
  std::string_view count;       ///< quieter, behind the title
  std::string_view note;        ///< caption at the right end
  std::string_view action;      ///< link at the right end ("All 5")
  std::string_view reference;   ///< explains the ink tick ("forecast at due date")
  bool line = true;             ///< hairline below
  int level = 2;
  TextStyle style = type::group;
  std::optional<Colour> icon_colour{};
};

inline constexpr float kSectionHead = 36;
/// `rect` is the line of the head; cut kSectionHead from the area. Out: the action was clicked.
bool section_head(Ui& ui, const Rect& rect, std::string_view title, const SectionOptions& options = {});

/// A big figure over or under its caption.
struct StatOptions {
  TextStyle figure = type::figure;
  std::string_view unit;                ///< "/ 5", quieter behind the figure
  std::optional<Colour> colour{};
  Align align = Align::left;
  std::string_view change;              ///< "6 points"
  Icon change_icon{};
  Tone change_tone = Tone::neutral;
  bool caption_above = false;           ///< as on Insights
};
inline constexpr float kStat = 48;
void stat(Ui& ui, const Rect& rect, std::string_view figure, std::string_view caption, const StatOptions& options = {});

enum class LegendMark : std::uint8_t { square, soft_square, pill, hollow_pill, dot_line, hollow_dot_line, dash };
struct LegendEntry {
  std::string_view label;
  Colour colour = 0;
  LegendMark mark = LegendMark::square;
  std::string_view count{};
};
/// In one line, from the left or the right end of `rect`. Out: the width.
float legend(Ui& ui, const Rect& rect, std::span<const LegendEntry> entries, Align align = Align::left, float gap = 20);

/// A page has one heading of the first level: its bar, or where `below` the page under the bar has its own.
enum class FirstHeading : std::uint8_t { in_bar, below };
float bar_title(Ui& ui, const Rect& rect, TextStyle style, std::string_view title, FirstHeading heading);

/// "People › Mara": all but the last are links. Out: the index of the one clicked, -1 for none.
int breadcrumb(Ui& ui, const Rect& rect, std::span<const std::string_view> parts, FirstHeading heading = FirstHeading::in_bar);

}  // namespace fullcircle::ui

// The name and the icon a page has wherever one can go to it.
#pragma once

#include <array>

#include "app/route.h"
#include "ui/screens/screen.h"

namespace fullcircle {

struct PageMark {
  Page page;
  std::string_view key;  ///< of its name
  ui::Icon icon;
};

/// Those of the sidebar first, in its order.
inline constexpr std::array<PageMark, 13> kPageMarks{{{Page::home, "nav.home", ui::Icon::house},
                                                      {Page::people, "nav.people", ui::Icon::users},
                                                      {Page::goals, "nav.goals", ui::Icon::target},
                                                      {Page::requests, "nav.requests", ui::Icon::inbox},
                                                      {Page::results, "nav.results", ui::Icon::circle_dot_dashed},
                                                      {Page::calibration, "nav.calibration", ui::Icon::grid_3x3},
                                                      {Page::conversations, "nav.conversations", ui::Icon::messages_square},
                                                      {Page::plans, "nav.plans", ui::Icon::sprout},
                                                      {Page::insights, "nav.insights", ui::Icon::chart_line},
                                                      {Page::cycle, "nav.cycle", ui::Icon::refresh_cw},
                                                      {Page::settings, "nav.settings", ui::Icon::settings_2},
                                                      {Page::conflicts, "conflict.page", ui::Icon::git_merge},
                                                      {Page::guides, "guide.title", ui::Icon::book_open}}};
inline constexpr std::size_t kSidebarPages = 9;

}  // namespace fullcircle

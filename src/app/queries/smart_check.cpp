#include "app/queries/smart_check.h"

#include <algorithm>

namespace fullcircle {
namespace {

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// Chinese and Japanese write without blanks: there a few characters are as good as two words.
bool has_two_words(std::string_view title) {
  constexpr std::size_t kCharactersWithoutBlanks = 4;
  const auto first = title.find_first_not_of(' ');
  if (first == std::string_view::npos) return false;
  const auto blank = title.find(' ', first);
  if (blank != std::string_view::npos && title.find_first_not_of(' ', blank) != std::string_view::npos) return true;
  const auto wide = std::ranges::count_if(title, [](char byte) { return (static_cast<unsigned char>(byte) & 0xF0) == 0xE0; });
  return static_cast<std::size_t>(wide) >= kCharactersWithoutBlanks;
}

std::optional<SmartGap> check_specific(const Goal& goal) {
  if (!has_two_words(goal.title)) return SmartGap::title;
  if (is_blank(goal.scope_note) && is_blank(goal.description)) return SmartGap::scope;
  return std::nullopt;
}

bool needs_baseline(GoalKind kind) { return kind == GoalKind::higher || kind == GoalKind::lower; }

std::optional<SmartGap> check_figures(const Goal& goal) {
  switch (goal.kind) {
    case GoalKind::range:
      if (!goal.range_low || !goal.range_high) return SmartGap::figure;
      return *goal.range_low <= *goal.range_high ? std::nullopt : std::optional(SmartGap::range);
    case GoalKind::milestones: return goal.milestones.empty() ? std::optional(SmartGap::figure) : std::nullopt;
    case GoalKind::yes_no: return std::nullopt;
    default: break;
  }
  if (!goal.target) return SmartGap::figure;
  if (!needs_baseline(goal.kind)) return std::nullopt;
  if (!goal.baseline) return SmartGap::baseline;
  return *goal.baseline == *goal.target ? std::optional(SmartGap::no_change) : std::nullopt;
}

std::optional<SmartGap> check_measurable(const ModelView& view, const Goal& goal) {
  // A goal that is carried by those below it is measured by them.
  if (goal.level != GoalLevel::person && !goal.target && !view.goals_under(goal.id).empty() && goal.id) return std::nullopt;
  if (const auto gap = check_figures(goal)) return gap;
  if (goal.kind == GoalKind::milestones) return std::nullopt;
  return is_blank(goal.source_note) && is_blank(goal.metric) ? std::optional(SmartGap::source) : std::nullopt;
}

std::optional<SmartGap> check_relevant(const ModelView& view, const Goal& goal) {
  if (goal.level == GoalLevel::organisation || view.find(goal.parent) || !is_blank(goal.relevance_note)) return std::nullopt;
  return SmartGap::link;
}

std::optional<SmartGap> check_time_bound(const Goal& goal) {
  if (!goal.due_day) return SmartGap::due;
  return goal.start_day && *goal.due_day <= *goal.start_day ? std::optional(SmartGap::due_order) : std::nullopt;
}

}  // namespace

std::array<SmartFinding, 5> check_smart(const ModelView& view, const Goal& goal) {
  return {{{SmartPart::specific, check_specific(goal)},
           {SmartPart::measurable, check_measurable(view, goal)},
           {SmartPart::achievable, is_blank(goal.feasibility_note) ? std::optional(SmartGap::needs) : std::nullopt},
           {SmartPart::relevant, check_relevant(view, goal)},
           {SmartPart::time_bound, check_time_bound(goal)}}};
}

int count_met(const std::array<SmartFinding, 5>& findings) {
  return static_cast<int>(std::ranges::count_if(findings, [](const SmartFinding& finding) { return !finding.gap; }));
}

}  // namespace fullcircle

#include "app/commands/cycle_check.h"

#include <algorithm>

namespace fullcircle {
namespace {

template <class Weight>
bool has_weight(const std::vector<Weight>& weights) {
  return std::ranges::any_of(weights, [](const Weight& weight) { return weight.weight_percent > 0; });
}

}  // namespace

bool is_backward(const CycleStage& stage) { return stage.start_day && stage.due_day && *stage.due_day < *stage.start_day; }

std::vector<std::string_view> check_cycle(const ReviewCycle& cycle, std::size_t participants) {
  std::vector<std::string_view> problems;
  const auto add_if = [&](bool is_wrong, std::string_view key) {
    if (is_wrong) problems.push_back(key);
  };
  add_if(cycle.name.find_first_not_of(' ') == std::string::npos, "cycle.name_missing");
  add_if(!cycle.form, "cycle.form_missing");
  add_if(participants == 0, "cycle.no_participants");
  add_if(std::ranges::any_of(cycle.stages, [](const CycleStage& stage) { return !stage.due_day; }), "cycle.stage_needs_dates");
  add_if(std::ranges::any_of(cycle.stages, is_backward), "cycle.date_order");
  add_if(!has_weight(cycle.rules.part_weights) || !has_weight(cycle.rules.group_weights), "cycle.weights_zero");
  return problems;
}

}  // namespace fullcircle

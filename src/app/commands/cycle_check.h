// What keeps a review from starting.
#pragma once

#include <string_view>
#include <vector>

#include "app/model_view.h"

namespace fullcircle {

/// Keys of the sentences that say what is missing, in the order of the page; empty when the review can start.
std::vector<std::string_view> check_cycle(const ReviewCycle& cycle, std::size_t participants);

/// Whether a stage ends before it starts.
bool is_backward(const CycleStage& stage);

}  // namespace fullcircle

// The methods of `analyse`, by subject: each reads its inputs and adds its values.
#pragma once

#include <span>
#include <string_view>

#include "app/analyse/reply.h"
#include "app/analyse/request.h"

namespace fullcircle::analysis {

struct Method {
  std::string_view name;
  void (*run)(Request& request, Reply& reply);  ///< may leave the reply incomplete if the request failed
};

std::span<const Method> agreement_methods();
std::span<const Method> rater_methods();
std::span<const Method> forecast_methods();
std::span<const Method> change_methods();
std::span<const Method> score_methods();
std::span<const Method> anonymity_methods();

}  // namespace fullcircle::analysis

// First and family names from many countries, for people who do not exist.
#pragma once

#include <span>
#include <string_view>

namespace fullcircle {

std::span<const std::string_view> sample_first_names();
std::span<const std::string_view> sample_family_names();

}  // namespace fullcircle

// The language files and templates of assets/: JSON of our own making, read into a Value tree.
#pragma once

#include <string_view>

#include "model/result.h"
#include "model/value.h"

namespace fullcircle {

/// Errors: error.file.not_json with the byte, error.file.too_deep below 16 levels.
Result<Value> parse_asset_json(std::string_view text);

}  // namespace fullcircle

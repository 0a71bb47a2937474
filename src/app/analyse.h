// The numbers behind the screens for anyone: plain data in, every figure with its reasons out, as JSON.
#pragma once

#include <string>
#include <string_view>

#include "model/result.h"

namespace fullcircle {

/// Answers one request object, {"method": "…", …}, or an array of them with an array in the same order.
///
/// Reply:  {"method": "…", "values": {…}, "undefined": {"path": "reason"}} for each.
/// Errors: error.analyse.request. `place` names the request (if there are several) and the key, `detail` what was expected.
///         Nothing is answered then, not even the requests before.
Result<std::string> analyse(std::string_view requests);

}  // namespace fullcircle

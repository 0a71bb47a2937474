// What is wrong inside a document that could be read: values this program does not understand, references that lead nowhere, circles.
#pragma once

#include <vector>

#include "model/result.h"
#include "store/document.h"

namespace fullcircle {

/// Place: "goals.<id>.<field>". Codes: error.check.unreadable_value (detail: the value as it stands), error.check.no_such_record
/// (detail: the id it refers to), error.check.circle (detail: what leads back to itself), error.check.newer_kind (detail: the kind;
/// kept as it is). A partial document may refer to what it does not hold: pass it with `is_whole` false.
std::vector<Error> find_problems(const Document& document, bool is_whole = true);

}  // namespace fullcircle

// Any table as CSV, straight from its field table.
#pragma once

#include <string>
#include <string_view>

#include "model/result.h"
#include "store/document.h"

namespace fullcircle {

/// Whether the kind with this file key may be exported as it is. Answers may not: a row is one rater's, whatever the group's size.
bool is_table_exportable(std::string_view kind_key);

/// One row a record, one column a field, headed by their keys; references show the name of what they refer to, lists and nested
/// values are JSON. What never leaves the device and the tokens of requests are left out.
/// Errors: error.csv.no_such_table, error.csv.not_exported.
Result<std::string> encode_table_csv(const Document& document, std::string_view kind_key);

}  // namespace fullcircle

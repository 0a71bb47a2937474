#include "app/csv_text.h"

#include "exchange/csv.h"

namespace fullcircle {

std::string csv_text(const std::vector<std::vector<std::string>>& rows) { return encode_csv(rows); }

}  // namespace fullcircle

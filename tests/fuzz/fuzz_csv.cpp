// Any table is read or refused, and people are planned from it without a crash.
#include "app/files/people_import.h"
#include "fuzz.h"

using namespace fullcircle;

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto table = parse_csv(as_text(bytes, size));
  if (!table) return 0;
  promise(table->rows.size() == table->lines.size());
  std::uint64_t next = 0;
  const auto import = plan_people_import({}, *table, match_columns(*table), [&] { return RecordId{++next, 1}; });
  promise(import.rows.size() == table->rows.size());
  return 0;
}

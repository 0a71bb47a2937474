// What is read as JSON is written and read again the same; skipping is as strict as reading.
#include "exchange/json_reader.h"
#include "exchange/json_writer.h"
#include "fuzz.h"

using namespace fullcircle;

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto value = parse_json(as_text(bytes, size));
  JsonReader skipping(as_text(bytes, size));
  promise((skipping.skip() && skipping.finish()) == value.has_value());
  if (!value) {
    promise(!value.error().code.empty() && !value.error().place.empty());
    return 0;
  }
  const std::string text = to_json(*value);
  const auto again = parse_json(text);
  promise(again && to_json(*again) == text);
  return 0;
}

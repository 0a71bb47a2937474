// No answer made of noise is genuine.
#include "exchange/answer_file.h"
#include "fuzz.h"

using namespace fullcircle;

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto answer = read_answer_file(as_text(bytes, size));
  if (answer) promise(!is_genuine(*answer, "00112233445566778899aabbccddeeff"));
  return 0;
}

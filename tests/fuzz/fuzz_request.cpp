// A request that is read is written and read again the same, and can be answered.
#include "exchange/answer_file.h"
#include "exchange/request_file.h"
#include "fuzz.h"

using namespace fullcircle;

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto request = read_request_file(as_text(bytes, size));
  if (!request) return 0;
  const std::string text = encode_request_file(*request);
  const auto again = read_request_file(text);
  promise(again && encode_request_file(*again) == text);
  const auto answer = read_answer_file(encode_answer_file(*request, Day{20000}));
  promise(answer && is_genuine(*answer, request->token));
  return 0;
}

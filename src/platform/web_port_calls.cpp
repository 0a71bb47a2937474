#include "platform/web_port_calls.h"

#include <emscripten.h>

namespace fullcircle {
namespace {

std::string& buffer() {
  static std::string bytes;
  return bytes;
}

}  // namespace

std::string take_port_buffer() { return std::exchange(buffer(), {}); }

}  // namespace fullcircle

extern "C" EMSCRIPTEN_KEEPALIVE char* fc_port_buffer(int size) {
  fullcircle::buffer().resize(static_cast<std::size_t>(size));
  return fullcircle::buffer().data();
}

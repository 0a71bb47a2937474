#include "platform/web_page_end.h"

#include <emscripten.h>

#include <utility>

namespace fullcircle {
namespace {

std::function<void()>& on_page_end() {
  static std::function<void()> run;
  return run;
}

}  // namespace

void set_on_page_end(std::function<void()> run) { on_page_end() = std::move(run); }

}  // namespace fullcircle

extern "C" EMSCRIPTEN_KEEPALIVE void fc_page_end() {
  if (fullcircle::on_page_end()) fullcircle::on_page_end()();
}

#include "platform/web_tabs.h"

#include <emscripten.h>

#include "platform/web_port_calls.h"

// The bodies only hand over to shell/ports.js.
// clang-format off
EM_JS(void, fc_join_tabs, (const char* name, int length), { Module.ports.joinTabs(name, length); })
EM_JS(void, fc_leave_tabs, (const char* name, int length), { Module.ports.leaveTabs(name, length); })
EM_JS(void, fc_take_over, (const char* name, int length), { Module.ports.takeOver(name, length); })
EM_JS(void, fc_release_tab, (const char* name, int length), { Module.ports.releaseTab(name, length); })
EM_JS(void, fc_announce_saved, (const char* name, int length), { Module.ports.announce(name, length); })
EM_JS(void, fc_note, (const char* text, int length), { Module.ports.note(text, length); })
EM_JS(void, fc_noted, (), { Module.ports.noted(); })
// clang-format on

namespace fullcircle {
namespace {

WebTabs* the_tabs = nullptr;

}  // namespace

WebTabs::WebTabs() { the_tabs = this; }
WebTabs::~WebTabs() { the_tabs = nullptr; }

void WebTabs::join(std::string_view name, Listener listener) {
  listeners_[std::string(name)] = std::move(listener);
  fc_join_tabs(name.data(), static_cast<int>(name.size()));
}

void WebTabs::leave(std::string_view name) {
  if (const auto found = listeners_.find(name); found != listeners_.end()) listeners_.erase(found);
  fc_leave_tabs(name.data(), static_cast<int>(name.size()));
}

void WebTabs::take_over(std::string_view name) { fc_take_over(name.data(), static_cast<int>(name.size())); }
void WebTabs::release(std::string_view name) { fc_release_tab(name.data(), static_cast<int>(name.size())); }
void WebTabs::announce(std::string_view name) { fc_announce_saved(name.data(), static_cast<int>(name.size())); }
void WebTabNote::write(std::string_view text) { fc_note(text.data(), static_cast<int>(text.size())); }

std::string WebTabNote::read() {
  fc_noted();
  return take_port_buffer();
}

void WebTabs::hear(const std::string& name, int event) {
  constexpr std::function<void()> Listener::* kEvents[] = {&Listener::on_granted, &Listener::on_elsewhere, &Listener::on_asked,
                                                           &Listener::on_lost, &Listener::on_news};
  const auto found = listeners_.find(name);
  if (found == listeners_.end()) return;
  const auto listen = found->second.*kEvents[event];  // may leave, which removes the listener
  listen();
}

}  // namespace fullcircle

/// The buffer holds the name.
extern "C" EMSCRIPTEN_KEEPALIVE void fc_tab_event(int event) {
  const std::string name = fullcircle::take_port_buffer();
  if (fullcircle::the_tabs) fullcircle::the_tabs->hear(name, event);
}

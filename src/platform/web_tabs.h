// The other tabs of the browser: hands everything over to shell/tabs.js.
#pragma once

#include <map>
#include <string>

#include "app/ports.h"
#include "app/tab_note.h"

namespace fullcircle {

/// There is one at a time: the answers of the page go to it.
class WebTabs : public Tabs {
 public:
  WebTabs();
  ~WebTabs() override;
  WebTabs(const WebTabs&) = delete;
  WebTabs& operator=(const WebTabs&) = delete;

  void join(std::string_view name, Listener listener) override;
  void leave(std::string_view name) override;
  void take_over(std::string_view name) override;
  void release(std::string_view name) override;
  void announce(std::string_view name) override;

  /// `event` as in shell/tabs.js.
  void hear(const std::string& name, int event);

 private:
  std::map<std::string, Listener, std::less<>> listeners_;
};

class WebTabNote : public TabNote {
 public:
  void write(std::string_view text) override;
  std::string read() override;
};

}  // namespace fullcircle

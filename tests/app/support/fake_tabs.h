// The tabs of one browser, without a browser.
#pragma once

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/support/manual_loop.h"

namespace fullcircle {

class FakeTabs;

/// What the tabs share: who stands in line for which name. The first holds it.
struct TabLine {
  std::map<std::string, std::vector<FakeTabs*>, std::less<>> lines;
};

class FakeTabs : public Tabs {
 public:
  FakeTabs(TabLine& line, ManualLoop& loop) : line_(line), loop_(loop) {}
  ~FakeTabs() override { vanish(); }

  /// The tab crashes: it hears nothing any more, and its place in line is free.
  void vanish() {
    for (auto& [name, tabs] : line_.lines) leave_line(name);
    listeners_.clear();
  }

  /// The tab does not hear anything, as one that the browser has frozen; what it should have heard comes when it wakes.
  void freeze() { is_frozen_ = true; }
  void wake() {
    is_frozen_ = false;
    for (auto& missed : std::exchange(missed_, {})) loop_.post(missed);
  }

  void join(std::string_view name, Listener listener) override {
    listeners_[std::string(name)] = std::move(listener);
    auto& line = line_.lines[std::string(name)];
    line.push_back(this);
    line.front() == this ? tell(name, &Listener::on_granted) : tell(name, &Listener::on_elsewhere);
  }
  void leave(std::string_view name) override {
    leave_line(name);
    listeners_.erase(std::string(name));
  }
  void take_over(std::string_view name) override {
    const auto& line = line_.lines[std::string(name)];
    if (!line.empty()) line.front()->tell(name, &Listener::on_asked);
    loop_.call_after(3000, [this, alive = std::weak_ptr(alive_), name = std::string(name)] {
      if (!alive.expired()) steal(name);
    });
  }
  void release(std::string_view name) override {
    leave_line(name);
    line_.lines[std::string(name)].push_back(this);
  }
  void announce(std::string_view name) override {
    for (FakeTabs* tab : line_.lines[std::string(name)])
      if (tab != this) tab->tell(name, &Listener::on_news);
  }

 private:
  void tell(std::string_view name, std::function<void()> Listener::* what) {
    auto call = [this, alive = std::weak_ptr(alive_), name = std::string(name), what] {
      if (alive.expired()) return;
      if (what == &Listener::on_lost) stand_in_line(name);
      if (const auto found = listeners_.find(name); found != listeners_.end()) (found->second.*what)();
    };
    is_frozen_ ? missed_.push_back(call) : loop_.post(call);
  }
  void leave_line(std::string_view name) {
    auto& line = line_.lines[std::string(name)];
    const bool was_first = !line.empty() && line.front() == this;
    std::erase(line, this);
    if (was_first && !line.empty()) line.front()->tell(name, &Listener::on_granted);
  }
  void steal(const std::string& name) {
    auto& line = line_.lines[name];
    if (line.empty() || line.front() == this || !std::ranges::contains(line, this)) return;
    line.front()->tell(name, &Listener::on_lost);
    std::erase(line, this);
    line.front() = this;
    tell(name, &Listener::on_granted);
  }
  /// The loser stands in line again, as soon as it hears of it.
  void stand_in_line(const std::string& name) {
    auto& line = line_.lines[name];
    if (!listeners_.contains(name) || std::ranges::contains(line, this)) return;
    line.push_back(this);
    if (line.front() == this) tell(name, &Listener::on_granted);
  }

  TabLine& line_;
  ManualLoop& loop_;
  std::map<std::string, Listener, std::less<>> listeners_;
  std::shared_ptr<int> alive_ = std::make_shared<int>();
  bool is_frozen_ = false;
  std::vector<std::function<void()>> missed_;
};

}  // namespace fullcircle

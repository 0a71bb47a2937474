// Calls that JavaScript answers later, and the buffer through which it hands over strings and bytes.
#pragma once

#include <functional>
#include <string>
#include <unordered_map>
#include <utility>

namespace fullcircle {

/// What JavaScript put there last; taken out.
std::string take_port_buffer();

/// Functions waiting for their answer, each under a number that JavaScript gives back.
template <class Function>
class PendingCalls {
 public:
  int add(Function function) {
    functions_.emplace(++last_, std::move(function));
    return last_;
  }
  /// Nullptr when it has been answered already.
  Function* find(int call) {
    const auto found = functions_.find(call);
    return found == functions_.end() ? nullptr : &found->second;
  }
  /// An empty function when it has been answered already.
  Function take(int call) {
    const auto found = functions_.find(call);
    if (found == functions_.end()) return {};
    Function function = std::move(found->second);
    functions_.erase(found);
    return function;
  }

 private:
  std::unordered_map<int, Function> functions_;
  int last_ = 0;
};

}  // namespace fullcircle

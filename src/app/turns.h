// Long work, a few milliseconds in each turn of the page, so that the page is drawn and answers meanwhile.
#pragma once

#include <functional>
#include <memory>

#include "app/ports.h"

namespace fullcircle {

/// Calls `step` until it returns false or `owner` is gone: some milliseconds at once, the rest in later turns. A step should
/// take a millisecond or less.
void run_in_turns(Clock& clock, std::weak_ptr<const void> owner, std::function<bool()> step);

}  // namespace fullcircle

// The moments at which everything must be on its way to the disk: the page is hidden, frozen or goes away.
#pragma once

#include <functional>

namespace fullcircle {

/// Called after the last frame of the page, and possibly several times. There is one; a new one replaces it.
void set_on_page_end(std::function<void()> run);

}  // namespace fullcircle

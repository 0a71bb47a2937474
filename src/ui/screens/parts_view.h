// The page of parts as the platform sees it.
#pragma once

#include <memory>

#include "ui/app_view.h"

namespace fullcircle::ui {

std::unique_ptr<AppView> make_parts_view(const Fonts& fonts);

}  // namespace fullcircle::ui

// The pieces of the page of requests: the dialog that asks, what an import brought, what one can do with one request.
#pragma once

#include "ui/screens/requests_screen.h"

namespace fullcircle {

/// Draws the dialog while it is open.
Intents draw_ask(ScreenContext& screen, const ReviewCycle& cycle, RequestsState& state);
/// Where files are dropped, and below what the last ones brought; cuts what it took from `area`.
Intents draw_import(ScreenContext& screen, Rect& area, RequestsState& state);

/// The menu of one request under its button, while `state.menu_of` is that request.
Intents draw_request_menu(ScreenContext& screen, const Rect& anchor, const RequestRow& row, RequestsState& state);
/// Asks before a request is withdrawn, while `state.withdrawing` is one.
Intents draw_withdraw(ScreenContext& screen, RequestsState& state);

}  // namespace fullcircle

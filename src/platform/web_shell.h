// What the program asks of the page: the functions of shell/ that C++ calls.
#pragma once

#include "ui/frame/frame.h"

namespace fullcircle::web_shell {

/// Brings the elements of the mirror in line with these nodes.
void apply_mirror(const Mirror& mirror);

/// Everything a frame asked for, after its mirror is in place: focus, scrolling, clipboard, files and so on.
void carry_out(FrameOutput& output);

/// Asks for a frame as soon as the browser draws one. Safe at any time.
void wake();

}  // namespace fullcircle::web_shell

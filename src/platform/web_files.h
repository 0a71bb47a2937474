// Large files that the person chose, read piece by piece.
#pragma once

#include <memory>

#include "app/incoming_file.h"

namespace fullcircle {

/// A file that the page keeps under this number until the result is let go.
std::shared_ptr<FilePieces> make_web_file_pieces(int number, std::size_t size, std::string name);

}  // namespace fullcircle

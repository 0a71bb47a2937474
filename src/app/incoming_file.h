// A file the person chose or dropped.
#pragma once

#include <string>

namespace fullcircle {

struct IncomingFile {
  std::string name;
  std::string bytes;
};

}  // namespace fullcircle

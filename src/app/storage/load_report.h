// What loading a workspace met.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace fullcircle {

/// Stored bytes that could not be used. Damaged ones stay stored until the person lets them go.
struct SetAside {
  std::string name;    ///< as it was stored
  std::string reason;  ///< key in assets/languages: error.storage.damaged, .missing or .unreadable
  std::string detail;  ///< for unreadable: what the reader said
  std::size_t byte_count = 0;
  bool is_kept = false;  ///< its bytes can be downloaded
};

struct LoadReport {
  bool is_new = false;  ///< nothing was stored under this id
  std::size_t document_count = 0;
  std::vector<SetAside> set_aside;
  /// Names of damaged bytes that were set aside earlier and are still stored.
  std::vector<std::string> kept;
};

}  // namespace fullcircle

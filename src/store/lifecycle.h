// Deleting and restoring a record, as versions that only accumulate.
#pragma once

#include <compare>
#include <cstdint>
#include <vector>

#include "store/stamp.h"

namespace fullcircle {

enum class LifecycleAction : std::uint8_t { erase, restore };

/// `names`: for an erase every stamp of the record it saw, for a restore the erases it takes back; ascending.
struct LifecycleEvent {
  Stamp stamp;
  LifecycleAction action = LifecycleAction::erase;
  std::vector<Stamp> names;

  auto operator<=>(const LifecycleEvent&) const = default;
};

enum class Life : std::uint8_t {
  alive,
  edited_while_deleted,  ///< somebody wrote a version the erase did not see: it stays, and is shown as such
  deleted,
};

}  // namespace fullcircle

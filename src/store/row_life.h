// Whether a record is alive, from its erases, its restores and the versions they did not see.
#pragma once

#include "store/row_versions.h"

namespace fullcircle {

/// The erases no restore has taken back, ascending.
std::vector<Stamp> active_erases(const RowState& row);

/// Every stamp an erase sees that is made now: of versions, what they replaced, and restores; ascending.
std::vector<Stamp> stamps_seen(ConstRowRef row);

/// Computes `life` anew and lets go of an empty detail; every change of a row ends with it.
///
/// A row is deleted while an erase is active that saw all of it: every creation, every restore, and every version of a field
/// that no other has replaced. So is one that holds nothing but erases and restores, until its content arrives.
void update_life(RowRef row);

}  // namespace fullcircle

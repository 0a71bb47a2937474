// The time and the random numbers of the command line.
#pragma once

#include "model/id.h"
#include "store/stamp.h"

namespace fullcircle {

Instant native_now();
/// Eight bytes nobody can guess.
std::uint64_t native_random();
IdSource native_ids();
/// A clock for edits of this run, under an actor of its own, past everything the document holds.
StampClock native_stamps(Stamp seen);

}  // namespace fullcircle

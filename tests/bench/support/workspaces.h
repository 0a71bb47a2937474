// The data that the measurements share.
#pragma once

#include "app/sample/sample_workspace.h"

namespace fullcircle::bench {

inline const Day kToday = *parse_day("2026-11-19");
inline const Instant kNow = *parse_instant("2026-11-19T09:00:00.000Z");

/// The sample of this size; the same at every run.
inline Document make_workspace(int people) { return build_sample_workspace({.people = people, .seed = 1, .today = kToday, .now = kNow}); }

}  // namespace fullcircle::bench

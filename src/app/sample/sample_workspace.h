// A believable workspace in the middle of a review cycle: for trying the app out, for scripts, and for measuring it.
#pragma once

#include <cstdint>
#include <string>

#include "model/day.h"
#include "model/id.h"
#include "store/document.h"

namespace fullcircle {

/// The size at which the sample is the team of the story, with names, figures and words written by hand.
inline constexpr int kStoryPeople = 14;

struct SampleOptions {
  int people = kStoryPeople;    ///< 1 to 10,000; any size but the story's is generated: 5 goals and 8 raters each, 20 questions
  std::uint64_t seed = 1;       ///< the same options give the same document, byte for byte
  Day today;                    ///< the person's own day; everything is dated around it
  Instant now;                  ///< nothing is stamped later
  std::string language = "en";  ///< of the texts: en or de
  RecordId workspace;           ///< none: drawn from the seed
};

Document build_sample_workspace(const SampleOptions& options);

}  // namespace fullcircle

// The sentences of the command line. It speaks English only; its output is for scripts and for whoever writes them.
#pragma once

#include <string>

#include "model/feedback.h"
#include "model/result.h"

namespace fullcircle {

/// Without the place.
std::string sentence_for(const Error& error);
std::string sentence_for(ImportOutcome outcome);

}  // namespace fullcircle

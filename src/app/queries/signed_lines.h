// What was signed, line by line in words, and what has changed since: the screen, the report and the command line show the same.
#pragma once

#include <string>
#include <vector>

#include "app/formats.h"
#include "app/language.h"
#include "app/model_view.h"

namespace fullcircle {

struct SignedLine {
  std::string key;    ///< the same for the same thing before and after
  std::string label;  ///< "Overall", "Goal: Reduce response time"
  std::string text;
};

/// Everything the signature covers that says something, from the overall result down to the agreed actions.
std::vector<SignedLine> compute_signed_lines(const ModelView& view, const Language& language, const Formats& formats, const Review& content);

struct SignedChange {
  std::string label;
  std::string before, after;  ///< empty: it was not there, or is not any more
};
/// In the order of what is there now, then what is gone.
std::vector<SignedChange> compute_signed_changes(const std::vector<SignedLine>& before, const std::vector<SignedLine>& now);
/// What has changed in the review since this was signed. Empty when nothing has, and when what was signed is not known here.
std::vector<SignedChange> compute_signed_changes(const ModelView& view, const Language& language, const Formats& formats, const Review& review,
                                                 const SignOff& sign_off);

}  // namespace fullcircle

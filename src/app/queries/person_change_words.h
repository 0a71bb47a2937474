// One person's change in words: for the screen and for paper.
#pragma once

#include "app/formats.h"
#include "app/language.h"
#include "app/queries/chart_figures.h"
#include "app/queries/person_change.h"

namespace fullcircle {

/// More than measuring with other raters of the same kind brings in 95 of 100 cases.
bool is_more_than_noise(const PersonChange& change);

class PersonChangeWords {
 public:
  PersonChangeWords(const Language& language, const Formats& formats) : language_(language), formats_(formats) {}

  /// "+0.40 since Spring 2026: more than measurement noise (reliable change index 2.1)"
  std::string sentence(const PersonChange& change) const;
  /// "+0.12 to +0.88"
  std::string interval(const rating::Interval& interval) const;
  /// What the sentence means, and how much of a rise from a low rating was to be expected anyway; empty where too little is known.
  std::vector<std::string> meaning(const PersonChange& change) const;
  std::vector<ValueLine> terms(const PersonChange& change) const;
  std::string method() const;

 private:
  std::string tr(std::string_view key) const { return std::string(language_.tr(key)); }

  const Language& language_;
  const Formats& formats_;
};

}  // namespace fullcircle

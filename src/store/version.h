// Every value a field ever had. A set of versions only grows; what shows, what is history and what is a conflict follow from it.
#pragma once

#include <compare>
#include <span>
#include <vector>

#include "model/value.h"
#include "store/stamp.h"

namespace fullcircle {

/// One value of one field. Two versions with the same stamp and different content (a copied profile) are both kept.
struct Version {
  Stamp stamp;
  Stamp previous;              ///< the version it replaced; none for the first
  std::vector<Stamp> settled;  ///< further versions it replaced knowingly: the other sides of a conflict; ascending
  Value value;

  /// Later first by stamp; versions of one stamp by their values, so that every device picks the same one.
  std::strong_ordering operator<=>(const Version& other) const;
  bool operator==(const Version& other) const { return (*this <=> other) == 0; }
};

/// Greatest first, without duplicates.
using VersionSet = std::vector<Version>;

/// Adds `from` to `into`. Commutative, associative, idempotent.
void unite(VersionSet& into, VersionSet&& from);

/// The versions nobody has replaced, greatest first. A version is replaced when another one's `previous` or `settled` links,
/// followed backwards, reach its stamp. Of two versions with one stamp only `settled` replaces both: who wrote `previous` knew one of them.
std::vector<const Version*> heads_of(const VersionSet& versions);

/// The heads whose value differs from the greatest version's, each value once: shown side by side until settled.
std::vector<const Version*> conflicts_of(const VersionSet& versions);

}  // namespace fullcircle

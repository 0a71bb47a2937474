// Undoing an import: what a merge added, and how to take it out again.
#pragma once

#include "store/document.h"

namespace fullcircle {

/// The part of `from` that `into` does not hold: what a merge would add. The journal keeps it, and so does whoever may retract it later.
Document compute_missing(const Document& into, const Document& from);

/// Takes the versions in `added` out again, as if that import had never been: except those that something written since builds on,
/// which stay. `added` must come from compute_missing before the merge, so that nothing the document had of itself is touched.
/// A retraction is not an edit: it has no delta, and the caller saves a new snapshot after it. Merging the same file again brings it back.
void retract(Document& document, const Document& added);

}  // namespace fullcircle

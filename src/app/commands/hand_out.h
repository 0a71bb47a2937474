// Results that left this device, in a file or on paper. What is out stays what goes out: from two different ones the few answers in
// between could be told.
#pragma once

#include <span>

#include "app/model_view.h"
#include "store/edit.h"

namespace fullcircle {

/// The review with the note that its release is out, as of now. In: it is released.
Review as_handed_out(const ModelView& view, const Review& review);

/// Notes that released results of the person leave this device. From then on their release cannot be undone.
/// Out: nothing for who only has a copy of them.
Edit hand_out_results(const ModelView& view, Id<Person> person);
/// The same of the results that a page or a table about many people is made of.
Edit hand_out_results(const ModelView& view, std::span<const Review* const> reviews);
/// One more of them. In: the edit is of hand_out_results().
void add_handed_out(const ModelView& view, const Review& review, Edit& edit);

/// After a merge: the release that is out, with its answers, in place of one made by a lead who did not know that it was out. A signature
/// of the manager under a release that was never out goes too, because it holds the figures. In: all that was merged. Out: often nothing.
Edit put_back_what_is_out(const Document& document);

/// Undoing an import takes its records out again: not those of results that are out, of which the release and the noted answers must stay;
/// a review that came with all of that leaves with it. In: what the import added to the document.
void keep_what_is_out(const Document& document, Document& import);

/// The note that goes with a release that is out; none where no anonymous answers are behind it.
std::optional<HandedOut> note_of(const Review& review);

}  // namespace fullcircle
